//! The fuses: a relay that refuses everything is taken out of a campaign before it has refused everybody. The campaign
//! goes on by the other relays of its kind; where there is none, it is held.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::ahead::Trust;
use crate::config::Relays;
use crate::domain::delivery::{Doubt, Reply};
use crate::domain::doubts::Doubts;
use crate::domain::{CampaignId, Kind};
use crate::store::outcomes::Try;

/// Refusals of one campaign at one relay in a row, without one acceptance between them, that blow the fuse.
const IN_A_ROW: u32 = 25;
/// How long a blown fuse keeps back what was claimed before the campaign was held; after it, the store's word decides.
const COOLS: Duration = Duration::from_secs(2);
/// How long a relay gets nothing more of a campaign that other relays have taken over. The first refusal after it is one
/// too many.
const RESTS: Duration = Duration::from_mins(10);

/// Campaigns at relays that are remembered though nothing is wrong with them.
const REMEMBERED: usize = 1000;

/// The fuses of every relay and campaign, which relays are away, which offer no SMTPUTF8, and which get one message after
/// the other. Each node knows its own; what blowing the last fuse of a campaign does stands in the store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fuses(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    relays: Relays,
    away: Vec<AtomicBool>,
    trust: Vec<Trust>,
    ascii_only: Vec<AtomicBool>,
    burning: Mutex<HashMap<(usize, CampaignId), Burning>>,
}

#[derive(Debug, Default)]
struct Burning {
    in_a_row: u32,
    /// Those refused in a row, whom nothing is wrong with if it was the relay.
    refused: Vec<Try>,
    doubts: Doubts,
    blown_until: Option<Instant>,
}

/// What a blown fuse stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Blown {
    /// The relay, for this campaign: others take it over.
    Relay(Vec<Try>),
    /// The campaign: no other relay is left for it.
    Campaign(Vec<Try>),
}

impl Fuses {
    /// Whole fuses.
    pub fn new(relays: Relays) -> Self {
        let none = || relays.all().iter().map(|_| AtomicBool::new(false)).collect();
        let trust = relays.all().iter().map(|relay| Trust::new(&relay.to_string())).collect();
        let (away, ascii_only) = (none(), none());
        Self(Arc::new(Shared { relays, away, trust, ascii_only, burning: Mutex::default() }))
    }

    /// The relays.
    pub fn relays(&self) -> &Relays {
        &self.0.relays
    }

    /// Notes whether a relay can be reached. Returns whether that is news.
    pub fn set_away(&self, relay: usize, away: bool) -> bool {
        self.0.away.get(relay).is_some_and(|known| known.swap(away, Ordering::AcqRel) != away)
    }

    /// Whether a relay could not be reached the last time.
    pub fn is_away(&self, relay: usize) -> bool {
        self.0.away.get(relay).is_some_and(|away| away.load(Ordering::Acquire))
    }

    /// Notes whether a relay offers SMTPUTF8 (RFC 6531): without it, it is asked for no address beyond ASCII.
    pub(super) fn set_ascii_only(&self, relay: usize, ascii_only: bool) {
        if let Some(known) = self.0.ascii_only.get(relay) {
            known.store(ascii_only, Ordering::Release);
        }
    }

    /// Whether a relay did not offer SMTPUTF8 the last time.
    pub fn is_ascii_only(&self, relay: usize) -> bool {
        self.0.ascii_only.get(relay).is_some_and(|known| known.load(Ordering::Acquire))
    }

    /// Whether some relay of the kind may take an address beyond ASCII: one that offers SMTPUTF8, or was not asked yet.
    pub fn may_take_beyond_ascii(&self, kind: Kind) -> bool {
        self.0.relays.of(kind).iter().any(|relay| !self.is_ascii_only(*relay))
    }

    /// What is known of a relay and of what goes ahead there.
    pub(super) fn trust(&self, relay: usize) -> Option<&Trust> {
        self.0.trust.get(relay)
    }

    /// Whether a relay gets nothing more of a campaign for now.
    pub fn is_blown(&self, relay: usize, campaign: CampaignId) -> bool {
        is_blown(&self.burning(), relay, campaign)
    }

    /// A message was accepted.
    pub(super) fn reset(&self, relay: usize, campaign: CampaignId) {
        let mut burning = self.burning();
        if burning.len() > REMEMBERED {
            burning
                .retain(|_, one| one.doubts.are_any() || one.blown_until.is_some_and(|until| Instant::now() < until));
        }
        let one = burning.entry((relay, campaign)).or_default();
        one.in_a_row = 0;
        one.refused.clear();
        one.doubts.answered();
    }

    /// A message was refused for good for a reason that may hold for all. Returns what that stops, once the fuse blows.
    pub(super) fn burn(&self, relay: usize, kind: Kind, campaign: CampaignId, refused: Try) -> Option<Blown> {
        {
            let mut burning = self.burning();
            let one = burning.entry((relay, campaign)).or_default();
            one.in_a_row += 1;
            one.refused.push(refused);
            if one.in_a_row < IN_A_ROW {
                return None;
            }
        }
        Some(self.blow(relay, kind, campaign))
    }

    /// A message ended in doubt. Returns what that stops and why, once there are too many.
    pub(super) fn doubt(
        &self,
        relay: usize,
        kind: Kind,
        campaign: CampaignId,
        doubt: Doubt,
    ) -> Option<(Blown, String)> {
        let sent = {
            let mut burning = self.burning();
            let one = burning.entry((relay, campaign)).or_default();
            one.doubts.in_doubt(doubt);
            if !one.doubts.are_too_many() {
                return None;
            }
            one.doubts.sent()
        };
        let why = format!("too many of the last {sent} messages ended in doubt; the last time {doubt}");
        Some((self.blow(relay, kind, campaign), why))
    }

    /// Blows the fuse at once: what of the campaign is already claimed for this relay goes back unsent, and so do those
    /// that were refused in a row.
    pub(super) fn blow(&self, relay: usize, kind: Kind, campaign: CampaignId) -> Blown {
        let of_kind = self.0.relays.of(kind);
        let mut burning = self.burning();
        let usable = |other: &usize| *other != relay && !self.is_away(*other) && !is_blown(&burning, *other, campaign);
        if of_kind.iter().any(usable) {
            let until = Some(Instant::now() + RESTS);
            let again = Burning { in_a_row: IN_A_ROW - 1, blown_until: until, ..Burning::default() };
            let before = burning.insert((relay, campaign), again);
            return Blown::Relay(before.map(|one| one.refused).unwrap_or_default());
        }
        // Staff will mend it and resume: then every relay begins anew.
        let until = Some(Instant::now() + COOLS);
        let all = of_kind.into_iter().chain([relay]);
        let before = all.filter_map(|relay| {
            burning.insert((relay, campaign), Burning { blown_until: until, ..Burning::default() })
        });
        Blown::Campaign(before.flat_map(|one| one.refused).collect())
    }

    fn burning(&self) -> std::sync::MutexGuard<'_, HashMap<(usize, CampaignId), Burning>> {
        self.0.burning.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_blown(burning: &HashMap<(usize, CampaignId), Burning>, relay: usize, campaign: CampaignId) -> bool {
    let until = burning.get(&(relay, campaign)).and_then(|count| count.blown_until);
    until.is_some_and(|until| Instant::now() < until)
}

/// Why a campaign is held whose last fuse blew.
pub(super) fn refused_in_a_row(reply: &Reply) -> String {
    format!("the relay refused {IN_A_ROW} messages in a row; the last time it said: {reply}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::domain::{RecipientId, Stream};
    use crate::store::looks::DeliveryKey;

    const CAMPAIGN: CampaignId = CampaignId::new(1);

    const COMPANY: Kind = Kind::Promotional(Stream::Company);

    fn nth(recipient: i64) -> Try {
        Try { delivery: DeliveryKey::of_campaign(CAMPAIGN, RecipientId::new(recipient)), attempt: 1 }
    }

    fn fuses(relays: &str) -> Fuses {
        let setting = |key: &str| (key == "CONSENTRY_RELAYS").then(|| relays.to_owned());
        Fuses::new(Settings::read(std::path::Path::new("/nonexistent"), setting).unwrap().relays)
    }

    #[test]
    fn one_acceptance_between_refusals_keeps_the_fuse() {
        let fuses = fuses("a=smtp://127.0.0.1?tls=none");
        for number in 1..IN_A_ROW {
            assert_eq!(fuses.burn(0, COMPANY, CAMPAIGN, nth(number.into())), None);
        }
        fuses.reset(0, CAMPAIGN);
        for number in 1..IN_A_ROW {
            assert_eq!(fuses.burn(0, COMPANY, CAMPAIGN, nth(number.into())), None);
        }
        assert!(!fuses.is_blown(0, CAMPAIGN));
        let all: Vec<_> = (1..=IN_A_ROW).map(|number| nth(number.into())).collect();
        let last = nth(IN_A_ROW.into());
        assert_eq!(fuses.burn(0, COMPANY, CAMPAIGN, last), Some(Blown::Campaign(all)), "they go back");
        assert!(fuses.is_blown(0, CAMPAIGN));
    }

    #[test]
    fn a_relay_stops_alone_while_another_is_left_for_the_kind() {
        let text = "a=smtp://127.0.0.1?tls=none&streams=company, b=smtp://127.0.0.1?tls=none&streams=company, \
                    c=smtp://127.0.0.1?tls=none&streams=partner";
        let fuses = fuses(text);
        assert_eq!(fuses.blow(0, COMPANY, CAMPAIGN), Blown::Relay(Vec::new()));
        assert!(fuses.is_blown(0, CAMPAIGN) && !fuses.is_blown(1, CAMPAIGN));
        assert!(!fuses.is_blown(0, CampaignId::new(2)), "another campaign has its own fuse");
        let of_both = Blown::Campaign(Vec::new());
        assert_eq!(fuses.blow(1, COMPANY, CAMPAIGN), of_both, "the partner's relay is no help");
        fuses.set_away(1, true);
        assert_eq!(fuses.blow(0, COMPANY, CampaignId::new(2)), of_both, "nor is one that is away");
    }

    #[test]
    fn many_doubts_blow_the_fuse_and_few_do_not() {
        let fuses = fuses("a=smtp://127.0.0.1?tls=none");
        for _ in 0..9 {
            fuses.reset(0, CAMPAIGN);
            assert_eq!(fuses.doubt(0, COMPANY, CAMPAIGN, Doubt::ConnectionLost), None);
        }
        let (blown, why) = fuses.doubt(0, COMPANY, CAMPAIGN, Doubt::ConnectionLost).unwrap();
        assert_eq!(blown, Blown::Campaign(Vec::new()));
        assert!(
            why.starts_with("too many of the last 19 messages ended in doubt; the last time the connection"),
            "{why}"
        );
    }
}
