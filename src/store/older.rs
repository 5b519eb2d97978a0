//! Dropping what has had its time, a page in each transaction: everybody else's writes go between.

use chrono::{DateTime, Utc};
use diesel::RunQueryDsl as _;
use diesel::sql_types::BigInt;

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;

/// Rows that one transaction drops at most.
pub const PAGE: usize = 500;

/// Runs a statement that takes a time and a number of rows. Returns how many it changed: a full page may have others
/// behind it.
pub(super) fn page(db: &mut Db, statement: &str, than: DateTime<Utc>) -> Result<usize, StoreError> {
    let rows = i64::try_from(PAGE).unwrap_or(i64::MAX);
    Ok(diesel::sql_query(statement).bind::<BigInt, _>(micros(than)).bind::<BigInt, _>(rows).execute(db)?)
}
