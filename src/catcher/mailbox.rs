//! What was caught: the newest messages, in memory, in the order in which they were accepted.
//!
//! Accepting a message stores it and parses nothing, so that the catcher keeps up with a campaign.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use chrono::{DateTime, Utc};

use super::content::Content;
use crate::clock;

/// How much a [`Mailbox`] keeps. The newest message is always kept, whatever its size.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Messages kept.
    pub messages: usize,
    /// Bytes of messages and envelopes kept.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { messages: 5_000, bytes: 256 * 1024 * 1024 }
    }
}

/// One message as it was handed over.
#[derive(Debug)]
pub struct Caught {
    /// Position among all messages ever accepted, from 1, without gaps.
    pub seq: u64,
    /// When it was accepted: after the final dot was read and before the reply to it was written.
    pub accepted_at: Instant,
    /// The same moment on the wall clock.
    pub accepted_time: DateTime<Utc>,
    /// The sender of the envelope; empty for the null sender.
    pub from: String,
    /// The recipients of the envelope, in the order given.
    pub recipients: Vec<String>,
    /// The message with dots unstuffed and otherwise as it came.
    pub raw: Vec<u8>,
}

impl Caught {
    /// Reads subject, parts and headers out of the message. Done anew at each call.
    pub fn content(&self) -> Content {
        Content::read(&self.raw)
    }

    /// Whether a recipient of the envelope contains `part`, in either case.
    pub fn is_to(&self, part: &str) -> bool {
        let part = part.to_lowercase();
        self.recipients.iter().any(|recipient| recipient.to_lowercase().contains(&part))
    }

    fn size(&self) -> usize {
        self.raw.len() + self.from.len() + self.recipients.iter().map(String::len).sum::<usize>()
    }
}

/// What an observer needs to know of a message, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// See [`Caught::seq`].
    pub seq: u64,
    /// See [`Caught::accepted_at`].
    pub accepted_at: Instant,
    /// See [`Caught::from`].
    pub from: String,
    /// See [`Caught::recipients`].
    pub recipients: Vec<String>,
    /// Bytes of the message.
    pub size: usize,
}

impl From<&Caught> for Summary {
    fn from(caught: &Caught) -> Self {
        Self {
            seq: caught.seq,
            accepted_at: caught.accepted_at,
            from: caught.from.clone(),
            recipients: caught.recipients.clone(),
            size: caught.raw.len(),
        }
    }
}

/// A handle to what was caught. Clones share one store.
#[derive(Debug, Clone, Default)]
pub struct Mailbox {
    store: Arc<Mutex<Store>>,
    limits: Limits,
}

#[derive(Debug, Default)]
struct Store {
    /// Oldest first; sequence numbers without gaps, because only the oldest is ever let go.
    kept: VecDeque<Arc<Caught>>,
    kept_bytes: usize,
    accepted: u64,
}

impl Mailbox {
    /// An empty mailbox that keeps no more than `limits`.
    pub fn with_limits(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Stores one message and returns its sequence number. It can be seen from here on.
    pub(super) fn accept(&self, from: String, recipients: Vec<String>, raw: Vec<u8>) -> u64 {
        let mut store = self.store();
        store.accepted += 1;
        let seq = store.accepted;
        // Both clocks are read under the lock: the order of times is the order of sequence numbers.
        let caught = Caught { seq, accepted_at: Instant::now(), accepted_time: clock::now(), from, recipients, raw };
        store.kept_bytes += caught.size();
        store.kept.push_back(Arc::new(caught));
        while store.kept.len() > 1 && (store.kept.len() > self.limits.messages || store.kept_bytes > self.limits.bytes)
        {
            if let Some(oldest) = store.kept.pop_front() {
                store.kept_bytes -= oldest.size();
            }
        }
        seq
    }

    /// Messages ever accepted, kept or not. Also the sequence number of the newest.
    pub fn count(&self) -> u64 {
        self.store().accepted
    }

    /// Messages still kept.
    pub fn kept(&self) -> usize {
        self.store().kept.len()
    }

    /// How much this mailbox keeps.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// The message `seq`, if it is still kept.
    pub fn get(&self, seq: u64) -> Option<Arc<Caught>> {
        let store = self.store();
        let oldest = store.kept.front()?.seq;
        let position = usize::try_from(seq.checked_sub(oldest)?).ok()?;
        store.kept.get(position).cloned()
    }

    /// What was accepted after `seq`, oldest first; `accepted_since(0)` is everything kept.
    ///
    /// Messages no longer kept are missing at the start: then the first `seq` returned is more than one above the one
    /// asked for.
    pub fn accepted_since(&self, seq: u64) -> Vec<Summary> {
        self.since(seq).iter().map(|caught| Summary::from(caught.as_ref())).collect()
    }

    /// Up to `limit` kept messages older than `before` (or the newest), newest first, to a recipient that contains `to`.
    pub fn newest(&self, to: &str, before: Option<u64>, limit: usize) -> Vec<Arc<Caught>> {
        let kept = self.since(0);
        kept.into_iter()
            .rev()
            .filter(|caught| before.is_none_or(|before| caught.seq < before) && caught.is_to(to))
            .take(limit)
            .collect()
    }

    /// Shares the messages out, so that no one reads or copies them under the lock.
    fn since(&self, seq: u64) -> Vec<Arc<Caught>> {
        let store = self.store();
        let first = store.kept.partition_point(|caught| caught.seq <= seq);
        store.kept.iter().skip(first).cloned().collect()
    }

    /// A panic elsewhere leaves the store whole: every change to it is finished before the lock is let go.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(limits: Limits, messages: usize) -> Mailbox {
        let mailbox = Mailbox::with_limits(limits);
        for n in 1..=messages {
            mailbox.accept("from@example.org".into(), vec![format!("R{n}@Example.org")], vec![b'x'; 100]);
        }
        mailbox
    }

    #[test]
    fn the_oldest_are_let_go_and_still_counted() {
        let mailbox = filled(Limits { messages: 3, bytes: usize::MAX }, 10);
        assert_eq!((mailbox.count(), mailbox.kept()), (10, 3));
        assert!(mailbox.get(7).is_none() && mailbox.get(11).is_none() && mailbox.get(0).is_none());
        assert_eq!(mailbox.get(8).unwrap().recipients, ["R8@Example.org"]);
    }

    #[test]
    fn bytes_are_bounded_and_the_newest_is_kept_whatever_its_size() {
        let mailbox = filled(Limits { messages: 100, bytes: 300 }, 10);
        assert_eq!(mailbox.kept(), 2);
        mailbox.accept(String::new(), Vec::new(), vec![b'x'; 1_000]);
        assert_eq!(mailbox.kept(), 1);
        assert_eq!(mailbox.get(11).unwrap().raw.len(), 1_000);
    }

    #[test]
    fn an_observer_is_told_what_came_since_and_can_see_what_it_missed() {
        let mailbox = filled(Limits { messages: 4, bytes: usize::MAX }, 9);
        let seqs = |since| mailbox.accepted_since(since).iter().map(|summary| summary.seq).collect::<Vec<_>>();
        assert_eq!(seqs(7), [8, 9]);
        assert_eq!(seqs(2), [6, 7, 8, 9]);
        assert!(seqs(9).is_empty());
        let summaries = mailbox.accepted_since(0);
        assert!(summaries.is_sorted_by_key(|summary| summary.accepted_at));
        assert_eq!(summaries[0].size, 100);
    }

    #[test]
    fn messages_are_found_by_part_of_a_recipient_newest_first() {
        let mailbox = filled(Limits::default(), 12);
        let seqs = |to, before| mailbox.newest(to, before, 2).iter().map(|caught| caught.seq).collect::<Vec<_>>();
        assert_eq!(seqs("", None), [12, 11]);
        assert_eq!(seqs("", Some(11)), [10, 9]);
        assert_eq!(seqs("r1@EXAMPLE", None), [1]);
        assert!(seqs("nobody", None).is_empty());
    }
}
