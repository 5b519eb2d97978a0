//! Recipients: people we may mail, found by the keyed hash of their address.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::among::load_among;
use super::columns::{hash, micros, time, word};
use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::held_changes::{self, Change};
use super::ids;
use super::schema::recipients;
use crate::domain::consent::Source;
use crate::domain::recipient::{Locale, Name, TimeZone, WeeklyCap};
use crate::domain::{Address, AddressHash, RecipientId};

/// Whom letters are deliveries to that go to an address of nobody yet. The stranger has no address, no facts and no
/// consent, and belongs to no audience: to the store it is somebody who was erased before the beginning. What is held
/// against the address that a letter goes to is looked up for the letter. It is added with the first such letter.
pub const STRANGER: RecipientId = RecipientId::new(1);

/// A person to add.
#[derive(Clone, Debug)]
pub struct NewRecipient {
    /// The address.
    pub address: Address,
    /// Its keyed hash.
    pub address_hash: AddressHash,
    /// The keyed hash of its domain.
    pub domain_hash: AddressHash,
    /// Their name.
    pub name: Option<Name>,
    /// Their language.
    pub locale: Option<Locale>,
    /// Their time zone.
    pub time_zone: Option<TimeZone>,
    /// Where they came from.
    pub source: Source,
}

/// A person we know.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The id.
    pub id: RecipientId,
    /// The address; none after erasure.
    pub address: Option<Address>,
    /// Its keyed hash.
    pub address_hash: AddressHash,
    /// The keyed hash of its domain.
    pub domain_hash: AddressHash,
    /// Their name.
    pub name: Option<Name>,
    /// Their language.
    pub locale: Option<Locale>,
    /// Where they came from.
    pub source: Source,
    /// Since when we know them.
    pub created_at: DateTime<Utc>,
    /// Who they became when an address changed hands.
    pub merged_into: Option<RecipientId>,
}

/// A row to insert.
#[derive(Insertable)]
#[diesel(table_name = recipients)]
pub(super) struct Row {
    id: i64,
    address_hash: Vec<u8>,
    domain_hash: Vec<u8>,
    address: Option<String>,
    name: Option<String>,
    locale: Option<String>,
    time_zone: Option<String>,
    source: String,
    created_at: i64,
    erased_at: Option<i64>,
}

/// Adds people nobody has added before, and returns their ids in the same order.
///
/// # Errors
/// The database says no; a person who is there already is refused by the unique hash.
pub fn add(db: &mut Db, new: &[NewRecipient], now: DateTime<Utc>) -> Result<Vec<RecipientId>, StoreError> {
    let ids = ids::wide(new.len(), now)?;
    let row = |(id, person): (i64, &NewRecipient)| Row {
        id,
        address_hash: person.address_hash.as_bytes().to_vec(),
        domain_hash: person.domain_hash.as_bytes().to_vec(),
        address: Some(person.address.to_string()),
        name: person.name.as_ref().map(|name| name.as_str().to_owned()),
        locale: person.locale.as_ref().map(|locale| locale.as_str().to_owned()),
        time_zone: person.time_zone.as_ref().map(|zone| zone.as_str().to_owned()),
        source: person.source.as_str().to_owned(),
        created_at: micros(now),
        erased_at: None,
    };
    let rows: Vec<_> = ids.clone().zip(new).map(row).collect();
    dialect::insert_recipients(db, &rows)?;
    Ok(ids.map(RecipientId::new).collect())
}

type Columns = (i64, Option<String>, Vec<u8>, Vec<u8>, Option<String>, Option<String>, String, i64, Option<i64>);

fn of_columns(row: Columns) -> Result<Recipient, StoreError> {
    let (id, address, address_hash, domain_hash, name, locale, source, created_at, merged_into) = row;
    let bad = |what: &str| StoreError::bad_row("recipients", format!("{id}: {what}"));
    Ok(Recipient {
        id: RecipientId::new(id),
        address: address.map(|text| Address::parse(&text)).transpose().map_err(|_| bad("the address"))?,
        address_hash: hash("recipients", &address_hash)?,
        domain_hash: hash("recipients", &domain_hash)?,
        name: name.and_then(|text| Name::kept(&text).transpose()).transpose().map_err(|_| bad("the name"))?,
        locale: locale.and_then(|text| Locale::parse(&text).transpose()).transpose().map_err(|_| bad("the locale"))?,
        source: word("recipients", &source)?,
        created_at: time("recipients", created_at)?,
        merged_into: merged_into.map(RecipientId::new),
    })
}

macro_rules! columns {
    () => {
        (
            recipients::id,
            recipients::address,
            recipients::address_hash,
            recipients::domain_hash,
            recipients::name,
            recipients::locale,
            recipients::source,
            recipients::created_at,
            recipients::merged_into,
        )
    };
}

/// One person by id.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn find(db: &mut Db, id: RecipientId) -> Result<Option<Recipient>, StoreError> {
    let row: Option<Columns> = recipients::table.find(id.get()).select(columns!()).first(db).optional()?;
    row.map(of_columns).transpose()
}

/// One person by the keyed hash of their address.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn find_by_hash(db: &mut Db, hash: AddressHash) -> Result<Option<Recipient>, StoreError> {
    let by_hash = recipients::table.filter(recipients::address_hash.eq(hash.as_bytes().to_vec()));
    let row: Option<Columns> = by_hash.select(columns!()).first(db).optional()?;
    row.map(of_columns).transpose()
}

/// Many people by id, in any order.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn find_many(db: &mut Db, ids: &[RecipientId]) -> Result<Vec<Recipient>, StoreError> {
    let ids: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let rows: Vec<Columns> = load_among!(db, recipients::table.select(columns!()), recipients::id, ids.as_slice())?;
    rows.into_iter().map(of_columns).collect()
}

/// People behind `after` who have not been erased, by id, at most `limit`.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn page(db: &mut Db, after: Option<RecipientId>, limit: i64) -> Result<Vec<Recipient>, StoreError> {
    let behind = recipients::table.filter(recipients::id.gt(after.map_or(i64::MIN, RecipientId::get)));
    let there = behind.filter(recipients::erased_at.is_null()).order(recipients::id).limit(limit);
    let rows: Vec<Columns> = there.select(columns!()).load(db)?;
    rows.into_iter().map(of_columns).collect()
}

/// The ids behind many keyed hashes, as far as we know the people.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn known(db: &mut Db, hashes: &[AddressHash]) -> Result<Vec<(AddressHash, RecipientId)>, StoreError> {
    let hashes: Vec<Vec<u8>> = hashes.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    let known = recipients::table.filter(recipients::address_hash.eq_any(hashes));
    let rows: Vec<(Vec<u8>, i64)> = known.select((recipients::address_hash, recipients::id)).load(db)?;
    rows.into_iter().map(|(bytes, id)| Ok((hash("recipients", &bytes)?, RecipientId::new(id)))).collect()
}

/// The keyed hashes of many people's addresses.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub(super) fn hashes_of(db: &mut Db, ids: &[RecipientId]) -> Result<Vec<(RecipientId, AddressHash)>, StoreError> {
    let ids: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let columns = recipients::table.select((recipients::id, recipients::address_hash));
    let rows: Vec<(i64, Vec<u8>)> = load_among!(db, columns, recipients::id, ids.as_slice())?;
    rows.into_iter().map(|(id, bytes)| Ok((RecipientId::new(id), hash("recipients", &bytes)?))).collect()
}

/// Erases a person's address and facts; the keyed hash of the address stays, so that what is held against it goes on
/// (G9). Returns whether there was anything to erase.
///
/// # Errors
/// The database says no.
pub fn erase_facts(db: &mut Db, id: RecipientId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let erased = diesel::update(recipients::table.find(id.get()).filter(recipients::erased_at.is_null()))
        .set((
            recipients::address.eq(None::<String>),
            recipients::name.eq(None::<String>),
            recipients::locale.eq(None::<String>),
            recipients::time_zone.eq(None::<String>),
            recipients::weekly_cap.eq(None::<i32>),
            recipients::erased_at.eq(Some(micros(now))),
        ))
        .execute(db)?;
    Ok(erased > 0)
}

/// Gives a person who was erased their address and facts back, as they gave them anew.
///
/// # Errors
/// The database says no.
pub fn give_back(db: &mut Db, id: RecipientId, new: &NewRecipient) -> Result<(), StoreError> {
    diesel::update(recipients::table.find(id.get()))
        .set((
            recipients::address.eq(Some(new.address.to_string())),
            recipients::name.eq(new.name.as_ref().map(Name::as_str)),
            recipients::locale.eq(new.locale.as_ref().map(Locale::as_str)),
            recipients::source.eq(new.source.as_str()),
            recipients::erased_at.eq(None::<i64>),
        ))
        .execute(db)?;
    Ok(())
}

/// Makes sure that the stranger is there ([`STRANGER`]).
///
/// # Errors
/// The database says no.
pub fn invite_stranger(db: &mut Db) -> Result<(), StoreError> {
    diesel::sql_query(
        "INSERT INTO recipients (id, address_hash, domain_hash, source, created_at, erased_at) \
         VALUES ($1, $2, $3, 'registration', 0, 0) ON CONFLICT (id) DO NOTHING",
    )
    .bind::<diesel::sql_types::BigInt, _>(STRANGER.get())
    .bind::<diesel::sql_types::Binary, _>([0_u8; 32].as_slice())
    .bind::<diesel::sql_types::Binary, _>([0_u8; 32].as_slice())
    .execute(db)?;
    Ok(())
}

/// Locks people until the end of the transaction, in the one order that everybody uses.
///
/// # Errors
/// The database says no.
pub fn lock(db: &mut Db, ids: &[RecipientId]) -> Result<(), StoreError> {
    dialect::lock_recipients(db, ids.to_vec())
}

/// At most so many promotional messages in 7 days, as the person wants it.
///
/// # Errors
/// The database says no.
pub fn weekly_cap(db: &mut Db, id: RecipientId) -> Result<Option<WeeklyCap>, StoreError> {
    let cap: Option<Option<i32>> =
        recipients::table.find(id.get()).select(recipients::weekly_cap).first(db).optional()?;
    Ok(cap.flatten().and_then(|cap| u32::try_from(cap).ok()).and_then(WeeklyCap::new))
}

/// Sets or removes a person's own cap. The caller leaves a ledger entry, and lets it rise only by the person's word.
///
/// # Errors
/// The database says no.
pub fn set_weekly_cap(db: &mut Db, id: RecipientId, cap: Option<WeeklyCap>) -> Result<(), StoreError> {
    let cap = cap.map(|cap| i32::try_from(cap.get()).unwrap_or(i32::MAX));
    diesel::update(recipients::table.find(id.get())).set(recipients::weekly_cap.eq(cap)).execute(db)?;
    held_changes::note(Change::Cap(id, cap));
    Ok(())
}

/// Sets or removes a person's language.
///
/// # Errors
/// The database says no.
pub fn set_locale(db: &mut Db, id: RecipientId, locale: Option<&Locale>) -> Result<(), StoreError> {
    let locale = locale.map(|locale| locale.as_str().to_owned());
    diesel::update(recipients::table.find(id.get())).set(recipients::locale.eq(locale)).execute(db)?;
    Ok(())
}
