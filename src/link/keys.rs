//! The ring as a running process holds it: read once, read again when a link names a key it does not know.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::keyring::{KeyError, KeyRing};
use super::token::{self, Claim, OpenError};

/// How often an unknown key id may make us read the file again: forged links must not turn into disk reads.
const REREAD_AFTER: Duration = Duration::from_secs(1);

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
    read_at: Instant,
}

impl Keys {
    /// Reads the ring from its file.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn load(path: PathBuf) -> Result<Self, KeyError> {
        let ring = Arc::new(KeyRing::load(&path)?);
        Ok(Self { path, held: Arc::new(Mutex::new(Held { ring, read_at: Instant::now() })) })
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
        match token::open(&self.ring(), token) {
            Err(OpenError::UnknownKey(_)) if self.reread() => token::open(&self.ring(), token),
            answer => answer,
        }
    }

    fn reread(&self) -> bool {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.read_at.elapsed() < REREAD_AFTER {
            return false;
        }
        held.read_at = Instant::now();
        match KeyRing::load(&self.path) {
            // A ring with another address key belongs to another database: it is never taken in passing.
            Ok(ring) if ring.fingerprint() == held.ring.fingerprint() => {
                held.ring = Arc::new(ring);
                true
            }
            Ok(_) => false,
            Err(error) => {
                tracing::warn!(%error, "Could not read the key file again");
                false
            }
        }
    }
}
