//! One visit: what a person does on a page from opening it on. Its word is put into the page's form and comes back with
//! it, so that an undo goes to whoever chose, and so that what a form alone may do is done by a form of ours.
//!
//! The word is a MAC over the page, the link by which it was opened, and the time (ASVS 5.0 3.5.1): nobody makes one up,
//! and a word of one link's page is none on another's. A no needs none (G7); it then has no undo.

use chrono::Duration;

use super::App;
use super::unsubscribe::UNDO_HOURS;
use crate::clock;

/// How far the clocks of two nodes may differ, in minutes.
const SKEW_MINUTES: i64 = 5;

/// Which form, by the page that it stands on and the token of the link to that page.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// The page behind the link that stops mail.
    Unsubscribe(&'a str),
    /// The preference page.
    Preferences(&'a str),
    /// The page of a policy version.
    Policy(&'a str),
    /// The report of a child by the link of a message.
    Child(&'a str),
    /// The report of a child by typing the address.
    TypedChild,
    /// The page behind a mailed link.
    Data(&'a str),
    /// The page that confirms a sign-up.
    SignUp(&'a str),
}

impl Place<'_> {
    /// What the word's MAC covers of it. The numbers are in pages that are open somewhere: none is used again.
    fn bytes(self) -> Vec<u8> {
        let (page, token) = match self {
            Self::Unsubscribe(token) => (1, token),
            Self::Preferences(token) => (2, token),
            Self::Policy(token) => (3, token),
            Self::Child(token) => (4, token),
            Self::TypedChild => (5, ""),
            Self::Data(token) => (6, token),
            Self::SignUp(token) => (7, token),
        };
        [&[page], token.as_bytes()].concat()
    }
}

/// A new word for a form; empty where the system gives no random bytes: the form stops mail all the same.
pub fn begin(app: &App, place: Place<'_>) -> String {
    app.keys.begin_visit(&place.bytes(), clock::now()).unwrap_or_default()
}

/// The id of the visit whose word a form brought back; none where the word is not of this form, or older than an undo
/// works (no page may hurry anybody, CONFORMANCE L, 2.2.1).
pub fn read(app: &App, place: Place<'_>, word: &str) -> Option<String> {
    let visit = app.keys.open_visit(&place.bytes(), word).ok()?;
    let age = clock::now() - visit.began_at;
    let in_time = age < Duration::hours(UNDO_HOURS) && age > -Duration::minutes(SKEW_MINUTES);
    in_time.then_some(visit.id)
}
