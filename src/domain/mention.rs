//! Where a text names somebody: by an e-mail address, however it is written, or by words that are theirs.
//!
//! # Why own code
//! What stays in the database for good (wordings, notes, names of lists) can be erased for nobody (G9), so no person may
//! stand in it. Libraries find addresses as a mail program writes them. People and forms write `ada AT example DOT org`,
//! `ada＠example．org`, `ada%40example.org` and `&#64;` too. To take a name out of a sentence too many does no harm, to leave
//! one in can't be mended.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// One character as it is compared: compatibility form, lower case, without marks; and the octets it came from.
#[derive(Clone, Debug)]
struct Glyph {
    c: char,
    from: usize,
    to: usize,
}

/// Ways in which files, links and pages write `@`.
const ATS: [&str; 11] =
    ["%2540", "%40", "=40", "&#64;", "&#064;", "&#x40;", "&commat;", "\\u0040", "\\x40", "+aea-", "{at}"];
/// Ways in which they write a full stop.
const DOTS: [&str; 8] = ["%252e", "%2e", "=2e", "&#46;", "&#x2e;", "&period;", "\\u002e", "\\x2e"];
/// Words for `@`, of those who hide an address from machines.
const AT_WORDS: [&str; 9] =
    ["at", "arroba", "arobase", "chiocciola", "klammeraffe", "apenstaartje", "malpa", "snabel-a", "アットマーク"];
/// Words for a full stop.
const DOT_WORDS: [&str; 8] = ["dot", "punkt", "punto", "ponto", "point", "punt", "kropka", "nokta"];

/// What is not seen: soft hyphens, joiners, marks of direction.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || ('\u{e0000}'..='\u{e007f}').contains(&c)
}

/// What stands between the parts of an address that is written out.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '*')
}

/// A text as it is searched.
pub(super) struct Searched(Vec<Glyph>);

impl Searched {
    pub(super) fn new(text: &str) -> Self {
        let folded = Self::folded(text);
        folded.rewritten(&ATS, '@').rewritten(&DOTS, '.').unbracketed(&AT_WORDS, '@').unbracketed(&DOT_WORDS, '.')
    }

    /// Letters and signs as they are, each in the form in which it is compared.
    fn folded(text: &str) -> Self {
        let mut glyphs = Vec::with_capacity(text.len());
        for (from, c) in text.char_indices().filter(|(_, c)| !is_invisible(*c)) {
            let to = from + c.len_utf8();
            let plain = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
            glyphs.extend(plain.map(|c| Glyph { c: if c == '。' { '.' } else { c }, from, to }));
        }
        Self(glyphs)
    }

    fn at(&self, place: usize) -> Option<char> {
        self.0.get(place).map(|glyph| glyph.c)
    }

    /// Where `word` ends that begins at `place`.
    fn end_of(&self, word: &str, place: usize) -> Option<usize> {
        let mut end = place;
        for c in word.chars() {
            if self.at(end) != Some(c) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Behind blanks and the signs that stand for them where an address is taken apart.
    fn skip_gap(&self, mut place: usize) -> usize {
        while self.at(place).is_some_and(is_gap) {
            place += 1;
        }
        place
    }

    fn skip_blanks(&self, mut place: usize) -> usize {
        while self.at(place).is_some_and(char::is_whitespace) {
            place += 1;
        }
        place
    }

    /// Each of `ways` as the one sign that it stands for.
    fn rewritten(self, ways: &[&str], sign: char) -> Self {
        self.each(sign, |text, place| ways.iter().find_map(|way| text.end_of(way, place)))
    }

    /// `(at)`, `[ at ]`, `<at>`, `(@)`, with the blanks around them.
    fn unbracketed(self, words: &[&str], sign: char) -> Self {
        self.each(sign, |text, place| {
            let open = text.skip_blanks(place);
            if !text.at(open).is_some_and(|c| matches!(c, '(' | '[' | '{' | '<')) {
                return None;
            }
            let word = text.skip_blanks(open + 1);
            let one = |place: usize| (text.at(place) == Some(sign)).then_some(place + 1);
            let end = words.iter().find_map(|known| text.end_of(known, word)).or_else(|| one(word))?;
            let close = text.skip_blanks(end);
            let closed = text.at(close).is_some_and(|c| matches!(c, ')' | ']' | '}' | '>'));
            closed.then(|| text.skip_blanks(close + 1))
        })
    }

    /// Puts `sign` wherever `end_of` says that something which begins there means it.
    fn each(self, sign: char, end_of: impl Fn(&Self, usize) -> Option<usize>) -> Self {
        let mut glyphs = Vec::with_capacity(self.0.len());
        let mut place = 0;
        while let Some(glyph) = self.0.get(place) {
            let end = end_of(&self, place).filter(|end| *end > place);
            let last = end.and_then(|end| self.0.get(end - 1));
            glyphs.push(last.map_or_else(|| glyph.clone(), |last| Glyph { c: sign, from: glyph.from, to: last.to }));
            place = end.unwrap_or(place + 1);
        }
        Self(glyphs)
    }

    /// The octets of what stands at these places.
    fn octets(&self, places: Range<usize>) -> Option<Range<usize>> {
        let last = self.0.get(places.end.checked_sub(1)?)?;
        Some(self.0.get(places.start)?.from..last.to)
    }

    /// The octets of every address, in order. With `in_words`, `ada at example.org` is one too, as it is to whoever reads
    /// it; without, only where the full stop is hidden as well: a sentence says `sign up at example.org`.
    pub(super) fn addresses(&self, in_words: bool) -> Vec<Range<usize>> {
        let found = (0..self.0.len()).filter_map(|place| self.address_around(place, in_words));
        found.filter_map(|places| self.octets(places)).collect()
    }

    fn address_around(&self, place: usize, in_words: bool) -> Option<Range<usize>> {
        let sign = self.at(place) == Some('@');
        let after = if sign { place + 1 } else { self.at_word(place)? };
        let start = self.local_before(place)?;
        let domain = self.skip_gap(after);
        let tight = sign && domain == place + 1 && !self.at(place.checked_sub(1)?)?.is_whitespace();
        let (end, dots, hidden) = self.domain_end(domain);
        let is_domain = end > domain && (tight || (dots && (sign || in_words || hidden)));
        is_domain.then_some(start..end)
    }

    /// Where a word for `@` ends that begins at `place`, with a gap on both sides.
    fn at_word(&self, place: usize) -> Option<usize> {
        let before = self.at(place.checked_sub(1)?)?;
        let end = AT_WORDS.iter().find_map(|word| self.end_of(word, place))?;
        (is_gap(before) && is_gap(self.at(end)?)).then_some(end)
    }

    /// Where the word begins that stands before the sign at `place`.
    fn local_before(&self, place: usize) -> Option<usize> {
        let mut end = place;
        while is_gap(self.at(end.checked_sub(1)?)?) {
            end -= 1;
        }
        let quoted = self.at(end - 1) == Some('"');
        let mut start = end;
        while let Some(c) = start.checked_sub(1).and_then(|before| self.at(before)) {
            let opening = quoted && c == '"' && start < end;
            let stops = c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '|');
            if c == '@' || (stops && !quoted) || c.is_control() {
                break;
            }
            start -= 1;
            if opening {
                break;
            }
        }
        (start < end).then_some(start)
    }

    /// Where a domain ends that begins at `start`, whether it has a full stop inside, and whether one is hidden in a word.
    fn domain_end(&self, start: usize) -> (usize, bool, bool) {
        let (mut end, mut dots, mut hidden) = (start, false, false);
        loop {
            let dot = self.at(end).filter(|c| end > start && is_gap(*c)).and_then(|_| self.dot_word(end));
            if let Some(label) = dot {
                (end, dots, hidden) = (label, true, true);
                continue;
            }
            match self.at(end) {
                Some('.') if end > start && self.is_label(end + 1) => dots = true,
                Some('.') if end > start && self.at(end + 1).is_some_and(char::is_alphanumeric) => {}
                Some('-' | '_' | '[' | ']' | ':') => {}
                Some(c) if c.is_alphanumeric() => {}
                _ => break,
            }
            end += 1;
        }
        (end, dots, hidden)
    }

    /// Where the label begins that stands behind a word for a full stop, or behind one with a gap before it.
    fn dot_word(&self, place: usize) -> Option<usize> {
        let word = self.skip_gap(place);
        let end = DOT_WORDS.iter().find_map(|known| self.end_of(known, word));
        let end = end.filter(|end| self.at(*end).is_some_and(is_gap));
        let label = self.skip_gap(end.or_else(|| (self.at(word) == Some('.')).then_some(word + 1))?);
        self.is_label(label).then_some(label)
    }

    /// Whether the last part of a domain may begin there: no figure, and more than one character.
    fn is_label(&self, place: usize) -> bool {
        self.at(place).is_some_and(char::is_alphabetic) && self.at(place + 1).is_some_and(char::is_alphanumeric)
    }

    /// The octets of every place where `words` stand one after the other, with at most three signs between two of them.
    /// Between letters of one word nothing is found, but where the script puts no blanks between words.
    pub(super) fn places_of(&self, words: &Words) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut place = 0;
        while place < self.0.len() {
            let end = self.words_end(words, place);
            found.extend(end.and_then(|end| self.octets(place..end)));
            place = end.unwrap_or(place + 1);
        }
        found
    }

    fn words_end(&self, words: &Words, start: usize) -> Option<usize> {
        let is_letter = |place: usize| self.at(place).is_some_and(char::is_alphanumeric);
        if words.bounded && start.checked_sub(1).is_some_and(is_letter) {
            return None;
        }
        let mut end = start;
        for (number, word) in words.all.iter().enumerate() {
            let mut gap = 0;
            while number > 0 && gap < 3 && self.at(end).is_some_and(|c| !c.is_alphanumeric()) {
                (end, gap) = (end + 1, gap + 1);
            }
            end = self.end_of(word, end)?;
        }
        (!(words.bounded && is_letter(end))).then_some(end)
    }
}

/// Words to look for, as [`Searched`] compares them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    all: Vec<String>,
    /// Whether the script has blanks between words, so that a part of one is not meant.
    bounded: bool,
}

impl Words {
    /// The words of a text; none where it has none.
    pub(super) fn of(text: &str) -> Option<Self> {
        let plain: String = Searched::folded(text).0.iter().map(|glyph| glyph.c).collect();
        let all = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self::new(all.map(str::to_owned).collect())
    }

    fn new(all: Vec<String>) -> Option<Self> {
        let bounded = all.iter().all(|word| word.chars().all(|c| c < '\u{2e80}'));
        (!all.is_empty()).then_some(Self { all, bounded })
    }

    /// Each of them alone.
    pub(super) fn apart(&self) -> impl Iterator<Item = Self> {
        self.all.iter().filter_map(|word| Self::new(vec![word.clone()]))
    }

    /// The same from the last to the first.
    pub(super) fn reversed(&self) -> Self {
        Self { all: self.all.iter().rev().cloned().collect(), bounded: self.bounded }
    }

    /// How many characters they have.
    pub(super) fn len(&self) -> usize {
        self.all.iter().map(|word| word.chars().count()).sum()
    }

    pub(super) fn is_bounded(&self) -> bool {
        self.bounded
    }
}

/// Whether a text names an e-mail address, in whatever way people write one. A handle such as `@ada` is none.
pub fn names_an_address(text: &str) -> bool {
    !Searched::new(text).addresses(true).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_however_it_is_written() {
        for text in [
            "called from ada@example.org",
            "Ada <ada@example.org>",
            "ada @ example.org",
            "ada＠example.org",
            "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ",
            "ada@exa\u{ad}mple.org",
            "ad\u{200b}a\u{200b}@\u{200b}example.org",
            "ada%40example.org",
            "https://relay.example/why?rcpt=ada%40example%2eorg",
            "ada=40example.org",
            "ada&#64;example&#46;org",
            "ada\\u0040example.org",
            "ada(at)example.org",
            "ada [at] example [dot] org",
            "ada{at}example.org",
            "ada_at_example_dot_org",
            "ada-at-example-dot-org",
            "bob AT private DOT test",
            "bob at private dot test",
            "bob at private.test",
            "bob arroba private punto test",
            "bob @ private . test",
            "ada@例え。jp",
            "アダ@例え.jp",
            r#""ada l"@[192.0.2.1]"#,
            "ada@localhost",
        ] {
            assert!(names_an_address(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_in_peace() {
        for text in [
            "case 4711",
            "told us by phone @ noon",
            "asked by @ada",
            "at the counter. Later",
            "she called at 3.15",
            "dot your i",
            "look at this",
            "stay-at-home",
            "50 % (at most)",
            "",
            "@",
            "at",
        ] {
            assert!(!names_an_address(text), "{text}");
        }
    }

    #[test]
    fn words_are_found_whole_and_across_signs() {
        let find = |text: &str, words: &str| {
            let words = Words::of(words).unwrap();
            Searched::new(text).places_of(&words).into_iter().map(|place| text[place].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(find("I, Wordy  WALTER, agree", "wordy.walter"), ["Wordy  WALTER"]);
        assert_eq!(find("wordywalter", "wordy.walter"), ["wordywalter"]);
        assert_eq!(find("José agrees", "jose"), ["José"]);
        assert_eq!(find("Savannah", "anna"), Vec::<String>::new());
        assert_eq!(find("太郎様は同意", "太郎"), ["太郎"]);
    }
}
