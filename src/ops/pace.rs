//! How many rows one transaction of an import takes: as many as are written in a moment, on whatever machine.
//!
//! # Why it is measured
//! Everybody's opt-outs wait while a batch is written: SQLite has one writer. A number that fits one machine holds them up
//! for a second on another that is slow or busy.

use std::time::Duration;

/// Rows of the first transaction.
const FIRST: usize = 200;
/// Rows of any transaction at most: more buy nothing.
const MOST: usize = 1000;
/// Rows of any transaction at least.
const LEAST: usize = 20;
/// A batch that took longer is followed by one of half as many rows.
const LONG: Duration = Duration::from_millis(20);
/// A batch that took no longer is followed by one of twice as many.
const SHORT: Duration = Duration::from_millis(8);
/// The pause behind each of them: whoever waits for the one writer of SQLite in another process gets it then.
const BETWEEN: Duration = Duration::from_millis(2);

/// The pace of one import.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace(usize);

impl Default for Pace {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Pace {
    /// How many rows the next transaction takes.
    pub(super) fn rows(self) -> usize {
        self.0
    }

    /// Lets others write, and goes by how long the last batch `took`.
    pub(super) async fn rest(&mut self, took: Duration) {
        self.go_by(took);
        tokio::time::sleep(BETWEEN).await;
    }

    fn go_by(&mut self, took: Duration) {
        self.0 = match took {
            long if long > LONG => (self.0 / 2).max(LEAST),
            short if short <= SHORT => (self.0 * 2).min(MOST),
            _ => self.0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_machine_takes_fewer_rows_and_a_quick_one_more_within_bounds() {
        let mut pace = Pace::default();
        pace.go_by(LONG * 2);
        assert_eq!(pace.rows(), FIRST / 2);
        (0..20).for_each(|_| pace.go_by(LONG * 2));
        assert_eq!(pace.rows(), LEAST);
        (0..20).for_each(|_| pace.go_by(SHORT));
        assert_eq!(pace.rows(), MOST);
        pace.go_by(SHORT * 2);
        assert_eq!(pace.rows(), MOST);
    }
}
