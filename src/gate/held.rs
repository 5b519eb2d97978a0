//! What follows for a campaign from a fault that is not one recipient's: it goes by other relays, or is held.

use super::fuse::Blown;
use super::hand_over::{Attempt, Gate};
use super::message::Message;
use crate::domain::CampaignId;
use crate::domain::delivery::{Doubt, Outcome, Reply};
use crate::store::outcomes::Then;

impl Gate {
    /// Larger than the relay takes, by its own word. All of a campaign are about as large, so it is held before anybody is
    /// refused; a letter is one person's.
    pub(super) fn too_large(&self, message: &Message, limit: u64) -> Attempt {
        let sizes = format!("the message has {} octets, and the relay takes {limit} (SIZE)", message.data.octets());
        let reply = Reply::new(552, &format!("5.3.4 {sizes}"));
        if message.delivery.is_letter() {
            return Attempt::ended(Outcome::Rejected(reply));
        }
        let campaign = message.delivery.campaign;
        let why = format!("it is larger than the relay takes: {sizes}");
        let then = self.follows(self.fuses.blow(self.relay, message.kind, campaign), campaign, why);
        Attempt { then, ..Attempt::ended(Outcome::SenderFault(reply)) }
    }

    /// One in doubt is the network; many are the relay.
    pub(super) fn in_doubt(&self, message: &Message, doubt: Doubt) -> Attempt {
        let ended = Attempt::ended(Outcome::InDoubt(doubt));
        // It is we who stop.
        if doubt == Doubt::SenderDied {
            return ended;
        }
        let campaign = message.delivery.campaign;
        match self.fuses.doubt(self.relay, message.kind, campaign, doubt) {
            Some((blown, why)) => Attempt { then: self.follows(blown, campaign, why), ..ended },
            None => ended,
        }
    }

    /// What follows from a blown fuse. `why` is for staff.
    pub(super) fn follows(&self, blown: Blown, campaign: CampaignId, why: String) -> Then {
        let (back, hold) = match blown {
            Blown::Relay(back) => {
                self.goes_by_others(campaign, &why);
                (back, None)
            }
            Blown::Campaign(back) => (back, Some(why)),
        };
        match hold {
            None if back.is_empty() => Then::Nothing,
            Some(why) if back.is_empty() => Then::HoldCampaign(why),
            hold => Then::GiveBack(back, hold),
        }
    }

    /// This relay gets no more of the campaign for now.
    fn goes_by_others(&self, campaign: CampaignId, why: &str) {
        let relay = self.fuses.relays().all().get(self.relay).map(ToString::to_string).unwrap_or_default();
        tracing::warn!(relay, campaign.id = %campaign, why, "A relay refuses a campaign, which goes on by others");
    }
}
