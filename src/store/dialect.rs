//! Where SQLite and PostgreSQL differ, the difference has a name here.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::db::Db;
use super::error::StoreError;
use super::schema::{ledger, recipients};
use crate::domain::RecipientId;

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// Locks the rows of `recipients` until the end of the transaction, in the order of their ids.
///
/// The last look and the opt-out take this lock, so neither can slip past the other (G3). SQLite has one writer, which
/// is the same lock for everybody.
///
/// # Errors
/// The database says no.
pub(super) fn lock_recipients(db: &mut Db, recipients: Vec<RecipientId>) -> Result<(), StoreError> {
    let Db::Postgres(connection) = db else { return Ok(()) };
    let mut ids: Vec<i64> = recipients.into_iter().map(RecipientId::get).collect();
    if ids.is_empty() {
        return Ok(());
    }
    ids.sort_unstable();
    ids.dedup();
    let rows = recipients::table.filter(recipients::id.eq_any(ids)).order(recipients::id);
    rows.select(recipients::id).for_no_key_update().execute(connection)?;
    Ok(())
}

/// Makes the plans of this connection go by key where they can.
///
/// # Errors
/// The database says no.
pub(super) fn go_by_key(db: &mut Db) -> Result<(), StoreError> {
    if let Db::Postgres(connection) = db {
        connection.batch_execute(
            "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;",
        )?;
    }
    Ok(())
}

/// Lets plans be made anew. A prepared plan outlives the moment it was made in: one that was made while a table was empty
/// may read all of it, and must not once there are millions.
///
/// # Errors
/// The database says no.
pub(super) fn forget_plans(db: &mut Db) -> Result<(), StoreError> {
    if let Db::Postgres(connection) = db {
        connection.batch_execute("DISCARD PLANS")?;
    }
    Ok(())
}

/// Locks the end of the ledger until the end of the transaction, so that `seq` is the order of the commits.
///
/// # Errors
/// The database says no.
pub(super) fn lock_ledger(db: &mut Db) -> Result<(), StoreError> {
    if let Db::Postgres(connection) = db {
        diesel::sql_query("SELECT seq FROM ledger_head WHERE id = 1 FOR UPDATE").execute(connection)?;
    }
    Ok(())
}

/// Takes the lock under which migrations run; several nodes may start together.
///
/// # Errors
/// The database says no.
pub(super) fn lock_migrations(db: &mut Db) -> Result<(), StoreError> {
    if let Db::Postgres(connection) = db {
        diesel::sql_query("SELECT pg_advisory_xact_lock(7236587412)").execute(connection)?;
    }
    Ok(())
}

/// Many rows in as few statements as each database takes.
macro_rules! insert_many {
    ($db:expr, $table:expr, $rows:expr) => {{
        let rows = $rows;
        match $db {
            Db::Sqlite(connection) => {
                diesel::insert_into($table).values(rows).execute(connection)?;
            }
            Db::Postgres(connection) => {
                for page in rows.chunks(ROWS) {
                    diesel::insert_into($table).values(page).execute(connection)?;
                }
            }
        }
    }};
}

/// Appends rows that are already chained.
///
/// # Errors
/// The database says no.
pub(super) fn insert_ledger(db: &mut Db, rows: &[super::ledger::Row]) -> Result<(), StoreError> {
    insert_many!(db, ledger::table, rows);
    Ok(())
}

/// Adds new recipients.
///
/// # Errors
/// The database says no.
pub(super) fn insert_recipients(db: &mut Db, rows: &[super::recipients::Row]) -> Result<(), StoreError> {
    insert_many!(db, recipients::table, rows);
    Ok(())
}

/// Adds new suppressions.
///
/// # Errors
/// The database says no.
pub(super) fn insert_suppressions(db: &mut Db, rows: &[super::suppressions::Row]) -> Result<(), StoreError> {
    insert_many!(db, super::schema::suppressions::table, rows);
    Ok(())
}
