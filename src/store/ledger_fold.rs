//! What must be held, as the fold of the ledger, beside what is held (G8).
//!
//! The ledger is in the order of time and the suppressions are in the order of their hashes. So that memory stays bounded
//! whatever there is, the hashes are cut into parts of some [`PART`] bars; each part reads the entries that changed
//! anything once more.

use std::collections::BTreeMap;

use diesel::prelude::*;
use sha2::{Digest as _, Sha256};

use super::db::Db;
use super::error::StoreError;
use super::held_changes::{Change, Within};
use super::ledger_chain::put;
use super::schema::{ledger, suppressions};
use super::suppressions::Row;
use crate::domain::AddressHash;
use crate::domain::held::{Bar, BarKey};

/// Bars that are folded at a time, of about 150 bytes each.
const PART: i64 = 400_000;
/// Rows that are read at a time.
const PAGE: i64 = 5000;

/// A part of the hashes: those whose first two bytes lie between these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    first: u16,
    last: u16,
}

impl Part {
    /// All there is.
    pub const WHOLE: Self = Self { first: 0, last: u16::MAX };

    fn holds(self, subject: &AddressHash) -> bool {
        let [high, low, ..] = *subject.as_bytes();
        (self.first..=self.last).contains(&u16::from_be_bytes([high, low]))
    }
}

/// As many parts as keep each of them small, in the order of the hashes.
///
/// # Errors
/// The database says no.
pub fn parts(db: &mut Db) -> Result<Vec<Part>, StoreError> {
    let held: i64 = suppressions::table.count().get_result(db)?;
    let said: i64 = ledger::table.filter(ledger::holds.is_not_null()).count().get_result(db)?;
    let count = u32::try_from(held.max(said) / PART + 1).unwrap_or(u32::MAX).min(4096);
    let edge = |number: u32| number * 65_536 / count;
    let part = |number| {
        let (first, next) = (edge(number), edge(number + 1));
        Part { first: u16::try_from(first).unwrap_or(u16::MAX), last: u16::try_from(next - 1).unwrap_or(u16::MAX) }
    };
    Ok((0..count).map(part).collect())
}

/// An entry that changed something.
type Holding = (i64, Option<i64>, Option<Vec<u8>>, Option<Vec<u8>>, String, i64, Option<String>);

/// The bars of one part as the ledger has them.
pub struct Fold {
    part: Part,
    after: i64,
    bars: BTreeMap<BarKey, Bar>,
}

impl Fold {
    /// Nothing yet.
    pub const fn new(part: Part) -> Self {
        Self { part, after: 0, bars: BTreeMap::new() }
    }

    /// Folds on up to the entry `last`.
    ///
    /// # Errors
    /// The database says no, or an entry cannot be read.
    pub fn up_to(&mut self, db: &mut Db, last: i64) -> Result<(), StoreError> {
        loop {
            let next = ledger::table.filter(ledger::seq.gt(self.after).and(ledger::seq.le(last)));
            let columns = (
                ledger::seq,
                ledger::recipient_id,
                ledger::subject,
                ledger::person,
                ledger::scope,
                ledger::recorded_at,
                ledger::holds,
            );
            let holding = next.filter(ledger::holds.is_not_null()).order(ledger::seq).limit(PAGE).select(columns);
            let rows: Vec<Holding> = holding.load(db)?;
            let Some((seq, ..)) = rows.last() else { return Ok(()) };
            self.after = *seq;
            for (seq, recipient, subject, person, scope, recorded_at, holds) in &rows {
                let subject = subject.as_deref().or(person.as_deref());
                let within = Within { seq: *seq, recipient: *recipient, subject, scope, recorded_at: *recorded_at };
                within.changes(holds.as_deref().unwrap_or("[]"))?.into_iter().for_each(|change| self.apply(change));
            }
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Put(key, bar) if self.part.holds(&key.subject) => {
                if let Some(after) = Bar::put(self.bars.get(&key), bar) {
                    self.bars.insert(key, after);
                }
            }
            Change::Lift(key) => drop(self.bars.remove(&key)),
            Change::End(key, end) => {
                if let Some(bar) = self.bars.get_mut(&key) {
                    bar.until = Some(end);
                }
            }
            Change::Put(..) | Change::Cap(..) => {}
        }
    }

    /// Adds what stands to a digest.
    pub fn digest(&self, sum: &mut BarsDigest) {
        self.bars.iter().for_each(|(key, bar)| sum.add(key, bar));
    }

    /// What must stand under a key; it is not asked for again.
    pub fn take(&mut self, key: &BarKey) -> Option<Bar> {
        self.bars.remove(key)
    }

    /// What must stand and was not asked for.
    pub fn left(self) -> impl Iterator<Item = BarKey> {
        self.bars.into_keys()
    }
}

/// A digest over bars in the order of their keys.
#[derive(Default)]
pub struct BarsDigest {
    sum: Sha256,
    count: i64,
}

impl BarsDigest {
    fn add(&mut self, key: &BarKey, bar: &Bar) {
        self.count += 1;
        put(&mut self.sum, Some(key.subject.as_bytes()));
        put(&mut self.sum, Some(key.scope.to_string().as_bytes()));
        put(&mut self.sum, Some(key.reason.as_str().as_bytes()));
        put(&mut self.sum, Some(&[u8::from(bar.is_domain)]));
        put(&mut self.sum, Some(&bar.since.to_be_bytes()));
        put(&mut self.sum, bar.until.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
        put(&mut self.sum, bar.left_by.as_deref().map(str::as_bytes));
    }

    /// How many there were, and their digest.
    pub fn finish(self) -> (i64, [u8; 32]) {
        (self.count, self.sum.finalize().into())
    }
}

/// A suppression as it is found.
pub struct Found {
    /// Whom it is about, in bytes that may be none of ours.
    pub subject: Vec<u8>,
    /// The domain's name.
    pub label: Option<String>,
    /// Itself, where it can be read.
    pub bar: Option<(BarKey, Bar)>,
}

impl Found {
    fn of(row: Row) -> Self {
        let key = || {
            let (scope, reason) = (row.scope.parse().ok()?, row.reason.parse().ok()?);
            Some(BarKey { subject: AddressHash::from_slice(&row.subject)?, scope, reason })
        };
        let bar = key().map(|key| (key, row.bar()));
        Self { subject: row.subject, label: row.label, bar }
    }
}

/// Shows every suppression of a part to `see`, in the order of their keys.
///
/// # Errors
/// The database says no.
pub fn each_held(db: &mut Db, part: Part, mut see: impl FnMut(Found)) -> Result<(), StoreError> {
    let mut from = part.first.to_be_bytes().to_vec();
    let end = part.last.checked_add(1).map(|next| next.to_be_bytes().to_vec());
    let mut limit = PAGE;
    loop {
        let mut page = suppressions::table.filter(suppressions::subject.ge(&from)).into_boxed();
        if let Some(end) = &end {
            page = page.filter(suppressions::subject.lt(end));
        }
        let page = page.order(suppressions::subject).limit(limit).select(Row::as_select());
        let mut rows: Vec<Row> = page.load(db)?;
        let full = i64::try_from(rows.len()).is_ok_and(|read| read == limit);
        // The last subject of a full page may go on behind it: it is read again with the next.
        let again = rows.last().map(|row| row.subject.clone()).filter(|_| full);
        if let Some(again) = &again {
            if *again == from {
                limit *= 2;
                continue;
            }
            rows.retain(|row| row.subject != *again);
        }
        let mut found: Vec<_> = rows.into_iter().map(Found::of).collect();
        let key = |found: &Found| (found.subject.clone(), found.bar.as_ref().map(|(key, _)| *key));
        found.sort_by_cached_key(key);
        found.into_iter().for_each(&mut see);
        match again {
            Some(again) => from = again,
            None => return Ok(()),
        }
    }
}

/// How many suppressions there are, and the digest over them; none where one cannot be read.
///
/// # Errors
/// The database says no.
pub fn digest(db: &mut Db) -> Result<Option<(i64, [u8; 32])>, StoreError> {
    let (mut sum, mut readable) = (BarsDigest::default(), true);
    each_held(db, Part::WHOLE, |found| match found.bar {
        Some((key, bar)) => sum.add(&key, &bar),
        None => readable = false,
    })?;
    Ok(readable.then(|| sum.finish()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::migrate;
    use super::super::suppressions::{Held, add_new};
    use super::*;
    use crate::config::DatabaseUrl;
    use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
    use crate::domain::{PartnerId, Scope};

    fn held(subject: u32, partner: i64) -> Held {
        let mut bytes = [0; 32];
        let [a, b, c, d] = subject.to_be_bytes();
        bytes[..4].copy_from_slice(&[a, b, c, d]);
        let suppression = Suppression {
            subject: Subject::Address,
            scope: Scope::Partner(PartnerId::new(partner)),
            reason: SuppressionReason::OptOut,
            since: chrono::DateTime::UNIX_EPOCH,
            expires_at: None,
        };
        Held { subject: AddressHash::new(bytes), suppression, label: None, actor: "test".to_owned(), note: None }
    }

    /// Subjects that end a page, one that fills more than a page, and all of them in order however the hashes are cut.
    #[test]
    fn every_suppression_is_seen_once_and_in_order_page_by_page_and_part_by_part() {
        let mut db = Db::open(&DatabaseUrl::Sqlite(PathBuf::from(":memory:"))).unwrap();
        migrate::run(&mut db).unwrap();
        let many = (0..6000).map(|partner| held(0x7fff_0000, partner));
        let all: Vec<_> = (0..7000).flat_map(|n| [held(n * 600_000, 2), held(n * 600_000, 1)]).chain(many).collect();
        let halves = [Part { first: 0, last: 0x7fff }, Part { first: 0x8000, last: u16::MAX }];
        let seen = db.rehearse(|db| {
            add_new(db, &all)?;
            let mut seen = Vec::new();
            for parts in [&[Part::WHOLE][..], &halves[..]] {
                let mut keys = Vec::new();
                for part in parts {
                    each_held(db, *part, |found| keys.push(found.bar.unwrap().0))?;
                }
                seen.push(keys);
            }
            Ok::<_, StoreError>(seen)
        });
        let seen = seen.unwrap();
        assert_eq!(seen[0].len(), all.len());
        assert!(seen[0].is_sorted_by(|one, next| one < next));
        assert!(seen[0] == seen[1]);
        assert_eq!(parts(&mut db).unwrap(), [Part::WHOLE]);
    }
}
