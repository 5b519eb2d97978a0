//! Proving the ledger (G8): in the database with all that hangs on it, or in an export, offline.
//!
//! The chain alone proves that nothing was changed by somebody who could not write all of it anew. So its end is signed
//! from time to time by a key that never enters the database, and what was signed is kept beside the keys and, where the
//! operator names one, by a witness. docs/ledger.md says what that shows and what it cannot.

mod against;
pub mod book;
pub mod checkpoint;
mod export;
mod fault;
mod keeper;
mod verify;
mod walk;
mod witness;

use std::path::PathBuf;

pub use against::{Against, SinceError};
use book::Book;
pub use checkpoint::{Checkpoint, Standing};
pub use export::{export, verify_export};
pub use fault::{Fault, Verified};
pub use keeper::Keeper;

use super::App;
use crate::clock;
use crate::link::PublicKey;
use crate::link::keyring::KeyError;
use crate::store::StoreError;

/// Why the ledger could not be read, or was not signed.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The database said no.
    #[error("the ledger could not be read")]
    Store(#[from] StoreError),
    /// The file could not be read or written.
    #[error("the export could not be read or written")]
    Io(#[from] std::io::Error),
    /// There is no key to sign with.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The library signed nothing.
    #[error("the checkpoint could not be signed")]
    NotSigned,
    /// Checkpoints are kept in a file beside the keys.
    #[error("the checkpoints in {} could not be read or written", .0.display())]
    Book(PathBuf, #[source] std::io::Error),
    /// What the database holds does not follow from what was signed before: signing it would cover that up.
    #[error("no checkpoint was signed: {0}")]
    Unsound(Fault),
}

/// What an export came to.
#[derive(Debug)]
pub struct Exported {
    /// Its entries.
    pub entries: i64,
    /// Why its end is not signed.
    pub unsigned: Option<Fault>,
}

/// Verifies the database's ledger from the first entry to the end, with all that hangs on it, and compares it with the
/// checkpoints that are kept beside the keys and with what `against` has already.
///
/// # Errors
/// See [`LedgerError`]; a broken chain is an answer, not an error.
pub async fn verify(app: &App, mut against: Against) -> Result<Verified, LedgerError> {
    let ring = app.keys.ring();
    let path = book::path(&app.settings);
    let kept = Book::read(&path).map_err(|error| LedgerError::Book(path.clone(), error))?;
    against.add_book(&path.display().to_string(), &kept, &ring.checkpoint_publics());
    Ok(app.store.read(move |db| db.one_view(|db| verify::database(db, &ring, against))).await?)
}

/// Signs what the ledger has come to, and keeps the checkpoint beside the keys. Where nothing has changed since the newest
/// one, that one is it. Costs a look at the entries since then and at every suppression.
///
/// # Errors
/// See [`LedgerError`]. Nothing is signed that does not follow from what was signed before.
pub async fn sign(app: &App) -> Result<Checkpoint, LedgerError> {
    let key = app.keys.checkpoint_key()?;
    let path = book::path(&app.settings);
    let kept = Book::read(&path).map_err(|error| LedgerError::Book(path.clone(), error))?;
    let before = kept.newest(&app.keys.ring().checkpoint_publics()).cloned();
    let known = before.clone();
    let signed = app.store.read(move |db| db.one_view(|db| checkpoint::sign(db, &key, before.as_ref(), clock::now())));
    let signed = signed.await?;
    if known.as_ref() != Some(&signed) {
        book::append(&path, &signed).map_err(|error| LedgerError::Book(path, error))?;
    }
    Ok(signed)
}

/// What is wrong with a database beside the newest checkpoint of its installation: it is older, or another one. Nothing
/// where it has all that was signed, and where nothing was signed yet.
///
/// # Errors
/// See [`LedgerError`].
pub async fn went_back(app: &App) -> Result<Option<Fault>, LedgerError> {
    let path = book::path(&app.settings);
    let kept = Book::read(&path).map_err(|error| LedgerError::Book(path, error))?;
    let Some(newest) = kept.newest(&app.keys.ring().checkpoint_publics()).cloned() else { return Ok(None) };
    let looked = app.store.read(move |db| Ok(checkpoint::standing(db, &newest)?.fault(&newest)));
    Ok(looked.await.map_err(|error: StoreError| error)?)
}

/// The public halves of the keys that sign checkpoints here, for whoever verifies without the ring.
pub fn public_keys(app: &App) -> Vec<PublicKey> {
    app.keys.ring().checkpoint_publics()
}
