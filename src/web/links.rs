//! Links as they arrive: with what mail programs and people glue to them (G7).
//!
//! A full stop, a bracket, a quotation mark, a slash, as they are or percent-encoded: some programs take for a part of the
//! link what stands behind it. No token holds any of these, so a link ends where its token does. Nothing is taken off
//! between the characters of a token: what is left is the token that was signed, or none.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;
use percent_encoding::percent_decode_str;

/// What links begin with, and the words that may stand before or behind the token.
const PLACES: [(&str, &[&str], &[&str]); 6] = [
    ("u", &["undo"], &[]),
    ("child", &[], &[]),
    ("policy", &["undo"], &[]),
    ("preferences", &[], &["data", "receipt"]),
    ("data", &[], &[]),
    ("signup", &[], &[]),
];

/// Puts the path right before it is looked up.
pub(super) async fn tidy_up(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(uri) = tidy(request.path()).and_then(|path| with_path(request.uri(), &path)) {
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
    }
    next.call(request).await
}

fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    parts.path_and_query = Some(PathAndQuery::try_from(format!("{path}{query}")).ok()?);
    Uri::from_parts(parts).ok()
}

/// The path as we wrote it; none where it is that already, or is nothing of ours.
fn tidy(path: &str) -> Option<String> {
    if is_tidy(path) {
        return None;
    }
    let mut parts = path.split('/').filter(|part| !part.is_empty()).peekable();
    let first = parts.next()?;
    let (place, before, behind) = PLACES.into_iter().find(|(place, ..)| is_word(first, place))?;
    let mut tidied = vec![place.to_owned()];
    tidied.extend(parts.peek().and_then(|part| word_of(part, before)));
    if tidied.len() > 1 {
        parts.next();
    }
    if let Some(part) = parts.next_if(|part| !is_glue(part)) {
        tidied.push(token_of(part)?);
        if let Some(word) = parts.peek().and_then(|part| word_of(part, behind)) {
            tidied.push(word);
            parts.next();
        }
    }
    let tidied = format!("/{}", tidied.join("/"));
    (parts.all(is_glue) && tidied != path).then_some(tidied)
}

/// Whether it holds nothing but small words and a token, as nearly all do.
fn is_tidy(path: &str) -> bool {
    let place = path.get(1..).unwrap_or_default().split('/').next().unwrap_or_default();
    let small = !place.bytes().any(|octet| octet.is_ascii_uppercase());
    let plain = path.bytes().all(|octet| is_of_a_token(octet) || octet == b'/');
    small && plain && !path.ends_with('/') && !path.contains("//")
}

/// The token that a part of a path begins with: all up to the first character that no token holds.
fn token_of(part: &str) -> Option<String> {
    let token: String = percent_decode_str(part).take_while(|octet| is_of_a_token(*octet)).map(char::from).collect();
    (!token.is_empty()).then_some(token)
}

/// The word that a part of a path is, whatever the case, with something glued to it or not.
fn word_of(part: &str, words: &[&str]) -> Option<String> {
    words.iter().find(|word| is_word(part, word)).map(|word| (*word).to_owned())
}

fn is_word(part: &str, word: &str) -> bool {
    let mut octets = percent_decode_str(part);
    let begins = word.bytes().all(|of_word| octets.next().is_some_and(|octet| octet.eq_ignore_ascii_case(&of_word)));
    begins && !octets.any(is_of_a_token)
}

/// Whether nothing in it could stand in a token.
fn is_glue(part: &str) -> bool {
    !percent_decode_str(part).any(is_of_a_token)
}

/// The alphabet of base64url.
const fn is_of_a_token(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As it is looked up.
    fn looked_up(path: &str) -> String {
        tidy(path).unwrap_or_else(|| path.to_owned())
    }

    #[test]
    fn what_is_glued_to_a_link_is_taken_off() {
        for glued in [
            ".",
            ")",
            ">",
            "=",
            ";",
            ",",
            "\"",
            "'",
            "/",
            "//",
            "%3E",
            "%22",
            "%E2%80%9D",
            "%20",
            "%0D%0A",
            "%",
            "/.",
            ").",
            ">,",
            "&gt;",
            "*",
            "]",
            "}",
            "!",
            ":",
            "|",
            "%3e%29.",
            "%2F",
            "=3D",
            "\\",
        ] {
            for place in ["/u", "/u/undo", "/policy", "/policy/undo", "/preferences", "/data", "/signup", "/child"] {
                assert_eq!(looked_up(&format!("{place}/aB-_9{glued}")), format!("{place}/aB-_9"), "{glued}");
            }
            if is_glue(glued) {
                assert_eq!(looked_up(&format!("/preferences/aB-_9/data{glued}")), "/preferences/aB-_9/data");
                assert_eq!(looked_up(&format!("/preferences{glued}")), "/preferences");
            }
        }
        assert_eq!(looked_up("/U/Undo/aB"), "/u/undo/aB");
        assert_eq!(looked_up("//PREFERENCES//aB/DATA/"), "/preferences/aB/data");
        assert_eq!(looked_up("/u/%61B%2D"), "/u/aB-");
    }

    #[test]
    fn what_is_none_of_our_links_is_left_as_it_is() {
        for path in [
            "/",
            "",
            "/static/app.css",
            "/u/../help",
            "/u/aB/more",
            "/u/aB./more.",
            "/x/aB.",
            "/health/live",
            "/u/./aB",
        ] {
            assert_eq!(tidy(path), None, "{path}");
        }
    }

    proptest! {
        /// What is opened is what stood there, unbroken, from the place on: never another token, and never a part of one.
        #[test]
        fn a_token_is_never_turned_into_another(token in "[A-Za-z0-9_-]{1,70}", tail in "([^A-Za-z0-9_/%-][ -~]{0,8})?") {
            let tail = tail.replace(['/', '?', '#'], ".");
            prop_assert_eq!(looked_up(&format!("/u/{token}{tail}")), format!("/u/{token}"));
        }

        #[test]
        fn whatever_comes_ends_in_a_path_that_stays_as_it_is(path in "/[ -~]{0,40}") {
            let once = looked_up(&path);
            prop_assert_eq!(looked_up(&once), once);
        }

        #[test]
        fn characters_of_a_token_are_never_taken_off(one in "[A-Za-z0-9_-]{1,60}", more in "[A-Za-z0-9_-]{1,60}") {
            prop_assert_eq!(looked_up(&format!("/u/{one}{more}.")), format!("/u/{one}{more}"));
        }
    }
}
