//! What a verification is compared with: heads and checkpoints that are known from before.

use std::collections::BTreeMap;
use std::path::Path;

use super::book::Book;
use super::checkpoint::{Checkpoint, Signature};
use super::fault::{Fault, Faults};
use super::walk::Walk;
use crate::link::PublicKey;
use crate::store::ledger_chain::GENESIS;

/// Something that says which entry was where.
#[derive(Clone, Debug)]
struct Mark {
    hash: Vec<u8>,
    known: String,
}

/// Heads and checkpoints.
#[derive(Debug, Default)]
pub struct Against {
    marks: BTreeMap<i64, Vec<Mark>>,
    newest: Option<Checkpoint>,
    faults: Vec<Fault>,
    not_checked: Vec<String>,
}

/// The text names no head and no checkpoint.
#[derive(Debug, thiserror::Error)]
pub enum SinceError {
    /// Neither form.
    #[error("{0:?} is no SEQ:HASH as `ledger verify` prints it, no checkpoint, and no file of checkpoints")]
    Nothing(String),
    /// The file cannot be read.
    #[error("{file} cannot be read")]
    File {
        /// Which.
        file: String,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
}

impl Against {
    /// Adds a book of checkpoints. Those that none of `keys` signed are faults; without any key only their hashes count.
    pub fn add_book(&mut self, name: &str, book: &Book, keys: &[PublicKey]) {
        for (line, checkpoint) in &book.checkpoints {
            if !keys.is_empty() && checkpoint.signature(keys) == Signature::Forged {
                self.faults.push(Fault::Forged(format!("line {line} of {name} ({})", checkpoint.name())));
                continue;
            }
            self.add(checkpoint);
        }
        if keys.is_empty() && !book.checkpoints.is_empty() {
            let why = "whether the checkpoints were signed by this installation: give --key, as `keys list` shows it";
            self.not_checked.push(why.to_owned());
        }
        for line in &book.unreadable {
            self.not_checked.push(format!("line {line} of {name}: it is no checkpoint"));
        }
    }

    fn add(&mut self, checkpoint: &Checkpoint) {
        let hash = checkpoint.hash_bytes().unwrap_or_default();
        self.marks.entry(checkpoint.seq).or_default().push(Mark { hash, known: checkpoint.name() });
        if self.newest.as_ref().is_none_or(|newest| newest.seq <= checkpoint.seq) {
            self.newest = Some(checkpoint.clone());
        }
    }

    /// Adds what somebody kept: `SEQ:HASH`, a checkpoint, or a file of checkpoints.
    ///
    /// # Errors
    /// See [`SinceError`].
    pub fn add_since(&mut self, text: &str, keys: &[PublicKey]) -> Result<(), SinceError> {
        if text.trim_start().starts_with('{') {
            let book = Book::of(text);
            if book.checkpoints.is_empty() {
                return Err(SinceError::Nothing(text.to_owned()));
            }
            self.add_book("--since", &book, keys);
            return Ok(());
        }
        let head = text.split_once(':').and_then(|(seq, hash)| {
            let hash = data_encoding::HEXLOWER_PERMISSIVE.decode(hash.as_bytes()).ok()?;
            Some((seq.parse::<i64>().ok()?, hash)).filter(|(seq, hash)| *seq >= 0 && hash.len() == GENESIS.len())
        });
        if let Some((seq, hash)) = head {
            self.marks.entry(seq).or_default().push(Mark { hash, known: "the head that was kept".to_owned() });
            return Ok(());
        }
        let path = Path::new(text);
        if !path.exists() {
            return Err(SinceError::Nothing(text.to_owned()));
        }
        let book = Book::read(path).map_err(|error| SinceError::File { file: text.to_owned(), error })?;
        if book.checkpoints.is_empty() {
            return Err(SinceError::Nothing(text.to_owned()));
        }
        self.add_book(text, &book, keys);
        Ok(())
    }

    /// The checkpoint that covers most.
    pub(super) fn newest(&self) -> Option<&Checkpoint> {
        self.newest.as_ref()
    }

    /// Compares what is known of an entry with what it is.
    pub(super) fn meets(&self, seq: i64, hash: &[u8], faults: &mut Faults) {
        for mark in self.marks.get(&seq).into_iter().flatten().filter(|mark| mark.hash != hash) {
            faults.add(Fault::Rewritten { known: mark.known.clone(), seq });
        }
    }

    /// What is known of the time before the first entry, and of entries that are not there.
    pub(super) fn ends(&self, walk: &Walk, faults: &mut Faults) {
        self.meets(0, &GENESIS, faults);
        // Of many checkpoints of entries that are gone, the newest says it all.
        if let Some((seq, marks)) = self.marks.last_key_value().filter(|(seq, _)| **seq > walk.entries()) {
            let known = marks.first().map(|mark| mark.known.clone()).unwrap_or_default();
            faults.add(Fault::Behind { known, seq: *seq, entries: walk.entries() });
        }
    }

    pub(super) fn tell(&mut self, faults: &mut Faults, not_checked: &mut Vec<String>) {
        self.faults.drain(..).for_each(|fault| faults.add(fault));
        not_checked.append(&mut self.not_checked);
    }
}
