//! How long a relay may take for each step (RFC 5321 section 4.5.3.2).

use std::time::{Duration, Instant};

/// The longest that each step of the dialogue may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// To reach the relay at all.
    pub(super) connect: Duration,
    /// Greeting, EHLO, TLS, AUTH, MAIL, RCPT and DATA, each.
    pub(super) command: Duration,
    /// The body, and the answer to its final dot.
    pub(super) body: Duration,
    /// QUIT is a courtesy.
    pub(super) quit: Duration,
    /// When all of it has to be over, where somebody waits.
    over_at: Option<Instant>,
}

/// 5 minutes for a command; 3 minutes for a block of the body and 10 for the answer to the final dot.
const OF_RFC_5321: Times = Times {
    connect: Duration::from_secs(30),
    command: Duration::from_mins(5),
    body: Duration::from_mins(13),
    quit: Duration::from_secs(2),
    over_at: None,
};

impl Times {
    /// Those of RFC 5321, none above `limit` where there is one.
    pub(super) fn within(limit: Option<Duration>) -> Self {
        let bound = |time: Duration| limit.map_or(time, |limit| time.min(limit));
        let Self { connect, command, body, quit, over_at } = OF_RFC_5321;
        Self { connect: bound(connect), command: bound(command), body: bound(body), quit: bound(quit), over_at }
    }

    /// All steps together in `whole`, counted from now.
    pub(super) fn all_in(self, whole: Duration) -> Self {
        Self { over_at: Some(Instant::now() + whole), ..self }
    }

    /// What is left of the time that a step may take.
    pub(super) fn left(self, step: Duration) -> Duration {
        self.over_at.map_or(step, |over_at| step.min(over_at.saturating_duration_since(Instant::now())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_bounds_every_step_and_lengthens_none() {
        assert_eq!(Times::within(None), OF_RFC_5321);
        let bounded = Times::within(Some(Duration::from_mins(1)));
        assert_eq!((bounded.command, bounded.body), (Duration::from_mins(1), Duration::from_mins(1)));
        assert_eq!((bounded.connect, bounded.quit), (OF_RFC_5321.connect, OF_RFC_5321.quit));
        let soon = bounded.all_in(Duration::from_secs(10));
        assert!(soon.left(soon.command) <= Duration::from_secs(10));
        assert_eq!(bounded.left(bounded.command), bounded.command);
    }
}
