//! A child's address: no promotional mail goes to it, by its keyed hash (CONFORMANCE J8).
//!
//! # Who may do what
//! - Whoever holds a message to the address, by its link: both streams are barred at once, and nothing else. The visit can
//!   take it back.
//! - Whoever types an address: the same, and no visit takes it back. How many may be typed is counted.
//! - Whoever reads the mailbox, by a link mailed to it: erase everything, or lift what was reported in the two ways above.
//!   The mailbox is told of each new report by one letter that has both links.
//! - Staff and imports: bar and erase. Only staff lift that.
//!
//! A message may have been passed on, and an address can be typed by anybody: so neither erases, and neither can shut
//! somebody out who reads their mail. Between a report and what the mailbox says, nothing is collected about the person.

mod answers;
mod letter;
mod reports;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::App;
use super::again;
use super::traces::{self, Traces};
use super::unsubscribe::{ChoiceError, Request};
use super::{finality, forgetting};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::note::Note;
use crate::domain::staff::StaffName;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Address, AddressHash, RecipientId, Scope, Seq, Stream};
use crate::store::ledger::{self, About, Evidence, NewEntry};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::{self, STRANGER};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, evidence, people};

pub(super) use answers::Lifted;
pub use answers::{NOT_A_CHILD, erase, lift};
pub use reports::{Asked, Receipt, Told, Typed, ask, report_address, report_by_link, send_letter};

/// How an address came to be reported.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Whether it was proven: who proves it may erase, and nobody but staff lifts it.
    reason: SuppressionReason,
    source: Source,
    actor: String,
    request_id: String,
    evidence: Option<Evidence>,
    note: Option<String>,
    now: DateTime<Utc>,
}

impl Report {
    /// By a row whose age is below the limit.
    pub(super) fn of_import(now: DateTime<Utc>) -> Self {
        Self {
            reason: SuppressionReason::ReportedChild,
            source: Source::Import,
            actor: "import".to_owned(),
            request_id: format!("import {}", now.timestamp_micros()),
            evidence: None,
            note: None,
            now,
        }
    }

    /// By somebody of whom we know nothing. Who reports by link is near the child, perhaps it is the child: nothing is kept
    /// of them.
    fn of_request(request: Request, source: Source) -> Self {
        Self {
            reason: SuppressionReason::SaidChild,
            source,
            actor: "reporter".to_owned(),
            request_id: request.visit.as_ref().map_or_else(|| "child".to_owned(), |visit| format!("visit {visit}")),
            evidence: Some(request.evidence).filter(|_| source != Source::Link),
            note: None,
            now: clock::now(),
        }
    }

    fn erases(&self) -> bool {
        self.reason == SuppressionReason::ReportedChild
    }

    fn entry(&self, about: About, scope: Scope, decision: Decision) -> NewEntry {
        NewEntry {
            about,
            scope,
            decision,
            source: self.source,
            basis: self.reason.to_string(),
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

/// What a report did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KeptOut {
    /// Whether anything was new.
    news: bool,
    /// The first entry of what was barred now.
    first: Option<Seq>,
}

/// What was barred, and not yet written into the ledger.
#[derive(Debug, Default)]
pub(super) struct Barred {
    news: bool,
    entries: Vec<NewEntry>,
    again: Vec<NewEntry>,
}

impl Barred {
    /// The entries of a report that nobody can have made before in a visit.
    pub(super) fn into_entries(self) -> Vec<NewEntry> {
        self.entries
    }

    /// Writes it into the ledger: the last thing of a transaction, since on PostgreSQL everybody's choices wait for whoever
    /// has written there and not committed.
    fn say(self, db: &mut Db) -> Result<KeptOut, StoreError> {
        let first = if self.entries.is_empty() { None } else { Some(ledger::append(db, &self.entries)?) };
        if !self.again.is_empty() {
            ledger::append(db, &self.again)?;
        }
        Ok(KeptOut { news: self.news, first })
    }
}

/// Bars both streams for each of `children`, and erases what is known of them where the report is proven; run inside a
/// write transaction that holds the locks of those of them who are known.
///
/// # Errors
/// The database says no.
pub(super) fn bar(
    db: &mut Db,
    children: &[AddressHash],
    known: &HashMap<AddressHash, RecipientId>,
    report: &Report,
) -> Result<Barred, StoreError> {
    let mut barred = Barred::default();
    for subject in children {
        let id = known.get(subject).copied();
        let about = id.map_or(About::Subject(*subject), About::Recipient);
        if report.erases() {
            evidence::forget_about(db, *subject)?;
        }
        if let Some(id) = id.filter(|_| report.erases()) {
            barred.news |= people::erase(db, id, report.now)?;
        }
        for scope in Stream::ALL.map(Scope::Stream) {
            let suppression = Suppression {
                subject: Subject::Address,
                scope,
                reason: report.reason,
                since: report.now,
                expires_at: None,
            };
            let (actor, note) = (report.actor.clone(), report.note.clone());
            let entry = || report.entry(about, scope, Decision::Suppressed);
            if suppressions::add(db, &Held { subject: *subject, suppression, label: None, actor, note })? {
                barred.entries.push(entry());
            } else if may_go_with_another(db, id, scope, report)? {
                barred.again.push(entry());
            }
        }
    }
    barred.news |= !barred.entries.is_empty();
    Ok(barred)
}

/// Whether a bar that stands could be taken back by the undo of somebody else's visit: then it is said again.
fn may_go_with_another(
    db: &mut Db,
    id: Option<RecipientId>,
    scope: Scope,
    report: &Report,
) -> Result<bool, StoreError> {
    let Some(id) = id.filter(|_| !report.erases()) else { return Ok(false) };
    let rows = ledger::rows_of(db, id)?;
    let said = again::said(&rows, report.reason, scope, DateTime::UNIX_EPOCH);
    again::hangs_on_others(said, &report.request_id, report.now)
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
    let found = app.store.read(move |db| recipients::find_by_hash(db, subject)).await?;
    let (id, now) = (found.map(|person| person.id), clock::now());
    let report = Report {
        reason: SuppressionReason::ReportedChild,
        source: Source::Staff,
        actor: format!("staff {staff}"),
        request_id: format!("staff {}", now.timestamp_micros()),
        evidence: None,
        note: note.as_ref().map(Note::to_string),
        now,
    };
    let held = report.clone();
    let locks: Vec<_> = id.into_iter().chain([STRANGER]).collect();
    let committed = app.store.write(locks, move |db| held.erase(db, subject, id));
    let (kept_out, on_their_way) = committed.await?;
    report.finish(app, id.map_or(About::Subject(subject), About::Recipient), on_their_way).await?;
    Ok((kept_out.news, traces::clear_until(app, now).await?))
}

impl Report {
    /// Bars an address and erases it wherever it stands; run inside the write transaction that holds the locks of the person
    /// and of [`STRANGER`].
    fn erase(
        &self,
        db: &mut Db,
        subject: AddressHash,
        id: Option<RecipientId>,
    ) -> Result<(KeptOut, Vec<OnItsWay>), StoreError> {
        let known = id.map(|id| (subject, id)).into_iter().collect();
        let barred = bar(db, &[subject], &known, self)?;
        let mut on_their_way = forgetting::forget(db, &[subject], self.now)?;
        if let Some(id) = id {
            on_their_way.extend(finality::all_on_their_way(db, id, self.now)?);
        }
        Ok((barred.say(db)?, on_their_way))
    }

    /// Waits for what is on its way (G3).
    async fn finish(&self, app: &App, about: About, on_their_way: Vec<OnItsWay>) -> Result<(), StoreError> {
        finality::wait(app, on_their_way, |_| self.overtaken(about)).await.map(|_| ())
    }

    /// The entry of a message that was on its way.
    fn overtaken(&self, about: About) -> NewEntry {
        NewEntry { evidence: None, ..self.entry(about, Scope::Everything, Decision::Overtaken) }
    }
}
