//! The ledger as a file: lines of JSON with a signed end, that can be verified without any database.

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};

use super::against::Against;
use super::book::Book;
use super::checkpoint::{Checkpoint, Signature};
use super::fault::{Fault, Faults, Verified};
use super::walk::{PAGE, Walk};
use super::{Exported, LedgerError, book, checkpoint};
use crate::clock;
use crate::domain::Seq;
use crate::link::PublicKey;
use crate::ops::App;
use crate::store::ledger::{self, Head, Row};
use crate::store::ledger_chain;

/// The last line of an export.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    entries: i64,
    head: String,
    /// The newest checkpoint, made at the end of this very export where the ledger is as it was signed before.
    #[serde(default)]
    checkpoint: Option<Checkpoint>,
}

/// Writes the whole ledger as lines of JSON, with its end and a checkpoint of it as the last line. It holds no address, no
/// name and no IP.
///
/// # Errors
/// See [`LedgerError`].
pub async fn export(app: &App, mut to: impl Write + Send + 'static) -> Result<Exported, LedgerError> {
    let key = app.keys.checkpoint_key()?;
    let path = book::path(&app.settings);
    let held = Book::read(&path).map_err(|error| LedgerError::Book(path.clone(), error))?;
    let before = held.newest(&app.keys.ring().checkpoint_publics()).cloned();
    let known = before.clone();
    let written = app.store.read(move |db| {
        db.one_view(|db| {
            let (signed, unsigned) = match checkpoint::sign(db, &key, before.as_ref(), clock::now()) {
                Ok(signed) => (Some(signed), None),
                Err(LedgerError::Unsound(fault)) => (before, Some(fault)),
                Err(error) => return Err(error),
            };
            let mut end = End { entries: 0, head: hex(&ledger_chain::GENESIS), checkpoint: signed.clone() };
            loop {
                let rows = ledger::rows_after(db, end.entries, PAGE)?;
                let Some(last) = rows.last() else { break };
                (end.entries, end.head) = (last.seq, hex(&last.hash));
                for row in &rows {
                    serde_json::to_writer(&mut to, row).map_err(std::io::Error::from)?;
                    to.write_all(b"\n")?;
                }
            }
            serde_json::to_writer(&mut to, &end).map_err(std::io::Error::from)?;
            to.write_all(b"\n")?;
            to.flush()?;
            Ok::<_, LedgerError>((end.entries, signed, unsigned))
        })
    });
    let (entries, signed, unsigned) = written.await?;
    if let Some(signed) = signed.filter(|signed| known.as_ref() != Some(signed)) {
        book::append(&path, &signed).map_err(|error| LedgerError::Book(path, error))?;
    }
    Ok(Exported { entries, unsigned })
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// Verifies an export, without any database: its chain, its end, and with one of `keys` the signature of its end.
///
/// # Errors
/// See [`LedgerError`]; a broken chain is an answer, not an error.
pub fn verify_export(from: impl BufRead, keys: &[PublicKey], mut against: Against) -> Result<Verified, LedgerError> {
    let (mut walk, mut faults) = (Walk::new(), Faults::default());
    let mut not_checked =
        vec!["suppressions, words and people: an export holds what was said and not what is held".to_owned()];
    against.tell(&mut faults, &mut not_checked);
    let mut end = None;
    for line in from.lines() {
        let line = line?;
        if end.is_some() {
            faults.add(Fault::Export("something stands behind its last line".to_owned()));
            break;
        }
        if let Ok(found) = serde_json::from_str::<End>(&line) {
            end = Some(found);
            continue;
        }
        let entry =
            serde_json::from_str::<Row>(&line).map_err(|_| Fault::entry(walk.next(), "its line is not an entry"));
        match entry.and_then(|row| walk.step(&row).map(|()| row)) {
            Ok(row) => against.meets(row.seq, &row.hash, &mut faults),
            Err(fault) => {
                faults.add(fault);
                return Ok(faults.broken());
            }
        }
    }
    against.ends(&walk, &mut faults);
    let Some(end) = end else {
        let what = "the export has no last line, so it may have been cut off here";
        faults.add(Fault::entry(walk.next(), what));
        return Ok(faults.broken());
    };
    let hash = data_encoding::HEXLOWER.decode(end.head.as_bytes()).unwrap_or_default();
    if let Err(fault) = walk.end(&Head { seq: Seq::new(end.entries), hash }) {
        faults.add(fault);
    }
    let signed_up_to = if keys.is_empty() {
        let why = "whether the export was cut and given a new end: that takes the key ring, or --key, as `keys list` shows it";
        not_checked.push(why.to_owned());
        None
    } else {
        match signed_end(&end, keys) {
            Ok(seq) => Some(seq),
            Err(why) => {
                faults.add(Fault::Export(why));
                None
            }
        }
    };
    if !faults.is_empty() {
        return Ok(faults.broken());
    }
    let head = data_encoding::HEXLOWER.encode(walk.hash());
    Ok(Verified::Intact { entries: walk.entries(), head, signed_up_to, not_checked })
}

/// The entry up to which an export is signed: its last one.
fn signed_end(end: &End, keys: &[PublicKey]) -> Result<i64, String> {
    let Some(checkpoint) = &end.checkpoint else { return Err("it carries no checkpoint".to_owned()) };
    if checkpoint.signature(keys) == Signature::Forged {
        return Err("its checkpoint was not signed by this installation".to_owned());
    }
    if (checkpoint.seq, &checkpoint.hash) != (end.entries, &end.head) {
        let (entries, seq) = (end.entries, checkpoint.seq);
        return Err(format!("it ends at entry {entries}, and its checkpoint is of another end, entry {seq}"));
    }
    Ok(checkpoint.seq)
}
