//! The exact words that were shown to people, each stored once under its digest.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Binary, Text};

use super::among::load_among;
use super::db::Db;
use super::error::StoreError;
use super::ledger_chain;
use super::schema::wordings;

/// Keeps a text under its digest.
pub(super) fn keep(db: &mut Db, digest: &[u8; 32], text: &str) -> Result<(), StoreError> {
    diesel::sql_query("INSERT INTO wordings (digest, text) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING")
        .bind::<Binary, _>(digest.as_slice())
        .bind::<Text, _>(text)
        .execute(db)?;
    Ok(())
}

/// The words behind a digest.
///
/// # Errors
/// The database says no.
pub fn text(db: &mut Db, digest: &[u8]) -> Result<Option<String>, StoreError> {
    Ok(wordings::table.find(digest).select(wordings::text).first(db).optional()?)
}

/// How the words of a digest are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// As they were shown.
    Intact,
    /// Other words than those of the digest.
    Changed,
    /// Not at all.
    Missing,
}

/// How the words of each of `digests` are kept, in the same order.
///
/// # Errors
/// The database says no.
pub fn look(db: &mut Db, digests: &[Vec<u8>]) -> Result<Vec<Kept>, StoreError> {
    let all = wordings::table.select((wordings::digest, wordings::text));
    let rows: Vec<(Vec<u8>, String)> = load_among!(db, all, wordings::digest, digests)?;
    let texts: HashMap<Vec<u8>, String> = rows.into_iter().collect();
    let of = |digest: &Vec<u8>| match texts.get(digest) {
        None => Kept::Missing,
        Some(text) if ledger_chain::wording_digest(text).as_slice() == digest.as_slice() => Kept::Intact,
        Some(_) => Kept::Changed,
    };
    Ok(digests.iter().map(of).collect())
}
