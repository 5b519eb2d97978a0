//! One connection to either database.

#![expect(missing_docs, reason = "diesel's derive makes items that nobody can document")]

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, Connection as _, SimpleConnection as _, TransactionManager as _};
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

use super::error::StoreError;
use super::held_changes;
use super::postgres;
use crate::config::DatabaseUrl;

/// A connection to SQLite or to PostgreSQL. Every query is written once for both; where they differ, the difference has
/// a name in [`super::dialect`].
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// A file.
    Sqlite(SqliteConnection),
    /// A server.
    Postgres(PgConnection),
}

/// WAL lets readers go on while one writes; FULL makes an opt-out survive a loss of power; recursive triggers keep
/// INSERT OR REPLACE from slipping past the ledger's DELETE trigger. Readers keep few pages: each of them has a cache of its
/// own, and what they ask for lies together.
const SQLITE_PRAGMAS: &str = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -2000;";

/// How often the settings are tried while other processes open the same new file: about 30 seconds.
const TRIES: u32 = 600;
/// The wait between two of these tries.
const BETWEEN: Duration = Duration::from_millis(50);

/// How long a write waits for SQLite's one writer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it looks whether the writer is free.
const LOOK_AGAIN: Duration = Duration::from_micros(500);

/// Switching a new file to WAL takes it for itself and does not wait as other statements do: of several processes that
/// open it at once, all but one are told that it is locked.
fn set_up(connection: &mut SqliteConnection) -> diesel::QueryResult<()> {
    for _ in 1..TRIES {
        match connection.batch_execute(SQLITE_PRAGMAS) {
            Err(error) if error.to_string().contains("locked") => std::thread::sleep(BETWEEN),
            done => return done,
        }
    }
    connection.batch_execute(SQLITE_PRAGMAS)
}

/// A query that waits longer than this for a lock is broken off, so that a stuck peer cannot hold up every writer.
const POSTGRES_SETTINGS: &str = "SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '60s'; \
     SET client_min_messages = 'warning';";

impl Db {
    /// Opens a connection.
    ///
    /// # Errors
    /// [`StoreError::Connect`] or [`StoreError::Unusable`] with what the database said, less anything secret.
    pub fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        match url {
            DatabaseUrl::Sqlite(file) => {
                let path = file.to_string_lossy();
                make_private(file);
                let mut connection =
                    SqliteConnection::establish(&path).map_err(|error| unusable(&path, &error.to_string()))?;
                set_up(&mut connection).map_err(|error| unusable(&path, &error.to_string()))?;
                Ok(Self::Sqlite(connection))
            }
            DatabaseUrl::Postgres(url) => {
                let mut connection = postgres::connect(url)?;
                connection.batch_execute(POSTGRES_SETTINGS)?;
                Ok(Self::Postgres(connection))
            }
        }
    }

    /// Whether this is PostgreSQL.
    pub const fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Runs `work` in one write transaction and commits it.
    ///
    /// SQLite takes its write lock at once (`BEGIN IMMEDIATE`): a transaction that reads first and writes later fails
    /// under concurrency whatever the busy timeout says. PostgreSQL runs at READ COMMITTED, where each statement sees
    /// what was committed before it: rows that decide anything are locked first.
    ///
    /// # Errors
    /// What `work` says, or that the transaction could not begin or commit.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.begin_write().map_err(StoreError::from)?;
        match work(self).and_then(|value| held_changes::all_said().map(|()| value).map_err(E::from)) {
            Ok(value) => {
                self.commit().map_err(StoreError::from)?;
                Ok(value)
            }
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// Runs `ask` so that all its questions are answered from one moment.
    ///
    /// # Errors
    /// What `ask` says, or that the view could not be opened.
    pub fn one_view<T, E: From<StoreError>>(&mut self, ask: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let begun = match self {
            Self::Sqlite(connection) => AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN"),
            Self::Postgres(connection) => AnsiTransactionManager::begin_transaction_sql(
                connection,
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            ),
        };
        begun.map_err(StoreError::from)?;
        let answer = ask(self);
        self.roll_back();
        answer
    }

    /// Runs `work` in a write transaction and takes everything back: a dry run.
    ///
    /// # Errors
    /// What `work` says, or that the transaction could not begin.
    pub fn rehearse<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.begin_write().map_err(StoreError::from)?;
        let rehearsed = work(self);
        self.roll_back();
        rehearsed
    }

    pub(super) fn begin_write(&mut self) -> diesel::QueryResult<()> {
        held_changes::forget();
        match self {
            Self::Sqlite(connection) => begin_immediate(connection),
            Self::Postgres(connection) => AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN"),
        }
    }

    pub(super) fn commit(&mut self) -> diesel::QueryResult<()> {
        match self {
            Self::Sqlite(connection) => AnsiTransactionManager::commit_transaction(connection),
            Self::Postgres(connection) => AnsiTransactionManager::commit_transaction(connection),
        }
    }

    /// Gives up the open transaction. If even that fails the connection is unusable and the next statement says so.
    pub(super) fn roll_back(&mut self) {
        let rolled_back = match self {
            Self::Sqlite(connection) => AnsiTransactionManager::rollback_transaction(connection),
            Self::Postgres(connection) => AnsiTransactionManager::rollback_transaction(connection),
        };
        if let Err(error) = rolled_back {
            tracing::debug!(%error, "A transaction could not be rolled back");
        }
    }
}

/// Makes the file, where it is not there yet, for its owner alone: SQLite would take what the umask leaves, and gives the
/// log beside a file the file's own mode. What stands in the way of it, SQLite says better.
fn make_private(file: &Path) {
    let is_no_file = |name: &str| name == ":memory:" || name.starts_with("file:");
    if file.to_str().is_some_and(is_no_file) {
        return;
    }
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    if let Err(error) = made
        && error.kind() != ErrorKind::AlreadyExists
    {
        tracing::debug!(%error, "The database file could not be made");
    }
}

/// Takes SQLite's one write lock.
///
/// # Why its own patience is not used
/// SQLite looks again after 1, 2, 5, ... and at last 100 ms. A process that writes one transaction after the other, as an
/// import does, leaves the lock for a millisecond or two: whoever looks ten times a second meets that by luck, and an
/// opt-out waits for the end of the file.
fn begin_immediate(connection: &mut SqliteConnection) -> diesel::QueryResult<()> {
    connection.batch_execute("PRAGMA busy_timeout = 0")?;
    let started = Instant::now();
    let begun = loop {
        match AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE") {
            Err(error) if error.to_string().contains("locked") && started.elapsed() < PATIENCE => {
                std::thread::sleep(LOOK_AGAIN);
            }
            begun => break begun,
        }
    };
    connection.batch_execute("PRAGMA busy_timeout = 30000")?;
    begun
}

/// What SQLite says about a file, as what to do about it.
fn unusable(path: &str, said: &str) -> StoreError {
    if said.contains("locked") {
        return StoreError::Connect(format!("{path}: {said}"));
    }
    StoreError::Unusable(if said.contains("not a database") {
        format!("{path} is no SQLite database; name another file in DATABASE_URL, or move this one away")
    } else if said.contains("unable to open") {
        format!("{path} cannot be opened; its folder must be there, and this user must be able to write to both")
    } else {
        format!("{path}: {said}")
    })
}
