//! The hash chain: each entry carries the hash of itself and of the one before (G8).

use sha2::{Digest as _, Sha256};

use super::ledger::Row;

/// What the first entry follows.
pub const GENESIS: [u8; 32] = [0; 32];

/// The hash that `row` must carry behind an entry with the hash `before`.
///
/// Every field is written with its presence and its length, so that no two entries have the same bytes.
pub fn hash(before: &[u8], row: &Row) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(b"consentry ledger 2");
    put(&mut sum, Some(before));
    put(&mut sum, Some(&row.seq.to_be_bytes()));
    put(&mut sum, row.recipient_id.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    put(&mut sum, row.subject.as_deref());
    put(&mut sum, Some(row.scope.as_bytes()));
    put(&mut sum, Some(row.decision.as_bytes()));
    put(&mut sum, row.undoes.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    put(&mut sum, Some(row.source.as_bytes()));
    put(&mut sum, Some(row.basis.as_bytes()));
    put(&mut sum, Some(&row.happened_at.to_be_bytes()));
    put(&mut sum, Some(&row.recorded_at.to_be_bytes()));
    put(&mut sum, row.wording.as_deref());
    put(&mut sum, row.language.as_deref().map(str::as_bytes));
    put(&mut sum, Some(&row.policy_version.to_be_bytes()));
    put(&mut sum, Some(row.actor.as_bytes()));
    put(&mut sum, Some(row.request_id.as_bytes()));
    put(&mut sum, row.campaign_id.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    put(&mut sum, row.evidence.as_deref());
    put(&mut sum, row.note.as_deref().map(str::as_bytes));
    put(&mut sum, row.person.as_deref());
    put(&mut sum, row.holds.as_deref().map(str::as_bytes));
    sum.finalize().into()
}

/// The digest of a text shown to a person; the text itself is stored once.
pub fn wording_digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// The digest of an IP address and a user agent with their salt: purging them keeps the chain valid.
pub fn evidence_digest(salt: &[u8], ip: &str, user_agent: &str) -> [u8; 32] {
    let mut sum = Sha256::new();
    put(&mut sum, Some(salt));
    put(&mut sum, Some(ip.as_bytes()));
    put(&mut sum, Some(user_agent.as_bytes()));
    sum.finalize().into()
}

pub(super) fn put(sum: &mut Sha256, field: Option<&[u8]>) {
    match field {
        None => sum.update([0]),
        Some(bytes) => {
            sum.update([1]);
            sum.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            sum.update(bytes);
        }
    }
}
