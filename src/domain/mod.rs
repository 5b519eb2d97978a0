//! The words and the rules.
//!
//! Powers: none. No IO, no clock, no SQL, no HTTP, no SMTP: everything here is decided from its arguments.
//! A rule that can be stated without a database lives here.

pub mod action;
pub mod address;
pub mod age;
pub mod bounce;
pub mod campaign;
pub mod change;
pub mod consent;
pub mod deferral;
pub mod delivery;
pub mod doubts;
pub mod hash;
pub mod held;
pub mod id;
pub mod letter;
pub mod mention;
pub mod more;
pub mod note;
pub mod pace;
pub mod policy;
pub mod recipient;
pub mod record;
pub mod regime;
pub mod retry;
pub mod scope;
pub mod share;
pub mod signup;
mod source;
pub mod staff;
pub mod suppression;
pub mod throttle;
pub mod verdict;
pub mod window;
pub mod wording;

pub use address::Address;
pub use hash::AddressHash;
pub use id::{CampaignId, LetterId, PartnerId, PolicyVersion, RecipientId, RequestId, Seq, TopicId};
pub use scope::{Kind, List, Scope, Stream};
