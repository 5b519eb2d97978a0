//! A letter: a message written for one person, paragraph by paragraph, as text and as HTML.
//!
//! What stands in it may come from anybody (a name, a correction), so nothing in it is read as a template, and all of it
//! is escaped in the HTML part.

use super::body::Body;
use super::compose::Compiled;
use super::frame::{CompileError, Frame};
use super::template::Place;

/// Characters of a subject; more would be folded over many lines.
const SUBJECT_MAX: usize = 200;

/// A letter with its links filled in.
#[derive(Clone, Debug)]
pub struct LetterText<'a> {
    /// The language it is written in (BCP 47).
    pub language: &'a str,
    /// Writing direction: `ltr` or `rtl`.
    pub direction: &'a str,
    /// The subject line.
    pub subject: &'a str,
    /// The paragraphs.
    pub parts: Vec<Part<'a>>,
}

/// One part of a letter.
#[derive(Clone, Debug)]
pub enum Part<'a> {
    /// A paragraph.
    Text(&'a str),
    /// A link with the words on it.
    Link {
        /// The words.
        label: &'a str,
        /// Where it leads.
        url: String,
    },
    /// Names and what stands behind them.
    Facts(&'a [(String, String)]),
    /// A file of JSON that goes with the letter; it stands in no paragraph.
    File {
        /// Its name: letters, digits, `-` and `.`.
        name: &'a str,
        /// What is in it.
        json: &'a str,
    },
}

impl Part<'_> {
    /// The name and the content, where it is a file.
    const fn file(&self) -> Option<(&str, &str)> {
        match self {
            Part::File { name, json } => Some((name, json)),
            Part::Text(_) | Part::Link { .. } | Part::Facts(_) => None,
        }
    }
}

impl LetterText<'_> {
    /// Writes the letter into its frame.
    ///
    /// # Errors
    /// See [`CompileError`]: what is wrong with the frame.
    pub fn compile(&self, frame: &Frame) -> Result<Compiled, CompileError> {
        let visible = |c: char| if c.is_control() { ' ' } else { c };
        let subject: String = self.subject.trim().chars().map(visible).take(SUBJECT_MAX).collect();
        let footer: Vec<_> = frame.postal_address.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let footer = footer.join(", ");
        let files: Vec<_> = self.parts.iter().filter_map(Part::file).collect();
        Compiled::written(&subject, Body::written(&self.text(&footer), &self.html(&footer), &files), frame)
    }

    fn text(&self, footer: &str) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => push(&mut out, &[&clean(text), "\n\n"]),
                Part::Link { label, url } => push(&mut out, &[&clean(label), ":\n", url, "\n\n"]),
                Part::Facts(facts) => {
                    for (name, value) in *facts {
                        push(&mut out, &[&clean(name), ": ", &clean(value), "\n"]);
                    }
                    out.push('\n');
                }
                Part::File { .. } => {}
            }
        }
        push(&mut out, &["----------\n", footer, "\n"]);
        out
    }

    fn html(&self, footer: &str) -> String {
        let safe = |text: &str| Place::Html.escape(&clean(text)).replace('\n', "<br>\n");
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n",
            safe(self.language),
            safe(self.direction),
            safe(self.subject)
        );
        for part in &self.parts {
            match part {
                Part::Text(text) => push(&mut out, &["<p>", &safe(text), "</p>\n"]),
                Part::Link { label, url } => {
                    push(&mut out, &["<p><a href=\"", &safe(url), "\">", &safe(label), "</a></p>\n"]);
                }
                Part::Facts(facts) => {
                    out.push_str("<table>\n");
                    for (name, value) in *facts {
                        let row = ["<tr><th scope=\"row\" align=\"start\">", &safe(name), "</th><td>", &safe(value)];
                        push(&mut out, &row);
                        out.push_str("</td></tr>\n");
                    }
                    out.push_str("</table>\n");
                }
                Part::File { .. } => {}
            }
        }
        push(&mut out, &["<hr>\n<p>", &safe(footer), "</p>\n</body>\n</html>\n"]);
        out
    }
}

fn push(out: &mut String, texts: &[&str]) {
    for text in texts {
        out.push_str(text);
    }
}

/// Lines end in LF alone, and no other control character comes through.
fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Address;
    use crate::mail::Personal;

    /// CONFORMANCE B5: what a person typed into a form breaks neither the header nor the page.
    #[test]
    fn b5_what_anybody_typed_is_text_and_nothing_else() {
        let facts = [("Name".to_owned(), "Ada <script>\r\nBcc: x@example.org {{ address }}".to_owned())];
        let parts = vec![
            Part::Text("Hello & welcome"),
            Part::Link { label: "Go \"on\"", url: "https://mail.example.org/data/abc".to_owned() },
            Part::Facts(&facts),
        ];
        let letter = LetterText { language: "en", direction: "ltr", subject: "News\r\nBcc: y@example.org", parts };
        let frame = Frame {
            from_name: None,
            from: Address::parse("service@example.org").unwrap(),
            sender_name: "Shop".to_owned(),
            postal_address: "1 Main Street\nSpringfield".to_owned(),
            base_url: "https://mail.example.org".to_owned(),
            return_path_domain: "example.org".to_owned(),
            list: None,
        };
        let ada = Address::parse("ada@example.org").unwrap();
        let personal = Personal {
            address: &ada,
            name: None,
            unsubscribe_token: None,
            policy_token: None,
            preferences_token: "p",
            message_id: "m",
            return_path: "r",
            date: chrono::DateTime::UNIX_EPOCH,
        };
        let mail = letter.compile(&frame).unwrap().compose(&personal).unwrap();
        let message = mail_parser::MessageParser::default().parse(&mail.bytes).unwrap();
        assert_eq!(message.subject(), Some("News Bcc: y@example.org"));
        assert!(message.bcc().is_none());
        let text = message.body_text(0).unwrap();
        assert!(
            text.starts_with("Hello & welcome\r\n\r\nGo \"on\":\r\nhttps://mail.example.org/data/abc\r\n"),
            "{text}"
        );
        assert!(text.contains("Name: Ada <script>\r\nBcc: x@example.org {{ address }}"), "{text}");
        assert!(text.contains("1 Main Street, Springfield"));
        let html = message.body_html(0).unwrap();
        assert!(html.contains("<a href=\"https://mail.example.org/data/abc\">Go &quot;on&quot;</a>"), "{html}");
        assert!(html.contains("Ada &lt;script&gt;<br>") && !html.contains("<script"), "{html}");
    }
}
