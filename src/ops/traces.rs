//! What an erasure leaves in the database's own files, and when it is gone (G9).
//!
//! Housekeeping clears it; whoever erases waits for that a moment, and says what is left where it takes longer.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::App;
use crate::config::DatabaseUrl;
use crate::store::sweeper::Swept;
use crate::store::{StoreError, traces};

/// How long an answer waits for the files to be cleared.
const WAIT: Duration = Duration::from_secs(2);
/// How often it looks meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// What is left of something that was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traces {
    /// Nothing.
    Gone,
    /// What a database server keeps for its own repair: its write-ahead log and whatever is made from that.
    ForRepair,
    /// What somebody still reads as it was before; housekeeping clears it when they have ended.
    Held,
}

/// What housekeeping did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Housekept {
    /// There was nothing to do.
    Nothing,
    /// The traces of so many deletions are cleared.
    Cleared(usize),
    /// Somebody still reads what was there before.
    Held,
}

/// Clears what can be cleared now. Holds no writer up, however long somebody reads.
///
/// # Errors
/// The database says no.
pub async fn clear(app: &App) -> Result<Housekept, StoreError> {
    match app.store.sweep().await? {
        Swept::Nothing => Ok(Housekept::Nothing),
        Swept::Held => Ok(Housekept::Held),
        Swept::Clear(ids) => {
            let cleared = Housekept::Cleared(ids.len());
            app.store.write(Vec::new(), move |db| traces::cleared(db, &ids)).await?;
            Ok(cleared)
        }
    }
}

/// Waits a moment until what was deleted up to `until` is cleared by whichever process keeps house.
///
/// # Errors
/// The database says no.
pub(super) async fn wait(app: &App, until: DateTime<Utc>) -> Result<Traces, StoreError> {
    let began = Instant::now();
    while app.store.read(move |db| traces::are_left(db, until)).await? {
        if began.elapsed() > WAIT {
            return Ok(Traces::Held);
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    Ok(cleared(app))
}

/// As [`wait`], and clears at the same time: perhaps no other process is there to do it.
///
/// # Errors
/// The database says no.
pub(super) async fn clear_until(app: &App, until: DateTime<Utc>) -> Result<Traces, StoreError> {
    let began = Instant::now();
    while app.store.read(move |db| traces::are_left(db, until)).await? {
        let left = WAIT.saturating_sub(began.elapsed());
        // A vacuum of much goes on without us, and housekeeping sees to the rest.
        let Ok(housekept) = tokio::time::timeout(left, clear(app)).await else { return Ok(Traces::Held) };
        if housekept? == Housekept::Held {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }
    Ok(cleared(app))
}

fn cleared(app: &App) -> Traces {
    if matches!(app.settings.database, DatabaseUrl::Postgres(_)) { Traces::ForRepair } else { Traces::Gone }
}
