//! HTTP by the byte, for what no decent client sends.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::house::{PATIENCE, Running};

/// One connection to a running server.
pub(crate) struct Wire(TcpStream);

impl Wire {
    pub(crate) fn to(web: &Running) -> Self {
        let stream = TcpStream::connect(&web.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        Self(stream)
    }

    /// Sends bytes; false when the server has closed the connection.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).and_then(|()| self.0.flush()).is_ok()
    }

    /// Reads until `end` says so, or the server closes or resets the connection.
    pub(crate) fn read_until(&mut self, end: impl Fn(&str) -> bool) -> String {
        let mut all = Vec::new();
        let mut block = [0; 4096];
        loop {
            match self.0.read(&mut block) {
                Ok(0) => break,
                Ok(read) => all.extend(&block[..read]),
                Err(error) => {
                    let patient = !matches!(error.kind(), std::io::ErrorKind::WouldBlock);
                    assert!(patient, "no answer within {PATIENCE:?}");
                    break;
                }
            }
            if end(&String::from_utf8_lossy(&all)) {
                break;
            }
        }
        String::from_utf8_lossy(&all).into_owned()
    }

    /// Whether the server has neither said anything nor closed the connection.
    pub(crate) fn is_open(&self) -> bool {
        self.0.set_nonblocking(true).unwrap();
        let waits = self.0.peek(&mut [0]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
        self.0.set_nonblocking(false).unwrap();
        waits
    }

    /// Reads all that comes until the server closes the connection.
    pub(crate) fn read_to_end(&mut self) -> String {
        self.read_until(|_| false)
    }
}

/// The status of an answer.
pub(crate) fn status(answer: &str) -> Option<u16> {
    answer.split(' ').nth(1)?.parse().ok()
}

/// Sends one whole request on a connection of its own, and reads the answer to its end.
pub(crate) fn exchange(web: &Running, request: impl AsRef<[u8]>) -> String {
    let mut wire = Wire::to(web);
    wire.send(request);
    wire.read_to_end()
}
