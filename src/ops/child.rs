//! A child's address: both streams are barred for it by its keyed hash, and what is known of the person is erased
//! (CONFORMANCE J8).
//!
//! Whoever holds a message to the address can say so by its link: what is erased then is the same as what a parent would
//! have erased, and the address is told to nobody. Whoever only types an address stops its promotional mail and erases
//! nothing: an address that anybody can type proves nothing.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::App;
use super::standing::masked;
use super::traces::{self, Traces};
use super::tries::{Try, has_room};
use super::unsubscribe::{ChoiceError, Evidence, Request};
use super::{finality, forgetting};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::note::Note;
use crate::domain::recipient::Locale;
use crate::domain::staff::StaffName;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Address, AddressHash, RecipientId, Scope, Stream};
use crate::link::{Claim, OpenError};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::{self, Recipient, STRANGER};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, evidence, people};

/// Whose address it would be, as the page shows it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
}

/// What a report did.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Whose address it was, masked as it was before.
    pub masked_address: String,
    /// The language that was set for them.
    pub locale: Option<Locale>,
    /// Whether it was new.
    pub news: bool,
    /// Subjects of messages that were already on their way when the wait ran out (G3).
    pub on_its_way: Vec<String>,
}

/// How an address came to be reported.
#[derive(Clone, Debug)]
pub(super) struct Report {
    source: Source,
    actor: String,
    request_id: String,
    evidence: Option<Evidence>,
    note: Option<String>,
    /// Whether what is known of the person goes.
    erase: bool,
    now: DateTime<Utc>,
}

impl Report {
    /// By a row whose age is below the limit.
    pub(super) fn of_import(now: DateTime<Utc>) -> Self {
        Self {
            source: Source::Import,
            actor: "import".to_owned(),
            request_id: format!("import {}", now.timestamp_micros()),
            evidence: None,
            note: None,
            erase: true,
            now,
        }
    }

    /// Who reported by link is near the child, perhaps it is the child: nothing is kept of them.
    fn of_request(request: Request, source: Source, erase: bool) -> Self {
        Self {
            source,
            actor: "reporter".to_owned(),
            request_id: request.visit.as_ref().map_or_else(|| "child".to_owned(), |visit| format!("visit {visit}")),
            evidence: Some(request.evidence).filter(|_| !erase),
            note: None,
            erase,
            now: clock::now(),
        }
    }

    fn entry(&self, about: About, scope: Scope, decision: Decision) -> NewEntry {
        NewEntry {
            about,
            scope,
            decision,
            source: self.source,
            basis: SuppressionReason::ReportedChild.to_string(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: None,
            language: None,
            actor: self.actor.clone(),
            request_id: self.request_id.clone(),
            campaign: None,
            evidence: self.evidence.clone(),
            note: self.note.clone(),
        }
    }
}

/// Bars both streams for each of `children` and erases what is known of them; run inside a write transaction that holds
/// the locks of those of them who are known. Returns whether anything was new, and the entries to append as the last thing
/// of the transaction.
///
/// # Errors
/// The database says no.
pub(super) fn keep_out(
    db: &mut Db,
    children: &[AddressHash],
    known: &HashMap<AddressHash, RecipientId>,
    report: &Report,
) -> Result<(bool, Vec<NewEntry>), StoreError> {
    let mut entries = Vec::new();
    let mut news = false;
    for subject in children {
        let id = known.get(subject).copied();
        let about = id.map_or(About::Subject(*subject), About::Recipient);
        if report.erase {
            evidence::forget_about(db, *subject)?;
        }
        if let Some(id) = id.filter(|_| report.erase) {
            news |= people::erase(db, id, report.now)?;
        }
        for scope in Stream::ALL.map(Scope::Stream) {
            let suppression = Suppression {
                subject: Subject::Address,
                scope,
                reason: SuppressionReason::ReportedChild,
                since: report.now,
                expires_at: None,
            };
            let (actor, note) = (report.actor.clone(), report.note.clone());
            if suppressions::add(db, &Held { subject: *subject, suppression, label: None, actor, note })? {
                news = true;
                entries.push(report.entry(about, scope, Decision::Suppressed));
            }
        }
    }
    Ok((news, entries))
}

/// Who a link of ours is for; any of those that messages carry will do.
fn recipient_of(app: &App, token: &str) -> Result<RecipientId, ChoiceError> {
    match app.keys.open(token).map_err(ChoiceError::Link)? {
        Claim::Preferences { recipient, .. }
        | Claim::Unsubscribe { recipient, .. }
        | Claim::Policy { recipient, .. } => Ok(recipient),
        Claim::Undo { .. } | Claim::Mailed { .. } | Claim::SignUp { .. } => {
            Err(ChoiceError::Link(OpenError::Malformed))
        }
    }
}

/// Whose address a link would report; changes nothing (G6).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn ask(app: &App, token: &str) -> Result<Asked, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let found = app.store.read(move |db| people::find(db, recipient)).await?;
    let person = found.ok_or(ChoiceError::NobodyKnown)?;
    Ok(Asked { masked_address: masked(&person), locale: person.locale })
}

/// Reports by link: bars both streams and erases, and answers when that is final (G3).
///
/// # Errors
/// See [`ChoiceError`].
pub async fn report_by_link(app: &App, token: &str, request: Request) -> Result<Receipt, ChoiceError> {
    let recipient = recipient_of(app, token)?;
    let found = app.store.read(move |db| people::find(db, recipient)).await?;
    let person = found.ok_or(ChoiceError::NobodyKnown)?;
    let report = Report::of_request(request, Source::Link, true);
    let (news, on_its_way) = commit(app, person.address_hash, Some(person.id), report).await?;
    Ok(Receipt { masked_address: masked(&person), locale: person.locale, news, on_its_way })
}

/// What came of an address that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It is kept out.
    Reported,
    /// So many were typed in that network within the hour that this one was not looked at.
    TooMany,
}

/// Reports an address that somebody typed: bars both streams, whether or not we know it, and erases nothing.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn report_address(app: &App, address: &Address, request: Request) -> Result<Typed, ChoiceError> {
    let subject = app.keys.ring().hash_address(address);
    let ip = request.evidence.ip.clone();
    let fits = move |db: &mut Db| has_room(db, Try::ChildFrom(&ip), clock::now());
    if !app.store.write(Vec::new(), fits).await? {
        return Ok(Typed::TooMany);
    }
    let person = find(app, subject).await?;
    let report = Report::of_request(request, Source::Preferences, false);
    commit(app, subject, person.map(|person| person.id), report).await?;
    Ok(Typed::Reported)
}

/// Reports by staff: bars both streams and erases. Returns whether anything was new, and what is left of what was erased.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn report_by_staff(
    app: &App,
    address: &Address,
    staff: &StaffName,
    note: Option<Note>,
) -> Result<(bool, Traces), ChoiceError> {
    let subject = app.keys.ring().hash_address(address);
    let person = find(app, subject).await?;
    let now = clock::now();
    let report = Report {
        source: Source::Staff,
        actor: format!("staff {staff}"),
        request_id: format!("staff {}", now.timestamp_micros()),
        evidence: None,
        note: note.as_ref().map(Note::to_string),
        erase: true,
        now,
    };
    let (news, _) = commit(app, subject, person.map(|person| person.id), report).await?;
    Ok((news, traces::clear_until(app, now).await?))
}

async fn find(app: &App, subject: AddressHash) -> Result<Option<Recipient>, StoreError> {
    app.store.read(move |db| recipients::find_by_hash(db, subject)).await
}

async fn commit(
    app: &App,
    subject: AddressHash,
    id: Option<RecipientId>,
    report: Report,
) -> Result<(bool, Vec<String>), StoreError> {
    let held = report.clone();
    let locks: Vec<_> = id.into_iter().chain([STRANGER]).collect();
    let committed = app.store.write(locks, move |db| {
        let known = id.map(|id| (subject, id)).into_iter().collect();
        let (news, entries) = keep_out(db, &[subject], &known, &held)?;
        let mut on_their_way = forgetting::forget(db, &[subject], held.now)?;
        on_their_way.extend(match id {
            Some(id) if held.erase => finality::all_on_their_way(db, id, held.now)?,
            Some(id) => finality::on_their_way(db, id, &[Scope::Everything], held.now)?,
            None => Vec::new(),
        });
        // Last: on PostgreSQL everybody's choices wait for whoever has written here and not committed.
        if !entries.is_empty() {
            ledger::append(db, &entries)?;
        }
        Ok::<_, StoreError>((news, on_their_way))
    });
    let (news, on_their_way) = committed.await?;
    let about = id.map_or(About::Subject(subject), About::Recipient);
    let overtaken =
        |_: &OnItsWay| NewEntry { evidence: None, ..report.entry(about, Scope::Everything, Decision::Overtaken) };
    let late = finality::wait(app, on_their_way, overtaken).await?;
    Ok((news, late.into_iter().map(|message| message.subject).collect()))
}
