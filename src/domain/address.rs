//! One address: written to as given, compared by its normal form, never shown whole in a log.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

/// Octets a local part may have (RFC 5321 section 4.5.3.1.1).
const LOCAL_PART_MAX: usize = 64;
/// Octets a whole address may have: a path is at most 256 with its angle brackets (RFC 5321 section 4.5.3.1.3).
const ADDRESS_MAX: usize = 254;
/// Octets a domain may have in its dotted form (RFC 1035 section 2.3.4 less the root).
const DOMAIN_MAX: usize = 253;
/// Octets between two dots (RFC 1035 section 2.3.4).
const LABEL_MAX: usize = 63;

/// A mailbox we may write to.
///
/// The local part is kept as given (RFC 5321 section 2.4: only the receiving host may interpret it); the domain is kept
/// as its A-label form in lower case. [`Address::key`] folds case in both halves although the RFC keeps local parts
/// apart: on a do-not-mail list a match too many costs one message, a match too few breaks a promise.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Address {
    local: String,
    domain: String,
}

/// Why a text is not an address that we could write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// No text at all.
    #[error("the address is empty")]
    Empty,
    /// Nothing to tell the local part from the domain.
    #[error("the address has no @")]
    NoAt,
    /// Nothing before the @.
    #[error("nothing stands before the @")]
    NoLocalPart,
    /// Nothing after the @.
    #[error("nothing stands after the @")]
    NoDomain,
    /// RFC 5321 section 4.5.3.1.
    #[error("the address is longer than RFC 5321 allows (64 octets before the @, 254 in all)")]
    TooLong,
    /// Not a dot-string and not a quoted string (RFC 5321 section 4.1.2).
    #[error("the part before the @ has a character or a dot where none may stand")]
    BadLocalPart,
    /// Not a host name, or one that IDNA refuses.
    #[error("the part after the @ is not a domain name")]
    BadDomain,
    /// `localhost` and the like: nothing that mail from outside could reach.
    #[error("the domain has only one label; give the whole name")]
    SingleLabel,
    /// `[192.0.2.1]`: legal in SMTP, never a consumer's address.
    #[error("an address literal in square brackets is not accepted; give a domain name")]
    Literal,
}

impl Address {
    /// Reads one address, without display name, comments or surrounding blanks.
    ///
    /// # Errors
    /// The rule of RFC 5321 section 4.1.2 (or RFC 6531 section 3.3 beyond ASCII) that the text breaks.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(AddressError::NoAt)?;
        if local.is_empty() {
            return Err(AddressError::NoLocalPart);
        }
        if domain.is_empty() {
            return Err(AddressError::NoDomain);
        }
        if local.len() > LOCAL_PART_MAX {
            return Err(AddressError::TooLong);
        }
        if !is_dot_string(local) && !is_quoted_string(local) {
            return Err(AddressError::BadLocalPart);
        }
        let domain = parse_domain(domain)?;
        if local.len() + 1 + domain.len() > ADDRESS_MAX {
            return Err(AddressError::TooLong);
        }
        Ok(Self { local: local.to_owned(), domain })
    }

    /// The local part as given.
    pub fn local_part(&self) -> &str {
        &self.local
    }

    /// The domain in A-labels and lower case.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The normal form that suppressions and recipients are matched by: case-folded, composed (NFC), unquoted where
    /// the quotes say nothing, domain in A-labels.
    pub fn key(&self) -> String {
        let plain = unquoted(&self.local);
        let mut key = if plain.is_ascii() {
            plain.to_ascii_lowercase()
        } else {
            // Down, up and down again folds what has no single partner in the other case: ß with SS, ς with Σ.
            let folded = plain.nfd().flat_map(char::to_lowercase).flat_map(char::to_uppercase);
            folded.flat_map(char::to_lowercase).nfc().collect()
        };
        key.push('@');
        key.push_str(&self.domain);
        key
    }

    /// The mailbox that this and other ways of writing it lead to, as far as anybody can tell: without a tag behind `+` or
    /// `-`, and without the dots, and at one provider the hyphens and underscores, that some providers do not look at. Only
    /// good for counting: two people may have the same.
    pub fn mailbox(&self) -> String {
        let key = self.key();
        let (local, domain) = key.rsplit_once('@').unwrap_or((&key, ""));
        let base = local.split(['+', '-']).next().filter(|base| !base.is_empty()).unwrap_or(local);
        match provider(domain) {
            Some(provider) => {
                let kept: String = base.chars().filter(|c| !provider.ignored.contains(*c)).collect();
                format!("{}@{}", if kept.is_empty() { base } else { &kept }, provider.domain)
            }
            None => format!("{base}@{domain}"),
        }
    }

    /// Whether the local part needs SMTPUTF8 (RFC 6531): the domain never does, it goes out as A-labels.
    pub fn needs_smtputf8(&self) -> bool {
        !self.local.is_ascii()
    }

    /// `a•••@e•••.org`: enough for its owner to recognise, too little for anybody else to use.
    pub fn masked(&self) -> String {
        let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).unwrap_or('•');
        let (name, last_label) = self.domain.rsplit_once('.').unwrap_or((&self.domain, ""));
        format!("{}•••@{}•••.{}", first(&self.local), first(name), last_label)
    }
}

/// The address as it is written in an envelope and a header.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

/// Masked, so that no log line and no panic message can hold an address.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.masked())
    }
}

impl std::str::FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// A provider that does not look at some characters of a local part.
struct Provider {
    /// The domain that stands for all of its domains.
    domain: &'static str,
    domains: &'static [&'static str],
    ignored: &'static str,
}

/// What the providers' own help pages say of their addresses.
const PROVIDERS: [Provider; 2] = [
    Provider { domain: "gmail.com", domains: &["gmail.com", "googlemail.com"], ignored: "." },
    Provider { domain: "proton.me", domains: &["proton.me", "protonmail.com", "pm.me"], ignored: ".-_" },
];

fn provider(domain: &str) -> Option<&'static Provider> {
    PROVIDERS.iter().find(|provider| provider.domains.contains(&domain))
}

/// Whether many people who have nothing to do with each other have their mailbox at this domain.
pub fn is_public_provider(domain: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "aol.com",
        "bol.com.br",
        "free.fr",
        "gmx.de",
        "gmx.net",
        "hotmail.com",
        "icloud.com",
        "libero.it",
        "live.com",
        "mac.com",
        "mail.ru",
        "me.com",
        "msn.com",
        "naver.com",
        "orange.fr",
        "outlook.com",
        "qq.com",
        "t-online.de",
        "web.de",
        "wp.pl",
        "yahoo.co.jp",
        "yahoo.com",
        "yandex.ru",
        "163.com",
    ];
    provider(domain).is_some() || OTHERS.contains(&domain)
}

/// Reads a domain on its own, as the domain rules of the suppression list do.
///
/// # Errors
/// See [`AddressError`].
pub fn parse_domain(text: &str) -> Result<String, AddressError> {
    if text.starts_with('[') {
        return Err(AddressError::Literal);
    }
    // A U-label is never longer in octets than four times its A-label: what is longer need not be looked at.
    if text.len() > 4 * DOMAIN_MAX {
        return Err(AddressError::TooLong);
    }
    let ascii = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        let bad = |_: idna::Errors| AddressError::BadDomain;
        idna::domain_to_ascii_strict(text).map_err(bad)?
    };
    if ascii.len() > DOMAIN_MAX {
        return Err(AddressError::TooLong);
    }
    let label_is_good = |label: &str| {
        !label.is_empty()
            && label.len() <= LABEL_MAX
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if !ascii.split('.').all(label_is_good) {
        return Err(AddressError::BadDomain);
    }
    match ascii.rsplit_once('.') {
        None => Err(AddressError::SingleLabel),
        Some((_, top)) if top.bytes().all(|b| b.is_ascii_digit()) => Err(AddressError::BadDomain),
        Some(_) => Ok(ascii),
    }
}

/// `atext` of RFC 5322 section 3.2.3, widened by RFC 6531 section 3.3 to everything beyond ASCII that is not a control
/// or a blank.
fn is_atext(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
    } else {
        !c.is_control() && !c.is_whitespace() && !is_invisible(c)
    }
}

/// Characters that show nothing, or turn the direction of what follows (Unicode's `Default_Ignorable_Code_Point`, and
/// the separators): fit to disguise an address, never part of one.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_dot_string(text: &str) -> bool {
    text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext))
}

/// `Quoted-string` of RFC 5321 section 4.1.2: printable ASCII, quote and backslash only behind a backslash.
fn is_quoted_string(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return false;
    };
    if text.len() < 2 || inner.is_empty() {
        return false;
    }
    let mut escaped = false;
    for c in inner.chars() {
        let printable = matches!(c, ' '..='~');
        match (escaped, c) {
            _ if !printable => return false,
            (true, _) => escaped = false,
            (false, '\\') => escaped = true,
            (false, '"') => return false,
            (false, _) => {}
        }
    }
    !escaped
}

/// `"ada"` and `ada` are the same mailbox (RFC 5321 section 4.1.2: quoting that says nothing should not be used).
fn unquoted(local: &str) -> String {
    if !is_quoted_string(local) {
        return local.to_owned();
    }
    let inner = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(local);
    let mut plain = String::with_capacity(inner.len());
    let mut escaped = false;
    for c in inner.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            plain.push(c);
            escaped = false;
        }
    }
    if is_dot_string(&plain) { plain } else { format!("\"{plain}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        Address::parse(text).unwrap().key()
    }

    #[test]
    fn an_address_is_written_to_as_given_and_compared_case_folded() {
        let ada = Address::parse("Ada.Lovelace@Example.ORG").unwrap();
        assert_eq!(ada.to_string(), "Ada.Lovelace@example.org");
        assert_eq!(ada.key(), "ada.lovelace@example.org");
    }

    #[test]
    fn a_domain_beyond_ascii_is_kept_as_a_labels() {
        assert_eq!(key("ada@BÜCHER.example"), "ada@xn--bcher-kva.example");
        assert_eq!(key("ada@bücher.example"), key("ada@xn--bcher-kva.example"));
    }

    #[test]
    fn a_local_part_beyond_ascii_folds_case_and_composition() {
        assert_eq!(key("É@example.org"), key("e\u{301}@example.org"));
        assert_eq!(key("straße@example.org"), key("STRASSE@example.org"));
        assert_eq!(key("σας@example.org"), key("ΣΑΣ@example.org"));
        assert!(Address::parse("é@example.org").unwrap().needs_smtputf8());
    }

    #[test]
    fn quotes_that_say_nothing_do_not_make_another_person() {
        assert_eq!(key("\"ada\"@example.org"), "ada@example.org");
        assert_eq!(key("\"a\\da\"@example.org"), "ada@example.org");
        assert_eq!(key("\"a b\"@example.org"), "\"a b\"@example.org");
    }

    #[test]
    fn one_mailbox_is_counted_once_however_its_address_is_written() {
        let mailbox = |text: &str| Address::parse(text).unwrap().mailbox();
        for (one, other) in [
            ("Ada+sale@example.org", "ada@EXAMPLE.org"),
            ("ada-sale@example.org", "ada+x-y@example.org"),
            ("a.d.a+x@gmail.com", "ada@googlemail.com"),
            ("a_da@protonmail.com", "ada@pm.me"),
        ] {
            assert_eq!(mailbox(one), mailbox(other));
        }
        assert_ne!(mailbox("a.da@example.org"), mailbox("ada@example.org"), "other providers look at dots");
        assert_eq!(mailbox("+@example.org"), "+@example.org");
        assert!(
            is_public_provider("googlemail.com") && is_public_provider("gmx.de") && !is_public_provider("example.org")
        );
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_rule_it_breaks() {
        for (text, why) in [
            ("", AddressError::Empty),
            ("ada", AddressError::NoAt),
            ("@example.org", AddressError::NoLocalPart),
            ("ada@", AddressError::NoDomain),
            ("a da@example.org", AddressError::BadLocalPart),
            (".ada@example.org", AddressError::BadLocalPart),
            ("a..da@example.org", AddressError::BadLocalPart),
            ("ada\r\n@example.org", AddressError::BadLocalPart),
            ("\"a\"da\"@example.org", AddressError::BadLocalPart),
            ("\"\"@example.org", AddressError::BadLocalPart),
            ("ada\u{200b}@example.org", AddressError::BadLocalPart),
            ("ada@-example.org", AddressError::BadDomain),
            ("ada@example..org", AddressError::BadDomain),
            ("ada@example.123", AddressError::BadDomain),
            ("ada@exa mple.org", AddressError::BadDomain),
            ("ada@localhost", AddressError::SingleLabel),
            ("ada@[192.0.2.1]", AddressError::Literal),
        ] {
            assert_eq!(Address::parse(text), Err(why), "{text:?}");
        }
        assert_eq!(Address::parse(&format!("{}@example.org", "a".repeat(65))), Err(AddressError::TooLong));
    }

    #[test]
    fn neither_debug_nor_the_mask_shows_the_address() {
        let ada = Address::parse("ada.lovelace@example.org").unwrap();
        assert_eq!(ada.masked(), "a•••@e•••.org");
        assert_eq!(format!("{ada:?}"), "Address(a•••@e•••.org)");
    }
}
