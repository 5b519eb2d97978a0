//! The keyed hash of an address: what suppressions and recipients are matched by.

use std::fmt;

/// HMAC-SHA256 of an address's normal form (or of `@domain`), 32 bytes.
///
/// It is made with a key that never enters the database, so a stolen database does not tell who is suppressed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressHash([u8; 32]);

impl AddressHash {
    /// Wraps the bytes that the key ring computed.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads stored bytes; none if there are not 32 of them.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The first bytes only: a log line must not let anybody test addresses against a list.
impl fmt::Debug for AddressHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, ..] = self.0;
        write!(f, "AddressHash({a:02x}{b:02x}…)")
    }
}
