//! Quoted-printable in pieces: each piece is encoded on its own, and a writer joins them so that no line is too long.

use std::borrow::Cow;

use quoted_printable::{InputMode, Options};

/// Columns of a line, soft break included (RFC 2045 section 6.7 rule 5).
const LINE: usize = 76;
/// Columns that a piece may fill by itself. One is kept for the `=` of a soft break behind it, two for hiding `From `.
const PIECE_LINE: usize = LINE - 3;
/// mbox files put a `>` in front of this (RFC 4155 appendix A), which would break signatures.
const FROM: &[u8] = b"From ";

/// A piece of a body, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    bytes: Cow<'a, [u8]>,
    /// Columns of its first line.
    first: usize,
    /// Columns of its last line, if it has more than one.
    last: Option<usize>,
}

impl<'a> Chunk<'a> {
    /// Encodes text whose lines are separated by LF.
    ///
    /// No piece ends in a blank, because a line break may follow (RFC 2045 section 6.7 rule 3). An `=` stands only in
    /// front of two hexadecimal digits or a line break, so `=_` occurs in no body, whatever is joined to what.
    pub(super) fn encode(text: &'a str) -> Self {
        let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'=';
        if text.len() <= PIECE_LINE && text.bytes().all(plain) && !text.ends_with(' ') {
            return Self { bytes: Cow::Borrowed(text.as_bytes()), first: text.len(), last: None };
        }
        let options = Options::default().line_length_limit(PIECE_LINE).input_mode(InputMode::Text);
        let mut bytes = quoted_printable::encode_with_options(text.replace('\n', "\r\n"), options).into_bytes();
        hide_from(&mut bytes);
        let columns = |line: &[u8]| line.strip_suffix(b"\r").unwrap_or(line).len();
        let mut lines = bytes.split(|byte| *byte == b'\n').map(columns);
        let first = lines.next().unwrap_or_default();
        let last = lines.next_back();
        Self { bytes: Cow::Owned(bytes), first, last }
    }

    pub(super) fn into_owned(self) -> Chunk<'static> {
        Chunk { bytes: Cow::Owned(self.bytes.into_owned()), ..self }
    }

    /// Bytes it takes, soft breaks aside.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }
}

/// Whether a line that begins like this could begin with `From `, in itself or together with what is joined to it.
fn may_begin_from(line: &[u8]) -> bool {
    line.starts_with(FROM) || (!line.is_empty() && FROM.starts_with(line))
}

/// Writes the F of `From ` as `=46` at the beginning of every line but the first; where that one will begin only the
/// writer knows.
fn hide_from(bytes: &mut Vec<u8>) {
    if !bytes.windows(2).any(|pair| pair == b"\nF") {
        return;
    }
    let mut hidden = Vec::with_capacity(bytes.len() + 16);
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        push_hiding(&mut hidden, line, number > 0);
    }
    *bytes = hidden;
}

/// Appends `line`, hiding a `From ` if `at_start`. Returns the columns that it grew by.
fn push_hiding(out: &mut Vec<u8>, line: &[u8], at_start: bool) -> usize {
    match line.split_first() {
        Some((b'F', rest)) if at_start && may_begin_from(line) => {
            out.extend_from_slice(b"=46");
            out.extend_from_slice(rest);
            2
        }
        _ => {
            out.extend_from_slice(line);
            0
        }
    }
}

/// Joins chunks into one body.
pub(super) struct Writer<'a> {
    out: &'a mut Vec<u8>,
    column: usize,
}

impl<'a> Writer<'a> {
    /// Begins a body at the end of `out`, at the beginning of a line.
    pub(super) const fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, column: 0 }
    }

    /// Appends a chunk, on a new line if the present one cannot take the chunk's first.
    pub(super) fn push(&mut self, chunk: &Chunk<'_>) {
        if self.column > 0 && self.column + chunk.first >= LINE {
            self.out.extend_from_slice(b"=\r\n");
            self.column = 0;
        }
        let grown = push_hiding(self.out, &chunk.bytes, self.column == 0);
        self.column = chunk.last.unwrap_or(self.column + chunk.first + grown);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined(texts: &[&str]) -> String {
        let mut out = Vec::new();
        let mut writer = Writer::new(&mut out);
        for text in texts {
            writer.push(&Chunk::encode(text));
        }
        String::from_utf8(out).unwrap()
    }

    fn decoded(body: &str) -> String {
        let bytes = quoted_printable::decode(body, quoted_printable::ParseMode::Strict).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn values_stand_in_their_line_where_they_fit() {
        assert_eq!(joined(&["Dear", " Ada", ",\n\nbye\n"]), "Dear Ada,\r\n\r\nbye\r\n");
        let (dear, name) = ("x".repeat(60), "y".repeat(20));
        assert_eq!(joined(&[&dear, &name, "!"]), format!("{dear}=\r\n{name}!"));
    }

    #[test]
    fn no_line_ends_in_a_blank_even_if_a_value_is_missing() {
        assert_eq!(joined(&["Dear ", "", "\nbye \t\n"]), "Dear=20\r\nbye =09\r\n");
    }

    #[test]
    fn no_line_begins_with_from() {
        for texts in [["From here", ""], ["From", " here"], ["Fr", "om here"], ["a\nFrom", " b"], ["a\n", "From b"]] {
            let body = joined(&texts);
            assert!(!body.lines().any(|line| line.starts_with("From ")), "{body}");
            assert_eq!(decoded(&body), texts.concat().replace('\n', "\r\n"));
        }
        assert_eq!(joined(&["To: Friends From afar"]), "To: Friends From afar");
    }

    proptest! {
        #[test]
        fn whatever_is_joined_reads_back_the_same(
            texts in proptest::collection::vec("(\\PC|[=F \n\t.]|From |é){0,90}", 0..8),
        ) {
            let texts: Vec<_> = texts.iter().map(String::as_str).collect();
            let body = joined(&texts);
            prop_assert_eq!(decoded(&body), texts.concat().replace('\n', "\r\n"));
            prop_assert!(body.is_ascii());
            prop_assert!(!body.contains("=_"));
            for line in body.split("\r\n") {
                prop_assert!(line.len() <= LINE, "{} columns: {}", line.len(), line);
                prop_assert!(!line.contains(['\r', '\n']));
                prop_assert!(!line.starts_with("From "));
                prop_assert!(!line.ends_with([' ', '\t']));
            }
        }
    }
}
