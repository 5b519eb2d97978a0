//! The pages of a policy version, as their templates need them.

use askama::Template;

use crate::web::frame::FrameView;

/// `GET /policy/{token}`: what changes, what follows from each answer, two buttons alike, and the whole text; opening it
/// changes nothing.
///
/// The form posts `answer` = `no` or `yes`, and `visit`.
#[derive(Debug, Template)]
#[template(path = "policy/ask.html")]
pub(in crate::web) struct PolicyPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// The version's number.
    pub(in crate::web) version: String,
    /// What changed, in plain words.
    pub(in crate::web) summary: String,
    /// The whole text.
    pub(in crate::web) text: String,
    /// Of which mail it brings a new use: `company`, `partner`, `both` or `none`.
    pub(in crate::web) uses: &'static str,
    /// When it comes or came into force, as a sentence.
    pub(in crate::web) in_force: String,
    /// Another version was published since.
    pub(in crate::web) followed: bool,
    /// What follows from saying nothing, as a sentence.
    pub(in crate::web) if_nothing: String,
    /// What the person has said, as a sentence.
    pub(in crate::web) said: Option<String>,
    /// A no of theirs stands, to this version or to another.
    pub(in crate::web) declined: bool,
    /// Which buttons there are.
    pub(in crate::web) buttons: ButtonsView,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// That nothing was done, where a form came that was not of this page, or too old.
    pub(in crate::web) stale: Option<String>,
    /// The browser sent `Sec-GPC: 1` and partner mail is on, so pressing any button turns it off.
    pub(in crate::web) gpc: bool,
}

/// The answers that would change anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct ButtonsView {
    /// No.
    pub(in crate::web) no: bool,
    /// Yes.
    pub(in crate::web) yes: bool,
}

/// The answer to `POST /policy/{token}`: says exactly what was committed.
#[derive(Debug, Template)]
#[template(path = "policy/result.html")]
pub(in crate::web) struct AnsweredPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The token of the preference page.
    pub(in crate::web) preferences: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What holds now, in a few words.
    pub(in crate::web) title: String,
    /// The same in a sentence.
    pub(in crate::web) lead: String,
    /// Something holds that was asked for; not where an earlier no stands against a yes.
    pub(in crate::web) done: bool,
    /// Partner mail was stopped too, because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_too: bool,
    /// The subject of the one message that was past its last look when the answer came.
    pub(in crate::web) on_its_way: Option<String>,
    /// The token that takes the answer back.
    pub(in crate::web) undo: Option<String>,
}

/// The answer to `POST /policy/undo/{token}`.
#[derive(Debug, Template)]
#[template(path = "policy/undone.html")]
pub(in crate::web) struct AnswerUndonePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token of the version's page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
}

/// Where a person stands with the newest version: a part of the preference page.
#[derive(Debug, Clone)]
pub(in crate::web) struct StandingView {
    /// The version's number.
    pub(in crate::web) version: String,
    /// What holds, sentence by sentence.
    pub(in crate::web) sentences: Vec<String>,
    /// The token of the version's page.
    pub(in crate::web) token: String,
}
