//! A relay's reply, by what it means for the dialogue.

use super::said::Said;
use crate::domain::delivery::Reply;

/// A reply by what it means for the dialogue.
#[derive(Debug)]
pub(super) enum Answer {
    Completion(Reply),
    GoAhead,
    Refused(Reply),
    /// A reply that has no meaning here.
    Strange,
    NotAsked,
}

impl Answer {
    pub(super) fn of(said: &Said) -> Self {
        match said.code {
            200..=299 => Self::Completion(said.reply()),
            354 => Self::GoAhead,
            400..=599 => Self::Refused(said.reply()),
            _ => Self::Strange,
        }
    }

    pub(super) const fn is_completion(&self) -> bool {
        matches!(self, Self::Completion(_))
    }
}
