//! Who mail is from: a display name and an address.

use crate::domain::address::{Address, AddressError};
use crate::domain::recipient::{Name, NameError};

/// The From of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SenderIdentity {
    /// What people read.
    pub name: Option<Name>,
    /// What the mail is from.
    pub address: Address,
}

/// The text is not `Name <address>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderFault {
    /// The address is none.
    #[error("write `Name <name@example.org>`: {0}")]
    Address(AddressError),
    /// The name is none.
    #[error("write `Name <name@example.org>`: {0}")]
    Name(NameError),
    /// RFC 5322 allows more; providers refuse mail from more than one (CONFORMANCE B2).
    #[error("write one mailbox only: `Name <name@example.org>`")]
    SeveralMailboxes,
    /// From must work with every relay.
    #[error("the part before the @ must be ASCII, so that every relay takes it")]
    NotAscii,
}

impl SenderIdentity {
    /// What people call it: the name, or the domain where there is none.
    pub fn shown(&self) -> String {
        self.name.as_ref().map_or_else(|| self.address.domain().to_owned(), |name| name.as_str().to_owned())
    }

    /// Reads `Name <address>` or a bare address.
    ///
    /// # Errors
    /// See [`SenderFault`].
    pub fn parse(text: &str) -> Result<Self, SenderFault> {
        let bracketed = text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
        let (name, address) = bracketed.unwrap_or(("", text));
        if name.contains(['<', '>', '@', ',']) && !name.trim().starts_with('"') {
            return Err(SenderFault::SeveralMailboxes);
        }
        let name = Name::parse(name.trim().trim_matches('"')).map_err(SenderFault::Name)?;
        let address = Address::parse(address.trim()).map_err(SenderFault::Address)?;
        if address.needs_smtputf8() {
            return Err(SenderFault::NotAscii);
        }
        Ok(Self { name, address })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_has_one_mailbox() {
        let shop = SenderIdentity::parse("Example Shop <news@example.org>").unwrap();
        assert_eq!(shop.name.unwrap().as_str(), "Example Shop");
        assert!(SenderIdentity::parse("news@example.org").unwrap().name.is_none());
        assert!(SenderIdentity::parse("A <a@example.org>, B <b@example.org>").is_err());
        assert!(SenderIdentity::parse("Shop").is_err());
    }
}
