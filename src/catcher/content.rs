//! What a caught message says, read for the pages.

use mail_parser::{Address, MessageParser, PartType};

/// The readable parts of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// The subject, decoded.
    pub subject: String,
    /// The From header, decoded.
    pub from: String,
    /// The To header, decoded.
    pub to: String,
    /// The first text/plain part.
    pub text: Option<String>,
    /// The first text/html part.
    pub html: Option<String>,
    /// Names and values of the header fields in their order, as sent; folded lines keep their line ends.
    pub headers: Vec<(String, String)>,
}

impl Content {
    /// Reads a whole message. What can't be read is left empty.
    pub fn read(raw: &[u8]) -> Self {
        let headers = headers(raw);
        let Some(message) = MessageParser::default().parse(raw) else {
            return Self { headers, ..Self::default() };
        };
        let text = message.text_bodies().find_map(|part| match &part.body {
            PartType::Text(text) => Some(text.to_string()),
            _ => None,
        });
        let html = message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(html) => Some(html.to_string()),
            _ => None,
        });
        Self {
            subject: message.subject().unwrap_or_default().to_owned(),
            from: addresses(message.from()),
            to: addresses(message.to()),
            text,
            html,
            headers,
        }
    }

    /// The subject alone, without a look at the parts.
    pub(super) fn subject(raw: &[u8]) -> String {
        let message = MessageParser::default().parse_headers(raw);
        message.and_then(|message| message.subject().map(str::to_owned)).unwrap_or_default()
    }
}

/// `Name <address>, ...`
fn addresses(address: Option<&Address<'_>>) -> String {
    let each = address.into_iter().flat_map(Address::iter).map(|one| {
        let address = one.address.as_deref().unwrap_or_default();
        one.name.as_deref().map_or(address.to_owned(), |name| format!("{name} <{address}>"))
    });
    each.collect::<Vec<_>>().join(", ")
}

/// Splits the header section (up to the first empty line) into its fields.
fn headers(raw: &[u8]) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in raw.split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
        if line.is_empty() {
            break;
        }
        match (line.starts_with([' ', '\t']), headers.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push('\n');
                value.push_str(&line);
            }
            (_, _, Some((name, value))) => headers.push((name.to_owned(), value.trim_start().to_owned())),
            (_, _, None) => break,
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_and_the_headers_are_read() {
        let raw = b"From: Ada <ada@example.org>\r\nTo: b@example.org, C <c@example.org>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\
            X-Folded: one\r\n two: three\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe\r\n\
            --x\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--x--\r\n";
        let content = Content::read(raw);
        assert_eq!(content.subject, "Grüße");
        assert_eq!(content.from, "Ada <ada@example.org>");
        assert_eq!(content.to, "b@example.org, C <c@example.org>");
        assert_eq!(content.text.unwrap().trim_end(), "Grüße");
        assert_eq!(content.html.unwrap().trim_end(), "<p>Hi</p>");
        assert_eq!(content.headers[3], ("X-Folded".into(), "one\n two: three".into()));
        assert_eq!(content.headers.len(), 5);
        assert_eq!(Content::subject(raw), "Grüße");
    }

    #[test]
    fn a_part_that_was_not_sent_is_not_made_up() {
        let html = Content::read(b"Content-Type: text/html\r\n\r\n<p>Hi</p>\r\n");
        assert!(html.text.is_none() && html.html.is_some());
        let text = Content::read(b"Subject: a\r\n\r\nHi\r\n");
        assert!(text.html.is_none() && text.text.is_some());
    }

    #[test]
    fn what_is_no_message_is_read_as_far_as_it_goes() {
        assert_eq!(Content::read(b""), Content::default());
        for raw in [&b"no header here"[..], b" folded first\r\n", b"\r\n\r\n", b"\xff\xfe: \x00\r\n", b"Subject:"] {
            assert!(Content::read(raw).headers.len() <= 1);
        }
    }
}
