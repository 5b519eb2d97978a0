//! Opening a connection to the relay: greeting, EHLO, TLS and AUTH, all that comes before the first MAIL.

use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::extensions::Extensions;
use super::starttls;
use super::times::Times;
use super::tls::{TlsFault, TlsSettings, handshake_fault};
use super::wire::{Line, Wire};
use crate::config::{Auth, Credentials as Login, RelayUrl, Tls};
use crate::domain::bounce::{Blame, SmtpStep, blame};

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Nobody answers there.
    #[error("nothing answers at {relay}: {reason}")]
    Unreachable {
        /// Host and port.
        relay: String,
        /// What the system said.
        reason: String,
    },
    /// It answered, and not as a relay should.
    #[error("the relay did not take us in: {0}")]
    Refused(String),
    /// No TLS.
    #[error("no secure connection to the relay: {0}")]
    Tls(String),
    /// TLS settings.
    #[error(transparent)]
    Settings(#[from] TlsFault),
    /// AUTH failed, and may do better later.
    #[error("the relay refused the login: {0}")]
    Login(String),
    /// AUTH is refused for good, or cannot be: asking again and again would only lock the account.
    #[error("the relay refused the login: {0}")]
    LoginForGood(String),
}

/// A connection that is greeted, secured and signed in.
pub(super) struct Opened {
    pub(super) smtp: AsyncSmtpConnection,
    pub(super) line: Line,
    pub(super) extensions: Extensions,
}

/// Does all that comes before the first MAIL.
///
/// # Errors
/// See [`ConnectError`].
pub(super) async fn open(
    relay: &RelayUrl,
    tls: &TlsSettings,
    name: &str,
    times: Times,
) -> Result<Opened, ConnectError> {
    let hello = ClientId::Domain(name.to_owned());
    let wire = securely_connected(relay, tls, name, times, false).await?;
    let (mut smtp, line) = match introduced(wire, &hello, times).await {
        // It knows no EHLO (RFC 5321 section 3.2). STARTTLS and AUTH are extensions, so there is nothing to lose.
        Err(NotWelcome { code: Some(500 | 501 | 502 | 504), .. })
            if relay.credentials.is_none() && relay.tls != Tls::StartTls =>
        {
            let wire = securely_connected(relay, tls, name, times, true).await?;
            introduced(wire, &hello, times).await
        }
        introduced => introduced,
    }
    .map_err(|not_welcome| ConnectError::Refused(not_welcome.said))?;
    // lettre does not tell about PIPELINING. What it heard is read here: some relays refuse to be asked once more.
    let mut extensions = line.heard().map(|offer| Extensions::read(&offer)).unwrap_or_default();
    extensions.pipelining &= relay.pipelining;
    if let Some(login) = &relay.credentials {
        signed_in(&mut smtp, &line, login, &extensions.auth, times).await?;
    }
    Ok(Opened { smtp, line, extensions })
}

/// Signs in, by a mechanism that the relay offers.
async fn signed_in(
    smtp: &mut AsyncSmtpConnection,
    line: &Line,
    login: &Login,
    offered: &[String],
    times: Times,
) -> Result<(), ConnectError> {
    let (mechanisms, spoken): (&[Mechanism], &[&str]) = match login.auth {
        Auth::Password => (&[Mechanism::Plain, Mechanism::Login], &["PLAIN", "LOGIN"]),
        Auth::Xoauth2 => (&[Mechanism::Xoauth2], &["XOAUTH2"]),
    };
    if !offered.iter().any(|offer| spoken.contains(&offer.as_str())) {
        let offers = if offered.is_empty() { "no login".to_owned() } else { offered.join(", ") };
        let said = format!("it offers {offers}, and we speak {}", spoken.join(", "));
        return Err(ConnectError::LoginForGood(said));
    }
    let credentials = Credentials::new(login.user.clone(), login.password.reveal().to_owned());
    match timed(times.left(times.command), smtp.auth(mechanisms, &credentials)).await {
        Some(Ok(_)) => Ok(()),
        None => Err(ConnectError::Login("no answer in time".to_owned())),
        Some(Err(_)) => Err(match line.heard() {
            Some(said) if said.code >= 500 && blame(SmtpStep::Rcpt, &said.reply()) == Blame::Sender => {
                ConnectError::LoginForGood(said.reply().to_string())
            }
            Some(said) => ConnectError::Login(said.reply().to_string()),
            None => ConnectError::Login(format!("it {}", line.instead_of("an answer"))),
        }),
    }
}

/// A wire for lettre, with its line.
type Laid = (Box<dyn AsyncTokioStream>, Line);

/// Our socket, with TLS on it as the relay's address says.
async fn securely_connected(
    relay: &RelayUrl,
    tls: &TlsSettings,
    name: &str,
    times: Times,
    plain_hello: bool,
) -> Result<Laid, ConnectError> {
    let no_tls = |hint| ConnectError::Tls(format!("no answer in time{hint}"));
    let unreachable = |reason: &dyn std::fmt::Display| ConnectError::Unreachable {
        relay: relay.to_string(),
        reason: reason.to_string(),
    };
    let connecting = timeout(times.left(times.connect), TcpStream::connect((relay.host.as_str(), relay.port))).await;
    let stream = match connecting {
        Ok(connected) => connected.map_err(|error| unreachable(&error))?,
        Err(_) => return Err(unreachable(&"no answer in time")),
    };
    stream.set_nodelay(true).map_err(|error| unreachable(&error))?;
    Ok(match relay.tls {
        Tls::None => laid(Wire::new(stream).with_plain_hello(plain_hello)),
        Tls::StartTls => {
            // A port that expects TLS from the first byte waits for ours, as we do for its greeting.
            let upgraded = timed(times.left(times.command), starttls::upgrade(stream, name, tls)).await;
            let upgraded = upgraded.ok_or_else(|| no_tls("; the relay must offer STARTTLS, or use smtps://"))?;
            laid(Wire::greeted(upgraded.map_err(|fault| ConnectError::Tls(fault.to_string()))?))
        }
        Tls::Implicit => {
            let secured = timed(times.left(times.command), tls.connector.connect(tls.host.clone(), stream)).await;
            let secured = secured.ok_or_else(|| no_tls(""))?;
            let secured = secured.map_err(|error| ConnectError::Tls(handshake_fault(&error)))?;
            laid(Wire::new(secured).with_plain_hello(plain_hello))
        }
    })
}

fn laid<S>(wire: Wire<S>) -> Laid
where
    Wire<S>: AsyncTokioStream + 'static,
{
    let line = wire.line();
    (Box::new(wire), line)
}

/// Why the relay did not let us in.
struct NotWelcome {
    code: Option<u16>,
    said: String,
}

/// Reads the greeting and says EHLO.
async fn introduced(
    (wire, line): Laid,
    hello: &ClientId,
    times: Times,
) -> Result<(AsyncSmtpConnection, Line), NotWelcome> {
    let opened = timed(times.left(times.command), AsyncSmtpConnection::connect_with_transport(wire, hello)).await;
    let awaited = if line.written() == 0 { "a greeting" } else { "an answer to EHLO" };
    match opened {
        Some(Ok(smtp)) => Ok((smtp, line)),
        Some(Err(error)) => {
            Err(NotWelcome { code: error.status().map(u16::from), said: format!("it {}", line.instead_of(awaited)) })
        }
        None => Err(NotWelcome { code: None, said: format!("it did not say {awaited} in time") }),
    }
}

/// None where the time ran out.
pub(super) async fn timed<T>(limit: Duration, dialogue: impl Future<Output = T>) -> Option<T> {
    timeout(limit, dialogue).await.ok()
}
