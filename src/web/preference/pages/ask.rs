//! The page behind the link in a message, what it did, and what was undone.

use askama::Template;

use super::{ListView, StillView, UndoView};
use crate::web::frame::FrameView;

/// Which of the wider stop buttons the asking page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct WiderView {
    /// "Stop all company mail": some company mail is on, and the link is not for the whole stream anyway.
    pub(in crate::web) company: bool,
    /// "Stop all partner mail": some partner mail is on, and the link is not for the whole stream anyway.
    pub(in crate::web) partner: bool,
    /// "Stop everything": not everything is stopped yet.
    pub(in crate::web) everything: bool,
}

impl WiderView {
    /// Whether there is any button to show.
    fn any(self) -> bool {
        self.company || self.partner || self.everything
    }
}

/// `GET /u/{token}`: names the list and offers the buttons; opening it changes nothing.
///
/// The form posts `stop` = `list`, `company`, `partner` or `everything`, and `visit`.
#[derive(Debug, Template)]
#[template(path = "preference/ask.html")]
pub(in crate::web) struct AskPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What the link is for.
    pub(in crate::web) list: ListView,
    /// That list is stopped already.
    pub(in crate::web) already: bool,
    /// Since when, if it is stopped already and we know.
    pub(in crate::web) since: Option<String>,
    /// The wider buttons that apply.
    pub(in crate::web) wider: WiderView,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// The browser sent `Sec-GPC: 1` and partner mail is on, so pressing any button turns it off.
    pub(in crate::web) gpc: bool,
}

impl AskPage {
    /// What kind of mail the list is.
    fn about(&self) -> String {
        let [list, name] = self.list.args();
        let sender = ("sender", self.frame.sender.name.as_str().into());
        self.frame.words.with("preference-ask-about", &[list, name, sender])
    }
}

/// The answer to `POST /u/{token}`: says exactly what was committed.
#[derive(Debug, Template)]
#[template(path = "preference/result.html")]
pub(in crate::web) struct ResultPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried, for the link to the preference page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What is stopped.
    pub(in crate::web) stopped: ListView,
    /// It was stopped before, so nothing changed.
    pub(in crate::web) already: bool,
    /// Since when it is stopped, formatted.
    pub(in crate::web) at: String,
    /// Partner mail was stopped too, because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_too: bool,
    /// The subject of the one message that was past its last look when the opt-out came.
    pub(in crate::web) on_its_way: Option<String>,
    /// Which promotional mail may still come.
    pub(in crate::web) still: StillView,
    /// The way back, if something changed that can be put back.
    pub(in crate::web) undo: Option<UndoView>,
    /// The browser sent `Sec-GPC: 1`, so undoing leaves partner mail off.
    pub(in crate::web) gpc: bool,
}
