//! Sources: where a decision was made.

use std::fmt;
use std::str::FromStr;

use super::scope::UnknownWord;

/// Where a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// When the person opened an account.
    Registration,
    /// With an order.
    Order,
    /// In a survey.
    Survey,
    /// On a contest entry.
    Contest,
    /// By the signed link of a message, with one click or on its page.
    Link,
    /// On the preference page.
    Preferences,
    /// By a system of ours, through the API.
    Api,
    /// From a file.
    Import,
    /// By named staff.
    Staff,
    /// By a relay's answer or a report that came back.
    Bounce,
    /// By the notice of a new policy version, or its page.
    Policy,
}

impl Source {
    const WORDS: [(Self, &'static str); 11] = [
        (Self::Registration, "registration"),
        (Self::Order, "order"),
        (Self::Survey, "survey"),
        (Self::Contest, "contest"),
        (Self::Link, "link"),
        (Self::Preferences, "preferences"),
        (Self::Api, "api"),
        (Self::Import, "import"),
        (Self::Staff, "staff"),
        (Self::Bounce, "bounce"),
        (Self::Policy, "policy"),
    ];

    /// The word that the store and exports keep.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(source, _)| *source == self).map_or("import", |(_, word)| word)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Source {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::WORDS.iter().find(|(_, word)| *word == text);
        found
            .map(|(source, _)| *source)
            .ok_or_else(|| UnknownWord(text.to_owned(), "registration, order, survey, contest"))
    }
}
