//! What no message may lack. Promotional mail: what it is, how to stop it, and where its sender can be
//! found (CONFORMANCE H6, 15 USC 7704(a)(5)). All other mail: the last of these. What the author did not write is added.

use super::template::{Place, Placeholder, Template, TemplateError};
use crate::domain::Stream;

/// Parses a body and adds what it lacks. An author who placed the unsubscribe link gets what the mail is and the postal
/// address added, unless the latter is placed too; all others get the whole footer. Mail that needs no consent, which is
/// of no stream, gets the postal address only.
///
/// # Errors
/// See [`TemplateError`]; lines are those of `source`.
pub(super) fn complete(place: Place, source: &str, stream: Option<Stream>) -> Result<Template, TemplateError> {
    let template = Template::parse(place, source)?;
    let has_link = template.uses(Placeholder::UnsubscribeUrl);
    let has_address = template.uses(Placeholder::PostalAddress);
    let lines = match stream {
        Some(_) if has_link && has_address => return Ok(template),
        Some(stream) => lines(place, stream, !has_link),
        None if has_address => return Ok(template),
        None => vec![ADDRESS],
    };
    let completed = match place {
        Place::Html => {
            let (before, after) = source.split_at(end_of_body(source));
            format!("{before}\n<hr>\n<p>{}</p>\n{after}", lines.join("<br>\n"))
        }
        Place::Subject | Place::Text => format!("{}\n\n----------\n{}\n", source.trim_end(), lines.join("\n")),
    };
    Template::parse(place, &completed)
}

/// The last line of every footer.
const ADDRESS: &str = "{{ postal_address }}";

fn lines(place: Place, stream: Stream, with_links: bool) -> Vec<&'static str> {
    let mut lines = vec![match stream {
        Stream::Company => "This is company mail: advertising from {{ sender_name }}. List: {{ list_name }}.",
        Stream::Partner => {
            "This is partner mail: advertising that {{ sender_name }} sends for a partner. List: {{ list_name }}."
        }
    }];
    if with_links {
        lines.extend(match place {
            Place::Html => [
                "<a href=\"{{ unsubscribe_url }}\">Unsubscribe from {{ list_name }}</a>",
                "<a href=\"{{ preferences_url }}\">All your choices</a>",
            ],
            Place::Subject | Place::Text => {
                ["Unsubscribe from {{ list_name }}: {{ unsubscribe_url }}", "All your choices: {{ preferences_url }}"]
            }
        });
    }
    lines.push(ADDRESS);
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

    fn used(place: Place, source: &str) -> Vec<&'static str> {
        let template = complete(place, source, Some(Stream::Company)).unwrap();
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
            assert_eq!(complete(place, own, Some(Stream::Partner)), Template::parse(place, own));
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
    fn the_footer_of_a_page_stands_inside_its_body() {
        for (page, at) in [("<p>a</BODY ></html>", 4), ("<p>a</html>", 4), ("<p>a", 4), ("ä</body>", 2)] {
            assert_eq!(end_of_body(page), at, "{page}");
        }
    }

    #[test]
    fn a_mistake_is_found_in_the_line_that_the_author_wrote() {
        let fault = complete(Place::Html, "<body>\n{{ oops }}\n</body>", Some(Stream::Company)).unwrap_err();
        assert!(fault.to_string().starts_with("line 2:"));
    }
}
