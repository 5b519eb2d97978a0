//! Signing checkpoints while the product runs.

use chrono::{DateTime, Duration, Utc};

use super::{Checkpoint, LedgerError, sign, went_back, witness};
use crate::clock;
use crate::ops::App;
use crate::store::ledger;

/// So many entries are signed at once, at the latest.
const ENTRIES: i64 = 10_000;

/// Minutes after which entries are signed, however few.
const MINUTES: i64 = 10;

/// Signs and tells the witness; one for each process that serves.
pub struct Keeper {
    app: App,
    signed: Option<(i64, DateTime<Utc>)>,
    /// What the witness does not have yet.
    untold: Option<Checkpoint>,
    /// How often it did not take it.
    failures: u64,
    /// What was complained of already: each trouble is logged once.
    complained: Option<String>,
}

impl Keeper {
    /// Has signed nothing yet.
    pub const fn new(app: App) -> Self {
        Self { app, signed: None, untold: None, failures: 0, complained: None }
    }

    /// Signs where it is time to, or where there is anything new and it is `the_last_time`; then tells the witness. Nothing
    /// that goes wrong stops anything else: it is logged once, and tried again at the next look.
    pub async fn look(&mut self, the_last_time: bool) {
        match self.sign_if_due(the_last_time).await {
            Ok(()) => self.complained = None,
            Err(error) => self.complain(&crate::ops::check::chain(&error)),
        }
        self.tell_witness().await;
    }

    async fn sign_if_due(&mut self, the_last_time: bool) -> Result<(), LedgerError> {
        let now = clock::now();
        if let Some((seq, at)) = self.signed {
            let new = self.app.store.read(ledger::head).await?.seq.get() - seq;
            let waited = now - at >= Duration::minutes(MINUTES);
            if (0..ENTRIES).contains(&new) && !(new > 0 && (waited || the_last_time)) {
                return Ok(());
            }
        } else if let Some(fault) = went_back(&self.app).await? {
            return Err(LedgerError::Unsound(fault));
        }
        let checkpoint = sign(&self.app).await?;
        let is_new = self.signed.is_none_or(|(seq, _)| seq != checkpoint.seq);
        self.signed = Some((checkpoint.seq, now));
        if is_new {
            tracing::info!(entries = checkpoint.seq, hash = checkpoint.hash, "Signed a checkpoint of the ledger");
            self.untold = Some(checkpoint);
        }
        Ok(())
    }

    async fn tell_witness(&mut self) {
        let Some(witness) = self.app.settings.witness.clone() else { return };
        let Some(checkpoint) = self.untold.clone() else { return };
        match witness::tell(witness, checkpoint).await {
            Ok(()) => {
                if self.failures > 0 {
                    tracing::info!(failures = self.failures, "The witness takes checkpoints again");
                }
                (self.untold, self.failures) = (None, 0);
            }
            Err(error) => {
                if self.failures == 0 {
                    tracing::warn!(%error, "The witness did not take a checkpoint; it is asked again");
                }
                self.failures += 1;
            }
        }
    }

    fn complain(&mut self, of: &str) {
        if self.complained.as_deref() != Some(of) {
            tracing::error!(error = of, "The ledger was not signed");
            self.complained = Some(of.to_owned());
        }
    }
}
