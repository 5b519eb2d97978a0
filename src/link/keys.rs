//! The ring as a running process holds it: read once, read again when a link names a key it does not know.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};

use super::checkpoint_key::CheckpointKey;
use super::keyring::{KeyError, KeyRing};
use super::token::{self, Claim, OpenError};
use super::visit::{self, Visit};

/// A shared handle on the key ring. After `consentry keys rotate` on any node, running processes pick the new key up
/// with the first link that names it.
#[derive(Clone, Debug)]
pub struct Keys {
    path: PathBuf,
    held: Arc<Mutex<Held>>,
}

#[derive(Debug)]
struct Held {
    ring: Arc<KeyRing>,
    read: Stamp,
}

/// What tells one state of the file from another without reading it: every rotation makes a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    file: u64,
    seconds: i64,
    nanoseconds: i64,
    length: u64,
}

impl Stamp {
    /// None where there is no file to be read.
    fn of(path: &Path) -> Option<Self> {
        let data = std::fs::metadata(path).ok()?;
        Some(Self { file: data.ino(), seconds: data.mtime(), nanoseconds: data.mtime_nsec(), length: data.len() })
    }
}

impl Keys {
    /// Reads the ring from its file.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn load(path: PathBuf) -> Result<Self, KeyError> {
        // Before the file itself: if it is replaced in between, it will be read again.
        let read = Stamp::of(&path);
        let ring = Arc::new(KeyRing::load(&path)?);
        let read = read.ok_or_else(|| KeyError::Missing(path.clone()))?;
        Ok(Self { path, held: Arc::new(Mutex::new(Held { ring, read })) })
    }

    /// The ring as it is now.
    pub fn ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.held.lock().unwrap_or_else(PoisonError::into_inner).ring)
    }

    /// Signs `claim`.
    pub fn mint(&self, claim: &Claim) -> String {
        token::mint(&self.ring(), claim)
    }

    /// Checks a token and reads its claim; reads the key file again where the token names an unknown key.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(&self, token: &str) -> Result<Claim, OpenError> {
        let opened = self.with_newest(|ring| token::open(ring, token));
        opened.inspect_err(|error| tracing::info!(refused = error.kind(), "A link was refused"))
    }

    /// A new word for the form at `place`; none where the system gives no random bytes.
    pub fn begin_visit(&self, place: &[u8], now: DateTime<Utc>) -> Option<String> {
        visit::mint(&self.ring(), place, now)
    }

    /// Checks the word that came back from the form at `place`; reads the key file again where it names an unknown key.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open_visit(&self, place: &[u8], word: &str) -> Result<Visit, OpenError> {
        let opened = self.with_newest(|ring| visit::open(ring, place, word));
        opened.inspect_err(|error| tracing::info!(refused = error.kind(), "The word of a form was refused"))
    }

    fn with_newest<T>(&self, open: impl Fn(&KeyRing) -> Result<T, OpenError>) -> Result<T, OpenError> {
        let ring = self.ring();
        match open(&ring) {
            Err(OpenError::UnknownKey(id)) => match self.newer_than(&ring) {
                Some(newer) => open(&newer),
                None => Err(OpenError::UnknownKey(id)),
            },
            answer => answer,
        }
    }

    /// The key that signs checkpoints. A ring from before there were any gets one, in its file too.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn checkpoint_key(&self) -> Result<CheckpointKey, KeyError> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = held.ring.checkpoint_key() {
            return Ok(key.clone());
        }
        let ring = KeyRing::change(&self.path, |ring| {
            // Another node may have been faster.
            if ring.checkpoint_key().is_none() {
                ring.add_checkpoint_key()?;
            }
            Ok::<_, KeyError>(ring.clone())
        })?;
        let key = ring.checkpoint_key().cloned().ok_or_else(|| KeyError::Missing(self.path.clone()))?;
        if ring.fingerprint() == held.ring.fingerprint() {
            held.ring = Arc::new(ring);
        }
        Ok(key)
    }

    /// The ring, if it is another one than `known` by now. The file is read only if it is another one as well: forged
    /// links must not turn into disk reads, and a good one is never told to come back later.
    fn newer_than(&self, known: &Arc<KeyRing>) -> Option<Arc<KeyRing>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if !Arc::ptr_eq(&held.ring, known) {
            return Some(Arc::clone(&held.ring));
        }
        let stamp = Stamp::of(&self.path).filter(|stamp| *stamp != held.read)?;
        match KeyRing::load(&self.path) {
            Ok(ring) => {
                held.read = stamp;
                // A ring with another address key belongs to another database: it is never taken in passing.
                if ring.fingerprint() != held.ring.fingerprint() {
                    return None;
                }
                held.ring = Arc::new(ring);
                Some(Arc::clone(&held.ring))
            }
            Err(error) => {
                tracing::warn!(%error, "Could not read the key file again");
                None
            }
        }
    }
}
