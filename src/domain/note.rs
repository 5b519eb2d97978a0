//! Why a member of staff did something, in their words.

use std::fmt;

use super::mention::names_an_address;

/// Characters a note may have.
const NOTE_MAX: usize = 500;

/// Words of staff about one person's bar. They stay in the ledger after the person has been erased, so no address stands
/// in them (G9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(String);

/// Why a text is not a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// It could not be taken out of the ledger any more.
    #[error(
        "the note holds an e-mail address, and notes stay when a person is erased: say it without the address, a case \
         number will do"
    )]
    Address,
    /// A note is one line of a list.
    #[error("the note has a line break or another control character")]
    Control,
    /// Longer than anybody reads.
    #[error("the note is longer than 500 characters")]
    TooLong,
}

impl Note {
    /// Reads a note; blanks around it are dropped, and an empty text is no note at all.
    ///
    /// # Errors
    /// See [`NoteFault`].
    pub fn parse(text: &str) -> Result<Option<Self>, NoteFault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            return Err(NoteFault::Control);
        }
        if text.chars().count() > NOTE_MAX {
            return Err(NoteFault::TooLong);
        }
        if names_an_address(text) {
            return Err(NoteFault::Address);
        }
        Ok(Some(Self(text.to_owned())))
    }

    /// The note as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_holds_no_address() {
        for text in
            ["called from ada@example.org", "Ada <ada@example.org>", "ada @ example.org", "bob AT private DOT test"]
        {
            assert_eq!(Note::parse(text), Err(NoteFault::Address), "{text}");
        }
        assert_eq!(Note::parse(r#""ada l"@[192.0.2.1]"#), Err(NoteFault::Address));
    }

    #[test]
    fn a_note_says_why() {
        for text in ["case 4711", "told us by phone @ noon", "asked by @ada", "  her lawyer wrote  "] {
            let note = Note::parse(text).map(|note| note.map(|note| note.to_string()));
            assert_eq!(note, Ok(Some(text.trim().to_owned())));
        }
        assert_eq!(Note::parse(" \t "), Ok(None));
        assert_eq!(Note::parse("one\ntwo"), Err(NoteFault::Control));
        assert_eq!(Note::parse(&"x".repeat(501)), Err(NoteFault::TooLong));
    }
}
