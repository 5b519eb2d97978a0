//! Proving the database (G8): the chain, the words that it names, what is held beside the fold of what was said, and the
//! people whom the entries are about.

use std::collections::{BTreeMap, HashSet};

use super::against::Against;
use super::checkpoint::Checkpoint;
use super::fault::{Fault, Faults, Verified};
use super::walk::Walk;
use crate::domain::Address;
use crate::domain::held::BarKey;
use crate::link::KeyRing;
use crate::store::ledger::Row;
use crate::store::ledger_fold::{self, BarsDigest, Fold, Found};
use crate::store::wordings::{self, Kept};
use crate::store::{Db, StoreError, ledger, ledger_people, policies};

/// People that are read at a time.
const PEOPLE: i64 = 1000;
/// Digests of words that are remembered as looked at; more are looked at again.
const WORDS: usize = 100_000;

/// Verifies the database's ledger and all that hangs on it; run in one view of it.
pub(super) fn database(db: &mut Db, ring: &KeyRing, mut against: Against) -> Result<Verified, StoreError> {
    let (mut faults, mut not_checked) = (Faults::default(), Vec::new());
    against.tell(&mut faults, &mut not_checked);
    let (mut walk, mut words) = (Walk::new(), Words::default());
    let broken = walk.finish(db, |db, rows| {
        for row in rows {
            against.meets(row.seq, &row.hash, &mut faults);
        }
        words.look(db, rows, &mut faults)
    })?;
    let goes_on = !ledger::rows_after(db, walk.entries(), 1)?.is_empty();
    if let Some(fault) = broken {
        faults.add(fault);
        if !goes_on {
            against.ends(&walk, &mut faults);
        }
        // What follows from a broken chain proves nothing.
        return Ok(faults.broken());
    }
    against.ends(&walk, &mut faults);
    let newest = against.newest().filter(|newest| newest.seq <= walk.entries());
    held(db, ring, newest, walk.entries(), &mut faults)?;
    people(db, ring, &mut faults)?;
    if !policies::stamps_the_newest(db)? {
        faults.add(Fault::Stamp);
    }
    if let Some(newest) = newest {
        let (count, digest) = policies::digest(db, newest.policies)?;
        if count != newest.policies || data_encoding::HEXLOWER.encode(&digest) != newest.policies_sha256 {
            faults.add(Fault::Policies(newest.name()));
        }
    } else {
        let why =
            "that nothing was cut off or written anew as a whole, and the policy versions: there is no checkpoint";
        not_checked.push(why.to_owned());
    }
    if !faults.is_empty() {
        return Ok(faults.broken());
    }
    let head = data_encoding::HEXLOWER.encode(walk.hash());
    let signed_up_to = newest.map(|newest| newest.seq);
    Ok(Verified::Intact { entries: walk.entries(), head, signed_up_to, not_checked })
}

/// The words that entries name.
#[derive(Default)]
struct Words {
    intact: HashSet<Vec<u8>>,
}

impl Words {
    fn look(&mut self, db: &mut Db, rows: &[Row], faults: &mut Faults) -> Result<(), StoreError> {
        let mut named: BTreeMap<&Vec<u8>, i64> = BTreeMap::new();
        for row in rows {
            if let Some(digest) = row.wording.as_ref().filter(|digest| !self.intact.contains(*digest)) {
                named.entry(digest).or_insert(row.seq);
            }
        }
        if named.is_empty() {
            return Ok(());
        }
        let digests: Vec<_> = named.keys().copied().cloned().collect();
        for ((digest, entry), kept) in named.into_iter().zip(wordings::look(db, &digests)?) {
            let how = match kept {
                Kept::Intact if self.intact.len() < WORDS => {
                    self.intact.insert(digest.clone());
                    continue;
                }
                Kept::Intact => continue,
                Kept::Changed => "other ones",
                Kept::Missing => "missing",
            };
            faults.add(Fault::Wording { entry, digest: beginning(digest), how });
        }
        Ok(())
    }
}

/// Compares what is held with the fold of the ledger, and the fold up to a checkpoint with what was signed.
fn held(
    db: &mut Db,
    ring: &KeyRing,
    newest: Option<&Checkpoint>,
    entries: i64,
    faults: &mut Faults,
) -> Result<(), StoreError> {
    let mut then = BarsDigest::default();
    for part in ledger_fold::parts(db)? {
        let mut fold = Fold::new(part);
        if let Some(newest) = newest {
            fold.up_to(db, newest.seq)?;
            fold.digest(&mut then);
        }
        fold.up_to(db, entries)?;
        ledger_fold::each_held(db, part, |found| compare(&mut fold, found, ring, faults))?;
        fold.left().for_each(|key| faults.add(Fault::Missing { bar: name(&key) }));
    }
    let (count, digest) = then.finish();
    if let Some(newest) = newest
        && (count != newest.suppressions || data_encoding::HEXLOWER.encode(&digest) != newest.suppressions_sha256)
    {
        faults.add(Fault::HeldThen(newest.name()));
    }
    Ok(())
}

fn compare(fold: &mut Fold, found: Found, ring: &KeyRing, faults: &mut Faults) {
    let Some((key, bar)) = found.bar else {
        return faults.add(Fault::Unreadable { subject: beginning(&found.subject) });
    };
    if found.label.is_some_and(|domain| ring.hash_domain(&domain) != key.subject) {
        faults.add(Fault::Label { bar: name(&key) });
    }
    match fold.take(&key) {
        None => faults.add(Fault::Extra { bar: name(&key) }),
        Some(said) if said != bar => faults.add(Fault::Changed { bar: name(&key) }),
        Some(_) => {}
    }
}

/// Compares every person's address with its keyed hash, and the hash and the weekly limit with what the ledger says.
fn people(db: &mut Db, ring: &KeyRing, faults: &mut Faults) -> Result<(), StoreError> {
    let mut after = i64::MIN;
    loop {
        let page = ledger_people::page(db, after, PEOPLE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.id;
        for person in page {
            if person.is_merged {
                // Their address is another one's now, and the hash of this row is nobody's.
                if person.address.is_some() {
                    faults.add(Fault::Address(person.id));
                }
                continue;
            }
            if let Some(text) = &person.address {
                let fits = |address: Address| {
                    ring.hash_address(&address).as_bytes().as_slice() == person.address_hash.as_slice()
                        && ring.hash_domain(address.domain()).as_bytes().as_slice() == person.domain_hash.as_slice()
                };
                if !Address::parse(text).is_ok_and(fits) {
                    faults.add(Fault::Address(person.id));
                }
            }
            if person.said_hash.is_some_and(|said| said != person.address_hash) {
                faults.add(Fault::Person(person.id));
            }
            if person.said_cap != person.weekly_cap {
                faults.add(Fault::WeeklyCap(person.id));
            }
        }
    }
}

fn name(key: &BarKey) -> String {
    format!("{} ({}, {})", beginning(key.subject.as_bytes()), key.scope, key.reason)
}

/// The first bytes of a hash: enough to find the row, too few to test addresses against a list.
fn beginning(hash: &[u8]) -> String {
    format!("#{}", data_encoding::HEXLOWER.encode(hash).chars().take(12).collect::<String>())
}
