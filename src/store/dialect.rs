//! Where SQLite and PostgreSQL differ, the difference has a name here.

use std::collections::HashSet;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::batch::{Batch, Column};
use super::db::Db;
use super::error::StoreError;
use super::schema::{ledger, ledger_head, recipients};
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

/// Makes a connection ready to be written through.
///
/// PostgreSQL's plans go by key where they can: a bitmap or a sort reads all that is due before it gives the first row, and
/// to statistics of a time when little was due both look cheap, so every claim would read the whole rest of its campaign.
/// There is one way left then, so nothing is planned anew for each set of values.
/// SQLite has one writer, which keeps pages worth 32 MB, and overwrites what it deletes: what somebody had erased is not to
/// lie in the file until something else needs the room.
///
/// # Errors
/// The database says no.
pub(super) fn for_writing(db: &mut Db) -> Result<(), StoreError> {
    match db {
        Db::Postgres(connection) => connection.batch_execute(
            "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; \
             SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off; \
             SET plan_cache_mode = force_generic_plan;",
        )?,
        Db::Sqlite(connection) => connection.batch_execute("PRAGMA cache_size = -32000; PRAGMA secure_delete = ON")?,
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
        ledger_head::table.find(1).select(ledger_head::seq).for_update().execute(connection)?;
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
    if let Db::Sqlite(connection) = db {
        diesel::insert_into(ledger::table).values(rows).execute(connection)?;
        return Ok(());
    }
    let columns = vec![
        Column::Bigs(rows.iter().map(|row| row.seq).collect()),
        Column::MaybeBigs(rows.iter().map(|row| row.recipient_id).collect()),
        Column::MaybeBytes(rows.iter().map(|row| row.subject.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.scope.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.decision.clone()).collect()),
        Column::MaybeBigs(rows.iter().map(|row| row.undoes).collect()),
        Column::Texts(rows.iter().map(|row| row.source.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.basis.clone()).collect()),
        Column::Bigs(rows.iter().map(|row| row.happened_at).collect()),
        Column::Bigs(rows.iter().map(|row| row.recorded_at).collect()),
        Column::MaybeBytes(rows.iter().map(|row| row.wording.clone()).collect()),
        Column::MaybeTexts(rows.iter().map(|row| row.language.clone()).collect()),
        Column::Ints(rows.iter().map(|row| row.policy_version).collect()),
        Column::Texts(rows.iter().map(|row| row.actor.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.request_id.clone()).collect()),
        Column::MaybeBigs(rows.iter().map(|row| row.campaign_id).collect()),
        Column::MaybeBytes(rows.iter().map(|row| row.evidence.clone()).collect()),
        Column::MaybeTexts(rows.iter().map(|row| row.note.clone()).collect()),
        Column::Bytes(rows.iter().map(|row| row.hash.clone()).collect()),
        Column::MaybeBytes(rows.iter().map(|row| row.person.clone()).collect()),
        Column::MaybeTexts(rows.iter().map(|row| row.holds.clone()).collect()),
    ];
    let into = "INSERT INTO ledger (seq, recipient_id, subject, scope, decision, undoes, source, basis, happened_at, \
         recorded_at, wording, language, policy_version, actor, request_id, campaign_id, evidence, note, hash, person, \
         holds) \
         SELECT * FROM ";
    Batch::<()>::new(into, columns, "").execute(db)?;
    Ok(())
}

/// Keeps where choices came from.
///
/// # Errors
/// The database says no.
pub(super) fn insert_evidence(db: &mut Db, rows: &[super::ledger_evidence::Proof]) -> Result<(), StoreError> {
    if let Db::Sqlite(connection) = db {
        diesel::insert_into(super::schema::evidence::table).values(rows).execute(connection)?;
        return Ok(());
    }
    let columns = vec![
        Column::Bigs(rows.iter().map(|row| row.seq).collect()),
        Column::Bytes(rows.iter().map(|row| row.salt.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.ip.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.user_agent.clone()).collect()),
        Column::Bigs(rows.iter().map(|row| row.recorded_at).collect()),
    ];
    let into = "INSERT INTO evidence (seq, salt, ip, user_agent, recorded_at) SELECT * FROM ";
    Batch::<()>::new(into, columns, "").execute(db)?;
    Ok(())
}

/// Puts suppressions without an end in force, by the rule of [`crate::domain::held::Bar::put`]: one that is there already
/// loses its end, and one of an address that its person left becomes what is said now.
///
/// # Errors
/// The database says no.
pub(super) fn put_for_ever(db: &mut Db, rows: Vec<super::suppressions::Row>) -> Result<(), StoreError> {
    // One statement may not meet a row twice.
    let mut keys = HashSet::new();
    let new =
        |row: &super::suppressions::Row| keys.insert((row.subject.clone(), row.scope.clone(), row.reason.clone()));
    let rows: Vec<_> = rows.into_iter().filter(new).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let columns = vec![
        Column::Bytes(rows.iter().map(|row| row.subject.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.scope.clone()).collect()),
        Column::Texts(rows.iter().map(|row| row.reason.clone()).collect()),
        Column::Bools(rows.iter().map(|row| row.is_domain).collect()),
        Column::MaybeTexts(rows.iter().map(|row| row.label.clone()).collect()),
        Column::Bigs(rows.iter().map(|row| row.since).collect()),
        Column::Texts(rows.iter().map(|row| row.actor.clone()).collect()),
        Column::MaybeTexts(rows.iter().map(|row| row.note.clone()).collect()),
    ];
    let into = "INSERT INTO suppressions (subject, scope, reason, is_domain, label, since, actor, note) SELECT * FROM ";
    let there = " WHERE TRUE ON CONFLICT (subject, scope, reason) DO UPDATE SET expires_at = NULL, \
         actor = CASE WHEN suppressions.actor = 'recipient' AND suppressions.note LIKE 'left by %' THEN EXCLUDED.actor \
         ELSE suppressions.actor END, note = CASE WHEN suppressions.actor = 'recipient' AND suppressions.note LIKE \
         'left by %' THEN EXCLUDED.note ELSE suppressions.note END";
    Batch::<()>::new(into, columns, there).execute(db)?;
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
