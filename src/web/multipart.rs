//! Forms as `multipart/form-data` (RFC 7578): the fields that were typed or pressed, and no files.

/// The fields of a body, in their order. What cannot be read as a whole says nothing.
pub(super) fn fields(content_type: &str, body: &[u8]) -> Vec<(String, String)> {
    read(content_type, body).unwrap_or_default()
}

fn read(content_type: &str, body: &[u8]) -> Option<Vec<(String, String)>> {
    let (_, parameters) = content_type.split_once(';')?;
    let boundary = parameter(parameters, "boundary").filter(|boundary| !boundary.is_empty())?;
    // A boundary begins a line, also the first one.
    let text = format!("\r\n{}", String::from_utf8_lossy(body));
    let line = format!("\r\n--{boundary}");
    let (inside, _) = text.split_once(&format!("{line}--"))?;
    Some(inside.split(line.as_str()).skip(1).filter_map(field).collect())
}

/// A part by its name; none where it is a file, or nothing of a form.
fn field(part: &str) -> Option<(String, String)> {
    let (padding, part) = part.split_once("\r\n")?;
    let (head, value) = part.split_once("\r\n\r\n").filter(|_| padding.trim().is_empty())?;
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let (kind, parameters) = disposition.split_once(';')?;
    let file = ["filename", "filename*"].into_iter().any(|name| parameter(parameters, name).is_some());
    let name = parameter(parameters, "name")?;
    (kind.trim().eq_ignore_ascii_case("form-data") && !file).then(|| (name.to_owned(), value.to_owned()))
}

fn parameter<'a>(parameters: &'a str, wanted: &str) -> Option<&'a str> {
    parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim();
        let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
        name.trim().eq_ignore_ascii_case(wanted).then_some(bare)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "multipart/form-data; boundary=Zz";

    fn named(name: &str, value: &str) -> String {
        format!("--Zz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    }

    #[test]
    fn what_a_person_typed_is_read_as_it_was_typed() {
        let typed = [("name", "Ada\r\n\r\nLovelace"), ("zip", ""), ("visit", "--Z"), ("name", "ü")];
        let body: String = typed.map(|(name, value)| named(name, value)).concat() + "--Zz--\r\n";
        let expected: Vec<_> = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        for kind in [FORM, "Multipart/Form-Data; charset=utf-8; BOUNDARY=\"Zz\""] {
            assert_eq!(fields(kind, body.as_bytes()), expected);
        }
        let preamble = format!("not a part\r\n{body}nor is this");
        assert_eq!(fields(FORM, preamble.as_bytes()), expected);
    }

    #[test]
    fn files_and_what_breaks_off_say_nothing() {
        let file = "--Zz\r\nContent-Disposition: form-data; name=\"visit\"; filename=\"a\"\r\n\r\nx\r\n";
        let other = "--Zz\r\nContent-Type: text/plain\r\n\r\nx\r\n--Zz x\r\n\r\n\r\ny\r\n--Zz\r\n--Zz";
        for body in [file, other].map(|part| format!("{part}--Zz--")) {
            assert_eq!(fields(FORM, body.as_bytes()), Vec::new(), "{body}");
        }
        let whole = named("as", "yes");
        assert_eq!(fields(FORM, whole.as_bytes()), Vec::new(), "the end is missing");
        let whole = format!("{whole}--Zz--");
        for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"] {
            assert_eq!(fields(kind, whole.as_bytes()), Vec::new(), "{kind}");
        }
        assert_eq!(fields(FORM, b"\xff\x00--Zz"), Vec::new());
    }
}
