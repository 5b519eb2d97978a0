//! The server: sockets around [`Dialogue`].
//!
//! Powers: listens on a loopback address. Bounds: connections, bytes waiting on each (one read and one line), time.

use std::net::SocketAddr;
use std::time::Duration;
use std::{future::Future, io, pin::pin};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use super::dialogue::{Dialogue, GREETING};
use super::mailbox::Mailbox;

/// Connections open at one time; one more is answered 421.
const MAX_CONNECTIONS: usize = 256;

/// Bytes asked for in one read.
const READ_SIZE: usize = 64 * 1024;

/// How long a client may be silent, or leave replies unread (RFC 5321 4.5.3.2.7).
const PATIENCE: Duration = Duration::from_mins(5);

/// Wait after an accept that failed, for example for want of file descriptors.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);

/// Why the catcher can't listen.
#[derive(Debug, thiserror::Error)]
pub enum CatcherError {
    /// The catcher shows all mail to whoever asks, so it stays on this machine.
    #[error("the mail catcher listens on loopback only, and {0} is not a loopback address")]
    NotLoopback(SocketAddr),
    /// The address is taken, or not ours.
    #[error("the mail catcher could not listen on {address}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// The mail catcher, listening.
#[derive(Debug)]
pub struct Catcher {
    listener: TcpListener,
    address: SocketAddr,
    mailbox: Mailbox,
}

impl Catcher {
    /// Listens on `address` with an empty mailbox; port 0 picks a free port.
    ///
    /// # Errors
    /// If `address` is not a loopback address, or can't be listened on.
    pub async fn bind(address: SocketAddr) -> Result<Self, CatcherError> {
        Self::bind_with(address, Mailbox::default()).await
    }

    /// Listens on `address` and puts what it accepts into `mailbox`.
    ///
    /// # Errors
    /// If `address` is not a loopback address, or can't be listened on.
    pub async fn bind_with(address: SocketAddr, mailbox: Mailbox) -> Result<Self, CatcherError> {
        if !address.ip().is_loopback() {
            return Err(CatcherError::NotLoopback(address));
        }
        let listen = |source| CatcherError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        Ok(Self { listener, address, mailbox })
    }

    /// The address listened on, with the port that was picked.
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// A handle to what is caught.
    pub fn mailbox(&self) -> Mailbox {
        self.mailbox.clone()
    }

    /// Serves until `stop` is done, then drops every connection. A message not yet answered may or may not be kept.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        info!(catcher.address = %self.address, "Mail catcher listens on {}", self.address);
        let mut stop = pin!(stop);
        let mut open = JoinSet::new();
        loop {
            tokio::select! {
                () = &mut stop => break,
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        while open.try_join_next().is_some() {}
                        let welcome = open.len() < MAX_CONNECTIONS;
                        open.spawn(serve(stream, welcome.then(|| Dialogue::new(self.mailbox.clone()))));
                    }
                    Err(error) => {
                        warn!(%error, "Mail catcher could not accept a connection");
                        sleep(ACCEPT_AGAIN).await;
                    }
                },
                Some(_) = open.join_next() => {}
            }
        }
        open.shutdown().await;
    }
}

/// One connection from greeting to end, or a refusal if there is no `dialogue` for it.
async fn serve(mut stream: TcpStream, dialogue: Option<Dialogue>) {
    let ended = match dialogue {
        Some(dialogue) => converse(&mut stream, dialogue).await,
        None => say(&mut stream, b"421 4.3.2 Too many connections\r\n").await,
    };
    match ended {
        Err(error) if error.kind() == io::ErrorKind::TimedOut => {
            if let Err(error) = say(&mut stream, b"421 4.4.2 Waited too long\r\n").await {
                debug!(%error, "Mail catcher could not say that it waited too long");
            }
        }
        Err(error) => debug!(%error, "Mail catcher lost a connection"),
        Ok(()) => {}
    }
}

/// Reads what there is, works it off, and sends all replies together before it waits again.
async fn converse(stream: &mut TcpStream, mut dialogue: Dialogue) -> io::Result<()> {
    // Otherwise a reply waits for the acknowledgement of the one before it, up to 40 ms.
    stream.set_nodelay(true)?;
    say(stream, GREETING.as_bytes()).await?;
    let mut input = Vec::new();
    let mut replies = Vec::new();
    while !dialogue.is_over() {
        input.reserve(READ_SIZE);
        if timeout(PATIENCE, stream.read_buf(&mut input)).await?? == 0 {
            return Ok(());
        }
        let used = dialogue.hear(&input, &mut replies);
        input.drain(..used);
        say(stream, &replies).await?;
        replies.clear();
    }
    stream.shutdown().await
}

async fn say(stream: &mut TcpStream, replies: &[u8]) -> io::Result<()> {
    timeout(PATIENCE, stream.write_all(replies)).await?
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use tokio::io::{AsyncBufReadExt, BufReader};
    use tokio::sync::oneshot;

    use super::*;

    struct Client(BufReader<TcpStream>);

    impl Client {
        async fn connect(address: SocketAddr) -> Self {
            let mut client = Self(BufReader::new(TcpStream::connect(address).await.unwrap()));
            assert_eq!(client.reply().await, "220");
            client
        }

        async fn say(&mut self, text: &[u8]) {
            self.0.get_mut().write_all(text).await.unwrap();
        }

        /// Code and, if there is one, enhanced code of the next reply; empty at the end of the connection.
        async fn reply(&mut self) -> String {
            loop {
                let mut line = String::new();
                self.0.read_line(&mut line).await.unwrap();
                if line.as_bytes().get(3) != Some(&b'-') {
                    let mut words = line.split_whitespace();
                    let code = words.next().unwrap_or_default();
                    let enhanced = words.next().filter(|word| word.split('.').count() == 3);
                    return enhanced.map_or(code.to_owned(), |enhanced| format!("{code} {enhanced}"));
                }
            }
        }

        async fn replies(&mut self, count: usize) -> Vec<String> {
            let mut replies = Vec::new();
            for _ in 0..count {
                replies.push(self.reply().await);
            }
            replies
        }

        async fn ask(&mut self, line: &str) -> String {
            self.say(format!("{line}\r\n").as_bytes()).await;
            self.reply().await
        }
    }

    /// A running catcher; stops when the sender is dropped or used.
    async fn catcher() -> (SocketAddr, Mailbox, oneshot::Sender<()>) {
        let catcher = Catcher::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let (address, mailbox) = (catcher.local_addr(), catcher.mailbox());
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(catcher.run(async move { drop(stopped.await) }));
        (address, mailbox, stop)
    }

    #[tokio::test]
    async fn only_loopback_is_listened_on() {
        for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:2525"] {
            let error = Catcher::bind(address.parse().unwrap()).await.unwrap_err();
            assert!(matches!(error, CatcherError::NotLoopback(_)));
        }
        let taken = Catcher::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        assert!(matches!(Catcher::bind(taken.local_addr()).await, Err(CatcherError::Listen { .. })));
    }

    #[tokio::test]
    async fn pipelined_messages_are_kept_in_order_before_they_are_answered() {
        let (address, mailbox, _stop) = catcher().await;
        let mut client = Client::connect(address).await;
        assert_eq!(client.ask("EHLO client.example").await, "250");
        let one = "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nRCPT TO:<c@example.org>\r\nDATA\r\n\
                   Subject: Hello\r\n\r\n..dot\r\n.\r\n";
        client.say(format!("{one}{one}RSET\r\nNOOP\r\nVRFY x\r\nQUIT\r\n").as_bytes()).await;
        let message = ["250 2.1.0", "250 2.1.5", "250 2.1.5", "354", "250 2.0.0"];
        assert_eq!(client.replies(5).await, message);
        assert!(mailbox.count() >= 1);
        assert_eq!(client.replies(5).await, message);
        let answered = Instant::now();
        assert_eq!(client.replies(5).await, ["250 2.0.0", "250 2.0.0", "252 2.5.0", "221 2.0.0", ""]);
        assert_eq!(mailbox.count(), 2);
        let caught = mailbox.get(2).unwrap();
        assert!(caught.accepted_at < answered && mailbox.get(1).unwrap().accepted_at <= caught.accepted_at);
        assert_eq!(caught.raw, b"Subject: Hello\r\n\r\n.dot\r\n");
        assert_eq!(caught.recipients, ["b@example.org", "c@example.org"]);
    }

    #[tokio::test]
    async fn a_dialogue_works_byte_by_byte() {
        let (address, mailbox, _stop) = catcher().await;
        let mut client = Client::connect(address).await;
        client.0.get_mut().set_nodelay(true).unwrap();
        for byte in b"EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n..\r\n.\r\nQUIT\r\n" {
            client.say(&[*byte]).await;
        }
        assert_eq!(client.replies(6).await, ["250", "250 2.1.0", "250 2.1.5", "354", "250 2.0.0", "221 2.0.0"]);
        assert_eq!(mailbox.get(1).unwrap().raw, b".\r\n");
    }

    #[tokio::test]
    async fn a_bare_line_feed_refuses_the_message_and_smuggles_none() {
        let (address, mailbox, _stop) = catcher().await;
        let mut client = Client::connect(address).await;
        client.say(b"EHLO a\r\nMAIL FROM:<a@b.org>\r\nRCPT TO:<b@b.org>\r\nDATA\r\n").await;
        assert_eq!(client.replies(4).await[3], "354");
        client.say(b"one\r\n\n.\nMAIL FROM:<evil@b.org>\r\n.\r\n").await;
        assert_eq!(client.reply().await, "550 5.6.0");
        assert_eq!(mailbox.count(), 0);
        assert_eq!(client.ask("RCPT TO:<b@b.org>").await, "503 5.5.1");
        assert_eq!(client.ask("MAIL FROM:<a@b.org>").await, "250 2.1.0");
    }

    #[tokio::test]
    async fn commands_out_of_order_are_refused() {
        let (address, mailbox, _stop) = catcher().await;
        let mut client = Client::connect(address).await;
        for (line, reply) in [
            ("MAIL FROM:<a@b.org>", "503 5.5.1"),
            ("EHLO", "501 5.5.4"),
            ("ehlo a", "250"),
            ("RCPT TO:<a@b.org>", "503 5.5.1"),
            ("DATA", "503 5.5.1"),
            ("mail from:<a@b.org>", "250 2.1.0"),
            ("MAIL FROM:<a@b.org>", "503 5.5.1"),
            ("DATA", "503 5.5.1"),
            ("RCPT TO:<a@b.org>", "250 2.1.5"),
            ("RSET", "250 2.0.0"),
            ("DATA", "503 5.5.1"),
            ("MAIL FROM:<a@b.org>", "250 2.1.0"),
            ("EHLO again", "250"),
            ("RCPT TO:<a@b.org>", "503 5.5.1"),
        ] {
            assert_eq!(client.ask(line).await, reply, "{line}");
        }
        assert_eq!(mailbox.count(), 0);
    }

    #[tokio::test]
    async fn bounds_are_kept_and_the_dialogue_goes_on() {
        let (address, mailbox, _stop) = catcher().await;
        let mut client = Client::connect(address).await;
        assert_eq!(client.ask(&"x".repeat(300_000)).await, "500 5.5.2");
        assert_eq!(client.ask("EHLO a").await, "250");
        client.say(b"MAIL FROM:<>\r\nRCPT TO:<a@b.org>\r\nDATA\r\n").await;
        assert_eq!(client.replies(3).await[2], "354");
        let line = [vec![b'x'; 998], b"\r\n".to_vec()].concat().repeat(1_000);
        for _ in 0..27 {
            client.say(&line).await;
        }
        assert_eq!(client.ask(".").await, "552 5.3.4");
        assert_eq!(mailbox.count(), 0);
        assert_eq!(client.ask("QUIT").await, "221 2.0.0");
    }

    #[tokio::test]
    async fn one_connection_too_many_is_turned_away() {
        let (address, _mailbox, _stop) = catcher().await;
        let mut clients = Vec::new();
        for _ in 0..MAX_CONNECTIONS {
            clients.push(Client::connect(address).await);
        }
        let mut refused = Client(BufReader::new(TcpStream::connect(address).await.unwrap()));
        assert_eq!(refused.replies(2).await, ["421 4.3.2", ""]);
        assert_eq!(clients[0].ask("QUIT").await, "221 2.0.0");
        assert_eq!(clients[0].reply().await, "");
        // The place is free again a moment after the client has seen the end.
        for _ in 0..500 {
            let mut next = Client(BufReader::new(TcpStream::connect(address).await.unwrap()));
            if next.reply().await == "220" {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("no place became free");
    }

    #[tokio::test]
    async fn stopping_closes_connections_and_the_port() {
        let catcher = Catcher::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = catcher.local_addr();
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(catcher.run(async move { drop(stopped.await) }));
        let mut client = Client::connect(address).await;
        stop.send(()).unwrap();
        running.await.unwrap();
        assert_eq!(client.reply().await, "");
        assert!(TcpStream::connect(address).await.is_err());
    }
}
