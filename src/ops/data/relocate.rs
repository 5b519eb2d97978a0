//! Changing the address: the present one says so first, then the new one. What was said about mail follows the person,
//! and what bars either address stays where it is: nothing is ever lifted by moving (G11).

use chrono::{DateTime, Utc};

use super::{DataError, Opened, Outcome, letters};
use crate::clock;
use crate::domain::action::{Action, Details};
use crate::domain::consent::{ConsentState, Decision, Source};
use crate::domain::suppression::{Subject, SuppressionReason};
use crate::domain::{Address, Scope, Stream};
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

/// The present address says yes: a link goes to the new one. Nothing has changed yet.
///
/// # Errors
/// See [`DataError`].
pub async fn leave(app: &App, opened: Opened) -> Result<Outcome, DataError> {
    let (recipient, owned) = (opened.recipient, app.clone());
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::Leave, now)? else { return opened.before(db) };
        let new = opened.new_address.as_ref().ok_or_else(malformed)?;
        let details = Details::Address(new.to_string());
        let to = Some(other(&owned, new));
        super::request(&owned, db, &person, Action::Arrive, details, to, opened.words, now)?;
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
        let mut entries = vec![self.entry(Scope::Everything, Decision::Changed, "address changed")];
        // A mailbox that is not there says nothing about the next one; all else is about the person.
        let held = suppressions::against(db, &[self.person.address_hash])?.into_iter();
        let follows = |held: &Held| {
            held.suppression.subject == Subject::Address && held.suppression.reason != SuppressionReason::HardBounce
        };
        for bar in held.filter(follows) {
            if suppressions::add(db, &Held { subject: self.new.hash, ..bar.clone() })? {
                let reason = bar.suppression.reason.to_string();
                entries.push(self.entry(bar.suppression.scope, Decision::Suppressed, &reason));
            }
        }
        let there = recipients::find_by_hash(db, self.new.hash)?.filter(|there| there.id != self.person.id);
        if let Some(there) = there {
            // Whoever had the address before said no to some of it: that no stays on the address.
            let said = ConsentState::fold(&ledger::events_of(db, there.id)?);
            for scope in every_scope(db)?.into_iter().filter(|scope| said.withdrawn(*scope).is_some()) {
                entries.push(self.entry(scope, Decision::Withdrawn, "said at the new address before"));
            }
            people::dissolve(db, there.id, self.person.id, self.now)?;
        }
        ledger::append(db, &entries)?;
        let new = &self.new;
        people::set_address(db, self.person.id, &new.address, new.hash, new.domain_hash)?;
        Ok(OtherAddress {
            address: self.person.address.clone().ok_or(ChoiceError::NobodyKnown)?,
            hash: self.person.address_hash,
            domain_hash: self.person.domain_hash,
        })
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
