//! Storms of opt-outs: many people of one domain who all leave within seconds of the message (CONFORMANCE N3). A mail
//! filter that presses every button does that, and so may people; every opt-out is applied, and staff are told.

use chrono::Duration;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::db::Db;
use super::error::StoreError;
use super::recipients;
use crate::domain::{CampaignId, RecipientId};

/// People of one domain from whom on it is a storm.
const PEOPLE: i64 = 5;
/// How soon after the relay took the message they left.
const WITHIN: Duration = Duration::seconds(30);

/// Many people of one domain who left by one campaign within seconds of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storm {
    /// Their domain; none where all of them have been erased since.
    pub domain: Option<String>,
    /// How many.
    pub people: i64,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    people: i64,
    #[diesel(sql_type = BigInt)]
    one: i64,
}

/// The storms of a campaign, the largest first.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn of_campaign(db: &mut Db, campaign: CampaignId) -> Result<Vec<Storm>, StoreError> {
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT COUNT(DISTINCT l.recipient_id) AS people, MAX(l.recipient_id) AS one FROM ledger l \
         JOIN deliveries d ON d.campaign_id = l.campaign_id AND d.recipient_id = l.recipient_id \
         JOIN recipients r ON r.id = l.recipient_id \
         WHERE l.campaign_id = $1 AND l.decision = 'withdrawn' \
         AND l.recorded_at >= d.updated_at AND l.recorded_at <= d.updated_at + $2 \
         GROUP BY r.domain_hash HAVING COUNT(DISTINCT l.recipient_id) >= $3 ORDER BY people DESC",
    )
    .bind::<BigInt, _>(campaign.get())
    .bind::<BigInt, _>(WITHIN.num_microseconds().unwrap_or(i64::MAX))
    .bind::<BigInt, _>(PEOPLE)
    .load(db)?;
    let mut storms = Vec::with_capacity(rows.len());
    for Row { people, one } in rows {
        let address = recipients::find(db, RecipientId::new(one))?.and_then(|person| person.address);
        storms.push(Storm { domain: address.map(|address| address.domain().to_owned()), people });
    }
    Ok(storms)
}
