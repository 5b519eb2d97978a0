//! The way to one relay: what waits for it, and how it is doing.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::config::Relay;
use crate::domain::Kind;
use crate::domain::share::{Way, shares};
use crate::gate::{Fuses, Message};
use crate::ops::dispatch::CLAIM;

/// A relay that has a message and ends none for so long is not waited for by the others.
const STUCK: Duration = Duration::from_secs(3);
/// After so long without an end, what waits for it is given to the others.
const GIVEN_UP: Duration = Duration::from_secs(10);

/// What waits for one relay. The queue is short, so claims never run far ahead of the relay.
#[derive(Debug)]
pub(super) struct Lane {
    relay: usize,
    weight: u32,
    capacity: usize,
    fuses: Fuses,
    waiting: Mutex<Waiting>,
    arrived: Notify,
    /// Shared by all lanes: one of them has room again, or something to give back.
    moved: Arc<Notify>,
    connections: AtomicUsize,
    /// Held by the one sender that asks whether a relay that was away is back.
    pub(super) probing: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Waiting {
    messages: VecDeque<Message>,
    in_hand: usize,
    moved_at: Instant,
}

impl Lane {
    pub(super) fn new(place: usize, relay: &Relay, connections: usize, fuses: Fuses, moved: Arc<Notify>) -> Self {
        let claim = usize::try_from(CLAIM).unwrap_or(usize::MAX);
        // Each connection has its next message at hand, and a claim is made before the last one is used up.
        let capacity = claim.saturating_add((connections * 2).max(claim / 2));
        let waiting = Waiting { messages: VecDeque::new(), in_hand: 0, moved_at: Instant::now() };
        Self {
            relay: place,
            weight: relay.weight,
            capacity,
            fuses,
            waiting: Mutex::new(waiting),
            arrived: Notify::new(),
            moved,
            connections: AtomicUsize::new(0),
            probing: tokio::sync::Mutex::new(()),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the relay could not be reached the last time.
    pub(super) fn is_away(&self) -> bool {
        self.fuses.is_away(self.relay)
    }

    /// The next message, as soon as there is one.
    pub(super) async fn next(&self) -> Message {
        loop {
            if let Some(message) = self.next_now() {
                return message;
            }
            self.arrived.notified().await;
        }
    }

    /// The next message, if there is one.
    pub(super) fn next_now(&self) -> Option<Message> {
        let mut waiting = self.waiting();
        let message = waiting.messages.pop_front()?;
        waiting.in_hand += 1;
        // A permit stands for one message only, and two may have come at once.
        if !waiting.messages.is_empty() {
            self.arrived.notify_one();
        }
        self.moved.notify_one();
        Some(message)
    }

    pub(super) fn put(&self, message: Message) {
        let mut waiting = self.waiting();
        if waiting.in_hand == 0 && waiting.messages.is_empty() {
            waiting.moved_at = Instant::now();
        }
        waiting.messages.push_back(message);
        self.arrived.notify_one();
    }

    /// A message's hand-over has ended.
    pub(super) fn ended(&self) {
        let mut waiting = self.waiting();
        waiting.in_hand = waiting.in_hand.saturating_sub(1);
        waiting.moved_at = Instant::now();
    }

    /// A message whose connection was over before its turn is the next one's again.
    pub(super) fn put_back(&self, message: Message) {
        self.ended();
        self.waiting().messages.push_front(message);
        self.arrived.notify_one();
    }

    /// A message that somebody else may take goes back to the head of the queue.
    pub(super) fn release(&self, message: Message) {
        {
            let mut waiting = self.waiting();
            waiting.in_hand = waiting.in_hand.saturating_sub(1);
            waiting.messages.push_front(message);
        }
        self.arrived.notify_one();
    }

    /// The relay was not reached, so a message goes back. Where no connection is open, the relay is away, and what waits
    /// for it is given back.
    pub(super) fn missed(&self, message: Message) {
        self.release(message);
        if self.connections.load(Ordering::Acquire) == 0 {
            self.fuses.set_away(self.relay, true);
            self.moved.notify_one();
        }
    }

    /// The relay was reached.
    pub(super) fn reached(lane: &Arc<Self>) -> Reached {
        lane.connections.fetch_add(1, Ordering::AcqRel);
        if lane.fuses.set_away(lane.relay, false) {
            lane.moved.notify_one();
        }
        Reached(Arc::clone(lane))
    }

    /// The way to the relay; none while it is away.
    fn way(&self) -> Option<Way> {
        if self.is_away() {
            return None;
        }
        let waiting = self.waiting();
        let room = i64::try_from(self.capacity.saturating_sub(waiting.messages.len())).unwrap_or(i64::MAX);
        Some(Way { relay: self.relay, weight: self.weight, room, stuck: waiting.still_for(STUCK) })
    }

    /// What no longer waits for this relay: all of it where it is away, what another can take where it is stuck.
    fn take_back(&self) -> Vec<Message> {
        let away = self.is_away();
        let mut waiting = self.waiting();
        if !away && !waiting.still_for(GIVEN_UP) {
            return Vec::new();
        }
        let others = |message: &Message| {
            let of_kind = self.fuses.relays().of(message.kind);
            of_kind.into_iter().any(|other| other != self.relay && !self.fuses.is_away(other))
        };
        let (back, kept): (Vec<_>, Vec<_>) = waiting.messages.drain(..).partition(|message| away || others(message));
        waiting.messages = kept.into();
        back
    }
}

impl Waiting {
    fn still_for(&self, time: Duration) -> bool {
        (self.in_hand > 0 || !self.messages.is_empty()) && self.moved_at.elapsed() > time
    }
}

/// An open connection, counted.
#[derive(Debug)]
pub(super) struct Reached(Arc<Lane>);

impl Drop for Reached {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The ways to all relays.
pub(super) struct Lanes {
    pub(super) all: Vec<Arc<Lane>>,
    pub(super) fuses: Fuses,
    pub(super) moved: Arc<Notify>,
}

impl Lanes {
    /// The relays that can be reached.
    pub(super) fn ways(&self) -> Vec<Way> {
        self.all.iter().filter_map(|lane| lane.way()).collect()
    }

    /// Which kinds of mail have room for a claim.
    pub(super) fn open(&self, ways: &[Way]) -> [bool; Kind::ALL.len()] {
        Kind::ALL.map(|kind| {
            let of_kind = self.fuses.relays().of(kind);
            let ways: Vec<_> = ways.iter().filter(|way| of_kind.contains(&way.relay)).copied().collect();
            shares(&ways, CLAIM).is_some()
        })
    }

    /// What is to be given back.
    pub(super) fn take_back(&self) -> Vec<Message> {
        self.all.iter().flat_map(|lane| lane.take_back()).collect()
    }

    pub(super) fn put(&self, relay: usize, message: Message) {
        if let Some(lane) = self.all.get(relay) {
            lane.put(message);
        }
    }
}
