//! The relays: each with a name, the kinds of mail that it takes, and its share of them.

use std::fmt;
use std::path::{Path, PathBuf};

use super::RelayUrl;
use super::relay::RelayFault;
use crate::domain::Kind;
use crate::domain::scope::UnknownWord;
use crate::domain::throttle::{NotARate, Rate};

/// The name of the relay that `CONSENTRY_RELAY` gives.
const ONLY_NAME: &str = "relay";
/// Characters of a relay's name at most: it stands in log lines and in the store.
const NAME_MAX: usize = 32;
/// Weight at most, so that sums of them stay small.
const WEIGHT_MAX: u32 = 1000;
/// Connections to one relay at most.
const CONNECTIONS_MAX: usize = 256;

/// One relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// What it is called in log lines, in `check` and in the store.
    pub name: String,
    /// Where it is and the terms we speak to it on.
    pub url: RelayUrl,
    /// The kinds of mail that it is for; where it names none, those that no relay names.
    pub kinds: Vec<Kind>,
    /// Its share among the relays of a kind.
    pub weight: u32,
    /// Messages to it in a time, over all nodes.
    pub throttle: Option<Rate>,
    /// A PEM file with the authority that signed its certificate, beside the public ones.
    pub authority: Option<PathBuf>,
    /// Connections to it; a share of all by weight where it names no number.
    pub connections: Option<usize>,
}

/// The text describes no relay, or no list of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RelaysFault {
    /// No name in front.
    #[error(
        "write `NAME=URL, NAME=URL`, such as `main=smtp://relay.example.org:587?streams=company&weight=3`; a comma in a password is written %2C"
    )]
    NoName,
    /// A name that is none.
    #[error("{0:?} is no name for a relay: 1 to {NAME_MAX} of a to z, 0 to 9 and -")]
    Name(String),
    /// The same name again.
    #[error("two relays are called {0}")]
    Twice(String),
    /// Its address.
    #[error("{0}{1}")]
    Url(String, RelayFault),
    /// `streams=` with another word.
    #[error("{0}streams: {1}")]
    Kind(String, UnknownWord),
    /// `weight=` with something else.
    #[error("{0}`weight` is a whole number from 1 to {WEIGHT_MAX}")]
    Weight(String),
    /// `throttle=` with something else.
    #[error("{0}throttle: {1}")]
    Throttle(String, NotARate),
    /// `connections=` with something else.
    #[error("{0}`connections` is a whole number from 1 to {CONNECTIONS_MAX}")]
    Connections(String),
    /// A parameter that is none of ours.
    #[error("{0}{1:?} is none of tls, auth, streams, weight, throttle, connections and ca")]
    Parameter(String, String),
}

impl Relay {
    /// The relay of `CONSENTRY_RELAY`.
    ///
    /// # Errors
    /// See [`RelaysFault`].
    pub fn parse_only(text: &str) -> Result<Self, RelaysFault> {
        Self::parse(ONLY_NAME, text)
    }

    /// The relays of `CONSENTRY_RELAYS`.
    ///
    /// # Errors
    /// See [`RelaysFault`].
    pub fn parse_list(text: &str) -> Result<Vec<Self>, RelaysFault> {
        let mut relays: Vec<Self> = Vec::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, url) = part.split_once('=').ok_or(RelaysFault::NoName)?;
            // The text may hold a password: no fault quotes more than a name, and a URL in its place is none.
            if name.contains(':') {
                return Err(RelaysFault::NoName);
            }
            let relay = Self::parse(name.trim(), url.trim())?;
            if relays.iter().any(|other| other.name == relay.name) {
                return Err(RelaysFault::Twice(relay.name));
            }
            relays.push(relay);
        }
        Ok(relays)
    }

    fn parse(name: &str, text: &str) -> Result<Self, RelaysFault> {
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !(1..=NAME_MAX).contains(&name.len()) || !name.chars().all(is_part) {
            return Err(RelaysFault::Name(name.to_owned()));
        }
        // What is wrong is told with the relay's name, where it has one.
        let owned = || if name == ONLY_NAME { String::new() } else { format!("{name}: ") };
        let url = RelayUrl::parse(text).map_err(|fault| RelaysFault::Url(owned(), fault))?;
        let mut relay = Self {
            name: name.to_owned(),
            url,
            kinds: Vec::new(),
            weight: 1,
            throttle: None,
            authority: None,
            connections: None,
        };
        for (key, value) in RelayUrl::parameters(text) {
            match key.as_str() {
                "tls" | "auth" | "pipelining" => {}
                "streams" => {
                    // A plus sign between two words of a query is a space.
                    for word in value.split_whitespace() {
                        relay.kinds.push(word.parse().map_err(|unknown| RelaysFault::Kind(owned(), unknown))?);
                    }
                }
                "weight" => {
                    let weight = value.parse().ok().filter(|weight| (1..=WEIGHT_MAX).contains(weight));
                    relay.weight = weight.ok_or_else(|| RelaysFault::Weight(owned()))?;
                }
                "throttle" => {
                    relay.throttle = Some(value.parse().map_err(|none| RelaysFault::Throttle(owned(), none))?);
                }
                "connections" => {
                    let number = value.parse().ok().filter(|number| (1..=CONNECTIONS_MAX).contains(number));
                    relay.connections = Some(number.ok_or_else(|| RelaysFault::Connections(owned()))?);
                }
                "ca" => relay.authority = Some(PathBuf::from(value)),
                _ => return Err(RelaysFault::Parameter(owned(), key)),
            }
        }
        Ok(relay)
    }
}

/// `name (host:port)`, without the login.
impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name == ONLY_NAME { self.url.fmt(f) } else { write!(f, "{} ({})", self.name, self.url) }
    }
}

/// Every relay, in the order of the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relays(Vec<Relay>);

impl Relays {
    /// Puts together the relay of `CONSENTRY_RELAY` and those of `CONSENTRY_RELAYS`; `authority` and `throttle` are
    /// those of every relay that has none of its own, and authorities are looked for in `folder`.
    ///
    /// # Errors
    /// Two have the same name.
    pub(super) fn new(
        only: Option<Relay>,
        named: Vec<Relay>,
        authority: Option<&Path>,
        throttle: Option<Rate>,
        folder: &Path,
    ) -> Result<Self, RelaysFault> {
        if only.is_some() && named.iter().any(|relay| relay.name == ONLY_NAME) {
            return Err(RelaysFault::Twice(ONLY_NAME.to_owned()));
        }
        let complete = |relay: Relay| Relay {
            authority: relay.authority.map(|path| folder.join(path)).or_else(|| authority.map(Path::to_owned)),
            throttle: relay.throttle.or(throttle),
            ..relay
        };
        Ok(Self(only.into_iter().chain(named).map(complete).collect()))
    }

    /// The setting that a relay stands in, with its name where that has several.
    pub fn key(&self, relay: &Relay) -> String {
        if relay.name == ONLY_NAME { "CONSENTRY_RELAY".to_owned() } else { format!("CONSENTRY_RELAYS: {}", relay.name) }
    }

    /// All of them.
    pub fn all(&self) -> &[Relay] {
        &self.0
    }

    /// The relays that take mail of `kind`, by their places: those that name it, or, where none does, those that name
    /// nothing.
    pub fn of(&self, kind: Kind) -> Vec<usize> {
        let places = |wanted: &dyn Fn(&Relay) -> bool| -> Vec<usize> {
            self.0.iter().enumerate().filter(|(_, relay)| wanted(relay)).map(|(place, _)| place).collect()
        };
        let own = places(&|relay| relay.kinds.contains(&kind));
        if own.is_empty() { places(&|relay| relay.kinds.is_empty()) } else { own }
    }

    /// How many connections each gets of `all`: as many as it names, else a share by its weight, at least one.
    pub fn connections(&self, all: usize) -> Vec<usize> {
        let total: usize = self.0.iter().map(|relay| usize::try_from(relay.weight).unwrap_or(1)).sum();
        let share = |relay: &Relay| {
            let weight = usize::try_from(relay.weight).unwrap_or(1);
            relay.connections.unwrap_or_else(|| ((all * weight + total / 2) / total.max(1)).max(1))
        };
        self.0.iter().map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Stream;

    fn relays(text: &str) -> Relays {
        Relays(Relay::parse_list(text).unwrap())
    }

    #[test]
    fn each_kind_goes_by_the_relays_that_name_it_or_by_those_that_name_none() {
        let relays = relays(
            "a=smtp://127.0.0.1?tls=none&streams=company+notice&weight=3, \
             b=smtp://127.0.0.1?tls=none&streams=company, c=smtps://relay.example.org?throttle=5/s&connections=2",
        );
        assert_eq!(relays.of(Kind::Promotional(Stream::Company)), [0, 1]);
        assert_eq!(relays.of(Kind::Notice), [0]);
        assert_eq!((relays.of(Kind::Promotional(Stream::Partner)), relays.of(Kind::Transactional)), (vec![2], vec![2]));
        assert_eq!(relays.connections(10), [6, 2, 2]);
        assert_eq!(relays.connections(1), [1, 1, 2]);
        assert_eq!(relays.all()[2].throttle, Some("5/s".parse().unwrap()));
    }

    #[test]
    fn what_is_wrong_is_named_and_no_password_is_quoted() {
        for (text, said) in [
            ("smtp://ada:hunter2@relay.example.org", "write `NAME=URL"),
            ("smtp://ada:hunter2@relay.example.org?tls=none", "write `NAME=URL"),
            ("Main=smtp://ada:hunter2@relay.example.org", "\"Main\" is no name"),
            ("a=smtp://ada:hunter2@relay.example.org?weigth=3", "a: \"weigth\" is none of"),
            ("a=smtp://ada:hunter2@relay.example.org?weight=0", "a: `weight` is"),
            ("a=smtp://ada:hunter2@relay.example.org?streams=sales", "a: streams: \"sales\""),
            ("a=smtp://ada:hunter2@relay.example.org?throttle=fast", "a: throttle: \"fast\""),
            ("a=smtp://ada:hunter2@relay.example.org?tls=none", "a: `tls=none` is only"),
            ("a=smtps://r.example.org, a=smtps://s.example.org", "two relays are called a"),
        ] {
            let fault = Relay::parse_list(text).unwrap_err().to_string();
            assert!(fault.starts_with(said), "{text}: {fault}");
            assert!(!fault.contains("hunter2"), "{fault}");
        }
        let relay = &relays("a=smtps://ada:hunter2@relay.example.org").0[0];
        assert!(!format!("{relay:?} {relay}").contains("hunter2"));
    }

    #[test]
    fn what_holds_for_all_is_each_relays_unless_it_has_its_own() {
        let named = Relay::parse_list("a=smtps://r.example.org?ca=own.pem, b=smtps://s.example.org").unwrap();
        let all = Path::new("/etc/all.pem");
        let relays = Relays::new(None, named, Some(all), None, Path::new("/here")).unwrap();
        assert_eq!(relays.all()[0].authority.as_deref(), Some(Path::new("/here/own.pem")));
        assert_eq!(relays.all()[1].authority.as_deref(), Some(all));
    }
}
