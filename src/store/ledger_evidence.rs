//! IP address and user agent of choices, beside the ledger: it holds a salted digest of them, so that they can be purged.

use diesel::prelude::*;

use super::db::Db;
use super::dialect;
use super::error::StoreError;
use super::ledger::Evidence;
use super::ledger_chain;
use super::schema::evidence;

/// A row to insert.
#[derive(Insertable)]
#[diesel(table_name = evidence)]
pub(super) struct Proof {
    pub(super) seq: i64,
    pub(super) salt: Vec<u8>,
    pub(super) ip: String,
    pub(super) user_agent: String,
    pub(super) recorded_at: i64,
}

impl Proof {
    /// Of the entry at `seq`, with a salt of its own.
    pub(super) fn new(seq: i64, from: &Evidence, recorded_at: i64) -> Result<Self, StoreError> {
        let mut salt = vec![0; 16];
        getrandom::fill(&mut salt).map_err(|_: getrandom::Error| StoreError::Random)?;
        Ok(Self { seq, salt, ip: from.ip.clone(), user_agent: from.user_agent.clone(), recorded_at })
    }

    /// What the entry holds of it.
    pub(super) fn digest(&self) -> Vec<u8> {
        ledger_chain::evidence_digest(&self.salt, &self.ip, &self.user_agent).to_vec()
    }
}

/// Keeps them.
pub(super) fn keep(db: &mut Db, proofs: &[Proof]) -> Result<(), StoreError> {
    if proofs.is_empty() { Ok(()) } else { dialect::insert_evidence(db, proofs) }
}
