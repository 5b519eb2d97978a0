//! What placeholders stand for: filled in once where it is the same for everybody, left as a slot where it isn't.

use std::borrow::Cow;

use super::compose::Personal;
use super::template::{Piece, Place, Placeholder, Template};

/// Text ready for its place, or a slot to be filled for each recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// The same for everybody.
    Text(String),
    /// Filled in; the text stands there if the recipient has no such value.
    Slot(Slot, String),
}

/// A value that differs from one recipient to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Name,
    FirstName,
    Address,
    UnsubscribeToken,
    PreferencesToken,
    PolicyToken,
}

/// The values that are the same for everybody.
#[derive(Clone, Debug)]
pub(super) struct Constants {
    pub(super) sender_name: String,
    /// None where the mail belongs to no list; then no template that uses it gets here.
    pub(super) list_name: Option<String>,
    pub(super) postal_address: String,
    /// Without a slash at its end.
    pub(super) base_url: String,
}

impl Constants {
    /// Fills in what is the same for everybody. Neighbouring texts become one span.
    pub(super) fn fill(&self, place: Place, template: Template) -> Vec<Span> {
        let mut spans = Vec::new();
        for piece in template.into_pieces() {
            let (placeholder, fallback) = match piece {
                Piece::Text(text) => {
                    append(&mut spans, &text);
                    continue;
                }
                Piece::Value(placeholder, fallback) => (placeholder, fallback),
            };
            let slot = match placeholder {
                Placeholder::Name => Slot::Name,
                Placeholder::FirstName => Slot::FirstName,
                Placeholder::Address => Slot::Address,
                Placeholder::UnsubscribeUrl => {
                    append(&mut spans, &place.escape(&format!("{}/u/", self.base_url)));
                    Slot::UnsubscribeToken
                }
                Placeholder::PreferencesUrl => {
                    append(&mut spans, &place.escape(&format!("{}/preferences/", self.base_url)));
                    Slot::PreferencesToken
                }
                Placeholder::PolicyUrl => {
                    append(&mut spans, &place.escape(&format!("{}/policy/", self.base_url)));
                    Slot::PolicyToken
                }
                Placeholder::PostalAddress => {
                    append(&mut spans, &place.escape(&self.postal_address));
                    continue;
                }
                Placeholder::ListName => {
                    append(&mut spans, &place.escape(self.list_name.as_deref().unwrap_or_default()));
                    continue;
                }
                Placeholder::SenderName => {
                    append(&mut spans, &place.escape(&self.sender_name));
                    continue;
                }
            };
            spans.push(Span::Slot(slot, place.escape(&fallback).into_owned()));
        }
        spans
    }
}

fn append(spans: &mut Vec<Span>, text: &str) {
    match spans.last_mut() {
        Some(Span::Text(before)) => before.push_str(text),
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

impl Place {
    /// Makes a value safe to stand here: in HTML as text and inside a quoted attribute.
    pub(super) fn escape(self, value: &str) -> Cow<'_, str> {
        if self != Self::Html || !value.contains(['&', '<', '>', '"', '\'']) {
            return Cow::Borrowed(value);
        }
        let mut safe = String::with_capacity(value.len() + 16);
        for character in value.chars() {
            match character {
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '>' => safe.push_str("&gt;"),
                '"' => safe.push_str("&quot;"),
                '\'' => safe.push_str("&#39;"),
                other => safe.push(other),
            }
        }
        Cow::Owned(safe)
    }
}

impl Personal<'_> {
    /// The value for `slot`; none if the recipient gave no name.
    pub(super) fn value(&self, slot: Slot) -> Option<Cow<'_, str>> {
        match slot {
            Slot::Name => self.name.map(|name| Cow::Borrowed(name.as_str())),
            Slot::FirstName => self.name.and_then(|name| name.as_str().split_whitespace().next()).map(Cow::Borrowed),
            Slot::Address => Some(Cow::Owned(self.address.to_string())),
            Slot::UnsubscribeToken => self.unsubscribe_token.map(Cow::Borrowed),
            Slot::PreferencesToken => Some(Cow::Borrowed(self.preferences_token)),
            Slot::PolicyToken => self.policy_token.map(Cow::Borrowed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(place: Place, source: &str) -> Vec<Span> {
        let constants = Constants {
            sender_name: "Smith & \"Sons\"".to_owned(),
            list_name: Some("Offers".to_owned()),
            postal_address: "1 Main Street".to_owned(),
            base_url: "https://mail.example.org".to_owned(),
        };
        constants.fill(place, Template::parse(place, source).unwrap())
    }

    #[test]
    fn what_is_the_same_for_everybody_is_filled_in_once() {
        let text = |text: &str| Span::Text(text.to_owned());
        assert_eq!(
            filled(Place::Text, "{{ list_name }} of {{ sender_name }}: {{ unsubscribe_url }}."),
            [
                text("Offers of Smith & \"Sons\": https://mail.example.org/u/"),
                Span::Slot(Slot::UnsubscribeToken, String::new()),
                text(".")
            ]
        );
        assert_eq!(filled(Place::Html, "{{ sender_name }}"), [text("Smith &amp; &quot;Sons&quot;")]);
    }

    #[test]
    fn a_fallback_is_escaped_like_the_value() {
        let friend = Span::Slot(Slot::FirstName, "&lt;friend&gt;".to_owned());
        assert_eq!(filled(Place::Html, "{{ first_name | <friend> }}"), [friend]);
    }
}
