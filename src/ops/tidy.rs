//! Dropping what has had its time.

use chrono::Duration;

use super::App;
use crate::clock;
use crate::domain::signup::KEPT_HOURS;
use crate::store::{StoreError, signups, throttles};

/// What was dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Sign-ups, confirmed or not.
    pub signups: usize,
    /// Buckets that are full again, and so say nothing.
    pub buckets: usize,
}

/// Forgets what old letters said and what was asked for by them; drops sign-ups that nobody confirmed in their time, what is
/// left of those that were, and the buckets that counted people's tries.
///
/// # Errors
/// The database says no.
pub async fn tidy(app: &App) -> Result<Dropped, StoreError> {
    super::data::housekeep(app).await?;
    app.store
        .write(Vec::new(), |db| {
            let now = clock::now();
            Ok(Dropped {
                signups: signups::drop_older(db, now - Duration::hours(KEPT_HOURS))?,
                // Every bucket of tries fills within the hour.
                buckets: throttles::drop_tries(db, now - Duration::hours(1))?,
            })
        })
        .await
}
