//! What holds of every address: whatever text comes in, and for whoever is written to, matched or shown.

use consentry::domain::Address;
use consentry::domain::address::parse_domain;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization as _;

/// Domain labels beyond ASCII, each as people write it and as the DNS holds it (RFC 5890).
const LABELS: [(&str, &str); 6] = [
    ("bücher", "xn--bcher-kva"),
    ("español", "xn--espaol-zwa"),
    ("пример", "xn--e1afmkfd"),
    ("παράδειγμα", "xn--hxajbheg2az3al"),
    ("例え", "xn--r8jz45g"),
    ("مثال", "xn--mgbh0fb"),
];

/// Pieces that decide what a text is: an address, nearly one, or an attempt at something else.
const PIECES: [&str; 24] = [
    "@", "@", "@", ".", ".", "\"", "\"", "\\", " ", "\t", "\r\n", "\0", "[", "]", "(", "<", "-", "xn--", "ada",
    "example", "org", "bücher", "e\u{301}", "\u{202e}",
];

/// Characters that mean something around an address, or that look like nothing, and may stand in none unquoted.
const INTRUDERS: [char; 24] = [
    ' ', '\t', '\r', '\n', '\0', '\u{7f}', '\u{85}', '\u{a0}', '\u{200b}', '\u{2028}', '\u{202e}', '\u{3000}', '"',
    '\\', '@', '(', ')', '<', '>', '[', ']', ',', ';', ':',
];

/// Labels that no host name has (RFC 1123 section 2.1), nor anything that maps to one.
const NO_LABELS: [&str; 10] = ["", "-", "-a", "a-", "a_b", "a b", "(a)", "a\u{a0}", "ü-", "[192"];

fn any_text() -> impl Strategy<Value = String> {
    let chars = prop::collection::vec(any::<char>(), 0..=2_000).prop_map(String::from_iter);
    let piece =
        prop_oneof![6 => select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let pieces = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![1 => chars, 4 => pieces, 4 => nearly_an_address()]
}

/// An address with one character put where it may not belong.
fn nearly_an_address() -> impl Strategy<Value = String> {
    let intruder = prop_oneof![
        1 => any::<char>(),
        1 => (0_u32..0xa0).prop_filter_map("a character", char::from_u32),
        2 => select(&INTRUDERS[..]),
    ];
    (address(), intruder, any::<prop::sample::Index>()).prop_map(|(text, intruder, at)| {
        let mut chars: Vec<char> = text.chars().collect();
        chars.insert(at.index(chars.len() + 1), intruder);
        chars.into_iter().collect()
    })
}

/// A local part that RFC 5321 section 4.1.2 or RFC 6531 section 3.3 allows, at least 1 and at most 62 octets long.
fn local_part() -> impl Strategy<Value = String> {
    let atom = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~éßøДжλ語-]{1,9}";
    let dot_string = prop::collection::vec(atom, 1..=2).prop_map(|atoms| atoms.join("."));
    prop_oneof![3 => dot_string, 1 => inside_quotes().prop_map(|inside| format!("\"{inside}\""))]
}

fn inside_quotes() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![r"[ !#-\[\]-~]", r"\\[ -~]"], 1..=30).prop_map(|inside| inside.concat())
}

/// A domain with its A-label form in lower case.
fn domain() -> impl Strategy<Value = (String, String)> {
    let ascii = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,8}[a-zA-Z0-9])?"
        .prop_filter("no A-label by chance", |label| label.get(2..4) != Some("--"))
        .prop_map(|label| (label.clone(), label.to_ascii_lowercase()));
    let international = (select(&LABELS[..]), any::<bool>()).prop_map(|((people, dns), upper)| {
        (if upper { people.to_uppercase() } else { people.to_owned() }, dns.to_owned())
    });
    let top = "[a-zA-Z]{2,6}".prop_map(|label| (label.clone(), label.to_ascii_lowercase()));
    let labels = prop::collection::vec(prop_oneof![2 => ascii, 1 => international], 1..=3);
    let joined = (labels, top).prop_map(|(mut labels, top)| {
        labels.push(top);
        let (people, dns): (Vec<_>, Vec<_>) = labels.into_iter().unzip();
        (people.join("."), dns.join("."))
    });
    // RFC 5893 section 2, rule 1: beside a label written from right to left, none begins with a digit.
    joined.prop_filter("a name that IDNA allows", |(people, _)| {
        let begins_with_digit = |label: &str| label.starts_with(|c: char| c.is_ascii_digit());
        !people.contains("مثال") || !people.split('.').any(begins_with_digit)
    })
}

fn address() -> impl Strategy<Value = String> {
    (local_part(), domain()).prop_map(|(local, (domain, _))| format!("{local}@{domain}"))
}

/// Whether the text is a quoted string: inside, a quote or a backslash stands only behind a backslash.
fn is_quoted(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return false };
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        if c == '"' || (c == '\\' && chars.next().is_none()) {
            return false;
        }
    }
    true
}

/// The text with the case of some of its ASCII letters turned.
fn with_case_turned(text: &str, turn: &[bool]) -> String {
    let turned = |(c, turn): (char, &bool)| match (*turn, c.is_ascii_uppercase()) {
        (false, _) => c,
        (true, true) => c.to_ascii_lowercase(),
        (true, false) => c.to_ascii_uppercase(),
    };
    text.chars().zip(turn.iter().cycle()).map(turned).collect()
}

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number) }
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn whatever_is_read_as_an_address_can_be_written_matched_and_shown(text in any_text()) {
        let Ok(address) = Address::parse(&text) else { return Ok(()) };
        let written = address.to_string();
        prop_assert!(!written.chars().any(char::is_control), "{written:?} has a control character");
        let (local, domain) = (address.local_part(), address.domain());
        prop_assert_eq!(&written, &format!("{local}@{domain}"));
        prop_assert!(!domain.contains(char::is_whitespace) && domain.is_ascii());
        let stands_only_in_quotes = |c: char| c.is_whitespace() || "@\"(),:;<>[\\]".contains(c);
        prop_assert!(is_quoted(local) || !local.contains(stands_only_in_quotes), "{written:?}");
        prop_assert_eq!(text.trim(), &text, "blanks around an address are no part of it");
        prop_assert!(!local.contains(|c: char| c.is_whitespace() && c != ' '));
        prop_assert!(local.len() <= 64 && domain.len() <= 253 && written.len() <= 254, "{written:?} is too long");
        prop_assert!(domain.contains('.') && domain.split('.').all(|label| (1..=63).contains(&label.len())));
        prop_assert_eq!(address.key().rsplit_once('@').map(|(_, domain)| domain.to_owned()), Some(domain.to_owned()));
    }

    #[test]
    fn an_address_reads_the_same_from_its_written_form(text in any_text()) {
        if let Ok(address) = Address::parse(&text) {
            prop_assert_eq!(Address::parse(&address.to_string()), Ok(address));
        }
    }

    #[test]
    fn every_well_formed_address_is_read_and_its_local_part_is_kept(local in local_part(), domain in domain()) {
        let text = format!("{local}@{}", domain.0);
        let address = Address::parse(&text).map_err(|why| TestCaseError::fail(why.to_string()))?;
        prop_assert_eq!(address.local_part(), local);
        prop_assert_eq!(address.domain(), domain.1);
    }

    #[test]
    fn the_case_of_a_letter_makes_no_other_person(
        text in address(),
        turn in prop::collection::vec(any::<bool>(), 1..40),
    ) {
        let key = |text: &str| Address::parse(text).map(|address| address.key());
        prop_assert_eq!(key(&with_case_turned(&text, &turn)), key(&text));
    }

    #[test]
    fn a_domain_is_one_domain_however_it_is_written(local in local_part(), domain in domain()) {
        let (people, dns) = domain;
        let key = |domain: &str| Address::parse(&format!("{local}@{domain}")).map(|address| address.key());
        let as_in_dns = key(&dns);
        prop_assert!(as_in_dns.is_ok());
        let decomposed: String = people.nfd().collect();
        for other in [people.to_lowercase(), people.to_uppercase(), dns.to_uppercase(), decomposed, people] {
            prop_assert_eq!(key(&other), as_in_dns.clone(), "{}", other);
        }
    }

    #[test]
    fn a_masked_address_shows_two_letters_and_the_last_label(text in address()) {
        let address = Address::parse(&text).map_err(|why| TestCaseError::fail(why.to_string()))?;
        let masked = address.masked();
        let (local, domain) = (address.local_part(), address.domain());
        let before_at = masked.split('@').next().unwrap_or_default();
        prop_assert!(local.chars().count() == 1 || !before_at.contains(local), "{masked} shows the local part");
        prop_assert!(!masked.contains(domain), "{masked} shows the domain");
        prop_assert_eq!(format!("{address:?}"), format!("Address({masked})"));

        // Somebody else who shares no more than these has the same mask.
        let (name, last) = domain.rsplit_once('.').unwrap_or_default();
        let of_name: String = name.chars().take(1).collect();
        if let Some(of_local) = local.chars().find(|c| c.is_alphanumeric()) {
            let other = Address::parse(&format!("{of_local}.other@{of_name}x.{last}"));
            prop_assert_eq!(other.map(|other| other.masked()), Ok(masked));
        }
    }

    #[test]
    fn the_length_limits_hold_to_the_octet(local in 1_usize..=70, label in 1_usize..=70, fill in 1_usize..=200) {
        let accepted = |local: usize, domain: &str| Address::parse(&format!("{}@{domain}", "a".repeat(local))).is_ok();
        prop_assert_eq!(accepted(local, "example.org"), local <= 64);
        prop_assert_eq!(accepted(1, &format!("{}.org", "b".repeat(label))), label <= 63);
        // As an A-label, é is `xn--9ca`, and each é more is one octet more (RFC 3492).
        prop_assert_eq!(accepted(1, &format!("ada.{}.org", "é".repeat(label))), label <= 57);
        let long = format!("{}org", "c.".repeat(fill));
        prop_assert_eq!(parse_domain(&long).is_ok(), long.len() <= 253);
        prop_assert_eq!(accepted(local, &long), local <= 64 && long.len() <= 253 && local + 1 + long.len() <= 254);
    }

    #[test]
    fn quotes_have_to_close_at_the_end_of_the_local_part(inside in inside_quotes(), domain in domain()) {
        for end in ["", "\\\"", "\"a", "\"\""] {
            prop_assert!(Address::parse(&format!("\"{inside}{end}@{}", domain.0)).is_err(), "{inside:?} and {end:?}");
        }
    }

    #[test]
    fn a_domain_with_a_label_that_no_host_has_is_refused(
        local in local_part(),
        domain in domain(),
        label in select(&NO_LABELS[..]),
        at in any::<prop::sample::Index>(),
    ) {
        let mut labels: Vec<_> = domain.0.split('.').collect();
        labels.insert(at.index(labels.len() + 1), label);
        let bad = labels.join(".");
        prop_assert!(Address::parse(&format!("{local}@{bad}")).is_err(), "{bad:?}");
        prop_assert!(Address::parse(&format!("{local}@{}.192", domain.0)).is_err(), "a number is no top-level domain");
    }
}
