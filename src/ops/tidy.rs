//! Dropping what has had its time.

use chrono::{Duration, Months};

use super::App;
use crate::clock;
use crate::domain::signup::KEPT_HOURS;
use crate::store::{StoreError, dialect, evidence, signups, throttles};

/// What was dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Sign-ups, confirmed or not.
    pub signups: usize,
    /// IP addresses and user agents of choices.
    pub evidence: usize,
    /// Buckets that are full again, and so say nothing.
    pub buckets: usize,
}

impl Dropped {
    /// Whether nothing had had its time.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Forgets what old letters said and what was asked for by them, and from where choices came that are older than such
/// evidence is kept (SPEC section 3); the ledger's chain covers only its digest. Drops sign-ups that nobody confirmed in their time, what is
/// left of those that were, and the buckets that counted people's tries.
///
/// # Errors
/// The database says no.
pub async fn tidy(app: &App) -> Result<Dropped, StoreError> {
    super::data::housekeep(app).await?;
    let evidence = forget_evidence(app).await?;
    app.store
        .write(Vec::new(), move |db| {
            let now = clock::now();
            Ok(Dropped {
                evidence,
                signups: signups::drop_older(db, now - Duration::hours(KEPT_HOURS))?,
                // Every bucket of tries fills within the hour.
                buckets: throttles::drop_tries(db, now - Duration::hours(1))?,
            })
        })
        .await
}

/// Drops what has been kept for long enough, page by page: everybody else's writes go between.
async fn forget_evidence(app: &App) -> Result<usize, StoreError> {
    let Some(than) = clock::now().checked_sub_months(Months::new(app.settings.evidence_months)) else { return Ok(0) };
    let (mut dropped, mut after) = (0, None);
    loop {
        let page = app.store.write(Vec::new(), move |db| evidence::forget_older(db, than, after)).await?;
        dropped += page.dropped;
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    if dropped > 0 {
        // What was deleted is not to live on in SQLite's log.
        app.store.read(dialect::forget_log).await?;
    }
    Ok(dropped)
}
