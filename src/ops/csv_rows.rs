//! CSV files, row by row, bounded: a bad row never takes a good one with it, and no line is too long to survive.

use std::collections::VecDeque;
use std::io::{BufRead, ErrorKind};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::domain::mention::names_an_address;

/// Bytes that one row may have, over all its lines. A name, an address and a wording are far below.
const ROW_MAX: usize = 64 * 1024;
/// Fields that one row may have.
const FIELDS_MAX: usize = 256;

/// Why a file as a whole is not read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system says no.
    #[error("the file cannot be read")]
    Io(#[from] std::io::Error),
    /// Nothing in it.
    #[error("the file is empty; its first line must name the columns")]
    Empty,
    /// Two bytes a character.
    #[error("the file is UTF-16; save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW")]
    Utf16,
    /// The first line cannot be read.
    #[error("the first line must name the columns: {0}")]
    Header(RowError),
    /// People where the names of the columns should be.
    #[error("the first line has an address; put a line in front that names the columns (--help lists them)")]
    NoNames,
    /// A column that must be there is not.
    #[error("the column {missing:?} is missing; the first line has: {found}")]
    MissingColumn {
        /// Its name.
        missing: &'static str,
        /// What is there.
        found: String,
    },
    /// Two columns of one name.
    #[error("the column {0:?} stands twice in the first line")]
    DoubleColumn(String),
}

/// Why one row is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    /// Too long.
    #[error("the row is longer than 64 KiB")]
    TooLong,
    /// Not UTF-8.
    #[error("the row is not UTF-8 (Latin-1?); convert the file: iconv -f ISO-8859-1 -t UTF-8 FILE > NEW")]
    NotUtf8,
    /// A quote is opened and never closed.
    #[error("a quote is opened and not closed")]
    OpenQuote,
    /// A carriage return inside a line.
    #[error("the row has a carriage return that ends no line; save the file with the line ends LF or CRLF")]
    LoneReturn,
    /// More fields than any file of ours has.
    #[error("the row has more than 256 fields")]
    TooManyFields,
    /// Not as many fields as the first line.
    #[error("the row has {found} fields and the first line has {expected}")]
    FieldCount {
        /// In the row.
        found: usize,
        /// In the first line.
        expected: usize,
    },
}

/// A row with the number of its first line.
#[derive(Debug)]
pub struct Row {
    /// The line, counted from 1.
    pub line: u64,
    /// Its fields, or why it has none.
    pub fields: Result<Vec<String>, RowError>,
}

/// Reads rows from anything.
pub struct Rows<R> {
    from: R,
    parser: Reader,
    /// Lines read ahead behind an open quote, to be read again as rows of their own.
    again: VecDeque<Line>,
    next_line: u64,
    columns: usize,
}

/// One line with its end; what is over the bound was dropped.
#[derive(Clone, Debug)]
struct Line {
    number: u64,
    bytes: Vec<u8>,
    cut: bool,
}

/// The columns of a file by name.
#[derive(Debug)]
pub struct Columns(Vec<String>);

impl Columns {
    /// The place of a column that may be missing.
    pub fn optional(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column == name)
    }

    /// The place of a column that must be there.
    ///
    /// # Errors
    /// [`FileError::MissingColumn`].
    pub fn required(&self, name: &'static str) -> Result<usize, FileError> {
        let found = || self.0.iter().map(|name| quotable(name)).collect::<Vec<_>>().join(", ");
        let missing = || FileError::MissingColumn { missing: name, found: found() };
        self.optional(name).ok_or_else(missing)
    }

    /// The columns that are none of `known`.
    pub fn beyond(&self, known: &[&str]) -> Vec<String> {
        self.0.iter().filter(|column| !known.contains(&column.as_str())).map(|name| quotable(name)).collect()
    }
}

/// A piece of the file as a report may quote it: never long, and never an address.
pub(super) fn quotable(text: &str) -> String {
    if names_an_address(text) || text.contains('@') {
        "(an address)".to_owned()
    } else {
        text.chars().take(40).collect()
    }
}

impl<R: BufRead> Rows<R> {
    /// Reads the first line; the separator is the one of `,`, `;` and tab that it has most of.
    ///
    /// # Errors
    /// See [`FileError`].
    pub fn open(from: R) -> Result<(Columns, Self), FileError> {
        let mut rows = Self { from, parser: Reader::new(), again: VecDeque::new(), next_line: 1, columns: 0 };
        let mut first = rows.read_line()?.ok_or(FileError::Empty)?;
        if first.bytes.starts_with(&[0xff, 0xfe]) || first.bytes.starts_with(&[0xfe, 0xff]) {
            return Err(FileError::Utf16);
        }
        if let Some(rest) = first.bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
            first.bytes = rest.to_vec();
        }
        let count = |wanted: u8| first.bytes.split(|byte| *byte == wanted).count();
        let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',');
        rows.parser = ReaderBuilder::new().delimiter(separator).build();
        rows.again.push_front(first);
        let header = rows.next_row()?.ok_or(FileError::Empty)?;
        let fields = header.fields.map_err(FileError::Header)?;
        let columns: Vec<_> = fields.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
        if columns.iter().any(|name| name.contains('@')) {
            return Err(FileError::NoNames);
        }
        for (place, name) in columns.iter().enumerate() {
            if columns.iter().skip(place + 1).any(|other| other == name) {
                return Err(FileError::DoubleColumn(quotable(name)));
            }
        }
        rows.columns = columns.len();
        Ok((Columns(columns), rows))
    }

    /// The next row that is not empty.
    ///
    /// # Errors
    /// The file cannot be read any further.
    pub fn next_row(&mut self) -> Result<Option<Row>, FileError> {
        loop {
            let Some(line) = self.read_line()? else { return Ok(None) };
            if line.bytes.iter().all(u8::is_ascii_whitespace) && !line.cut {
                continue;
            }
            let number = line.number;
            return Ok(Some(Row { line: number, fields: self.row_from(line)? }));
        }
    }

    /// Goes on over the following lines while a quote is open, and gives them back if that leads to no good row.
    fn row_from(&mut self, first: Line) -> Result<Result<Vec<String>, RowError>, FileError> {
        let mut whole = first.bytes;
        let mut more: Vec<Line> = Vec::new();
        let mut cut = first.cut;
        loop {
            if cut || whole.len() > ROW_MAX {
                self.give_back(more);
                return Ok(Err(RowError::TooLong));
            }
            // A line without a quote closes none: it need not be parsed to know that the row goes on.
            let may_end = more.last().is_none_or(|line| line.bytes.contains(&b'"'));
            if let Some(Parsed::Row(fields)) = may_end.then(|| parse(&mut self.parser, &whole)) {
                let row = fields.and_then(|fields| self.counted(fields));
                if matches!(row, Err(RowError::FieldCount { .. })) && !more.is_empty() {
                    // The quote that seemed to close it opened a field of another row.
                    self.give_back(more);
                    return Ok(Err(RowError::OpenQuote));
                }
                return Ok(row);
            }
            let Some(line) = self.read_line()? else {
                self.give_back(more);
                return Ok(Err(RowError::OpenQuote));
            };
            whole.extend_from_slice(&line.bytes);
            cut = line.cut;
            more.push(line);
        }
    }

    fn counted(&self, fields: Vec<String>) -> Result<Vec<String>, RowError> {
        if self.columns == 0 || fields.len() == self.columns {
            Ok(fields)
        } else {
            Err(RowError::FieldCount { found: fields.len(), expected: self.columns })
        }
    }

    fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.again.push_front(line);
        }
    }

    /// One line, at most [`ROW_MAX`] bytes of it kept.
    fn read_line(&mut self) -> Result<Option<Line>, FileError> {
        if let Some(line) = self.again.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let mut cut = false;
        let mut any = false;
        loop {
            let chunk = match self.from.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(chunk.len(), |end| end + 1);
            let room = (ROW_MAX + 1).saturating_sub(bytes.len());
            bytes.extend(chunk.iter().take(taken.min(room)));
            cut |= taken > room;
            self.from.consume(taken);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        let number = self.next_line;
        self.next_line += 1;
        Ok(Some(Line { number, bytes, cut }))
    }
}

enum Parsed {
    Row(Result<Vec<String>, RowError>),
    Open,
}

fn parse(parser: &mut Reader, bytes: &[u8]) -> Parsed {
    parser.reset();
    let mut output = vec![0; bytes.len() + 1];
    let mut ends = [0; FIELDS_MAX];
    let (result, read, written, fields) = parser.read_record(bytes, &mut output, &mut ends);
    // Input that ends inside a row without a line break is a row all the same, unless a quote is open.
    let (result, written, fields) = if result == ReadRecordResult::InputEmpty && !bytes.ends_with(b"\n") {
        let rest = output.split_at_mut_checked(written).map(|(_, rest)| rest).unwrap_or_default();
        let rest_ends = ends.split_at_mut_checked(fields).map(|(_, rest)| rest).unwrap_or_default();
        let (result, _, more, more_fields) = parser.read_record(&[], rest, rest_ends);
        let closed = !is_open(bytes);
        let result = if closed { result } else { ReadRecordResult::InputEmpty };
        (result, written + more, fields + more_fields)
    } else {
        (result, written, fields)
    };
    match result {
        ReadRecordResult::Record => match bytes.get(read..) {
            Some(b"" | b"\n") => Parsed::Row(collect(&output, &ends, written, fields)),
            _ => Parsed::Row(Err(RowError::LoneReturn)),
        },
        ReadRecordResult::OutputEndsFull => Parsed::Row(Err(RowError::TooManyFields)),
        ReadRecordResult::OutputFull => Parsed::Row(Err(RowError::TooLong)),
        ReadRecordResult::InputEmpty | ReadRecordResult::End => Parsed::Open,
    }
}

/// Whether an odd number of quotes stands in the text: the last one is open.
fn is_open(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |open, byte| open != (*byte == b'"'))
}

fn collect(output: &[u8], ends: &[usize], written: usize, fields: usize) -> Result<Vec<String>, RowError> {
    let mut start = 0;
    let mut row = Vec::with_capacity(fields);
    for end in ends.iter().take(fields) {
        let bytes = output.get(start..(*end).min(written)).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|_: std::str::Utf8Error| RowError::NotUtf8)?;
        row.push(text.to_owned());
        start = *end;
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8]) -> (Columns, Vec<Row>) {
        let (columns, mut rows) = Rows::open(text).unwrap();
        let mut read = Vec::new();
        while let Some(row) = rows.next_row().unwrap() {
            read.push(row);
        }
        (columns, read)
    }

    fn fields(row: &Row) -> Vec<&str> {
        row.fields.as_ref().unwrap().iter().map(String::as_str).collect()
    }

    #[test]
    fn quotes_line_breaks_and_other_separators_are_read() {
        let (columns, rows) =
            all(b"\xef\xbb\xbfAddress;Name\r\na@example.org;\"L; A\"\r\n\r\nb@example.org;\"two\nlines\"");
        assert_eq!(columns.required("address").unwrap(), 0);
        assert_eq!(fields(&rows[0]), ["a@example.org", "L; A"]);
        assert_eq!(fields(&rows[1]), ["b@example.org", "two\nlines"]);
        assert_eq!(rows[1].line, 4);
    }

    #[test]
    fn a_bad_row_takes_no_good_row_with_it() {
        let mut text = b"address,name\nopen@example.org,\"quote\ngood@example.org,Ada\nlatin@example.org,Jos\xe9\nshort@example.org\n".to_vec();
        text.extend(b"long@example.org,");
        text.extend(vec![b'x'; 200_000]);
        text.extend(b"\nlast@example.org,Bob\n");
        let (_, rows) = all(&text);
        let errors: Vec<_> = rows.iter().map(|row| (row.line, row.fields.as_ref().err().copied())).collect();
        assert_eq!(errors[0], (2, Some(RowError::TooLong)), "the open quote swallows lines until the bound");
        assert_eq!(errors[1], (3, None));
        assert_eq!(errors[2], (4, Some(RowError::NotUtf8)));
        assert_eq!(errors[3], (5, Some(RowError::FieldCount { found: 1, expected: 2 })));
        assert_eq!(errors[4], (6, Some(RowError::TooLong)));
        assert_eq!(errors[5], (7, None));
    }

    #[test]
    fn a_stray_quote_does_not_swallow_the_good_row_that_closes_it() {
        let (_, rows) =
            all(b"address,name\nopen@example.org,\"Bob\ngood@example.org,\"L, Ada\"\nlast@example.org,Cyd\n");
        let errors: Vec<_> = rows.iter().map(|row| (row.line, row.fields.as_ref().err().copied())).collect();
        assert_eq!(errors, [(2, Some(RowError::OpenQuote)), (3, None), (4, None)]);
    }

    #[test]
    fn line_ends_of_old_macs_are_named() {
        assert!(matches!(
            Rows::open(&b"address,name\ra@example.org,Ada\r"[..]),
            Err(FileError::Header(RowError::LoneReturn))
        ));
        let (_, rows) = all(b"address,name\na@example.org,A\rda\nb@example.org,Bob\r\nc@example.org,C\r");
        let errors: Vec<_> = rows.iter().map(|row| row.fields.as_ref().err().copied()).collect();
        assert_eq!(errors, [Some(RowError::LoneReturn), None, None]);
    }

    #[test]
    fn a_file_without_a_line_of_names_is_not_quoted() {
        let said = Rows::open(&b"ada@example.org,Ada,yes,yes\n"[..]).err().unwrap().to_string();
        assert!(said.starts_with("the first line has an address; put a line in front that names"), "{said}");
    }

    #[test]
    fn a_file_without_what_it_needs_is_refused_with_a_sentence() {
        assert!(matches!(Rows::open(&b""[..]), Err(FileError::Empty)));
        assert!(matches!(Rows::open(&b"\xff\xfea\0"[..]), Err(FileError::Utf16)));
        assert!(matches!(Rows::open(&b"a,a\n"[..]), Err(FileError::DoubleColumn(_))));
        let (columns, _) = Rows::open(&b"adress,name\n"[..]).unwrap();
        let said = columns.required("address").unwrap_err().to_string();
        assert_eq!(said, "the column \"address\" is missing; the first line has: adress, name");
    }
}
