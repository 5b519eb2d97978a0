//! Reading settings one by one: what each may be, and what is said where it is not.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Fault;
use crate::domain::throttle::Rate;

/// Sender connections at most: beyond this the relay and not their number is the limit.
const SENDERS_MAX: usize = 256;

/// A setting of the process's environment; an empty one is as if it were not set.
pub(super) fn from_environment(key: &str) -> Option<String> {
    std::env::var(key).ok().filter(|value| !value.trim().is_empty())
}

/// Reads values one by one and keeps what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) faults: &'a mut Vec<Fault>,
    pub(super) value: &'a dyn Fn(&str) -> Option<String>,
}

impl Reader<'_> {
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        (self.value)(key).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    pub(super) fn parsed<T, E: std::fmt::Display>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(key)?;
        match parse(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.faults.push(Fault::Setting { key, reason: error.to_string() });
                None
            }
        }
    }
}

pub(super) fn parse_senders(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(count) if (1..=SENDERS_MAX).contains(&count) => Ok(count),
        _ => Err(format!("{text:?} is not a number from 1 to {SENDERS_MAX}")),
    }
}

/// Reads `gmail.com=20/s, outlook.com=600/m`.
pub(super) fn parse_domain_throttles(text: &str) -> Result<BTreeMap<String, Rate>, String> {
    let parse = |part: &str| {
        let (domain, rate) = part.split_once('=').ok_or_else(|| format!("{part:?} is not DOMAIN=RATE"))?;
        let domain = crate::domain::address::parse_domain(domain.trim()).map_err(|error| error.to_string())?;
        Ok((domain, rate.parse::<Rate>().map_err(|error| error.to_string())?))
    };
    text.split(',').map(parse).collect()
}

pub(super) fn parse_age(text: &str) -> Result<u8, String> {
    let age = text.parse().ok().filter(|age| (1..=21).contains(age));
    age.ok_or_else(|| format!("{text:?} is not a number of years from 1 to 21, such as 13 or 16"))
}

pub(super) fn parse_cap(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("{text:?} is not a whole number, such as 5"))
}

/// Reads a number of months.
pub(super) fn parse_months(text: &str) -> Result<u32, String> {
    let months = text.parse().ok().filter(|months| (1..=120).contains(months));
    months.ok_or_else(|| format!("{text:?} is not a number of months from 1 to 120, such as 13"))
}

pub(super) fn parse_proxies(text: &str) -> Result<Vec<std::net::IpAddr>, String> {
    let parse = |part: &str| part.trim().parse().map_err(|_| format!("{part:?} is not an IP address"));
    text.split(',').map(parse).collect()
}

/// Reads `30s`, `5m`, `2h` or `5d`.
///
/// # Errors
/// A sentence that says what to write.
pub fn parse_duration(text: &str) -> Result<Duration, String> {
    let refused = || format!("{text:?} is not a duration; write it as `30s`, `15m`, `2h` or `5d`");
    let unit = text.chars().last().ok_or_else(refused)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 60 * 60,
        'd' => 24 * 60 * 60,
        _ => return Err(refused()),
    };
    let number: u32 = text.trim_end_matches(unit).trim().parse().map_err(|_| refused())?;
    Ok(Duration::from_secs(u64::from(number) * seconds))
}

pub(super) fn parse_timeout(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text)?;
    if time.is_zero() {
        Err("no relay answers in no time; leave it out for the times of RFC 5321".to_owned())
    } else {
        Ok(time)
    }
}
