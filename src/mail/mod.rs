//! The messages we write: from a campaign's text to the bytes that are handed over.
//!
//! A campaign is compiled once ([`Compiled::new`]): placeholders are found and checked, what is the same for everybody
//! is filled in, encoded and folded. What remains for each recipient ([`Compiled::compose`]) is to splice a few values
//! in between.
//!
//! Powers: none but memory. Imports domain and words. Sole owner of `lettre::message` and `quoted_printable`. Never: a socket, a clock, a store,
//! a key; tokens and the date are given.
//!
//! - [`template`]: `{{ placeholder }}` text, checked when it is saved
//! - [`frame`]: what surrounds the text of a campaign, the same for everybody
//! - [`letter`]: a message written for one person
//! - [`compose`]: [`Compiled`], [`Personal`], [`Composed`]
//! - `body` writes the parts; `footer` adds what must not be missing; `value` fills placeholders in; `header` and `quoted` decide bytes
//!
//! What holds for every composed message, whatever the text and the names are:
//! - Every line ends in CRLF and no CR or LF stands alone, save that the last line has no CRLF: the one in front of the
//!   final dot ends it (RFC 5321 section 4.1.1.4).
//! - Every octet is ASCII, except in a To address that needs SMTPUTF8 (RFC 6531).
//! - No line of a body is longer than 76 characters (RFC 2045 section 6.7), and none begins with `From `.
//! - Header values come from types and alphabets without CR, LF or NUL, so none can begin another header field.

mod body;
pub mod compose;
mod footer;
pub mod frame;
mod header;
pub mod letter;
mod quoted;
pub mod template;
mod value;

pub use compose::{CampaignText, Compiled, ComposeError, Composed, Personal};
pub use frame::{CompileError, Frame, ListFrame};
pub use letter::{LetterText, Part};
pub use template::{Place, Placeholder, Template, TemplateError};
