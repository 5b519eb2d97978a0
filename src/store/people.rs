//! What recipients can see, correct, move and have erased of what we hold about them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::db::Db;
use super::error::StoreError;
use super::recipients::Recipient;
use super::schema::{deliveries, recipients};
use super::{evidence, letters, requests, traces};
use crate::domain::recipient::{Band, Facts, Locale, Name, TimeZone, Zip};
use crate::domain::verdict::Reason;
use crate::domain::{Address, AddressHash, RecipientId};

type Columns = (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);

/// The facts of a person.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn facts(db: &mut Db, id: RecipientId) -> Result<Facts, StoreError> {
    let columns = (
        recipients::name,
        recipients::zip,
        recipients::age_band,
        recipients::income_band,
        recipients::locale,
        recipients::time_zone,
    );
    let row: Option<Columns> = recipients::table.find(id.get()).select(columns).first(db).optional()?;
    let Some((name, zip, age, income, locale, zone)) = row else { return Ok(Facts::default()) };
    let bad = |what: &str| StoreError::bad_row("recipients", format!("{id}: {what}"));
    let text = Option::unwrap_or_default;
    Ok(Facts {
        name: Name::kept(&text(name)).map_err(|_| bad("the name"))?,
        zip: Zip::parse(&text(zip)).map_err(|_| bad("the ZIP"))?,
        age_band: Band::kept(&text(age)).map_err(|_| bad("the age band"))?,
        income_band: Band::kept(&text(income)).map_err(|_| bad("the income band"))?,
        locale: Locale::parse(&text(locale)).map_err(|_| bad("the locale"))?,
        time_zone: TimeZone::kept(&text(zone)).map_err(|_| bad("the time zone"))?,
    })
}

/// Sets all facts of a person to what they say.
///
/// # Errors
/// The database says no.
pub fn set_facts(db: &mut Db, id: RecipientId, facts: &Facts) -> Result<(), StoreError> {
    diesel::update(recipients::table.find(id.get()))
        .set((
            recipients::name.eq(facts.name.as_ref().map(Name::as_str)),
            recipients::zip.eq(facts.zip.as_ref().map(Zip::as_str)),
            recipients::age_band.eq(facts.age_band.as_ref().map(Band::as_str)),
            recipients::income_band.eq(facts.income_band.as_ref().map(Band::as_str)),
            recipients::locale.eq(facts.locale.as_ref().map(Locale::as_str)),
            recipients::time_zone.eq(facts.time_zone.as_ref().map(TimeZone::as_str)),
        ))
        .execute(db)?;
    Ok(())
}

/// The person that a link leads to: whoever it was made for, or the one that they became when an address changed hands.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn find(db: &mut Db, id: RecipientId) -> Result<Option<Recipient>, StoreError> {
    match super::recipients::find(db, id)? {
        Some(Recipient { merged_into: Some(into), .. }) => super::recipients::find(db, into),
        found => Ok(found),
    }
}

/// As [`find`], with their lock until the end of the transaction; run inside one that holds the lock of `id`. Whether an
/// address changed hands is read under that lock, so that no choice is written for somebody who is another one by now.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn lock(db: &mut Db, id: RecipientId) -> Result<Option<Recipient>, StoreError> {
    match super::recipients::find(db, id)? {
        Some(Recipient { merged_into: Some(into), .. }) => {
            super::recipients::lock(db, &[into])?;
            super::recipients::find(db, into)
        }
        found => Ok(found),
    }
}

/// Gives a person another address. Nobody else may have it: see [`dissolve`].
///
/// # Errors
/// The database says no.
pub fn set_address(
    db: &mut Db,
    id: RecipientId,
    address: &Address,
    hash: AddressHash,
    domain_hash: AddressHash,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    // What relays said is about the address that is left: whoever has it next is not found here any more.
    forget_replies(db, id)?;
    traces::leave(db, now)?;
    diesel::update(recipients::table.find(id.get()))
        .set((
            recipients::address.eq(Some(address.to_string())),
            recipients::address_hash.eq(hash.as_bytes().to_vec()),
            recipients::domain_hash.eq(domain_hash.as_bytes().to_vec()),
        ))
        .execute(db)?;
    Ok(())
}

/// Lets a recipient become another one: their facts go, their address is free, and their old links lead to the other.
///
/// # Errors
/// The database says no, or there are no random bytes.
pub fn dissolve(db: &mut Db, id: RecipientId, into: RecipientId, now: DateTime<Utc>) -> Result<(), StoreError> {
    // No address has this hash, so that nothing is ever found by it.
    let mut nobody = [0; 32];
    getrandom::fill(&mut nobody).map_err(|_: getrandom::Error| StoreError::Random)?;
    diesel::update(recipients::table.find(id.get()))
        .set((recipients::address_hash.eq(nobody.to_vec()), recipients::merged_into.eq(Some(into.get()))))
        .execute(db)?;
    // Whoever became this one before is the other one now.
    diesel::update(recipients::table.filter(recipients::merged_into.eq(Some(id.get()))))
        .set(recipients::merged_into.eq(Some(into.get())))
        .execute(db)?;
    erase(db, id, now).map(|_| ())
}

/// Erases a person (G9): what is left is the keyed hash of the address, ids, times and choices. The caller puts the
/// suppression in force and leaves the ledger entry, in the same transaction. Returns whether there was anything to erase.
///
/// # Errors
/// The database says no.
pub fn erase(db: &mut Db, id: RecipientId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    set_facts(db, id, &Facts::default())?;
    let erased = super::recipients::erase_facts(db, id, now)?;
    evidence::forget(db, id)?;
    letters::withhold_waiting(db, id, Reason::Erased, now)?;
    letters::forget_of(db, id)?;
    requests::forget_of(db, id, now)?;
    forget_replies(db, id)?;
    traces::leave(db, now)?;
    Ok(erased)
}

/// What relays said is in their words, and names the person in them.
fn forget_replies(db: &mut Db, id: RecipientId) -> Result<(), StoreError> {
    let answered = deliveries::table.filter(deliveries::recipient_id.eq(id.get()));
    diesel::update(answered.filter(deliveries::reply.is_not_null()))
        .set(deliveries::reply.eq(None::<String>))
        .execute(db)?;
    Ok(())
}
