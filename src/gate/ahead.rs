//! What is said of the next message in one group with the body of the one before.
//!
//! RFC 2920 section 3.1 lets the content of a message be the first in a group, so the next message's MAIL, RCPT and DATA
//! may go right behind the final dot, where the relay offers PIPELINING. One round trip for each message is left instead
//! of two, and the outcome of the one is written in the same transaction as the last look at the other.
//!
//! It takes nothing away from the last look (G2): that still comes after all three have been answered and right before the
//! body, so whoever opts out meanwhile gets nothing, and the connection is dropped as ever. What it could cost is time, if
//! the message had to wait behind one that the relay is slow to take. So it is done only where the relay took the last one
//! within [`QUICK`]; after [`RELEASED`] the message is anybody's again; and a relay that does not answer what went ahead
//! within [`ANSWERED`] is talked to in step from then on.

use std::fmt;
use std::time::Duration;

use crate::store::looks::DeliveryKey;

/// A relay that took the last message within this time is expected to take the next one so, too.
pub(super) const QUICK: Duration = Duration::from_secs(1);
/// How long a message waits behind another whose answer does not come, before it goes by another connection.
pub const RELEASED: Duration = Duration::from_secs(2);
/// How long the answer to what went ahead may take, once the message before it was answered.
pub(super) const ANSWERED: Duration = Duration::from_secs(5);

/// MAIL, RCPT and DATA of a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Ahead {
    pub(super) delivery: DeliveryKey,
    pub(super) group: String,
}

/// Says whose they are: they hold an address.
impl fmt::Debug for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ahead({:?})", self.delivery)
    }
}

/// The data of a message and what goes behind it, in one write.
pub(super) struct InOneGroup<'a>(pub(super) &'a str, pub(super) Option<&'a Ahead>);

impl fmt::Display for InOneGroup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        self.1.map_or(Ok(()), |next| f.write_str(&next.group))
    }
}
