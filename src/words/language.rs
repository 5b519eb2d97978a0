//! The languages that pages and mails come in, and which of them a person gets.

use crate::domain::recipient::Locale;

/// A language that pages and mails come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// The language that all others are translated from.
    English,
    /// de
    German,
    /// fr
    French,
    /// es
    Spanish,
    /// it
    Italian,
    /// pt
    Portuguese,
    /// nl
    Dutch,
    /// pl
    Polish,
    /// sv
    Swedish,
    /// tr
    Turkish,
    /// ja
    Japanese,
    /// zh-Hans
    SimplifiedChinese,
    /// ar
    Arabic,
    /// English made longer and stranger, to try layouts with. No page offers it: it answers to its tag alone.
    Pseudo,
}

/// How well a language range fits a language of ours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Read with some effort: better than English, worse than anything else that the person named.
    Near,
    /// The language itself.
    Good,
}

impl Language {
    /// Every language that people can choose, in the order that pages offer them.
    pub const ALL: [Self; 13] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Italian,
        Self::Portuguese,
        Self::Dutch,
        Self::Polish,
        Self::Swedish,
        Self::Turkish,
        Self::Japanese,
        Self::SimplifiedChinese,
        Self::Arabic,
    ];

    /// The tag (BCP 47), as `lang` attributes and the store have it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Swedish => "sv",
            Self::Turkish => "tr",
            Self::Japanese => "ja",
            Self::SimplifiedChinese => "zh-Hans",
            Self::Arabic => "ar",
            Self::Pseudo => "en-XA",
        }
    }

    /// The direction that it is written in: `ltr` or `rtl`.
    pub const fn dir(self) -> &'static str {
        if matches!(self, Self::Arabic) { "rtl" } else { "ltr" }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Italian => "Italiano",
            Self::Portuguese => "Português",
            Self::Dutch => "Nederlands",
            Self::Polish => "Polski",
            Self::Swedish => "Svenska",
            Self::Turkish => "Türkçe",
            Self::Japanese => "日本語",
            Self::SimplifiedChinese => "简体中文",
            Self::Arabic => "العربية",
            Self::Pseudo => "Ƥšéûðö",
        }
    }

    /// The language that a person gets: as set for them, else the best that their browser asks for, else English.
    pub fn choose(setting: Option<&Locale>, accept_language: Option<&str>) -> Self {
        let set = setting.and_then(|locale| Self::of_tag(locale.as_str()));
        set.or_else(|| accept_language.and_then(Self::accepted)).unwrap_or(Self::English)
    }

    /// The language of a tag such as `de`, `pt-BR` or `zh_CN`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::fit(tag).map(|(language, _)| language)
    }

    fn fit(tag: &str) -> Option<(Self, Fit)> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        if tag == "en-xa" {
            return Some((Self::Pseudo, Fit::Good));
        }
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        if primary == "zh" {
            let traditional = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
            return Some((Self::SimplifiedChinese, if traditional { Fit::Near } else { Fit::Good }));
        }
        Self::ALL.into_iter().find(|language| language.tag() == primary).map(|language| (language, Fit::Good))
    }

    /// The best of an `Accept-Language` field (RFC 9110 section 12.5.4): the heaviest range that fits, and of equals
    /// the first. `*` names nobody's language, and a weight of 0 refuses.
    fn accepted(field: &str) -> Option<Self> {
        let mut best: Option<(Self, Fit, u16)> = None;
        // What is far longer than a browser's field is not read to its end.
        for range in field.split(',').take(32) {
            let mut parts = range.split(';');
            let Some((language, fit)) = parts.next().and_then(Self::fit) else { continue };
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1000);
            let better = best.is_none_or(|(_, known, heaviest)| (fit, weight) > (known, heaviest));
            if weight > 0 && better {
                best = Some((language, fit, weight));
            }
        }
        best.map(|(language, ..)| language)
    }
}

/// A weight of `0` to `1` with up to three decimals, in thousandths; what is none weighs nothing.
fn thousandths(weight: &str) -> u16 {
    let (whole, decimals) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let good = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "1" if good => 1000,
        "0" if good => format!("{decimals:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(setting: &str, accept: &str) -> &'static str {
        let locale = Locale::parse(setting).unwrap();
        Language::choose(locale.as_ref(), Some(accept)).tag()
    }

    #[test]
    fn the_setting_comes_first_then_the_browser_then_english() {
        assert_eq!(chosen("de-AT", "fr"), "de");
        assert_eq!(chosen("pt_BR", "fr"), "pt");
        assert_eq!(chosen("ko", "fr"), "fr");
        assert_eq!(chosen("", "fr-CH, de;q=0.9"), "fr");
        assert_eq!(chosen("", "ko, fi"), "en");
        assert_eq!(Language::choose(None, None), Language::English);
    }

    #[test]
    fn the_heaviest_language_that_we_have_is_taken_and_of_equals_the_first() {
        for (field, tag) in [
            ("de;q=0.3, nl;q=0.8, en;q=0.5", "nl"),
            ("ko, ja;q=0.7, *;q=0.1", "ja"),
            ("sv, pl", "sv"),
            ("ar;q=0, en;q=0.2", "en"),
            ("it;q=0", "en"),
            ("es;q=7, tr;q=0.001", "tr"),
            ("DE-de", "de"),
            ("*", "en"),
            ("", "en"),
            (";q=1,,;", "en"),
        ] {
            assert_eq!(chosen("", field), tag, "{field}");
        }
    }

    #[test]
    fn chinese_of_any_kind_finds_the_one_we_have_but_traditional_only_before_nothing_better() {
        for field in ["zh", "zh-CN", "zh-Hans-SG", "zh-TW", "ko, zh-Hant"] {
            assert_eq!(chosen("", field), "zh-Hans", "{field}");
        }
        assert_eq!(chosen("", "zh-TW, ja;q=0.4"), "ja");
    }

    #[test]
    fn nobody_gets_the_pseudo_language_without_its_tag() {
        assert!(!Language::ALL.contains(&Language::Pseudo));
        assert_eq!(chosen("en-XA", "de"), "en-XA");
        assert_eq!(chosen("en-GB", "de"), "en");
    }

    #[test]
    fn each_language_is_found_by_its_own_tag_and_the_tag_is_a_locale() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
            assert!(Locale::parse(language.tag()).unwrap().is_some());
            assert_eq!(language.dir() == "rtl", language == Language::Arabic);
        }
    }
}
