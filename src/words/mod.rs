//! Every word that a recipient reads, in their language: Fluent messages, looked up by id.
//!
//! The messages stand in `templates/words/<tag>/<area>.ftl` and are compiled in; [`messages`] has the one table of them.
//! A sentence is a whole message, never glued from pieces, and holds no markup: what a page fills in is escaped once, by
//! the page. Values inside a sentence are set apart by Unicode isolates (FSI and PDI), so that a name in another script
//! cannot turn the sentence around; [`Words::plain`] leaves them out, for titles and header fields.
//!
//! Powers: none but memory. Sole owner of the Fluent crates. Imports domain only.
//!
//! - [`language`]: the languages, and which of them a person gets
//! - [`messages`]: the table of message files, read once
//! - `pseudo`: a language made from English to try layouts with

pub mod language;
pub mod messages;
mod pseudo;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Datelike, Utc};
/// What stands in a message's place: text, or a number that chooses the plural form.
pub use fluent_bundle::FluentValue as Value;

pub use language::Language;

/// First strong isolate and pop directional isolate: they surround each value in a sentence.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The messages of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Language);

impl Words {
    /// The words of a language.
    pub const fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language they are in.
    pub const fn language(self) -> Language {
        self.0
    }

    /// A message that has nothing to fill in.
    pub fn say(self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with its values. One that this language lacks is said in English, and logged once.
    pub fn with(self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        messages::format(self.0, id, values)
    }

    /// As [`Words::say`], without isolates: for a title or a subject, where nothing would act on them.
    pub fn plain(self, id: &str) -> String {
        self.plain_with(id, &[])
    }

    /// As [`Words::with`], without isolates.
    pub fn plain_with(self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.with(id, values).replace(ISOLATES, "")
    }

    /// A day as people write it, such as `3 March 2026`.
    pub fn date(self, at: DateTime<Utc>) -> String {
        let values = [("day", at.day().into()), ("month", at.month().into()), ("year", at.year().into())];
        self.plain_with("common-date", &values)
    }

    /// A day with the time, such as `3 March 2026, 18:33 UTC`.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let time = at.format("%H:%M").to_string();
        self.plain_with("common-moment", &[("date", self.date(at).into()), ("time", time.into())])
    }
}
