//! Sign-ups: what somebody asked for at an address that has not said yes yet.
//!
//! # Why nobody becomes a recipient before
//! Anybody can type any address into a public form. Until the link that was mailed to the address has come back, the
//! address belongs to nobody whom we know: it is in no audience, no count and no file, and what was typed is dropped
//! after [`KEPT_HOURS`].

use chrono::{DateTime, Duration, Utc};

use super::consent::Source;
use super::recipient::Name;
use super::scope::Scope;
use super::{Address, AddressHash, RecipientId};

/// Hours in which a sign-up can be confirmed, from the moment it was made.
pub const CONFIRM_HOURS: i64 = 48;
/// Hours after which what was typed is dropped, confirmed or not.
pub const KEPT_HOURS: i64 = 72;

/// One thing asked for, with the exact words beside its box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What.
    pub scope: Scope,
    /// The words.
    pub wording: Option<String>,
    /// Their language; none where a file brought them without it.
    pub language: Option<String>,
}

/// What was typed, as long as it is kept.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// Whose yes it waits for, by the keyed hash of the address.
    pub address_hash: AddressHash,
    /// The address; none once it is confirmed.
    pub address: Option<Address>,
    /// The name given with it.
    pub name: Option<Name>,
    /// The language in which the words were shown, and the person is written to.
    pub language: String,
    /// What was asked for.
    pub wanted: Vec<Wanted>,
    /// Where.
    pub source: Source,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// When it was confirmed, and whose it became.
    pub confirmed: Option<(DateTime<Utc>, RecipientId)>,
}

impl SignUp {
    /// Whether its link still counts.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        now < self.asked_at + Duration::hours(CONFIRM_HOURS)
    }
}
