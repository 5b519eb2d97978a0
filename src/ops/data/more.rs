//! More mail, confirmed by a link that was mailed to the address: what is off comes on, a weekly limit is raised, a pause
//! ends. Nothing but what was named is lifted (G11).

use chrono::{DateTime, Utc};

use super::{DataError, Opened, Outcome, Yes};
use crate::clock;
use crate::domain::action::Action;
use crate::domain::change::Change;
use crate::domain::consent::{Decision, Source};
use crate::domain::more::More;
use crate::domain::recipient::WeeklyCap;
use crate::domain::signup::Wanted;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::verdict::{MessageKind, Verdict, decide};
use crate::domain::{RecipientId, Scope, Stream};
use crate::ops::App;
use crate::ops::optin::{self, Confirmed};
use crate::ops::preferences::{Bar, bar_of};
use crate::ops::unsubscribe::Request;
use crate::store::ledger::{self, NewEntry};
use crate::store::recipients::{self, Recipient};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, facts, lists};

/// Mail that somebody said yes to and that does not come all the same.
#[derive(Clone, Debug)]
pub struct StaysOff {
    /// The words that they said yes to.
    pub wording: String,
    /// What holds it back.
    pub bar: Option<Bar>,
}

/// Gives what was asked for (double opt-in), and nothing else (G11); no partner mail to whose browser asks against it
/// (CONFORMANCE J5).
///
/// # Errors
/// See [`DataError`].
pub async fn opt_in(app: &App, opened: Opened, sent: Request) -> Result<Outcome, DataError> {
    let recipient = opened.recipient;
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::OptIn, now)? else { return opened.before(db) };
        let language = opened.words.language().tag();
        let given = || opened.yes.iter().filter(|yes| !(sent.gpc && yes.is_partner_mail()));
        for yes in given() {
            let mut confirmed = Confirmed {
                wanted: Vec::new(),
                source: Source::Preferences,
                request_id: format!("request {}", opened.request),
                evidence: sent.evidence.clone(),
                note: None,
                now,
            };
            match yes.more {
                More::On(scope) => {
                    let (wording, language) = (Some(yes.wording.clone()), Some(language.to_owned()));
                    confirmed.wanted.push(Wanted { scope, wording, language });
                    optin::grant(db, &person, &confirmed)?;
                }
                More::WeeklyCap(cap) => raise(db, &person, cap, (&yes.wording, language), &confirmed)?,
                More::EndPause(scope) => end_pause(db, &person, scope, (&yes.wording, language), &confirmed)?,
            }
        }
        let (mut holds, mut off) = (Vec::new(), Vec::new());
        for yes in given() {
            match stays_off(db, person.id, yes, now)? {
                Some(stays) => off.push(stays),
                None => holds.push(yes.name.clone()),
            }
        }
        Ok(Outcome::More { given: holds, off })
    };
    app.store.write(vec![recipient], commit).await
}

/// Whether the mail stays off after a yes: the gate's own rules say so (G6).
fn stays_off(
    db: &mut Db,
    recipient: RecipientId,
    yes: &Yes,
    now: DateTime<Utc>,
) -> Result<Option<StaysOff>, StoreError> {
    let More::On(scope) = yes.more else { return Ok(None) };
    let facts = facts::read(db, &[recipient], None, now)?.remove(&recipient);
    let kinds = kinds_of(db, scope)?;
    let verdicts = facts.iter().flat_map(|facts| kinds.iter().map(|kind| decide(*kind, facts, now)));
    let mut withheld = verdicts.filter_map(|verdict| match verdict {
        Verdict::Clear(_) | Verdict::Later(..) => None,
        Verdict::Withheld(_, because) => Some(because.suppression),
    });
    let by = match withheld.next() {
        // The topic or partner is gone.
        None if kinds.is_empty() => None,
        None => return Ok(None),
        Some(by) => by,
    };
    let bar = by.map(|by| bar_of(db, &by)).transpose()?;
    Ok(Some(StaysOff { wording: yes.wording.clone(), bar }))
}

/// The kinds of messages that a scope is about; none where it is gone.
fn kinds_of(db: &mut Db, scope: Scope) -> Result<Vec<MessageKind>, StoreError> {
    Ok(match scope {
        Scope::Everything => vec![MessageKind::Company(None), MessageKind::Partner(None)],
        Scope::Stream(Stream::Company) => vec![MessageKind::Company(None)],
        Scope::Stream(Stream::Partner) => vec![MessageKind::Partner(None)],
        Scope::Topic(id) => {
            lists::topic(db, id)?.map(|topic| MessageKind::Company(Some(topic.id))).into_iter().collect()
        }
        Scope::Partner(id) => {
            lists::partner(db, id)?.map(|partner| MessageKind::Partner(Some(partner.named))).into_iter().collect()
        }
    })
}

/// Sets the weekly limit to what was confirmed.
fn raise(
    db: &mut Db,
    person: &Recipient,
    cap: Option<WeeklyCap>,
    wording: (&str, &str),
    confirmed: &Confirmed,
) -> Result<(), StoreError> {
    let before = recipients::weekly_cap(db, person.id)?;
    if before == cap {
        return Ok(());
    }
    recipients::set_weekly_cap(db, person.id, cap)?;
    let change = Change::WeeklyCap(before, cap);
    let entry = changed(person, Scope::Everything, Decision::Changed, &change, wording, confirmed);
    ledger::append(db, &[entry]).map(|_| ())
}

/// Ends the person's pauses of `scope`. Of one that reaches further, what lies outside of `scope` goes on.
fn end_pause(
    db: &mut Db,
    person: &Recipient,
    scope: Scope,
    wording: (&str, &str),
    confirmed: &Confirmed,
) -> Result<(), StoreError> {
    let ends = |held: &Suppression| {
        held.reason == SuppressionReason::Snoozed
            && held.subject == Subject::Address
            && (held.scope.includes(scope) || scope.includes(held.scope))
    };
    let held = suppressions::against(db, &[person.address_hash])?.into_iter();
    let mut entries = Vec::new();
    for held in held.filter(|held| ends(&held.suppression)) {
        let pause = &held.suppression;
        suppressions::lift_dangerous(db, person.address_hash, pause.scope, pause.reason)?;
        let change = Change::Pause(pause.expires_at, None);
        entries.push(changed(person, pause.scope, Decision::Lifted, &change, wording, confirmed));
        for stream in pause.scope.streams().iter().filter(|stream| !scope.streams().contains(stream)) {
            let rest = Scope::Stream(*stream);
            suppressions::add(db, &Held { suppression: Suppression { scope: rest, ..pause.clone() }, ..held.clone() })?;
            let change = Change::Pause(None, pause.expires_at);
            entries.push(changed(person, rest, Decision::Suppressed, &change, wording, confirmed));
        }
    }
    if entries.is_empty() { Ok(()) } else { ledger::append(db, &entries).map(|_| ()) }
}

/// The entry of a change, with the words that were shown and their language.
fn changed(
    person: &Recipient,
    scope: Scope,
    decision: Decision,
    change: &Change,
    (wording, language): (&str, &str),
    confirmed: &Confirmed,
) -> NewEntry {
    NewEntry {
        wording: Some(wording.to_owned()),
        language: Some(language.to_owned()),
        note: Some(change.to_string()),
        ..confirmed.entry(person, scope, decision, optin::BY_MAILED_LINK)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use chrono::Duration;

    use super::*;
    use crate::config::DatabaseUrl;
    use crate::domain::{Address, AddressHash};
    use crate::ops::standing::Standing;
    use crate::ops::unsubscribe::Evidence;
    use crate::store::migrate;
    use crate::store::recipients::NewRecipient;

    const COMPANY: Scope = Scope::Stream(Stream::Company);
    const PARTNER: Scope = Scope::Stream(Stream::Partner);

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
        let ids = recipients::add(db, &[new], clock::now())?;
        Ok(recipients::find(db, ids[0])?.unwrap())
    }

    fn confirmed() -> Confirmed {
        Confirmed {
            wanted: Vec::new(),
            source: Source::Preferences,
            request_id: "test".to_owned(),
            evidence: Evidence { ip: "192.0.2.1".to_owned(), user_agent: "test".to_owned() },
            note: None,
            now: clock::now(),
        }
    }

    fn paused(db: &mut Db, person: &Recipient) -> Result<[Option<chrono::DateTime<chrono::Utc>>; 2], StoreError> {
        let standing = Standing::read(db, person)?;
        Ok([COMPANY, PARTNER].map(|stream| standing.paused_until(stream)))
    }

    /// G11: whatever pauses there are, the one that was named ends, and the other stream waits as long as before.
    #[test]
    fn g11_the_end_of_a_pause_ends_what_was_named_and_nothing_else() {
        let mut db = Db::open(&DatabaseUrl::Sqlite(PathBuf::from(":memory:"))).unwrap();
        migrate::run(&mut db).unwrap();
        let lengths = [(Scope::Everything, 30), (COMPANY, 60), (PARTNER, 90)];
        for (set, ended) in (0..8).flat_map(|set| [Scope::Everything, COMPANY, PARTNER].map(|ended| (set, ended))) {
            let pauses = lengths.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0);
            let (before, after, opt_outs) = db
                .rehearse(|db| {
                    let person = person(db)?;
                    let subject = person.address_hash;
                    let hold = |db: &mut Db, scope, reason, expires_at| {
                        let since = clock::now();
                        let suppression = Suppression { subject: Subject::Address, scope, reason, since, expires_at };
                        let actor = "recipient".to_owned();
                        suppressions::add(db, &Held { subject, suppression, label: None, actor, note: None })
                    };
                    hold(db, COMPANY, SuppressionReason::OptOut, None)?;
                    for (_, (scope, days)) in pauses {
                        let end = clock::now() + Duration::days(*days);
                        hold(db, *scope, SuppressionReason::Snoozed, Some(end))?;
                    }
                    let before = paused(db, &person)?;
                    end_pause(db, &person, ended, ("Yes", "en"), &confirmed())?;
                    let left = suppressions::against(db, &[subject])?.into_iter();
                    let opt_outs = left.filter(|held| held.suppression.reason == SuppressionReason::OptOut).count();
                    Ok::<_, StoreError>((before, paused(db, &person)?, opt_outs))
                })
                .unwrap();
            for (stream, (before, after)) in [COMPANY, PARTNER].into_iter().zip(before.into_iter().zip(after)) {
                let expected = if ended.includes(stream) { None } else { before };
                assert_eq!(after, expected, "{stream} when the pause of {ended} ended, set {set}");
            }
            assert_eq!(opt_outs, 1, "an opt-out is no pause");
        }
    }
}
