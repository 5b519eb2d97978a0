//! The proof that one message may be sent now.

use std::time::{Duration, Instant};

use crate::store::looks::DeliveryKey;

/// How long a clearance holds, counted from the moment at which the last look was asked for: consent was read no earlier.
/// Between the look and the body nothing waits; where the machine was stopped in between, or the database took its time,
/// the look is no longer a last one.
const HOLDS: Duration = Duration::from_secs(1);

/// Proof that the last look at one delivery was clear, for the one hand-over that it was made for (G1).
///
/// Only the gate makes one. It cannot be built by hand:
///
/// ```compile_fail,E0451
/// use consentry::gate::Clearance;
/// fn forge(delivery: consentry::store::looks::DeliveryKey) -> Clearance {
///     Clearance { delivery, at: std::time::Instant::now() }
/// }
/// ```
///
/// nor asked for outside the gate:
///
/// ```compile_fail,E0624
/// use consentry::gate::Clearance;
/// fn forge(delivery: consentry::store::looks::DeliveryKey) -> Clearance {
///     Clearance::after_last_look(delivery, std::time::Instant::now())
/// }
/// ```
///
/// nor used twice, because it is not `Clone`:
///
/// ```compile_fail,E0382
/// use consentry::gate::Clearance;
/// fn spend(_: Clearance) {}
/// fn twice(clearance: Clearance) {
///     spend(clearance);
///     spend(clearance);
/// }
/// ```
///
/// The same with one use compiles:
///
/// ```
/// use consentry::gate::Clearance;
/// fn spend(_: Clearance) {}
/// fn once(clearance: Clearance) {
///     spend(clearance);
/// }
/// ```
#[derive(Debug)]
#[must_use = "a clearance is spent by sending the body, or the delivery must be recorded as not sent"]
pub struct Clearance {
    delivery: DeliveryKey,
    at: Instant,
}

impl Clearance {
    /// Called by the gate alone, when the committed answer of the last look was clear.
    pub(super) const fn after_last_look(delivery: DeliveryKey, asked_at: Instant) -> Self {
        Self { delivery, at: asked_at }
    }

    /// Spends the clearance: whether it was made for `delivery` and still holds.
    pub(super) fn spend(self, delivery: DeliveryKey) -> bool {
        self.delivery == delivery && self.at.elapsed() < HOLDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CampaignId, RecipientId};

    fn delivery(recipient: i64) -> DeliveryKey {
        DeliveryKey::of_campaign(CampaignId::new(2), RecipientId::new(recipient))
    }

    #[test]
    fn g1_a_clearance_is_for_one_delivery_and_for_one_second() {
        let now = Instant::now();
        assert!(Clearance::after_last_look(delivery(1), now).spend(delivery(1)));
        assert!(!Clearance::after_last_look(delivery(1), now).spend(delivery(2)));
        let long_ago = now.checked_sub(HOLDS).unwrap();
        assert!(!Clearance::after_last_look(delivery(1), long_ago).spend(delivery(1)));
    }
}
