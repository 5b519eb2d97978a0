//! What waits for one relay, and who may take it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::domain::pace::Pace;
use crate::gate::Message;

/// A message that waits.
#[derive(Debug)]
struct Waiting {
    message: Message,
    /// Whether it came back from a connection that had its share: only a fresh one may take it.
    fresh_only: bool,
}

/// What somebody with a connection finds.
#[derive(Debug)]
pub(super) enum Found {
    Message(Box<Message>),
    /// What waits is for a fresh connection, and nobody opens one.
    FreshWanted,
    /// The relay is left alone for so long.
    Later(Duration),
    Nothing,
}

/// The queue before one relay, with what its senders are at.
#[derive(Debug)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    in_hand: usize,
    moved_at: Instant,
    pace: Pace,
    /// While the pace is slow, nothing goes before this.
    not_before: Instant,
    /// Connections that are open, those of them that wait for a message, and those that are being opened.
    pub(super) connections: usize,
    pub(super) idle: usize,
    pub(super) coming: usize,
}

impl Queue {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self {
            waiting: VecDeque::new(),
            in_hand: 0,
            moved_at: now,
            pace: Pace::default(),
            not_before: now,
            connections: 0,
            idle: 0,
            coming: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    pub(super) fn push(&mut self, message: Message) {
        if self.in_hand == 0 && self.waiting.is_empty() {
            self.moved_at = Instant::now();
        }
        self.waiting.push_back(Waiting { message, fresh_only: false });
    }

    /// A message that was in hand is the next one's.
    pub(super) fn put_back(&mut self, message: Message, fresh_only: bool) {
        self.in_hand = self.in_hand.saturating_sub(1);
        self.waiting.push_front(Waiting { message, fresh_only });
    }

    /// A hand-over ended.
    pub(super) fn ended(&mut self) {
        self.in_hand = self.in_hand.saturating_sub(1);
        self.moved_at = Instant::now();
    }

    /// The relay refused a message for now, for a reason of its own. Returns whether it is asked more slowly from now on.
    pub(super) fn refused(&mut self) -> bool {
        self.pace.refused();
        match self.pace.wait() {
            None => false,
            Some(wait) => {
                self.not_before = Instant::now() + wait;
                true
            }
        }
    }

    /// The relay answered otherwise. Returns whether it was asked more slowly until now.
    pub(super) fn answered(&mut self) -> bool {
        let was_slow = self.is_slow();
        self.pace.answered();
        was_slow
    }

    pub(super) fn is_slow(&self) -> bool {
        self.pace.wait().is_some()
    }

    /// Whether one more connection has something to do. With a login to be refused, the first one goes alone.
    pub(super) fn wants_another(&self, alone_at_first: bool) -> bool {
        if self.is_slow() || (alone_at_first && self.connections == 0) {
            return self.connections + self.coming == 0 && !self.waiting.is_empty();
        }
        self.fresh_only() > self.coming || self.waiting.len() > self.coming + self.idle
    }

    fn fresh_only(&self) -> usize {
        self.waiting.iter().take_while(|one| one.fresh_only).count()
    }

    /// The next message for a connection that is fresh or not.
    pub(super) fn find(&mut self, is_fresh: bool) -> Found {
        if self.is_slow() {
            if self.in_hand > 0 {
                return Found::Nothing;
            }
            if let Some(wait) = self.not_before.checked_duration_since(Instant::now()).filter(|wait| !wait.is_zero()) {
                return Found::Later(wait);
            }
        }
        let place = self.waiting.iter().position(|one| is_fresh || !one.fresh_only);
        match place.and_then(|place| self.waiting.remove(place)) {
            Some(one) => {
                self.in_hand += 1;
                Found::Message(Box::new(one.message))
            }
            None if self.fresh_only() > self.coming => Found::FreshWanted,
            None => Found::Nothing,
        }
    }

    /// Whether there was something to do, and none of it has ended for so long.
    pub(super) fn still_for(&self, time: Duration) -> bool {
        (self.in_hand > 0 || !self.waiting.is_empty()) && self.moved_at.elapsed() > time
    }

    /// Takes out what somebody else is to have.
    pub(super) fn take_out(&mut self, goes: impl Fn(&Message) -> bool) -> Vec<Message> {
        let (back, kept): (Vec<_>, Vec<_>) = self.waiting.drain(..).partition(|one| goes(&one.message));
        self.waiting = kept.into();
        back.into_iter().map(|one| one.message).collect()
    }
}
