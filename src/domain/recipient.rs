//! A recipient's facts, as given by them. Each is parsed at the edge: text that could break a header is no name.

use std::fmt;

/// Characters a name may have.
const NAME_MAX: usize = 200;

/// A name a person gave: one line of visible text, so that it can stand in a header and on a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(String);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// RFC 5322 section 2.2: a header value has no CR, LF or NUL; a name has no other control either.
    #[error("the name has a line break or another control character")]
    Control,
    /// An invisible character that turns the order of those beside it around: what is read is not what stands there.
    #[error("the name has an invisible character that changes the direction of the text")]
    Direction,
    /// Longer than any name.
    #[error("the name is longer than 200 characters")]
    TooLong,
}

impl Name {
    /// Reads a name; blanks around it are dropped, and an empty text is no name at all.
    ///
    /// # Errors
    /// See [`NameError`].
    pub fn parse(text: &str) -> Result<Option<Self>, NameError> {
        if text.chars().any(turns_text_around) {
            return Err(NameError::Direction);
        }
        Self::kept(text)
    }

    /// Reads a name that the store keeps: it may have been taken in when more was taken for a name.
    ///
    /// # Errors
    /// See [`NameError`].
    pub fn kept(text: &str) -> Result<Option<Self>, NameError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            return Err(NameError::Control);
        }
        if text.chars().count() > NAME_MAX {
            return Err(NameError::TooLong);
        }
        Ok(Some(Self(text.to_owned())))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Marks, embeddings, overrides and isolates of direction (UAX #9), and the deprecated ones beside them. Joiners stay: Persian
/// and the languages of India write names with them.
const fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Masked: a name is personal data and no log line may hold it.
impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(•••)")
    }
}

/// A language tag such as `de` or `zh-Hans` (RFC 5646, its shape only).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale(String);

/// An IANA time zone such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone(String);

/// At most so many promotional messages in 7 days, as the person wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeeklyCap(u32);

impl WeeklyCap {
    /// What the preference page offers.
    pub const OFFERED: [u32; 5] = [1, 2, 3, 5, 7];

    /// A cap of at least one: none at all is no cap, but an opt-out.
    pub const fn new(messages: u32) -> Option<Self> {
        if messages == 0 { None } else { Some(Self(messages)) }
    }

    /// Messages in 7 days.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// A ZIP or postal code of any country (its shape only).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zip(String);

/// A band of ages or incomes as the person chose it, such as `30-39` or `under 20,000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band(String);

/// What a person told us about themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Their name.
    pub name: Option<Name>,
    /// Their ZIP or postal code.
    pub zip: Option<Zip>,
    /// Their age band.
    pub age_band: Option<Band>,
    /// Their income band.
    pub income_band: Option<Band>,
    /// Their language.
    pub locale: Option<Locale>,
    /// Their time zone.
    pub time_zone: Option<TimeZone>,
}

/// The text has not the shape of the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactError {
    /// Not a language tag.
    #[error("the locale is not a language tag such as `de` or `pt-BR`")]
    Locale,
    /// Not a zone name.
    #[error("the time zone is not an IANA name such as `Europe/Berlin`")]
    TimeZone,
    /// Not a postal code.
    #[error("the ZIP is not a postal code of at most 12 letters, digits, blanks and hyphens")]
    Zip,
    /// Not a band.
    #[error("a band has at most 40 visible characters")]
    Band,
    /// Not an age band.
    #[error("the age band is no span of years such as 30-39, 65+ or under 18")]
    AgeBand,
}

impl Locale {
    /// Reads a language tag; an underscore is taken for a hyphen, an empty text for no locale. Of what follows the language
    /// only script and region are kept (RFC 5646 section 2.1): the rest is free text (`en-x-ada`), and a change of language
    /// stands in the ledger for good.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn parse(text: &str) -> Result<Option<Self>, FactError> {
        let tag = text.trim().replace('_', "-");
        if tag.is_empty() {
            return Ok(None);
        }
        let good = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let language = tag.split('-').next().unwrap_or_default();
        let starts_well = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
        if !(starts_well && tag.split('-').all(good) && tag.len() <= 35) {
            return Err(FactError::Locale);
        }
        let letters = |part: &&str| part.bytes().all(|b| b.is_ascii_alphabetic());
        let mut rest = tag.split('-').skip(1).peekable();
        let script = rest.next_if(|part| part.len() == 4 && letters(part));
        let digits = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
        let region = rest.next_if(|part| (part.len() == 2 && letters(part)) || digits(part));
        let kept: Vec<_> = std::iter::once(language).chain(script).chain(region).collect();
        Ok(Some(Self(kept.join("-"))))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TimeZone {
    /// Reads the name of a zone of the IANA database; an empty text is no zone.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn parse(text: &str) -> Result<Option<Self>, FactError> {
        let zone = Self::kept(text)?;
        let known = |zone: &Self| zone.0.parse::<chrono_tz::Tz>().is_ok();
        if zone.as_ref().is_none_or(known) { Ok(zone) } else { Err(FactError::TimeZone) }
    }

    /// Reads a zone that the store keeps, by its shape: the database of zones may have been another one.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn kept(text: &str) -> Result<Option<Self>, FactError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let good = text.len() <= 64
            && text.split('/').all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
            });
        if good { Ok(Some(Self(text.to_owned()))) } else { Err(FactError::TimeZone) }
    }

    /// The zone's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Zip {
    /// Reads a postal code; an empty text is none.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn parse(text: &str) -> Result<Option<Self>, FactError> {
        let text = text.trim();
        let good = text.len() <= 12 && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-'));
        match (text.is_empty(), good) {
            (true, _) => Ok(None),
            (false, true) => Ok(Some(Self(text.to_owned()))),
            (false, false) => Err(FactError::Zip),
        }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Band {
    /// Reads a band; an empty text is none.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn parse(text: &str) -> Result<Option<Self>, FactError> {
        let text = text.trim();
        if text.chars().count() > 40 {
            return Err(FactError::Band);
        }
        let one_line = Name::parse(text).or(Err(FactError::Band))?;
        Ok(one_line.map(|name| Self(name.as_str().to_owned())))
    }

    /// Reads a band of ages, which is a span of years; an empty text is none.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn of_ages(text: &str) -> Result<Option<Self>, FactError> {
        let band = Self::parse(text)?;
        let known = |band: &Self| super::age::is_band(&band.0);
        if band.as_ref().is_none_or(known) { Ok(band) } else { Err(FactError::AgeBand) }
    }

    /// Reads a band that the store keeps.
    ///
    /// # Errors
    /// See [`FactError`].
    pub fn kept(text: &str) -> Result<Option<Self>, FactError> {
        let kept = Name::kept(text).or(Err(FactError::Band))?;
        Ok(kept.map(|name| Self(name.as_str().to_owned())))
    }

    /// The band as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_could_break_a_header_is_refused() {
        for text in ["Ada\r\nBcc: x@example.org", "Ada\nL", "Ada\0", "Ada\u{2028}L"] {
            assert_eq!(Name::parse(text), Err(NameError::Control), "{text:?}");
        }
        for text in ["Ada\u{202e}gro.elpmaxe", "\u{2067}Ada", "Ada\u{200f}", "A\u{61c}da"] {
            assert_eq!(Name::parse(text), Err(NameError::Direction), "{text:?}");
            assert!(Name::kept(text).unwrap().is_some(), "what was taken in before can be read: {text:?}");
        }
        for text in ["مریم\u{200c}سادات", "ליאת", "क\u{94d}\u{200d}ष"] {
            assert!(Name::parse(text).unwrap().is_some(), "{text:?}");
        }
        assert_eq!(Name::parse("  ").unwrap(), None);
        assert_eq!(Name::parse(" Ada ").unwrap().unwrap().as_str(), "Ada");
    }

    #[test]
    fn facts_have_their_shape() {
        assert_eq!(Locale::parse("pt_BR").unwrap().unwrap().as_str(), "pt-BR");
        assert_eq!(Locale::parse("zh_Hans_CN").unwrap().unwrap().as_str(), "zh-Hans-CN");
        assert_eq!(Locale::parse("es-419").unwrap().unwrap().as_str(), "es-419");
        assert_eq!(Locale::parse("en-x-wordy-walter").unwrap().unwrap().as_str(), "en");
        assert_eq!(Locale::parse("german!"), Err(FactError::Locale));
        assert_eq!(TimeZone::parse("Europe/Berlin").unwrap().unwrap().as_str(), "Europe/Berlin");
        assert_eq!(TimeZone::parse("../etc/passwd"), Err(FactError::TimeZone));
        assert_eq!(TimeZone::parse("Mars/Phobos"), Err(FactError::TimeZone));
        for band in ["30-39", "65+", "under 18", "18 to 24"] {
            assert_eq!(Band::of_ages(band).unwrap().unwrap().as_str(), band);
        }
        assert_eq!(Band::of_ages("abc"), Err(FactError::AgeBand));
        assert_eq!(Zip::parse(" SW1A 1AA ").unwrap().unwrap().as_str(), "SW1A 1AA");
        assert_eq!(Zip::parse("<script>"), Err(FactError::Zip));
        assert_eq!(Band::parse("30-39").unwrap().unwrap().as_str(), "30-39");
        assert_eq!(Band::parse("a\nb"), Err(FactError::Band));
        assert_eq!((Zip::parse(""), Band::parse(" ")), (Ok(None), Ok(None)));
    }
}
