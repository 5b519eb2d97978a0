//! The pages of a sign-up.

use askama::Template;

use crate::web::frame::FrameView;

/// One box.
#[derive(Debug, Clone)]
pub(in crate::web) struct BoxView {
    /// What the form posts.
    pub(in crate::web) value: String,
    /// The words beside it.
    pub(in crate::web) label: String,
    /// Whether the person has ticked it. No box is ticked before they do.
    pub(in crate::web) ticked: bool,
}

/// What was typed, so that nobody types it twice.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct TypedView {
    /// The address.
    pub(in crate::web) address: String,
    /// The name.
    pub(in crate::web) name: String,
    /// The answer about the age.
    pub(in crate::web) old_enough: Option<bool>,
}

/// What is wrong, as messages; nothing where all is well.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct FaultsView {
    /// With the address.
    pub(in crate::web) address: Option<String>,
    /// With the name.
    pub(in crate::web) name: Option<String>,
    /// With the boxes.
    pub(in crate::web) wants: Option<String>,
    /// With the age.
    pub(in crate::web) age: Option<String>,
}

impl FaultsView {
    /// Each fault with the field that mends it, in the order of the form.
    fn all(&self) -> Vec<(&'static str, &str)> {
        let places =
            [("field-address", &self.address), ("field-name", &self.name), ("wants", &self.wants), ("age", &self.age)];
        places.into_iter().filter_map(|(place, fault)| Some((place, fault.as_deref()?))).collect()
    }
}

/// `GET /signup`, and the answer to a form that needs another look.
#[derive(Debug, Template)]
#[template(path = "signup/form.html")]
pub(in crate::web) struct FormPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// Company mail and its topics.
    pub(in crate::web) company: Vec<BoxView>,
    /// Partners.
    pub(in crate::web) partners: Vec<BoxView>,
    /// The browser asks not to share data, so partners are not offered.
    pub(in crate::web) gpc: bool,
    /// From which age people may sign up.
    pub(in crate::web) age: u8,
    /// What was typed.
    pub(in crate::web) typed: TypedView,
    /// What is wrong with it.
    pub(in crate::web) faults: FaultsView,
}

/// The form alone, to be copied into another site: no script, no cookie, no class of ours.
#[derive(Debug, Template)]
#[template(path = "signup/snippet.html")]
pub(in crate::web) struct Snippet {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// Where it posts.
    pub(in crate::web) action: String,
    /// Company mail and its topics.
    pub(in crate::web) company: Vec<BoxView>,
    /// Partners.
    pub(in crate::web) partners: Vec<BoxView>,
    /// From which age people may sign up.
    pub(in crate::web) age: u8,
}

/// `GET /signup/embed`.
#[derive(Debug, Template)]
#[template(path = "signup/embed.html")]
pub(in crate::web) struct EmbedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The form to copy.
    pub(in crate::web) code: String,
}

/// The answer to a good form, the same for every address.
#[derive(Debug, Template)]
#[template(path = "signup/sent.html")]
pub(in crate::web) struct SentPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The address as it was typed, so that a mistake is seen.
    pub(in crate::web) address: String,
    /// Hours for which the link works.
    pub(in crate::web) hours: i64,
    /// What the browser's signal did to partner mail, where it did something.
    pub(in crate::web) gpc: Option<String>,
}

/// The answer to somebody who is too young.
#[derive(Debug, Template)]
#[template(path = "signup/young.html")]
pub(in crate::web) struct YoungPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// From which age people may sign up.
    pub(in crate::web) age: u8,
}

/// The answer to a network that has signed up too many.
#[derive(Debug, Template)]
#[template(path = "signup/later.html")]
pub(in crate::web) struct LaterPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// The page behind the link in the letter.
#[derive(Debug, Template)]
#[template(path = "signup/confirm.html")]
pub(in crate::web) struct ConfirmPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token of the link.
    pub(in crate::web) token: String,
    /// The address, masked.
    pub(in crate::web) masked_address: String,
    /// The exact words of each box that was ticked.
    pub(in crate::web) wordings: Vec<String>,
    /// Days after which what was typed is deleted.
    pub(in crate::web) days: i64,
    /// What the browser's signal does to partner mail, where it does something.
    pub(in crate::web) gpc: Option<String>,
    /// What a yes says beside that, where somebody said that the address is a child's.
    pub(in crate::web) reported: Option<String>,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// A form came that was not of this page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
}

/// What the confirmation made.
#[derive(Debug, Template)]
#[template(path = "signup/done.html")]
pub(in crate::web) struct DonePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The address, masked.
    pub(in crate::web) masked_address: String,
    /// What comes from now on, in the words that were agreed to.
    pub(in crate::web) on: Vec<String>,
    /// What was agreed to and still does not come.
    pub(in crate::web) off: Vec<String>,
    /// What the browser's signal did to partner mail, where it did something.
    pub(in crate::web) gpc: Option<String>,
    /// Whether a receipt was posted.
    pub(in crate::web) receipt: bool,
    /// Their preference page.
    pub(in crate::web) preferences: String,
}

impl DonePage {
    /// What the page is called: nobody is signed up to whom none of it comes.
    fn title(&self) -> &'static str {
        if self.on.is_empty() { "signup-done-none-title" } else { "signup-done-title" }
    }
}

/// A link that has run out.
#[derive(Debug, Template)]
#[template(path = "signup/over.html")]
pub(in crate::web) struct OverPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// Hours for which it worked.
    pub(in crate::web) hours: i64,
}
