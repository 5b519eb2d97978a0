//! A relay's replies, read from whatever comes, within bounds (RFC 5321 section 4.2).
//!
//! A reply means what its first digit says, so nothing else about it is taken amiss: a line feed alone ends a line, the
//! text may be missing or be no UTF-8, and 571 is a refusal. What cannot be read as a reply is none, and an endless one is
//! none as soon as it is longer than any real one.

use crate::domain::bounce::enhanced;
use crate::domain::delivery::Reply;

/// Octets of one reply at most: an EHLO with every extension that there is stays far below.
pub(super) const REPLY_MAX: usize = 16 * 1024;
/// Octets of a line's text that lettre is given: it takes lines of up to 1000.
const LINE_MAX: usize = 900;

/// What came is no reply of SMTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what came is no reply of SMTP")]
pub(super) struct NoReply;

/// One reply: its code, and the text of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) code: u16,
    pub(super) lines: Vec<String>,
}

impl Said {
    /// The reply in one line. An enhanced code that each line repeats stands there once.
    pub(super) fn reply(&self) -> Reply {
        let mut lines = self.lines.iter().map(|line| line.trim());
        let mut text = lines.next().unwrap_or_default().to_owned();
        let status = enhanced(&text).map(str::to_owned);
        for line in lines {
            let rest = status.as_deref().and_then(|status| line.strip_prefix(status));
            text.push(' ');
            text.push_str(rest.filter(|rest| rest.starts_with(' ')).map_or(line, str::trim));
        }
        Reply::new(self.code, &text)
    }

    /// The reply as lettre can read it: CRLF, a text in every line, no second digit above 5.
    pub(super) fn for_lettre(&self) -> Vec<u8> {
        let code = self.code - self.code / 10 % 10 * 10 + (self.code / 10 % 10).min(5) * 10;
        let mut written = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            let mark = if place + 1 == self.lines.len() { ' ' } else { '-' };
            let end = line.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= LINE_MAX).last();
            let text = line.get(..end.unwrap_or_default()).unwrap_or_default();
            written.extend_from_slice(format!("{code}{mark}{text}\r\n").as_bytes());
        }
        written
    }
}

/// What the relay has sent and nobody has read yet.
#[derive(Debug, Default)]
pub(super) struct Unread(Vec<u8>);

impl Unread {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn push(&mut self, octets: &[u8]) {
        self.0.extend_from_slice(octets);
    }

    /// The next reply; none while it is not whole.
    pub(super) fn next(&mut self) -> Result<Option<Said>, NoReply> {
        let mut from = 0;
        let mut said: Option<Said> = None;
        loop {
            let rest = self.0.get(from..).unwrap_or_default();
            let end = rest.iter().position(|octet| *octet == b'\n');
            if from + end.unwrap_or(rest.len()) > REPLY_MAX {
                return Err(NoReply);
            }
            let Some((line, end)) = end.and_then(|end| Some((rest.get(..end)?, end))) else { return Ok(None) };
            let (code, goes_on, text) = read_line(line)?;
            from += end + 1;
            let said = said.get_or_insert_with(|| Said { code, lines: Vec::new() });
            // The code is the same in every line; where it is not, the last one counts, as long as it means the same.
            if said.code / 100 != code / 100 {
                return Err(NoReply);
            }
            said.code = code;
            said.lines.push(text);
            if !goes_on {
                let whole = said.clone();
                self.0.drain(..from);
                return Ok(Some(whole));
            }
        }
    }
}

/// A line without its line feed: its code, whether the reply goes on behind it, and its text.
fn read_line(line: &[u8]) -> Result<(u16, bool, String), NoReply> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let (digits, rest) = line.split_first_chunk::<3>().ok_or(NoReply)?;
    if !matches!(digits, [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9']) {
        return Err(NoReply);
    }
    let code = digits.iter().fold(0, |code, digit| code * 10 + u16::from(digit - b'0'));
    let (goes_on, text) = match rest.split_first() {
        None => (false, rest),
        Some((b' ', text)) => (false, text),
        Some((b'-', text)) => (true, text),
        Some(_) => return Err(NoReply),
    };
    let text = String::from_utf8_lossy(text).chars().filter(|c| !c.is_control()).collect();
    Ok((code, goes_on, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(octets: &[u8]) -> (Result<Option<Said>, NoReply>, Unread) {
        let mut unread = Unread::default();
        unread.push(octets);
        (unread.next(), unread)
    }

    fn one(octets: &[u8]) -> Said {
        let (said, unread) = read(octets);
        assert!(unread.is_empty(), "{octets:?}");
        said.unwrap().unwrap()
    }

    #[test]
    fn a_reply_is_understood_whatever_is_odd_about_it_but_its_first_digit() {
        for (octets, code, text) in [
            (&b"250 2.0.0 Ok\r\n"[..], 250, "2.0.0 Ok"),
            (b"250\r\n", 250, ""),
            (b"250 \n", 250, ""),
            (b"571 not authorised\r\n", 571, "not authorised"),
            (b"550-5.7.25 one\r\n550-5.7.25 two\n550 5.7.25 three\r\n", 550, "5.7.25 one two three"),
            (b"550-5.1.1 no\r\n554 5.1.1 never\r\n", 554, "5.1.1 no never"),
            (b"250 caf\xe9 \x00ok\r\n", 250, "caf\u{fffd} ok"),
        ] {
            assert_eq!(one(octets).reply(), Reply::new(code, text), "{octets:?}");
        }
    }

    #[test]
    fn what_is_no_reply_is_told_apart_from_one_that_is_not_whole_yet() {
        for octets in
            [&b"hello\r\n"[..], b"22\r\n", b"220x\r\n", b"250-a\r\n550 b\r\n", b"999 x\r\n", b"150 x\r\n", b"\r\n"]
        {
            assert_eq!(read(octets).0, Err(NoReply), "{octets:?}");
        }
        for octets in [&b""[..], b"2", b"250 ok", b"250 ok\r", b"250-ok\r\n", b"\xff\xfe"] {
            assert_eq!(read(octets).0, Ok(None), "{octets:?}");
        }
    }

    #[test]
    fn an_endless_reply_is_none_as_soon_as_it_is_too_long() {
        for part in ["250-x\r\n", "x", "250-"] {
            let mut unread = Unread::default();
            let mut given = 0;
            while unread.next() == Ok(None) {
                unread.push(part.as_bytes());
                given += part.len();
                assert!(given < REPLY_MAX + 16, "{part:?}");
            }
            assert_eq!(unread.next(), Err(NoReply), "{part:?}");
        }
    }

    #[test]
    fn replies_come_one_by_one_and_what_is_behind_them_stays() {
        let mut unread = Unread::default();
        unread.push(b"250 one\r\n354 two\r\n25");
        assert_eq!(unread.next().unwrap().unwrap().code, 250);
        assert_eq!(unread.next().unwrap().unwrap().code, 354);
        assert_eq!(unread.next(), Ok(None));
        assert!(!unread.is_empty());
    }

    #[test]
    fn lettre_gets_what_it_can_read() {
        let said = one(format!("571-{}\n571\n", "é".repeat(2_000)).as_bytes());
        let written = String::from_utf8(said.for_lettre()).unwrap();
        assert_eq!(written, format!("551-{}\r\n551 \r\n", "é".repeat(450)));
        assert_eq!(one(b"250 ok\r\n").for_lettre(), b"250 ok\r\n");
    }
}
