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
    /// The way to a new link is shown.
    pub(in crate::web) ask_again: bool,
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
    /// What was wrong with what was typed.
    pub(in crate::web) wrong: Option<String>,
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
}

/// A button: it posts `as` with its value.
#[derive(Debug, Clone)]
pub(in crate::web) struct ButtonView {
    /// The value.
    pub(in crate::web) value: &'static str,
    /// The words on it.
    pub(in crate::web) label: String,
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
}

/// `GET /preferences`: where somebody without a link asks for one.
#[derive(Debug, Template)]
#[template(path = "data/link.html")]
pub(in crate::web) struct LinkPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// What was wrong with what was typed.
    pub(in crate::web) wrong: Option<String>,
}
