//! What a person changed that is no consent: a pause, a weekly cap, their language. Its written form stands as the note of
//! its ledger entry, with the value before, so that an undo can put exactly that back.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};

use super::recipient::{Locale, WeeklyCap};
use super::scope::UnknownWord;

/// One change, with the value before and the value after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Until when mail pauses.
    Pause(Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    /// At most so many promotional messages in 7 days.
    WeeklyCap(Option<WeeklyCap>, Option<WeeklyCap>),
    /// The language of pages and mail.
    Locale(Option<Locale>, Option<Locale>),
}

const NOTHING: &str = "none";

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_nothing = |value: Option<String>| value.unwrap_or_else(|| NOTHING.to_owned());
        let time =
            |at: &Option<DateTime<Utc>>| or_nothing(at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)));
        let cap = |cap: &Option<WeeklyCap>| or_nothing(cap.map(|cap| cap.get().to_string()));
        let locale = |locale: &Option<Locale>| or_nothing(locale.as_ref().map(|locale| locale.as_str().to_owned()));
        match self {
            Self::Pause(before, after) => write!(f, "pause: {} -> {}", time(before), time(after)),
            Self::WeeklyCap(before, after) => write!(f, "weekly_cap: {} -> {}", cap(before), cap(after)),
            Self::Locale(before, after) => write!(f, "locale: {} -> {}", locale(before), locale(after)),
        }
    }
}

impl FromStr for Change {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = "pause, weekly_cap, locale, each with before -> after";
        read(text).map_err(|_: Unreadable| UnknownWord(text.to_owned(), known))
    }
}

/// The text is no change of ours.
struct Unreadable;

fn read(text: &str) -> Result<Change, Unreadable> {
    let (what, values) = text.split_once(": ").ok_or(Unreadable)?;
    let (before, after) = values.split_once(" -> ").ok_or(Unreadable)?;
    match what {
        "pause" => Ok(Change::Pause(value(before, time)?, value(after, time)?)),
        "weekly_cap" => Ok(Change::WeeklyCap(value(before, cap)?, value(after, cap)?)),
        "locale" => Ok(Change::Locale(value(before, locale)?, value(after, locale)?)),
        _ => Err(Unreadable),
    }
}

/// Reads a value or the word for none.
fn value<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Unreadable> {
    if text == NOTHING { Ok(None) } else { read(text).map(Some).ok_or(Unreadable) }
}

fn time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc())
}

fn cap(text: &str) -> Option<WeeklyCap> {
    WeeklyCap::new(text.parse().ok()?)
}

fn locale(text: &str) -> Option<Locale> {
    Locale::parse(text).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_survives_its_written_form() {
        let at = DateTime::from_timestamp_micros(1_772_562_780_000_001);
        let (cap, locale) = (WeeklyCap::new(3), Locale::parse("zh-Hans").unwrap());
        for change in [
            Change::Pause(None, at),
            Change::Pause(at, at.map(|at| at + chrono::Duration::days(30))),
            Change::WeeklyCap(None, cap),
            Change::WeeklyCap(cap, WeeklyCap::new(1)),
            Change::Locale(None, locale.clone()),
            Change::Locale(locale, None),
        ] {
            assert_eq!(change.to_string().parse(), Ok(change.clone()), "{change}");
        }
        for bad in ["", "until a day", "pause: soon -> none", "weekly_cap: none -> 0", "name: none -> x", "locale: de"]
        {
            assert!(bad.parse::<Change>().is_err(), "{bad}");
        }
    }
}
