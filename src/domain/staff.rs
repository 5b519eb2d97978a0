//! Who of the staff did something.

use std::fmt;

use super::mention::names_an_address;

/// Characters a name may have.
const NAME_MAX: usize = 100;

/// The name of a member of staff, as the ledger keeps it for good. It is no e-mail address: staff may be recipients too,
/// and an address in the ledger would outlive an erasure (G9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffName(String);

/// Why a text is not the name of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StaffNameFault {
    /// It could not be taken out of the ledger any more.
    #[error("the name of staff is an e-mail address, and the ledger keeps it for good: give a name or a number")]
    Address,
    /// It is one line of a list.
    #[error("the name of staff has a line break or another control character")]
    Control,
    /// Longer than any name.
    #[error("the name of staff is longer than 100 characters")]
    TooLong,
    /// Nobody did it.
    #[error("the name of staff is missing: say who does it")]
    Empty,
}

impl StaffName {
    /// Reads a name; blanks around it are dropped.
    ///
    /// # Errors
    /// See [`StaffNameFault`].
    pub fn parse(text: &str) -> Result<Self, StaffNameFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(StaffNameFault::Empty);
        }
        if text.chars().any(char::is_control) {
            return Err(StaffNameFault::Control);
        }
        if text.chars().count() > NAME_MAX {
            return Err(StaffNameFault::TooLong);
        }
        if names_an_address(text) {
            return Err(StaffNameFault::Address);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for StaffName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_have_names_and_no_addresses() {
        assert_eq!(StaffName::parse(" Bea O'Neill ").map(|name| name.to_string()), Ok("Bea O'Neill".to_owned()));
        assert_eq!(StaffName::parse("bea@shop.example"), Err(StaffNameFault::Address));
        assert_eq!(StaffName::parse(" "), Err(StaffNameFault::Empty));
        assert_eq!(StaffName::parse("a\nb"), Err(StaffNameFault::Control));
        assert_eq!(StaffName::parse(&"x".repeat(101)), Err(StaffNameFault::TooLong));
    }
}
