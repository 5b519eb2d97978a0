//! Ages, as files give them, held against the age from which people may be mailed (CONFORMANCE J8).
//!
//! Nothing of them is kept: a row is let in or refused by what it says, and what it does not say is not asked.

use chrono::NaiveDate;

/// Years that nobody has reached.
const AGE_MAX: u32 = 130;

/// What a row says about a person's age, each empty where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// Years: `34`.
    pub age: &'a str,
    /// A day: `1990-05-17`.
    pub birth_date: &'a str,
    /// A span of years: `25-34`, `65+`, `under 13`.
    pub age_band: &'a str,
}

/// How what was said stands to the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was said.
    NotSaid,
    /// The person is younger.
    Below,
    /// The person is old enough.
    Enough,
    /// They may be younger and may be older: the span reaches over the limit.
    Unclear,
}

/// A text that is no age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    /// The age.
    #[error("age is no whole number of years from 0 to {AGE_MAX}")]
    Age,
    /// The birth date.
    #[error("birth_date is no day of the past such as 1990-05-17")]
    BirthDate,
    /// The band.
    #[error("age_band is no span of years such as 25-34, 65+ or under 13")]
    Band,
}

/// Holds what was said against `limit` on the day `today`. One thing that says younger is enough; one that says old enough
/// makes an unclear one clear.
///
/// # Errors
/// See [`AgeError`]: what cannot be read lets nobody in.
pub fn against(limit: u8, said: Said<'_>, today: NaiveDate) -> Result<Standing, AgeError> {
    let limit = u32::from(limit);
    let spans = [of_age(said.age)?, of_birth_date(said.birth_date, today)?, of_band(said.age_band)?];
    let standings = spans.map(|span| match span {
        None => Standing::NotSaid,
        Some((_, oldest)) if oldest < limit => Standing::Below,
        Some((youngest, _)) if youngest >= limit => Standing::Enough,
        Some(_) => Standing::Unclear,
    });
    let any = [Standing::Below, Standing::Enough, Standing::Unclear].into_iter().find(|one| standings.contains(one));
    Ok(any.unwrap_or(Standing::NotSaid))
}

/// Whether a text is a span of years.
pub fn is_band(text: &str) -> bool {
    matches!(of_band(text), Ok(Some(_)))
}

/// The youngest and the oldest that somebody may be.
type Span = Option<(u32, u32)>;

fn of_age(text: &str) -> Result<Span, AgeError> {
    if text.is_empty() {
        return Ok(None);
    }
    let years = text.parse::<u32>().ok().filter(|years| *years <= AGE_MAX).ok_or(AgeError::Age)?;
    Ok(Some((years, years)))
}

fn of_birth_date(text: &str, today: NaiveDate) -> Result<Span, AgeError> {
    if text.is_empty() {
        return Ok(None);
    }
    let born = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_: chrono::ParseError| AgeError::BirthDate)?;
    let years = today.years_since(born).filter(|years| *years <= AGE_MAX).ok_or(AgeError::BirthDate)?;
    Ok(Some((years, years)))
}

fn of_band(text: &str) -> Result<Span, AgeError> {
    if text.is_empty() {
        return Ok(None);
    }
    let text = text.to_ascii_lowercase();
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().map_err(|_: std::num::ParseIntError| AgeError::Band))
        .collect::<Result<_, _>>()?;
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let span = match numbers.as_slice() {
        [one] if begins(&["<=", "up to"]) => (0, *one),
        [one] if begins(&["<", "under", "below"]) => (0, one.saturating_sub(1)),
        [one] if text.ends_with('+') || begins(&[">", "over", "from"]) => (*one, AGE_MAX),
        [one] if text.len() <= 3 => (*one, *one),
        [from, to] if from <= to => (*from, *to),
        _ => return Err(AgeError::Band),
    };
    if span.1 > AGE_MAX { Err(AgeError::Band) } else { Ok(Some(span)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(age: &str, birth_date: &str, age_band: &str) -> Result<Standing, AgeError> {
        against(13, Said { age, birth_date, age_band }, NaiveDate::from_ymd_opt(2026, 11, 25).unwrap())
    }

    #[test]
    fn j8_whoever_is_younger_than_the_limit_is_told_apart() {
        for (age, birth_date, band, expected) in [
            ("", "", "", Standing::NotSaid),
            ("12", "", "", Standing::Below),
            ("13", "", "", Standing::Enough),
            ("", "2013-11-26", "", Standing::Below),
            ("", "2013-11-25", "", Standing::Enough),
            ("", "2012-02-29", "", Standing::Enough),
            ("", "", "0-12", Standing::Below),
            ("", "", "under 13", Standing::Below),
            ("", "", "<13", Standing::Below),
            ("", "", "<=13", Standing::Unclear),
            ("", "", "0-17", Standing::Unclear),
            ("", "", "13-17", Standing::Enough),
            ("", "", "13 to 17", Standing::Enough),
            ("", "", "65+", Standing::Enough),
            ("", "", "9", Standing::Below),
            ("", "1990-01-01", "0-17", Standing::Enough),
            ("40", "", "5-9", Standing::Below),
        ] {
            assert_eq!(stands(age, birth_date, band), Ok(expected), "{age:?} {birth_date:?} {band:?}");
        }
    }

    #[test]
    fn what_is_no_age_lets_nobody_in() {
        for age in ["-1", "12.5", "old", "131"] {
            assert_eq!(stands(age, "", ""), Err(AgeError::Age), "{age}");
        }
        for date in ["2027-01-01", "17.05.1990", "1990", "1880-01-01"] {
            assert_eq!(stands("", date, ""), Err(AgeError::BirthDate), "{date}");
        }
        for band in ["adult", "17-13", "1-2-3", "10-500", "99999999999-1"] {
            assert_eq!(stands("", "", band), Err(AgeError::Band), "{band}");
        }
    }
}
