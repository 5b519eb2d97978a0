//! Audience expansion: set-based, in pages, resumable at any page by any node.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::looks::Backend;
use super::schema::campaigns;
use crate::domain::CampaignId;

/// Recipients of one page: about 20 ms of the one writer.
const PAGE: i64 = 5000;

/// Whom a policy version is news to: they have had no notice of it, and were there before it or came with a consent from
/// before. Nothing hangs on it but who gets the notice: to miss one keeps new uses away from a person.
const TO_BE_NOTIFIED: &str = "AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.recipient_id = recipients.id \
     AND ledger.decision = 'notified' AND ledger.policy_version = $5) \
     AND (created_at < (SELECT published_at FROM policies WHERE version = $5) \
     OR EXISTS (SELECT 1 FROM ledger WHERE ledger.recipient_id = recipients.id \
     AND ledger.decision = 'granted' AND ledger.policy_version < $5))";

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expanded {
    /// A page was added; there may be more.
    Page(i64),
    /// The audience is complete.
    Complete,
}

#[derive(QueryableByName)]
struct Last {
    #[diesel(sql_type = Nullable<BigInt>)]
    last: Option<i64>,
}

/// Adds the next page of the audience; run inside a write transaction.
///
/// The place is moved on by compare-and-set, so two nodes never add the same page, and the primary key of deliveries
/// makes even that harmless (G5).
///
/// # Errors
/// The database says no.
pub fn step(db: &mut Db, id: CampaignId, now: DateTime<Utc>) -> Result<Expanded, StoreError> {
    let columns = (campaigns::expand_after, campaigns::expand_up_to, campaigns::expanded, campaigns::policy_version);
    let (after, up_to, expanded, policy): (i64, i64, bool, Option<i32>) =
        campaigns::table.find(id.get()).select(columns).first(db)?;
    if expanded {
        return Ok(Expanded::Complete);
    }
    let last: Last = diesel::sql_query(
        "SELECT MAX(id) AS last FROM (SELECT id FROM recipients WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3) page",
    )
    .bind::<BigInt, _>(after)
    .bind::<BigInt, _>(up_to)
    .bind::<BigInt, _>(PAGE)
    .get_result(db)?;
    let Some(last) = last.last else {
        diesel::update(campaigns::table.find(id.get())).set(campaigns::expanded.eq(true)).execute(db)?;
        return Ok(Expanded::Complete);
    };
    let still_there = campaigns::table.find(id.get()).filter(campaigns::expand_after.eq(after));
    if diesel::update(still_there).set(campaigns::expand_after.eq(last)).execute(db)? == 0 {
        return Ok(Expanded::Page(0));
    }
    let text = format!(
        "INSERT INTO deliveries (campaign_id, recipient_id, state, due_at, attempt, updated_at) \
         SELECT $1, id, 0, $2, 0, $2 FROM recipients \
         WHERE id > $3 AND id <= $4 AND erased_at IS NULL {} ORDER BY id",
        if policy.is_some() { TO_BE_NOTIFIED } else { "" }
    );
    let query = diesel::sql_query(text).into_boxed::<Backend>();
    let query = query.bind::<BigInt, _>(id.get()).bind::<BigInt, _>(micros(now)).bind::<BigInt, _>(after);
    let query = query.bind::<BigInt, _>(last);
    let added = match policy {
        Some(version) => query.bind::<Integer, _>(version).execute(db)?,
        None => query.execute(db)?,
    };
    let added = i64::try_from(added).unwrap_or(i64::MAX);
    diesel::update(campaigns::table.find(id.get()))
        .set(campaigns::audience.eq(campaigns::audience + added))
        .execute(db)?;
    Ok(Expanded::Page(added))
}
