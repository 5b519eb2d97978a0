//! The pages on which a child's address is reported, as their templates need them.

use askama::Template;

use crate::web::frame::FrameView;
use crate::web::preference::pages::UndoView;

/// `GET /child/{token}`: says what is stopped, with one button; opening it changes nothing.
#[derive(Debug, Template)]
#[template(path = "child/ask.html")]
pub(in crate::web) struct ChildPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// The age from which people may be mailed.
    pub(in crate::web) age: i32,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// A form came that was not of this page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
}

/// `GET /child`: the same with a field for the address. The form posts `address`, and `visit`.
#[derive(Debug, Template)]
#[template(path = "child/typed.html")]
pub(in crate::web) struct TypedChildPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The age from which people may be mailed.
    pub(in crate::web) age: i32,
    /// What was typed.
    pub(in crate::web) typed: String,
    /// It is no address.
    pub(in crate::web) bad: bool,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// A form came that was not of this page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
}

/// What came of a report. The answer to a typed address is the same whether or not we know it.
#[derive(Debug, Template)]
#[template(path = "child/done.html")]
pub(in crate::web) struct ChildDonePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// What was done, as a sentence.
    pub(in crate::web) lead: String,
    /// That the mailbox was told, as a sentence.
    pub(in crate::web) told: Option<String>,
    /// The subject of the one message that was past its last look when the report came.
    pub(in crate::web) on_its_way: Option<String>,
    /// The way back, in the visit of a report by link.
    pub(in crate::web) undo: Option<UndoView>,
    /// The token by which the mailbox can be sent the letter, where it came by link.
    pub(in crate::web) letter: Option<String>,
    /// The address of the letter, with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// The opaque nonce of the page view, for the form of the letter.
    pub(in crate::web) visit: String,
}

/// What came of the wish that the mailbox be written to.
#[derive(Debug, Template)]
#[template(path = "child/told.html")]
pub(in crate::web) struct ChildToldPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The heading.
    pub(in crate::web) title: String,
    /// Whether a letter goes out, as a sentence.
    pub(in crate::web) lead: String,
    /// The token of the link that was used.
    pub(in crate::web) token: String,
}

/// The answer where too many addresses were typed.
#[derive(Debug, Template)]
#[template(path = "child/later.html")]
pub(in crate::web) struct ChildLaterPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}
