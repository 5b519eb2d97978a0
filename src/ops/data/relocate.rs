//! Changing the address: the present one says so first, then the new one. What was said about mail follows the person,
//! and what bars either address stays where it is: nothing is ever lifted by moving (G11).
//!
//! The address that was left is barred from then on, so that no file brings it back. Of that bar, and of nothing else, its
//! person is free again who moves back.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{DataError, Opened, Outcome, letters};
use crate::clock;
use crate::domain::action::{Action, Details};
use crate::domain::change::Change;
use crate::domain::consent::{ConsentState, Decision, Source};
use crate::domain::policy::Heard;
use crate::domain::suppression::{Subject, SuppressionReason};
use crate::domain::{Address, AddressHash, Scope, Stream};
use crate::link::OpenError;
use crate::ops::App;
use crate::ops::unsubscribe::{ChoiceError, Request};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::letters::OtherAddress;
use crate::store::recipients::{self, Recipient};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, lists, people};

fn other(app: &App, address: &Address) -> OtherAddress {
    let ring = app.keys.ring();
    OtherAddress {
        address: address.clone(),
        hash: ring.hash_address(address),
        domain_hash: ring.hash_domain(address.domain()),
    }
}

fn malformed() -> DataError {
    ChoiceError::Link(OpenError::Malformed).into()
}

/// Whether nobody may have this address: it was reported as a child's, or it was erased.
fn is_out_of_reach(db: &mut Db, address: AddressHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let for_good = [SuppressionReason::ReportedChild, SuppressionReason::Erased];
    let held = suppressions::against(db, &[address])?.into_iter().map(|held| held.suppression);
    Ok(held.filter(|held| held.in_force(now)).any(|held| for_good.contains(&held.reason)))
}

/// The present address says yes: a link goes to the new one. Nothing has changed yet. No link goes to an address that
/// nobody may have, and the answer tells nobody which these are.
///
/// # Errors
/// See [`DataError`].
pub async fn leave(app: &App, opened: Opened) -> Result<Outcome, DataError> {
    let (recipient, owned) = (opened.recipient, app.clone());
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::Leave, now)? else { return opened.before(db) };
        let new = opened.new_address.as_ref().ok_or_else(malformed)?;
        let (details, to) = (Details::Address(new.to_string()), other(&owned, new));
        if !is_out_of_reach(db, to.hash, now)? {
            super::request(&owned, db, &person, Action::Arrive, details, Some(to), opened.words, now)?;
        }
        Ok(Outcome::Half)
    };
    app.store.write(vec![recipient], commit).await
}

/// The new address says yes: it is the person's now. The old one is told.
///
/// # Errors
/// See [`DataError`].
pub async fn arrive(app: &App, opened: Opened, sent: Request) -> Result<Outcome, DataError> {
    let new = opened.new_address.as_ref().map(|address| other(app, address));
    let hash = new.as_ref().map(|new| new.hash);
    let there = app.store.read(move |db| match hash {
        Some(hash) => recipients::find_by_hash(db, hash),
        None => Ok(None),
    });
    let locks: Vec<_> = there.await?.map(|person| person.id).into_iter().chain([opened.recipient]).collect();
    let owned = app.clone();
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::Arrive, now)? else { return opened.before(db) };
        let new = new.clone().ok_or_else(malformed)?;
        if is_out_of_reach(db, new.hash, now)? {
            return Err(DataError::Expired);
        }
        let moving = Moving { person, new, request: format!("request {}", opened.request), sent: sent.clone(), now };
        let old = moving.commit(db)?;
        letters::moved(&owned, db, &moving.person, old, opened.words, now)?;
        Ok(Outcome::Moved)
    };
    app.store.write(locks, commit).await
}

struct Moving {
    person: Recipient,
    new: OtherAddress,
    request: String,
    sent: Request,
    now: DateTime<Utc>,
}

impl Moving {
    /// Returns the old address.
    fn commit(&self, db: &mut Db) -> Result<OtherAddress, DataError> {
        let (old, new) = (&self.person, &self.new);
        let mut entries = vec![self.entry(Scope::Everything, Decision::Changed, "address changed")];
        // The same address may be written in another way.
        let moves = old.address_hash != new.hash;
        if moves {
            self.come_back(db, &mut entries)?;
        }
        self.take_bars_along(db, &mut entries)?;
        if let Some(there) = recipients::find_by_hash(db, new.hash)?.filter(|there| there.id != old.id) {
            self.take_in(db, &there, &mut entries)?;
        }
        if moves {
            self.leave_behind(db, &mut entries)?;
        }
        // First, so that the entries say whose the address is now.
        people::set_address(db, old.id, &new.address, new.hash, new.domain_hash, self.now)?;
        ledger::append(db, &entries)?;
        Ok(OtherAddress {
            address: old.address.clone().ok_or(ChoiceError::NobodyKnown)?,
            hash: old.address_hash,
            domain_hash: old.domain_hash,
        })
    }

    /// Lifts what the new address has because this very person left it before.
    fn come_back(&self, db: &mut Db, entries: &mut Vec<NewEntry>) -> Result<(), StoreError> {
        let held = suppressions::against(db, &[self.new.hash])?;
        let left: Vec<_> = held.iter().filter_map(|held| Some((held, held.left_by()?))).collect();
        if left.is_empty() {
            return Ok(());
        }
        let rows = ledger::rows_of(db, self.person.id)?.into_iter();
        let own: HashSet<String> = rows.map(|row| row.request_id).collect();
        for (held, _) in left.into_iter().filter(|(_, by)| own.contains(*by)) {
            let bar = &held.suppression;
            suppressions::lift_dangerous(db, held.subject, bar.scope, bar.reason)?;
            entries.push(self.entry_about(held.subject, bar.scope, Decision::Lifted, "its person came back"));
        }
        Ok(())
    }

    /// A mailbox that is not there says nothing about the next one; all else is about the person.
    fn take_bars_along(&self, db: &mut Db, entries: &mut Vec<NewEntry>) -> Result<(), StoreError> {
        let held = suppressions::against(db, &[self.person.address_hash])?.into_iter();
        let follows = |held: &Held| {
            held.suppression.subject == Subject::Address && held.suppression.reason != SuppressionReason::HardBounce
        };
        for bar in held.filter(follows) {
            let note = bar.note.clone().filter(|_| bar.left_by().is_none());
            if suppressions::add(db, &Held { subject: self.new.hash, note, ..bar.clone() })? {
                let reason = bar.suppression.reason.to_string();
                entries.push(self.entry(bar.suppression.scope, Decision::Suppressed, &reason));
            }
        }
        Ok(())
    }

    /// Whoever had the address before becomes this person. What they said no to stays so, and of two limits the smaller.
    fn take_in(&self, db: &mut Db, there: &Recipient, entries: &mut Vec<NewEntry>) -> Result<(), StoreError> {
        const BEFORE: &str = "said at the new address before";
        let person = self.person.id;
        let events = ledger::events_of(db, there.id)?;
        let said = ConsentState::fold(&events);
        for scope in every_scope(db)?.into_iter().filter(|scope| said.withdrawn(*scope).is_some()) {
            entries.push(self.entry(scope, Decision::Withdrawn, BEFORE));
        }
        let own = Heard::fold(&ledger::events_of(db, person)?);
        let declined = Heard::fold(&events);
        for version in declined.declined_versions().filter(|version| own.declined_by(*version).is_none()) {
            entries.push(self.entry(Scope::Everything, Decision::Declined(version), BEFORE));
        }
        let (cap, theirs) = (recipients::weekly_cap(db, person)?, recipients::weekly_cap(db, there.id)?);
        let smaller = cap.into_iter().chain(theirs).min();
        if smaller != cap {
            recipients::set_weekly_cap(db, person, smaller)?;
            let change = Change::WeeklyCap(cap, smaller).to_string();
            entries.push(self.entry(Scope::Everything, Decision::Changed, &change));
        }
        people::dissolve(db, there.id, person, self.now)
    }

    /// Nothing promotional goes to the address that was left, whatever file still has it.
    fn leave_behind(&self, db: &mut Db, entries: &mut Vec<NewEntry>) -> Result<(), StoreError> {
        let subject = self.person.address_hash;
        for scope in Stream::ALL.map(Scope::Stream) {
            if suppressions::add(db, &Held::left(subject, scope, self.now, &self.request))? {
                entries.push(self.entry_about(subject, scope, Decision::Suppressed, "its person left the address"));
            }
        }
        Ok(())
    }

    /// An entry about an address and not about the person. It keeps nothing of who pressed the button: after an erasure
    /// of the person nobody would find it.
    fn entry_about(&self, address: AddressHash, scope: Scope, decision: Decision, note: &str) -> NewEntry {
        NewEntry { about: About::Subject(address), evidence: None, ..self.entry(scope, decision, note) }
    }

    fn entry(&self, scope: Scope, decision: Decision, note: &str) -> NewEntry {
        NewEntry {
            about: About::Recipient(self.person.id),
            scope,
            decision,
            source: Source::Preferences,
            basis: "the address was changed, confirmed by links mailed to both".to_owned(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: None,
            language: None,
            actor: "recipient".to_owned(),
            request_id: self.request.clone(),
            campaign: None,
            evidence: Some(self.sent.evidence.clone()),
            note: Some(note.to_owned()),
        }
    }
}

fn every_scope(db: &mut Db) -> Result<Vec<Scope>, StoreError> {
    let mut scopes: Vec<_> = Stream::ALL.into_iter().map(Scope::Stream).collect();
    scopes.extend(lists::topics(db)?.into_iter().map(|topic| Scope::Topic(topic.id)));
    scopes.extend(lists::partners(db)?.into_iter().map(|partner| Scope::Partner(partner.named.id)));
    Ok(scopes)
}
