//! Importing suppressions: `address or domain, scope, reason, expires_at`. Nothing is ever lifted by it (G11).

use std::collections::{HashMap, HashSet};
use std::io::BufRead;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::App;
use super::csv_rows::{Columns, FileError, Row, RowError, Rows, quotable};
use super::pace::Pace;
use super::recipients_import::{ImportError, LeftOut, Progress, parse_moment};
use super::suppress::{Whom, subject_of};
use crate::clock;
use crate::domain::address::AddressError;
use crate::domain::consent::{Decision, Source};
use crate::domain::scope::UnknownWord;
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::{AddressHash, Scope};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, lists, recipients};

/// Bad rows that the report keeps.
const KEPT_ERRORS: usize = 10_000;

/// What an import did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SuppressionReport {
    /// Rows read.
    pub rows: u64,
    /// Rows that added a suppression, or made one last longer.
    pub added: u64,
    /// Rows whose suppression was in force already, for as long or longer.
    pub known: u64,
    /// Rows left out.
    pub rejected: u64,
    /// The rows left out, the first 10,000 of them.
    pub errors: Vec<LeftOut>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

#[derive(Debug, thiserror::Error)]
enum BadRow {
    #[error(transparent)]
    Row(#[from] RowError),
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error("scope: {0}")]
    Scope(UnknownWord),
    #[error("reason: {0}")]
    Reason(UnknownWord),
    #[error("expires_at is not a time such as 2027-03-01T12:00:00Z or a date such as 2027-03-01")]
    Time,
    #[error("there is no topic or partner of the name {0:?}")]
    NoList(String),
}

struct Places {
    address: Option<usize>,
    domain: Option<usize>,
    scope: Option<usize>,
    reason: Option<usize>,
    expires_at: Option<usize>,
}

impl Places {
    fn of(columns: &Columns) -> Result<Self, FileError> {
        let domain = columns.optional("domain");
        let address = if domain.is_some() { columns.optional("address") } else { Some(columns.required("address")?) };
        Ok(Self {
            address,
            domain,
            scope: columns.optional("scope"),
            reason: columns.optional("reason"),
            expires_at: columns.optional("expires_at"),
        })
    }
}

/// Imports suppressions, a batch of rows in each transaction. An empty scope bars everything, an empty reason is staff's.
///
/// # Errors
/// See [`ImportError`].
pub async fn import(
    app: &App,
    file: impl BufRead,
    dry_run: bool,
    staff: &str,
    mut tell: impl FnMut(Progress<'_>),
) -> Result<SuppressionReport, ImportError> {
    let (columns, mut rows) = Rows::open(file)?;
    let places = Places::of(&columns)?;
    let now = clock::now();
    let mut report = SuppressionReport { dry_run, ..SuppressionReport::default() };
    let names = app.store.read(|db| Ok::<_, StoreError>((lists::topics(db)?, lists::partners(db)?))).await?;
    let mut rehearsed = Ends::new();
    let mut pace = Pace::default();
    let mut batch = Vec::new();
    loop {
        let row = rows.next_row()?;
        let at_end = row.is_none();
        if let Some(row) = row {
            report.rows += 1;
            let line = row.line;
            match read_row(app, &places, row, &names, staff, now) {
                Ok(held) => batch.push(held),
                Err(bad) => {
                    let left_out = LeftOut { line, reason: bad.to_string() };
                    tell(Progress::LeftOut(&left_out));
                    report.rejected += 1;
                    if report.errors.len() < KEPT_ERRORS {
                        report.errors.push(left_out);
                    }
                }
            }
        }
        if batch.len() >= pace.rows() || at_end {
            let done = write_batch(app, std::mem::take(&mut batch), now, dry_run.then_some(&mut rehearsed)).await?;
            pace.rest(done.took).await;
            report.added += done.added;
            report.known += done.known;
            tell(Progress::Rows(report.rows));
        }
        if at_end {
            return Ok(report);
        }
    }
}

type Names = (Vec<lists::Topic>, Vec<lists::Partner>);

fn read_row(
    app: &App,
    places: &Places,
    row: Row,
    names: &Names,
    staff: &str,
    now: DateTime<Utc>,
) -> Result<Held, BadRow> {
    let fields = row.fields?;
    let field = |place: Option<usize>| place.and_then(|place| fields.get(place)).map_or("", |text| text.trim());
    let whom = match field(places.address) {
        "" => Whom::parse(field(places.domain))?,
        address => Whom::parse(address)?,
    };
    let reason = match field(places.reason) {
        "" => SuppressionReason::Staff,
        word => word.parse().map_err(|error| BadRow::Reason(quoted(error)))?,
    };
    let expires_at = match field(places.expires_at) {
        "" => None,
        text => Some(parse_moment(text).ok_or(BadRow::Time)?),
    };
    let (subject, kind, label) = subject_of(app, &whom);
    let scope = parse_scope(field(places.scope), names)?;
    let suppression = Suppression { subject: kind, scope, reason, since: now, expires_at };
    Ok(Held { subject, suppression, label, actor: format!("staff {staff}"), note: Some("imported".to_owned()) })
}

/// `everything` (or `all`), `company`, `partner`, `topic:NAME`, `partner:NAME`, or the ids that an export has.
fn parse_scope(text: &str, (topics, partners): &Names) -> Result<Scope, BadRow> {
    let missing = |name: &str| BadRow::NoList(quotable(name));
    let unknown = || UnknownWord(quotable(text), "everything, company, partner, topic:NAME, partner:NAME");
    match text.split_once(':') {
        None => match text {
            "" | "all" => Ok(Scope::Everything),
            word => word.parse::<Scope>().map_err(|_: UnknownWord| BadRow::Scope(unknown())),
        },
        Some(("topic", name)) => {
            let by_name = topics.iter().find(|topic| topic.name == name || topic.id.to_string() == name);
            by_name.map(|topic| Scope::Topic(topic.id)).ok_or_else(|| missing(name))
        }
        Some(("partner", name)) => {
            let by_name = partners.iter().find(|partner| partner.name == name || partner.named.id.to_string() == name);
            by_name.map(|partner| Scope::Partner(partner.named.id)).ok_or_else(|| missing(name))
        }
        Some(_) => Err(BadRow::Scope(unknown())),
    }
}

/// Without anything that looks like an address: columns may have been mixed up.
fn quoted(UnknownWord(word, known): UnknownWord) -> UnknownWord {
    UnknownWord(quotable(&word), known)
}

/// What a suppression is told apart by.
type Key = (AddressHash, Scope, SuppressionReason);
/// When suppressions end; never where there is no time.
type Ends = HashMap<Key, Option<DateTime<Utc>>>;

fn key(held: &Held) -> Key {
    (held.subject, held.suppression.scope, held.suppression.reason)
}

/// What came of a batch.
#[derive(Default)]
struct Done {
    added: u64,
    known: u64,
    ends: Ends,
    /// How long others waited for it.
    took: Duration,
}

/// `rehearsed` is what earlier batches of a dry run would have written: with it a dry run counts as a real one does.
async fn write_batch(
    app: &App,
    batch: Vec<Held>,
    now: DateTime<Utc>,
    rehearsed: Option<&mut Ends>,
) -> Result<Done, StoreError> {
    if batch.is_empty() {
        return Ok(Done::default());
    }
    let Some(rehearsed) = rehearsed else {
        return app.store.write(Vec::new(), move |db| commit_batch(db, &batch, &Ends::new(), now)).await;
    };
    let before: Ends = batch.iter().filter_map(|held| Some((key(held), *rehearsed.get(&key(held))?))).collect();
    let done = app.store.read(move |db| db.rehearse(|db| commit_batch(db, &batch, &before, now))).await?;
    rehearsed.extend(done.ends.iter().map(|(key, end)| (*key, *end)));
    Ok(done)
}

fn commit_batch(db: &mut Db, batch: &[Held], before: &Ends, now: DateTime<Utc>) -> Result<Done, StoreError> {
    let began = Instant::now();
    let subjects: Vec<_> = batch.iter().map(|held| held.subject).collect();
    let known: Vec<_> = recipients::known(db, &subjects)?.into_iter().map(|(_, id)| id).collect();
    recipients::lock(db, &known)?;
    let there = suppressions::against(db, &subjects)?;
    let mut done = Done::default();
    done.ends.extend(there.iter().map(|held| (key(held), held.suppression.expires_at)));
    done.ends.extend(before);
    let mut only_left: HashSet<Key> = there.iter().filter(|held| held.left_by().is_some()).map(key).collect();
    let mut added: HashMap<Key, Held> = HashMap::new();
    let mut entries = Vec::new();
    for held in batch {
        let end = held.suppression.expires_at;
        let says_more = only_left.remove(&key(held));
        match done.ends.get(&key(held)) {
            Some(stands) if !says_more && !is_later(end, *stands) => {
                done.known += 1;
                continue;
            }
            // One that this batch adds takes the later end along; one that is there is made to last longer.
            Some(_) if !added.contains_key(&key(held)) => {
                suppressions::add(db, held)?;
            }
            Some(_) | None => {
                added.insert(key(held), held.clone());
            }
        }
        done.ends.insert(key(held), end);
        done.added += 1;
        entries.push(entry(held, now));
    }
    suppressions::add_new(db, &added.into_values().collect::<Vec<_>>())?;
    ledger::append(db, &entries)?;
    done.took = began.elapsed();
    Ok(done)
}

/// Whether one end comes later than another; never is the latest of all.
fn is_later(end: Option<DateTime<Utc>>, than: Option<DateTime<Utc>>) -> bool {
    match (end, than) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(end), Some(than)) => end > than,
    }
}

fn entry(held: &Held, now: DateTime<Utc>) -> NewEntry {
    NewEntry {
        about: About::Subject(held.subject),
        scope: held.suppression.scope,
        decision: Decision::Suppressed,
        source: Source::Import,
        basis: held.suppression.reason.to_string(),
        happened_at: now,
        recorded_at: now,
        wording: None,
        language: None,
        actor: held.actor.clone(),
        request_id: format!("import {}", now.timestamp_micros()),
        campaign: None,
        evidence: None,
        note: None,
    }
}
