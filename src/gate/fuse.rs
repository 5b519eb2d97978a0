//! The fuses: a relay that refuses everything is taken out of a campaign before it has refused everybody. The campaign
//! goes on by the other relays of its kind; where there is none, it is held.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::config::Relays;
use crate::domain::delivery::Reply;
use crate::domain::{CampaignId, Kind};

/// Refusals of one campaign at one relay in a row, without one acceptance between them, that blow the fuse.
const IN_A_ROW: u32 = 25;
/// How long a blown fuse keeps back what was claimed before the campaign was held; after it, the store's word decides.
const COOLS: Duration = Duration::from_secs(2);
/// How long a relay gets nothing more of a campaign that other relays have taken over. The first refusal after it is one
/// too many.
const RESTS: Duration = Duration::from_mins(10);

/// The fuses of every relay and campaign, which relays are away, which offer no SMTPUTF8, and which get one message after
/// the other. Each node knows its own; what blowing the last fuse of a campaign does stands in the store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fuses(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    relays: Relays,
    away: Vec<AtomicBool>,
    in_step: Vec<AtomicBool>,
    ascii_only: Vec<AtomicBool>,
    burning: Mutex<HashMap<(usize, CampaignId), Burning>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Burning {
    in_a_row: u32,
    blown_until: Option<Instant>,
}

/// What a blown fuse stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Blown {
    /// The relay, for this campaign: others take it over.
    Relay,
    /// The campaign: no other relay is left for it.
    Campaign,
}

impl Fuses {
    /// Whole fuses.
    pub fn new(relays: Relays) -> Self {
        let none = || relays.all().iter().map(|_| AtomicBool::new(false)).collect();
        let (away, in_step, ascii_only) = (none(), none(), none());
        Self(Arc::new(Shared { relays, away, in_step, ascii_only, burning: Mutex::default() }))
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

    /// A relay seems not to read what goes ahead: from now on it gets one message after the other.
    pub(super) fn keep_in_step(&self, relay: usize) {
        if self.0.in_step.get(relay).is_some_and(|known| !known.swap(true, Ordering::AcqRel)) {
            let relay = self.0.relays.all().get(relay).map(ToString::to_string).unwrap_or_default();
            tracing::warn!(
                relay,
                "A relay offers PIPELINING and left commands behind a message unanswered; none go there again"
            );
        }
    }

    /// Whether a relay gets one message after the other.
    pub(super) fn is_in_step(&self, relay: usize) -> bool {
        self.0.in_step.get(relay).is_some_and(|known| known.load(Ordering::Acquire))
    }

    /// Whether a relay gets nothing more of a campaign for now.
    pub fn is_blown(&self, relay: usize, campaign: CampaignId) -> bool {
        is_blown(&self.burning(), relay, campaign)
    }

    /// A message was accepted.
    pub(super) fn reset(&self, relay: usize, campaign: CampaignId) {
        self.burning().remove(&(relay, campaign));
    }

    /// A message was refused for good for a reason that may hold for all. Returns what that stops, once the fuse blows.
    pub(super) fn burn(&self, relay: usize, kind: Kind, campaign: CampaignId) -> Option<Blown> {
        let in_a_row = {
            let mut burning = self.burning();
            let count = burning.entry((relay, campaign)).or_default();
            count.in_a_row += 1;
            count.in_a_row
        };
        (in_a_row >= IN_A_ROW).then(|| self.blow(relay, kind, campaign))
    }

    /// Blows the fuse at once: what of the campaign is already claimed for this relay goes back unsent.
    pub(super) fn blow(&self, relay: usize, kind: Kind, campaign: CampaignId) -> Blown {
        let of_kind = self.0.relays.of(kind);
        let mut burning = self.burning();
        let usable = |other: &usize| *other != relay && !self.is_away(*other) && !is_blown(&burning, *other, campaign);
        if of_kind.iter().any(usable) {
            let again = Burning { in_a_row: IN_A_ROW - 1, blown_until: Some(Instant::now() + RESTS) };
            burning.insert((relay, campaign), again);
            return Blown::Relay;
        }
        // Staff will mend it and resume: then every relay begins anew.
        let anew = Burning { in_a_row: 0, blown_until: Some(Instant::now() + COOLS) };
        burning.extend(of_kind.into_iter().chain([relay]).map(|relay| ((relay, campaign), anew)));
        Blown::Campaign
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
    use crate::domain::Stream;

    const CAMPAIGN: CampaignId = CampaignId::new(1);

    fn fuses(relays: &str) -> Fuses {
        let setting = |key: &str| (key == "CONSENTRY_RELAYS").then(|| relays.to_owned());
        Fuses::new(Settings::read(std::path::Path::new("/nonexistent"), setting).unwrap().relays)
    }

    #[test]
    fn one_acceptance_between_refusals_keeps_the_fuse() {
        let fuses = fuses("a=smtp://127.0.0.1?tls=none");
        for _ in 1..IN_A_ROW {
            assert_eq!(fuses.burn(0, Kind::Promotional(Stream::Company), CAMPAIGN), None);
        }
        fuses.reset(0, CAMPAIGN);
        for _ in 1..IN_A_ROW {
            assert_eq!(fuses.burn(0, Kind::Promotional(Stream::Company), CAMPAIGN), None);
        }
        assert!(!fuses.is_blown(0, CAMPAIGN));
        assert_eq!(fuses.burn(0, Kind::Promotional(Stream::Company), CAMPAIGN), Some(Blown::Campaign));
        assert!(fuses.is_blown(0, CAMPAIGN));
    }

    #[test]
    fn a_relay_stops_alone_while_another_is_left_for_the_kind() {
        let text = "a=smtp://127.0.0.1?tls=none&streams=company, b=smtp://127.0.0.1?tls=none&streams=company, \
                    c=smtp://127.0.0.1?tls=none&streams=partner";
        let fuses = fuses(text);
        assert_eq!(fuses.blow(0, Kind::Promotional(Stream::Company), CAMPAIGN), Blown::Relay);
        assert!(fuses.is_blown(0, CAMPAIGN) && !fuses.is_blown(1, CAMPAIGN));
        assert!(!fuses.is_blown(0, CampaignId::new(2)), "another campaign has its own fuse");
        assert_eq!(
            fuses.blow(1, Kind::Promotional(Stream::Company), CAMPAIGN),
            Blown::Campaign,
            "the partner's relay is no help"
        );
        fuses.set_away(1, true);
        assert_eq!(
            fuses.blow(0, Kind::Promotional(Stream::Company), CampaignId::new(2)),
            Blown::Campaign,
            "nor is one that is away"
        );
    }
}
