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
use super::tls::{TlsFault, TlsSettings};
use super::wire::{Line, Wire};
use crate::config::{Auth, RelayUrl, Tls};
use crate::domain::delivery::Reply;

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
    /// AUTH failed.
    #[error("the relay refused the login: {0}")]
    Login(String),
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
        let credentials = Credentials::new(login.user.clone(), login.password.reveal().to_owned());
        let mechanisms: &[Mechanism] = match login.auth {
            Auth::Password => &[Mechanism::Plain, Mechanism::Login],
            Auth::Xoauth2 => &[Mechanism::Xoauth2],
        };
        let signed_in = timed(times.command, smtp.auth(mechanisms, &credentials)).await;
        let signed_in = signed_in.ok_or_else(|| ConnectError::Login("no answer in time".to_owned()))?;
        signed_in.map_err(|error| ConnectError::Login(said(&error)))?;
    }
    Ok(Opened { smtp, line, extensions })
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
    let no_tls = || ConnectError::Tls("no answer in time".to_owned());
    let unreachable = |reason: &dyn std::fmt::Display| ConnectError::Unreachable {
        relay: relay.to_string(),
        reason: reason.to_string(),
    };
    let connecting = timeout(times.connect, TcpStream::connect((relay.host.as_str(), relay.port))).await;
    let stream = match connecting {
        Ok(connected) => connected.map_err(|error| unreachable(&error))?,
        Err(_) => return Err(unreachable(&"no answer in time")),
    };
    stream.set_nodelay(true).map_err(|error| unreachable(&error))?;
    Ok(match relay.tls {
        Tls::None => laid(Wire::new(stream).with_plain_hello(plain_hello)),
        Tls::StartTls => {
            let upgraded = timed(times.command, starttls::upgrade(stream, name, tls)).await.ok_or_else(no_tls)?;
            laid(Wire::greeted(upgraded.map_err(|fault| ConnectError::Tls(fault.to_string()))?))
        }
        Tls::Implicit => {
            let secured = timed(times.command, tls.connector.connect(tls.host.clone(), stream)).await;
            let secured = secured.ok_or_else(no_tls)?.map_err(|error| ConnectError::Tls(error.to_string()))?;
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
    match timed(times.command, AsyncSmtpConnection::connect_with_transport(wire, hello)).await {
        Some(Ok(smtp)) => Ok((smtp, line)),
        Some(Err(error)) => Err(NotWelcome { code: error.status().map(u16::from), said: said(&error) }),
        None => Err(NotWelcome { code: None, said: "no greeting in time".to_owned() }),
    }
}

/// None where the time ran out.
pub(super) async fn timed<T>(limit: Duration, dialogue: impl Future<Output = T>) -> Option<T> {
    timeout(limit, dialogue).await.ok()
}

/// The relay's words, without anything that looks like an address.
fn said(error: &lettre::transport::smtp::Error) -> String {
    let source = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    Reply::new(0, &format!("{error} {source}")).text
}
