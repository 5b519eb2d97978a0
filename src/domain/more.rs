//! More mail than comes now: what nobody gets by a page alone, because it takes a link mailed to the address.

use std::fmt;
use std::str::FromStr;

use super::recipient::WeeklyCap;
use super::scope::{Scope, UnknownWord};

/// One thing that lets more mail through. `S` says what it is about: a scope, or what people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum More<S = Scope> {
    /// Turn on what is off.
    On(S),
    /// At most so many promotional messages in 7 days, which are more than now; or as many as come.
    WeeklyCap(Option<WeeklyCap>),
    /// End the pause now.
    EndPause(S),
}

const WEEKLY_CAP: &str = "weekly_cap";
const END_PAUSE: &str = "end_pause";
const NOTHING: &str = "none";

/// The written form, as a request keeps it until it is done. A scope alone is turned on.
impl fmt::Display for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(scope) => write!(f, "{scope}"),
            Self::WeeklyCap(Some(cap)) => write!(f, "{WEEKLY_CAP} {}", cap.get()),
            Self::WeeklyCap(None) => write!(f, "{WEEKLY_CAP} {NOTHING}"),
            Self::EndPause(scope) => write!(f, "{END_PAUSE} {scope}"),
        }
    }
}

impl FromStr for More {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(' ') {
            None => text.parse().map(Self::On),
            Some((WEEKLY_CAP, NOTHING)) => Ok(Self::WeeklyCap(None)),
            Some((WEEKLY_CAP, cap)) => {
                let cap = cap.parse().ok().and_then(WeeklyCap::new);
                let known = "weekly_cap with a number of messages or none";
                cap.map(|cap| Self::WeeklyCap(Some(cap))).ok_or_else(|| UnknownWord(text.to_owned(), known))
            }
            Some((END_PAUSE, scope)) => scope.parse().map(Self::EndPause),
            Some(_) => Err(UnknownWord(text.to_owned(), "a scope, weekly_cap, end_pause")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PartnerId, Stream};

    #[test]
    fn what_was_asked_for_survives_its_written_form() {
        for more in [
            More::On(Scope::Stream(Stream::Company)),
            More::On(Scope::Partner(PartnerId::new(7))),
            More::WeeklyCap(WeeklyCap::new(3)),
            More::WeeklyCap(None),
            More::EndPause(Scope::Stream(Stream::Partner)),
        ] {
            assert_eq!(more.to_string().parse(), Ok(more.clone()), "{more}");
        }
        for bad in ["", "weekly_cap 0", "weekly_cap", "end_pause", "end_pause never", "start company"] {
            assert!(bad.parse::<More>().is_err(), "{bad}");
        }
    }
}
