//! What a mailed link lets its holder do: one thing, once, soon.

use std::fmt;
use std::str::FromStr;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::scope::UnknownWord;

/// Minutes for which a mailed link works, from the moment its letter is made ready.
pub const LINK_MINUTES: i64 = 30;
/// Hours for which a letter with a link is tried: longer than any greylisting, shorter than anybody waits for it.
pub const LETTER_HOURS: i64 = 24;
/// Hours for which the links work that a mailbox gets because somebody reported it as a child's: nobody waits for that
/// letter. The words of the letter say so: three days.
const REPORT_LINK_HOURS: i64 = 72;

/// What a mailed link is for. Whoever holds a message that was passed on can stop mail and nothing else; all that is
/// more takes one of these (SPEC section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See the facts in clear, and correct them.
    See,
    /// Say, at the present address, that it is to be changed.
    Leave,
    /// Say, at the new address, that it is theirs.
    Arrive,
    /// Get more mail than now.
    OptIn,
    /// Read or download everything we hold.
    Download,
    /// Have everything erased.
    Erase,
    /// Have everything erased about a child whose address was reported.
    EraseChild,
    /// Say that the address that was reported is not a child's.
    NotChild,
}

impl Action {
    const WORDS: [(Self, &'static str, u8); 8] = [
        (Self::See, "see", 1),
        (Self::Leave, "leave", 2),
        (Self::Arrive, "arrive", 3),
        (Self::OptIn, "opt_in", 4),
        (Self::Download, "download", 5),
        (Self::Erase, "erase", 6),
        (Self::EraseChild, "erase_child", 7),
        (Self::NotChild, "not_child", 8),
    ];

    /// The word that the store keeps.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(action, ..)| *action == self).map_or("see", |(_, word, _)| word)
    }

    /// The number that links keep. Never use one again for another action: old links are still out there.
    pub fn code(self) -> u8 {
        Self::WORDS.iter().find(|(action, ..)| *action == self).map_or(0, |(.., code)| *code)
    }

    /// How long its link works.
    pub fn link_lasts(self) -> Duration {
        match self {
            Self::EraseChild | Self::NotChild => Duration::hours(REPORT_LINK_HOURS),
            Self::See | Self::Leave | Self::Arrive | Self::OptIn | Self::Download | Self::Erase => {
                Duration::minutes(LINK_MINUTES)
            }
        }
    }

    /// Reads the number of a link.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::WORDS.iter().find(|(.., known)| *known == code).map(|(action, ..)| *action)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Action {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::WORDS.iter().find(|(_, word, _)| *word == text);
        found.map(|(action, ..)| *action).ok_or_else(|| UnknownWord(text.to_owned(), "the actions of mailed links"))
    }
}

/// What was asked for beyond the action itself, as it is kept until it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Details {
    /// Nothing.
    Nothing,
    /// What lets more mail through, in its written form.
    #[serde(alias = "scopes")]
    More(Vec<String>),
    /// An address to change to.
    Address(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_survives_its_word_and_its_number() {
        for (action, word, code) in Action::WORDS {
            assert_eq!(word.parse(), Ok(action));
            assert_eq!((action.as_str(), Action::from_code(code)), (word, Some(action)));
        }
        assert_eq!(Action::from_code(0), None);
    }
}
