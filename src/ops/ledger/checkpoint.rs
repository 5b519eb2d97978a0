//! Checkpoints: what the ledger came to at a time, signed. Whoever keeps one can tell later whether everything up to there
//! is still as it was.

use serde::{Deserialize, Serialize};

use super::walk::Walk;
use super::{LedgerError, fault::Fault};
use crate::link::{CheckpointKey, PublicKey};
use crate::store::{Db, StoreError, ledger, ledger_chain, ledger_fold, policies};

/// A checkpoint. It is a line of JSON wherever it is kept; the signature is over [`Checkpoint::text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The last entry's place, which is the number of entries.
    pub seq: i64,
    /// Its hash, which covers all entries up to there, in hexadecimal as all digests here.
    pub hash: String,
    /// When it was signed (RFC 3339).
    pub at: String,
    /// How many suppressions were held.
    pub suppressions: i64,
    /// The digest over them.
    pub suppressions_sha256: String,
    /// How many versions of the privacy policy were published.
    pub policies: i64,
    /// The digest over them with all their words.
    pub policies_sha256: String,
    /// The public half of the key that signed it.
    pub key: String,
    /// The signature (Ed25519).
    pub signature: String,
}

/// Whether a checkpoint is what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Signed by a key that we know.
    Ours,
    /// Not signed by such a key, or changed since.
    Forged,
}

/// How a database stands to a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The ledger has all that was signed, and so many entries more.
    Ahead(i64),
    /// The ledger has only so many entries, and more were signed: the database is an older one, or was cut.
    Behind(i64),
    /// The entry that was signed is another one.
    Rewritten,
}

impl Checkpoint {
    /// What is signed, line by line, so that anybody can write it down again.
    pub fn text(&self) -> String {
        let Self { seq, hash, at, suppressions, suppressions_sha256, policies, policies_sha256, .. } = self;
        format!(
            "consentry checkpoint 1\nentries {seq} {hash}\nat {at}\nsuppressions {suppressions} \
             {suppressions_sha256}\npolicies {policies} {policies_sha256}\n"
        )
    }

    /// Whether one of `keys` signed it.
    pub fn signature(&self, keys: &[PublicKey]) -> Signature {
        let key = self.key.parse::<PublicKey>().ok().filter(|key| keys.contains(key));
        let signature = data_encoding::HEXLOWER.decode(self.signature.as_bytes()).unwrap_or_default();
        match key {
            Some(key) if key.verifies(self.text().as_bytes(), &signature) => Signature::Ours,
            _ => Signature::Forged,
        }
    }

    /// The last entry's hash; none where it is none.
    pub fn hash_bytes(&self) -> Option<Vec<u8>> {
        data_encoding::HEXLOWER.decode(self.hash.as_bytes()).ok()
    }

    /// What it is called in a sentence.
    pub fn name(&self) -> String {
        format!("the checkpoint of entry {} ({})", self.seq, self.at)
    }

    /// Whether it says the same as another one, whenever either was signed.
    fn says(&self, other: &Self) -> bool {
        let content =
            |one: &Self| Self { at: String::new(), key: String::new(), signature: String::new(), ..one.clone() };
        content(self) == content(other)
    }
}

/// How the database stands to a checkpoint.
///
/// # Errors
/// The database says no.
pub fn standing(db: &mut Db, checkpoint: &Checkpoint) -> Result<Standing, StoreError> {
    let entries = ledger::head(db)?.seq.get();
    if checkpoint.seq == 0 {
        return Ok(Standing::Ahead(entries));
    }
    match ledger::row(db, crate::domain::Seq::new(checkpoint.seq))? {
        None => Ok(Standing::Behind(entries.min(checkpoint.seq - 1))),
        Some(row) if Some(&row.hash) == checkpoint.hash_bytes().as_ref() => {
            Ok(Standing::Ahead((entries - checkpoint.seq).max(0)))
        }
        Some(_) => Ok(Standing::Rewritten),
    }
}

impl Standing {
    /// What is wrong with it; nothing where the ledger has all that was signed.
    pub fn fault(self, checkpoint: &Checkpoint) -> Option<Fault> {
        let (known, seq) = (checkpoint.name(), checkpoint.seq);
        match self {
            Self::Ahead(_) => None,
            Self::Behind(entries) => Some(Fault::Behind { known, seq, entries }),
            Self::Rewritten => Some(Fault::Rewritten { known, seq }),
        }
    }
}

/// Signs what the database holds; run in one view of it. `before` is the newest checkpoint that is known: what it covers is
/// not looked at again but for its last entry, and it is returned itself where nothing has changed since. Nothing is signed
/// that does not follow from it.
///
/// # Errors
/// See [`LedgerError`].
pub(super) fn sign(
    db: &mut Db,
    key: &CheckpointKey,
    before: Option<&Checkpoint>,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<Checkpoint, LedgerError> {
    let mut walk = match before {
        None => Walk::new(),
        Some(before) => {
            if let Some(fault) = standing(db, before)?.fault(before) {
                return Err(LedgerError::Unsound(fault));
            }
            Walk::behind(before.seq, before.hash_bytes().unwrap_or_else(|| ledger_chain::GENESIS.to_vec()))
        }
    };
    if let Some(fault) = walk.finish(db, |_, _| Ok(()))? {
        return Err(LedgerError::Unsound(fault));
    }
    let unreadable = || StoreError::bad_row("suppressions", "a scope or a reason");
    let (suppressions, held) = ledger_fold::digest(db)?.ok_or_else(unreadable)?;
    let (policies, published) = policies::digest(db, i64::MAX)?;
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    let mut new = Checkpoint {
        seq: walk.entries(),
        hash: hex(walk.hash()),
        at: at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        suppressions,
        suppressions_sha256: hex(&held),
        policies,
        policies_sha256: hex(&published),
        key: key.public().to_string(),
        signature: String::new(),
    };
    if let Some(before) = before.filter(|before| before.says(&new)) {
        return Ok(before.clone());
    }
    new.signature = hex(&key.sign(new.text().as_bytes()).ok_or(LedgerError::NotSigned)?);
    Ok(new)
}
