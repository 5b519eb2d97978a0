//! Dropping what has had its time.

use chrono::{DateTime, Duration, Months, Utc};

use super::App;
use crate::clock;
use crate::domain::signup::KEPT_HOURS;
use crate::store::older::PAGE;
use crate::store::{Db, StoreError, evidence, signups, throttles, traces};

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
/// evidence is kept (SPEC section 3); the ledger's chain covers only its digest. Drops sign-ups that nobody confirmed in
/// their time, what is left of those that were, and the buckets that counted people's tries. All of it goes page by page:
/// everybody else's writes go between.
///
/// # Errors
/// The database says no.
pub async fn tidy(app: &App) -> Result<Dropped, StoreError> {
    in_pages(app, super::data::housekeep).await?;
    let evidence = forget_evidence(app).await?;
    let signups = in_pages(app, |db, now| signups::drop_older(db, now - Duration::hours(KEPT_HOURS))).await?;
    let buckets = in_pages(app, throttles::drop_tries).await?;
    Ok(Dropped { signups, evidence, buckets })
}

/// Runs what drops a page until there is no full one, and notes each time that something is dropped. Returns how much it was.
async fn in_pages(
    app: &App,
    drop: impl Fn(&mut Db, DateTime<Utc>) -> Result<usize, StoreError> + Copy + Send + 'static,
) -> Result<usize, StoreError> {
    let mut all = 0;
    loop {
        let page = move |db: &mut Db| {
            let now = clock::now();
            let dropped = drop(db, now)?;
            if dropped > 0 {
                traces::leave(db, now)?;
            }
            Ok::<_, StoreError>(dropped)
        };
        let dropped = app.store.write(Vec::new(), page).await?;
        all += dropped;
        if dropped < PAGE {
            return Ok(all);
        }
    }
}

/// Drops what has been kept for long enough.
async fn forget_evidence(app: &App) -> Result<usize, StoreError> {
    let Some(than) = clock::now().checked_sub_months(Months::new(app.settings.evidence_months)) else { return Ok(0) };
    let (mut dropped, mut after) = (0, None);
    loop {
        let page = move |db: &mut Db| {
            let page = evidence::forget_older(db, than, after)?;
            if page.dropped > 0 {
                traces::leave(db, clock::now())?;
            }
            Ok::<_, StoreError>(page)
        };
        let page = app.store.write(Vec::new(), page).await?;
        dropped += page.dropped;
        after = page.next;
        if after.is_none() {
            return Ok(dropped);
        }
    }
}
