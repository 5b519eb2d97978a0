//! Importing people with proof of consent. It only ever tightens (G11): no row lifts an opt-out or a suppression.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::csv_rows::{FileError, Rows};
use super::pace::Pace;
use super::recipients_named::{Named, Recorded};
pub use super::recipients_rows::parse_moment;
use super::recipients_rows::{BadRow, COLUMNS, Person, Places, Read, Wish, read_person};
use super::signup::imported::{self, Imported};
use super::{App, child, forgetting};
use crate::clock;
use crate::domain::consent::{BASIS_CONSENT, ConsentEvent, ConsentState, Decision};
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::wording::{Wording, Wordings};
use crate::domain::{AddressHash, RecipientId, Scope, Stream};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::{Db, StoreError, facts, recipients, suppressions};

/// Bad rows that the report keeps; each is told as it is found.
const KEPT_ERRORS: usize = 10_000;

/// Why an import stops.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file as a whole.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database said no. What was reported before is kept; the same file can be imported again.
    #[error("the rows could not be written; nothing is half done, import the same file again")]
    Store(#[from] StoreError),
}

/// A row that was left out.
#[derive(Clone, Debug, Serialize)]
pub struct LeftOut {
    /// The line in the file.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What an import did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ImportReport {
    /// Rows read, the bad ones too.
    pub rows: u64,
    /// People added.
    pub added: u64,
    /// People who were known already; their facts stay as they are.
    pub known: u64,
    /// Consents recorded.
    pub granted: u64,
    /// Company mail granted by the regime of the source, where nobody was asked.
    pub by_default: u64,
    /// A `yes` that counts only once its person has confirmed it by the link mailed to them.
    pub to_confirm: u64,
    /// Refusals and withdrawals recorded.
    pub withdrawn: u64,
    /// A `yes` that was not recorded, because the person opted out, complained or is suppressed (G11).
    pub kept_out: u64,
    /// Rows of people who were erased: nothing of them is stored (G9).
    pub erased: u64,
    /// Rows of addresses that were reported to be a child's before: nothing of them is stored.
    pub children: u64,
    /// Rows left out. Every row is added, known, erased, a reported child's or left out.
    pub rejected: u64,
    /// Columns that are none of ours.
    pub ignored_columns: Vec<String>,
    /// The rows left out, the first 10,000 of them.
    pub errors: Vec<LeftOut>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

/// What an import tells while it runs.
#[derive(Clone, Copy, Debug)]
pub enum Progress<'a> {
    /// So many rows have been read.
    Rows(u64),
    /// This row was left out.
    LeftOut(&'a LeftOut),
}

/// A good row, with what earlier rows of the file recorded for the same person; none for their first.
type Item = (Person, Option<Recorded>);

/// Imports recipients. Each batch of rows is one transaction, so a crash loses nothing that was reported and repeats
/// nothing when the same file is imported again. No row is held in memory longer than its batch.
///
/// # Errors
/// See [`ImportError`].
pub async fn import(
    app: &App,
    file: impl BufRead,
    dry_run: bool,
    mut tell: impl FnMut(Progress<'_>),
) -> Result<ImportReport, ImportError> {
    let (columns, mut rows) = Rows::open(file)?;
    let places = Places::of(&columns)?;
    let now = clock::now();
    let mut report = ImportReport { dry_run, ignored_columns: columns.beyond(&COLUMNS), ..ImportReport::default() };
    let (mut named, mut wordings) = (Named::default(), Wordings::default());
    let mut pace = Pace::default();
    let mut batch = Vec::new();
    let mut children = Vec::new();
    loop {
        let row = rows.next_row()?;
        let at_end = row.is_none();
        if let Some(row) = row {
            report.rows += 1;
            let line = row.line;
            match read_person(app, &places, &mut wordings, row, now) {
                Ok(Read::Child(hash)) => {
                    leave_out(&mut report, line, &BadRow::Child(app.settings.age_limit), &mut tell);
                    children.push(hash);
                }
                Ok(Read::Person(person)) => {
                    let before = named.earlier(person.new.address_hash);
                    if before.is_some() {
                        leave_out(&mut report, line, &BadRow::Twice, &mut tell);
                    }
                    batch.push((*person, before));
                }
                Err(bad) => leave_out(&mut report, line, &bad, &mut tell),
            }
        }
        if batch.len() + children.len() >= pace.rows() || at_end {
            let (batch, children) = (std::mem::take(&mut batch), std::mem::take(&mut children));
            let done = write_batch(app, batch, children, now, dry_run).await?;
            pace.rest(done.took).await;
            report.added += done.added;
            report.known += done.known;
            report.erased += done.erased;
            report.children += done.children;
            report.granted += done.granted;
            report.by_default += done.by_default;
            report.to_confirm += done.to_confirm;
            report.withdrawn += done.withdrawn;
            report.kept_out += done.kept_out;
            for (hash, recorded) in done.recorded {
                named.record(hash, recorded);
            }
            tell(Progress::Rows(report.rows));
        }
        if at_end {
            return Ok(report);
        }
    }
}

fn leave_out(report: &mut ImportReport, line: u64, bad: &BadRow, tell: &mut impl FnMut(Progress<'_>)) {
    let left_out = LeftOut { line, reason: bad.to_string() };
    tell(Progress::LeftOut(&left_out));
    report.rejected += 1;
    if report.errors.len() < KEPT_ERRORS {
        report.errors.push(left_out);
    }
}

/// What came of a batch.
#[derive(Default)]
struct Done {
    added: u64,
    known: u64,
    erased: u64,
    children: u64,
    granted: u64,
    by_default: u64,
    to_confirm: u64,
    withdrawn: u64,
    kept_out: u64,
    recorded: HashMap<AddressHash, Recorded>,
    entries: Vec<NewEntry>,
    asked: Vec<Imported>,
    /// How long others waited for it.
    took: Duration,
}

async fn write_batch(
    app: &App,
    batch: Vec<Item>,
    children: Vec<AddressHash>,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Done, StoreError> {
    if batch.is_empty() && children.is_empty() {
        return Ok(Done::default());
    }
    let owned = app.clone();
    let commit = move |db: &mut Db| {
        let began = Instant::now();
        let mut done = commit_batch(db, &batch, &children, now)?;
        forgetting::forget(db, &children, now)?;
        done.to_confirm = imported::ask(&owned, db, &std::mem::take(&mut done.asked), now)?;
        // Last: on PostgreSQL everybody's choices wait for whoever has written here and not committed.
        ledger::append(db, &std::mem::take(&mut done.entries))?;
        done.took = began.elapsed();
        Ok(done)
    };
    if dry_run {
        // The same work, taken back: the report of a dry run is what the real one would say.
        return app.store.read(move |db| db.rehearse(commit)).await;
    }
    app.store.write(Vec::new(), commit).await
}

fn commit_batch(db: &mut Db, batch: &[Item], children: &[AddressHash], now: DateTime<Utc>) -> Result<Done, StoreError> {
    let hashes: Vec<_> =
        batch.iter().map(|(person, _)| person.new.address_hash).chain(children.iter().copied()).collect();
    let mut ids: HashMap<AddressHash, RecipientId> = recipients::known(db, &hashes)?.into_iter().collect();
    let known_before: HashSet<AddressHash> = ids.keys().copied().collect();
    let known: Vec<_> = ids.values().copied().collect();
    recipients::lock(db, &known)?;
    // First, so that a later row of the same address meets the bar.
    let entries = child::bar(db, children, &ids, &child::Report::of_import(now))?.into_entries();
    let events = facts::events(db, &known)?;
    let mut held: HashMap<AddressHash, Vec<Suppression>> = HashMap::new();
    for suppression in suppressions::against(db, &hashes)? {
        held.entry(suppression.subject).or_default().push(suppression.suppression);
    }
    let mut done = Done { entries, ..Done::default() };
    let new = |(person, before): &&Item| {
        let hash = &person.new.address_hash;
        let against = held.get(hash).map(Vec::as_slice).unwrap_or_default();
        before.is_none() && !ids.contains_key(hash) && !is_erased(against) && !is_a_childs(against)
    };
    let new: Vec<_> = batch.iter().filter(new).map(|(person, _)| person.new.clone()).collect();
    let new_ids = recipients::add(db, &new, now)?;
    ids.extend(new.iter().map(|person| person.address_hash).zip(new_ids));
    for (person, before) in batch {
        let hash = person.new.address_hash;
        // In a dry run, somebody whom an earlier batch would have added is not there.
        let id = ids.get(&hash).copied();
        let against = held.get(&hash).map(Vec::as_slice).unwrap_or_default();
        if id.is_none() && is_a_childs(against) {
            done.children += u64::from(before.is_none());
            continue;
        }
        if id.is_none() && is_erased(against) {
            done.erased += u64::from(before.is_none());
            continue;
        }
        let events = id.and_then(|id| events.get(&id)).map(Vec::as_slice).unwrap_or_default();
        if before.is_none() {
            let known = known_before.contains(&hash);
            done.known += u64::from(known);
            done.added += u64::from(!known);
        }
        let row = OfPerson { person, id, events, against, repeats: before.is_some() };
        let recorded = done.recorded.get(&hash).copied().or(*before).unwrap_or_default();
        let recorded = row.decide(recorded, now, &mut done);
        done.recorded.insert(hash, recorded);
    }
    Ok(done)
}

fn is_erased(against: &[Suppression]) -> bool {
    against.iter().any(|held| held.reason == SuppressionReason::Erased)
}

fn is_a_childs(against: &[Suppression]) -> bool {
    against.iter().any(|held| matches!(held.reason, SuppressionReason::ReportedChild | SuppressionReason::SaidChild))
}

/// A row beside what is known of its person and held against them.
struct OfPerson<'a> {
    person: &'a Person,
    id: Option<RecipientId>,
    events: &'a [ConsentEvent],
    against: &'a [Suppression],
    /// Only the `no` of a row counts whose person an earlier row has named.
    repeats: bool,
}

impl OfPerson<'_> {
    /// Records what the row says and the ledger does not; returns what the rows so far have recorded.
    fn decide(&self, mut recorded: Recorded, now: DateTime<Utc>, done: &mut Done) -> Recorded {
        let consent = ConsentState::fold(self.events);
        for ((stream, wish), recorded) in self.person.wishes.iter().zip(&mut recorded) {
            let scope = Scope::Stream(*stream);
            let kept_out = || {
                let barred = self.against.iter().any(|held| held.in_force(now) && held.scope.includes(scope));
                barred || consent.withdrawn(scope).is_some()
            };
            match wish {
                Wish::NotAsked => {}
                Wish::Yes | Wish::YesToConfirm | Wish::ByDefault(_) if self.repeats => {}
                Wish::No => {
                    let news = consent.grants_any_of(scope) || consent.withdrawn(scope).is_none();
                    if recorded.unwrap_or(news) {
                        done.withdrawn += 1;
                        self.record(*stream, Decision::Withdrawn, BASIS_CONSENT, now, done);
                        *recorded = Some(false);
                    }
                }
                Wish::Yes | Wish::YesToConfirm if kept_out() => done.kept_out += 1,
                // Nobody said anything, so nothing is kept out: an opt-out stands, and so does what was said before.
                Wish::ByDefault(basis) => {
                    if !kept_out() && !consent.grants_any_of(scope) {
                        done.by_default += 1;
                        self.record(*stream, Decision::Granted, basis, now, done);
                        *recorded = Some(true);
                    }
                }
                Wish::YesToConfirm => {
                    if !consent.grants_any_of(scope) {
                        done.asked.push((
                            self.person.new.clone(),
                            *stream,
                            self.person.wording.as_ref().map(Wording::to_string),
                        ));
                    }
                }
                Wish::Yes => {
                    if is_news(&consent, self.events, *stream, self.person.consented_at) {
                        done.granted += 1;
                        self.record(*stream, Decision::Granted, BASIS_CONSENT, now, done);
                        *recorded = Some(true);
                    }
                }
            }
        }
        recorded
    }

    /// Adds an entry to what is to be written; none in a dry run for somebody whom an earlier batch would have added.
    fn record(&self, stream: Stream, decision: Decision, basis: &str, now: DateTime<Utc>, done: &mut Done) {
        let Some(id) = self.id else { return };
        done.entries.push(entry(self.person, id, stream, decision, basis, now));
    }
}

/// Whether the row says more than the ledger: a first consent, or a later one than the one that stands.
fn is_news(
    consent: &ConsentState,
    events: &[ConsentEvent],
    stream: Stream,
    consented_at: Option<DateTime<Utc>>,
) -> bool {
    let Some(standing) = consent.stream_grant(stream) else { return true };
    let happened = events.iter().find(|event| event.seq == standing).map(|event| event.happened_at);
    consented_at.zip(happened).is_some_and(|(new, old)| new > old)
}

fn entry(
    person: &Person,
    id: RecipientId,
    stream: Stream,
    decision: Decision,
    basis: &str,
    now: DateTime<Utc>,
) -> NewEntry {
    // Words that were shown are the proof of what a person said; a default was shown to nobody.
    let said = basis == BASIS_CONSENT;
    NewEntry {
        about: About::Recipient(id),
        scope: Scope::Stream(stream),
        decision,
        source: person.new.source,
        basis: basis.to_owned(),
        happened_at: person.consented_at.unwrap_or(now),
        recorded_at: now,
        wording: person.wording.as_ref().filter(|_| said).map(Wording::to_string),
        // The file does not say in which language the words were; the person's own may be another one.
        language: None,
        actor: "import".to_owned(),
        request_id: format!("import {}", now.timestamp_micros()),
        campaign: None,
        evidence: None,
        note: person.consented_at.is_none().then(|| "the file gave no time; this is the time of the import".to_owned()),
    }
}
