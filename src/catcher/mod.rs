//! The built-in mail catcher: a relay for demos and development that delivers nothing.
//!
//! It speaks real SMTP, so what works against it works against a relay, and it is strict where the RFCs are, so that a
//! flaw in what we send is met here first. What it accepts can be read in a browser.
//!
//! Powers: listens on loopback and nowhere else; keeps the newest messages in memory; shows them.
//! Never: opens a connection, forwards, writes to disk, asks who is calling.
//!
//! - [`smtp`]: the server ([`Catcher`]); `dialogue` is its protocol without sockets, `body` reads what follows DATA
//! - [`mailbox`]: what was caught ([`Mailbox`], a handle to be cloned freely)
//! - [`web`]: the pages; `content` reads a message for them, `links` finds what can be clicked,
//!   `host` tells by which name they were asked for

mod body;
mod content;
mod dialogue;
mod host;
mod links;
pub mod mailbox;
pub mod smtp;
pub mod web;

pub use content::Content;
pub use mailbox::{Caught, Limits, Mailbox, Summary};
pub use smtp::{Catcher, CatcherError};
