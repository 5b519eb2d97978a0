//! When a campaign may go out: days of the week, and hours of their day, in one time zone.
//!
//! A window is what clocks on the wall say. Where clocks go forward, the hours that they leave out are in no window; where
//! they go back, the hour that they show twice is in it twice.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike as _, Duration, LocalResult, NaiveDateTime, Offset as _, TimeZone as _, Timelike as _,
};
use chrono::{Utc, Weekday};
use chrono_tz::Tz;

const DAY: u32 = 24 * 60;

/// The days and hours in which messages may be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    days: Days,
    hours: Hours,
    zone: Zone,
}

/// A zone of the IANA database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// Days of the week, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days([bool; 7]);

/// From one minute of the day to another, which may be on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    opens: u32,
    closes: u32,
}

/// Why a text is no window or no time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The zone is none.
    #[error("{0:?} is no time zone; write its name in the IANA database, such as Europe/Berlin or UTC")]
    Zone(String),
    /// The days are none.
    #[error("{0:?} are no days; write them as `mon-fri` or `mon,wed,sat`")]
    Days(String),
    /// The hours are none.
    #[error("{0:?} are no hours; write them as `09:00-18:00`; `22:00-06:00` ends on the next day")]
    Hours(String),
    /// Not three parts.
    #[error("{0:?} is no window; write it as `mon-fri 09:00-18:00 Europe/Berlin`")]
    Parts(String),
    /// The text is no local time.
    #[error("{0:?} is no time; write it as `2026-12-01 09:00`")]
    Time(String),
    /// Clocks went forward over it.
    #[error("{at} is shown by no clock in {zone}: clocks go forward over it; choose another time")]
    LeftOut {
        /// The time.
        at: NaiveDateTime,
        /// The zone.
        zone: Zone,
    },
}

impl Zone {
    /// The moment at which clocks of this zone show `text`, such as `2026-12-01 09:00`. Of a time that they show twice, the
    /// first.
    ///
    /// # Errors
    /// [`WindowError::Time`] or [`WindowError::LeftOut`].
    pub fn moment(self, text: &str) -> Result<DateTime<Utc>, WindowError> {
        let forms = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
        let read = |form: &&str| NaiveDateTime::parse_from_str(text.trim(), form).ok();
        let at = forms.iter().find_map(read).ok_or_else(|| WindowError::Time(text.to_owned()))?;
        match self.0.from_local_datetime(&at) {
            LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Ok(moment.with_timezone(&Utc)),
            LocalResult::None => Err(WindowError::LeftOut { at, zone: self }),
        }
    }
}

impl Window {
    /// A window from its parts.
    pub const fn new(days: Days, hours: Hours, zone: Zone) -> Self {
        Self { days, hours, zone }
    }

    /// Whether messages may go out at `at`.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        let local = at.with_timezone(&self.zone.0);
        let (minute, today) = (minute_of(&local), local.weekday());
        let Hours { opens, closes } = self.hours;
        if opens < closes {
            return self.days.has(today) && (opens..closes).contains(&minute);
        }
        // Over midnight: the evening of a day of ours, or the morning after one.
        (minute >= opens && self.days.has(today)) || (minute < closes && self.days.has(today.pred()))
    }

    /// The first moment, no earlier than `at`, at which messages may go out: `at` itself inside of the window, else a
    /// whole minute.
    pub fn next_opening(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.contains(at) { at } else { self.next_change(at, self.hours.opens, true) }
    }

    /// The first whole minute after `at` at which messages may not go out any more; none where there is none within 8 days.
    pub fn next_closing(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let closing = self.next_change(at, self.hours.closes % DAY, false);
        (!self.contains(closing)).then_some(closing)
    }

    /// The first whole minute after `at` that is in the window, or is not, whichever is `wanted`; `at` a week later where
    /// there is none. As long as clocks run on evenly, that can be only where they show `minute`; where they jump, every
    /// minute is looked at.
    fn next_change(&self, at: DateTime<Utc>, minute: u32, wanted: bool) -> DateTime<Utc> {
        let offset = |at: DateTime<Utc>| at.with_timezone(&self.zone.0).offset().fix();
        let mut then =
            at - Duration::seconds(i64::from(at.second())) - Duration::nanoseconds(i64::from(at.nanosecond()))
                + Duration::minutes(1);
        let end = then + Duration::days(8);
        while then < end && self.contains(then) != wanted {
            let ahead = match (minute + DAY - minute_of(&then.with_timezone(&self.zone.0))) % DAY {
                0 => DAY,
                ahead => ahead,
            };
            let there = then + Duration::minutes(i64::from(ahead));
            then = if offset(there) == offset(then) { there } else { then + Duration::minutes(1) };
        }
        then
    }
}

fn minute_of(local: &DateTime<Tz>) -> u32 {
    local.hour() * 60 + local.minute()
}

const NAMES: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

impl Days {
    /// Every day.
    pub const ALL: Self = Self([true; 7]);

    fn has(self, day: Weekday) -> bool {
        NAMES.iter().zip(self.0).any(|((name, _), is_in)| is_in && *name == day)
    }
}

impl FromStr for Days {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let refused = || WindowError::Days(text.to_owned());
        let place = |name: &str| {
            let name = name.trim().to_ascii_lowercase();
            NAMES.iter().position(|(_, known)| *known == name).ok_or_else(refused)
        };
        let mut days = [false; 7];
        for part in text.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (place(first)?, place(last)?);
            // `sat-mon` goes over the end of the week.
            let length = (last + 7 - first) % 7;
            for (place, day) in days.iter_mut().enumerate() {
                *day |= (place + 7 - first) % 7 <= length;
            }
        }
        Ok(Self(days))
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = NAMES.iter().zip(self.0).filter(|(_, is_in)| *is_in).map(|((_, name), _)| *name).collect();
        match names.as_slice() {
            ["mon", "tue", "wed", "thu", "fri"] => f.write_str("mon-fri"),
            ["mon", .., "sun"] if names.len() == NAMES.len() => f.write_str("mon-sun"),
            _ => f.write_str(&names.join(",")),
        }
    }
}

impl FromStr for Hours {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let minute = |text: &str| {
            let (hours, minutes) = text.trim().split_once(':')?;
            let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            let (hours, minutes): (u32, u32) = Some((hours, minutes))
                .filter(|(hours, minutes)| digits(hours) && digits(minutes))
                .and_then(|(hours, minutes)| Some((hours.parse().ok()?, minutes.parse().ok()?)))?;
            (minutes < 60 && hours * 60 + minutes <= DAY).then_some(hours * 60 + minutes)
        };
        let parts = text.split_once('-').and_then(|(opens, closes)| Some((minute(opens)?, minute(closes)?)));
        let (opens, closes) =
            parts.filter(|(opens, _)| *opens < DAY).ok_or_else(|| WindowError::Hours(text.to_owned()))?;
        Ok(Self { opens, closes })
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { opens, closes } = self;
        write!(f, "{:02}:{:02}-{:02}:{:02}", opens / 60, opens % 60, closes / 60, closes % 60)
    }
}

impl FromStr for Zone {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        text.trim().parse().map(Self).map_err(|_| WindowError::Zone(text.to_owned()))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for Window {
    type Err = WindowError;

    fn from_str(text: &str) -> Result<Self, WindowError> {
        let mut parts = text.split_whitespace();
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(days), Some(hours), Some(zone), None) => Ok(Self::new(days.parse()?, hours.parse()?, zone.parse()?)),
            _ => Err(WindowError::Parts(text.to_owned())),
        }
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.days, self.hours, self.zone)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn window(text: &str) -> Window {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn office_hours_are_those_of_the_zone() {
        let office = window("mon-fri 09:00-18:00 Europe/Berlin");
        // A Friday in winter, and one in summer.
        for (open, moment) in [
            (false, "2026-11-27T07:59:59Z"),
            (true, "2026-11-27T08:00:00Z"),
            (true, "2026-11-27T16:59:59Z"),
            (false, "2026-11-27T17:00:00Z"),
            (true, "2026-07-03T07:00:00Z"),
            (false, "2026-11-28T12:00:00Z"),
        ] {
            assert_eq!(office.contains(at(moment)), open, "{moment}");
        }
        assert_eq!(office.next_opening(at("2026-11-27T17:00:00Z")), at("2026-11-30T08:00:00Z"), "after the week-end");
        assert_eq!(office.next_opening(at("2026-11-27T12:34:56Z")), at("2026-11-27T12:34:56Z"), "it is open");
        assert_eq!(office.next_closing(at("2026-11-27T12:34:56Z")), Some(at("2026-11-27T17:00:00Z")));
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_begins() {
        let night = window("fri 22:00-06:00 UTC");
        assert!(night.contains(at("2026-11-27T23:00:00Z")) && night.contains(at("2026-11-28T05:59:00Z")));
        assert!(!night.contains(at("2026-11-27T05:00:00Z")) && !night.contains(at("2026-11-28T22:00:00Z")));
        assert_eq!(night.next_closing(at("2026-11-27T23:00:00Z")), Some(at("2026-11-28T06:00:00Z")));
    }

    #[test]
    fn what_never_closes_has_no_closing() {
        assert_eq!(window("mon-sun 00:00-24:00 UTC").next_closing(at("2026-11-27T23:00:00Z")), None);
        let week = window("mon-fri 00:00-24:00 UTC");
        assert_eq!(week.next_closing(at("2026-11-25T23:00:00Z")), Some(at("2026-11-28T00:00:00Z")));
    }

    /// On 2026-03-29 clocks in Berlin go from 02:00 to 03:00, on 2026-10-25 from 03:00 to 02:00.
    #[test]
    fn a_window_goes_by_the_clock_where_the_clock_jumps() {
        let early = window("sun 02:15-02:45 Europe/Berlin");
        assert_eq!(early.next_opening(at("2026-03-28T12:00:00Z")), at("2026-04-05T00:15:00Z"), "left out on the 29th");
        assert_eq!(early.next_opening(at("2026-10-24T12:00:00Z")), at("2026-10-25T00:15:00Z"));
        assert_eq!(early.next_opening(at("2026-10-25T00:45:00Z")), at("2026-10-25T01:15:00Z"), "shown twice");
        let morning = window("mon-sun 02:30-08:00 Europe/Berlin");
        assert_eq!(morning.next_opening(at("2026-03-29T00:10:00Z")), at("2026-03-29T01:00:00Z"), "03:00 follows 01:59");
    }

    #[test]
    fn a_local_time_is_one_moment_or_an_error() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        assert_eq!(berlin.moment("2026-12-01 09:00"), Ok(at("2026-12-01T08:00:00Z")));
        assert_eq!(berlin.moment("2026-10-25T02:30"), Ok(at("2026-10-25T00:30:00Z")), "the first of two");
        let left_out = berlin.moment("2026-03-29 02:30").unwrap_err();
        assert!(left_out.to_string().contains("no clock in Europe/Berlin"), "{left_out}");
        assert!(berlin.moment("tomorrow").is_err() && "Europe/Atlantis".parse::<Zone>().is_err());
    }

    #[test]
    fn what_is_no_window_is_refused_and_what_is_one_is_written_as_it_is_read() {
        for (text, written) in [
            ("mon-fri 09:00-18:00 Europe/Berlin", "mon-fri 09:00-18:00 Europe/Berlin"),
            ("Sat-Mon 22:00-06:00 UTC", "mon,sat,sun 22:00-06:00 UTC"),
            ("mon-sun 00:00-24:00 Asia/Tokyo", "mon-sun 00:00-24:00 Asia/Tokyo"),
        ] {
            assert_eq!(window(text).to_string(), written);
        }
        for text in [
            "",
            "mon 9-18 UTC",
            "mon 09:00-24:01 UTC",
            "mon 24:00-06:00 UTC",
            "day 09:00-18:00 UTC",
            "mon 09:00-18:00",
            "mon 09:00-18:00 Mars",
            "mon 09:60-18:00 UTC",
            ", 09:00-18:00 UTC",
            "mon 09:00-18:00 UTC x",
            "mon +9:00-18:00 UTC",
        ] {
            assert!(text.parse::<Window>().is_err(), "{text}");
        }
    }

    const ZONES: [&str; 6] =
        ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"];

    fn any_window() -> impl Strategy<Value = Window> {
        let days = prop::array::uniform7(any::<bool>()).prop_filter("no day", |days| days.contains(&true));
        (days, 0..DAY, 0..=DAY, prop::sample::select(&ZONES[..])).prop_map(|(days, opens, closes, zone)| {
            Window::new(Days(days), Hours { opens, closes }, zone.parse().unwrap())
        })
    }

    proptest! {
        /// In two years with every change of the clocks: the next opening is in the window, and no minute before it is.
        #[test]
        fn the_next_opening_is_the_first_minute_of_the_window(window in any_window(), minute in 0_i64..2 * 366 * 24 * 60) {
            let now = at("2026-01-01T00:00:00Z") + Duration::minutes(minute) + Duration::seconds(30);
            let opening = window.next_opening(now);
            let slow = (0..8 * 24 * 60).map(|ahead| now - Duration::seconds(30) + Duration::minutes(ahead))
                .find(|at| *at >= now - Duration::seconds(30) && window.contains((*at).max(now)))
                .map(|at| at.max(now));
            match slow {
                Some(first) => prop_assert_eq!(opening, first),
                // Left out by the clocks, once a year.
                None => prop_assert!(opening > now),
            }
            prop_assert_eq!(window.to_string().parse::<Window>().unwrap().contains(now), window.contains(now));
        }

        #[test]
        fn the_next_closing_is_the_first_minute_outside(window in any_window(), minute in 0_i64..2 * 366 * 24 * 60) {
            let now = at("2026-01-01T00:00:00Z") + Duration::minutes(minute);
            let slow = (1..8 * 24 * 60).map(|ahead| now + Duration::minutes(ahead)).find(|at| !window.contains(*at));
            prop_assert_eq!(window.next_closing(now), slow);
        }
    }
}
