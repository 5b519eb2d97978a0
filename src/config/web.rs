//! The base URL of the links, and where the web server listens.

use std::net::{Ipv4Addr, SocketAddr, ToSocketAddrs as _};

use url::Url;

use super::relay::is_loopback;

/// The port when nothing is said.
const DEFAULT_PORT: u16 = 8025;

/// What every link begins with: https, or http to loopback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    loopback: bool,
}

/// The text cannot begin a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlFault {
    /// Not a URL.
    #[error("write a URL such as `https://mail.example.org`")]
    Malformed,
    /// Links would travel in clear (RFC 8058 section 3.1 wants https).
    #[error("it must begin with https:// (http:// is only for loopback)")]
    NotHttps,
    /// A query or a fragment would end up inside every link.
    #[error("it must have no query, no fragment and no login")]
    Extra,
}

impl BaseUrl {
    /// Reads a base URL; a slash at its end is dropped.
    ///
    /// # Errors
    /// See [`BaseUrlFault`].
    pub fn parse(text: &str) -> Result<Self, BaseUrlFault> {
        let url = Url::parse(text).map_err(|_: url::ParseError| BaseUrlFault::Malformed)?;
        let loopback = is_loopback(&url);
        match url.scheme() {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err(BaseUrlFault::NotHttps),
            _ => return Err(BaseUrlFault::Malformed),
        }
        if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return Err(BaseUrlFault::Extra);
        }
        Ok(Self { text: url.as_str().trim_end_matches('/').to_owned(), loopback })
    }

    /// The address of [`default_listen`].
    pub fn loopback_default() -> Self {
        Self { text: format!("http://127.0.0.1:{DEFAULT_PORT}"), loopback: true }
    }

    /// The URL without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether links only work on this machine: for the demo and for development.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

/// Loopback, port 8025.
pub(super) fn default_listen() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT))
}

pub(super) fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    let refused = || format!("{text:?} is not an address with a port, such as 127.0.0.1:{DEFAULT_PORT}");
    let mut found = text.to_socket_addrs().map_err(|_: std::io::Error| refused())?;
    found.next().ok_or_else(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_https_except_to_loopback() {
        assert_eq!(BaseUrl::parse("https://mail.example.org/").unwrap().as_str(), "https://mail.example.org");
        assert_eq!(BaseUrl::parse("http://127.0.0.1:8025").unwrap().as_str(), "http://127.0.0.1:8025");
        assert_eq!(BaseUrl::parse("http://mail.example.org"), Err(BaseUrlFault::NotHttps));
        assert_eq!(BaseUrl::parse("https://mail.example.org/?a=b"), Err(BaseUrlFault::Extra));
        assert_eq!(BaseUrl::parse("mail.example.org"), Err(BaseUrlFault::Malformed));
    }
}
