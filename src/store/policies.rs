//! The published versions of the privacy policy. What people have heard and said of them stands in the ledger.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use sha2::{Digest as _, Sha256};

use super::columns::{micros, time};
use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::ledger_chain::put;
use super::schema::{campaigns, deliveries, ledger_head, policies, policy_summaries};
use crate::domain::delivery::DeliveryState;
use crate::domain::policy::{Version, Versions};
use crate::domain::{CampaignId, PolicyVersion, RecipientId, Stream};

/// A version to publish.
#[derive(Clone, Debug)]
pub struct NewPolicy {
    /// The whole text.
    pub text: String,
    /// What changed, in plain words, by language; the empty one is for everybody who has none of their own.
    pub summaries: BTreeMap<String, String>,
    /// The streams of which it brings a new use.
    pub new_uses: Vec<Stream>,
    /// From when on it is in force.
    pub effective_at: DateTime<Utc>,
    /// How long after the notice a new use still does not apply.
    pub window: Duration,
    /// Who publishes it.
    pub actor: String,
}

/// A published version with its words.
#[derive(Clone, Debug)]
pub struct Policy {
    /// What the rules look at.
    pub version: Version,
    /// The whole text; not known of the version that there was from the start.
    pub text: Option<String>,
    /// What changed, in plain words, by language; the empty one is for everybody who has none of their own.
    pub summaries: BTreeMap<String, String>,
    /// Who published it.
    pub actor: String,
}

impl Policy {
    /// What changed, in `language` if that was written, with whether it was.
    pub fn summary(&self, language: &str) -> (&str, bool) {
        match self.summaries.get(language) {
            Some(own) => (own, true),
            None => (self.summaries.get("").map_or("", String::as_str), false),
        }
    }
}

type Columns = (i32, i64, i64, bool, bool, i64);

fn of_columns(row: Columns) -> Result<Version, StoreError> {
    let (number, published_at, effective_at, new_company, new_partner, window) = row;
    let new = [(Stream::Company, new_company), (Stream::Partner, new_partner)];
    Ok(Version {
        number: PolicyVersion(number),
        published_at: time("policies", published_at)?,
        effective_at: time("policies", effective_at)?,
        new_uses: new.into_iter().filter(|(_, new)| *new).map(|(stream, _)| stream).collect(),
        window: Duration::microseconds(window),
    })
}

macro_rules! columns {
    () => {
        (
            policies::version,
            policies::published_at,
            policies::effective_at,
            policies::new_company,
            policies::new_partner,
            policies::opt_out_window,
        )
    };
}

/// Every version without its words: one small statement, for the last look too.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn versions(db: &mut Db) -> Result<Versions, StoreError> {
    let rows: Vec<Columns> = policies::table.select(columns!()).load(db)?;
    Ok(Versions::new(rows.into_iter().map(of_columns).collect::<Result<_, _>>()?))
}

/// Whether entries are stamped with the newest version: it stands beside the end of the ledger, too.
///
/// # Errors
/// The database says no.
pub fn stamps_the_newest(db: &mut Db) -> Result<bool, StoreError> {
    let newest = policies::table.order(policies::version.desc()).select((policies::version, policies::published_at));
    let newest: Option<(i32, i64)> = newest.first(db).optional()?;
    let stamped = ledger_head::table.find(1).select((ledger_head::policy_version, ledger_head::policy_since));
    Ok(newest == stamped.first(db).optional()?)
}

/// How many of the versions up to `last` there are, and the digest over all that was published with them: what was
/// published never changes.
///
/// # Errors
/// The database says no.
pub fn digest(db: &mut Db, last: i64) -> Result<(i64, [u8; 32]), StoreError> {
    let last = i32::try_from(last).unwrap_or(i32::MAX);
    let (mut sum, mut count) = (Sha256::new(), 0);
    let columns = (columns!(), policies::text, policies::actor);
    let published = policies::table.filter(policies::version.le(last)).order(policies::version).select(columns);
    for (row, text, actor) in published.load::<(Columns, Option<String>, String)>(db)? {
        let (version, published_at, effective_at, new_company, new_partner, window) = row;
        count += 1;
        put(&mut sum, Some(&version.to_be_bytes()));
        for number in [published_at, effective_at, i64::from(new_company), i64::from(new_partner), window] {
            put(&mut sum, Some(&number.to_be_bytes()));
        }
        put(&mut sum, text.as_deref().map(str::as_bytes));
        put(&mut sum, Some(actor.as_bytes()));
        let of_version = policy_summaries::table.filter(policy_summaries::version.eq(version));
        let mut summaries: Vec<(String, String)> =
            of_version.select((policy_summaries::language, policy_summaries::summary)).load(db)?;
        summaries.sort_unstable();
        for (language, summary) in summaries {
            put(&mut sum, Some(language.as_bytes()));
            put(&mut sum, Some(summary.as_bytes()));
        }
        put(&mut sum, None);
    }
    Ok((count, sum.finalize().into()))
}

/// One version with its words.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn find(db: &mut Db, version: PolicyVersion) -> Result<Option<Policy>, StoreError> {
    let row: Option<(Columns, Option<String>, String)> =
        policies::table.find(version.0).select((columns!(), policies::text, policies::actor)).first(db).optional()?;
    let Some((columns, text, actor)) = row else { return Ok(None) };
    let of_version = policy_summaries::table.filter(policy_summaries::version.eq(version.0));
    let summaries: Vec<(String, String)> =
        of_version.select((policy_summaries::language, policy_summaries::summary)).load(db)?;
    Ok(Some(Policy { version: of_columns(columns)?, text, summaries: summaries.into_iter().collect(), actor }))
}

/// How the newest try to give notice to somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Where the delivery stands.
    pub state: DeliveryState,
    /// When it came there.
    pub at: DateTime<Utc>,
}

/// The newest try to give each of `ids` notice of a version.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn attempts(
    db: &mut Db,
    version: PolicyVersion,
    ids: &[RecipientId],
) -> Result<HashMap<RecipientId, Attempt>, StoreError> {
    let notices = campaigns::table.filter(campaigns::policy_version.eq(version.0)).order(campaigns::id);
    let notices: Vec<i64> = notices.select(campaigns::id).load(db)?;
    let ids: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let mut newest = HashMap::new();
    for campaign in notices {
        let of_campaign = deliveries::table
            .filter(deliveries::campaign_id.eq(campaign))
            .filter(deliveries::recipient_id.eq_any(&ids));
        let columns = (deliveries::recipient_id, deliveries::state, deliveries::updated_at);
        let rows: Vec<(i64, i32, i64)> = of_campaign.select(columns).load(db)?;
        for (id, state, at) in rows {
            let unknown = || StoreError::bad_row("deliveries", format!("state {state}"));
            let state = DeliveryState::from_code(state).ok_or_else(unknown)?;
            newest.insert(RecipientId::new(id), Attempt { state, at: time("deliveries", at)? });
        }
    }
    Ok(newest)
}

/// The campaigns that give notice of each version, oldest first.
///
/// # Errors
/// The database says no.
pub fn notices(db: &mut Db) -> Result<Vec<(PolicyVersion, CampaignId)>, StoreError> {
    let notices = campaigns::table.filter(campaigns::policy_version.is_not_null()).order(campaigns::id);
    let rows: Vec<(i32, i64)> =
        notices.select((campaigns::policy_version.assume_not_null(), campaigns::id)).load(db)?;
    Ok(rows.into_iter().map(|(version, id)| (PolicyVersion(version), CampaignId::new(id))).collect())
}

/// Publishes a version and returns its number; run inside a write transaction.
///
/// It locks the end of the ledger as every append does: each entry is either before the publication and carries an
/// earlier version, or after it.
///
/// # Errors
/// The database says no.
pub fn publish(db: &mut Db, new: &NewPolicy, now: DateTime<Utc>) -> Result<PolicyVersion, StoreError> {
    dialect::lock_ledger(db)?;
    let newest: Option<i32> = policies::table.select(diesel::dsl::max(policies::version)).first(db)?;
    let version = newest.unwrap_or(0) + 1;
    diesel::insert_into(policies::table)
        .values((
            policies::version.eq(version),
            policies::published_at.eq(micros(now)),
            policies::effective_at.eq(micros(new.effective_at)),
            policies::new_company.eq(new.new_uses.contains(&Stream::Company)),
            policies::new_partner.eq(new.new_uses.contains(&Stream::Partner)),
            policies::opt_out_window.eq(new.window.num_microseconds().unwrap_or(i64::MAX)),
            policies::text.eq(Some(&new.text)),
            policies::actor.eq(&new.actor),
        ))
        .execute(db)?;
    for (language, summary) in &new.summaries {
        diesel::insert_into(policy_summaries::table)
            .values((
                policy_summaries::version.eq(version),
                policy_summaries::language.eq(language),
                policy_summaries::summary.eq(summary),
            ))
            .execute(db)?;
    }
    diesel::update(ledger_head::table.find(1))
        .set((ledger_head::policy_version.eq(version), ledger_head::policy_since.eq(micros(now))))
        .execute(db)?;
    Ok(PolicyVersion(version))
}
