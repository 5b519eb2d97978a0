//! A letter: one message written for one recipient, in the order of its paragraphs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::id::{CampaignId, RequestId};
use super::scope::UnknownWord;

/// The reserved campaign that all letters are deliveries of. It never ends, and nobody schedules it.
pub const LETTERS: CampaignId = CampaignId::new(1);

/// What a letter is for; its words are its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A link to the preference page, for somebody who had none at hand.
    Preferences,
    /// A link that lets them do one thing.
    Link(Action),
    /// A link that confirms a sign-up.
    SignUp,
    /// Word to the old address that it is not used any more.
    Moved,
    /// A receipt of the consents that we hold.
    Receipt,
    /// Word that the address was reported as a child's.
    Reported,
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Preferences => "preferences",
            Self::Link(action) => action.as_str(),
            Self::SignUp => "sign_up",
            Self::Moved => "moved",
            Self::Receipt => "receipt",
            Self::Reported => "reported",
        })
    }
}

impl FromStr for Purpose {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "preferences" => Ok(Self::Preferences),
            "moved" => Ok(Self::Moved),
            "sign_up" => Ok(Self::SignUp),
            "receipt" => Ok(Self::Receipt),
            "reported" => Ok(Self::Reported),
            action => action.parse().map(Self::Link),
        }
    }
}

/// Where a link of a letter leads. Tokens are minted when the letter is made ready and are never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The recipient's preference page.
    Preferences,
    /// The page that confirms a sign-up.
    SignUp(RequestId),
    /// The page that completes what they asked for.
    Request {
        /// What that is.
        action: Action,
        /// Which request.
        request: RequestId,
    },
}

/// One part of a letter, in the recipient's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A link with the words on it.
    Link {
        /// The words.
        label: String,
        /// Where it leads.
        to: Target,
    },
    /// Names and what stands behind them.
    Facts(Vec<(String, String)>),
    /// A file of JSON that goes with it.
    File {
        /// Its name: letters, digits, `-` and `.`.
        name: String,
        /// What is in it.
        json: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_survives_its_written_form() {
        let all = [
            Purpose::Preferences,
            Purpose::Link(Action::Erase),
            Purpose::SignUp,
            Purpose::Moved,
            Purpose::Receipt,
            Purpose::Reported,
        ];
        for purpose in all {
            assert_eq!(purpose.to_string().parse(), Ok(purpose));
        }
        assert!("poem".parse::<Purpose>().is_err());
    }
}
