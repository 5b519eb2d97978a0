//! Keys: making them, writing them down, signing with them.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{self, KeySize};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256};

/// Characters of a selector at most: those of one label of a domain name (RFC 1035 section 2.3.4).
const SELECTOR_MAX: usize = 63;

/// How a key signs. Never with SHA-1 (RFC 8301 section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA with 2048 bits (RFC 8301 section 3.2): what every receiver reads.
    Rsa,
    /// Ed25519 (RFC 8463): short and fast; some receivers do not read it yet.
    Ed25519,
}

/// The text names no algorithm.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no algorithm; use rsa or ed25519")]
pub struct UnknownAlgorithm(String);

impl Algorithm {
    /// Both. Messages are signed in this order, too.
    pub const ALL: [Self; 2] = [Self::Rsa, Self::Ed25519];

    /// As the key file, the command line and `k=` in the DNS call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa => "rsa",
            Self::Ed25519 => "ed25519",
        }
    }

    /// What a selector ends in unless somebody names it otherwise.
    pub const fn letter(self) -> char {
        match self {
            Self::Rsa => 'r',
            Self::Ed25519 => 'e',
        }
    }

    /// The value of `a=`.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::Rsa => "rsa-sha256",
            Self::Ed25519 => "ed25519-sha256",
        }
    }
}

impl FromStr for Algorithm {
    type Err = UnknownAlgorithm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|one| one.as_str() == text).ok_or_else(|| UnknownAlgorithm(text.to_owned()))
    }
}

/// Names a key among the keys of a domain: the part in front of `._domainkey` (RFC 6376 section 3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector(String);

/// The text cannot be a selector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a selector has 1 to {SELECTOR_MAX} letters, digits and hyphens, and no hyphen at either end")]
pub struct SelectorFault;

impl Selector {
    /// Reads a selector; case does not matter in the DNS and is folded.
    ///
    /// # Errors
    /// [`SelectorFault`].
    pub fn parse(text: &str) -> Result<Self, SelectorFault> {
        let fits = (1..=SELECTOR_MAX).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-');
        if fits && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(SelectorFault)
        }
    }

    /// The selector.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why there is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// No randomness, no key.
    #[error("the system could not make a key")]
    Make,
    /// Damaged, of another kind, or RSA with fewer than 2048 bits.
    #[error("it is not an {} key of today's strength", .0.as_str())]
    Read(Algorithm),
    /// It does not let itself be written down.
    #[error("a key could not be written down")]
    Write,
}

/// A private key with its selector.
pub struct DkimKey {
    selector: Selector,
    pair: Pair,
}

enum Pair {
    Rsa(rsa::KeyPair),
    Ed25519(Ed25519KeyPair),
}

impl DkimKey {
    /// Makes a key.
    ///
    /// # Errors
    /// [`KeyFault::Make`].
    pub fn generate(selector: Selector, algorithm: Algorithm) -> Result<Self, KeyFault> {
        let pair = match algorithm {
            Algorithm::Rsa => rsa::KeyPair::generate(KeySize::Rsa2048).map(Pair::Rsa),
            Algorithm::Ed25519 => Ed25519KeyPair::generate().map(Pair::Ed25519),
        };
        Ok(Self { selector, pair: pair.map_err(|_: aws_lc_rs::error::Unspecified| KeyFault::Make)? })
    }

    /// Reads a key from its PKCS #8 form.
    ///
    /// # Errors
    /// [`KeyFault::Read`].
    pub fn from_pkcs8(selector: Selector, algorithm: Algorithm, pkcs8: &[u8]) -> Result<Self, KeyFault> {
        let pair = match algorithm {
            Algorithm::Rsa => rsa::KeyPair::from_pkcs8(pkcs8).map(Pair::Rsa),
            Algorithm::Ed25519 => Ed25519KeyPair::from_pkcs8(pkcs8).map(Pair::Ed25519),
        };
        let pair = pair.map_err(|_: aws_lc_rs::error::KeyRejected| KeyFault::Read(algorithm))?;
        let weak = matches!(&pair, Pair::Rsa(pair) if pair.public_modulus_len() < KeySize::Rsa2048.len());
        if weak { Err(KeyFault::Read(algorithm)) } else { Ok(Self { selector, pair }) }
    }

    /// The key in its PKCS #8 form. Secret.
    ///
    /// # Errors
    /// [`KeyFault::Write`].
    pub fn to_pkcs8(&self) -> Result<Vec<u8>, KeyFault> {
        let form: Result<Pkcs8V1Der<'_>, _> = match &self.pair {
            Pair::Rsa(pair) => pair.as_der(),
            Pair::Ed25519(pair) => pair.as_der(),
        };
        Ok(form.map_err(|_: aws_lc_rs::error::Unspecified| KeyFault::Write)?.as_ref().to_vec())
    }

    /// Its name.
    pub const fn selector(&self) -> &Selector {
        &self.selector
    }

    /// How it signs.
    pub const fn algorithm(&self) -> Algorithm {
        match self.pair {
            Pair::Rsa(_) => Algorithm::Rsa,
            Pair::Ed25519(_) => Algorithm::Ed25519,
        }
    }

    /// The public key as `p=` wants it: a `SubjectPublicKeyInfo` for RSA, the bare 32 bytes for Ed25519 (RFC 8463
    /// section 4.2).
    pub(super) fn public(&self) -> Result<Vec<u8>, KeyFault> {
        match &self.pair {
            Pair::Rsa(pair) => {
                let form: Result<PublicKeyX509Der<'_>, _> = pair.public_key().as_der();
                Ok(form.map_err(|_: aws_lc_rs::error::Unspecified| KeyFault::Write)?.as_ref().to_vec())
            }
            Pair::Ed25519(pair) => Ok(pair.public_key().as_ref().to_vec()),
        }
    }

    /// Signs the canonical header fields; none where the library refuses. Ed25519 signs their hash (RFC 8463 section 3).
    pub(super) fn sign(&self, canonical: &[u8]) -> Option<Vec<u8>> {
        match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), canonical, &mut signature).ok()?;
                Some(signature)
            }
            Pair::Ed25519(pair) => {
                let signature = pair.try_sign(digest(&SHA256, canonical).as_ref()).ok()?;
                Some(signature.as_ref().to_vec())
            }
        }
    }
}

/// Only its name and how it signs.
impl fmt::Debug for DkimKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DkimKey({} {})", self.algorithm().as_str(), self.selector)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_is_a_label_of_a_domain_name() {
        assert_eq!(Selector::parse("C202611r").unwrap().as_str(), "c202611r");
        for bad in ["", "-a", "a-", "a.b", "a_b", "a b", "ä", &"a".repeat(64)] {
            assert_eq!(Selector::parse(bad), Err(SelectorFault), "{bad}");
        }
    }

    #[test]
    fn a_key_survives_being_written_down_and_its_debug_does_not_tell_it() {
        for algorithm in Algorithm::ALL {
            let selector = Selector::parse("one").unwrap();
            let key = DkimKey::generate(selector.clone(), algorithm).unwrap();
            let written = key.to_pkcs8().unwrap();
            let read = DkimKey::from_pkcs8(selector.clone(), algorithm, &written).unwrap();
            assert_eq!(read.public(), key.public());
            assert_eq!(read.sign(b"x"), key.sign(b"x"));
            assert_eq!(format!("{key:?}"), format!("DkimKey({} one)", algorithm.as_str()));
            for bad in Algorithm::ALL.into_iter().filter(|other| *other != algorithm) {
                let refused = DkimKey::from_pkcs8(selector.clone(), bad, &written);
                assert_eq!(refused.unwrap_err(), KeyFault::Read(bad));
            }
            assert!(DkimKey::from_pkcs8(selector, algorithm, written.split_last().unwrap().1).is_err());
        }
    }
}
