//! What can be clicked in a message, found without changing what the message says.

/// A stretch of plain text: words, or an address to go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Words(&'a str),
    Link(&'a str),
}

/// What a link may start with, and what must follow. Nothing else is ever put into an `href`.
const SCHEMES: [(&str, &str); 3] = [("https", "//"), ("http", "//"), ("mailto", "")];

/// What opens a link: a new tab that learns nothing of this one. Without quotes, so that text which only looks like a
/// tag keeps its own.
const NEW_TAB: &str = " target=_blank rel=noopener";

/// Links of an HTML part that are listed.
const MAX_TARGETS: usize = 200;

/// Splits `text` at its links.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (colon, _) in text.match_indices(':') {
        let Some((start, end)) = link_around(text, done, colon) else { continue };
        pieces.extend(text.get(done..start).filter(|words| !words.is_empty()).map(Piece::Words));
        pieces.extend(text.get(start..end).map(Piece::Link));
        done = end;
    }
    pieces.extend(text.get(done..).filter(|words| !words.is_empty()).map(Piece::Words));
    pieces
}

/// The link that the colon at `colon` belongs to. It ends at a space or a bracket, and not with the punctuation of the
/// sentence around it.
fn link_around(text: &str, done: usize, colon: usize) -> Option<(usize, usize)> {
    let before = text.get(done..colon)?;
    let rest = text.get(colon + 1..)?;
    let (scheme, slashes) =
        SCHEMES.iter().find(|(scheme, slashes)| before.ends_with(scheme) && rest.starts_with(slashes))?;
    let ends =
        |character: char| character.is_whitespace() || character.is_control() || "<>\"`{}|\\^".contains(character);
    let link = rest.split(ends).next()?.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']']);
    (link.len() > slashes.len()).then(|| (colon - scheme.len(), colon + 1 + link.len()))
}

/// The targets of the links of an HTML part, each once, in their order.
pub(super) fn targets(html: &str) -> Vec<String> {
    let mut targets: Vec<String> = Vec::new();
    for target in link_tags(html).filter_map(|at| href(html.get(at..)?)) {
        if targets.len() >= MAX_TARGETS {
            break;
        }
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets
}

/// Makes every link of an HTML part open a new tab. The first of two attributes of one name counts, so what the message
/// itself says about target and rel is overruled.
pub(super) fn in_new_tabs(html: &str) -> String {
    let mut changed = String::with_capacity(html.len() + 1024);
    let mut done = 0;
    for at in link_tags(html) {
        changed.push_str(html.get(done..at).unwrap_or_default());
        changed.push_str(NEW_TAB);
        done = at;
    }
    changed.push_str(html.get(done..).unwrap_or_default());
    changed
}

/// Where the names of `<a` and `<area` tags end.
fn link_tags(html: &str) -> impl Iterator<Item = usize> {
    html.match_indices('<').filter_map(|(at, _)| {
        ["a", "area"].iter().find_map(|name| {
            let end = at + 1 + name.len();
            let ended = html.get(end..)?.starts_with(['\t', '\n', '\x0c', '\r', ' ', '/', '>']);
            (ended && html.get(at + 1..end)?.eq_ignore_ascii_case(name)).then_some(end)
        })
    })
}

/// The value of the first `href` of a tag whose name was already read, if it is one of [`SCHEMES`].
fn href(attributes: &str) -> Option<String> {
    let tag = attributes.split('>').next()?.to_ascii_lowercase();
    let value = attributes.get(tag.find("href")? + 4..)?.trim_start().strip_prefix('=')?.trim_start();
    let target = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split(|character: char| character.is_whitespace() || character == '>').next()?,
    };
    let target = target.trim().replace("&amp;", "&");
    let known = |(scheme, slashes): &(&str, &str)| {
        target
            .strip_prefix(scheme)
            .and_then(|rest| rest.strip_prefix(':'))
            .is_some_and(|rest| rest.starts_with(slashes))
    };
    SCHEMES.iter().any(known).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::Piece::{Link, Words};
    use super::*;

    #[test]
    fn links_in_text_are_found_and_nothing_is_lost() {
        assert_eq!(
            pieces("Stop: https://a.example/u/t1, or (http://b.example).\n"),
            [Words("Stop: "), Link("https://a.example/u/t1"), Words(", or ("), Link("http://b.example"), Words(").\n"),]
        );
        assert_eq!(
            pieces("<mailto:stop@a.example?subject=x>,\n <https://a.example/u/1>"),
            [
                Words("<"),
                Link("mailto:stop@a.example?subject=x"),
                Words(">,\n <"),
                Link("https://a.example/u/1"),
                Words(">"),
            ]
        );
        assert_eq!(pieces("https://a.example:8443/x:y"), [Link("https://a.example:8443/x:y")]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn what_only_looks_like_a_link_stays_words() {
        for text in
            ["javascript:alert(1)", "https://", "http:", "mailto:", "https:// x", "a: b", "data:text/html,x", "grüße:"]
        {
            assert_eq!(pieces(text), [Words(text)]);
        }
    }

    #[test]
    fn targets_of_html_links_are_listed_once() {
        let html = "<a class=x HREF = 'https://a.example/?x=1&amp;y=2'>a</a><A\nhref=\"mailto:b@c.example\"><area href=http://d.example>\
            <a href='https://a.example/?x=1&amp;y=2'><a href=javascript:x><a name=top><abbr href=https://no.example><a href";
        assert_eq!(targets(html), ["https://a.example/?x=1&y=2", "mailto:b@c.example", "http://d.example"]);
    }

    #[test]
    fn every_html_link_opens_a_new_tab() {
        assert_eq!(
            in_new_tabs("<p><a href=x target=_self>ü</a><AREA/><abbr><a-b><<a>"),
            "<p><a target=_blank rel=noopener href=x target=_self>ü</a><AREA target=_blank rel=noopener/><abbr><a-b>\
             <<a target=_blank rel=noopener>"
        );
        assert_eq!(in_new_tabs("no <b>link</b> <"), "no <b>link</b> <");
    }
}
