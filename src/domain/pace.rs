//! How fast a relay is asked that says "not now" to one after the other.

use std::time::Duration;

/// Refusals in a row that concern the relay before it is asked more slowly.
const IN_A_ROW: u32 = 10;
/// The first wait between two messages; it doubles.
const FIRST: Duration = Duration::from_millis(250);
/// The longest wait: a relay that lets so many through in so much time opens again within seconds.
const LONGEST: Duration = Duration::from_secs(2);

/// The pace of one relay, shared by all of its connections: one message asks for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    in_a_row: u32,
}

impl Pace {
    /// The relay refused a message for now, for a reason of its own.
    pub const fn refused(&mut self) {
        self.in_a_row = self.in_a_row.saturating_add(1);
    }

    /// The relay answered otherwise: it is at work.
    pub const fn answered(&mut self) {
        self.in_a_row = 0;
    }

    /// How long the relay is left alone before one more message asks it; none where all may go.
    pub fn wait(self) -> Option<Duration> {
        let doublings = self.in_a_row.checked_sub(IN_A_ROW)?;
        Some(FIRST.saturating_mul(1 << doublings.min(10)).min(LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_refusals_in_a_row_slow_down_to_seconds_and_one_other_answer_ends_it() {
        let mut pace = Pace::default();
        let mut waits = Vec::new();
        for _ in 0..16 {
            pace.refused();
            waits.extend(pace.wait().map(|wait| wait.as_millis()));
        }
        assert_eq!(waits, [250, 500, 1000, 2000, 2000, 2000, 2000]);
        pace.answered();
        assert_eq!(pace.wait(), None);
    }
}
