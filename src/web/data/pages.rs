//! The pages of what people do with their own data, as their templates need them.

use askama::Template;

use crate::web::frame::FrameView;
use crate::web::preference::pages::{BarView, HeldView, MessageView};

/// A page that says something: what was done, that a letter is on its way, that a link has run out.
#[derive(Debug, Template)]
#[template(path = "data/plain.html")]
pub(in crate::web) struct PlainPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The heading.
    pub(in crate::web) title: String,
    /// What it says.
    pub(in crate::web) leads: Vec<String>,
    /// Something was done.
    pub(in crate::web) done: bool,
    /// Where to go from here.
    pub(in crate::web) onward: Option<OnwardView>,
}

/// A link to another page.
#[derive(Debug, Clone)]
pub(in crate::web) struct OnwardView {
    /// Where it leads.
    pub(in crate::web) to: String,
    /// The words on it.
    pub(in crate::web) label: String,
}

/// `GET /data/{token}`: what a mailed link is for, and its button; opening it changes nothing.
#[derive(Debug, Template)]
#[template(path = "data/act.html")]
pub(in crate::web) struct ActPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address: in clear where they came to see it, else masked.
    pub(in crate::web) address: String,
    /// The heading.
    pub(in crate::web) title: String,
    /// What the button does.
    pub(in crate::web) lead: String,
    /// What stands out: the words that are agreed to, the new address.
    pub(in crate::web) lines: Vec<String>,
    /// What else is to be known.
    pub(in crate::web) after: Option<String>,
    /// What can be typed.
    pub(in crate::web) fields: Vec<FieldView>,
    /// The buttons.
    pub(in crate::web) buttons: Vec<ButtonView>,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// A form came that was not of this page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
    /// The browser sent `Sec-GPC: 1`, so pressing any button turns partner mail off.
    pub(in crate::web) gpc: bool,
}

impl ActPage {
    /// Whether something that was typed is wrong.
    fn wrong(&self) -> bool {
        self.fields.iter().any(|field| field.fault.is_some())
    }
}

/// Something to type.
#[derive(Debug, Clone)]
pub(in crate::web) struct FieldView {
    /// Its name in the form.
    pub(in crate::web) name: &'static str,
    /// What people call it.
    pub(in crate::web) label: String,
    /// What stands in it.
    pub(in crate::web) value: String,
    /// What a browser may fill in.
    pub(in crate::web) autocomplete: &'static str,
    /// What is wrong with it, and how to mend it.
    pub(in crate::web) fault: Option<String>,
}

/// A button: it posts `as` with its value.
#[derive(Debug, Clone)]
pub(in crate::web) struct ButtonView {
    /// The value.
    pub(in crate::web) value: &'static str,
    /// The words on it.
    pub(in crate::web) label: String,
    /// It is what the page is for, and can be undone.
    pub(in crate::web) main: bool,
}

/// The copy of a person's data, to read.
#[derive(Debug, Template)]
#[template(path = "data/copy.html")]
pub(in crate::web) struct CopyPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// What we know about the person, by name.
    pub(in crate::web) person: Vec<(String, String)>,
    /// What they asked for beside yes and no, as sentences.
    pub(in crate::web) wishes: Vec<String>,
    /// What they said about mail.
    pub(in crate::web) held: Vec<HeldView>,
    /// What bars mail whatever is chosen.
    pub(in crate::web) bars: Vec<BarView>,
    /// The last messages, newest first.
    pub(in crate::web) recent: Vec<MessageView>,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
}

/// Where an address is typed: `GET /preferences`, for somebody without a link, and a new address that was none.
#[derive(Debug, Template)]
#[template(path = "data/address.html")]
pub(in crate::web) struct AddressPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The heading.
    pub(in crate::web) title: String,
    /// What comes of it.
    pub(in crate::web) lead: String,
    /// What the field is for.
    pub(in crate::web) label: String,
    /// The words on the button.
    pub(in crate::web) button: String,
    /// Where the form is posted.
    pub(in crate::web) to: String,
    /// The wish that is posted with it.
    pub(in crate::web) wish: Option<&'static str>,
    /// What was typed before.
    pub(in crate::web) typed: String,
    /// What is wrong with it, and how to mend it.
    pub(in crate::web) bad: Option<String>,
    /// The opaque nonce of this page view, where only a form of the page acts.
    pub(in crate::web) visit: Option<String>,
    /// A form came that was not of a page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
}
