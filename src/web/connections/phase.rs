//! What a connection is doing, how long it may, and whether it may be ended for others: rules without IO.

use std::time::{Duration, Instant};

/// How long a connection on which nothing happens is kept.
const SILENT: Duration = Duration::from_secs(5);
/// How long the head of a request may take to arrive, the first of a connection or a later one.
const HEAD: Duration = Duration::from_secs(5);
/// How long a body may take that a handler waits for. The handler's own clock is shorter, and answers.
const BODY: Duration = Duration::from_secs(15);
/// How long an answer may take to leave, whatever its length.
const ANSWER: Duration = Duration::from_secs(10);
/// Octets of an answer for which a reader gets one more second: a slow telephone line.
const SLOWEST_READER: u64 = 4096;
/// How long a connection stays after its last answer, for whoever is still sending to read it.
pub(super) const LEAVING: Duration = Duration::from_secs(2);

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing of a request has come since it was opened, or since the last answer.
    Silent,
    /// A part of a head has come.
    Head,
    /// A handler waits for the body.
    Body,
    /// A handler works. What it does is never broken off: it may be an opt-out.
    Acting,
    /// An answer leaves, of which so many octets have left.
    Answering(u64),
    /// The last answer has left.
    Leaving,
}

impl Phase {
    /// How long it may take; for ever where none.
    fn longest(self) -> Option<Duration> {
        match self {
            Self::Silent => Some(SILENT),
            Self::Head => Some(HEAD),
            Self::Body => Some(BODY),
            Self::Acting => None,
            Self::Answering(octets) => Some(ANSWER + Duration::from_secs(octets / SLOWEST_READER)),
            Self::Leaving => Some(LEAVING),
        }
    }

    /// Whether it has taken too long.
    pub(super) fn is_overdue(self, since: Instant, now: Instant) -> bool {
        self.longest().is_some_and(|longest| now.saturating_duration_since(since) > longest)
    }

    /// Whether it waits for the client, so that it may be ended when others need the room.
    pub(super) const fn waits(self) -> bool {
        !matches!(self, Self::Acting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_waits_for_a_client_ends_and_whatever_acts_does_not() {
        let since = Instant::now();
        let (soon, late) = (since + Duration::from_secs(1), since + Duration::from_mins(1));
        for phase in [Phase::Silent, Phase::Head, Phase::Body, Phase::Answering(0), Phase::Leaving] {
            assert!(phase.waits() && !phase.is_overdue(since, soon) && phase.is_overdue(since, late), "{phase:?}");
        }
        assert!(!Phase::Acting.waits() && !Phase::Acting.is_overdue(since, since + Duration::from_hours(1)));
    }

    #[test]
    fn whoever_reads_as_fast_as_a_slow_telephone_gets_a_long_answer_whole() {
        let since = Instant::now();
        let (octets, minute) = (1 << 20, since + Duration::from_mins(1));
        assert!(!Phase::Answering(octets).is_overdue(since, minute));
        assert!(Phase::Answering(octets / 100).is_overdue(since, minute));
    }
}
