//! Choices of people: each decided alone, read and written together with those that come at the same time.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::db::Db;
use super::error::StoreError;
use super::facts;
use super::ledger::{self, NewEntry};
use super::on_its_way::{self, Passed};
use super::recipients::{self, Recipient};
use super::suppressions::{self, Held};
use crate::domain::consent::ConsentEvent;
use crate::domain::suppression::Suppression;
use crate::domain::{RecipientId, Seq};

/// What is known of a person when a choice of theirs is decided.
#[derive(Clone, Debug)]
pub struct Known {
    /// The person.
    pub person: Recipient,
    /// What they said, oldest first.
    pub events: Vec<ConsentEvent>,
    /// What is held against their address.
    pub held: Vec<Suppression>,
    /// Messages to them that have passed their last look (G3).
    pub passed: Vec<Passed>,
}

/// What a choice comes to.
pub struct Decided<T> {
    /// What goes into the ledger.
    pub entries: Vec<NewEntry>,
    /// What is put in force.
    pub suppressions: Vec<Held>,
    /// Makes the answer, given the place of the first entry.
    pub then: Box<dyn FnOnce(Option<Seq>) -> T + Send>,
}

/// A choice whose types the writer need not know.
pub(super) trait Choice: Send {
    fn recipient(&self) -> RecipientId;
    /// Messages that came into doubt before this are none of its business.
    fn doubts_since(&self) -> DateTime<Utc>;
    /// Decides, and returns what is to be written; nothing where it was decided that nothing is to be done.
    fn decide(&mut self, db: &mut Db, known: Option<&Known>) -> (Vec<NewEntry>, Vec<Held>);
    /// Told when its entries are in the ledger.
    fn written(&mut self, first: Option<Seq>);
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

/// Decides and writes choices; run inside a write transaction that holds the locks of the recipients.
///
/// Two choices of one person see each other: the second is decided after the first is written.
///
/// # Errors
/// The database says no, or a row cannot be read: none of them is written.
pub(super) fn make(db: &mut Db, choices: &mut [Box<dyn Choice>]) -> Result<(), StoreError> {
    let mut waiting: Vec<&mut Box<dyn Choice>> = choices.iter_mut().collect();
    while !waiting.is_empty() {
        let mut people = HashSet::with_capacity(waiting.len());
        let (mut now, later): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|choice| people.insert(choice.recipient()));
        make_round(db, &mut now)?;
        waiting = later;
    }
    Ok(())
}

/// As [`make`], of people who are all different ones: four statements that read and five that write, whatever their
/// number.
fn make_round(db: &mut Db, choices: &mut [&mut Box<dyn Choice>]) -> Result<(), StoreError> {
    let known = read(db, choices)?;
    let (mut entries, mut suppressions) = (Vec::new(), Vec::new());
    let mut places = Vec::with_capacity(choices.len());
    for choice in choices.iter_mut() {
        let (more, held) = choice.decide(db, known.get(&choice.recipient()));
        places.push((!more.is_empty()).then_some(entries.len()));
        entries.extend(more);
        suppressions.extend(held);
    }
    // Before the entries, which say what was put.
    suppressions::put(db, &suppressions)?;
    let hashes = known.values().map(|known| (known.person.id, known.person.address_hash)).collect();
    let first = if entries.is_empty() { None } else { Some(ledger::append_of(db, &entries, hashes)?.get()) };
    for (choice, place) in choices.iter_mut().zip(places) {
        let place = place.and_then(|place| i64::try_from(place).ok());
        choice.written(first.zip(place).map(|(first, place)| Seq::new(first + place)));
    }
    Ok(())
}

fn read(db: &mut Db, choices: &[&mut Box<dyn Choice>]) -> Result<HashMap<RecipientId, Known>, StoreError> {
    let ids: Vec<_> = choices.iter().map(|choice| choice.recipient()).collect();
    let Some(doubts_since) = choices.iter().map(|choice| choice.doubts_since()).min() else {
        return Ok(HashMap::new());
    };
    let people = recipients::find_many(db, &ids)?;
    let hashes: Vec<_> = people.iter().map(|person| person.address_hash).collect();
    let mut held = facts::suppressions_by_subject(db, &hashes)?;
    let mut events = facts::events(db, &ids)?;
    let mut passed = on_its_way::passed(db, &ids, doubts_since)?;
    let known = people.into_iter().map(|person| {
        let id = person.id;
        let held = held.remove(&person.address_hash).unwrap_or_default();
        let mut events = events.remove(&id).unwrap_or_default();
        events.sort_by_key(|event| event.seq);
        (id, Known { events, held, passed: passed.remove(&id).unwrap_or_default(), person })
    });
    Ok(known.collect())
}
