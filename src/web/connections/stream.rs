//! The stream below HTTP: it reads only what is wanted, and ends when all is said.
//!
//! # Why
//! actix-http reads a chunked body that no handler wants without a limit of time or size, and buffers what comes while a
//! handler works. Here nothing is read then, whatever is asked for, and after the last answer the client is at its end.

use std::cell::Cell;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::connection::{Connection, Reading};
use super::own_words;

/// Octets of a head; ours are far below, those of browsers too.
const LONGEST_HEAD: usize = 32 * 1024;

/// Where the connection is found again when HTTP is done with it.
pub(super) type Left = Rc<Cell<Option<TcpStream>>>;

/// One connection as HTTP sees it.
pub(super) struct Stream {
    /// None once it is dropped.
    tcp: Option<TcpStream>,
    left: Left,
    pub(super) connection: Arc<Connection>,
    https: bool,
    /// Octets of the head that is read.
    head: usize,
    /// Its request line has not come to its end.
    in_line: bool,
    /// HTTP has been given the time to look at the longest head there may be.
    looked: bool,
    /// What leaves before anything else: an answer of [`own_words`].
    own: Vec<u8>,
}

impl Stream {
    pub(super) fn new(tcp: TcpStream, connection: Arc<Connection>, https: bool, left: &Left) -> Self {
        let (tcp, left, own) = (Some(tcp), Rc::clone(left), Vec::new());
        Self { tcp, left, connection, https, head: 0, in_line: true, looked: false, own }
    }

    fn tcp(&mut self) -> io::Result<Pin<&mut TcpStream>> {
        self.tcp.as_mut().map(Pin::new).ok_or_else(|| io::ErrorKind::NotConnected.into())
    }

    /// Says it in our words, and no more.
    fn say(&mut self, status: u16) {
        self.own = own_words::answer(status, self.https);
        self.connection.leaves();
    }

    fn poll_own(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.own.is_empty() {
            let own = std::mem::take(&mut self.own);
            let written = self.tcp()?.poll_write(context, &own);
            self.own = own;
            match ready!(written)? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                written => drop(self.own.drain(..written)),
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_tcp(&mut self, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<usize>> {
        let before = buffer.filled().len();
        ready!(self.tcp()?.poll_read(context, buffer))?;
        Poll::Ready(Ok(buffer.filled().len() - before))
    }

    fn poll_head(&mut self, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>, begins: bool) -> Poll<io::Result<()>> {
        if begins {
            (self.head, self.in_line, self.looked) = (0, true, false);
        }
        if self.head >= LONGEST_HEAD {
            // What was read may be a head and a part of its body: only HTTP can tell.
            if !std::mem::replace(&mut self.looked, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            self.say(own_words::TOO_LONG);
            return Poll::Ready(Ok(()));
        }
        let octets = ready!(self.poll_tcp(context, buffer))?;
        if octets > 0 && begins {
            self.connection.head_begins();
        }
        let at = buffer.filled().len() - octets;
        if self.in_line
            && let Some(came) = buffer.filled_mut().get_mut(at..)
        {
            self.in_line = !make_legal(came);
        }
        self.head += octets;
        Poll::Ready(Ok(()))
    }
}

/// Puts a quotation mark where a request line has what may not stand in it, such as the `>` that some mail programs take
/// for a part of the link: what is glued to a link is cut off later ([`crate::web::links`]), if it comes that far.
/// Returns whether the line has come to its end.
fn make_legal(octets: &mut [u8]) -> bool {
    let end = octets.iter().position(|octet| *octet == b'\n');
    let line = octets.iter_mut().take(end.unwrap_or(usize::MAX));
    line.filter(|octet| matches!(octet, b'<' | b'>' | b'`' | 0x80..)).for_each(|octet| *octet = b'"');
    end.is_some()
}

impl AsyncRead for Stream {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        match this.connection.reading(context) {
            Reading::Begins => this.poll_head(context, buffer, true),
            Reading::Head => this.poll_head(context, buffer, false),
            Reading::Body => this.poll_tcp(context, buffer).map_ok(|_| ()),
            Reading::NotNow => Poll::Pending,
            Reading::Over => Poll::Ready(Ok(())),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, octets: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let piece = match own_words::find(octets) {
            None => octets,
            Some((0, status)) => {
                // Behind a last answer there is nothing to say.
                if !this.connection.is_at_its_end() {
                    this.say(status);
                }
                return Poll::Ready(Ok(octets.len()));
            }
            Some((before, _)) => octets.get(..before).unwrap_or(octets),
        };
        let written = ready!(this.tcp()?.poll_write(context, piece))?;
        this.connection.wrote(written);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        ready!(this.poll_own(context))?;
        this.connection.flushed();
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        ready!(this.poll_own(context))?;
        this.connection.leaves();
        this.tcp()?.poll_shutdown(context)
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.left.set(self.tcp.take());
    }
}

#[cfg(test)]
mod tests {
    use super::make_legal;

    #[test]
    fn a_request_line_with_something_glued_to_its_link_can_be_read() {
        let mut octets = "GET /u/abc>” HTTP/1.1\r\nX: <é>\r\n".as_bytes().to_vec();
        assert!(make_legal(&mut octets));
        assert_eq!(octets, "GET /u/abc\"\"\"\" HTTP/1.1\r\nX: <é>\r\n".as_bytes());
        assert!(!make_legal(&mut b"GET /u/".to_vec()));
    }
}
