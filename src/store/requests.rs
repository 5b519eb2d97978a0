//! Requests: what recipients asked for and complete by a mailed link, each once.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::{micros, time, word};
use super::db::Db;
use super::error::StoreError;
use super::ids;
use super::older::page;
use super::schema::requests;
use crate::domain::action::{Action, Details};
use crate::domain::{AddressHash, RecipientId, RequestId};

/// A request to keep.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// Whose.
    pub recipient: RecipientId,
    /// For what.
    pub action: Action,
    /// What was asked for beyond that.
    pub details: Details,
    /// The keyed hash of the address that the details name, where they name one.
    pub other: Option<AddressHash>,
    /// The language in which they were asked.
    pub language: String,
}

/// A request as it stands.
#[derive(Clone, Debug)]
pub struct Request {
    /// Whose.
    pub recipient: RecipientId,
    /// For what.
    pub action: Action,
    /// What was asked for beyond that; nothing once it is forgotten.
    pub details: Details,
    /// The language in which they were asked.
    pub language: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
}

/// Keeps a request; run inside the write transaction that posts its letter.
///
/// # Errors
/// The database says no.
pub fn add(db: &mut Db, new: &NewRequest, now: DateTime<Utc>) -> Result<RequestId, StoreError> {
    let id = ids::wide(1, now)?.start;
    let details = serde_json::to_string(&new.details).map_err(|error| StoreError::bad_row("requests", error))?;
    diesel::insert_into(requests::table)
        .values((
            requests::id.eq(id),
            requests::recipient_id.eq(new.recipient.get()),
            requests::action.eq(new.action.as_str()),
            requests::details.eq(Some(details)),
            requests::other_hash.eq(new.other.map(|hash| hash.as_bytes().to_vec())),
            requests::language.eq(&new.language),
            requests::created_at.eq(micros(now)),
        ))
        .execute(db)?;
    Ok(RequestId::new(id))
}

type Columns = (i64, String, Option<String>, String, i64, Option<i64>);

/// One request.
///
/// # Errors
/// The database says no, or the row cannot be read.
pub fn find(db: &mut Db, id: RequestId) -> Result<Option<Request>, StoreError> {
    let columns = (
        requests::recipient_id,
        requests::action,
        requests::details,
        requests::language,
        requests::created_at,
        requests::done_at,
    );
    let row: Option<Columns> = requests::table.find(id.get()).select(columns).first(db).optional()?;
    let Some((recipient, action, details, language, created_at, done_at)) = row else { return Ok(None) };
    let details = details.map(|text| serde_json::from_str(&text)).transpose();
    Ok(Some(Request {
        recipient: RecipientId::new(recipient),
        action: word("requests", &action)?,
        details: details.map_err(|error| StoreError::bad_row("requests", error))?.unwrap_or(Details::Nothing),
        language,
        created_at: time("requests", created_at)?,
        done_at: done_at.map(|at| time("requests", at)).transpose()?,
    }))
}

/// Marks a request done and forgets its details. Returns whether it was still open: whoever gets a no changes nothing.
///
/// # Errors
/// The database says no.
pub fn finish(db: &mut Db, id: RequestId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let open = requests::table.find(id.get()).filter(requests::done_at.is_null());
    let changed = diesel::update(open)
        .set((requests::done_at.eq(Some(micros(now))), requests::details.eq(None::<String>)))
        .execute(db)?;
    Ok(changed > 0)
}

/// Drops the requests that name any of these addresses as one to change to: their links have run out. Returns how many
/// there were.
///
/// # Errors
/// The database says no.
pub fn forget_to(db: &mut Db, addresses: &[AddressHash]) -> Result<usize, StoreError> {
    let hashes: Vec<_> = addresses.iter().map(|hash| Some(hash.as_bytes().to_vec())).collect();
    let named = requests::table.filter(requests::other_hash.eq_any(hashes)).filter(requests::details.is_not_null());
    Ok(diesel::delete(named).execute(db)?)
}

/// Drops a page of the requests made before a time. Returns how many there were.
///
/// # Errors
/// The database says no.
pub fn forget_older(db: &mut Db, than: DateTime<Utc>) -> Result<usize, StoreError> {
    page(db, "DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE created_at < $1 LIMIT $2)", than)
}

/// Forgets the details of what a recipient asked for, and closes what is open.
///
/// # Errors
/// The database says no.
pub fn forget_of(db: &mut Db, recipient: RecipientId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let theirs = || requests::table.filter(requests::recipient_id.eq(recipient.get()));
    diesel::update(theirs().filter(requests::done_at.is_null()))
        .set(requests::done_at.eq(Some(micros(now))))
        .execute(db)?;
    diesel::update(theirs()).set(requests::details.eq(None::<String>)).execute(db)?;
    Ok(())
}
