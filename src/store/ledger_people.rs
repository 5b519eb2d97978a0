//! People beside what the ledger says of them: whose address an id stands for, and their weekly limit (G8).

use std::collections::HashMap;

use diesel::prelude::*;

use super::among::load_among;
use super::db::Db;
use super::error::StoreError;
use super::held_changes::{Change, Within};
use super::schema::{ledger, recipients};

/// A person with what the ledger says last.
#[derive(Clone, Debug)]
pub struct Person {
    /// The id.
    pub id: i64,
    /// The keyed hash of the address.
    pub address_hash: Vec<u8>,
    /// The keyed hash of its domain.
    pub domain_hash: Vec<u8>,
    /// The address; none after an erasure.
    pub address: Option<String>,
    /// Their weekly limit.
    pub weekly_cap: Option<i32>,
    /// Whether they became somebody else: their address is free then, and its hash nobody's.
    pub is_merged: bool,
    /// The keyed hash that their last entry names; none where they have no entry.
    pub said_hash: Option<Vec<u8>>,
    /// The weekly limit by their entries.
    pub said_cap: Option<i32>,
}

type Columns = (i64, Vec<u8>, Vec<u8>, Option<String>, Option<i32>, Option<i64>);
type Said = (i64, i64, Option<Vec<u8>>, Option<String>);

/// The people behind `after`, at most `limit` of them, by their ids.
///
/// # Errors
/// The database says no, or an entry cannot be read.
pub fn page(db: &mut Db, after: i64, limit: i64) -> Result<Vec<Person>, StoreError> {
    let columns = (
        recipients::id,
        recipients::address_hash,
        recipients::domain_hash,
        recipients::address,
        recipients::weekly_cap,
        recipients::merged_into,
    );
    let behind = recipients::table.filter(recipients::id.gt(after)).order(recipients::id).limit(limit);
    let rows: Vec<Columns> = behind.select(columns).load(db)?;
    let ids: Vec<i64> = rows.iter().map(|(id, ..)| *id).collect();
    let mut said = said(db, &ids)?;
    let person = |row: Columns| {
        let (id, address_hash, domain_hash, address, weekly_cap, merged) = row;
        let (said_hash, said_cap) = said.remove(&id).unwrap_or_default();
        let is_merged = merged.is_some();
        Person { id, address_hash, domain_hash, address, weekly_cap, is_merged, said_hash, said_cap }
    };
    Ok(rows.into_iter().map(person).collect())
}

/// The last keyed hash and the last weekly limit by id.
type LastWords = HashMap<i64, (Option<Vec<u8>>, Option<i32>)>;

fn said(db: &mut Db, ids: &[i64]) -> Result<LastWords, StoreError> {
    let columns = (ledger::recipient_id.assume_not_null(), ledger::seq, ledger::person, ledger::holds);
    let entries = ledger::table.select(columns);
    let mut rows: Vec<Said> = load_among!(db, entries, ledger::recipient_id, ids)?;
    rows.sort_unstable_by_key(|(_, seq, ..)| *seq);
    let mut last = LastWords::new();
    for (id, seq, person, holds) in rows {
        let (hash, cap) = last.entry(id).or_default();
        if person.is_some() {
            *hash = person;
        }
        // The form has the word whenever it has the change.
        let Some(holds) = holds.filter(|holds| holds.contains("\"cap\"")) else { continue };
        let subject = hash.as_deref();
        let within = Within { seq, recipient: Some(id), subject, scope: "everything", recorded_at: 0 };
        for change in within.changes(&holds)? {
            if let Change::Cap(_, new) = change {
                *cap = new;
            }
        }
    }
    Ok(last)
}
