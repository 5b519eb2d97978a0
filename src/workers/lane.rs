//! The way to one relay: what waits for it, and how it is doing.

use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::timeout;

use super::queue::{Found, Queue};
use crate::config::Relay;
use crate::domain::Kind;
use crate::domain::delivery::Reply;
use crate::domain::share::{Way, shares};
use crate::gate::{ConnectError, Fuses, Message};
use crate::ops::dispatch::CLAIM;

/// A relay that has a message and ends none for so long is not waited for by the others.
const STUCK: Duration = Duration::from_secs(3);
/// After so long without an end, what waits for it is given to the others.
const GIVEN_UP: Duration = Duration::from_secs(10);
/// How long the log is spared the same words about the same relay.
const SAID_ONCE: Duration = Duration::from_mins(1);

/// What waits for one relay. The queue is short, so claims never run far ahead of the relay.
#[derive(Debug)]
pub(super) struct Lane {
    relay: usize,
    name: String,
    weight: u32,
    capacity: usize,
    /// Whether there is a login, which too many tries may lock.
    has_login: bool,
    fuses: Fuses,
    queue: Mutex<Queue>,
    health: Mutex<Health>,
    /// Something changed for those who wait for a message, or for leave to open a connection.
    changed: Notify,
    /// Shared by all lanes: one of them has room again, or something to give back.
    moved: Arc<Notify>,
    /// Held by the one sender that asks whether a relay that was away is back.
    pub(super) probing: tokio::sync::Mutex<()>,
}

/// How the relay is doing.
#[derive(Debug, Default)]
struct Health {
    /// Why it takes nothing now.
    trouble: Option<String>,
    /// Whether that is news to the other nodes.
    is_news: bool,
    /// Whether it is the login that it does not take.
    refuses_login: bool,
    logged: Option<(String, Instant)>,
}

impl Health {
    fn is(&mut self, trouble: Option<String>) {
        self.is_news |= self.trouble != trouble;
        self.trouble = trouble;
    }
}

/// Why a relay takes nothing now; nothing where it does.
pub(super) struct News {
    pub(super) trouble: Option<String>,
}

/// A connection that is being opened.
#[derive(Debug)]
pub(super) struct Coming(Arc<Lane>);

impl Drop for Coming {
    fn drop(&mut self) {
        self.0.queue().coming -= 1;
        self.0.changed.notify_waiters();
    }
}

/// An open connection, counted.
#[derive(Debug)]
pub(super) struct Reached(Arc<Lane>);

impl Drop for Reached {
    fn drop(&mut self) {
        self.0.queue().connections -= 1;
        self.0.changed.notify_waiters();
    }
}

/// A connection that waits for a message.
struct Idle<'a>(&'a Lane);

impl Drop for Idle<'_> {
    fn drop(&mut self) {
        self.0.queue().idle -= 1;
    }
}

/// What a sender with a connection gets.
pub(super) enum Taken {
    Message(Box<Message>),
    /// A message waits for a fresh connection: this one is to make room for it.
    FreshWanted(Coming),
}

/// What the end of a hand-over tells about the relay.
pub(super) enum Heard<'a> {
    /// It is at work.
    Answered,
    /// It takes nothing now, of nobody.
    Refused(&'a Reply),
    /// Nothing.
    Nothing,
}

impl Lane {
    pub(super) fn new(place: usize, relay: &Relay, connections: usize, fuses: Fuses, moved: Arc<Notify>) -> Self {
        let claim = usize::try_from(CLAIM).unwrap_or(usize::MAX);
        Self {
            relay: place,
            name: relay.name.clone(),
            weight: relay.weight,
            // Each connection has its next message at hand, and a claim is made before the last one is used up.
            capacity: claim.saturating_add((connections * 2).max(claim / 2)),
            has_login: relay.url.credentials.is_some(),
            fuses,
            queue: Mutex::new(Queue::new()),
            health: Mutex::default(),
            changed: Notify::new(),
            moved,
            probing: tokio::sync::Mutex::new(()),
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn health(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether the relay could not be reached the last time.
    pub(super) fn is_away(&self) -> bool {
        self.fuses.is_away(self.relay)
    }

    /// Whether it refused our login the last time.
    pub(super) fn refuses_login(&self) -> bool {
        self.health().refuses_login
    }

    /// Waits until one more connection has something to do.
    pub(super) async fn wanted(self: &Arc<Self>) -> Coming {
        loop {
            let mut changed = pin!(self.changed.notified());
            // What changes from here on is not missed.
            changed.as_mut().enable();
            if let Some(coming) = self.come() {
                return coming;
            }
            changed.await;
        }
    }

    fn come(self: &Arc<Self>) -> Option<Coming> {
        // Whoever did not reach it asks whether it is back.
        if self.is_away() {
            return None;
        }
        let mut queue = self.queue();
        if !queue.wants_another(self.has_login) {
            return None;
        }
        queue.coming += 1;
        Some(Coming(Arc::clone(self)))
    }

    /// The next message for a connection, as soon as there is one.
    pub(super) async fn next(self: &Arc<Self>, is_fresh: bool) -> Taken {
        self.queue().idle += 1;
        let _idle = Idle(self);
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            let found = {
                let mut queue = self.queue();
                let found = queue.find(is_fresh);
                queue.coming += usize::from(matches!(found, Found::FreshWanted));
                found
            };
            match found {
                Found::Message(message) => {
                    self.moved.notify_one();
                    return Taken::Message(message);
                }
                Found::FreshWanted => return Taken::FreshWanted(Coming(Arc::clone(self))),
                // Whatever ends the wait, the queue is looked at anew.
                Found::Later(wait) => drop(timeout(wait, changed).await),
                Found::Nothing => changed.await,
            }
        }
    }

    /// The next message, if there is one, for a connection that was used.
    pub(super) fn next_now(&self) -> Option<Message> {
        let mut queue = self.queue();
        if queue.is_slow() {
            return None;
        }
        let Found::Message(message) = queue.find(false) else { return None };
        drop(queue);
        self.moved.notify_one();
        Some(*message)
    }

    pub(super) fn put(&self, message: Message) {
        self.queue().push(message);
        self.changed.notify_waiters();
    }

    /// A message's hand-over has ended.
    pub(super) fn ended(&self, heard: &Heard<'_>) {
        let mut queue = self.queue();
        queue.ended();
        let changed = match heard {
            Heard::Answered => queue.answered(),
            Heard::Refused(_) => queue.refused(),
            Heard::Nothing => queue.is_slow(),
        };
        drop(queue);
        if !changed {
            return;
        }
        match heard {
            Heard::Answered => self.health().is(None),
            Heard::Refused(reply) => self.health().is(Some(format!("it takes nothing for now ({reply})"))),
            Heard::Nothing => {}
        }
        self.changed.notify_waiters();
    }

    /// A message whose connection had had its share goes by a fresh one, which whoever had it opens.
    pub(super) fn put_back(self: &Arc<Self>, message: Message) -> Coming {
        let mut queue = self.queue();
        queue.ended();
        queue.put_back(message, true);
        queue.coming += 1;
        drop(queue);
        self.changed.notify_waiters();
        Coming(Arc::clone(self))
    }

    /// A message that somebody else may take goes back to the head of the queue.
    pub(super) fn release(&self, message: Message) {
        self.queue().put_back(message, false);
        self.changed.notify_waiters();
    }

    /// No connection was to be had. Where none is open, the relay is away, and what waits for it is given back.
    pub(super) fn missed(&self, error: &ConnectError) {
        let said = error.to_string();
        let mut health = self.health();
        let is_known = |(known, at): &(String, Instant)| *known == said && at.elapsed() < SAID_ONCE;
        if !health.logged.as_ref().is_some_and(is_known) {
            tracing::warn!(relay = self.name, error = said, "No connection to the relay");
            health.logged = Some((said.clone(), Instant::now()));
        }
        if self.queue().connections == 0 {
            health.refuses_login = matches!(error, ConnectError::LoginForGood(_));
            health.is(Some(said));
            self.fuses.set_away(self.relay, true);
            self.moved.notify_one();
        }
    }

    /// The relay was reached.
    pub(super) fn reached(lane: &Arc<Self>) -> Reached {
        lane.queue().connections += 1;
        if lane.fuses.set_away(lane.relay, false) {
            let mut health = lane.health();
            health.refuses_login = false;
            health.is(None);
            lane.moved.notify_one();
        }
        lane.changed.notify_waiters();
        Reached(Arc::clone(lane))
    }

    /// Why the relay takes nothing now, if that has changed since this was asked.
    pub(super) fn news(&self) -> Option<News> {
        let mut health = self.health();
        std::mem::take(&mut health.is_news).then(|| News { trouble: health.trouble.clone() })
    }

    /// What was told about this relay is to be told again.
    pub(super) fn tell_again(&self) {
        self.health().is_news = true;
    }

    /// The way to the relay; none while it is away.
    fn way(&self) -> Option<Way> {
        if self.is_away() {
            return None;
        }
        let queue = self.queue();
        let room = i64::try_from(self.capacity.saturating_sub(queue.len())).unwrap_or(i64::MAX);
        Some(Way { relay: self.relay, weight: self.weight, room, stuck: queue.still_for(STUCK) })
    }

    /// What no longer waits for this relay: all of it where it is away, what another can take where it is stuck, and what
    /// belongs to a campaign that it refuses.
    fn take_back(&self) -> Vec<Message> {
        let away = self.is_away();
        let mut queue = self.queue();
        let given_up = queue.still_for(GIVEN_UP);
        let others = |message: &Message| {
            let of_kind = self.fuses.relays().of(message.kind);
            of_kind.into_iter().any(|other| other != self.relay && !self.fuses.is_away(other))
        };
        let refused = |message: &Message| self.fuses.is_blown(self.relay, message.delivery.campaign);
        queue.take_out(|message| away || (given_up && others(message)) || refused(message))
    }
}

/// The ways to all relays.
#[derive(Clone)]
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
