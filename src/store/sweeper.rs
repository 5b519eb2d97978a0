//! Clearing the database's own files of what was deleted, on a connection of its own that nobody waits for (G9).
//!
//! SQLite keeps the pages as they were before in its log, and what a reader may still need in the file too. PostgreSQL
//! keeps rows as they were before until a vacuum, and a vacuum keeps what a transaction may still see. So both can only be
//! cleared when whoever was reading at the time of the deletion has ended. That is not waited for here: a sweep does what
//! can be done at once, and says whether it is to be tried again.
//!
//! # Why nobody waits
//! A checkpoint that waits for readers holds SQLite's one writer while it waits: a slow backup would stop every opt-out. It
//! is tried with no patience at all, and only when everything has been copied without the writer.

use std::collections::HashSet;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use super::db::Db;
use super::error::StoreError;
use super::traces;
use crate::config::DatabaseUrl;

/// How often the log is tried to be cut off between two writes of others.
const TRIES: u32 = 5;
/// The wait between two of these tries.
const BETWEEN: Duration = Duration::from_millis(7);

/// Tables of which a deletion leaves rows that nobody sees any more.
const VACUUMED: &str = "VACUUM (TRUNCATE FALSE) recipients, letters, requests, signups, evidence, deliveries";

/// What a sweep came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swept {
    /// There was nothing to clear.
    Nothing,
    /// These deletions have left nothing in the files any more.
    Clear(Vec<i64>),
    /// Somebody still reads what was there before.
    Held,
}

/// A connection that clears, and what it is waiting for.
pub(super) struct Sweeper {
    url: DatabaseUrl,
    db: Option<Db>,
    /// Whether SQLite's log has been cut off since the process began.
    cut: bool,
    waiting: Option<Waiting>,
}

/// PostgreSQL: deletions, and the transactions that may still see what they deleted.
struct Waiting {
    ids: Vec<i64>,
    open: HashSet<String>,
    /// How many times all that were open have ended. Those that began while an older one was open may see as much as that
    /// one, so they are waited for as well; those that began after see nothing of it.
    generations: u8,
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
    #[diesel(sql_type = Integer)]
    log: i32,
    #[diesel(sql_type = Integer)]
    checkpointed: i32,
}

#[derive(QueryableByName)]
struct Transaction {
    #[diesel(sql_type = Text)]
    name: String,
}

impl Sweeper {
    pub(super) fn new(url: DatabaseUrl) -> Self {
        Self { url, db: None, cut: false, waiting: None }
    }

    /// Clears what can be cleared now. The log of SQLite is also cut off once when nothing is known to be in it: whatever
    /// happened before this process began.
    pub(super) fn sweep(&mut self) -> Result<Swept, StoreError> {
        let mut db = match self.db.take() {
            Some(db) => db,
            None => open(&self.url)?,
        };
        let swept = self.sweep_by(&mut db)?;
        // After any fault the connection is opened anew.
        self.db = Some(db);
        Ok(swept)
    }

    fn sweep_by(&mut self, db: &mut Db) -> Result<Swept, StoreError> {
        let left = traces::left(db)?;
        match db {
            Db::Sqlite(_) if left.is_empty() && self.cut => Ok(Swept::Nothing),
            Db::Sqlite(connection) => {
                if !cut_off_log(connection)? {
                    return Ok(Swept::Held);
                }
                self.cut = true;
                Ok(if left.is_empty() { Swept::Nothing } else { Swept::Clear(left) })
            }
            Db::Postgres(connection) => {
                if left.is_empty() {
                    return Ok(Swept::Nothing);
                }
                if !self.nobody_sees(connection, left)? {
                    return Ok(Swept::Held);
                }
                connection.batch_execute(VACUUMED)?;
                Ok(self.waiting.take().map_or(Swept::Nothing, |waiting| Swept::Clear(waiting.ids)))
            }
        }
    }

    /// Whether every transaction has ended that may see what these deletions deleted.
    fn nobody_sees(&mut self, connection: &mut PgConnection, ids: Vec<i64>) -> Result<bool, StoreError> {
        let open = open_transactions(connection)?;
        let waiting = self.waiting.get_or_insert_with(|| Waiting { ids, open: open.clone(), generations: 0 });
        if open.is_empty() {
            return Ok(true);
        }
        if waiting.open.is_disjoint(&open) {
            waiting.generations += 1;
            waiting.open = open;
        }
        Ok(waiting.generations > 1)
    }
}

fn open(url: &DatabaseUrl) -> Result<Db, StoreError> {
    let mut db = Db::open(url)?;
    match &mut db {
        Db::Sqlite(connection) => connection.batch_execute("PRAGMA busy_timeout = 0")?,
        // Reading and writing go first.
        Db::Postgres(connection) => connection.batch_execute("SET vacuum_cost_delay = 2")?,
    }
    Ok(db)
}

/// Copies what the log holds into the file and cuts the log off. False where a reader or a writer was in the way.
///
/// PASSIVE does the copying and locks nobody out. TRUNCATE takes the writer for as long as it takes to copy what came in
/// between, and does not even begin while nothing can come of it.
fn cut_off_log(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let copied: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(PASSIVE)").get_result(connection)?;
    if copied.busy != 0 || copied.log != copied.checkpointed {
        return Ok(false);
    }
    for _ in 0..TRIES {
        let cut: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(connection)?;
        if cut.busy == 0 {
            return Ok(true);
        }
        std::thread::sleep(BETWEEN);
    }
    Ok(false)
}

/// The transactions that are open in this database, prepared ones too. Everybody may see the locks that each holds on its
/// own name; what others are doing, and since when, only some roles may.
fn open_transactions(connection: &mut PgConnection) -> Result<HashSet<String>, StoreError> {
    let open = diesel::sql_query(
        "SELECT locks.virtualtransaction AS name FROM pg_locks locks JOIN pg_stat_activity activity USING (pid) \
         WHERE locks.locktype = 'virtualxid' AND activity.datname = current_database() AND locks.pid <> pg_backend_pid() \
         UNION SELECT gid FROM pg_prepared_xacts WHERE database = current_database()",
    );
    let open: Vec<Transaction> = open.load(connection)?;
    Ok(open.into_iter().map(|open| open.name).collect())
}
