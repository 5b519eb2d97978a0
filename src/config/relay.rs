//! The relay: where mail is handed to, how the way there is kept secret, and who we are there.

use std::net::IpAddr;

use url::{Host, Url};

use super::Secret;

/// How the connection to the relay is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Not at all: to loopback only.
    None,
    /// STARTTLS, required: without it nothing is sent.
    StartTls,
    /// From the first byte on.
    Implicit,
}

/// How we prove who we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// By a password: PLAIN or LOGIN, whichever the relay offers.
    Password,
    /// By an access token in the place of the password.
    Xoauth2,
}

/// Name and password for AUTH.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The login.
    pub user: String,
    /// Its password, or an access token.
    pub password: Secret,
    /// Which of the two.
    pub auth: Auth,
}

/// A relay's address and the terms we speak to it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayUrl {
    /// Host name or IP address; the certificate must be for it.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Encryption.
    pub tls: Tls,
    /// Login, where the relay wants one.
    pub credentials: Option<Credentials>,
    /// Whether commands may go in groups where the relay offers it (RFC 2920).
    pub pipelining: bool,
}

/// The text describes no relay that we would hand mail to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RelayFault {
    /// Not a URL of ours.
    #[error("write `smtp://[user:password@]host:port?tls=starttls` or `smtps://[user:password@]host:port`")]
    Malformed,
    /// `tls=` with another word.
    #[error("`tls` is `none` or `starttls`")]
    Mode,
    /// `auth=` with another word.
    #[error("`auth` is `password` or `xoauth2`")]
    Auth,
    /// `pipelining=` with another word.
    #[error("`pipelining` is `yes` or `no`")]
    Pipelining,
    /// Mail and passwords would travel in clear.
    #[error("`tls=none` is only for a relay on loopback; use `tls=starttls` or `smtps://`")]
    Clear,
}

impl RelayUrl {
    /// Reads a relay URL. Without `tls=` STARTTLS is required.
    ///
    /// # Errors
    /// See [`RelayFault`].
    pub fn parse(text: &str) -> Result<Self, RelayFault> {
        let url = Url::parse(text).map_err(|_: url::ParseError| RelayFault::Malformed)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(RelayFault::Malformed)?;
        // A bare slash or hash in a password ends the host before the host has begun.
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(RelayFault::Malformed);
        }
        let parameter =
            |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        let (tls, default_port) = match (url.scheme(), parameter("tls").as_deref()) {
            ("smtps", None) => (Tls::Implicit, 465),
            ("smtp", None | Some("starttls")) => (Tls::StartTls, 587),
            ("smtp", Some("none")) => (Tls::None, 25),
            ("smtp", Some(_)) => return Err(RelayFault::Mode),
            _ => return Err(RelayFault::Malformed),
        };
        if tls == Tls::None && !is_loopback(&url) {
            return Err(RelayFault::Clear);
        }
        let decoded = |text: &str| {
            let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
            decoded.map(String::from).map_err(|_: std::str::Utf8Error| RelayFault::Malformed)
        };
        let pipelining = match parameter("pipelining").as_deref() {
            None | Some("yes") => true,
            Some("no") => false,
            Some(_) => return Err(RelayFault::Pipelining),
        };
        let auth = match parameter("auth").as_deref() {
            None | Some("password") => Auth::Password,
            Some("xoauth2") => Auth::Xoauth2,
            Some(_) => return Err(RelayFault::Auth),
        };
        let credentials = match (url.username(), url.password()) {
            ("", _) => None,
            (user, password) => Some(Credentials {
                user: decoded(user)?,
                password: Secret::new(decoded(password.unwrap_or_default())?),
                auth,
            }),
        };
        let host = host.trim_matches(['[', ']']).to_owned();
        Ok(Self { host, port: url.port().unwrap_or(default_port), tls, credentials, pipelining })
    }

    /// The parameters behind the question mark, decoded; none where the text is no URL.
    pub(super) fn parameters(text: &str) -> Vec<(String, String)> {
        let pairs = Url::parse(text).map(|url| url.query_pairs().into_owned().collect());
        pairs.unwrap_or_default()
    }
}

/// `host:port`, without the login.
impl std::fmt::Display for RelayUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Whether the URL's host is this machine itself: `localhost` or a loopback address, nothing that DNS could answer.
///
/// `url` leaves the host of a scheme it does not know as text, so an IP address is read from that text here.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => is_this_machine(name),
        None => false,
    }
}

/// The same of a host as it is written.
pub(super) fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_text_is_refused_for_any_host_that_is_not_loopback() {
        for url in ["smtp://127.0.0.1:2525?tls=none", "smtp://localhost:2525?tls=none", "smtp://[::1]:25?tls=none"] {
            assert_eq!(RelayUrl::parse(url).unwrap().tls, Tls::None, "{url}");
        }
        for url in [
            "smtp://relay.example.org?tls=none",
            "smtp://10.0.0.1:25?tls=none",
            "smtp://127.0.0.1.example.org?tls=none",
            "smtp://localhost.example.org?tls=none",
        ] {
            assert_eq!(RelayUrl::parse(url), Err(RelayFault::Clear), "{url}");
        }
    }

    #[test]
    fn starttls_is_required_unless_something_else_is_asked_for() {
        let relay = RelayUrl::parse("smtp://ada:p%40ss@relay.example.org").unwrap();
        assert_eq!((relay.tls, relay.port), (Tls::StartTls, 587));
        assert_eq!(relay.credentials.unwrap().password.reveal(), "p@ss");
        assert_eq!(RelayUrl::parse("smtps://relay.example.org").unwrap().port, 465);
        assert_eq!(RelayUrl::parse("smtp://relay.example.org?tls=maybe"), Err(RelayFault::Mode));
        assert_eq!(RelayUrl::parse("relay.example.org:25"), Err(RelayFault::Malformed));
        assert!(RelayUrl::parse("smtps://relay.example.org").unwrap().pipelining);
        assert!(!RelayUrl::parse("smtps://relay.example.org?pipelining=no").unwrap().pipelining);
        assert_eq!(RelayUrl::parse("smtps://relay.example.org?pipelining=0"), Err(RelayFault::Pipelining));
        assert_eq!(RelayUrl::parse("smtp://localhost:12/ter2@relay.example.org"), Err(RelayFault::Malformed));
    }

    #[test]
    fn neither_debug_nor_display_shows_the_password() {
        let relay = RelayUrl::parse("smtps://ada:hunter2@relay.example.org").unwrap();
        assert!(!format!("{relay:?} {relay}").contains("hunter2"));
    }
}
