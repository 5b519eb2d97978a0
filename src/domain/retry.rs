//! When a message that was refused for now is tried again.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// The longest wait between two tries: after it, waiting longer only makes mail older.
const LONGEST: Duration = Duration::from_hours(6);
/// The longest wait after a hand-over that provably did not happen: the relay was away, the recipient is not at fault.
const LONGEST_UNSENT: Duration = Duration::from_mins(5);

/// How long to wait and when to give up (RFC 5321 section 4.5.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// The wait after the first refusal; it doubles with each.
    pub first: Duration,
    /// How long after the first try no further one is made.
    pub give_up_after: Duration,
}

impl RetryPolicy {
    /// When to try again after the `attempt`-th try, counted from 1; none where it is time to give up.
    ///
    /// `jitter` in 0..=1 spreads tries over a quarter of the wait, so that refused messages do not come back in step.
    pub fn next_try(
        &self,
        attempt: i32,
        first_try_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
        jitter: f64,
    ) -> Option<DateTime<Utc>> {
        let wait = doubled(self.first, attempt, LONGEST.max(self.first));
        let next = now + wait + wait.mul_f64(jitter.clamp(0.0, 1.0) / 4.0);
        (next <= self.give_up_at(first_try_at, now)).then_some(next)
    }

    /// When to try again what provably was not sent; none where it is time to give up: a relay that answers one person
    /// with garbage for ever is not asked for ever.
    pub fn next_unsent_try(
        &self,
        attempt: i32,
        first_try_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let next = now + doubled(Duration::from_secs(1), attempt, LONGEST_UNSENT);
        // One that was never tried before is tried again, however short the time.
        (first_try_at.is_none() || next <= self.give_up_at(first_try_at, now)).then_some(next)
    }

    fn give_up_at(&self, first_try_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
        first_try_at.unwrap_or(now) + self.give_up_after
    }
}

fn doubled(first: Duration, attempt: i32, longest: Duration) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(20);
    first.saturating_mul(1 << doublings).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: RetryPolicy =
        RetryPolicy { first: Duration::from_mins(30), give_up_after: Duration::from_hours(5 * 24) };

    #[test]
    fn waits_double_up_to_six_hours_and_end_after_five_days() {
        let start = DateTime::UNIX_EPOCH;
        let wait = |attempt| (POLICY.next_try(attempt, Some(start), start, 0.0).unwrap() - start).num_minutes();
        assert_eq!([wait(1), wait(2), wait(3), wait(9)], [30, 60, 120, 360]);
        let late = start + chrono::Duration::days(5);
        assert_eq!(POLICY.next_try(20, Some(start), late, 0.0), None);
    }

    #[test]
    fn what_was_not_sent_is_tried_soon_and_given_up_as_late() {
        let start = DateTime::UNIX_EPOCH;
        let wait = |attempt| (POLICY.next_unsent_try(attempt, Some(start), start).unwrap() - start).num_seconds();
        assert_eq!([wait(1), wait(2), wait(20)], [1, 2, 300]);
        assert_eq!(POLICY.next_unsent_try(20, Some(start), start + chrono::Duration::days(5)), None);
    }
}
