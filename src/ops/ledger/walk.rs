//! Going along the chain, entry by entry.

use std::collections::HashMap;

use super::fault::Fault;
use crate::store::ledger::{self, Head, Row};
use crate::store::{Db, StoreError, evidence, ledger_chain};

/// Entries that are read at a time.
pub(super) const PAGE: i64 = 5000;

/// Where the walk has come to.
pub(super) struct Walk {
    next: i64,
    hash: Vec<u8>,
}

impl Walk {
    /// From the first entry.
    pub(super) fn new() -> Self {
        Self { next: 1, hash: ledger_chain::GENESIS.to_vec() }
    }

    /// From behind an entry that is known.
    pub(super) fn behind(seq: i64, hash: Vec<u8>) -> Self {
        Self { next: seq + 1, hash }
    }

    /// The place of the next entry.
    pub(super) fn next(&self) -> i64 {
        self.next
    }

    /// The last entry's place.
    pub(super) fn entries(&self) -> i64 {
        self.next - 1
    }

    /// The last entry's hash.
    pub(super) fn hash(&self) -> &[u8] {
        &self.hash
    }

    pub(super) fn step(&mut self, row: &Row) -> Result<(), Fault> {
        if row.seq != self.next {
            return Err(Fault::entry(self.next, "the entry is missing"));
        }
        if ledger_chain::hash(&self.hash, row).as_slice() != row.hash.as_slice() {
            return Err(Fault::entry(row.seq, "its content does not fit its hash and the entry before"));
        }
        self.next += 1;
        self.hash.clone_from(&row.hash);
        Ok(())
    }

    /// The head must be where the walk has come to.
    pub(super) fn end(&self, head: &Head) -> Result<(), Fault> {
        if head.seq.get() == self.entries() && head.hash == self.hash {
            return Ok(());
        }
        let what = format!("the chain ends at entry {}, and {} entries were written", self.entries(), head.seq);
        Err(Fault::entry(self.next, what))
    }

    /// Walks to the end of the database's ledger and shows each page of entries to `see`.
    ///
    /// Returns what is wrong with the first entry that is not as it was written.
    pub(super) fn finish(
        &mut self,
        db: &mut Db,
        mut see: impl FnMut(&mut Db, &[Row]) -> Result<(), StoreError>,
    ) -> Result<Option<Fault>, StoreError> {
        loop {
            let rows = ledger::rows_after(db, self.entries(), PAGE)?;
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else { break };
            let mut kept: HashMap<i64, [u8; 32]> = HashMap::new();
            for (seq, salt, ip, agent) in evidence::between(db, first.seq, last.seq)? {
                kept.insert(seq, ledger_chain::evidence_digest(&salt, &ip, &agent));
            }
            for row in &rows {
                if let Err(fault) = self.step(row) {
                    return Ok(Some(fault));
                }
                let kept = kept.get(&row.seq).map(<[u8; 32]>::as_slice);
                if kept.is_some() && kept != row.evidence.as_deref() {
                    let what = "its address and user agent are not those that were recorded";
                    return Ok(Some(Fault::entry(row.seq, what)));
                }
            }
            see(db, &rows)?;
        }
        Ok(self.end(&ledger::head(db)?).err())
    }
}
