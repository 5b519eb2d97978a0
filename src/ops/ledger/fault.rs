//! What is not as it was written, as sentences. None of them tells an address: people are named by their id, what is held
//! by the first bytes of the keyed hash.

use serde::Serialize;

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The first entry that does not fit the chain.
    #[error("entry {entry} is the first that is not as it was written: {what}")]
    Entry {
        /// Its place.
        entry: i64,
        /// What is wrong with it.
        what: String,
    },
    /// The ledger ends before what is known to have been in it.
    #[error(
        "the ledger is older than {known}, or was cut: it has {entries} entries, and entry {seq} was there. What came \
         after entry {entries} is forgotten, opt-outs among it: restore a newer backup before anything is sent"
    )]
    Behind {
        /// What says that there was more.
        known: String,
        /// The entry that was there.
        seq: i64,
        /// The entries that there are.
        entries: i64,
    },
    /// The entry is another one than is known to have been in its place.
    #[error(
        "entry {seq} is not the one of {known}: it and what came before were written anew, or this is another ledger"
    )]
    Rewritten {
        /// What says which entry it was.
        known: String,
        /// The entry's place.
        seq: i64,
    },
    /// Somebody without the key wrote it, or changed it.
    #[error("{0} has no signature of this key ring: it was changed, or somebody else wrote it")]
    Forged(String),
    /// The words of an entry.
    #[error("the words that entry {entry} names are {how}: those of the digest {digest}")]
    Wording {
        /// The first entry that names them.
        entry: i64,
        /// The first bytes of their digest.
        digest: String,
        /// Changed, or missing.
        how: &'static str,
    },
    /// A suppression that must stand.
    #[error("the suppression of {bar} is missing: by the ledger it stands")]
    Missing {
        /// Whose, of what and why.
        bar: String,
    },
    /// A suppression that nobody put there.
    #[error("the suppression of {bar} has no entry in the ledger, or was lifted")]
    Extra {
        /// Whose, of what and why.
        bar: String,
    },
    /// A suppression that is not as the ledger says.
    #[error(
        "the suppression of {bar} is not as the ledger has it: its beginning, its end or what it is about was changed"
    )]
    Changed {
        /// Whose, of what and why.
        bar: String,
    },
    /// A suppression that is none of ours.
    #[error("a suppression of {subject} holds what we could not have written")]
    Unreadable {
        /// Whose.
        subject: String,
    },
    /// A domain's suppression with another domain's name.
    #[error("the suppression of {bar} has the name of another domain")]
    Label {
        /// Whose, of what and why.
        bar: String,
    },
    /// A person whose address is another one than the one of the keyed hash.
    #[error("recipient {0}: the address is not the one that its keyed hash was made of")]
    Address(i64),
    /// A person whose keyed hash is another one than their last entry names.
    #[error("recipient {0}: the keyed hash is not the one of their last entry; the entries are about another address")]
    Person(i64),
    /// A person whose weekly limit is another one.
    #[error("recipient {0}: the weekly limit is not the one that the ledger has")]
    WeeklyCap(i64),
    /// What was held when a checkpoint was signed.
    #[error("when {0} was signed, the suppressions were not those of the ledger")]
    HeldThen(String),
    /// The published versions of the policy.
    #[error("the policy versions are not those of {0}: what was published was changed")]
    Policies(String),
    /// The version that new entries are stamped with.
    #[error("new entries are not stamped with the newest policy version: what stands beside the head was changed")]
    Stamp,
    /// An export without a signature that covers its end.
    #[error("the export may have been cut and given a new end: {0}")]
    Export(String),
}

impl Fault {
    pub(super) fn entry(entry: i64, what: impl Into<String>) -> Self {
        Self::Entry { entry, what: what.into() }
    }
}

/// How many faults are told at most: the rest of thousands says no more.
const TOLD: usize = 50;

/// The faults that were found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    told: Vec<Fault>,
    more: usize,
}

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        if self.told.len() < TOLD {
            self.told.push(fault);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    pub(super) fn broken(self) -> Verified {
        let entry = self.told.iter().find_map(|fault| match fault {
            Fault::Entry { entry, .. } => Some(*entry),
            _ => None,
        });
        let mut what: Vec<_> = self.told.iter().map(ToString::to_string).collect();
        if self.more > 0 {
            what.push(format!("and {} more of the kind", self.more));
        }
        Verified::Broken { entry, what }
    }
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "lowercase")]
pub enum Verified {
    /// Everything that could be looked at is as it was written.
    Intact {
        /// How many entries there are.
        entries: i64,
        /// The last hash, to be kept elsewhere: it proves later that nothing was cut off.
        head: String,
        /// The last entry that a checkpoint signed by this key ring covers.
        signed_up_to: Option<i64>,
        /// What could not be looked at, as sentences.
        not_checked: Vec<String>,
    },
    /// Something is not.
    Broken {
        /// The first entry that does not fit the chain, where the chain is broken.
        #[serde(skip_serializing_if = "Option::is_none")]
        entry: Option<i64>,
        /// What is wrong, as sentences.
        what: Vec<String>,
    },
}

impl Verified {
    /// The last hash, where all is as it was written.
    pub fn head(&self) -> Option<&str> {
        match self {
            Self::Intact { head, .. } => Some(head),
            Self::Broken { .. } => None,
        }
    }
}
