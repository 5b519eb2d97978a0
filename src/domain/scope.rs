//! Streams, lists and scopes: what a message belongs to, and what a choice or a bar covers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::id::{PartnerId, TopicId};

/// The two kinds of promotional mail, each with its own consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stream {
    /// Our own promotional mail.
    Company,
    /// Mail that we send on behalf of a partner.
    Partner,
}

impl Stream {
    /// Both streams, in the order that pages show them.
    pub const ALL: [Self; 2] = [Self::Company, Self::Partner];

    /// The word of the SPEC.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Partner => "partner",
        }
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no stream or scope that we know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not one of: {1}")]
pub struct UnknownWord(pub String, pub &'static str);

impl FromStr for Stream {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "company" => Ok(Self::Company),
            "partner" => Ok(Self::Partner),
            other => Err(UnknownWord(other.to_owned(), "company, partner")),
        }
    }
}

/// The four kinds of mail (SPEC section 1): the streams, and two kinds that need no consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Promotional mail, with the consent of its stream.
    Promotional(Stream),
    /// Orders, account.
    Transactional,
    /// Legal notices, policy amendments, confirmations.
    Notice,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::Promotional(Stream::Company), Self::Promotional(Stream::Partner), Self::Transactional, Self::Notice];

    /// The word of the SPEC.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Promotional(stream) => stream.as_str(),
            Self::Transactional => "transactional",
            Self::Notice => "notice",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| UnknownWord(text.to_owned(), "company, partner, transactional, notice"))
    }
}

/// The list that one promotional message belongs to: what a one-click takes the recipient off (CONFORMANCE A12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// A stream as such: the campaign names neither topic nor partner.
    Stream(Stream),
    /// One topic of the company stream.
    Topic(TopicId),
    /// One named partner.
    Partner(PartnerId),
}

impl List {
    /// The stream the list is part of.
    pub const fn stream(self) -> Stream {
        match self {
            Self::Stream(stream) => stream,
            Self::Topic(_) => Stream::Company,
            Self::Partner(_) => Stream::Partner,
        }
    }

    /// The scope that covers this list and nothing else.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Stream(stream) => Scope::Stream(stream),
            Self::Topic(topic) => Scope::Topic(topic),
            Self::Partner(partner) => Scope::Partner(partner),
        }
    }
}

/// What a choice or a bar covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Every stream.
    Everything,
    /// A stream with all that is in it.
    Stream(Stream),
    /// One topic of the company stream.
    Topic(TopicId),
    /// One named partner.
    Partner(PartnerId),
}

impl Scope {
    /// The stream the scope lies in; none for everything.
    pub const fn stream(self) -> Option<Stream> {
        match self {
            Self::Everything => None,
            Self::Stream(stream) => Some(stream),
            Self::Topic(_) => Some(Stream::Company),
            Self::Partner(_) => Some(Stream::Partner),
        }
    }

    /// Whether a bar in this scope stops mail of `list`.
    pub fn covers(self, list: List) -> bool {
        match self {
            Self::Everything => true,
            Self::Stream(stream) => list.stream() == stream,
            Self::Topic(_) | Self::Partner(_) => self == list.scope(),
        }
    }

    /// Whether leaving this scope also leaves `other`.
    pub fn includes(self, other: Self) -> bool {
        match self {
            Self::Everything => true,
            Self::Stream(stream) => other.stream() == Some(stream),
            Self::Topic(_) | Self::Partner(_) => self == other,
        }
    }

    /// The streams a choice in this scope touches.
    pub fn streams(self) -> &'static [Stream] {
        match self.stream() {
            None => &Stream::ALL,
            Some(Stream::Company) => &[Stream::Company],
            Some(Stream::Partner) => &[Stream::Partner],
        }
    }
}

/// `everything`, `company`, `partner`, `topic:17`, `partner:17`: the form that the store and exports keep.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => f.write_str("everything"),
            Self::Stream(stream) => stream.fmt(f),
            Self::Topic(id) => write!(f, "topic:{id}"),
            Self::Partner(id) => write!(f, "partner:{id}"),
        }
    }
}

impl FromStr for Scope {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownWord(text.to_owned(), "everything, company, partner, topic:ID, partner:ID");
        match text.split_once(':') {
            None if text == "everything" => Ok(Self::Everything),
            None => text.parse().map(Self::Stream).map_err(|UnknownWord(..)| unknown()),
            Some(("topic", id)) => id.parse().map(Self::Topic).or(Err(unknown())),
            Some(("partner", id)) => id.parse().map(Self::Partner).or(Err(unknown())),
            Some(_) => Err(unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_survives_its_written_form() {
        for scope in [
            Scope::Everything,
            Scope::Stream(Stream::Company),
            Scope::Stream(Stream::Partner),
            Scope::Topic(TopicId::new(7)),
            Scope::Partner(PartnerId::new(7)),
        ] {
            assert_eq!(scope.to_string().parse::<Scope>(), Ok(scope));
        }
        assert!("topic:x".parse::<Scope>().is_err());
        assert!("offers".parse::<Scope>().is_err());
    }

    #[test]
    fn a_kind_survives_its_written_form() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse::<Kind>(), Ok(kind));
        }
        assert!("promotional".parse::<Kind>().is_err());
    }

    #[test]
    fn a_bar_on_one_partner_leaves_the_others_alone() {
        let acme = Scope::Partner(PartnerId::new(1));
        assert!(acme.covers(List::Partner(PartnerId::new(1))));
        assert!(!acme.covers(List::Partner(PartnerId::new(2))));
        assert!(!acme.covers(List::Topic(TopicId::new(1))));
        assert!(Scope::Stream(Stream::Partner).covers(List::Partner(PartnerId::new(2))));
        assert!(!Scope::Stream(Stream::Company).covers(List::Partner(PartnerId::new(2))));
    }
}
