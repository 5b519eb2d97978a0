//! Opting in, confirmed by a link that was mailed to the address: the one way in which a person lifts their own no (G11).
//!
//! What a confirmed yes lifts is the person's own: an opt-out, a complaint and a no to the privacy policy. A hard bounce,
//! an erasure, a child's address, a pause and what staff put there stay, and so does every other scope.
//!
//! # How a bar that reaches further is lifted
//! A yes to company mail under a bar on everything leaves partner mail barred: the bar is lifted and put back for what is
//! left. A yes to one topic or partner under a bar on its stream can't be written that way, because a bar names no
//! exceptions; there the ledger says no to the stream first and yes to the one after, which the fold reads as it was
//! meant. The no is written even where the ledger never had one (a bar from a file), so that an older yes to the whole
//! stream does not come back to life.

use chrono::{DateTime, Utc};

use super::unsubscribe::Evidence;
use crate::domain::consent::{BASIS_CONSENT, ConsentState, Decision, Source};
use crate::domain::policy::Heard;
use crate::domain::signup::Wanted;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Scope, Stream};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::recipients::Recipient;
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError};

/// The basis of what somebody confirmed in their own mailbox.
pub(super) const BY_MAILED_LINK: &str = "confirmed by a link mailed to the address";

/// A yes that came back by a mailed link.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// What to, under which words.
    pub wanted: Vec<Wanted>,
    /// Where it was asked for.
    pub source: Source,
    /// Ties the entries of the act together.
    pub request_id: String,
    /// Who pressed the button.
    pub evidence: Evidence,
    /// Anything more, never an address.
    pub note: Option<String>,
    /// When.
    pub now: DateTime<Utc>,
}

/// Grants what was confirmed and lifts what stood in its way; run inside the write transaction that holds the person's
/// lock. Each confirmation is an event of its own, also where the same was granted before: its words are newer.
///
/// # Errors
/// The database says no.
pub fn grant(db: &mut Db, person: &Recipient, confirmed: &Confirmed) -> Result<(), StoreError> {
    for wanted in &confirmed.wanted {
        let mut entries = lift(db, person, wanted.scope, confirmed)?;
        let entry = confirmed.entry(person, wanted.scope, Decision::Granted, BASIS_CONSENT);
        entries.push(NewEntry { wording: wanted.wording.clone(), language: wanted.language.clone(), ..entry });
        ledger::append(db, &entries)?;
    }
    Ok(())
}

/// Lifts the person's own bars on `scope`, and returns the entries that say so.
fn lift(db: &mut Db, person: &Recipient, scope: Scope, confirmed: &Confirmed) -> Result<Vec<NewEntry>, StoreError> {
    let own = |held: &Suppression| matches!(held.reason, SuppressionReason::OptOut | SuppressionReason::Complaint);
    let held = suppressions::against(db, &[person.address_hash])?.into_iter();
    let in_the_way = held.filter(|held| {
        own(&held.suppression) && held.suppression.in_force(confirmed.now) && held.suppression.scope.includes(scope)
    });
    let mut entries = lift_policy(db, person, scope, confirmed)?;
    let mut more_than_asked = !entries.is_empty();
    for held in in_the_way {
        let bar = &held.suppression;
        suppressions::lift_dangerous(db, person.address_hash, bar.scope, bar.reason)?;
        let left = bar.scope.streams().iter().filter(|stream| Some(**stream) != scope.stream());
        for stream in left {
            let rest = Suppression { scope: Scope::Stream(*stream), ..bar.clone() };
            suppressions::add(db, &Held { suppression: rest, ..held.clone() })?;
        }
        more_than_asked |= bar.scope != scope;
        entries.push(confirmed.entry(person, bar.scope, Decision::Lifted, BY_MAILED_LINK));
    }
    // A topic or a partner: the rest of its stream stays off.
    let whole = scope.stream().map(Scope::Stream).filter(|stream| *stream != scope && more_than_asked);
    if let Some(stream) = whole
        && ConsentState::fold(&ledger::events_of(db, person.id)?).grants_any_of(stream)
    {
        entries.push(confirmed.entry(person, stream, Decision::Withdrawn, "objection"));
    }
    Ok(entries)
}

/// Takes back the person's no to the privacy policy. It becomes no yes: they were not asked about the policy, and the yes
/// that they gave is their grant, which says under which version they gave it. A no to the policy stops all promotional
/// mail, so what was not asked for is stopped by name instead.
fn lift_policy(
    db: &mut Db,
    person: &Recipient,
    scope: Scope,
    confirmed: &Confirmed,
) -> Result<Vec<NewEntry>, StoreError> {
    let events = ledger::events_of(db, person.id)?;
    let taken_back = Heard::all_declined(&events).into_iter().map(Decision::Undone);
    let mut entries: Vec<_> =
        taken_back.map(|undone| confirmed.entry(person, Scope::Everything, undone, BY_MAILED_LINK)).collect();
    if entries.is_empty() {
        return Ok(entries);
    }
    let consent = ConsentState::fold(&events);
    for stream in Stream::ALL.into_iter().filter(|stream| Some(*stream) != scope.stream()) {
        let rest = Scope::Stream(stream);
        if scope.stream().is_some() && consent.grants_any_of(rest) {
            let bar = Suppression {
                subject: Subject::Address,
                scope: rest,
                reason: SuppressionReason::OptOut,
                since: confirmed.now,
                expires_at: None,
            };
            let actor = "recipient".to_owned();
            suppressions::add(
                db,
                &Held { subject: person.address_hash, suppression: bar, label: None, actor, note: None },
            )?;
            entries.push(confirmed.entry(person, rest, Decision::Withdrawn, "objection"));
        }
    }
    Ok(entries)
}

impl Confirmed {
    /// An entry of this act.
    pub(super) fn entry(&self, person: &Recipient, scope: Scope, decision: Decision, basis: &str) -> NewEntry {
        NewEntry {
            about: About::Recipient(person.id),
            scope,
            decision,
            source: self.source,
            basis: basis.to_owned(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: None,
            language: None,
            actor: "recipient".to_owned(),
            request_id: self.request_id.clone(),
            campaign: None,
            evidence: Some(self.evidence.clone()),
            note: self.note.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Mutex;

    use proptest::prelude::*;

    use super::*;
    use crate::config::DatabaseUrl;
    use crate::domain::verdict::{MessageKind, NamedPartner, Verdict, decide};
    use crate::domain::{Address, AddressHash, PartnerId, PolicyVersion, TopicId};
    use crate::store::recipients::{self, NewRecipient};
    use crate::store::{facts, migrate};

    const COMPANY: Scope = Scope::Stream(Stream::Company);
    const PARTNER: Scope = Scope::Stream(Stream::Partner);
    const SCOPES: [Scope; 7] = [
        Scope::Everything,
        COMPANY,
        PARTNER,
        Scope::Topic(TopicId::new(1)),
        Scope::Topic(TopicId::new(2)),
        Scope::Partner(PartnerId::new(1)),
        Scope::Partner(PartnerId::new(2)),
    ];

    /// Something that happened before.
    #[derive(Clone, Copy, Debug)]
    enum Before {
        Yes(Scope),
        /// By link: the ledger and a bar.
        No(Scope),
        /// From a file, or a complaint: a bar alone.
        Bar(Scope, SuppressionReason),
        /// To a version of the privacy policy.
        NoToPolicy,
    }

    fn before() -> impl Strategy<Value = Before> {
        let scope = || prop::sample::select(SCOPES.to_vec());
        let reasons = vec![
            SuppressionReason::OptOut,
            SuppressionReason::Complaint,
            SuppressionReason::Staff,
            SuppressionReason::Snoozed,
            SuppressionReason::ReportedChild,
        ];
        prop_oneof![
            3 => scope().prop_map(Before::Yes),
            2 => scope().prop_map(Before::No),
            2 => (scope(), prop::sample::select(reasons)).prop_map(|(scope, reason)| Before::Bar(scope, reason)),
            1 => Just(Before::NoToPolicy),
        ]
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn confirmed(scope: Scope) -> Confirmed {
        Confirmed {
            wanted: vec![Wanted { scope, wording: Some("Yes, please".to_owned()), language: Some("en".to_owned()) }],
            source: Source::Registration,
            request_id: "test".to_owned(),
            evidence: Evidence { ip: "192.0.2.1".to_owned(), user_agent: "test".to_owned() },
            note: None,
            now: now(),
        }
    }

    fn person(db: &mut Db) -> Result<Recipient, StoreError> {
        let new = NewRecipient {
            address: Address::parse("ada@example.org").unwrap(),
            address_hash: AddressHash::new([1; 32]),
            domain_hash: AddressHash::new([2; 32]),
            name: None,
            locale: None,
            time_zone: None,
            source: Source::Registration,
        };
        let ids = recipients::add(db, &[new], now())?;
        Ok(recipients::find(db, ids[0])?.unwrap())
    }

    fn live(db: &mut Db, person: &Recipient, history: &[Before]) -> Result<(), StoreError> {
        for event in history {
            let (scope, decision, reason) = match *event {
                Before::Yes(scope) => (scope, Some(Decision::Granted), None),
                Before::No(scope) => (scope, Some(Decision::Withdrawn), Some(SuppressionReason::OptOut)),
                Before::Bar(scope, reason) => (scope, None, Some(reason)),
                Before::NoToPolicy => (Scope::Everything, Some(Decision::Declined(PolicyVersion(2))), None),
            };
            if let Some(decision) = decision {
                ledger::append(db, &[confirmed(scope).entry(person, scope, decision, BASIS_CONSENT)])?;
            }
            if let Some(reason) = reason {
                let bar = Suppression { subject: Subject::Address, scope, reason, since: now(), expires_at: None };
                let (actor, label, note) = ("test".to_owned(), None, None);
                suppressions::add(db, &Held { subject: person.address_hash, suppression: bar, label, actor, note })?;
            }
        }
        Ok(())
    }

    /// Every list with whether its mail comes.
    fn comes(db: &mut Db, person: &Recipient) -> Result<Vec<(Scope, bool)>, StoreError> {
        let facts = facts::read(db, &[person.id], None, now())?.remove(&person.id).unwrap();
        let partner = |id| Some(NamedPartner { id: PartnerId::new(id), added_after: crate::domain::Seq::new(0) });
        let kinds = [
            MessageKind::Company(None),
            MessageKind::Company(Some(TopicId::new(1))),
            MessageKind::Company(Some(TopicId::new(2))),
            MessageKind::Partner(None),
            MessageKind::Partner(partner(1)),
            MessageKind::Partner(partner(2)),
        ];
        let verdict = |kind: MessageKind| {
            (kind.list().unwrap().scope(), matches!(decide(kind, &facts, now()), Verdict::Clear(_)))
        };
        Ok(kinds.map(verdict).to_vec())
    }

    static DATABASE: Mutex<Option<Db>> = Mutex::new(None);

    /// Does something in an empty database, and takes it back.
    fn in_database<T>(work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        let mut database = DATABASE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let db = database.get_or_insert_with(|| {
            let file = PathBuf::from(":memory:");
            let mut db = Db::open(&DatabaseUrl::Sqlite(file)).unwrap();
            migrate::run(&mut db).unwrap();
            db
        });
        db.rehearse(work).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// G11: a confirmed yes turns on what it names and nothing that lies outside of it, whatever came before.
        #[test]
        fn g11_a_confirmed_yes_lifts_what_it_names_and_nothing_else(
            history in prop::collection::vec(before(), 0..7),
            asked in prop::sample::select(SCOPES[1..].to_vec()),
        ) {
            let (was, is, held) = in_database(|db| {
                let person = person(db)?;
                live(db, &person, &history)?;
                let was = comes(db, &person)?;
                grant(db, &person, &confirmed(asked))?;
                let held = suppressions::against(db, &[person.address_hash])?;
                Ok((was, comes(db, &person)?, held))
            });
            for ((scope, before), (_, after)) in was.into_iter().zip(is) {
                let barred = held.iter().any(|held| held.suppression.scope.includes(scope));
                if scope == asked {
                    prop_assert_eq!(after, !barred, "{} was asked for", scope);
                    let left = held.iter().filter(|held| held.suppression.scope.includes(scope));
                    for bar in left {
                        let own = [SuppressionReason::OptOut, SuppressionReason::Complaint];
                        prop_assert!(!own.contains(&bar.suppression.reason), "{:?}", bar.suppression);
                    }
                } else if !asked.includes(scope) {
                    prop_assert!(before || !after, "{} came on by itself", scope);
                }
            }
        }
    }
}
