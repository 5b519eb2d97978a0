//! The clock: the only place that asks what time it is.

use chrono::{DateTime, SubsecRound as _, Utc};

/// Now, cut to microseconds: that is what both databases keep, so a time read back equals the time written.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else asks")]
pub fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}
