//! The pages that recipients see, as askama templates with plain fields, one file for each kind of page.
//!
//! A page knows nothing of stores, links or requests: whoever answers the request fills in what is true and committed,
//! and the template says it. Every sentence is a message of [`crate::words`]; these files hold names, choices and already
//! formatted times only.
//!
//! Three habits of all pages: they need no script, no cookie and no style attribute (the content security policy forbids
//! them); every form posts and has a button that says what it does; the way to reach us is at the same place everywhere.

mod ask;
mod center;
mod plain;
#[cfg(test)]
mod samples;
mod saved;
#[cfg(test)]
mod tests;

pub(in crate::web) use ask::{AskPage, ResultPage, WiderView};
pub(in crate::web) use center::{
    BarView, CapView, CenterPage, ChoiceView, HeldView, LanguageView, MessageView, OutcomeView, StreamView, WhyView,
    WordingView,
};
pub(in crate::web) use plain::{ElsewherePage, ErasedPage, ErrorPage, HelpPage, ReceiptPage, RefusedPage};
pub(in crate::web) use saved::{LetterView, MoreOf, MoreView, PausedView, SavedPage, UndonePage};

use crate::words::Value;

/// What a choice covers; the templates say each one in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) enum ListView {
    /// One topic of the company stream, by its name.
    Topic(String),
    /// Mail from one partner, by its name.
    Partner(String),
    /// The whole company stream.
    Company,
    /// The whole partner stream.
    AllPartners,
    /// Both streams.
    Everything,
}

impl ListView {
    /// What a message about a list is filled in with: `$list` chooses the sentence, `$name` is the name in it.
    pub(in crate::web) fn args(&self) -> [(&'static str, Value<'_>); 2] {
        let (list, name) = match self {
            Self::Topic(name) => ("topic", name.as_str()),
            Self::Partner(name) => ("partner", name.as_str()),
            Self::Company => ("company", ""),
            Self::AllPartners => ("partners", ""),
            Self::Everything => ("everything", ""),
        };
        [("list", list.into()), ("name", name.into())]
    }
}

/// Which promotional mail may still come after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct StillView {
    /// Some company mail is still on.
    pub(in crate::web) company: bool,
    /// Some partner mail is still on.
    pub(in crate::web) partner: bool,
}

/// The way back from what was just done: posts to `/u/undo/{token}`.
#[derive(Debug, Clone)]
pub(in crate::web) struct UndoView {
    /// The undo token; it works within the same visit only.
    pub(in crate::web) token: String,
}
