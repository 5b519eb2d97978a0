//! Our own socket under lettre's connection.
//!
//! lettre never sets `TCP_NODELAY`, which costs 44 ms for each message on loopback (Nagle against delayed
//! acknowledgement); it reads a line of any length, and takes what the relay sent unasked for the answer to what it asks
//! next. So every octet passes here:
//!
//! - What goes out is counted, which tells whether the final dot can have left at all.
//! - What comes in is read as replies, within bounds, and handed on one by one.
//! - Nothing is written while the relay has said something that nobody asked for, or is gone: neither a command nor any
//!   part of a message.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use super::said::{Said, Unread};

/// What a connection knows of its wire, which lettre owns.
#[derive(Clone, Debug, Default)]
pub(super) struct Line(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    written: u64,
    unread: Unread,
    /// The stream ended, or failed.
    over: bool,
    turn: Turn,
    /// Replies to the next command.
    answers: usize,
    last: Option<Said>,
}

/// Whose turn it is to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// Every reply that was asked for was read.
    Ours,
    /// So many replies are awaited.
    Theirs(usize),
    /// The message goes out: until so many octets are written it is not whole, and the relay has nothing to say. Behind
    /// it go commands that have so many replies.
    Message { whole_at: u64, behind: usize },
}

impl Default for State {
    /// The relay speaks first.
    fn default() -> Self {
        Self { written: 0, unread: Unread::default(), over: false, turn: Turn::Theirs(1), answers: 1, last: None }
    }
}

impl Line {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Octets handed to the system so far.
    pub(super) fn written(&self) -> u64 {
        self.state().written
    }

    /// The next command has so many replies.
    pub(super) fn will_be_answered(&self, times: usize) {
        self.state().answers = times;
    }

    /// What is written next is a message of so many octets, which has one reply, and behind it what has `behind` replies.
    pub(super) fn message_begins(&self, octets: u64, behind: usize) {
        let mut state = self.state();
        state.turn = Turn::Message { whole_at: state.written.saturating_add(octets), behind };
        state.last = None;
    }

    /// The reply that was read last, unless it was taken already.
    pub(super) fn heard(&self) -> Option<Said> {
        self.state().last.take()
    }

    /// Why no reply was read that was waited for, in words that go behind "the relay": what it said instead, or that it is
    /// gone.
    pub(super) fn instead_of(&self, reply: &str) -> String {
        let state = self.state();
        match &state.last {
            Some(said) => format!("said {}", said.reply().in_words()),
            None if state.over => format!("closed the connection without {reply}"),
            None => format!("sent something that is no reply of SMTP instead of {reply}"),
        }
    }

    /// Whether the relay has said more than it was asked, and not only that it closes (421).
    pub(super) fn said_more(&self) -> bool {
        let mut state = self.state();
        !state.unread.is_empty() && !matches!(state.unread.next(), Ok(Some(said)) if said.code == 421)
    }

    /// Whether nothing is known to have come that nobody asked for.
    pub(super) fn is_quiet(&self) -> bool {
        let state = self.state();
        state.unread.is_empty() && !state.over
    }
}

/// A stream that knows the socket under it.
pub(super) trait Peer {
    fn socket(&self) -> &TcpStream;
}

impl Peer for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

impl Peer for TlsStream<TcpStream> {
    fn socket(&self) -> &TcpStream {
        self.get_ref().0
    }
}

/// Acknowledges at once what has come. A relay that has Nagle's algorithm on and says three replies in three pieces waits
/// with the second until the first is acknowledged, which Linux does after 40 ms where nothing is sent meanwhile. The option
/// lasts for what has come only, and what cannot be set costs time and nothing else.
fn acknowledge(socket: &TcpStream) {
    #[cfg(target_os = "linux")]
    if let Err(error) = socket2::SockRef::from(socket).set_tcp_quickack(true) {
        tracing::trace!(%error, "TCP_QUICKACK could not be set");
    }
    #[cfg(not(target_os = "linux"))]
    drop(socket);
}

/// The stream, with the [`Line`] between it and lettre.
#[derive(Debug)]
pub(super) struct Wire<S> {
    stream: S,
    line: Line,
    /// What lettre reads before anything else.
    ready: Vec<u8>,
    /// Whether EHLO is said as HELO.
    plain_hello: bool,
}

/// lettre waits for a greeting, and a relay says it once: before STARTTLS.
const GREETING: &[u8] = b"220 secured\r\n";
const EHLO: &[u8] = b"EHLO ";
const HELO: &[u8] = b"HELO ";

impl<S> Wire<S> {
    pub(super) fn new(stream: S) -> Self {
        Self { stream, line: Line::default(), ready: Vec::new(), plain_hello: false }
    }

    /// A stream whose greeting was read before it was secured.
    pub(super) fn greeted(stream: S) -> Self {
        let wire = Self::new(stream);
        wire.line.state().turn = Turn::Ours;
        Self { ready: GREETING.to_vec(), ..wire }
    }

    /// lettre knows EHLO only, and a relay may not (RFC 5321 section 3.2).
    pub(super) fn with_plain_hello(self, plain_hello: bool) -> Self {
        Self { plain_hello, ..self }
    }

    pub(super) fn line(&self) -> Line {
        self.line.clone()
    }
}

impl<S: AsyncRead + Peer + Unpin> Wire<S> {
    /// Reads on. Ready where something came, or where the stream is over.
    fn hear(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut octets = [0; 4096];
        let mut part = ReadBuf::new(&mut octets);
        let heard = Pin::new(&mut self.stream).poll_read(cx, &mut part);
        let mut state = self.line.state();
        match &heard {
            Poll::Ready(Ok(())) if part.filled().is_empty() => state.over = true,
            Poll::Ready(Ok(())) => {
                state.unread.push(part.filled());
                if state.turn != Turn::Ours {
                    acknowledge(self.stream.socket());
                }
            }
            Poll::Ready(Err(_)) => state.over = true,
            Poll::Pending => {}
        }
        heard
    }

    /// Whether the relay has said something unasked, or is gone.
    fn is_out_of_turn(&mut self, cx: &mut Context<'_>) -> bool {
        !self.line.is_quiet() || self.hear(cx).is_ready()
    }
}

impl<S: AsyncRead + Peer + Unpin> AsyncRead for Wire<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        loop {
            if !self.ready.is_empty() {
                let most = self.ready.len().min(buf.remaining());
                self.ready.drain(..most).for_each(|octet| buf.put_slice(&[octet]));
                return Poll::Ready(Ok(()));
            }
            let mut state = self.line.state();
            let next = state.unread.next().map_err(|no_reply| io::Error::new(io::ErrorKind::InvalidData, no_reply))?;
            if let Some(said) = next {
                state.turn = match state.turn {
                    Turn::Theirs(awaited) if awaited > 1 => Turn::Theirs(awaited - 1),
                    Turn::Message { behind, .. } if behind > 0 => Turn::Theirs(behind),
                    Turn::Theirs(_) | Turn::Ours | Turn::Message { .. } => Turn::Ours,
                };
                let ready = said.for_lettre();
                state.last = Some(said);
                drop(state);
                self.ready = ready;
                continue;
            }
            let over = state.over;
            drop(state);
            if over {
                return Poll::Ready(Ok(()));
            }
            std::task::ready!(self.hear(cx))?;
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Peer + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let (turn, written) = {
            let state = self.line.state();
            (state.turn, state.written)
        };
        let ours = match turn {
            Turn::Ours => true,
            Turn::Message { whole_at, .. } => written < whole_at,
            Turn::Theirs(_) => false,
        };
        if ours && self.is_out_of_turn(cx) {
            return Poll::Ready(Err(io::Error::other("the relay spoke out of turn, or is gone")));
        }
        let hello =
            buf.strip_prefix(EHLO).filter(|_| self.plain_hello && turn == Turn::Ours).map(|name| [HELO, name].concat());
        let wrote = Pin::new(&mut self.stream).poll_write(cx, hello.as_deref().unwrap_or(buf));
        if let Poll::Ready(Ok(octets)) = &wrote {
            let mut state = self.line.state();
            state.written = state.written.saturating_add(u64::try_from(*octets).unwrap_or(u64::MAX));
            if turn == Turn::Ours {
                state.turn = Turn::Theirs(std::mem::replace(&mut state.answers, 1));
                state.last = None;
            }
        }
        wrote
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S> AsyncTokioStream for Wire<S>
where
    S: AsyncRead + AsyncWrite + Peer + Send + Sync + Unpin + std::fmt::Debug,
{
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.stream.socket().peer_addr()
    }
}
