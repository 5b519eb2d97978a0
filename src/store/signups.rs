//! Sign-ups that wait for their confirmation.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::{hash, micros, time, word};
use super::db::Db;
use super::error::StoreError;
use super::ids;
use super::older::page;
use super::schema::signups;
use crate::domain::recipient::Name;
use crate::domain::signup::{SignUp, Wanted};
use crate::domain::{Address, AddressHash, RecipientId, RequestId};

/// Keeps a sign-up; run inside a write transaction.
///
/// # Errors
/// The database says no.
pub fn add(db: &mut Db, new: &SignUp) -> Result<RequestId, StoreError> {
    let id = ids::wide(1, new.asked_at)?.start;
    let wanted = new.wanted.iter().map(|wanted| (wanted.scope.to_string(), &wanted.wording, &wanted.language));
    let wanted: Vec<_> = wanted.collect();
    diesel::insert_into(signups::table)
        .values((
            signups::id.eq(id),
            signups::address_hash.eq(new.address_hash.as_bytes().to_vec()),
            signups::address.eq(new.address.as_ref().map(Address::to_string)),
            signups::name.eq(new.name.as_ref().map(Name::as_str)),
            signups::language.eq(&new.language),
            signups::wanted.eq(serde_json::to_string(&wanted).map_err(|error| StoreError::bad_row("signups", error))?),
            signups::source.eq(new.source.as_str()),
            signups::asked_at.eq(micros(new.asked_at)),
        ))
        .execute(db)?;
    Ok(RequestId::new(id))
}

type Columns = (Vec<u8>, Option<String>, Option<String>, String, String, String, i64, Option<i64>, Option<i64>);

/// One sign-up.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn find(db: &mut Db, id: RequestId) -> Result<Option<SignUp>, StoreError> {
    let columns = (
        signups::address_hash,
        signups::address,
        signups::name,
        signups::language,
        signups::wanted,
        signups::source,
        signups::asked_at,
        signups::confirmed_at,
        signups::recipient_id,
    );
    let row: Option<Columns> = signups::table.find(id.get()).select(columns).first(db).optional()?;
    row.map(of_columns).transpose()
}

fn of_columns(row: Columns) -> Result<SignUp, StoreError> {
    let (address_hash, address, name, language, wanted, source, asked_at, confirmed_at, recipient) = row;
    let bad = |what: &str| StoreError::bad_row("signups", what);
    let wanted: Vec<Vec<Option<String>>> =
        serde_json::from_str(&wanted).map_err(|error| StoreError::bad_row("signups", error))?;
    let wanted = wanted.into_iter().map(|parts| {
        // What was kept before there was a language has two parts.
        let mut parts = parts.into_iter();
        let scope = word("signups", &parts.next().flatten().unwrap_or_default())?;
        Ok(Wanted { scope, wording: parts.next().flatten(), language: parts.next().flatten() })
    });
    let confirmed_at = confirmed_at.map(|at| time("signups", at)).transpose()?;
    Ok(SignUp {
        address_hash: hash("signups", &address_hash)?,
        address: address.map(|text| Address::parse(&text)).transpose().map_err(|_| bad("the address"))?,
        name: name.and_then(|text| Name::kept(&text).transpose()).transpose().map_err(|_| bad("the name"))?,
        language,
        wanted: wanted.collect::<Result<_, StoreError>>()?,
        source: word("signups", &source)?,
        asked_at: time("signups", asked_at)?,
        confirmed: confirmed_at.zip(recipient.map(RecipientId::new)),
    })
}

/// Notes whose a sign-up became, and forgets what was typed: it stands with the person now.
///
/// # Errors
/// The database says no.
pub fn confirm(db: &mut Db, id: RequestId, recipient: RecipientId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(signups::table.find(id.get()))
        .set((
            signups::address.eq(None::<String>),
            signups::name.eq(None::<String>),
            signups::confirmed_at.eq(Some(micros(now))),
            signups::recipient_id.eq(Some(recipient.get())),
        ))
        .execute(db)?;
    Ok(())
}

/// Which of these addresses have a sign-up that nobody has confirmed.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn waiting(db: &mut Db, addresses: &[AddressHash]) -> Result<Vec<AddressHash>, StoreError> {
    let hashes: Vec<_> = addresses.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    let waiting = signups::table.filter(signups::address_hash.eq_any(hashes)).filter(signups::confirmed_at.is_null());
    let found: Vec<Vec<u8>> = waiting.select(signups::address_hash).load(db)?;
    found.iter().map(|bytes| hash("signups", bytes)).collect()
}

/// Drops a page of the sign-ups made before a time. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn drop_older(db: &mut Db, than: DateTime<Utc>) -> Result<usize, StoreError> {
    page(db, "DELETE FROM signups WHERE id IN (SELECT id FROM signups WHERE asked_at < $1 LIMIT $2)", than)
}

/// Drops every sign-up of an address (G9).
///
/// # Errors
/// The database says no.
pub fn drop_of(db: &mut Db, address: AddressHash) -> Result<usize, StoreError> {
    let theirs = signups::table.filter(signups::address_hash.eq(address.as_bytes().to_vec()));
    Ok(diesel::delete(theirs).execute(db)?)
}
