//! What stands around every page: who sends the mail, and the words in the language of whoever looks.

use crate::words::Words;

/// Who sends the mail, shown at the head and the foot of every page.
#[derive(Debug, Clone)]
pub(in crate::web) struct SenderView {
    /// The name that recipients know.
    pub(in crate::web) name: String,
    /// The postal address, one line of it per line.
    pub(in crate::web) postal_address: String,
    /// The e-mail address where a person answers.
    pub(in crate::web) contact: String,
    /// The e-mail address where any message stops the mail.
    pub(in crate::web) remove_address: String,
}

impl SenderView {
    /// The link that opens a message to the person who answers.
    pub(in crate::web) fn contact_link(&self) -> String {
        mailto(&self.contact)
    }

    /// The link that opens a message to the remove address.
    pub(in crate::web) fn remove_link(&self) -> String {
        mailto(&self.remove_address)
    }
}

/// What the layout around every page needs.
#[derive(Debug, Clone)]
pub(in crate::web) struct FrameView {
    /// Every word of the page.
    pub(in crate::web) words: Words,
    /// Language of the page (BCP 47).
    pub(in crate::web) lang: &'static str,
    /// Writing direction: `ltr` or `rtl`.
    pub(in crate::web) dir: &'static str,
    /// Who sends the mail.
    pub(in crate::web) sender: SenderView,
}

/// A `mailto:` link (RFC 6068 section 2): what would end or split the address is percent-encoded.
fn mailto(address: &str) -> String {
    const KEPT: &str = "@!$'*+,-._~";
    let letters = address.bytes().map(|byte| match char::from(byte) {
        kept if kept.is_ascii_alphanumeric() || KEPT.contains(kept) => kept.to_string(),
        _ => format!("%{byte:02X}"),
    });
    letters.fold("mailto:".to_owned(), |link, letter| link + &letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_link_cannot_be_split_by_the_address_in_it() {
        assert_eq!(mailto("remove@harbour.example"), "mailto:remove@harbour.example");
        assert_eq!(mailto("a?b&c%d@e.example"), "mailto:a%3Fb%26c%25d@e.example");
    }
}
