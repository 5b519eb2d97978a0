//! The id of a record: a UUID in the form of version 4.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::domain::Scope;

/// The id of a record, of one version of it, or of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId([u8; 16]);

impl RecordId {
    /// The id of the version that a ledger entry makes of the record of `scope`.
    ///
    /// The entry's hash is a SHA-256, so its first bytes are as good as chance; the scope is mixed in because one entry
    /// can touch several records.
    pub(super) fn of(entry: &[u8; 32], scope: Scope) -> Self {
        let (kind, id) = match scope {
            Scope::Everything => (0_u8, 0),
            Scope::Stream(super::Stream::Company) => (1, 0),
            Scope::Stream(super::Stream::Partner) => (2, 0),
            Scope::Topic(id) => (3, id.get()),
            Scope::Partner(id) => (4, id.get()),
        };
        let mut mixed = [0; 16];
        let scope = [0; 7].into_iter().chain([kind]).chain(id.to_be_bytes());
        mixed.iter_mut().zip(entry).zip(scope).for_each(|((to, hash), scope)| *to = hash ^ scope);
        Self::of_random(mixed)
    }

    /// An id made of 16 bytes by chance.
    pub const fn of_random(mut bytes: [u8; 16]) -> Self {
        let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
        *version = (*version & 0x0f) | 0x40;
        *variant = (*variant & 0x3f) | 0x80;
        Self(bytes)
    }

    /// The id as an IRI.
    pub fn urn(self) -> String {
        format!("urn:uuid:{self}")
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
