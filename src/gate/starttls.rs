//! STARTTLS on our own socket, before lettre gets it (RFC 3207).
//!
//! lettre keeps what it has read over the upgrade. Whoever sits in between could add replies in clear behind the answer to
//! STARTTLS, and they would be read as if they had come over TLS. Here every byte before the handshake is accounted for:
//! one that nobody asked for ends the connection.

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio_rustls::client::TlsStream;

use super::said::{NoReply, Said, Unread};
use super::tls::{TlsSettings, handshake_fault};

/// Why the connection did not become secure. Nothing but EHLO and STARTTLS has been said in clear.
#[derive(Debug, thiserror::Error)]
pub(super) enum StartTlsFault {
    /// The connection ended or failed.
    #[error("the connection ended: {0}")]
    Io(#[from] std::io::Error),
    /// The handshake failed.
    #[error("{}", handshake_fault(.0))]
    Handshake(std::io::Error),
    /// What came was no reply.
    #[error(transparent)]
    NoReply(#[from] NoReply),
    /// A reply that means no.
    #[error("the relay answered {0}")]
    Refused(u16),
    /// The relay has no TLS, or somebody in between hides it.
    #[error("the relay does not offer STARTTLS; the relay must offer STARTTLS, or use smtps://")]
    NotOffered,
    /// There was more in clear than the answers to what we said (RFC 3207 section 4.2).
    #[error("something was sent in clear behind the answer to STARTTLS")]
    Injected,
}

/// Reads the greeting, says EHLO and STARTTLS, and secures the stream.
///
/// # Errors
/// See [`StartTlsFault`]; the stream is closed then.
pub(super) async fn upgrade<S>(stream: S, hello: &str, tls: &TlsSettings) -> Result<TlsStream<S>, StartTlsFault>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut clear = Clear { stream, unread: Unread::default() };
    clear.reply().await?.is(220)?;
    clear.write(&format!("EHLO {hello}\r\n")).await?;
    let offer = clear.reply().await?;
    offer.is(250)?;
    if !offer.lines.iter().skip(1).any(|line| line.trim().eq_ignore_ascii_case("STARTTLS")) {
        return Err(StartTlsFault::NotOffered);
    }
    clear.write("STARTTLS\r\n").await?;
    clear.reply().await?.is(220)?;
    if !clear.unread.is_empty() {
        return Err(StartTlsFault::Injected);
    }
    // What comes from here on is read as TLS, and anything else fails the handshake.
    tls.connector.connect(tls.host.clone(), clear.stream).await.map_err(StartTlsFault::Handshake)
}

impl Said {
    fn is(&self, wanted: u16) -> Result<(), StartTlsFault> {
        if self.code == wanted { Ok(()) } else { Err(StartTlsFault::Refused(self.code)) }
    }
}

/// The stream before it is secure.
struct Clear<S> {
    stream: S,
    unread: Unread,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Clear<S> {
    async fn write(&mut self, command: &str) -> Result<(), StartTlsFault> {
        // An answer before the question is none of ours.
        if !self.unread.is_empty() {
            return Err(StartTlsFault::Injected);
        }
        self.stream.write_all(command.as_bytes()).await?;
        Ok(self.stream.flush().await?)
    }

    async fn reply(&mut self) -> Result<Said, StartTlsFault> {
        loop {
            if let Some(said) = self.unread.next()? {
                return Ok(said);
            }
            let mut part = [0; 1024];
            let read = self.stream.read(&mut part).await?;
            if read == 0 {
                return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into());
            }
            self.unread.push(part.get(..read).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a relay says that answers each command of ours by the next of `answers`, and what came of it.
    async fn against(greeting: &str, answers: &[&str], by_octet: bool) -> (Result<(), StartTlsFault>, String) {
        let (ours, mut theirs) = tokio::io::duplex(64 * 1024);
        let tls = TlsSettings::new("relay.example", None).unwrap();
        let say: Vec<String> = std::iter::once(greeting).chain(answers.iter().copied()).map(str::to_owned).collect();
        let relay = tokio::spawn(async move {
            let mut heard = Vec::new();
            for answer in say {
                for part in answer.as_bytes().chunks(if by_octet { 1 } else { usize::MAX }) {
                    theirs.write_all(part).await.unwrap();
                    tokio::task::yield_now().await;
                }
                let mut command = [0; 1024];
                let read = theirs.read(&mut command).await.unwrap();
                heard.extend(command[..read].iter().copied());
            }
            String::from_utf8_lossy(&heard).into_owned()
        });
        let upgraded = upgrade(ours, "client.example", &tls).await.map(|_| ());
        (upgraded, relay.await.unwrap())
    }

    const OFFER: &str = "250-relay.example\r\n250-SIZE\r\n250 STARTTLS\r\n";

    #[tokio::test]
    async fn what_is_added_in_clear_behind_the_answer_to_starttls_is_never_read_as_a_reply() {
        let injected = "220 go\r\n250 injected\r\n";
        let (upgraded, heard) = against("220 relay.example\r\n", &[OFFER, injected], false).await;
        assert!(matches!(upgraded, Err(StartTlsFault::Injected)), "{upgraded:?}");
        assert_eq!(heard, "EHLO client.example\r\nSTARTTLS\r\n");
    }

    #[tokio::test]
    async fn an_answer_before_its_question_ends_the_connection() {
        let early = format!("{OFFER}220 go\r\n");
        let (upgraded, heard) = against("220 relay.example\r\n", &[&early], false).await;
        assert!(matches!(upgraded, Err(StartTlsFault::Injected)), "{upgraded:?}");
        assert_eq!(heard, "EHLO client.example\r\n");
    }

    #[tokio::test]
    async fn a_relay_that_hides_starttls_gets_nothing_in_clear() {
        let (upgraded, heard) = against("220-relay\r\n220 ready\r\n", &["250-relay\r\n250 SIZE\r\n"], true).await;
        assert!(matches!(upgraded, Err(StartTlsFault::NotOffered)), "{upgraded:?}");
        assert_eq!(heard, "EHLO client.example\r\n");
    }

    #[tokio::test]
    async fn after_a_clean_answer_the_handshake_begins() {
        let (upgraded, heard) = against("220 relay.example\r\n", &[OFFER, "220 go\r\n"], true).await;
        // The relay of this test has no TLS: it hears the first record of the handshake and hangs up.
        assert!(matches!(upgraded, Err(StartTlsFault::Handshake(_))), "{upgraded:?}");
        assert!(heard.starts_with("EHLO client.example\r\nSTARTTLS\r\n\u{16}\u{3}\u{1}"), "{heard:?}");
    }

    #[tokio::test]
    async fn what_is_no_reply_is_refused() {
        for greeting in ["hello\r\n", "22\r\n", "220x\r\n", "220-a\r\n550 b\r\n", "999 x\r\n", "\r\n"] {
            let (upgraded, heard) = against(greeting, &[], false).await;
            assert!(matches!(upgraded, Err(StartTlsFault::NoReply(_))), "{greeting:?}: {upgraded:?}");
            assert_eq!(heard, "");
        }
        let (upgraded, _) = against("554 no\r\n", &[], false).await;
        assert!(matches!(upgraded, Err(StartTlsFault::Refused(554))), "{upgraded:?}");
        let endless = "250-x\r\n".repeat(crate::gate::said::REPLY_MAX);
        let (ours, theirs) = tokio::io::duplex(1024);
        let feeding = tokio::spawn(async move {
            let mut theirs = theirs;
            drop(theirs.write_all(endless.as_bytes()).await);
        });
        let tls = TlsSettings::new("relay.example", None).unwrap();
        assert!(matches!(upgrade(ours, "x", &tls).await, Err(StartTlsFault::NoReply(_) | StartTlsFault::Refused(250))));
        feeding.await.unwrap();
    }
}
