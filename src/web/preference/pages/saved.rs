//! What the preference page saved, and what an undo put back.

use askama::Template;

use super::{ListView, StillView, UndoView};
use crate::web::frame::FrameView;

/// A pause that was asked for.
#[derive(Debug, Clone)]
pub(in crate::web) struct PausedView {
    /// What pauses.
    pub(in crate::web) list: ListView,
    /// Until when, formatted.
    pub(in crate::web) until: String,
}

impl PausedView {
    /// The sentence.
    fn said(&self, frame: &FrameView) -> String {
        let [list, name] = self.list.args();
        frame.words.with("preference-pauses", &[list, name, ("date", self.until.as_str().into())])
    }
}

/// What became of the letter with the link that gives more mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::web) enum LetterView {
    /// It is on its way to the address.
    Mailed,
    /// So many went there within the hour that this one did not.
    Often,
    /// It could not be posted.
    #[default]
    Failed,
}

/// More mail that was asked for, which the page alone cannot give.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct MoreView {
    /// What it is.
    pub(in crate::web) all: Vec<MoreOf>,
    /// The letter with the link that gives it.
    pub(in crate::web) letter: LetterView,
}

impl MoreView {
    /// Whether there is none of it.
    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// One thing of it.
#[derive(Debug, Clone)]
pub(in crate::web) enum MoreOf {
    /// What was off and shall come.
    List(ListView),
    /// A higher weekly limit, or none.
    Cap,
    /// The end of a break, now.
    EndOfPause(ListView),
}

impl MoreOf {
    /// What it is, in words.
    fn said(&self, frame: &FrameView) -> String {
        match self {
            Self::List(list) => frame.words.with("preference-list", &list.args()),
            Self::Cap => frame.words.say("preference-more-cap"),
            Self::EndOfPause(list) => frame.words.with("preference-more-end-pause", &list.args()),
        }
    }
}

/// The answer to `POST /preferences/{token}`: says exactly what was committed.
#[derive(Debug, Template)]
#[template(path = "preference/saved.html")]
pub(in crate::web) struct SavedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried, for the link back to the preference page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What was stopped.
    pub(in crate::web) stopped: Vec<ListView>,
    /// When, formatted.
    pub(in crate::web) at: String,
    /// What pauses.
    pub(in crate::web) paused: Vec<PausedView>,
    /// The new weekly limit.
    pub(in crate::web) weekly_cap: Option<u32>,
    /// The new language.
    pub(in crate::web) language: bool,
    /// What takes more than this page.
    pub(in crate::web) more: MoreView,
    /// Partner mail was stopped because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_too: bool,
    /// The subject of the one message that was past its last look when the choices came.
    pub(in crate::web) on_its_way: Option<String>,
    /// Which promotional mail may still come.
    pub(in crate::web) still: StillView,
    /// The way back, if something changed that can be put back.
    pub(in crate::web) undo: Option<UndoView>,
    /// The browser sent `Sec-GPC: 1`, so undoing leaves partner mail off.
    pub(in crate::web) gpc: bool,
}

impl SavedPage {
    /// Whether anything was committed by it.
    fn changed(&self) -> bool {
        let other = self.partner_too || self.weekly_cap.is_some() || self.language;
        other || !self.stopped.is_empty() || !self.paused.is_empty()
    }
}

/// The answer to `POST /u/undo/{token}`.
#[derive(Debug, Template)]
#[template(path = "preference/undone.html")]
pub(in crate::web) struct UndonePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// A token for the link to the preference page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What is on again.
    pub(in crate::web) restored: Vec<ListView>,
    /// What pauses as before, or no more.
    pub(in crate::web) pauses: Vec<ListView>,
    /// The weekly limit is as before.
    pub(in crate::web) weekly_cap: bool,
    /// The language is as before.
    pub(in crate::web) language: bool,
    /// Partner mail stays off, because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_kept_off: bool,
}

impl UndonePage {
    /// Whether anything was put back.
    fn changed(&self) -> bool {
        self.weekly_cap || self.language || !self.restored.is_empty() || !self.pauses.is_empty()
    }
}
