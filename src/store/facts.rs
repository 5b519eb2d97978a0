//! What the verdict looks at, read for many recipients at once.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::among::load_among;
use super::columns::{hash, micros, time};
use super::db::Db;
use super::error::StoreError;
use super::ledger::{EVENT, EventRow, event_of};
use super::policies;
use super::schema::{campaigns, deliveries, ledger, recipients};
use super::suppressions;
use crate::domain::consent::{ConsentEvent, ConsentState};
use crate::domain::delivery::DeliveryState;
use crate::domain::suppression::Suppression;
use crate::domain::verdict::Facts;
use crate::domain::{AddressHash, RecipientId, Stream};

/// A person's id, the hashes of their address and its domain, and their own cap.
type Known = (i64, Vec<u8>, Vec<u8>, Option<i32>);

/// The days over which the frequency cap counts.
const CAP_DAYS: i64 = 7;

/// Reads the facts of `ids`; `cap` is the operator's, and a person's own may be smaller. A recipient who is not in the answer is not known.
///
/// Five statements whatever the number of recipients, each served by an index or over the few policy versions. What a
/// person has heard and said of those stands in their ledger entries, so it costs nothing more.
///
/// # Errors
/// The database says no, or a row cannot be read: nothing may be sent on what could not be read (G4).
pub fn read(
    db: &mut Db,
    ids: &[RecipientId],
    cap: Option<u32>,
    now: DateTime<Utc>,
) -> Result<HashMap<RecipientId, Facts>, StoreError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let columns = (recipients::id, recipients::address_hash, recipients::domain_hash, recipients::weekly_cap);
    let rows: Vec<Known> = load_among!(db, recipients::table.select(columns), recipients::id, raw.as_slice())?;
    let mut subjects = Vec::with_capacity(rows.len() * 2);
    for (_, address, domain, _) in &rows {
        subjects.push(hash("recipients", address)?);
        subjects.push(hash("recipients", domain)?);
    }
    subjects.sort_unstable();
    subjects.dedup();
    let held = suppressions_by_subject(db, &subjects)?;
    let mut events = events_by_recipient(db, &raw)?;
    let capped: Vec<i64> = rows.iter().filter(|(.., own)| cap.is_some() || own.is_some()).map(|(id, ..)| *id).collect();
    let mut recent = recent_by_recipient(db, &capped, now)?;
    let versions = policies::versions(db)?;
    let mut facts = HashMap::with_capacity(rows.len());
    for (id, address, domain, own) in rows {
        let of = |bytes: &[u8]| AddressHash::from_slice(bytes).and_then(|hash| held.get(&hash)).into_iter().flatten();
        let events = events.remove(&id).unwrap_or_default();
        let entry = Facts {
            consent: ConsentState::fold(&events),
            suppressions: of(&address).chain(of(&domain)).cloned().collect(),
            policy: versions.state(&events, now),
            cap: smaller(cap, own.and_then(|own| u32::try_from(own).ok())),
            recent: recent.remove(&id).unwrap_or_default(),
        };
        facts.insert(RecipientId::new(id), entry);
    }
    Ok(facts)
}

/// The operator's cap or the person's own, whichever lets less through.
fn smaller(cap: Option<u32>, own: Option<u32>) -> Option<u32> {
    cap.into_iter().chain(own).min()
}

/// The ledger's events of many recipients.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn events(db: &mut Db, ids: &[RecipientId]) -> Result<HashMap<RecipientId, Vec<ConsentEvent>>, StoreError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let by_recipient = events_by_recipient(db, &raw)?;
    Ok(by_recipient.into_iter().map(|(id, events)| (RecipientId::new(id), events)).collect())
}

pub(super) fn suppressions_by_subject(
    db: &mut Db,
    subjects: &[AddressHash],
) -> Result<HashMap<AddressHash, Vec<Suppression>>, StoreError> {
    let mut by_subject: HashMap<_, Vec<_>> = HashMap::new();
    for row in suppressions::rows_against(db, subjects)? {
        by_subject.entry(hash("suppressions", &row.subject)?).or_default().push(row.suppression()?);
    }
    Ok(by_subject)
}

fn events_by_recipient(db: &mut Db, ids: &[i64]) -> Result<HashMap<i64, Vec<ConsentEvent>>, StoreError> {
    let columns = (ledger::recipient_id.assume_not_null(), EVENT);
    let rows: Vec<(i64, EventRow)> = load_among!(db, ledger::table.select(columns), ledger::recipient_id, ids)?;
    let mut by_recipient: HashMap<_, Vec<_>> = HashMap::new();
    for (id, row) in rows {
        by_recipient.entry(id).or_default().push(event_of(row)?);
    }
    Ok(by_recipient)
}

/// Promotional messages of the last 7 days that the relay has or may have. Read only for those who have a cap.
fn recent_by_recipient(
    db: &mut Db,
    ids: &[i64],
    now: DateTime<Utc>,
) -> Result<HashMap<i64, Vec<DateTime<Utc>>>, StoreError> {
    let mut by_recipient: HashMap<_, Vec<_>> = HashMap::new();
    if ids.is_empty() {
        return Ok(by_recipient);
    }
    let promotional = Stream::ALL.map(Stream::as_str);
    let sent = [DeliveryState::Accepted, DeliveryState::HandingOver, DeliveryState::InDoubt].map(DeliveryState::code);
    let recent = deliveries::table
        .inner_join(campaigns::table.on(campaigns::id.eq(deliveries::campaign_id)))
        .filter(campaigns::stream.eq_any(promotional))
        .filter(deliveries::state.eq_any(sent))
        .filter(deliveries::updated_at.gt(micros(now - Duration::days(CAP_DAYS))))
        .select((deliveries::recipient_id, deliveries::updated_at));
    let rows: Vec<(i64, i64)> = load_among!(db, recent, deliveries::recipient_id, ids)?;
    for (id, at) in rows {
        by_recipient.entry(id).or_default().push(time("deliveries", at)?);
    }
    Ok(by_recipient)
}
