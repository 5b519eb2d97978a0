//! `{{ placeholder }}` text, parsed once and checked when it is saved.
//!
//! `{{ name }}` stands for a value and `{{ name | friend }}` for a value or, where there is none, for `friend`.
//! Blanks around the words say nothing. `\{{` writes `{{`.

use std::fmt;

/// What stands between the braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The recipient's name.
    Name,
    /// The first word of the recipient's name.
    FirstName,
    /// The recipient's address.
    Address,
    /// The link that takes the recipient off the list of this message.
    UnsubscribeUrl,
    /// The link to the recipient's preference page.
    PreferencesUrl,
    /// The link to the policy version that this message gives notice of.
    PolicyUrl,
    /// The sender's postal address.
    PostalAddress,
    /// What the list of this message is called.
    ListName,
    /// What the sender is called.
    SenderName,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::FirstName,
        Self::Address,
        Self::UnsubscribeUrl,
        Self::PreferencesUrl,
        Self::PolicyUrl,
        Self::PostalAddress,
        Self::ListName,
        Self::SenderName,
    ];

    /// The word between the braces.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FirstName => "first_name",
            Self::Address => "address",
            Self::UnsubscribeUrl => "unsubscribe_url",
            Self::PreferencesUrl => "preferences_url",
            Self::PolicyUrl => "policy_url",
            Self::PostalAddress => "postal_address",
            Self::ListName => "list_name",
            Self::SenderName => "sender_name",
        }
    }

    /// Whether it may stand in `place`: a link in a subject can't be followed, but can be forwarded.
    pub const fn may_stand_in(self, place: Place) -> bool {
        !matches!((self, place), (Self::UnsubscribeUrl | Self::PreferencesUrl | Self::PolicyUrl, Place::Subject))
    }

    fn known_in(place: Place) -> String {
        let known = Self::ALL.into_iter().filter(|placeholder| placeholder.may_stand_in(place));
        known.map(Self::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Where a template stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The Subject header field.
    Subject,
    /// The plain-text part.
    Text,
    /// The HTML part.
    Html,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Subject => "the subject",
            Self::Text => "the text part",
            Self::Html => "the HTML part",
        })
    }
}

/// Why a text is no template. Lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// No placeholder has this name.
    #[error("line {line}: there is no placeholder `{name}`; known here: {}", Placeholder::known_in(*.place))]
    Unknown {
        /// The line it stands in.
        line: usize,
        /// What was written.
        name: String,
        /// Where it was written.
        place: Place,
    },
    /// The placeholder exists, but not here.
    #[error(
        "line {line}: `{}` cannot stand in {place}; known here: {known}", .placeholder.as_str(),
        known = Placeholder::known_in(*.place)
    )]
    NotHere {
        /// The line it stands in.
        line: usize,
        /// Which one.
        placeholder: Placeholder,
        /// Where it was written.
        place: Place,
    },
    /// `{{` without `}}` on the same line.
    #[error("line {line}: `{{{{ {name}` is not closed by `}}}}` on its line; write `\\{{{{` if two braces are meant")]
    Unclosed {
        /// The line it begins in.
        line: usize,
        /// The word behind the braces.
        name: String,
    },
    /// A character that no text has and that some programs act upon.
    #[error("line {line}: there is a control character (U+{:04X})", u32::from(*.character))]
    Control {
        /// The line it stands in.
        line: usize,
        /// Which one.
        character: char,
    },
    /// A header field is one line (RFC 5322 section 2.2).
    #[error("there is a line break; a subject is one line")]
    ManyLines,
}

/// A parsed template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it is, lines separated by LF.
    Text(String),
    /// A value to fill in, and what stands there if there is none.
    Value(Placeholder, String),
}

impl Template {
    /// Reads a template for `place`. Line breaks of every kind are taken, and kept as LF.
    ///
    /// # Errors
    /// See [`TemplateError`].
    pub fn parse(place: Place, source: &str) -> Result<Self, TemplateError> {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let source = source.replace("\r\n", "\n").replace('\r', "\n");
        let source = if place == Place::Subject { source.trim() } else { source.as_str() };
        refuse_controls(place, source)?;

        let line_before = |rest: &str| {
            let read = source.len().saturating_sub(rest.len());
            1 + source.bytes().take(read).filter(|byte| *byte == b'\n').count()
        };
        let (mut pieces, mut text, mut rest) = (Vec::new(), String::new(), source);
        while let Some((before, after)) = rest.split_once("{{") {
            if let Some(before) = before.strip_suffix('\\') {
                text.push_str(before);
                text.push_str("{{");
                rest = after;
                continue;
            }
            text.push_str(before);
            let line = line_before(after);
            let this_line = after.split('\n').next().unwrap_or(after);
            let Some((inner, _)) = this_line.split_once("}}") else {
                let name = this_line.split_whitespace().next().unwrap_or_default().to_owned();
                return Err(TemplateError::Unclosed { line, name });
            };
            let (name, fallback) = inner.split_once('|').unwrap_or((inner, ""));
            let (name, fallback) = (name.trim(), fallback.trim());
            let Some(placeholder) = Placeholder::ALL.into_iter().find(|known| known.as_str() == name) else {
                return Err(TemplateError::Unknown { line, name: name.to_owned(), place });
            };
            if !placeholder.may_stand_in(place) {
                return Err(TemplateError::NotHere { line, placeholder, place });
            }
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Value(placeholder, fallback.to_owned()));
            rest = after.split_once("}}").map_or("", |(_, rest)| rest);
        }
        text.push_str(rest);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        Ok(Self { pieces })
    }

    /// Whether the value of `placeholder` stands anywhere in the text.
    pub fn uses(&self, placeholder: Placeholder) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Value(used, _) if *used == placeholder))
    }

    /// The text with a value for each placeholder, or what stands there where it has none.
    pub fn fill(&self, value: impl Fn(Placeholder) -> Option<String>) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value(placeholder, fallback) => value(*placeholder).unwrap_or_else(|| fallback.clone()),
        };
        self.pieces.iter().map(piece).collect()
    }

    /// Whether nothing but blanks is in it.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
    }

    pub(super) fn into_pieces(self) -> Vec<Piece> {
        self.pieces
    }
}

fn refuse_controls(place: Place, source: &str) -> Result<(), TemplateError> {
    let mut line = 1;
    for character in source.chars() {
        match character {
            '\n' if place == Place::Subject => return Err(TemplateError::ManyLines),
            '\n' => line += 1,
            '\t' => {}
            _ if character.is_control() => return Err(TemplateError::Control { line, character }),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(source: &str) -> Vec<Piece> {
        Template::parse(Place::Text, source).unwrap().into_pieces()
    }

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn blanks_inside_the_braces_say_nothing() {
        for source in ["{{name|dear friend}}", "{{ name | dear friend }}", "{{\tname |dear friend}}"] {
            assert_eq!(pieces(source), [Piece::Value(Placeholder::Name, "dear friend".to_owned())], "{source}");
        }
        assert_eq!(pieces("Hi {{ name }}!"), [text("Hi "), Piece::Value(Placeholder::Name, String::new()), text("!")]);
    }

    #[test]
    fn a_backslash_writes_the_braces() {
        assert_eq!(pieces(r"write \{{ name }} here"), [text("write {{ name }} here")]);
        assert_eq!(pieces("a } b }} c { d"), [text("a } b }} c { d")]);
    }

    #[test]
    fn a_placeholder_without_a_value_is_what_stands_there_for_it() {
        let template = Template::parse(Place::Subject, r"{{ first_name | friend }}, \{{ {{ list_name }}").unwrap();
        assert_eq!(template.fill(|_| None), "friend, {{ ");
        assert_eq!(template.fill(|placeholder| Some(placeholder.as_str().to_owned())), "first_name, {{ list_name");
    }

    #[test]
    fn line_breaks_of_every_kind_are_one_kind() {
        assert_eq!(pieces("\u{feff}a\r\nb\rc\nd\n\re"), [text("a\nb\nc\nd\n\ne")]);
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        for (place, source, sentence) in [
            (
                Place::Text,
                "Dear {{ name }},\r\nyour {{ shoe_size }}",
                "line 2: there is no placeholder `shoe_size`; known here: name, first_name, address, unsubscribe_url, \
                 preferences_url, policy_url, postal_address, list_name, sender_name",
            ),
            (
                Place::Subject,
                "Go: {{ unsubscribe_url }}",
                "line 1: `unsubscribe_url` cannot stand in the subject; known here: name, first_name, address, \
                 postal_address, list_name, sender_name",
            ),
            (
                Place::Html,
                "a\rb\r<p>{{ name\r}}",
                "line 3: `{{ name` is not closed by `}}` on its line; write `\\{{` if two braces are meant",
            ),
            (Place::Text, "a\nb\u{7}", "line 2: there is a control character (U+0007)"),
            (Place::Subject, "a\nBcc: b@example.org", "there is a line break; a subject is one line"),
        ] {
            assert_eq!(Template::parse(place, source).unwrap_err().to_string(), sentence);
        }
        assert!(Template::parse(Place::Text, "{{}}").is_err());
        assert!(Template::parse(Place::Text, "{{{ name }}}").is_err());
        assert!(Template::parse(Place::Subject, "News \r\n").is_ok());
    }

    #[test]
    fn only_what_is_filled_in_counts_as_used() {
        let template = Template::parse(Place::Html, r"\{{ unsubscribe_url }} {{ postal_address }}").unwrap();
        assert!(template.uses(Placeholder::PostalAddress));
        assert!(!template.uses(Placeholder::UnsubscribeUrl));
        assert!(Template::parse(Place::Html, " \r\n").unwrap().is_blank());
    }
}
