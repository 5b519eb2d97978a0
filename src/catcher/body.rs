//! What follows DATA: up to the final dot, unstuffed, bounded, and strict about line ends.
//!
//! Only CRLF ends a line (RFC 5321 2.3.8). A CR or LF on its own neither ends a line nor makes room for a final dot, so
//! two readers can't disagree about where a message ends; a message that holds one is refused, once its end was read.

/// Bytes of one message that are accepted; offered as SIZE.
pub(super) const MAX_MESSAGE: usize = 26_214_400;

/// Bytes of one line, in a command and in a message, without its CRLF.
pub(super) const MAX_LINE: usize = 8 * 1024;

/// Why a message can't be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A CR or LF that is not part of a CRLF.
    BareLineEnd,
    /// A line above [`MAX_LINE`].
    LongLine,
    /// More than [`MAX_MESSAGE`].
    TooBig,
}

/// A message that is being read.
#[derive(Debug, Default)]
pub(super) struct Body {
    bytes: Vec<u8>,
    at: At,
    line: usize,
    flaw: Option<Flaw>,
}

/// Where in a line the next byte stands.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum At {
    #[default]
    Start,
    /// After a dot at the start of a line, which is withheld: it is stuffing, or the final dot.
    Dot,
    /// After a dot and a CR at the start of a line.
    DotCr,
    Middle,
    /// After a CR, which is withheld until its LF has come.
    Cr,
}

impl Body {
    /// Reads from `input` up to the end of the message. Returns the bytes used and whether the message has ended.
    pub(super) fn read(&mut self, input: &[u8]) -> (usize, bool) {
        let mut rest = input;
        while let Some((&byte, tail)) = rest.split_first() {
            match (self.at, byte) {
                (At::DotCr, b'\n') => return (input.len() - tail.len(), true),
                (At::Cr, b'\n') => {
                    self.push(b"\r\n");
                    (self.at, self.line, rest) = (At::Start, 0, tail);
                }
                // The byte after a lone CR is looked at again as one in the middle of a line.
                (At::DotCr | At::Cr, _) => self.spoil(Flaw::BareLineEnd, At::Middle),
                (At::Start, b'.') => (self.at, rest) = (At::Dot, tail),
                (At::Dot, b'\r') => (self.at, rest) = (At::DotCr, tail),
                (_, b'\r') => (self.at, rest) = (At::Cr, tail),
                (_, b'\n') => {
                    self.spoil(Flaw::BareLineEnd, At::Middle);
                    rest = tail;
                }
                _ => rest = self.text(rest),
            }
        }
        (input.len(), false)
    }

    /// Takes everything up to the next line end at once; returns what is left.
    fn text<'a>(&mut self, input: &'a [u8]) -> &'a [u8] {
        let end = input.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(input.len());
        let (text, rest) = input.split_at(end);
        self.line += text.len();
        if self.line > MAX_LINE {
            self.spoil(Flaw::LongLine, At::Middle);
        }
        self.push(text);
        self.at = At::Middle;
        rest
    }

    fn push(&mut self, bytes: &[u8]) {
        if self.bytes.len() + bytes.len() > MAX_MESSAGE {
            self.spoil(Flaw::TooBig, self.at);
        }
        if self.flaw.is_none() {
            self.bytes.extend_from_slice(bytes);
        }
    }

    /// Notes the first flaw and lets go of the bytes; the rest is read only to find the end.
    fn spoil(&mut self, flaw: Flaw, at: At) {
        self.at = at;
        if self.flaw.is_none() {
            self.flaw = Some(flaw);
            self.bytes = Vec::new();
        }
    }

    /// The message without its final dot, or why it can't be accepted.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Flaw> {
        if let Some(flaw) = self.flaw {
            return Err(flaw);
        }
        self.bytes.shrink_to_fit();
        Ok(self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Message = Result<Vec<u8>, Flaw>;

    /// Reads `input` in pieces of `step` bytes; returns the message and what stands behind it in its last piece.
    fn read(input: &[u8], step: usize) -> Option<(Message, Vec<u8>)> {
        let mut body = Body::default();
        let mut done = 0;
        for piece in input.chunks(step) {
            let (used, ended) = body.read(piece);
            done += used;
            if ended {
                return Some((body.finish(), input[done..].to_vec()));
            }
            assert_eq!(used, piece.len());
        }
        None
    }

    #[test]
    fn a_message_is_the_same_however_it_is_cut() {
        let input = b"Subject: a\r\n\r\n..\r\n.. two\r\n.x\r\nend\r\n.\r\nQUIT\r\n";
        for step in 1..=input.len() {
            let (message, rest) = read(input, step).unwrap();
            assert_eq!(message.unwrap(), b"Subject: a\r\n\r\n.\r\n. two\r\nx\r\nend\r\n");
            assert_eq!(rest, b"QUIT\r\n");
        }
    }

    #[test]
    fn an_empty_message_is_only_a_dot() {
        assert_eq!(read(b".\r\n", 1).unwrap().0.unwrap(), b"");
    }

    #[test]
    fn a_line_end_other_than_crlf_refuses_the_message_and_never_ends_it() {
        for input in [
            "a\nb\r\n.\r\n",
            "a\rb\r\n.\r\n",
            "a\r\r\n.\r\n",
            "a\n.\r\nb\r\n.\r\n",
            "a\r\n.\nb\r\n.\r\n",
            "\n.\n\r\n.\r\n",
            "a\r\n.\rb\r\n.\r\n",
            "a\n.\nb\r\n.\r\n",
            "a\r.\r\n\r\n.\r\n",
            ".\r\r\n.\r\n",
        ] {
            for step in [1, 2, 3, 100] {
                let (message, rest) = read(input.as_bytes(), step).unwrap_or_else(|| panic!("{input:?} never ended"));
                assert_eq!(message, Err(Flaw::BareLineEnd), "{input:?}");
                assert!(rest.is_empty(), "{input:?} ended early, before {rest:?}");
            }
        }
    }

    #[test]
    fn lines_and_messages_have_bounds() {
        let line = |length: usize| [vec![b'x'; length], b"\r\n.\r\n".to_vec()].concat();
        assert!(read(&line(MAX_LINE), 999).unwrap().0.is_ok());
        assert_eq!(read(&line(MAX_LINE + 1), 999).unwrap().0, Err(Flaw::LongLine));
        let message =
            |length: usize| [b"0123456789012345678901234567890\r\n".repeat(length / 33), b".\r\n".to_vec()].concat();
        assert!(read(&message(MAX_MESSAGE), 65_536).unwrap().0.is_ok());
        assert_eq!(read(&message(MAX_MESSAGE + 33), 65_536).unwrap().0, Err(Flaw::TooBig));
    }
}
