//! The database of an installation before anything runs on it: making it current, and looking at it.

use chrono::{DateTime, Duration, Utc};

use super::StartError;
use super::ledger::{self, Checkpoint, Standing};
use crate::clock;
use crate::config::DatabaseUrl;
use crate::store::pool::OpenError;
use crate::store::{Db, StoreError, migrate, settings, throttles};

/// Makes the schema current, and returns the names of the steps that ran.
///
/// # Errors
/// See [`OpenError`]; nothing is changed then.
pub async fn migrate(url: &DatabaseUrl) -> Result<Vec<String>, OpenError> {
    on_database(url, |db| Ok(migrate::run(db)?)).await
}

/// Whether the database was filled with the keys of a key file. Makes its schema current.
///
/// # Errors
/// See [`OpenError`].
pub async fn has_keys(url: &DatabaseUrl) -> Result<bool, OpenError> {
    let asked = on_database(url, |db| {
        migrate::run(db)?;
        Ok(settings::key_fingerprint(db)?)
    });
    Ok(asked.await?.is_some())
}

/// What is wrong with a database.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseFault {
    /// No file.
    #[error("the database {0} is not there; `consentry init` makes it")]
    Missing(String),
    /// The schema is an older one.
    #[error("the database is {0} steps behind; `consentry migrate` makes it current, and so does `consentry serve`")]
    Behind(usize),
    /// The ledger does not go on from what was signed.
    #[error(transparent)]
    WentBack(#[from] ledger::Fault),
    /// Everything else that keeps the product from starting.
    #[error(transparent)]
    Start(#[from] StartError),
}

/// Looks at the database and changes nothing: is it there, is it current, was it filled with the key of `fingerprint`, and
/// has it all that the newest `checkpoint` of its installation covers?
///
/// # Errors
/// See [`DatabaseFault`].
pub async fn inspect(
    url: &DatabaseUrl,
    fingerprint: Option<[u8; 32]>,
    checkpoint: Option<Checkpoint>,
) -> Result<(), DatabaseFault> {
    if let DatabaseUrl::Sqlite(file) = url
        && !file.exists()
    {
        return Err(DatabaseFault::Missing(file.display().to_string()));
    }
    let asked = on_database(url, move |db| match migrate::missing(db)? {
        0 => {
            let standing = checkpoint.as_ref().map(|newest| Ok((newest, ledger::checkpoint::standing(db, newest)?)));
            let standing: Option<(&Checkpoint, Standing)> = standing.transpose().map_err(|error: StoreError| error)?;
            let went_back = standing.and_then(|(newest, standing)| standing.fault(newest));
            Ok((0, settings::key_fingerprint(db)?, went_back))
        }
        behind => Ok((behind, None, None)),
    });
    let (behind, theirs, went_back) = asked.await.map_err(StartError::from)?;
    if behind > 0 {
        return Err(DatabaseFault::Behind(behind));
    }
    let ours = fingerprint.map(|ours| data_encoding::HEXLOWER.encode(&ours));
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours != theirs => Err(StartError::ForeignKeys.into()),
        _ => went_back.map_or(Ok(()), |fault| Err(fault.into())),
    }
}

/// What strangers asked for more of than they may within the last day, and when last.
///
/// # Errors
/// See [`OpenError`].
pub async fn alarms(url: &DatabaseUrl) -> Result<Vec<(String, DateTime<Utc>)>, OpenError> {
    let since = clock::now() - Duration::hours(24);
    let all = on_database(url, |db| Ok(throttles::named(db, throttles::ALARM)?)).await?;
    Ok(all.into_iter().filter(|(_, at)| *at > since).collect())
}

/// Runs `work` on a connection of its own, on a thread that may block.
async fn on_database<T: Send + 'static>(
    url: &DatabaseUrl,
    work: impl FnOnce(&mut Db) -> Result<T, OpenError> + Send + 'static,
) -> Result<T, OpenError> {
    let url = url.clone();
    let done = tokio::task::spawn_blocking(move || work(&mut Db::open(&url)?)).await;
    done.unwrap_or_else(|_: tokio::task::JoinError| Err(StoreError::ShuttingDown.into()))
}
