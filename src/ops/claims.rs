//! Claiming what is due, as far as it is clear and no throttle keeps it for later.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::ready_letters::ClaimedLetter;
use crate::domain::delivery::DeliveryState;
use crate::domain::id::NodeId;
use crate::domain::letter::LETTERS;
use crate::domain::throttle::Rate;
use crate::domain::verdict::Reason;
use crate::domain::{CampaignId, LetterId, RecipientId};
use crate::store::deliveries::{self, Claimed, Page, Place};
use crate::store::looks::{self, LookRequest};
use crate::store::outcomes::{Record, Then};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, letters, nodes, throttles};

/// Deliveries of one claim: enough to make the claim cheap, few enough that a pause leaves little in the air.
const CLAIM: i64 = 100;

/// What a claim took that is clear so far.
pub(super) struct ClaimedClear<T> {
    /// Whether anything was taken.
    pub(super) any: bool,
    /// Whether the relay's throttle left no room.
    pub(super) throttled: bool,
    /// Where the next claim goes on.
    pub(super) next: Option<Place>,
    /// What is clear.
    pub(super) clear: Vec<T>,
}

impl<T> ClaimedClear<T> {
    const fn nothing() -> Self {
        Self { any: false, throttled: false, next: None, clear: Vec::new() }
    }
}

/// What a claim is bounded by.
#[derive(Clone)]
pub(super) struct Bounds {
    pub(super) cap: Option<u32>,
    pub(super) throttle: Option<Rate>,
    pub(super) domains: Arc<BTreeMap<String, Rate>>,
}

/// The name of the relay's own bucket; domains have theirs under their names.
const RELAY: &str = "relay";

/// Claims a page, and withholds at once what is not clear already: no connection is needed to say no. What is clear here
/// still gets its last look (G2). Waiting for a throttle happens here, before the claim, never between look and body.
pub(super) fn claim_clear(
    db: &mut Db,
    campaign: CampaignId,
    node: NodeId,
    bounds: &Bounds,
    behind: Option<Place>,
    now: DateTime<Utc>,
) -> Result<ClaimedClear<(Claimed, Recipient)>, StoreError> {
    // Beating locks the node's row, so nobody takes it over meanwhile. What a dead name claimed, nobody would give back.
    if !nodes::beat(db, node)? {
        return Ok(ClaimedClear::nothing());
    }
    let taken = bounds.throttle.map(|rate| throttles::take(db, RELAY, rate, CLAIM, now)).transpose()?;
    let limit = taken.map_or(CLAIM, |taken| taken.granted);
    if limit == 0 {
        return Ok(ClaimedClear { throttled: true, next: behind, ..ClaimedClear::nothing() });
    }
    let Page { claimed, next } = deliveries::claim(db, campaign, node, limit, behind, now)?;
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
    let any = !claimed.is_empty() || next.is_some();
    let clear = claimed.into_iter().filter(|claim| clear.contains(&claim.delivery));
    let with_person = clear.filter_map(|claim| {
        // Only letters come several to one person.
        let id = &claim.delivery.recipient;
        Some((claim, if claim.delivery.is_letter() { people.get(id).cloned()? } else { people.remove(id)? }))
    });
    let clear = throttle_domains(db, with_person.collect(), &bounds.domains, now)?;
    if let (Some(rate), Some(taken)) = (bounds.throttle, taken) {
        let used = i64::try_from(clear.len()).unwrap_or(i64::MAX);
        throttles::put_back(db, RELAY, rate, taken, limit - used)?;
    }
    Ok(ClaimedClear { any, throttled: false, next, clear })
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
    now: DateTime<Utc>,
) -> Result<ClaimedClear<ClaimedLetter>, StoreError> {
    let ClaimedClear { any, throttled, clear, .. } = claim_clear(db, LETTERS, node, bounds, None, now)?;
    let ids: Vec<LetterId> = clear.iter().map(|(claim, _)| claim.delivery.letter).collect();
    let mut said = letters::find_many(db, &ids)?;
    let clear = clear.into_iter().filter_map(|(claim, person)| {
        let letter = said.remove(&claim.delivery.letter)?;
        Some((claim, person, letter))
    });
    Ok(ClaimedClear { any, throttled, next: None, clear: clear.collect() })
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
