//! Importing people with proof of consent. It only ever tightens (G11): no row lifts an opt-out or a suppression.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;

use super::App;
use super::csv_rows::{Columns, FileError, Row, RowError, Rows};
use crate::clock;
use crate::domain::address::AddressError;
use crate::domain::consent::{ConsentEvent, ConsentState, Decision, Source};
use crate::domain::recipient::{FactError, Locale, Name, NameError, TimeZone};
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::{Address, AddressHash, RecipientId, Scope, Stream};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::recipients::{self, NewRecipient};
use crate::store::{Db, StoreError, facts, suppressions};

/// Rows of one transaction: about 30 ms of the one writer.
const BATCH: usize = 1000;
/// Bad rows that the report keeps; each is told as it is found.
const KEPT_ERRORS: usize = 10_000;

const COLUMNS: [&str; 9] =
    ["address", "name", "locale", "time_zone", "source", "company", "partner", "consented_at", "wording"];

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

/// Why one row is left out.
#[derive(Debug, thiserror::Error)]
enum BadRow {
    #[error(transparent)]
    Row(#[from] RowError),
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(transparent)]
    Fact(#[from] FactError),
    #[error("source is {0:?}; write registration, order, survey or contest")]
    Source(String),
    #[error("{0} is {1:?}; write yes, no, or nothing for `not asked`")]
    Choice(&'static str, String),
    #[error("consented_at is {0:?}; write a time such as 2026-03-01T12:00:00Z or a date such as 2026-03-01")]
    Time(String),
    #[error("consented_at is in the future")]
    Future,
    #[error("the address stands in an earlier row of this file; a `no` of this row was kept")]
    Twice,
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
    /// Refusals and withdrawals recorded.
    pub withdrawn: u64,
    /// A `yes` that was not recorded, because the person opted out, complained or is suppressed (G11).
    pub kept_out: u64,
    /// Rows left out.
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

/// One good row.
#[derive(Clone, Debug)]
struct Person {
    line: u64,
    new: NewRecipient,
    wishes: [(Stream, Option<bool>); 2],
    consented_at: Option<DateTime<Utc>>,
    wording: Option<String>,
}

struct Places {
    address: usize,
    source: usize,
    company: usize,
    partner: usize,
    name: Option<usize>,
    locale: Option<usize>,
    time_zone: Option<usize>,
    consented_at: Option<usize>,
    wording: Option<usize>,
}

impl Places {
    fn of(columns: &Columns) -> Result<Self, FileError> {
        Ok(Self {
            address: columns.required("address")?,
            source: columns.required("source")?,
            company: columns.required("company")?,
            partner: columns.required("partner")?,
            name: columns.optional("name"),
            locale: columns.optional("locale"),
            time_zone: columns.optional("time_zone"),
            consented_at: columns.optional("consented_at"),
            wording: columns.optional("wording"),
        })
    }
}

/// Imports recipients. Each batch of rows is one transaction, so a crash loses nothing that was reported and repeats
/// nothing when the same file is imported again. Memory does not grow with the file.
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
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        let row = rows.next_row()?;
        let at_end = row.is_none();
        if let Some(row) = row {
            report.rows += 1;
            let line = row.line;
            match read_person(app, &places, row, now) {
                Ok(person) => batch.push(person),
                Err(bad) => leave_out(&mut report, line, &bad, &mut tell),
            }
        }
        if batch.len() == BATCH || at_end {
            let done = write_batch(app, std::mem::take(&mut batch), now, dry_run).await?;
            report.added += done.added;
            report.known += done.known;
            report.granted += done.granted;
            report.withdrawn += done.withdrawn;
            report.kept_out += done.kept_out;
            for line in done.twice {
                leave_out(&mut report, line, &BadRow::Twice, &mut tell);
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

fn read_person(app: &App, places: &Places, row: Row, now: DateTime<Utc>) -> Result<Person, BadRow> {
    let fields = row.fields?;
    let field = |place: usize| fields.get(place).map_or("", |text| text.trim());
    let optional = |place: Option<usize>| place.map_or("", field);
    let address = Address::parse(field(places.address))?;
    let asked_at = [Source::Registration, Source::Order, Source::Survey, Source::Contest];
    let source = field(places.source).parse::<Source>().ok().filter(|source| asked_at.contains(source));
    let source = source.ok_or_else(|| BadRow::Source(shortened(field(places.source))))?;
    let consented_at = parse_time(optional(places.consented_at))?;
    if consented_at.is_some_and(|at| at > now) {
        return Err(BadRow::Future);
    }
    let ring = app.keys.ring();
    Ok(Person {
        line: row.line,
        wishes: [
            (Stream::Company, parse_choice("company", field(places.company))?),
            (Stream::Partner, parse_choice("partner", field(places.partner))?),
        ],
        consented_at,
        wording: Some(optional(places.wording).to_owned()).filter(|text| !text.is_empty()),
        new: NewRecipient {
            address_hash: ring.hash_address(&address),
            domain_hash: ring.hash_domain(address.domain()),
            name: Name::parse(optional(places.name))?,
            locale: Locale::parse(optional(places.locale))?,
            time_zone: TimeZone::parse(optional(places.time_zone))?,
            address,
            source,
        },
    })
}

/// A field as a report may quote it: never long, and never an address.
fn shortened(text: &str) -> String {
    if text.contains('@') { "(an address)".to_owned() } else { text.chars().take(40).collect() }
}

fn parse_choice(column: &'static str, text: &str) -> Result<Option<bool>, BadRow> {
    match text.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(BadRow::Choice(column, shortened(text))),
    }
}

/// Reads a time with its zone, a time in UTC, or a day.
pub fn parse_moment(text: &str) -> Option<DateTime<Utc>> {
    let with_zone = DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    let without = || NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").map(|at| at.and_utc());
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc());
    with_zone.or_else(|_| without()).or_else(|_| day()).ok()
}

fn parse_time(text: &str) -> Result<Option<DateTime<Utc>>, BadRow> {
    if text.is_empty() {
        return Ok(None);
    }
    parse_moment(text).map(Some).ok_or_else(|| BadRow::Time(shortened(text)))
}

#[derive(Default)]
struct Done {
    added: u64,
    known: u64,
    granted: u64,
    withdrawn: u64,
    kept_out: u64,
    twice: Vec<u64>,
}

async fn write_batch(app: &App, batch: Vec<Person>, now: DateTime<Utc>, dry_run: bool) -> Result<Done, StoreError> {
    if batch.is_empty() {
        return Ok(Done::default());
    }
    if dry_run {
        // The same work, taken back: the report of a dry run is what the real one would say.
        return app.store.read(move |db| db.rehearse(|db| commit_batch(db, &batch, now))).await;
    }
    app.store.write(Vec::new(), move |db| commit_batch(db, &batch, now)).await
}

/// What is held against or known of somebody in the batch.
struct Known {
    id: RecipientId,
    events: Vec<ConsentEvent>,
    /// Whether this very import added them.
    by_this_import: bool,
}

fn commit_batch(db: &mut Db, batch: &[Person], now: DateTime<Utc>) -> Result<Done, StoreError> {
    let hashes: Vec<_> = batch.iter().map(|person| person.new.address_hash).collect();
    let found: HashMap<AddressHash, RecipientId> = recipients::known(db, &hashes)?.into_iter().collect();
    let ids: Vec<_> = found.values().copied().collect();
    recipients::lock(db, &ids)?;
    let mut events = facts::events(db, &ids)?;
    let fresh = recipients::created_at(db, &ids, now)?;
    let mut held: HashMap<AddressHash, Vec<Suppression>> = HashMap::new();
    for suppression in suppressions::against(db, &hashes)? {
        held.entry(suppression.subject).or_default().push(suppression.suppression);
    }
    let nothing = Vec::new();
    let mut seen = HashSet::new();
    let mut done = Done::default();
    let mut new_people: Vec<&Person> = Vec::new();
    let mut entries = Vec::new();
    for person in batch {
        let hash = person.new.address_hash;
        let against = held.get(&hash).unwrap_or(&nothing);
        let known = found.get(&hash).map(|id| Known {
            id: *id,
            events: events.remove(id).unwrap_or_default(),
            by_this_import: fresh.contains(id),
        });
        let twice = !seen.insert(hash);
        match known {
            _ if twice => {
                // The same address again within one batch: only its `no` counts, and it is applied after the others.
                done.twice.push(person.line);
            }
            Some(known) => {
                if known.by_this_import {
                    done.twice.push(person.line);
                } else {
                    done.known += 1;
                }
                let only_no = known.by_this_import;
                decide_for(person, known.id, &known.events, against, only_no, now, &mut done, &mut entries);
            }
            // Erased people stay erased: nothing of the row is stored (G9).
            None if against.iter().any(|held| held.reason == SuppressionReason::Erased) => done.kept_out += 1,
            None => new_people.push(person),
        }
    }
    let rows: Vec<_> = new_people.iter().map(|person| person.new.clone()).collect();
    let new_ids = recipients::add(db, &rows, now)?;
    for (person, id) in new_people.iter().zip(&new_ids) {
        let against = held.get(&person.new.address_hash).unwrap_or(&nothing);
        done.added += 1;
        decide_for(person, *id, &[], against, false, now, &mut done, &mut entries);
    }
    refusals_of_repeats(batch, &found, &new_people, &new_ids, now, &mut done, &mut entries);
    ledger::append(db, &entries)?;
    Ok(done)
}

/// The `no` of rows that repeat an address of the same batch.
fn refusals_of_repeats(
    batch: &[Person],
    found: &HashMap<AddressHash, RecipientId>,
    new_people: &[&Person],
    new_ids: &[RecipientId],
    now: DateTime<Utc>,
    done: &mut Done,
    entries: &mut Vec<NewEntry>,
) {
    let added: HashMap<_, _> =
        new_people.iter().map(|person| person.new.address_hash).zip(new_ids.iter().copied()).collect();
    for person in batch.iter().filter(|person| done.twice.contains(&person.line)) {
        let id = found.get(&person.new.address_hash).or_else(|| added.get(&person.new.address_hash));
        for (stream, wish) in person.wishes {
            if let (Some(id), Some(false)) = (id, wish) {
                entries.push(entry(person, *id, stream, Decision::Withdrawn, now));
                done.withdrawn += 1;
            }
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one row against all that is known of its person")]
fn decide_for(
    person: &Person,
    id: RecipientId,
    events: &[ConsentEvent],
    against: &[Suppression],
    only_no: bool,
    now: DateTime<Utc>,
    done: &mut Done,
    entries: &mut Vec<NewEntry>,
) {
    let consent = ConsentState::fold(events);
    for (stream, wish) in person.wishes {
        let scope = Scope::Stream(stream);
        match wish {
            Some(false) if consent.grants_any_of(scope) || consent.withdrawn(scope).is_none() => {
                entries.push(entry(person, id, stream, Decision::Withdrawn, now));
                done.withdrawn += 1;
            }
            None | Some(false) => {}
            Some(true) if only_no => {}
            Some(true) => {
                let barred = against.iter().any(|held| held.in_force(now) && held.scope.includes(scope));
                if barred || consent.withdrawn(scope).is_some() {
                    done.kept_out += 1;
                } else if is_news(&consent, events, stream, person.consented_at) {
                    entries.push(entry(person, id, stream, Decision::Granted, now));
                    done.granted += 1;
                }
            }
        }
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

fn entry(person: &Person, id: RecipientId, stream: Stream, decision: Decision, now: DateTime<Utc>) -> NewEntry {
    NewEntry {
        about: About::Recipient(id),
        scope: Scope::Stream(stream),
        decision,
        source: person.new.source,
        basis: "consent".to_owned(),
        happened_at: person.consented_at.unwrap_or(now),
        recorded_at: now,
        wording: person.wording.clone(),
        language: person.new.locale.as_ref().map(|locale| locale.as_str().to_owned()),
        actor: "import".to_owned(),
        request_id: format!("import {}", now.timestamp_micros()),
        campaign: None,
        evidence: None,
        note: person.consented_at.is_none().then(|| "the file gave no time; this is the time of the import".to_owned()),
    }
}
