//! The key that signs the ledger's checkpoints: Ed25519 (RFC 8032), so that whoever has its public half can verify them
//! and make none.
//!
//! Nothing but this file knows which library does it.

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

use super::keyring::{KEY, KeyError, random};

/// A key that signs checkpoints.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckpointKey {
    seed: [u8; KEY],
    public: [u8; KEY],
}

impl CheckpointKey {
    /// Makes a key.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub(super) fn generate() -> Result<Self, KeyError> {
        Self::of_seed(random()?).ok_or(KeyError::Random)
    }

    /// Reads a key from its secret half.
    pub(super) fn of_seed(seed: [u8; KEY]) -> Option<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).ok()?;
        let public = pair.public_key().as_ref().try_into().ok()?;
        Some(Self { seed, public })
    }

    /// The secret half.
    pub(super) const fn seed(&self) -> &[u8; KEY] {
        &self.seed
    }

    /// The public half.
    pub const fn public(&self) -> PublicKey {
        PublicKey(self.public)
    }

    /// Signs a text; none where the library refuses.
    pub fn sign(&self, text: &[u8]) -> Option<Vec<u8>> {
        let pair = Ed25519KeyPair::from_seed_and_public_key(&self.seed, &self.public).ok()?;
        Some(pair.sign(text).as_ref().to_vec())
    }
}

/// Only the half that everybody may know.
impl fmt::Debug for CheckpointKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CheckpointKey({})", self.public())
    }
}

/// The public half, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; KEY]);

impl PublicKey {
    /// Whether the other half signed this text.
    pub fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(text, signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text is no public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a public key has 64 hexadecimal digits; `consentry keys list` shows it")]
pub struct NoPublicKey;

impl std::str::FromStr for PublicKey {
    type Err = NoPublicKey;

    fn from_str(text: &str) -> Result<Self, NoPublicKey> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).map_err(|_| NoPublicKey)?;
        bytes.try_into().map(Self).map_err(|_| NoPublicKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_half_signs_the_other_verifies_and_nothing_else() {
        let key = CheckpointKey::generate().unwrap();
        let signature = key.sign(b"text").unwrap();
        assert!(key.public().verifies(b"text", &signature));
        assert!(!key.public().verifies(b"Text", &signature));
        assert!(!CheckpointKey::generate().unwrap().public().verifies(b"text", &signature));
        assert!(!key.public().verifies(b"text", b""));
        assert_eq!(key.public().to_string().parse(), Ok(key.public()));
        assert_eq!("00".parse::<PublicKey>(), Err(NoPublicKey));
    }

    /// RFC 8032 section 7.1, test 1.
    #[test]
    fn the_signature_is_the_one_of_the_standard() {
        let bytes = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap();
        let seed = bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let key = CheckpointKey::of_seed(seed.try_into().unwrap()).unwrap();
        assert_eq!(key.public().to_string(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        let signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd\
                         25bf5f0595bbe24655141438e7a100b";
        assert_eq!(key.sign(b"").unwrap(), bytes(signature));
    }
}
