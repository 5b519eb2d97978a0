//! The relaxed canonical forms: what of a message may change on its way without breaking a signature.

use aws_lc_rs::digest::{Context, SHA256, digest};

/// A header field in its relaxed form (RFC 6376 section 3.4.2), without a line end.
///
/// `field` is name, colon and value with its folds.
pub(super) fn header(field: &[u8], out: &mut Vec<u8>) {
    let colon = field.iter().position(|byte| *byte == b':').unwrap_or(field.len());
    let (name, value) = field.split_at_checked(colon).unwrap_or((field, &[]));
    out.extend(name.trim_ascii_end().iter().map(u8::to_ascii_lowercase));
    out.push(b':');
    let begin = out.len();
    let mut blank = false;
    for byte in value.iter().skip(1) {
        match byte {
            b'\r' | b'\n' => {}
            b' ' | b'\t' => blank = true,
            other => {
                if blank && out.len() > begin {
                    out.push(b' ');
                }
                blank = false;
                out.push(*other);
            }
        }
    }
}

/// The SHA-256 of the body in its relaxed form (RFC 6376 section 3.4.4).
pub(super) fn body_hash(body: &[u8]) -> [u8; 32] {
    let digest = match without_blanks_to_reduce(body) {
        Some([]) => digest(&SHA256, &[]),
        Some(text) => {
            let mut context = Context::new(&SHA256);
            context.update(text);
            context.update(b"\r\n");
            context.finish()
        }
        None => digest(&SHA256, &relaxed_body(body)),
    };
    let mut hash = [0; 32];
    hash.iter_mut().zip(digest.as_ref()).for_each(|(to, from)| *to = *from);
    hash
}

/// The body up to its last line end, where nothing but empty lines at its end sets it apart from its relaxed form: then it
/// is hashed as it lies there. Counting has no early end, so it is done many bytes at a time.
fn without_blanks_to_reduce(body: &[u8]) -> Option<&[u8]> {
    let pairs = body.iter().zip(body.iter().skip(1));
    let to_do = pairs.filter(|(one, next)| **one == b'\t' || (**one == b' ' && matches!(**next, b' ' | b'\t' | b'\r')));
    if to_do.count() > 0 || body.last().is_some_and(|byte| is_blank(*byte)) {
        return None;
    }
    let mut text = body;
    while let Some(shorter) = text.strip_suffix(b"\r\n") {
        text = shorter;
    }
    Some(text)
}

/// The body in its relaxed form.
pub(super) fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut line_ends = 0;
    let mut rest = Some(body);
    while let Some(text) = rest {
        let (line, after) = first_line(text);
        let line = without_end_blanks(line);
        // Empty lines wait: at the end of the body they do not count.
        if !line.is_empty() {
            (0..line_ends).for_each(|_| out.extend_from_slice(b"\r\n"));
            line_ends = 0;
            reduce(line, &mut out);
        }
        line_ends += 1;
        rest = after;
    }
    if !out.is_empty() {
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// A line without its CRLF, and what follows if there was one.
fn first_line(text: &[u8]) -> (&[u8], Option<&[u8]>) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.iter().position(|byte| *byte == b'\n')) {
        let end = from + at;
        if let Some((line, [_, after @ ..])) = text.split_at_checked(end)
            && let Some(line) = line.strip_suffix(b"\r")
        {
            return (line, Some(after));
        }
        from = end + 1;
    }
    (text, None)
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fn without_end_blanks(mut line: &[u8]) -> &[u8] {
    while let [before @ .., last] = line
        && is_blank(*last)
    {
        line = before;
    }
    line
}

/// Makes every run of blanks one space.
fn reduce(line: &[u8], out: &mut Vec<u8>) {
    // Most lines have nothing to reduce. Counting has no early end, so it is done many bytes at a time.
    let pairs = line.iter().zip(line.iter().skip(1));
    let to_do = pairs.filter(|(one, next)| **next == b'\t' || (**one == b' ' && **next == b' ')).count();
    if to_do == 0 && line.first() != Some(&b'\t') {
        out.extend_from_slice(line);
        return;
    }
    let mut after_blank = false;
    for byte in line {
        let blank = is_blank(*byte);
        if !blank {
            out.push(*byte);
        } else if !after_blank {
            out.push(b' ');
        }
        after_blank = blank;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn relaxed(field: &str) -> String {
        let mut out = Vec::new();
        header(field.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    fn body(text: &str) -> String {
        String::from_utf8(relaxed_body(text.as_bytes())).unwrap()
    }

    /// RFC 6376 section 3.4.5, example 1.
    #[test]
    fn the_examples_of_the_rfc_come_out_as_it_says() {
        assert_eq!(relaxed("A: X"), "a:X");
        assert_eq!(relaxed("B : Y\t\r\n\tZ  "), "b:Y Z");
        assert_eq!(body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
    }

    /// RFC 6376 sections 3.4.2 and 3.4.4.
    #[test]
    fn blanks_and_empty_lines_at_the_edges_do_not_count() {
        assert_eq!(relaxed("Subject:"), "subject:");
        assert_eq!(relaxed("SUBject: \t \r\n "), "subject:");
        assert_eq!(relaxed("To:\r\n a\r\n b:c"), "to:a b:c");
        for empty in ["", "\r\n", " \t\r\n\r\n"] {
            assert_eq!(body(empty), "");
        }
        assert_eq!(body("\r\n\r\na"), "\r\n\r\na\r\n");
        assert_eq!(body("a\r\n \r\nb\t\tc\r\n\t"), "a\r\n\r\nb c\r\n");
        assert_eq!(body("\ta\tb"), " a b\r\n");
        assert_eq!(body("a\nb\rc \nd"), "a\nb\rc \nd\r\n");
    }

    /// RFC 6376 section 3.4.4 gives the hash of nothing.
    #[test]
    fn no_body_has_the_hash_that_the_rfc_gives() {
        use base64::Engine as _;
        let hash = base64::engine::general_purpose::STANDARD.encode(body_hash(b"\r\n"));
        assert_eq!(hash, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    proptest! {
        #[test]
        fn the_form_of_a_form_is_itself_and_a_final_line_end_changes_nothing(text in "([ab \t]|\r\n| \r\n|  ){0,40}") {
            let once = body(&text);
            prop_assert_eq!(&body(&once), &once);
            prop_assert_eq!(&body(&format!("{text}\r\n")), &once);
            if let Some(as_it_lies) = without_blanks_to_reduce(text.as_bytes()) {
                let whole = if as_it_lies.is_empty() { Vec::new() } else { [as_it_lies, b"\r\n"].concat() };
                prop_assert_eq!(whole, once.as_bytes());
            }
            prop_assert!(!once.contains("  ") && !once.contains('\t') && !once.contains(" \r\n"));
        }
    }
}
