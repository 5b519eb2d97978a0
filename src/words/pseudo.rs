//! A language made from English to try layouts with: every letter has an accent, vowels stand twice (about 40 % more
//! text), and brackets show where a message begins and ends.

use std::borrow::Cow;

/// Text between values, accented and drawn out. Given to Fluent, which leaves values as they are.
pub(super) fn drawn_out(text: &str) -> Cow<'_, str> {
    let mut long = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = accented(letter);
        long.push(accented);
        if "aeiouyAEIOUY".contains(letter) {
            long.push(accented);
        }
    }
    Cow::Owned(long)
}

/// A whole message.
pub(super) fn bracketed(message: &str) -> String {
    format!("⟦{message}⟧")
}

const fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'î',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ļ',
        'm' => 'ɱ',
        'n' => 'ñ',
        'o' => 'ö',
        'p' => 'þ',
        'q' => 'ɋ',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'v' => 'ṽ',
        'w' => 'ŵ',
        'x' => 'ẋ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'C' => 'Ç',
        'E' => 'É',
        'I' => 'Î',
        'L' => 'Ļ',
        'M' => 'Ṁ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'P' => 'Þ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'W' => 'Ŵ',
        'Y' => 'Ý',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::words::{Language, Words};

    #[test]
    fn a_message_gets_longer_and_its_values_stay_as_they_are() {
        let (english, pseudo) = (Words::new(Language::English), Words::new(Language::Pseudo));
        let values = [("address", "help@harbour.example".into())];
        let (short, long) = (english.with("common-write-to", &values), pseudo.with("common-write-to", &values));
        assert!(long.starts_with('⟦') && long.ends_with('⟧') && long.contains("help@harbour.example"), "{long}");
        assert!(!long.contains("Write"), "{long}");
        let (short_sentence, long_sentence) = (english.say("help-lead"), pseudo.say("help-lead"));
        let (before, after) = (short_sentence.chars().count(), long_sentence.chars().count());
        assert!(after * 10 > before * 13 && after * 10 < before * 17, "{before} {after} {short}");
    }
}
