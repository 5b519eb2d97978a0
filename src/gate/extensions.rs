//! What a relay offers beyond the plain dialogue, and what MAIL and RCPT say because of it.

use super::message::Message;
use super::said::Said;

/// What the relay offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extensions {
    pub(super) pipelining: bool,
    pub(super) smtputf8: bool,
    /// The ways to sign in (RFC 4954 section 3).
    pub(super) auth: Vec<String>,
    dsn: bool,
    size: Size,
}

/// What it says about the size of messages (RFC 1870).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Size {
    /// Nothing, and it does not want to be told.
    #[default]
    Untold,
    /// That it wants to be told.
    Told,
    /// So many octets at most.
    AtMost(u64),
}

impl Extensions {
    /// Reads the answer to EHLO; the one to HELO offers nothing.
    pub(super) fn read(hello: &Said) -> Self {
        let mut offered = Self::default();
        for line in hello.lines.iter().skip(1) {
            let mut words = line.split_whitespace();
            let Some(keyword) = words.next().map(str::to_ascii_uppercase) else { continue };
            match keyword.as_str() {
                "PIPELINING" => offered.pipelining = true,
                "SMTPUTF8" => offered.smtputf8 = true,
                "DSN" => offered.dsn = true,
                "AUTH" => offered.auth = words.map(str::to_ascii_uppercase).collect(),
                "SIZE" => {
                    // Nought means that there is no limit, or none that is known (RFC 1870 section 4).
                    let limit = words.next().and_then(|number| number.parse().ok()).filter(|limit| *limit > 0);
                    offered.size = limit.map_or(Size::Told, Size::AtMost);
                }
                _ => {}
            }
        }
        offered
    }

    /// The relay's limit, where the message is larger.
    pub(super) fn too_small_for(&self, message: &Message) -> Option<u64> {
        match self.size {
            Size::AtMost(limit) if octets(message) > limit => Some(limit),
            Size::AtMost(_) | Size::Told | Size::Untold => None,
        }
    }

    /// What stands behind the addresses of MAIL and of RCPT.
    pub(super) fn parameters(&self, message: &Message) -> (String, String) {
        let utf8 = if message.needs_smtputf8 { " SMTPUTF8" } else { "" };
        let size = match self.size {
            Size::Untold => String::new(),
            Size::Told | Size::AtMost(_) => format!(" SIZE={}", octets(message)),
        };
        if !self.dsn {
            return (format!("{utf8}{size}"), String::new());
        }
        // What asks for a report that can be tied to its delivery (RFC 3461 section 4). ORCPT holds ASCII addresses only;
        // for others the relay names what it was given.
        let of_mail = format!("{utf8}{size} RET=HDRS ENVID={}", message.envelope_id);
        let to = (!message.needs_smtputf8).then(|| format!(" ORCPT=rfc822;{}", xtext(&message.to.to_string())));
        (of_mail, format!(" NOTIFY=FAILURE,DELAY{}", to.unwrap_or_default()))
    }
}

/// Octets by the count of RFC 1870 section 5, which leaves out the final dot; dots that were doubled may be too many.
fn octets(message: &Message) -> u64 {
    message.data.octets().saturating_sub(3)
}

/// RFC 3461 section 4: everything but printable ASCII, `+` and `=` is written as `+` and two hexadecimal digits.
fn xtext(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if matches!(byte, b'!'..=b'~') && byte != b'+' && byte != b'=' {
            written.push(char::from(byte));
        } else {
            let [high, low] = [byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16).unwrap_or('0'));
            written.extend(['+', high.to_ascii_uppercase(), low.to_ascii_uppercase()]);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xtext_keeps_no_byte_that_could_end_a_parameter() {
        assert_eq!(xtext("a+b=c@example.org"), "a+2Bb+3Dc@example.org");
        assert_eq!(xtext("\"a b\"@example.org"), "\"a+20b\"@example.org");
    }

    #[test]
    fn an_offer_is_read_in_either_case_and_its_first_line_is_a_name() {
        let read = |lines: &[&str]| {
            let lines = lines.iter().map(|line| (*line).to_owned()).collect();
            Extensions::read(&Said { code: 250, lines })
        };
        assert_eq!(read(&["PIPELINING"]), Extensions::default());
        let offered =
            read(&["relay.example", "pipelining", "SIZE 1000", "SMTPUTF8", "X", "", "DSN", "AUTH plain LOGIN"]);
        let auth = vec!["PLAIN".to_owned(), "LOGIN".to_owned()];
        let all = Extensions { pipelining: true, smtputf8: true, auth, dsn: true, size: Size::AtMost(1000) };
        assert_eq!(offered, all);
        for none in ["SIZE", "SIZE 0", "SIZE many"] {
            assert_eq!(read(&["relay.example", none]), Extensions { size: Size::Told, ..Extensions::default() });
        }
    }
}
