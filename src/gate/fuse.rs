//! The fuse: a relay that refuses everything stops the campaign before it has refused everybody.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::domain::CampaignId;
use crate::domain::delivery::Reply;

/// Refusals of one campaign in a row, without one acceptance between them, that blow the fuse.
const IN_A_ROW: u32 = 25;

/// How long a blown fuse keeps back what was claimed before the campaign was held; after it, the store's word decides.
const COOLS: Duration = Duration::from_secs(2);

/// Counts refusals in a row, campaign by campaign. Each node counts its own; what a blown fuse does stands in the store.
#[derive(Clone, Debug, Default)]
pub(super) struct Fuse(Arc<Mutex<HashMap<CampaignId, Burning>>>);

#[derive(Clone, Copy, Debug, Default)]
struct Burning {
    in_a_row: u32,
    blown_at: Option<Instant>,
}

impl Fuse {
    /// A message was accepted.
    pub(super) fn reset(&self, campaign: CampaignId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&campaign);
    }

    /// The campaign is being held: what of it is already claimed goes back unsent.
    pub(super) fn blow(&self, campaign: CampaignId) {
        let blown = Burning { in_a_row: 0, blown_at: Some(Instant::now()) };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(campaign, blown);
    }

    /// Whether the campaign was held a moment ago.
    pub(super) fn is_blown(&self, campaign: CampaignId) -> bool {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&campaign).and_then(|count| count.blown_at).is_some_and(|at| at.elapsed() < COOLS)
    }

    /// A message was refused for good for a reason that may hold for all. Returns why to hold the campaign, once the
    /// fuse blows.
    pub(super) fn burn(&self, campaign: CampaignId, reply: &Reply) -> Option<String> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(campaign).or_default();
        count.in_a_row += 1;
        if count.in_a_row < IN_A_ROW {
            return None;
        }
        *count = Burning { in_a_row: 0, blown_at: Some(Instant::now()) };
        Some(format!("the relay refused {IN_A_ROW} messages in a row; the last time it said: {reply}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_acceptance_between_refusals_keeps_the_fuse() {
        let (fuse, campaign) = (Fuse::default(), CampaignId::new(1));
        let reply = Reply::new(554, "5.7.1 no");
        for _ in 1..IN_A_ROW {
            assert_eq!(fuse.burn(campaign, &reply), None);
        }
        fuse.reset(campaign);
        for _ in 1..IN_A_ROW {
            assert_eq!(fuse.burn(campaign, &reply), None);
        }
        assert!(!fuse.is_blown(campaign));
        assert!(fuse.burn(campaign, &reply).unwrap().contains("554 5.7.1 no"));
        assert!(fuse.is_blown(campaign));
    }
}
