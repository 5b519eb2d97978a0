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
//!
//! A relay may also break down over it: Dovecot 2.3 passes the message on and dies of the commands behind it, and every
//! message that had one behind it is in doubt. So the first one that goes ahead at a relay goes alone, as a trial; the other
//! connections follow its example once it went well.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::store::looks::DeliveryKey;

/// A relay that took the last message within this time is expected to take the next one so, too.
pub(super) const QUICK: Duration = Duration::from_secs(1);
/// How long a message waits behind another whose answer does not come, before it goes by another connection.
pub const RELEASED: Duration = Duration::from_secs(2);
/// How long the answer to what went ahead may take, once the message before it was answered.
pub(super) const ANSWERED: Duration = Duration::from_secs(5);
/// How long a relay whose connections broke gets one message after the other before it is tried again.
const RESTS: Duration = Duration::from_mins(1);

/// MAIL, RCPT and DATA of a message.
pub struct Ahead {
    pub(super) delivery: DeliveryKey,
    pub(super) group: String,
    /// Asked when it is to go: by then the answers to what went ahead before it have been read.
    pub(super) trust: Trust,
}

/// Says whose they are: they hold an address.
impl fmt::Debug for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ahead({:?})", self.delivery)
    }
}

/// The data of a message and what goes behind it, in one write.
pub(super) struct InOneGroup<'a>(pub(super) &'a str, pub(super) &'a str);

impl fmt::Display for InOneGroup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        f.write_str(self.1)
    }
}

/// Whether a relay stands what goes ahead. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Trust {
    relay: Arc<str>,
    known: Arc<Mutex<Known>>,
}

/// Trials that may end without an answer and without a doubt, before the relay rests.
const SHORT_TRIALS: u32 = 5;

/// What is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// Nothing: one connection may try. So many trials told nothing.
    Nothing { short: u32 },
    /// Nothing, and a connection broke: one may try again at this time.
    Broke { until: Instant },
    /// One connection is trying.
    OnTrial { short: u32 },
    /// It does.
    Proven,
    /// It does not, until the sender is started anew.
    Never,
}

impl Trust {
    /// Nothing is known yet of the relay of this name.
    pub(super) fn new(relay: &str) -> Self {
        Self { relay: relay.into(), known: Arc::new(Mutex::new(Known::Nothing { short: 0 })) }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a message may go ahead now.
    pub(super) fn allows(&self) -> bool {
        match *self.known() {
            Known::Nothing { .. } | Known::Proven => true,
            Known::Broke { until } => Instant::now() >= until,
            Known::OnTrial { .. } | Known::Never => false,
        }
    }

    /// A message goes ahead, if it may.
    pub(super) fn begin(&self) -> Option<Trial> {
        let mut known = self.known();
        let short = match *known {
            Known::Proven => return Some(Trial { trust: self.clone(), alone: false }),
            Known::Nothing { short } => short,
            Known::Broke { until } if Instant::now() >= until => 0,
            Known::Broke { .. } | Known::OnTrial { .. } | Known::Never => return None,
        };
        *known = Known::OnTrial { short };
        Some(Trial { trust: self.clone(), alone: true })
    }
}

/// One message that goes ahead; how it went is said once. Dropped, it tells nothing, and another one may try.
#[derive(Debug)]
pub(super) struct Trial {
    trust: Trust,
    alone: bool,
}

impl Trial {
    /// The relay answered it, in step.
    pub(super) fn heard(self) {
        if self.alone {
            *self.trust.known() = Known::Proven;
        }
    }

    /// The connection broke behind the body. Where that was the trial and left a doubt, the relay does not stand it. Where
    /// it went well before, the relay may have been started anew. A close behind an answer costs nothing but the connection.
    /// Returns whether the relay gets one message after the other from now on.
    pub(super) fn broke(self, in_doubt: bool) -> bool {
        let mut known = self.trust.known();
        let rests = Known::Broke { until: Instant::now() + RESTS };
        *known = match *known {
            Known::OnTrial { .. } if self.alone && in_doubt => Known::Never,
            Known::OnTrial { short } if self.alone && short < SHORT_TRIALS => Known::Nothing { short: short + 1 },
            Known::OnTrial { .. } if self.alone => rests,
            Known::Proven if in_doubt => rests,
            _ => return false,
        };
        let in_step = !matches!(*known, Known::Nothing { .. });
        drop(known);
        if in_step {
            let relay = &*self.trust.relay;
            let said = "A connection to a relay broke behind a message that had commands behind it; none go there now";
            tracing::warn!(relay, in_doubt, "{said}");
        }
        in_step
    }

    /// The relay took the message before it and did not answer what went ahead. Returns whether that is news.
    pub(super) fn unheard(self) -> bool {
        let is_news = std::mem::replace(&mut *self.trust.known(), Known::Never) != Known::Never;
        if is_news {
            let relay = &*self.trust.relay;
            let said = "A relay offers PIPELINING and left commands behind a message unanswered; none go there again";
            tracing::warn!(relay, "{said}");
        }
        is_news
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let mut known = self.trust.known();
        if let Known::OnTrial { short } = *known
            && self.alone
        {
            *known = Known::Nothing { short };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_ahead_alone_until_it_went_well() {
        let trust = Trust::new("relay.example:25");
        let trial = trust.begin().unwrap();
        assert!(!trust.allows() && trust.begin().is_none());
        drop(trial);
        trust.begin().unwrap().heard();
        let (one, other) = (trust.begin().unwrap(), trust.begin().unwrap());
        assert!(one.broke(true), "it is one after the other at once");
        assert!(!trust.allows());
        let closed = Trust::new("relay.example:25");
        closed.begin().unwrap().heard();
        assert!(!closed.begin().unwrap().broke(false) && closed.allows(), "nothing was lost");
        other.heard();
        assert!(!trust.allows(), "an older one that went well changes nothing");
    }

    #[test]
    fn a_trial_that_ends_without_a_doubt_is_repeated_and_not_for_ever() {
        let trust = Trust::new("relay.example:25");
        for _ in 0..SHORT_TRIALS {
            assert!(!trust.begin().unwrap().broke(false) && trust.allows());
        }
        assert!(trust.begin().unwrap().broke(false) && !trust.allows());
    }

    #[test]
    fn a_relay_that_breaks_on_trial_or_does_not_answer_is_never_tried_again() {
        let breaks = Trust::new("relay.example:25");
        assert!(breaks.begin().unwrap().broke(true));
        let deaf = Trust::new("relay.example:25");
        deaf.begin().unwrap().heard();
        assert!(deaf.begin().unwrap().unheard());
        assert!(breaks.begin().is_none() && deaf.begin().is_none());
    }
}
