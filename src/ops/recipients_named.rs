//! Whom the rows of a file have named so far.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use crate::domain::AddressHash;

/// What the rows so far have recorded for a person: for each stream yes, no, or nothing.
pub(super) type Recorded = [Option<bool>; 2];

/// Everybody the file has named so far, so that a repeated address is found wherever it stands, in a dry run too.
///
/// 11 bytes of the keyed hash tell 100 million people apart, the first of them by the map that holds the rest; with what
/// was recorded that is 15 to 30 bytes a person, and nothing else grows with the file. One map for all would stand there
/// twice, old and new, whenever it grows.
#[derive(Default)]
pub(super) struct Named(BTreeMap<u8, HashMap<[u8; 10], Recorded>>);

impl Named {
    fn of(&mut self, hash: AddressHash) -> Entry<'_, [u8; 10], Recorded> {
        let [first, rest @ ..] = hash.as_bytes();
        let mut key = [0; 10];
        key.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.0.entry(*first).or_default().entry(key)
    }

    /// What was recorded for a person whom an earlier row has named; none for the first row of a person.
    pub(super) fn earlier(&mut self, hash: AddressHash) -> Option<Recorded> {
        match self.of(hash) {
            Entry::Occupied(earlier) => Some(*earlier.get()),
            Entry::Vacant(first) => {
                first.insert(Recorded::default());
                None
            }
        }
    }

    /// Keeps what was recorded for a person whom a row has named.
    pub(super) fn record(&mut self, hash: AddressHash, recorded: Recorded) {
        self.of(hash).insert_entry(recorded);
    }
}
