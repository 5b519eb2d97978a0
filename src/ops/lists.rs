//! Topics and partners, and what people call a list.

use super::App;
use crate::clock;
use crate::domain::mention::names_an_address;
use crate::domain::more::More;
use crate::domain::recipient::{Name, NameError};
use crate::domain::verdict::MessageKind;
use crate::domain::{List, Scope, Stream};
use crate::store::lists::{self, Partner, Topic};
use crate::store::{Db, StoreError};
use crate::words::Value;

/// Characters of a topic's or a partner's name at most.
const NAME_MAX: usize = 80;

/// A list as a page names it; the words around it belong to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListName {
    /// A topic by its name.
    Topic(String),
    /// A partner by its name.
    Partner(String),
    /// All company mail.
    Company,
    /// All partner mail.
    AllPartners,
    /// Everything.
    Everything,
}

impl ListName {
    /// What a message about a list is filled in with: `$list` chooses the sentence, `$name` is the name in it.
    pub fn values(&self) -> [(&'static str, Value<'static>); 2] {
        let (list, name) = match self {
            Self::Topic(name) => ("topic", name.clone()),
            Self::Partner(name) => ("partner", name.clone()),
            Self::Company => ("company", String::new()),
            Self::AllPartners => ("partners", String::new()),
            Self::Everything => ("everything", String::new()),
        };
        [("list", list.into()), ("name", name.into())]
    }
}

/// Why a topic or partner was not added or not found.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// No name, or one that cannot stand in a header.
    #[error("a name has 1 to {NAME_MAX} visible characters and no line break")]
    BadName,
    /// It would outlive the person (G9).
    #[error("the name holds an e-mail address, and stays when a person is erased: leave the address out")]
    Address,
    /// No such topic.
    #[error("there is no topic {0:?}; add it with `consentry topic add`")]
    NoTopic(String),
    /// No such partner.
    #[error("there is no partner {0:?}; add it with `consentry partner add`")]
    NoPartner(String),
    /// A topic with partner mail, or a partner with company mail.
    #[error("company mail may have a topic and partner mail may have a partner, not the other way round")]
    WrongStream,
    /// The database said no.
    #[error("topics and partners could not be read or written")]
    Store(#[from] StoreError),
}

/// Adds a topic of the company stream. Doing it twice changes nothing.
///
/// # Errors
/// See [`ListError`].
pub async fn add_topic(app: &App, name: &str) -> Result<Topic, ListError> {
    let name = parse_name(name)?;
    app.store.write(Vec::new(), move |db| Ok(lists::add_topic(db, &name, clock::now())?)).await
}

/// Adds a partner. Everybody starts at no for it, whatever they granted before. Doing it twice changes nothing.
///
/// # Errors
/// See [`ListError`].
pub async fn add_partner(app: &App, name: &str) -> Result<Partner, ListError> {
    let name = parse_name(name)?;
    app.store.write(Vec::new(), move |db| Ok(lists::add_partner(db, &name, clock::now())?)).await
}

/// By the rule for names of people: what stands in a page here stands in a header field later.
fn parse_name(text: &str) -> Result<String, ListError> {
    let name = Name::parse(text).map_err(|_: NameError| ListError::BadName)?.ok_or(ListError::BadName)?;
    if name.as_str().chars().count() > NAME_MAX {
        return Err(ListError::BadName);
    }
    if names_an_address(name.as_str()) {
        return Err(ListError::Address);
    }
    Ok(name.as_str().to_owned())
}

/// A stream, perhaps with the name of a topic or a partner, as staff give it.
#[derive(Clone, Debug)]
pub struct Named {
    /// The stream.
    pub stream: Stream,
    /// The topic's name.
    pub topic: Option<String>,
    /// The partner's name.
    pub partner: Option<String>,
}

/// What kind of message staff mean.
///
/// # Errors
/// See [`ListError`].
pub fn kind_of(db: &mut Db, named: &Named) -> Result<MessageKind, ListError> {
    match (named.stream, &named.topic, &named.partner) {
        (Stream::Company, None, None) => Ok(MessageKind::Company(None)),
        (Stream::Partner, None, None) => Ok(MessageKind::Partner(None)),
        (Stream::Company, Some(name), None) => {
            let topic = lists::topic_by_name(db, name)?.ok_or_else(|| ListError::NoTopic(name.clone()))?;
            Ok(MessageKind::Company(Some(topic.id)))
        }
        (Stream::Partner, None, Some(name)) => {
            let partner = lists::partner_by_name(db, name)?.ok_or_else(|| ListError::NoPartner(name.clone()))?;
            Ok(MessageKind::Partner(Some(partner.named)))
        }
        _ => Err(ListError::WrongStream),
    }
}

/// What people call a list. A topic or partner that is gone is named by its stream: the link still works (G7).
///
/// # Errors
/// The database says no.
pub(super) fn list_name(db: &mut Db, list: List) -> Result<ListName, StoreError> {
    scope_name(db, list.scope())
}

/// What lets more mail through, by the name of what it is about.
///
/// # Errors
/// The database says no.
pub(super) fn more_name(db: &mut Db, more: &More) -> Result<More<ListName>, StoreError> {
    Ok(match *more {
        More::On(scope) => More::On(scope_name(db, scope)?),
        More::WeeklyCap(cap) => More::WeeklyCap(cap),
        More::EndPause(scope) => More::EndPause(scope_name(db, scope)?),
    })
}

/// What people call a scope.
///
/// # Errors
/// The database says no.
pub(super) fn scope_name(db: &mut Db, scope: Scope) -> Result<ListName, StoreError> {
    Ok(match scope {
        Scope::Everything => ListName::Everything,
        Scope::Stream(Stream::Company) => ListName::Company,
        Scope::Stream(Stream::Partner) => ListName::AllPartners,
        Scope::Topic(id) => lists::topic(db, id)?.map_or(ListName::Company, |topic| ListName::Topic(topic.name)),
        Scope::Partner(id) => {
            lists::partner(db, id)?.map_or(ListName::AllPartners, |partner| ListName::Partner(partner.name))
        }
    })
}
