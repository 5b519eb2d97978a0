//! The store as the rest of the program holds it: a pool to read through and writers to write through.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use diesel::RunQueryDsl as _;

use super::choices::{Decided, Known};
use super::db::Db;
use super::error::StoreError;
use super::group::{Choosing, Job};
use super::looks::{LookAnswer, LookRequest};
use super::migrate;
use super::outcomes::Record;
use super::sweeper::{Sweeper, Swept};
use super::writer::Writer;
use crate::config::DatabaseUrl;
use crate::domain::RecipientId;

/// Connections that read. More than 16 buy nothing on 2 cores (measured).
const READERS: u32 = 8;
/// How long a reader waits for a free connection.
const WAIT: Duration = Duration::from_secs(10);

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Store {
    pool: r2d2::Pool<Manager>,
    /// Last looks and outcomes: what a connection to the relay waits for.
    looks: Arc<Writer>,
    /// Claims, and whatever keeps the send path going.
    claims: Arc<Writer>,
    /// Everything else.
    choices: Arc<Writer>,
    /// What clears the database's own files of what was deleted.
    sweeper: Arc<Mutex<Sweeper>>,
}

/// Opens connections for the pool by the scheme of the URL and guesses nothing.
#[derive(Debug)]
struct Manager(DatabaseUrl);

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = StoreError;

    fn connect(&self) -> Result<Db, StoreError> {
        Db::open(&self.0)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), StoreError> {
        diesel::sql_query("SELECT 1").execute(db)?;
        Ok(())
    }

    fn has_broken(&self, _: &mut Db) -> bool {
        false
    }
}

/// Why the store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No connection, or the database said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The schema is not the one that this binary speaks.
    #[error(transparent)]
    Schema(#[from] migrate::MigrateError),
}

impl OpenError {
    /// Whether asking again may help: the database is busy or away, not wrong.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Store(error) | Self::Schema(migrate::MigrateError::Store(error)) => error.is_temporary(),
            Self::Schema(migrate::MigrateError::Newer(_) | migrate::MigrateError::Failed(_)) => false,
        }
    }
}

impl Store {
    /// Opens the database, makes its schema current, and starts the writers.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(url: &DatabaseUrl) -> Result<Self, OpenError> {
        let mut first = Db::open(url)?;
        migrate::run(&mut first)?;
        drop(first);
        let pool = r2d2::Pool::builder()
            .max_size(READERS)
            .min_idle(Some(1))
            .connection_timeout(WAIT)
            .build(Manager(url.clone()))
            .map_err(StoreError::Pool)?;
        let looks = Arc::new(Writer::start(url.clone(), "looks")?);
        // SQLite has one writer anyway.
        let beside = |name| match url {
            DatabaseUrl::Sqlite(_) => Ok(Arc::clone(&looks)),
            DatabaseUrl::Postgres(_) => Writer::start(url.clone(), name).map(Arc::new),
        };
        let (claims, choices) = (beside("claims")?, beside("choices")?);
        let sweeper = Arc::new(Mutex::new(Sweeper::new(url.clone())));
        Ok(Self { pool, looks, claims, choices, sweeper })
    }

    /// Runs `question` on a pooled connection, on a thread that may block.
    ///
    /// # Errors
    /// What the question says, or that no connection was to be had.
    pub async fn read<T, E>(&self, question: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let pool = self.pool.clone();
        let asked = tokio::task::spawn_blocking(move || {
            let mut db = pool.get().map_err(StoreError::Pool)?;
            question(&mut db)
        });
        asked.await.unwrap_or_else(|_: tokio::task::JoinError| Err(StoreError::ShuttingDown.into()))
    }

    /// Runs `work` in a transaction that may hold other callers' work too, and answers after it is committed.
    ///
    /// The rows of `recipients` are locked before, in one order for everybody. `work` may be run again if the commit
    /// fails, so it does nothing but speak to the database.
    ///
    /// # Errors
    /// What `work` says (its own part is rolled back), or that nothing could be committed.
    pub async fn write<T, E>(
        &self,
        recipients: Vec<RecipientId>,
        work: impl FnMut(&mut Db) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Job::submit(&self.choices, recipients, work).await
    }

    /// Lets a choice of `recipient` be decided on what is known of them, none where they are not known, and writes it:
    /// read and written together with the choices of others that come at the same time. Answers after it is committed.
    ///
    /// As [`Store::write`], with the recipient's lock. `decide` may be run again, and asks the database nothing that it
    /// can help.
    ///
    /// # Errors
    /// What `decide` says (nothing of it is written), or that nothing could be committed.
    pub async fn choose<T, E>(
        &self,
        recipient: RecipientId,
        doubts_since: DateTime<Utc>,
        decide: impl FnMut(&mut Db, Option<&Known>) -> Result<Decided<T>, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Choosing::submit(&self.choices, recipient, doubts_since, decide).await
    }

    /// As [`Store::write`], on the senders' own writer: claims and whatever keeps the send path going.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn write_sending<T, E>(&self, work: impl FnMut(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Job::submit(&self.claims, Vec::new(), work).await
    }

    /// The last look of one delivery (G2): looked at alone, committed together with others that come at the same time.
    ///
    /// # Errors
    /// The look could not be committed: nothing may be sent (G4).
    pub async fn look(&self, request: LookRequest) -> Result<LookAnswer, StoreError> {
        self.looks.look(request).await
    }

    /// Clears the database's own files of what was deleted, as far as nobody reads it (G9). Nobody waits for it, and it
    /// waits for nobody.
    ///
    /// # Errors
    /// The database says no.
    pub async fn sweep(&self) -> Result<Swept, StoreError> {
        let sweeper = Arc::clone(&self.sweeper);
        let sweep = move || sweeper.lock().unwrap_or_else(PoisonError::into_inner).sweep();
        let swept = tokio::task::spawn_blocking(sweep).await;
        swept.unwrap_or_else(|_: tokio::task::JoinError| Err(StoreError::ShuttingDown))
    }

    /// Records what became of one hand-over.
    ///
    /// # Errors
    /// The outcome could not be committed; the delivery stays `handing_over` and will be found in doubt.
    pub async fn record(&self, record: Record) -> Result<(), StoreError> {
        self.looks.record(record).await
    }
}
