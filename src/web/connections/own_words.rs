//! Answers that no handler makes: to what is no request, is too long, or is too slow.
//!
//! # Why
//! actix-http answers a head that it cannot read by itself, below every middleware: an empty body and no header of ours.
//! Such an answer is the last of its connection and goes out as one piece, so its stream puts ours in its place.

use crate::clock;
use crate::web::headers;

/// The answer to a head that is too long.
pub(super) const TOO_LONG: u16 = 431;
/// The answer to a head that is too slow.
pub(super) const TOO_SLOW: u16 = 408;
/// How far from its end an answer of actix-http's own begins: a status line, three short fields. Ours are all longer.
const LONGEST: usize = 200;
const START: &[u8] = b"HTTP/1.1 ";

/// Where in what is about to leave an answer of actix-http's own begins, and its status.
pub(super) fn find(octets: &[u8]) -> Option<(usize, u16)> {
    if !octets.ends_with(b"\r\n\r\n") {
        return None;
    }
    let near_the_end = octets.len().saturating_sub(LONGEST);
    let tail = octets.get(near_the_end..)?;
    let at = tail.windows(START.len()).rposition(|window| window == START)?;
    let status = tail.get(at + START.len()..)?.get(..3)?;
    let status: u16 = std::str::from_utf8(status).ok()?.parse().ok()?;
    (status >= 400).then_some((near_the_end + at, status))
}

/// The answer with this status, whole.
pub(super) fn answer(status: u16, https: bool) -> Vec<u8> {
    let (status, said) = match status {
        TOO_SLOW => ("408 Request Timeout", "The request took too long.\n"),
        TOO_LONG => ("431 Request Header Fields Too Large", "The request is too long.\n"),
        500.. => ("500 Internal Server Error", "Sorry, this is our fault.\n"),
        _ => ("400 Bad Request", "This is not a request that we understand.\n"),
    };
    let date = clock::now().format("%a, %d %b %Y %H:%M:%S GMT");
    let fields: Vec<_> = headers::always(https).map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let fields = fields.concat();
    format!(
        "HTTP/1.1 {status}\r\n{fields}Content-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\nDate: {date}\r\n\r\n{said}",
        said.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_actix_alone_or_behind_one_of_ours_is_found_and_one_of_ours_is_not() {
        let own = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\ndate: Tue, 01 Dec 2026 00:00:00 GMT\r\n\r\n";
        assert_eq!(find(own), Some((0, 400)));
        let ours = answer(400, false);
        assert_eq!(find(&[ours.as_slice(), own].concat()), Some((ours.len(), 400)));
        assert_eq!(find(&ours), None);
        let head = ours.len() - "This is not a request that we understand.\n".len();
        assert_eq!(find(&ours[..head]), None, "the answer to a HEAD");
        assert_eq!(find(b"HTTP/1.1 100 Continue\r\n\r\n"), None);
        assert_eq!(find(b"\r\n\r\n"), None);
    }

    #[test]
    fn an_answer_is_as_long_as_it_says_and_carries_what_every_answer_does() {
        for status in [400, TOO_SLOW, TOO_LONG, 500] {
            let answer = String::from_utf8(answer(status, true)).unwrap();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.starts_with(&format!("HTTP/1.1 {status} ")));
            assert!(head.contains(&format!("\r\nContent-Length: {}\r\n", body.len())));
            assert!(headers::always(true).all(|(name, value)| head.contains(&format!("\r\n{name}: {value}\r\n"))));
        }
    }
}
