//! The body of a message: its text, the same as HTML, and the files that go with it (RFC 2046 section 5.1).

use super::compose::{Personal, put};
use super::quoted::{Chunk, Writer};
use super::template::Place;
use super::value::{Slot, Span};

/// No quoted-printable text has `=_` in it (RFC 2045 section 6.7 recommends it for that), so no part can hold a boundary,
/// whatever the values are. Neither boundary begins with the other.
const ALTERNATIVE: &str = "Content-Type: multipart/alternative; boundary=\"=_consentry\"\r\n\r\n";
const NEXT: &str = "--=_consentry\r\n";
const END: &str = "--=_consentry--";
const MIXED: &str = "Content-Type: multipart/mixed; boundary=\"=_with-files\"\r\n\r\n";
const NEXT_FILE: &str = "--=_with-files\r\n";
const END_OF_FILES: &str = "--=_with-files--";
const TEXT: &str = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
const HTML: &str = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";

/// What is written below the header of a message.
#[derive(Clone, Debug)]
pub(super) struct Body {
    text: Vec<Segment>,
    html: Option<Vec<Segment>>,
    files: Vec<File>,
    /// Bytes of everything that is the same for everybody.
    size: usize,
}

/// A stretch of a body, encoded.
#[derive(Clone, Debug)]
enum Segment {
    Fixed(Chunk<'static>),
    Value { slot: Slot, fallback: Chunk<'static> },
}

/// A file of JSON (RFC 8259).
#[derive(Clone, Debug)]
struct File {
    head: String,
    content: Chunk<'static>,
}

impl Body {
    /// Of two templates with what is the same for everybody filled in.
    pub(super) fn of_spans(text: &[Span], html: Option<&[Span]>) -> Self {
        let segments = |spans: &[Span]| spans.iter().map(Segment::of).collect();
        Self::new(segments(text), html.map(segments), Vec::new())
    }

    /// Of text that is written out already. Each of `files` has a name of letters, digits, `-` and `.`, and is JSON.
    pub(super) fn written(text: &str, html: &str, files: &[(&str, &str)]) -> Self {
        let whole = |text: &str| vec![Segment::Fixed(Chunk::encode(text).into_owned())];
        let file = |(name, json): &(&str, &str)| File {
            head: format!(
                "Content-Type: application/json\r\nContent-Transfer-Encoding: quoted-printable\r\n\
                 Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n"
            ),
            content: Chunk::encode(json).into_owned(),
        };
        Self::new(whole(text), Some(whole(html)), files.iter().map(file).collect())
    }

    fn new(text: Vec<Segment>, html: Option<Vec<Segment>>, files: Vec<File>) -> Self {
        let written: usize = text.iter().chain(html.iter().flatten()).map(Segment::len).sum();
        let files_take: usize = files.iter().map(|file| file.head.len() + file.content.len()).sum();
        Self { text, html, files, size: written + files_take }
    }

    /// Bytes of everything that is the same for everybody.
    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// Writes what stands behind the last common header field: the fields that say how the body is written, and the body.
    pub(super) fn write(&self, personal: &Personal<'_>, out: &mut Vec<u8>) {
        if self.files.is_empty() {
            return self.write_readable(personal, out);
        }
        put(out, &[MIXED, NEXT_FILE]);
        self.write_readable(personal, out);
        for file in &self.files {
            put(out, &["\r\n", NEXT_FILE, &file.head]);
            Writer::new(out).push(&file.content);
        }
        put(out, &["\r\n", END_OF_FILES]);
    }

    fn write_readable(&self, personal: &Personal<'_>, out: &mut Vec<u8>) {
        if let Some(html) = &self.html {
            put(out, &[ALTERNATIVE, NEXT, TEXT]);
            write_segments(&self.text, Place::Text, personal, out);
            put(out, &["\r\n", NEXT, HTML]);
            write_segments(html, Place::Html, personal, out);
            put(out, &["\r\n", END]);
        } else {
            put(out, &[TEXT]);
            write_segments(&self.text, Place::Text, personal, out);
            while out.ends_with(b"\r\n") {
                out.truncate(out.len() - 2);
            }
        }
    }
}

impl Segment {
    fn of(span: &Span) -> Self {
        match span {
            Span::Text(text) => Self::Fixed(Chunk::encode(text).into_owned()),
            Span::Slot(slot, fallback) => Self::Value { slot: *slot, fallback: Chunk::encode(fallback).into_owned() },
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Fixed(chunk) => chunk.len(),
            Self::Value { .. } => 0,
        }
    }
}

fn write_segments(segments: &[Segment], place: Place, personal: &Personal<'_>, out: &mut Vec<u8>) {
    let mut writer = Writer::new(out);
    for segment in segments {
        match segment {
            Segment::Fixed(chunk) => writer.push(chunk),
            Segment::Value { slot, fallback } => match personal.value(*slot) {
                Some(value) => writer.push(&Chunk::encode(&place.escape(&value))),
                None => writer.push(fallback),
            },
        }
    }
}
