//! What the product does, one file for each family of operations.
//!
//! What people, staff and machines can all do is one function here. Never: HTTP, SQL, a prompt, a print.

mod act;
pub mod activities;
mod again;
pub mod campaigns;
pub mod check;
pub mod child;
mod claim;
pub mod csv_rows;
pub mod data;
pub mod dispatch;
mod files;
mod finality;
mod forgetting;
mod framing;
pub mod install;
mod leaving;
pub mod ledger;
pub mod lists;
pub mod nodes;
pub mod optin;
mod pace;
mod patience;
pub mod policy;
pub mod preferences;
mod ready;
mod ready_letters;
pub mod receipt;
pub mod recipients_import;
mod recipients_named;
mod recipients_rows;
pub mod records;
pub mod signal;
pub mod signing;
pub mod signup;
mod standing;
mod subjects;
pub mod suppress;
pub mod suppressions_import;
pub mod tidy;
pub mod traces;
mod tries;
pub mod undo;
pub mod unsubscribe;
pub mod verdict;
pub mod visit;

use std::sync::Arc;

use crate::config::{DatabaseUrl, Settings};
use crate::link::Keys;
use crate::link::keyring::KeyError;
use crate::store::Store;
pub use crate::store::StoreError;
use crate::store::pool::OpenError;

/// Everything an operation needs: settings, store and keys. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The database.
    pub store: Store,
    /// The key ring.
    pub keys: Keys,
}

/// Why the product cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No key ring.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// No database, or not one that this binary speaks.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database could not be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key ring and the database do not belong together.
    #[error(
        "the key file does not belong to this database: its address key is another one, so no suppression would match. \
         Restore the key file that was made with the database, or point DATABASE_URL at the database of this key file"
    )]
    ForeignKeys,
}

impl App {
    /// Loads the key ring, opens the database, makes its schema current and checks that both belong together (G4).
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn open(settings: Settings) -> Result<Self, StartError> {
        let keys = Keys::load(settings.keys.clone())?;
        let url: DatabaseUrl = settings.database.clone();
        let opened = tokio::task::spawn_blocking(move || Store::open(&url)).await;
        let store = opened.map_err(|_: tokio::task::JoinError| StoreError::ShuttingDown)??;
        let fingerprint = keys.ring().fingerprint();
        let ours = store.read(move |db| crate::store::settings::belongs_to_key(db, &fingerprint)).await?;
        if !ours {
            return Err(StartError::ForeignKeys);
        }
        Ok(Self { settings: Arc::new(settings), store, keys })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn answers(&self) -> Result<(), StoreError> {
        self.store.read(|db| crate::store::nodes::alive(db).map(|_| ())).await
    }
}
