//! The database of an installation before anything runs on it: making it current, and looking at it.

use super::StartError;
use crate::config::DatabaseUrl;
use crate::store::pool::OpenError;
use crate::store::{Db, StoreError, migrate, settings};

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
    /// Everything else that keeps the product from starting.
    #[error(transparent)]
    Start(#[from] StartError),
}

/// Looks at the database and changes nothing: is it there, is it current, was it filled with the key of `fingerprint`?
///
/// # Errors
/// See [`DatabaseFault`].
pub async fn inspect(url: &DatabaseUrl, fingerprint: Option<[u8; 32]>) -> Result<(), DatabaseFault> {
    if let DatabaseUrl::Sqlite(file) = url
        && !file.exists()
    {
        return Err(DatabaseFault::Missing(file.display().to_string()));
    }
    let asked = on_database(url, |db| match migrate::missing(db)? {
        0 => Ok((0, settings::key_fingerprint(db)?)),
        behind => Ok((behind, None)),
    });
    let (behind, theirs) = asked.await.map_err(StartError::from)?;
    if behind > 0 {
        return Err(DatabaseFault::Behind(behind));
    }
    let ours = fingerprint.map(|ours| data_encoding::HEXLOWER.encode(&ours));
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours != theirs => Err(StartError::ForeignKeys.into()),
        _ => Ok(()),
    }
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
