//! Header fields that hold free text: a name, a subject, a list's name. Each function writes a field with its CRLF.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{Date, Header, Headers, Subject};

use crate::domain::Address;
use crate::domain::recipient::Name;

/// Columns of a line of a field (RFC 5322 section 2.1.1 wants at most 78, RFC 2047 section 2 at most 76).
const LINE: usize = 76;
/// How an encoded word begins: Q, because its alphabet may stand in an unstructured field and in a phrase alike.
const WORD: &str = "=?utf-8?q?";
/// The last second of the year 9999, which is as far as RFC 5322 section 3.3 writes years.
const LAST_SECOND: i64 = 253_402_300_799;

/// `From: name <address>`.
pub(super) fn from(name: Option<&Name>, address: &Address) -> String {
    mailbox("From", name, address)
}

/// `To: name <address>`. An address beyond ASCII stands as it is (RFC 6532 section 3.2).
pub(super) fn to(name: Option<&Name>, address: &Address) -> String {
    mailbox("To", name, address)
}

/// lettre's mailboxes are not used: they write `J.R.` bare, although a dot in a phrase is obsolete and must not be
/// written (RFC 5322 sections 3.2.5 and 4.1), and keep the address on the line of a long name (RFC 2047 section 2: at
/// most 76 columns).
fn mailbox(field: &str, name: Option<&Name>, address: &Address) -> String {
    match name {
        Some(name) => described(field, name.as_str(), &address.to_string()),
        None => format!("{field}: {address}\r\n"),
    }
}

/// `Date:`, none beyond the years that RFC 5322 can write and lettre takes.
pub(super) fn date(date: DateTime<Utc>) -> Option<String> {
    (0..=LAST_SECOND).contains(&date.timestamp()).then(|| field(Date::from(SystemTime::from(date))))
}

/// `Subject:`. `text` has no control character.
///
/// lettre encodes what is not ASCII and folds at blanks. What it leaves as it is although it must not stay so is
/// encoded here: text that reads like an encoded word (RFC 2047 section 5 would have it decoded), and words that don't
/// fit a line.
pub(super) fn subject(text: &str) -> String {
    let too_long = |word: &str| "Subject: ".len() + word.len() > LINE;
    let text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.contains("=?") || text.split(' ').any(too_long) {
        format!("Subject: {}\r\n", encoded_words(&text, "Subject: ".len()))
    } else {
        field(Subject::from(text))
    }
}

/// `List-Id: phrase <id>` (RFC 2919 section 3). Only the phrase may be folded.
pub(super) fn list_id(phrase: &str, id: &str) -> String {
    described("List-Id", phrase, id)
}

/// `field: phrase <what>`, folded in front of the bracket if the line needs it.
fn described(field: &str, phrase: &str, what: &str) -> String {
    // Inside quotes an encoded word is none (RFC 2047 section 5), but many readers decode it there all the same.
    let phrase = if phrase.is_ascii() && !phrase.contains("=?") {
        quoted(phrase)
    } else {
        encoded_words(phrase, field.len() + ": ".len())
    };
    let mut out = format!("{field}: {phrase}");
    let line = out.rsplit('\n').next().unwrap_or_default();
    let fits = line.len() + " <>".len() + what.len() <= LINE;
    out.push_str(if fits { " <" } else { "\r\n <" });
    out.push_str(what);
    out.push_str(">\r\n");
    out
}

fn field<H: Header>(header: H) -> String {
    let mut headers = Headers::with_capacity(1);
    headers.set(header);
    headers.to_string()
}

/// A quoted string (RFC 5322 section 3.2.4) of printable ASCII.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Encoded words (RFC 2047 section 4.2) on lines of at most 76 columns, the first of which begins at `column`. None
/// splits a character, as section 5 wants it.
fn encoded_words(text: &str, column: usize) -> String {
    let mut out = WORD.to_owned();
    let mut column = column + WORD.len();
    let mut octets = String::new();
    for character in text.chars() {
        octets.clear();
        character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_octet(&mut octets, byte));
        if column + octets.len() + "?=".len() > LINE {
            out.push_str("?=\r\n ");
            out.push_str(WORD);
            column = " ".len() + WORD.len();
        }
        out.push_str(&octets);
        column += octets.len();
    }
    out.push_str("?=");
    out
}

fn push_octet(out: &mut String, byte: u8) {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default().to_ascii_uppercase();
    match byte {
        b' ' => out.push('_'),
        _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
        _ => out.extend(['=', digit(byte >> 4), digit(byte & 15)]),
    }
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;
    use proptest::prelude::*;

    use super::*;

    fn name(text: &str) -> Option<Name> {
        Name::parse(text).unwrap()
    }

    fn ada() -> Address {
        Address::parse("ada@example.org").unwrap()
    }

    #[test]
    fn a_name_is_quoted_or_encoded_as_it_needs() {
        let line = |text| to(name(text).as_ref(), &ada());
        assert_eq!(line(""), "To: ada@example.org\r\n");
        assert_eq!(line("Ada"), "To: \"Ada\" <ada@example.org>\r\n");
        assert_eq!(line("Ada L"), "To: \"Ada L\" <ada@example.org>\r\n");
        assert_eq!(line("A. \"da\""), "To: \"A. \\\"da\\\"\" <ada@example.org>\r\n");
        assert_eq!(line("J.R."), "To: \"J.R.\" <ada@example.org>\r\n");
        assert_eq!(line("=?x?="), "To: =?utf-8?q?=3D=3Fx=3F=3D?= <ada@example.org>\r\n");
        assert_eq!(line("Zoë"), "To: =?utf-8?q?Zo=C3=AB?= <ada@example.org>\r\n");
    }

    #[test]
    fn an_address_beyond_ascii_stands_as_it_is() {
        let address = Address::parse("søren@bücher.example").unwrap();
        assert_eq!(to(None, &address), "To: søren@xn--bcher-kva.example\r\n");
    }

    #[test]
    fn a_subject_that_looks_encoded_is_encoded() {
        assert_eq!(subject(" Two  words "), "Subject: Two words\r\n");
        assert_eq!(subject("=?utf-8?q?x?="), "Subject: =?utf-8?q?=3D=3Futf=2D8=3Fq=3Fx=3F=3D?=\r\n");
        assert!(subject(&"x".repeat(2_000)).lines().all(|line| line.len() <= LINE));
    }

    #[test]
    fn a_date_is_written_as_rfc_5322_wants_it() {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        assert_eq!(date(at(784_887_151)).unwrap(), "Date: Tue, 15 Nov 1994 08:12:31 +0000\r\n");
        assert_eq!(date(at(LAST_SECOND)).unwrap(), "Date: Fri, 31 Dec 9999 23:59:59 +0000\r\n");
        assert_eq!(date(at(LAST_SECOND + 1)), None);
        assert_eq!(date(at(-1)), None);
    }

    proptest! {
        #[test]
        fn free_text_reads_back_the_same(
            text in "([^\\p{C}\u{2028}\u{2029}]|[ =?._\"\\\\,<>()@]|=\\?utf-8\\?q\\?|ö |[a-z]{50}){1,60}",
        ) {
            let text: String = text.chars().take(200).collect();
            prop_assume!(!text.trim().is_empty());
            let given = name(&text).unwrap();
            let fields = [
                from(Some(&given), &ada()), to(Some(&given), &ada()), subject(given.as_str()),
                list_id(given.as_str(), "company.example.org"),
            ].concat();
            prop_assert!(fields.is_ascii());
            for line in fields.strip_suffix("\r\n").unwrap_or_default().split("\r\n") {
                let most = if line.contains("=?utf-8?") { LINE } else { 300 };
                prop_assert!(line.len() <= most, "{}", line);
                prop_assert!(!line.contains(['\r', '\n']) && !line.trim().is_empty(), "{}", line);
            }
            let message = MessageParser::default().parse(fields.as_bytes()).unwrap();
            prop_assert_eq!(message.from().unwrap().first().unwrap().name(), Some(given.as_str()));
            prop_assert_eq!(message.to().unwrap().first().unwrap().name(), Some(given.as_str()));
            prop_assert_eq!(message.to().unwrap().first().unwrap().address(), Some("ada@example.org"));
            let one_line: Vec<_> = given.as_str().split(' ').filter(|word| !word.is_empty()).collect();
            let one_line = one_line.join(" ");
            prop_assert_eq!(message.subject(), Some(one_line.as_str()));
        }
    }
}
