//! Pages about nobody in particular: help, a link that does not work, our own failure.

use askama::Template;

use crate::web::frame::FrameView;

/// The answer to a link that is forged, cut off, unknown or of another purpose: one page for all of them.
#[derive(Debug, Template)]
#[template(path = "preference/refused.html")]
pub(in crate::web) struct RefusedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// The answer to a link of somebody who was erased: nothing is known of them, and nothing more is asked.
#[derive(Debug, Template)]
#[template(path = "preference/erased.html")]
pub(in crate::web) struct ErasedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// The answer to a form that a browser sent from another site: nothing was done.
#[derive(Debug, Template)]
#[template(path = "preference/elsewhere.html")]
pub(in crate::web) struct ElsewherePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The page where the button stands, if a link leads there.
    pub(in crate::web) to: Option<String>,
}

/// The answer when we failed: 500, or 503 with `Retry-After`.
#[derive(Debug, Template)]
#[template(path = "preference/error.html")]
pub(in crate::web) struct ErrorPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The id under which the log holds the cause.
    pub(in crate::web) incident: String,
    /// 503: it is worth trying again soon.
    pub(in crate::web) busy: bool,
    /// The request wanted to change something (it was a POST), so the page says that this is not confirmed.
    pub(in crate::web) acting: bool,
}

/// `GET /help`: the target of `List-Help`.
#[derive(Debug, Template)]
#[template(path = "preference/help.html")]
pub(in crate::web) struct HelpPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// The answer to who asked for a receipt.
#[derive(Debug, Template)]
#[template(path = "preference/receipt.html")]
pub(in crate::web) struct ReceiptPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token of the link that was used.
    pub(in crate::web) token: String,
    /// Whose receipt it is, masked.
    pub(in crate::web) masked_address: String,
    /// What the browser's signal stopped beside it, as sentences.
    pub(in crate::web) by_signal: Vec<String>,
}
