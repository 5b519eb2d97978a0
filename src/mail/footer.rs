//! What no message may lack. Promotional mail: what it is, how to stop it, and where its sender can be
//! found (CONFORMANCE H6, 15 USC 7704(a)(5)). All other mail: the last of these. What the author did not write is added.

use super::template::{Place, Placeholder, Template, TemplateError};
use crate::domain::Stream;
use crate::words::{Language, Words};

/// Parses a body and adds what it lacks, in the words of the recipient. An author who placed the unsubscribe link gets
/// what the mail is and the postal address added, unless the latter is placed too; all others get the whole footer. Mail
/// that needs no consent, which is of no stream, gets the postal address only.
///
/// # Errors
/// See [`TemplateError`]; lines are those of `source`.
pub(super) fn complete(place: Place, source: &str, stream: Option<(Stream, Words)>) -> Result<Template, TemplateError> {
    let template = Template::parse(place, source)?;
    let has_link = template.uses(Placeholder::UnsubscribeUrl);
    let has_address = template.uses(Placeholder::PostalAddress);
    let (lines, language) = match stream {
        Some(_) if has_link && has_address => return Ok(template),
        Some((stream, words)) => (lines(place, stream, words, !has_link), Some(words.language())),
        None if has_address => return Ok(template),
        None => (vec![ADDRESS.to_owned()], None),
    };
    let completed = match place {
        Place::Html => {
            let (before, after) = source.split_at(end_of_body(source));
            let written = |language: Language| format!(" lang=\"{}\" dir=\"{}\"", language.tag(), language.dir());
            let language = language.map(written).unwrap_or_default();
            format!("{before}\n<hr>\n<p{language}>{}</p>\n{after}", lines.join("<br>\n"))
        }
        Place::Subject | Place::Text => format!("{}\n\n----------\n{}\n", source.trim_end(), lines.join("\n")),
    };
    Template::parse(place, &completed)
}

/// The last line of every footer.
const ADDRESS: &str = "{{ postal_address }}";

fn lines(place: Place, stream: Stream, words: Words, with_links: bool) -> Vec<String> {
    // The values are placeholders of the template that the footer becomes a part of.
    let values = [("sender", "{{ sender_name }}".into()), ("list", "{{ list_name }}".into())];
    let say = |id| place.escape(&words.plain_with(id, &values)).into_owned();
    let mut lines = vec![match stream {
        Stream::Company => say("mail-footer-company"),
        Stream::Partner => say("mail-footer-partner"),
    }];
    if with_links {
        let link = |words: String, url| match place {
            Place::Html => format!("<a href=\"{url}\">{words}</a>"),
            Place::Subject | Place::Text => format!("{words}: {url}"),
        };
        lines.push(link(say("mail-footer-unsubscribe"), "{{ unsubscribe_url }}"));
        lines.push(link(say("mail-footer-choices"), "{{ preferences_url }}"));
    }
    lines.push(ADDRESS.to_owned());
    lines
}

/// Where the visible part of a page ends.
fn end_of_body(html: &str) -> usize {
    let lower = html.to_ascii_lowercase();
    lower.rfind("</body").or_else(|| lower.rfind("</html")).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Words = Words::new(Language::English);

    fn used(place: Place, source: &str) -> Vec<&'static str> {
        let template = complete(place, source, Some((Stream::Company, ENGLISH))).unwrap();
        Placeholder::ALL.into_iter().filter(|one| template.uses(*one)).map(Placeholder::as_str).collect()
    }

    #[test]
    fn what_is_missing_is_added_and_nothing_else() {
        let whole = ["unsubscribe_url", "preferences_url", "postal_address", "list_name", "sender_name"];
        for place in [Place::Text, Place::Html] {
            assert_eq!(used(place, "Hello"), whole);
            assert_eq!(used(place, "{{ postal_address }}"), whole);
            let with_link = ["unsubscribe_url", "postal_address", "list_name", "sender_name"];
            assert_eq!(used(place, "{{ unsubscribe_url }}"), with_link);
            let own = "{{ unsubscribe_url }} {{ postal_address }}";
            assert_eq!(complete(place, own, Some((Stream::Partner, ENGLISH))), Template::parse(place, own));
        }
    }

    #[test]
    fn mail_of_no_list_gets_the_postal_address_and_no_more() {
        for (place, source) in [(Place::Text, "Hello"), (Place::Html, "<p>{{ postal_address }}</p>")] {
            let template = complete(place, source, None).unwrap();
            let used = Placeholder::ALL.into_iter().filter(|one| template.uses(*one));
            assert_eq!(used.collect::<Vec<_>>(), [Placeholder::PostalAddress], "{source}");
        }
    }

    #[test]
    fn the_footer_has_no_isolates_and_says_which_language_it_is_in() {
        for stream in Stream::ALL {
            for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
                let words = Words::new(language);
                let text = lines(Place::Html, stream, words, true).join("");
                assert!(!text.contains(['\u{2068}', '\u{2069}']) && text.contains("{{ sender_name }}"), "{text}");
                let whole = complete(Place::Html, "<p>a", Some((stream, words))).unwrap();
                let attributes = format!("<p lang=\"{}\" dir=\"{}\">", language.tag(), language.dir());
                assert!(format!("{whole:?}").contains(&attributes.escape_debug().to_string()), "{whole:?}");
            }
        }
    }

    #[test]
    fn the_footer_of_a_page_stands_inside_its_body() {
        for (page, at) in [("<p>a</BODY ></html>", 4), ("<p>a</html>", 4), ("<p>a", 4), ("ä</body>", 2)] {
            assert_eq!(end_of_body(page), at, "{page}");
        }
    }

    #[test]
    fn a_mistake_is_found_in_the_line_that_the_author_wrote() {
        let fault = complete(Place::Html, "<body>\n{{ oops }}\n</body>", Some((Stream::Company, ENGLISH))).unwrap_err();
        assert!(fault.to_string().starts_with("line 2:"));
    }
}
