//! TLS between PostgreSQL's client and a server: what libpq says to a socket of ours goes on over TLS, and back.
//!
//! # Why
//! libpq speaks TLS by OpenSSL only, which takes minutes to build and is a second TLS beside the one that is here anyway. It
//! takes no connection that somebody else has opened, but it goes to a socket of this process when it is told to.
//!
//! The server is asked for TLS (PostgreSQL's documentation, section 54.2.10), its certificate is checked, and only then is
//! there a door for libpq: an abstract socket (unix(7)) with a name that nobody can guess, open for one connection of this
//! very process. When either side ends, so does the other, at once.

use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixListener as Listener};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use rustix::net::sockopt;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy};
use tokio::net::{TcpStream, UnixListener, UnixStream};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{CertificateError, ClientConfig, Error as TlsError};

use crate::config::postgres::{Check, Server};
use crate::tls::{self, Authorities, AuthorityFault};

/// "Shall we speak TLS?" (`SSLRequest`): its length, and a version of the protocol that there is not.
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f];
/// What servers of PostgreSQL 17 and later want to hear in the handshake.
const ALPN: &[u8] = b"postgresql";

/// What a server says first (PostgreSQL's documentation, section 54.7): how it wants to know who we are,
const AUTHENTICATION: u8 = b'R';
/// and before that a notice, or which version of the protocol it speaks.
const FIRST: [u8; 3] = [AUTHENTICATION, b'N', b'v'];
/// It wants SASL, by one of the mechanisms that follow (`AuthenticationSASL`).
const SASL: [u8; 4] = [0, 0, 0, 10];
/// The mechanism that is bound to the channel, for which libpq must know its TLS.
const PLUS: &[u8] = b"SCRAM-SHA-256-PLUS";
/// Bytes of one of these messages at most.
const FIRST_WORDS: u32 = 8192;

/// A server that has said nothing for this long is asked whether it is there,
const IDLE: Duration = Duration::from_secs(30);
/// again after this,
const AGAIN: Duration = Duration::from_secs(10);
/// and so often.
const ASKED: u32 = 3;
/// Milliseconds that what we said may go without an acknowledgement.
const UNHEARD: u32 = 60_000;

/// How long libpq may take to come to a door that it was shown, and the server to hear a last word.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why there is no TLS to the server.
#[derive(Debug, thiserror::Error)]
pub(super) enum TunnelFault {
    /// Nothing answers there.
    #[error("connection to server at {0} failed: {1}")]
    Unreachable(Server, #[source] std::io::Error),
    /// It takes too long.
    #[error("connection to server at {0} failed: it did not answer within {1:?}")]
    Slow(Server, Duration),
    /// It ended, or said something else, before TLS began.
    #[error("the server at {0} broke off before TLS began; is it a PostgreSQL server, and does it run?")]
    BrokeOff(Server),
    /// TLS is off there, or somebody in between says so.
    #[error(
        "the server at {0} refuses TLS; switch it on there (ssl = on), or accept in the URL that everybody in between can \
         read along (sslmode=disable)"
    )]
    Refused(Server),
    /// Its certificate is not good enough.
    #[error("the server at {0} is not to be trusted: {1}")]
    Certificate(Server, String),
    /// The handshake failed.
    #[error("TLS with the server at {0} failed: {1}")]
    Handshake(Server, #[source] std::io::Error),
    /// No certificate could be for this name.
    #[error("\"{0}\" is no host name that a certificate could be for")]
    Name(String),
    /// The file of the authority cannot be read.
    #[error(transparent)]
    Authority(#[from] AuthorityFault),
    /// This process gets no socket or no thread.
    #[error("the system gives no way to the server at {0}: {1}")]
    System(Server, #[source] std::io::Error),
}

impl TunnelFault {
    /// Whether asking again may help.
    pub(super) fn is_temporary(&self) -> bool {
        match self {
            Self::Unreachable(..) | Self::Slow(..) | Self::BrokeOff(_) | Self::Handshake(..) | Self::System(..) => true,
            Self::Refused(_) | Self::Certificate(..) | Self::Name(_) | Self::Authority(_) => false,
        }
    }
}

/// An open way to a server, for one connection of libpq's.
pub(super) struct Tunnel {
    /// Where libpq finds it, in the place of a host.
    pub(super) door: String,
    ended: Receiver<std::io::Error>,
}

impl Tunnel {
    /// Reaches the server and makes sure of it, within `limit`. Blocks.
    ///
    /// # Errors
    /// See [`TunnelFault`].
    pub(super) fn open(server: &Server, check: &Check, limit: Duration) -> Result<Self, TunnelFault> {
        let config = Arc::new(config(check)?);
        let (opened, outcome) = mpsc::channel();
        let (ends, ended) = mpsc::channel();
        let theirs = server.clone();
        let run = move || run(&theirs, config, limit, &opened, &ends);
        let system = |error| TunnelFault::System(server.clone(), error);
        std::thread::Builder::new().name("store-tls".to_owned()).spawn(run).map_err(system)?;
        let door = outcome.recv().map_err(|gone| system(std::io::Error::other(gone)))??;
        Ok(Self { door, ended })
    }

    /// Why it ended, where that was for a fault of the way: libpq only knows that it ended. For a connection that failed.
    pub(super) fn fault(&self) -> Option<std::io::Error> {
        self.ended.recv_timeout(PATIENCE).ok()
    }
}

fn config(check: &Check) -> Result<ClientConfig, AuthorityFault> {
    let mut config = match check {
        Check::Name(None) => tls::by_name(Authorities::Public),
        Check::Name(Some(file)) => tls::by_name(Authorities::Only(file)),
        Check::Authority(file) => tls::by_authority(file),
    }?;
    config.alpn_protocols = vec![ALPN.to_vec()];
    Ok(config)
}

/// The thread of one connection.
fn run(
    server: &Server,
    config: Arc<ClientConfig>,
    limit: Duration,
    opened: &Sender<Result<String, TunnelFault>>,
    ends: &Sender<std::io::Error>,
) {
    let system = |error| TunnelFault::System(server.clone(), error);
    let dug = async {
        let slow = |_| TunnelFault::Slow(server.clone(), limit);
        let stream = timeout(limit, secure(server, config)).await.map_err(slow)??;
        let (door, name) = make_door().map_err(system)?;
        Ok::<_, TunnelFault>((stream, door, name))
    };
    let through = async {
        let (stream, door, name) = match dug.await {
            Ok(dug) => dug,
            Err(fault) => return opened.send(Err(fault)).is_ok(),
        };
        let shown = opened.send(Ok(name)).is_ok();
        if shown && let Ok(Ok(libpq)) = timeout(PATIENCE, accept(door)).await {
            return pass_on(stream, libpq).await.is_none_or(|fault| ends.send(fault).is_ok());
        }
        shown
    };
    let heard = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(through),
        Err(error) => opened.send(Err(system(error))).is_ok(),
    };
    if !heard {
        tracing::trace!("A connection to the database ended after nobody needed it any more");
    }
}

/// Connects, asks for TLS, and checks who answers.
async fn secure(server: &Server, config: Arc<ClientConfig>) -> Result<TlsStream<TcpStream>, TunnelFault> {
    let name = ServerName::try_from(server.name().to_owned());
    let name = name.map_err(|_| TunnelFault::Name(server.name().to_owned()))?;
    let place = (server.address.as_deref().unwrap_or(&server.host), server.port);
    let unreachable = |error| TunnelFault::Unreachable(server.clone(), error);
    let mut stream = TcpStream::connect(place).await.map_err(unreachable)?;
    keep_alive(&stream).map_err(|error| TunnelFault::System(server.clone(), error))?;
    stream.write_all(&SSL_REQUEST).await.map_err(unreachable)?;
    // One byte and no more: whatever came behind it in clear is read as TLS, and fails.
    match stream.read_u8().await {
        Ok(b'S') => {}
        Ok(b'N') => return Err(TunnelFault::Refused(server.clone())),
        // What an error says here, anybody in between may have written.
        Ok(_) | Err(_) => return Err(TunnelFault::BrokeOff(server.clone())),
    }
    let connected = TlsConnector::from(config).connect(name, stream).await;
    connected.map_err(|error| match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(TlsError::InvalidCertificate(fault)) => TunnelFault::Certificate(server.clone(), sentence(fault, server)),
        _ => TunnelFault::Handshake(server.clone(), error),
    })
}

/// What is wrong with a certificate, and what to do about it.
fn sentence(fault: &CertificateError, server: &Server) -> String {
    match fault {
        // Another authority of the same name has another key.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "no authority that we know has signed its certificate; name the file of yours \
                                            in the URL (sslrootcert=FILE)"
                .to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => format!(
            "its certificate is not for the name {}; write the name that it is for (its subjectAltName) into the URL, and \
             where the server is into hostaddr=",
            server.name()
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "its certificate has expired".to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet; is the clock of this machine right?".to_owned()
        }
        other => format!("its certificate is refused ({other})"),
    }
}

/// A server that is gone without a word must be noticed: senders wait for their last look.
fn keep_alive(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    sockopt::set_socket_keepalive(stream, true)?;
    sockopt::set_tcp_keepidle(stream, IDLE)?;
    sockopt::set_tcp_keepintvl(stream, AGAIN)?;
    sockopt::set_tcp_keepcnt(stream, ASKED)?;
    Ok(sockopt::set_tcp_user_timeout(stream, UNHEARD)?)
}

/// A door of a name that nobody can guess, and what libpq calls it.
fn make_door() -> std::io::Result<(UnixListener, String)> {
    let mut chance = [0; 16];
    getrandom::fill(&mut chance).map_err(|error| std::io::Error::other(error.to_string()))?;
    let name = format!("consentry-{}", data_encoding::HEXLOWER.encode(&chance));
    // As libpq makes a socket's name of a folder's and of a port.
    let address = SocketAddr::from_abstract_name(format!("{name}/.s.PGSQL.5432"))?;
    let listener = Listener::bind_addr(&address)?;
    listener.set_nonblocking(true)?;
    Ok((UnixListener::from_std(listener)?, format!("@{name}")))
}

/// The one connection that comes from this process; the door is closed behind it.
async fn accept(door: UnixListener) -> std::io::Result<UnixStream> {
    loop {
        let (stream, _) = door.accept().await?;
        let us = i32::try_from(std::process::id()).ok();
        if us.is_some() && stream.peer_cred()?.pid() == us {
            return Ok(stream);
        }
        tracing::warn!("Another process was refused at the way to the database");
    }
}

/// Passes on what the server says first, up to how it wants to know who we are, and hides the way that needs libpq's own TLS.
///
/// libpq takes that offer on a connection that it thinks is in clear for an attack. It says to the server in return that it
/// does not know channel binding, which is true, and which the server takes (RFC 5802 section 6).
async fn hide_channel_binding(
    mut server: impl AsyncRead + Unpin,
    mut libpq: impl AsyncWrite + Unpin,
) -> std::io::Result<()> {
    loop {
        let (kind, length) = (server.read_u8().await?, server.read_u32().await?);
        let body = length.checked_sub(4).filter(|body| *body <= FIRST_WORDS && FIRST.contains(&kind));
        let Some(body) = body else {
            // An error, or nothing that PostgreSQL would say: libpq's matter.
            libpq.write_u8(kind).await?;
            return libpq.write_u32(length).await;
        };
        let mut said = Vec::new();
        (&mut server).take(u64::from(body)).read_to_end(&mut said).await?;
        if let Some(mechanisms) = said.strip_prefix(&SASL).filter(|_| kind == AUTHENTICATION) {
            let others = mechanisms.split(|byte| *byte == 0).filter(|name| !name.is_empty() && *name != PLUS);
            let others: Vec<u8> = others.flat_map(|name| name.iter().copied().chain([0])).collect();
            said = [&SASL[..], &others, &[0]].concat();
        }
        libpq.write_u8(kind).await?;
        libpq.write_u32(u32::try_from(said.len()).unwrap_or(FIRST_WORDS).saturating_add(4)).await?;
        libpq.write_all(&said).await?;
        if kind == AUTHENTICATION {
            return Ok(());
        }
    }
}

/// PostgreSQL ends without a last word of TLS (`close_notify`); libpq knows by its own protocol whether it was told all.
fn is_plain_end(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::UnexpectedEof
}

/// Passes on what either side says until one of them ends. Returns the fault of the server's side, if that was why.
async fn pass_on(stream: TlsStream<TcpStream>, mut libpq: UnixStream) -> Option<std::io::Error> {
    let (mut from_server, mut to_server) = tokio::io::split(stream);
    let (mut from_libpq, mut to_libpq) = libpq.split();
    let down = async {
        hide_channel_binding(&mut from_server, &mut to_libpq).await?;
        copy(&mut from_server, &mut to_libpq).await
    };
    let (fault, by_libpq) = tokio::select! {
        ended = down => (ended.err().filter(|error| !is_plain_end(error)), false),
        ended = copy(&mut from_libpq, &mut to_server) => (ended.err(), true),
    };
    if let Some(error) = &fault {
        tracing::debug!(%error, "A connection to the database broke");
    }
    if by_libpq && !matches!(timeout(PATIENCE, to_server.shutdown()).await, Ok(Ok(()))) {
        tracing::debug!("The database server did not hear that a connection has ended");
    }
    fault
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What libpq hears of what the server says.
    async fn heard(said: &[u8]) -> Vec<u8> {
        let mut heard = Vec::new();
        let mut rest = said;
        drop(hide_channel_binding(&mut rest, &mut heard).await);
        heard.extend_from_slice(rest);
        heard
    }

    fn message(kind: u8, body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(body.len() + 4).unwrap();
        [&[kind][..], &length.to_be_bytes(), body].concat()
    }

    #[tokio::test]
    async fn libpq_is_offered_no_channel_binding_and_hears_everything_else_as_it_was_said() {
        let offer = message(b'R', b"\0\0\0\x0aSCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0");
        let plain = message(b'R', b"\0\0\0\x0aSCRAM-SHA-256\0\0");
        let (version, rest) = (message(b'v', b"\0\x03\0\0\0\0\0\0"), b"R\0\0\0\x08SCRAM-SHA-256-PLUS");
        assert_eq!(heard(&[&offer[..], rest].concat()).await, [&plain[..], rest].concat());
        let after_version = [&version[..], &offer, rest].concat();
        assert_eq!(heard(&after_version).await, [&version[..], &plain, rest].concat());
        for said in [
            plain,
            message(b'R', b"\0\0\0\0"),
            message(b'R', b"\0\0\0\x05salt"),
            message(b'E', b"SFATAL\0SCRAM-SHA-256-PLUS\0\0"),
            message(b'x', b""),
            b"R\xff\xff\xff\xffmuch".to_vec(),
            b"R\0\0\0\0little".to_vec(),
        ] {
            assert_eq!(heard(&said).await, said);
        }
    }
}
