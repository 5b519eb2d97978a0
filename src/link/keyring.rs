//! The key ring: one key for hashing addresses, one that signs links, any number that only verify them, those that sign
//! messages (DKIM), and the one that signs the ledger's checkpoints.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::checkpoint_key::{CheckpointKey, PublicKey};
use crate::dkim::{Algorithm, DkimKey, Selector, Signer};
use crate::domain::{Address, AddressHash};

/// Bytes of every key.
pub(super) const KEY: usize = 32;

type HmacSha256 = Hmac<Sha256>;

/// All keys, as one file holds them.
///
/// The address key is never rotated: the hashes of people who were erased could not be made again, and their opt-outs
/// would be forgotten (G9).
#[derive(Clone)]
pub struct KeyRing {
    pub(super) address: [u8; KEY],
    pub(super) link: BTreeMap<u16, [u8; KEY]>,
    pub(super) signing: u16,
    /// In the order in which they were made.
    pub(super) dkim: Vec<Arc<DkimKey>>,
    /// In the order in which they were made: the last one signs checkpoints, all of them verify.
    pub(super) checkpoint: Vec<CheckpointKey>,
}

/// Why there is no key ring.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No file.
    #[error("the key file {} is missing; `consentry init` makes one, or restore it from your copy", .0.display())]
    Missing(PathBuf),
    /// A file that is already there is never overwritten.
    #[error("the key file {} is already there", .0.display())]
    Exists(PathBuf),
    /// The system refused.
    #[error("the key file {} cannot be read or written", .0.display())]
    Io(PathBuf, #[source] std::io::Error),
    /// Not a key file.
    #[error("{} is not a key file: {reason}; restore it from your copy", .path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Every DKIM key has a selector of its own.
    #[error("there is a DKIM key with the selector {0} already; choose another one")]
    SelectorTaken(String),
    /// No number is left.
    #[error("the ring has a key of every number already; it cannot be rotated any more")]
    Full,
    /// No randomness, no key.
    #[error("the system gave no random bytes for a key")]
    Random,
}

impl KeyRing {
    /// Makes a ring of new keys.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn generate() -> Result<Self, KeyError> {
        let (link, checkpoint) = (BTreeMap::from([(1, random()?)]), vec![CheckpointKey::generate()?]);
        Ok(Self { address: random()?, link, signing: 1, dkim: Vec::new(), checkpoint })
    }

    /// Adds a new signing key; the one before goes on verifying.
    ///
    /// # Errors
    /// [`KeyError::Random`], and [`KeyError::Full`]: a key that has the number of an older one would break its links.
    pub fn rotate(&mut self) -> Result<u16, KeyError> {
        let next = self.link.keys().next_back().map_or(Some(1), |last| last.checked_add(1)).ok_or(KeyError::Full)?;
        self.link.insert(next, random()?);
        self.signing = next;
        Ok(next)
    }

    /// Adds a DKIM key. Of each algorithm the last one signs.
    ///
    /// # Errors
    /// [`KeyError::SelectorTaken`]: a receiver that looks one up must find one key.
    pub fn add_dkim(&mut self, key: DkimKey) -> Result<(), KeyError> {
        if self.dkim_key(key.selector()).is_some() {
            return Err(KeyError::SelectorTaken(key.selector().to_string()));
        }
        self.dkim.push(Arc::new(key));
        Ok(())
    }

    /// Adds a key that signs checkpoints from now on.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub(super) fn add_checkpoint_key(&mut self) -> Result<(), KeyError> {
        self.checkpoint.push(CheckpointKey::generate()?);
        Ok(())
    }

    /// The key that signs checkpoints; none in a ring from before there were any.
    pub fn checkpoint_key(&self) -> Option<&CheckpointKey> {
        self.checkpoint.last()
    }

    /// The public halves of all keys that ever signed checkpoints.
    pub fn checkpoint_publics(&self) -> Vec<PublicKey> {
        self.checkpoint.iter().map(CheckpointKey::public).collect()
    }

    /// The DKIM key of a selector.
    pub fn dkim_key(&self, selector: &Selector) -> Option<&Arc<DkimKey>> {
        self.dkim.iter().find(|key| key.selector() == selector)
    }

    /// The DKIM keys that sign: the last one of each algorithm. None where there is no key at all.
    pub fn signer(&self) -> Option<Signer> {
        let last = |algorithm| self.dkim.iter().rfind(|key| key.algorithm() == algorithm).cloned();
        Signer::new(Algorithm::ALL.into_iter().filter_map(last).collect())
    }

    /// The keyed hash that recipients and suppressions of this address are matched by.
    pub fn hash_address(&self, address: &Address) -> AddressHash {
        AddressHash::new(self.address_mac(b"address\0", address.key().as_bytes()))
    }

    /// The keyed hash that suppressions of a whole domain are matched by.
    pub fn hash_domain(&self, domain: &str) -> AddressHash {
        AddressHash::new(self.address_mac(b"domain\0", domain.as_bytes()))
    }

    /// The keyed hash that letters to one mailbox are counted by, however its address is written. It is not the hash of any
    /// address.
    pub fn hash_mailbox(&self, address: &Address) -> AddressHash {
        AddressHash::new(self.address_mac(b"mailbox\0", address.mailbox().as_bytes()))
    }

    /// Tells whether a database was filled with this address key, without telling the key.
    pub fn fingerprint(&self) -> [u8; KEY] {
        self.address_mac(b"fingerprint\0", b"consentry")
    }

    /// A MAC that no rotation changes: a message tried again after one keeps its Message-ID.
    pub(super) fn lasting_mac(&self, body: &[u8]) -> [u8; KEY] {
        self.address_mac(b"message id\0", body)
    }

    /// The key that signs new links.
    pub const fn signing_key_id(&self) -> u16 {
        self.signing
    }

    /// The keys that verify links, in the order they were made.
    pub fn key_ids(&self) -> impl Iterator<Item = u16> + '_ {
        self.link.keys().copied()
    }

    fn address_mac(&self, label: &[u8], text: &[u8]) -> [u8; KEY] {
        keyed(&self.address, label, text).finalize().into_bytes().into()
    }

    /// The first `N` bytes of the signing key's MAC over `body`.
    pub(super) fn sign<const N: usize>(&self, label: &[u8], body: &[u8]) -> [u8; N] {
        // The constructor of every ring puts the signing key into the map; an empty key signs nothing anybody accepts.
        let key = self.link.get(&self.signing).copied().unwrap_or_default();
        let whole: [u8; KEY] = keyed(&key, label, body).finalize().into_bytes().into();
        let mut kept = [0; N];
        kept.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        kept
    }

    /// Whether `mac` is the beginning of key `id`'s MAC over `body`, in constant time; none where the key is unknown.
    pub(super) fn verify(&self, id: u16, label: &[u8], body: &[u8], mac: &[u8]) -> Option<bool> {
        let key = self.link.get(&id)?;
        Some(keyed(key, label, body).verify_truncated_left(mac).is_ok())
    }
}

/// Only how many keys there are, and the names that anybody can read in a message.
impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRing({} link keys, {} signs, {:?})", self.link.len(), self.signing, self.dkim)
    }
}

fn keyed(key: &[u8; KEY], label: &[u8], body: &[u8]) -> HmacSha256 {
    // RFC 2104 section 2: a key shorter than the hash's block is filled up with zeros.
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = HmacSha256::new(&block.into());
    mac.update(label);
    mac.update(body);
    mac
}

pub(super) fn random() -> Result<[u8; KEY], KeyError> {
    let mut bytes = [0; KEY];
    getrandom::fill(&mut bytes).map_err(|_: getrandom::Error| KeyError::Random)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_differ_in_case_only_have_one_hash() {
        let ring = KeyRing::generate().unwrap();
        let hash = |text| ring.hash_address(&Address::parse(text).unwrap());
        assert_eq!(hash("Ada@Example.org"), hash("ada@EXAMPLE.ORG"));
        assert_ne!(
            hash("ada@example.org"),
            KeyRing::generate().unwrap().hash_address(&"ada@example.org".parse().unwrap())
        );
    }
}
