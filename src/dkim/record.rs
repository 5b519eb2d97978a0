//! The record that tells the world a public key (RFC 6376 section 3.6.1).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key::{DkimKey, KeyFault};

/// Octets of one string of a TXT record (RFC 1035 section 3.3.14); a longer value is several (RFC 6376 section 3.6.2.2).
const STRING_MAX: usize = 255;

/// A TXT record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name, without a dot at the end; relative where there was no domain.
    pub name: String,
    /// Its value in one piece.
    pub value: String,
}

impl Record {
    /// The record of `key` under `domain`; an empty domain gives a name that is relative to whatever domain it is put
    /// under.
    ///
    /// # Errors
    /// [`KeyFault::Write`].
    pub fn new(key: &DkimKey, domain: &str) -> Result<Self, KeyFault> {
        let relative = format!("{}._domainkey", key.selector());
        let name = if domain.is_empty() { relative } else { format!("{relative}.{domain}") };
        let value = format!("v=DKIM1; k={}; p={}", key.algorithm().as_str(), STANDARD.encode(key.public()?));
        Ok(Self { name, value })
    }

    /// The value as the strings that a server stores, none longer than 255.
    pub fn strings(&self) -> Vec<&str> {
        let mut strings = Vec::new();
        let mut rest = self.value.as_str();
        while let Some((string, after)) = rest.split_at_checked(STRING_MAX) {
            strings.push(string);
            rest = after;
        }
        strings.push(rest);
        strings.retain(|string| !string.is_empty());
        strings
    }

    /// The record as a zone file has it.
    pub fn zone_line(&self) -> String {
        let dot = if self.name.ends_with("._domainkey") { "" } else { "." };
        let strings: Vec<_> = self.strings().iter().map(|string| format!("\"{string}\"")).collect();
        match strings.as_slice() {
            [one] => format!("{}{dot} IN TXT {one}", self.name),
            many => format!("{}{dot} IN TXT (\n  {} )", self.name, many.join("\n  ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, Selector};
    use super::*;

    fn record(algorithm: Algorithm, domain: &str) -> Record {
        let key = DkimKey::generate(Selector::parse("one").unwrap(), algorithm).unwrap();
        Record::new(&key, domain).unwrap()
    }

    /// CONFORMANCE C5.
    #[test]
    fn c5_a_record_for_ed25519_is_one_string_and_one_for_rsa_is_two() {
        let short = record(Algorithm::Ed25519, "example.org");
        assert!(short.value.starts_with("v=DKIM1; k=ed25519; p=") && short.value.len() == 22 + 44);
        assert_eq!(short.zone_line(), format!("one._domainkey.example.org. IN TXT \"{}\"", short.value));
        let long = record(Algorithm::Rsa, "example.org");
        assert!(long.value.starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOC"));
        assert_eq!(long.strings().iter().map(|string| string.len()).collect::<Vec<_>>(), [255, 155]);
        assert_eq!(long.strings().concat(), long.value);
        let [first, second] = long.strings()[..] else { panic!("{long:?}") };
        assert_eq!(long.zone_line(), format!("one._domainkey.example.org. IN TXT (\n  \"{first}\"\n  \"{second}\" )"));
    }

    #[test]
    fn without_a_domain_the_name_is_relative() {
        assert!(record(Algorithm::Ed25519, "").zone_line().starts_with("one._domainkey IN TXT \""));
    }
}
