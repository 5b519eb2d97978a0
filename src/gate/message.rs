//! What the gate is given.

use chrono::{DateTime, Utc};

use super::data::Data;
use crate::domain::id::NodeId;
use crate::domain::{Address, Kind};
use crate::store::looks::DeliveryKey;
use crate::store::outcomes::Then;

/// One message, ready to be handed over: rendered ahead, so that nothing slow stands between look and body.
#[derive(Clone, Debug)]
pub struct Message {
    /// Which delivery it is.
    pub delivery: DeliveryKey,
    /// What kind of mail it is.
    pub kind: Kind,
    /// The node that claimed it.
    pub node: NodeId,
    /// The number of the try.
    pub attempt: i32,
    /// When its first try was.
    pub first_try_at: Option<DateTime<Utc>>,
    /// What a report about it will call it (RFC 3461 section 4.4).
    pub envelope_id: String,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: Address,
    /// Headers and body.
    pub data: Data,
    /// Whether the address needs SMTPUTF8.
    pub needs_smtputf8: bool,
    /// What follows when the relay has taken it.
    pub if_accepted: Then,
}
