//! One connection: what it is doing, as its stream, the handlers and the [crowd](super::crowd) tell each other.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Waker};
use std::time::Instant;

use tokio::sync::Notify;

use super::phase::Phase;

/// Whether octets of the client are wanted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The first of a head.
    Begins,
    /// More of a head.
    Head,
    /// A body.
    Body,
    /// Later: a handler works, or an answer leaves.
    NotNow,
    /// Never again.
    Over,
}

/// One connection.
#[derive(Debug)]
pub(in crate::web) struct Connection {
    state: Mutex<State>,
    ended: Notify,
}

#[expect(clippy::struct_excessive_bools, reason = "each is set by another party, at its own time")]
#[derive(Debug)]
struct State {
    phase: Phase,
    since: Instant,
    /// The request has a body that has not been read to its end.
    body_open: bool,
    /// The answer has been made to its last octet.
    answer_whole: bool,
    /// The connection ends with this answer.
    closes: bool,
    /// A request came behind the last answer.
    too_late: bool,
    /// What it took too long for.
    overdue: Option<Phase>,
    /// Who asked for octets when none were wanted.
    refused: Option<Waker>,
}

impl State {
    fn enter(&mut self, phase: Phase) {
        (self.phase, self.since) = (phase, Instant::now());
        if let Some(waker) = self.refused.take() {
            waker.wake();
        }
    }
}

impl Connection {
    pub(super) fn new() -> Self {
        let state = State {
            phase: Phase::Silent,
            since: Instant::now(),
            body_open: false,
            answer_whole: false,
            closes: false,
            too_late: false,
            overdue: None,
            refused: None,
        };
        Self { state: Mutex::new(state), ended: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request has come, and a handler gets it. False where it came behind the last answer: nobody may act on it then
    /// (RFC 9112 section 9.6), and the connection ends as soon as that answer has left.
    pub(super) fn begins(&self, has_body: bool) -> bool {
        let mut state = self.state();
        if state.closes {
            state.too_late = true;
            return false;
        }
        (state.body_open, state.answer_whole) = (has_body, false);
        state.enter(Phase::Acting);
        true
    }

    /// A handler waits for the body.
    pub(in crate::web) fn awaits_body(&self) {
        let mut state = self.state();
        if state.body_open {
            state.enter(Phase::Body);
        }
    }

    /// The handler waits no longer, because it has all or because it gives up; in that case the connection ends with
    /// the answer.
    pub(in crate::web) fn has_body(&self, whole: bool) {
        let mut state = self.state();
        state.body_open &= !whole;
        state.enter(Phase::Acting);
    }

    /// The handler has answered. Returns whether the connection ends with the answer: a body that nobody has read would
    /// otherwise be read to its end, however long that is.
    pub(super) fn answers(&self, closes: bool) -> bool {
        let mut state = self.state();
        state.closes |= closes || state.body_open;
        state.enter(Phase::Answering(0));
        state.closes
    }

    /// The last octet of the answer has been made.
    pub(super) fn answer_is_whole(&self) {
        self.state().answer_whole = true;
    }

    /// So many octets have left.
    pub(super) fn wrote(&self, octets: usize) {
        if let Phase::Answering(written) = &mut self.state().phase {
            *written = written.saturating_add(octets.try_into().unwrap_or(u64::MAX));
        }
    }

    /// All that was made has left.
    pub(super) fn flushed(&self) {
        let mut state = self.state();
        if matches!(state.phase, Phase::Answering(_)) && state.answer_whole {
            let next = if state.closes { Phase::Leaving } else { Phase::Silent };
            state.enter(next);
        }
        if state.phase == Phase::Leaving && state.too_late {
            self.ended.notify_one();
        }
    }

    /// No more requests are read, and no more answers are written.
    pub(super) fn leaves(&self) {
        let mut state = self.state();
        state.closes = true;
        state.enter(Phase::Leaving);
    }

    /// Whether the answer that leaves, or has left, is the last one.
    pub(super) fn is_at_its_end(&self) -> bool {
        self.state().closes
    }

    /// Whether octets of the client are wanted now. Who is told that they are not is woken when they are.
    pub(super) fn reading(&self, context: &Context<'_>) -> Reading {
        let mut state = self.state();
        match state.phase {
            Phase::Silent => Reading::Begins,
            Phase::Head => Reading::Head,
            Phase::Body => Reading::Body,
            Phase::Leaving => Reading::Over,
            Phase::Acting | Phase::Answering(_) => {
                state.refused = Some(context.waker().clone());
                Reading::NotNow
            }
        }
    }

    /// The first octets of a head have come.
    pub(super) fn head_begins(&self) {
        self.state().enter(Phase::Head);
    }

    /// Since when it waits for the client; none where a handler works.
    pub(super) fn waits_since(&self) -> Option<Instant> {
        let state = self.state();
        state.phase.waits().then_some(state.since)
    }

    /// Whether its last answer has left.
    pub(super) fn is_leaving(&self) -> bool {
        self.state().phase == Phase::Leaving
    }

    /// Whether nothing of a request has come.
    pub(super) fn is_silent(&self) -> bool {
        self.state().phase == Phase::Silent
    }

    /// Ends it if it has taken too long; whether it has.
    pub(super) fn ends_if_overdue(&self, now: Instant) -> bool {
        let mut state = self.state();
        let overdue = state.phase.is_overdue(state.since, now);
        if overdue {
            state.overdue = Some(state.phase);
            drop(state);
            self.end();
        }
        overdue
    }

    /// Ends it for the sake of others.
    pub(super) fn end(&self) {
        self.ended.notify_one();
    }

    /// Comes when it is to end.
    pub(super) async fn ended(&self) {
        self.ended.notified().await;
    }

    /// Whether it ends because a head took too long, and is told so.
    pub(super) fn is_told_of_its_slow_head(&self) -> bool {
        self.state().overdue == Some(Phase::Head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(connection: &Connection) -> Reading {
        connection.reading(&Context::from_waker(Waker::noop()))
    }

    #[test]
    fn a_request_that_is_read_whole_leaves_the_connection_for_another() {
        let connection = Connection::new();
        assert_eq!(reading(&connection), Reading::Begins);
        connection.head_begins();
        assert_eq!(reading(&connection), Reading::Head);
        connection.begins(true);
        assert_eq!((reading(&connection), connection.waits_since()), (Reading::NotNow, None));
        connection.awaits_body();
        assert_eq!(reading(&connection), Reading::Body);
        connection.has_body(true);
        assert!(!connection.answers(false));
        connection.flushed();
        assert_eq!(reading(&connection), Reading::NotNow, "a part of the answer is not made yet");
        connection.answer_is_whole();
        connection.flushed();
        assert_eq!(reading(&connection), Reading::Begins);
    }

    #[test]
    fn nobody_acts_on_what_comes_behind_the_last_answer() {
        let connection = Connection::new();
        assert!(connection.begins(false));
        assert!(connection.answers(true));
        assert!(!connection.begins(false));
        connection.answer_is_whole();
        connection.flushed();
        assert!(connection.is_leaving());
    }

    #[test]
    fn a_body_that_nobody_reads_to_its_end_ends_the_connection() {
        for reads in [false, true] {
            let connection = Connection::new();
            connection.begins(true);
            if reads {
                connection.awaits_body();
                connection.has_body(false);
            }
            assert!(connection.answers(false));
            connection.answer_is_whole();
            connection.flushed();
            assert_eq!(reading(&connection), Reading::Over);
        }
    }
}
