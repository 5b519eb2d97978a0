//! Letters: what they say, and the delivery of each.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::{hash, micros, time};
use super::db::Db;
use super::deliveries::{Turn, first_due};
use super::error::StoreError;
use super::ids;
use super::looks::DeliveryKey;
use super::older::page;
use super::schema::{deliveries, letters};
use super::suppressions;
use crate::domain::delivery::DeliveryState;
use crate::domain::letter::{Block, LETTERS, Purpose};
use crate::domain::suppression::Suppression;
use crate::domain::verdict::{Facts, Reason};
use crate::domain::{Address, AddressHash, LetterId, RecipientId};

/// An address that is not the recipient's, or not yet.
#[derive(Clone, Debug)]
pub struct OtherAddress {
    /// The address.
    pub address: Address,
    /// Its keyed hash.
    pub hash: AddressHash,
    /// The keyed hash of its domain.
    pub domain_hash: AddressHash,
}

/// A letter to post.
#[derive(Clone, Debug)]
pub struct NewLetter {
    /// Whom it is written for.
    pub recipient: RecipientId,
    /// What it is for.
    pub purpose: Purpose,
    /// The language it is written in.
    pub language: String,
    /// Its subject line; it names nobody, and is kept.
    pub subject: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it goes, if not to the recipient's own address.
    pub other: Option<OtherAddress>,
    /// After this time it is not sent any more.
    pub good_until: DateTime<Utc>,
}

/// A letter as it is made ready.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The language it is written in.
    pub language: String,
    /// Its subject line.
    pub subject: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it goes, if not to the recipient's own address.
    pub other: Option<Address>,
}

/// Posts a letter: it goes out with the next claim of any node. Run inside a write transaction.
///
/// # Errors
/// The database says no.
pub fn post(db: &mut Db, new: &NewLetter, now: DateTime<Utc>) -> Result<LetterId, StoreError> {
    let id = ids::wide(1, now)?.start;
    let content = serde_json::to_string(&new.blocks).map_err(|error| StoreError::bad_row("letters", error))?;
    let other = new.other.as_ref();
    diesel::insert_into(letters::table)
        .values((
            letters::id.eq(id),
            letters::recipient_id.eq(new.recipient.get()),
            letters::purpose.eq(new.purpose.to_string()),
            letters::language.eq(&new.language),
            letters::subject.eq(&new.subject),
            letters::content.eq(Some(content)),
            letters::other_address.eq(other.map(|other| other.address.to_string())),
            letters::other_hash.eq(other.map(|other| other.hash.as_bytes().to_vec())),
            letters::other_domain_hash.eq(other.map(|other| other.domain_hash.as_bytes().to_vec())),
            letters::created_at.eq(micros(now)),
            letters::good_until.eq(micros(new.good_until)),
        ))
        .execute(db)?;
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::campaign_id.eq(LETTERS.get()),
            deliveries::recipient_id.eq(new.recipient.get()),
            deliveries::letter.eq(id),
            deliveries::state.eq(DeliveryState::Ready.code()),
            deliveries::due_at.eq(Some(micros(now))),
            deliveries::attempt.eq(0),
            deliveries::updated_at.eq(micros(now)),
        ))
        .execute(db)?;
    Ok(LetterId::new(id))
}

/// Whether any letter waits for a sender.
///
/// # Errors
/// The database says no.
pub fn any_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let [again, first] = [Turn::Again, Turn::First].map(|turn| first_due(LETTERS, turn).single_value());
    let dues: (Option<i64>, Option<i64>) = diesel::select((again, first)).get_result(db)?;
    Ok(dues.0.into_iter().chain(dues.1).any(|due| due <= micros(now)))
}

type Columns = (i64, String, String, Option<String>, Option<String>);

/// Letters by id, as far as they can still be read.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn find_many(db: &mut Db, ids: &[LetterId]) -> Result<HashMap<LetterId, Letter>, StoreError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let columns = (letters::id, letters::language, letters::subject, letters::content, letters::other_address);
    let rows: Vec<Columns> = letters::table.filter(letters::id.eq_any(raw)).select(columns).load(db)?;
    let mut found = HashMap::with_capacity(rows.len());
    for (id, language, subject, content, other) in rows {
        let Some(content) = content else { continue };
        let bad = |error: &dyn std::fmt::Display| StoreError::bad_row("letters", format!("{id}: {error}"));
        let blocks = serde_json::from_str(&content).map_err(|error| bad(&error))?;
        let other = other.map(|text| Address::parse(&text)).transpose().map_err(|error| bad(&error))?;
        found.insert(LetterId::new(id), Letter { language, subject, blocks, other });
    }
    Ok(found)
}

/// The keyed hash of the address that a letter goes to, if that is not the recipient's own.
pub(super) fn other_hash(db: &mut Db, id: LetterId) -> Result<Option<AddressHash>, StoreError> {
    let other: Option<Option<Vec<u8>>> =
        letters::table.find(id.get()).select(letters::other_hash).first(db).optional()?;
    other.flatten().map(|bytes| hash("letters", &bytes)).transpose()
}

/// What the last look asks about a letter.
#[derive(Clone, Debug)]
pub(super) struct LetterNow {
    pub(super) good_until: DateTime<Utc>,
    /// What is held against the other address that it goes to.
    against: Vec<Suppression>,
}

impl LetterNow {
    /// The recipient's facts with what is held against the other address: each of both bars (G11).
    pub(super) fn facts(&self, facts: &Facts) -> Facts {
        let mut facts = facts.clone();
        facts.suppressions.extend(self.against.iter().cloned());
        facts
    }
}

type LookColumns = (i64, i64, Option<Vec<u8>>, Option<Vec<u8>>);

/// Letters among `deliveries` as the last look sees them.
pub(super) fn now(db: &mut Db, deliveries: &[DeliveryKey]) -> Result<HashMap<LetterId, LetterNow>, StoreError> {
    let raw: Vec<i64> = deliveries.iter().map(|delivery| delivery.letter.get()).collect();
    let columns = (letters::id, letters::good_until, letters::other_hash, letters::other_domain_hash);
    // What has been forgotten is not there any more.
    let rows: Vec<LookColumns> = letters::table
        .filter(letters::id.eq_any(raw))
        .filter(letters::content.is_not_null())
        .select(columns)
        .load(db)?;
    let mut found = HashMap::with_capacity(rows.len());
    for (id, good_until, other, other_domain) in rows {
        let others = [other, other_domain].into_iter().flatten();
        let subjects: Vec<_> = others.map(|bytes| hash("letters", &bytes)).collect::<Result<_, _>>()?;
        let held = if subjects.is_empty() { Vec::new() } else { suppressions::against(db, &subjects)? };
        let against = held.into_iter().map(|held| held.suppression).collect();
        found.insert(LetterId::new(id), LetterNow { good_until: time("letters", good_until)?, against });
    }
    Ok(found)
}

/// What is left of a letter once it is forgotten: nothing in these columns.
#[derive(Default, AsChangeset)]
#[diesel(table_name = letters, treat_none_as_null = true)]
struct Forgotten {
    content: Option<String>,
    other_address: Option<String>,
    other_hash: Option<Vec<u8>>,
    other_domain_hash: Option<Vec<u8>>,
}

/// A letter that is taken back.
#[derive(AsChangeset)]
#[diesel(table_name = deliveries, treat_none_as_null = true)]
struct Withheld {
    state: i32,
    reason: Option<String>,
    due_at: Option<i64>,
    updated_at: i64,
}

impl Withheld {
    fn of(reason: Reason, now: DateTime<Utc>) -> Self {
        let reason = Some(reason.as_str().to_owned());
        Self { state: DeliveryState::Withheld.code(), reason, due_at: None, updated_at: micros(now) }
    }
}

/// Takes back the letters of a recipient that wait for a sender. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn withhold_waiting(
    db: &mut Db,
    recipient: RecipientId,
    reason: Reason,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let of_recipient = deliveries::table
        .filter(deliveries::campaign_id.eq(LETTERS.get()))
        .filter(deliveries::recipient_id.eq(recipient.get()))
        .filter(deliveries::due_at.is_not_null());
    Ok(diesel::update(of_recipient).set(Withheld::of(reason, now)).execute(db)?)
}

/// Forgets the letters that went to any of these addresses and not to a recipient's own, and takes back those that still
/// wait. The keyed hash stays, so that what the relay says of one that is on its way is said of the right address. Returns
/// how many there were.
///
/// # Errors
/// The database says no.
pub fn forget_to(
    db: &mut Db,
    addresses: &[AddressHash],
    reason: Reason,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let hashes: Vec<_> = addresses.iter().map(|hash| Some(hash.as_bytes().to_vec())).collect();
    let to_them = letters::table.filter(letters::content.is_not_null()).filter(letters::other_hash.eq_any(hashes));
    let found: Vec<(i64, i64)> = to_them.select((letters::id, letters::recipient_id)).load(db)?;
    let count = found.len();
    for (id, recipient) in found {
        let waiting = deliveries::table.find((LETTERS.get(), recipient, id)).filter(deliveries::due_at.is_not_null());
        diesel::update(waiting).set(Withheld::of(reason, now)).execute(db)?;
        diesel::update(letters::table.find(id))
            .set((letters::content.eq(None::<String>), letters::other_address.eq(None::<String>)))
            .execute(db)?;
    }
    Ok(count)
}

/// Forgets what a page of the letters said that were posted before a time. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn forget_older(db: &mut Db, than: DateTime<Utc>) -> Result<usize, StoreError> {
    let forget = "UPDATE letters SET content = NULL, other_address = NULL, other_hash = NULL, other_domain_hash = NULL \
         WHERE id IN (SELECT id FROM letters WHERE content IS NOT NULL AND created_at < $1 LIMIT $2)";
    page(db, forget, than)
}

/// Forgets what the letters of a recipient said.
///
/// # Errors
/// The database says no.
pub fn forget_of(db: &mut Db, recipient: RecipientId) -> Result<usize, StoreError> {
    let theirs = letters::table.filter(letters::recipient_id.eq(recipient.get()));
    Ok(diesel::update(theirs).set(Forgotten::default()).execute(db)?)
}
