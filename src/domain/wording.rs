//! The words under which somebody said yes, as a file brings them.

use std::fmt;
use std::ops::Range;

use super::address::Address;
use super::mention::{Searched, Words, is_invisible};
use super::recipient::Name;

/// Characters a wording may have.
const WORDING_MAX: usize = 4000;

/// Characters in a row from which on letters with figures among them are a code: a hash, Base64, a key.
const CODE_MIN: usize = 16;
/// Characters from which on a word may be somebody's name.
const NAME_MIN: usize = 3;
/// Characters from which on a part of a local part may be.
const PART_MIN: usize = 4;

/// Words that were shown beside a box, without controls and without the person who read them.
///
/// # Why the person is taken out
/// A wording is kept once for everybody who saw it, as proof, for as long as the ledger: no erasure reaches it (G9). But
/// forms write what they know into it (`Yes, send the newsletter to ada@example.org`). So the address stands as
/// `(address)`, the name as `(name)`, and what looks like a hash or a key as `(code)`; what was agreed to is still said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording(String);

/// Why a text is no wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordingFault {
    /// Nobody reads that beside a box.
    #[error("the wording is longer than 4,000 characters")]
    TooLong,
}

/// Reads one wording after the other. Most rows of a file were shown the same words: what there is to find in them, whoever
/// read them, is looked for once.
#[derive(Default)]
pub struct Wordings {
    last: Option<(String, Shown)>,
}

/// Words with what stands in them that is somebody's, whosever it is.
struct Shown {
    line: String,
    searched: Searched,
    found: Vec<(Range<usize>, &'static str)>,
}

impl Wordings {
    /// Reads the words that were shown to the person of an address and a name; none where there are none.
    ///
    /// # Errors
    /// See [`WordingFault`].
    pub fn shown_to(
        &mut self,
        address: &Address,
        name: Option<&Name>,
        text: &str,
    ) -> Result<Option<Wording>, WordingFault> {
        if self.last.as_ref().is_none_or(|(last, _)| last != text) {
            self.last = Some((text.to_owned(), Shown::of(text)?));
        }
        let kept = self.last.as_ref().map(|(_, shown)| shown.to(address, name));
        Ok(kept.filter(|wording| !wording.0.is_empty()))
    }
}

impl Shown {
    fn of(text: &str) -> Result<Self, WordingFault> {
        let line = in_plain(text);
        if line.chars().count() > WORDING_MAX {
            return Err(WordingFault::TooLong);
        }
        let searched = Searched::new(&line);
        let addresses = searched.addresses(false).into_iter().map(|place| (place, "(address)"));
        let found = addresses.chain(codes(&line).into_iter().map(|place| (place, "(code)"))).collect();
        Ok(Self { line, searched, found })
    }

    fn to(&self, address: &Address, name: Option<&Name>) -> Wording {
        let mut found = self.found.clone();
        for words in words_of_address(address) {
            found.extend(self.searched.places_of(&words).into_iter().map(|place| (place, "(address)")));
        }
        for words in name.into_iter().flat_map(words_of_name) {
            found.extend(self.searched.places_of(&words).into_iter().map(|place| (place, "(name)")));
        }
        Wording(replaced(&self.line, found))
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Without what a terminal or a page would act on: each run of blanks and controls is one blank, empty lines are none.
fn in_plain(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c));
    let broken: String = seen.map(|c| if matches!(c, '\r' | '\u{2028}' | '\u{2029}') { '\n' } else { c }).collect();
    let plain = |line: &str| {
        let words = line.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    broken.split('\n').map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The local part, as a whole and in its parts, and the domain in both of its forms.
fn words_of_address(address: &Address) -> Vec<Words> {
    let mut all = Vec::new();
    if let Some(local) = Words::of(address.local_part()) {
        let parts = local.apart().filter(|part| part.len() >= PART_MIN || !part.is_bounded());
        all.extend(parts.collect::<Vec<_>>());
        all.extend(
            [local.reversed(), local].into_iter().filter(|local| local.len() >= NAME_MIN || !local.is_bounded()),
        );
    }
    let domain = address.domain();
    if domain.contains("xn--") {
        let (shown, read) = idna::domain_to_unicode(domain);
        all.extend(read.ok().and_then(|()| Words::of(&shown)));
    }
    all.extend(Words::of(domain));
    all
}

fn words_of_name(name: &Name) -> Vec<Words> {
    let Some(whole) = Words::of(name.as_str()) else { return Vec::new() };
    let mut all: Vec<_> = whole.apart().filter(|part| part.len() >= NAME_MIN || !part.is_bounded()).collect();
    all.extend([whole.reversed(), whole].into_iter().filter(|whole| whole.len() > 1));
    all
}

/// Letters and figures in a row that no language has: what is left of an address that was hashed or encoded.
fn codes(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for run in line.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = run.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let figures = word.bytes().any(|byte| byte.is_ascii_digit());
        let letters: Vec<bool> = word.bytes().map(|byte| byte.is_ascii_uppercase()).collect();
        let humps = letters.iter().zip(letters.iter().skip(1)).filter(|(before, after)| !**before && **after).count();
        let hex = word.len() >= 2 * CODE_MIN && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        if word.len() >= CODE_MIN && (figures || humps > 3 || hex) {
            found.push(start..start + word.len());
        }
        start += run.len();
    }
    found
}

/// The text with each place given by what stands for it; of places that touch each other the first stands for all.
fn replaced(line: &str, mut found: Vec<(Range<usize>, &str)>) -> String {
    found.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let mut kept = String::with_capacity(line.len());
    let mut done = 0;
    for (place, instead) in found {
        if place.start >= done {
            kept.push_str(line.get(done..place.start).unwrap_or_default());
            kept.push_str(instead);
        }
        done = done.max(place.end);
    }
    kept.push_str(line.get(done..).unwrap_or_default());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALTER: &str = "wordy.walter@private-house.example";

    fn kept(address: &str, name: &str, text: &str) -> String {
        let (address, name) = (Address::parse(address).unwrap(), Name::parse(name).unwrap());
        Wordings::default()
            .shown_to(&address, name.as_ref(), text)
            .unwrap()
            .map_or_else(String::new, |wording| wording.to_string())
    }

    #[test]
    fn nobody_stands_in_the_words_that_they_read() {
        for (text, left) in [
            (
                "Yes, send the newsletter to wordy.walter@private-house.example.",
                "Yes, send the newsletter to (address).",
            ),
            ("Yes, mail WORDY.WALTER＠Private-House.example", "Yes, mail (address)"),
            ("Yes: wordy.walter%40private-house.example", "Yes: (address)"),
            ("Yes: wordy.walter=40private-house.example", "Yes: (address)"),
            ("Yes: wordy.walter AT private-house DOT example", "Yes: (address)"),
            ("Yes: wordy.walter at private-house.example", "Yes: (address) at (address)"),
            ("Yes: wordy.walter (private-house.example)", "Yes: (address))"),
            ("Yes: wordy walter, private house example", "Yes: (address)"),
            ("I, Walter Private, agree", "I, (name), agree"),
            ("I, PRIVATE, Walter, agree", "I, (name), agree"),
            ("Walter's yes", "(address)'s yes"),
            ("Mail somebody.else@example.org too", "Mail (address) too"),
            ("https://form.example/?u=d29yZHkud2FsdGVyQHByaXZhdGU", "https://form.example/?u=(code)"),
            ("id 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", "id (code)"),
        ] {
            let shown = kept(WALTER, "Walter Private", text);
            assert_eq!(shown.replace("(name)", "(address)"), left.replace("(name)", "(address)"), "{text}");
        }
    }

    #[test]
    fn what_was_agreed_to_is_still_said() {
        for text in [
            "Yes, send me news",
            "Sign up at example.org, you can leave at any time.",
            "I accept the terms of 2026-01-02 (version 3.1).",
            "Ja, ich möchte den Newsletter erhalten. Widerruf jederzeit möglich.",
            "はい、ニュースを受け取ります",
        ] {
            assert_eq!(kept(WALTER, "Walter", text), text);
        }
    }

    #[test]
    fn a_wording_has_no_controls_but_its_lines() {
        assert_eq!(kept(WALTER, "", "Yes,\r\n\r\n\tsend \u{1b}[31mme\u{202e} news\u{0}"), "Yes,\nsend [31mme news");
        assert_eq!(kept(WALTER, "", " \u{200b}\n "), "");
        let address = Address::parse(WALTER).unwrap();
        assert_eq!(Wordings::default().shown_to(&address, None, &"x ".repeat(5000)), Err(WordingFault::TooLong));
    }

    #[test]
    fn the_same_words_lose_each_of_their_readers() {
        let mut wordings = Wordings::default();
        for (address, left) in [(WALTER, "Ada or (address)?"), ("ada@example.org", "(address) or Walter?")] {
            let address = Address::parse(address).unwrap();
            let kept = wordings.shown_to(&address, None, "Ada or Walter?").unwrap().unwrap();
            assert_eq!(kept.to_string(), left);
        }
    }
}
