//! Proving the ledger (G8): in the database, or in an export, offline.

use std::collections::HashMap;
use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};

use super::App;
use crate::store::ledger::{self, Head, Row};
use crate::store::{Db, StoreError, ledger_chain};

/// Entries that are read at a time.
const PAGE: i64 = 5000;

/// Why the ledger could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The database said no.
    #[error("the ledger could not be read")]
    Store(#[from] StoreError),
    /// The file could not be read or written.
    #[error("the export could not be read or written")]
    Io(#[from] std::io::Error),
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "lowercase")]
pub enum Verified {
    /// Every entry is as it was written.
    Intact {
        /// How many entries there are.
        entries: i64,
        /// The last hash, to be kept elsewhere: it proves later that nothing was cut off.
        head: String,
    },
    /// This entry is the first that is not.
    Broken {
        /// Its place.
        entry: i64,
        /// What is wrong with it.
        what: String,
    },
}

/// Goes along the chain.
struct Walk {
    next: i64,
    hash: Vec<u8>,
}

impl Walk {
    fn new() -> Self {
        Self { next: 1, hash: ledger_chain::GENESIS.to_vec() }
    }

    fn step(&mut self, row: &Row) -> Result<(), Verified> {
        let broken = |entry, what: &str| Err(Verified::Broken { entry, what: what.to_owned() });
        if row.seq != self.next {
            return broken(self.next, "the entry is missing");
        }
        if ledger_chain::hash(&self.hash, row).as_slice() != row.hash.as_slice() {
            return broken(row.seq, "its content does not fit its hash and the entry before");
        }
        self.next += 1;
        self.hash.clone_from(&row.hash);
        Ok(())
    }

    fn end(self, head: &Head) -> Verified {
        let entries = self.next - 1;
        if head.seq.get() != entries || head.hash != self.hash {
            let what = format!("the chain ends at entry {entries}, and {} entries were written", head.seq);
            return Verified::Broken { entry: self.next, what };
        }
        Verified::Intact { entries, head: data_encoding::HEXLOWER.encode(&self.hash) }
    }
}

/// Verifies the database's ledger from the first entry to the end.
///
/// # Errors
/// See [`LedgerError`]; a broken chain is an answer, not an error.
pub async fn verify(app: &App) -> Result<Verified, LedgerError> {
    app.store.read(verify_db).await
}

fn verify_db(db: &mut Db) -> Result<Verified, LedgerError> {
    db.one_view(|db| {
        let mut walk = Walk::new();
        loop {
            let rows = ledger::rows_after(db, walk.next - 1, PAGE)?;
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else { break };
            let mut evidence: HashMap<i64, [u8; 32]> = HashMap::new();
            for (seq, salt, ip, agent) in ledger::evidence_between(db, first.seq, last.seq)? {
                evidence.insert(seq, ledger_chain::evidence_digest(&salt, &ip, &agent));
            }
            for row in &rows {
                if let Err(broken) = walk.step(row) {
                    return Ok(broken);
                }
                let held = evidence.get(&row.seq).map(<[u8; 32]>::as_slice);
                if held.is_some() && held != row.evidence.as_deref() {
                    let what = "its address and user agent are not those that were recorded".to_owned();
                    return Ok(Verified::Broken { entry: row.seq, what });
                }
            }
        }
        let head = ledger::head(db)?;
        Ok(walk.end(&head))
    })
}

/// The last line of an export.
#[derive(Serialize, Deserialize)]
struct End {
    entries: i64,
    head: String,
}

/// Writes the whole ledger as lines of JSON, with its end as the last line. It holds no address, no name and no IP.
///
/// # Errors
/// See [`LedgerError`].
pub async fn export(app: &App, mut to: impl Write + Send + 'static) -> Result<i64, LedgerError> {
    let written = app.store.read(move |db| {
        let mut end = End { entries: 0, head: data_encoding::HEXLOWER.encode(&ledger_chain::GENESIS) };
        loop {
            let rows = ledger::rows_after(db, end.entries, PAGE)?;
            let Some(last) = rows.last() else { break };
            end = End { entries: last.seq, head: data_encoding::HEXLOWER.encode(&last.hash) };
            for row in &rows {
                serde_json::to_writer(&mut to, row).map_err(std::io::Error::from)?;
                to.write_all(b"\n")?;
            }
        }
        serde_json::to_writer(&mut to, &end).map_err(std::io::Error::from)?;
        to.write_all(b"\n")?;
        to.flush()?;
        Ok::<_, LedgerError>(end.entries)
    });
    written.await
}

/// Verifies an export, without any database.
///
/// # Errors
/// See [`LedgerError`]; a broken chain is an answer, not an error.
pub fn verify_export(from: impl BufRead) -> Result<Verified, LedgerError> {
    let mut walk = Walk::new();
    let mut end = None;
    for line in from.lines() {
        let line = line?;
        if let Ok(found) = serde_json::from_str::<End>(&line) {
            end = Some(found);
            continue;
        }
        let Ok(row) = serde_json::from_str::<Row>(&line) else {
            return Ok(Verified::Broken { entry: walk.next, what: "its line is not an entry".to_owned() });
        };
        if let Err(broken) = walk.step(&row) {
            return Ok(broken);
        }
    }
    let Some(end) = end else {
        let what = "the export has no last line, so it may have been cut off here".to_owned();
        return Ok(Verified::Broken { entry: walk.next, what });
    };
    let hash = data_encoding::HEXLOWER.decode(end.head.as_bytes()).unwrap_or_default();
    Ok(walk.end(&Head { seq: crate::domain::Seq::new(end.entries), hash }))
}
