//! A message as it goes over the wire.

use std::fmt;

/// A message behind DATA: every line that begins with a dot has one more, and the final dot stands at the end (RFC 5321
/// section 4.5.2). It is written out when the message is made ready, so that nothing slow stands between the last look
/// and the body (G2), and in one piece, so that the relay gets it in one write.
#[derive(Clone, PartialEq, Eq)]
pub struct Data(String);

/// What is no text cannot stand in a message: everything but UTF-8 is encoded (RFC 6532 section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a message holds bytes that are no UTF-8")]
pub struct NotText;

/// Ends every message.
const FINAL_DOT: &str = "\r\n.\r\n";

impl Data {
    /// `message` is header and body, CRLF after every line but the last.
    ///
    /// # Errors
    /// [`NotText`].
    pub fn new(message: &[u8]) -> Result<Self, NotText> {
        let message = std::str::from_utf8(message).map_err(|_: std::str::Utf8Error| NotText)?;
        // Dots at the beginning of a line are rare: room for a few.
        let mut data = String::with_capacity(message.len() + FINAL_DOT.len() + 64);
        let mut done = 0;
        for (at, _) in message.match_indices('.') {
            let (before, _) = message.split_at(at);
            if before.is_empty() || before.ends_with("\r\n") {
                data.push_str(before.get(done..).unwrap_or_default());
                data.push('.');
                done = at;
            }
        }
        data.push_str(message.get(done..).unwrap_or_default());
        data.push_str(FINAL_DOT);
        Ok(Self(data))
    }

    /// Octets of all of it, the final dot among them.
    pub(super) fn octets(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX)
    }

    /// All of it, as it is written.
    pub(super) fn wire(&self) -> &str {
        &self.0
    }
}

/// Says how much there is: a message holds an address and tokens.
impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Data({} octets)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a relay makes of it (RFC 5321 section 4.5.2): lines up to the one that is a dot alone, less one leading dot.
    fn received(data: &str) -> (String, &str) {
        let mut message = String::new();
        let mut rest = data;
        loop {
            let (line, after) = rest.split_once("\r\n").expect("no final dot");
            rest = after;
            if line == "." {
                return (message, rest);
            }
            message.push_str(line.strip_prefix('.').unwrap_or(line));
            message.push_str("\r\n");
        }
    }

    #[test]
    fn b7_lines_that_begin_with_a_dot_get_one_more() {
        let data = Data::new(b".a\r\n..\r\nb.\r\n.\r\nc").unwrap();
        assert_eq!(data.0, "..a\r\n...\r\nb.\r\n..\r\nc\r\n.\r\n");
        assert_eq!(data.octets(), 24);
        assert_eq!(format!("{data:?}"), "Data(24 octets)");
        assert_eq!(Data::new(&[0xff]), Err(NotText));
    }

    proptest! {
        #[test]
        fn b7_a_relay_reads_the_message_and_nothing_behind_it(lines in prop::collection::vec("[.a\u{e9} ]{0,4}", 1..8)) {
            let message = lines.join("\r\n");
            let data = Data::new(message.as_bytes()).unwrap();
            prop_assert_eq!(received(&data.0), (format!("{message}\r\n"), ""));
        }
    }
}
