//! What deletions have left behind in the database's own files, until it is cleared (G9). See [`super::sweeper`].

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::ids;
use super::schema::traces;

/// Notes that something personal is deleted; run inside the transaction that deletes it.
///
/// # Errors
/// The database says no.
pub fn leave(db: &mut Db, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (traces::id.eq(ids::wide(1, now)?.start), traces::left_at.eq(micros(now)));
    diesel::insert_into(traces::table).values(row).execute(db)?;
    Ok(())
}

/// Whether anything that was deleted up to `until` is not cleared yet.
///
/// # Errors
/// The database says no.
pub fn are_left(db: &mut Db, until: DateTime<Utc>) -> Result<bool, StoreError> {
    let left = traces::table.filter(traces::left_at.le(micros(until)));
    Ok(diesel::select(diesel::dsl::exists(left)).get_result(db)?)
}

/// The deletions that are not cleared yet.
///
/// # Errors
/// The database says no.
pub(super) fn left(db: &mut Db) -> Result<Vec<i64>, StoreError> {
    Ok(traces::table.select(traces::id).load(db)?)
}

/// Notes that these are cleared.
///
/// # Errors
/// The database says no.
pub fn cleared(db: &mut Db, ids: &[i64]) -> Result<(), StoreError> {
    for page in ids.chunks(PAGE) {
        diesel::delete(traces::table.filter(traces::id.eq_any(page.to_vec()))).execute(db)?;
    }
    Ok(())
}

/// Rows of one statement.
const PAGE: usize = 500;
