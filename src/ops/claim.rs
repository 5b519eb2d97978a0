//! Claiming: what is due, what of it is clear already, and by which relay each of it goes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

use super::ready_letters::ClaimedLetter;
use crate::domain::delivery::DeliveryState;
use crate::domain::id::NodeId;
use crate::domain::letter::LETTERS;
use crate::domain::share::Turns;
use crate::domain::throttle::{Rate, Taken};
use crate::domain::verdict::Reason;
use crate::domain::{Address, CampaignId, LetterId, RecipientId};
use crate::store::deliveries::{self, Claimed, Page, Places};
use crate::store::looks::{self, LookRequest};
use crate::store::outcomes::{Record, Then};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, letters, nodes, throttles};

/// Deliveries of one claim: enough to make the claim cheap, few enough that a pause leaves little in the air.
pub const CLAIM: i64 = 100;

/// How long a message waits for the relay that alone may take it, and takes no more just now.
const RELAY_BUSY: Duration = Duration::seconds(10);

/// A relay that a claim may be for.
#[derive(Clone)]
pub(super) struct Lane {
    pub(super) relay: usize,
    pub(super) weight: u32,
    /// Messages that it may get at most.
    pub(super) room: i64,
    /// Its bucket of tokens, where it is throttled.
    pub(super) bucket: Option<(String, Rate)>,
    /// Whether it is known to offer no SMTPUTF8.
    pub(super) ascii_only: bool,
}

/// What a claim is bounded by.
#[derive(Clone)]
pub(super) struct Bounds {
    pub(super) cap: Option<u32>,
    pub(super) domains: Arc<BTreeMap<String, Rate>>,
    pub(super) lanes: Vec<Lane>,
    /// Whether some relay of the kind, here or not, may take an address beyond ASCII. Where none does, the gate says so.
    pub(super) beyond_ascii: bool,
}

/// A claim of a page.
#[derive(Default)]
pub(super) struct ClaimedClear {
    /// Whether anything was claimed at all.
    pub(super) any: bool,
    /// Where the next claim goes on.
    pub(super) next: Places,
    /// Relays whose throttle lets nothing go now.
    pub(super) dry: Vec<usize>,
    /// What is clear, each with the relay that it goes by.
    pub(super) clear: Vec<(usize, Claimed, Recipient)>,
}

/// Claims a page, and withholds at once what is not clear already: no connection is needed to say no. What is clear here
/// still gets its last look (G2). Waiting for a throttle happens here, before the claim, never between look and body.
pub(super) fn claim_clear(
    db: &mut Db,
    campaign: CampaignId,
    node: NodeId,
    bounds: &Bounds,
    behind: Places,
    turns: &mut Turns,
    now: DateTime<Utc>,
) -> Result<ClaimedClear, StoreError> {
    let mut found = ClaimedClear::default();
    // Beating locks the node's row, so nobody takes it over meanwhile. What a dead name claimed, nobody would give back.
    if !nodes::beat(db, node)? {
        return Ok(found);
    }
    let mut granted = take_tokens(db, &bounds.lanes, now)?;
    found.dry = granted.iter().filter(|lane| lane.left == 0).map(|lane| lane.lane.relay).collect();
    let limit = granted.iter().map(|lane| lane.left).sum::<i64>().min(CLAIM);
    if limit == 0 {
        found.next = behind;
        return Ok(found);
    }
    let Page { claimed, next, more } = deliveries::claim(db, campaign, node, limit, behind, now)?;
    let cap = bounds.cap;
    let requests: Vec<_> = claimed
        .iter()
        .map(|claim| LookRequest { delivery: claim.delivery, attempt: claim.attempt, node, cap, now })
        .collect();
    let clear = looks::withhold_early(db, &requests)?;
    let ids: Vec<RecipientId> = clear.iter().map(|delivery| delivery.recipient).collect();
    let people = recipients::find_many(db, &ids)?;
    let mut people: HashMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    // A page that others took is no end: there is a next one.
    found.any = !claimed.is_empty() || more;
    found.next = next;
    let clear = claimed.into_iter().filter(|claim| clear.contains(&claim.delivery));
    let with_person = clear.filter_map(|claim| {
        // Only letters come several to one person.
        let id = &claim.delivery.recipient;
        Some((claim, if claim.delivery.is_letter() { people.get(id).cloned()? } else { people.remove(id)? }))
    });
    let mut late = Vec::new();
    for (claim, person) in throttle_domains(db, with_person.collect(), &bounds.domains, now)? {
        let beyond_ascii = bounds.beyond_ascii && person.address.as_ref().is_some_and(Address::needs_smtputf8);
        let takes = |lane: &&Granted<'_>| lane.left > 0 && !(beyond_ascii && lane.lane.ascii_only);
        let open: Vec<_> = granted.iter().filter(takes).map(|lane| (lane.lane.relay, lane.lane.weight)).collect();
        // There is one but for an address beyond ASCII: no more was claimed than all of them together may get.
        let Some(relay) = turns.next(&open) else {
            late.push(claim);
            continue;
        };
        if let Some(lane) = granted.iter_mut().find(|lane| lane.lane.relay == relay) {
            lane.left -= 1;
        }
        found.clear.push((relay, claim, person));
    }
    deliveries::postpone(db, &late, now + RELAY_BUSY)?;
    for lane in granted {
        if let (Some((name, rate)), Some(taken)) = (&lane.lane.bucket, lane.taken) {
            throttles::put_back(db, name, *rate, taken, lane.left)?;
        }
    }
    Ok(found)
}

/// A relay with what its throttle lets go now.
struct Granted<'a> {
    lane: &'a Lane,
    left: i64,
    taken: Option<Taken>,
}

/// Takes tokens for each relay, always in the order of their names: two nodes never wait for each other.
fn take_tokens<'a>(db: &mut Db, lanes: &'a [Lane], now: DateTime<Utc>) -> Result<Vec<Granted<'a>>, StoreError> {
    let mut lanes: Vec<_> = lanes.iter().collect();
    lanes.sort_by(|one, other| {
        one.bucket.as_ref().map(|(name, _)| name).cmp(&other.bucket.as_ref().map(|(name, _)| name))
    });
    let mut granted = Vec::with_capacity(lanes.len());
    for lane in lanes {
        let wanted = lane.room.min(CLAIM);
        let taken =
            lane.bucket.as_ref().map(|(name, rate)| throttles::take(db, name, *rate, wanted, now)).transpose()?;
        granted.push(Granted { lane, left: taken.map_or(wanted, |taken| taken.granted), taken });
    }
    Ok(granted)
}

/// Keeps for later what is over the throttle of its domain; everybody else's mail goes on.
fn throttle_domains(
    db: &mut Db,
    mut clear: Vec<(Claimed, Recipient)>,
    rates: &BTreeMap<String, Rate>,
    now: DateTime<Utc>,
) -> Result<Vec<(Claimed, Recipient)>, StoreError> {
    for (domain, rate) in rates {
        let is_there = |person: &Recipient| person.address.as_ref().is_some_and(|address| address.domain() == domain);
        let (there, elsewhere): (Vec<_>, Vec<_>) = clear.into_iter().partition(|(_, person)| is_there(person));
        clear = elsewhere;
        if there.is_empty() {
            continue;
        }
        let wanted = i64::try_from(there.len()).unwrap_or(i64::MAX);
        let taken = throttles::take(db, domain, *rate, wanted, now)?;
        let granted = usize::try_from(taken.granted).unwrap_or(0);
        let mut there = there.into_iter();
        clear.extend(there.by_ref().take(granted));
        let late: Vec<_> = there.map(|(claim, _)| claim).collect();
        deliveries::postpone(db, &late, taken.next_at)?;
    }
    Ok(clear)
}

/// As [`claim_clear`], for letters: with what each of them says.
pub(super) fn claim_letters(
    db: &mut Db,
    node: NodeId,
    bounds: &Bounds,
    turns: &mut Turns,
    now: DateTime<Utc>,
) -> Result<(ClaimedClear, Vec<ClaimedLetter>), StoreError> {
    let claimed = claim_clear(db, LETTERS, node, bounds, Places::default(), turns, now)?;
    let ids: Vec<LetterId> = claimed.clear.iter().map(|(_, claim, _)| claim.delivery.letter).collect();
    let mut said = letters::find_many(db, &ids)?;
    let with_words = claimed.clear.iter().filter_map(|(_, claim, person)| {
        let letter = said.remove(&claim.delivery.letter)?;
        Some((*claim, person.clone(), letter))
    });
    let with_words = with_words.collect();
    Ok((claimed, with_words))
}

/// The record of a claim of which no message could be made.
pub(super) const fn not_composable(claim: Claimed, now: DateTime<Utc>) -> Record {
    Record {
        delivery: claim.delivery,
        attempt: claim.attempt,
        state: DeliveryState::Withheld,
        due_at: None,
        reason: Some(Reason::NotComposable),
        reply: None,
        then: Then::Nothing,
        now,
    }
}
