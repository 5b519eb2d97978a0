//! Whom no notice of a version has reached (SPEC section 4), page by page: memory does not grow with the list.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::publish::PolicyError;
use crate::clock;
use crate::domain::consent::{ConsentEvent, Decision};
use crate::domain::delivery::DeliveryState;
use crate::domain::policy::Heard;
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::{AddressHash, PolicyVersion, RecipientId};
use crate::ops::App;
use crate::ops::standing::masked;
use crate::store::policies::{self, Attempt};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, facts, suppressions};

/// People that are looked at in one go.
const PAGE: i64 = 2000;

/// Why somebody has not been reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The address does not exist, as far as we know, even if a notice had been handed over before that came to light.
    Bounced,
    /// Nothing at all is sent to the address or its domain.
    Suppressed,
    /// The relay refused the notice for good.
    Rejected,
    /// Nobody knows whether the relay has the notice.
    InDoubt,
    /// The gate held the notice back, or it was cancelled.
    Withheld,
    /// The notice has not gone out yet, or is tried again later.
    Waiting,
    /// No notice was meant for them: they came later, with a consent from before.
    CameLater,
}

impl Why {
    /// The reason as a clause for people.
    pub const fn clause(self) -> &'static str {
        match self {
            Self::Bounced => "the address does not exist",
            Self::Suppressed => "nothing is sent to this address",
            Self::Rejected => "the relay refused the notice",
            Self::InDoubt => "nobody knows whether the relay has the notice",
            Self::Withheld => "the notice was held back",
            Self::Waiting => "the notice has not gone out yet",
            Self::CameLater => "they came later, with a consent from before",
        }
    }
}

/// Somebody who has not been reached.
#[derive(Clone, Debug, Serialize)]
pub struct Unreached {
    /// Who.
    pub recipient: RecipientId,
    /// Their address: masked unless it was asked for in clear.
    pub address: String,
    /// Why not.
    pub why: Why,
    /// Since when, where something happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Those of the page, in the order of their ids.
    pub people: Vec<Unreached>,
    /// Behind whom the next page begins; none at the end.
    pub next: Option<RecipientId>,
}

/// The next page of those whom no notice of `version` has reached. Who was erased is nobody to be reached.
///
/// # Errors
/// See [`PolicyError`].
pub async fn page(
    app: &App,
    version: PolicyVersion,
    after: Option<RecipientId>,
    in_clear: bool,
) -> Result<Page, PolicyError> {
    app.store.read(move |db| read_page(db, version, after, in_clear)).await
}

fn read_page(
    db: &mut Db,
    version: PolicyVersion,
    after: Option<RecipientId>,
    in_clear: bool,
) -> Result<Page, PolicyError> {
    let policy = policies::find(db, version)?.ok_or(PolicyError::NotThere(version))?;
    if policy.text.is_none() {
        return Err(PolicyError::NotPublished(version));
    }
    let people = recipients::page(db, after, PAGE)?;
    let full = i64::try_from(people.len()).is_ok_and(|found| found == PAGE);
    let next = people.last().map(|person| person.id).filter(|_| full);
    let look = Look::read(db, version, &people)?;
    let unreached = people.iter().filter_map(|person| {
        let (why, since) = look.why(person, policy.version.published_at)?;
        let clear = person.address.as_ref().filter(|_| in_clear).map(ToString::to_string);
        Some(Unreached { recipient: person.id, address: clear.unwrap_or_else(|| masked(person)), why, since })
    });
    Ok(Page { people: unreached.collect(), next })
}

/// What bears on one page of people.
struct Look {
    version: PolicyVersion,
    now: DateTime<Utc>,
    events: HashMap<RecipientId, Vec<ConsentEvent>>,
    attempts: HashMap<RecipientId, Attempt>,
    held: HashMap<AddressHash, Vec<Suppression>>,
}

impl Look {
    fn read(db: &mut Db, version: PolicyVersion, people: &[Recipient]) -> Result<Self, StoreError> {
        let ids: Vec<_> = people.iter().map(|person| person.id).collect();
        let mut subjects: Vec<_> = people.iter().flat_map(|person| [person.address_hash, person.domain_hash]).collect();
        subjects.sort_unstable();
        subjects.dedup();
        let mut held: HashMap<_, Vec<_>> = HashMap::new();
        for found in suppressions::against(db, &subjects)? {
            held.entry(found.subject).or_default().push(found.suppression);
        }
        Ok(Self {
            version,
            now: clock::now(),
            events: facts::events(db, &ids)?,
            attempts: policies::attempts(db, version, &ids)?,
            held,
        })
    }

    /// Why the person has not been reached; none where they have, or need not be.
    fn why(&self, person: &Recipient, published_at: DateTime<Utc>) -> Option<(Why, Option<DateTime<Utc>>)> {
        let of = |hash| self.held.get(&hash).into_iter().flatten();
        let bars: Vec<_> = of(person.address_hash)
            .chain(of(person.domain_hash))
            .filter(|held| held.bars_all_mail() && held.in_force(self.now))
            .collect();
        if bars.iter().any(|held| held.reason == SuppressionReason::Erased) {
            return None;
        }
        let events = self.events.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        if let Some(dead) = bars.iter().find(|held| held.reason == SuppressionReason::HardBounce) {
            return self.concerns(person, events, published_at).then_some((Why::Bounced, Some(dead.since)));
        }
        if Heard::fold(events).notice(self.version).is_some() || !self.concerns(person, events, published_at) {
            return None;
        }
        if let Some(bar) = bars.first() {
            return Some((Why::Suppressed, Some(bar.since)));
        }
        Some(match self.attempts.get(&person.id) {
            None if person.created_at >= published_at => (Why::CameLater, Some(person.created_at)),
            None => (Why::Waiting, None),
            Some(attempt) => {
                let why = match attempt.state {
                    DeliveryState::Rejected => Why::Rejected,
                    DeliveryState::InDoubt => Why::InDoubt,
                    DeliveryState::Withheld => Why::Withheld,
                    DeliveryState::Ready
                    | DeliveryState::Claimed
                    | DeliveryState::HandingOver
                    | DeliveryState::Deferred
                    | DeliveryState::Accepted => Why::Waiting,
                };
                (why, Some(attempt.at))
            }
        })
    }

    /// Whether the version is news to the person: they were there before it, or came with a consent from before.
    fn concerns(&self, person: &Recipient, events: &[ConsentEvent], published_at: DateTime<Utc>) -> bool {
        let earlier = |event: &ConsentEvent| event.decision == Decision::Granted && event.policy < self.version;
        person.created_at < published_at || events.iter().any(earlier)
    }
}
