//! Importing suppressions: `address or domain, scope, reason, expires_at`. Nothing is ever lifted by it (G11).

use std::collections::HashSet;
use std::io::BufRead;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::App;
use super::csv_rows::{Columns, FileError, Row, RowError, Rows};
use super::recipients_import::{ImportError, LeftOut, Progress, parse_moment};
use super::suppress::{Whom, subject_of};
use crate::clock;
use crate::domain::address::AddressError;
use crate::domain::consent::{Decision, Source};
use crate::domain::scope::UnknownWord;
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::{Scope, Stream};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, lists, recipients};

/// Rows of one transaction.
const BATCH: usize = 1000;
/// Bad rows that the report keeps.
const KEPT_ERRORS: usize = 10_000;

/// What an import did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SuppressionReport {
    /// Rows read.
    pub rows: u64,
    /// Suppressions added.
    pub added: u64,
    /// Suppressions that were in force already.
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
    subject: usize,
    scope: Option<usize>,
    reason: Option<usize>,
    expires_at: Option<usize>,
}

impl Places {
    fn of(columns: &Columns) -> Result<Self, FileError> {
        let subject = match columns.optional("domain") {
            Some(domain) => columns.optional("address").unwrap_or(domain),
            None => columns.required("address")?,
        };
        Ok(Self {
            subject,
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
    let mut batch = Vec::with_capacity(BATCH);
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
        if batch.len() == BATCH || at_end {
            let (added, known) = write_batch(app, std::mem::take(&mut batch), now, dry_run).await?;
            report.added += added;
            report.known += known;
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
    let whom = Whom::parse(field(Some(places.subject)))?;
    let reason = match field(places.reason) {
        "" => SuppressionReason::Staff,
        word => word.parse().map_err(BadRow::Reason)?,
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
    let missing = |name: &str| BadRow::NoList(name.to_owned());
    match text.split_once(':') {
        None => match text {
            "" | "all" => Ok(Scope::Everything),
            word => word.parse::<Scope>().or_else(|_| word.parse::<Stream>().map(Scope::Stream)).map_err(BadRow::Scope),
        },
        Some(("topic", name)) => {
            let by_name = topics.iter().find(|topic| topic.name == name || topic.id.to_string() == name);
            by_name.map(|topic| Scope::Topic(topic.id)).ok_or_else(|| missing(name))
        }
        Some(("partner", name)) => {
            let by_name = partners.iter().find(|partner| partner.name == name || partner.named.id.to_string() == name);
            by_name.map(|partner| Scope::Partner(partner.named.id)).ok_or_else(|| missing(name))
        }
        Some(_) => text.parse().map_err(BadRow::Scope),
    }
}

async fn write_batch(app: &App, batch: Vec<Held>, now: DateTime<Utc>, dry_run: bool) -> Result<(u64, u64), StoreError> {
    if batch.is_empty() {
        return Ok((0, 0));
    }
    if dry_run {
        return app.store.read(move |db| db.rehearse(|db| commit_batch(db, &batch, now))).await;
    }
    app.store.write(Vec::new(), move |db| commit_batch(db, &batch, now)).await
}

fn commit_batch(db: &mut Db, batch: &[Held], now: DateTime<Utc>) -> Result<(u64, u64), StoreError> {
    let subjects: Vec<_> = batch.iter().map(|held| held.subject).collect();
    let known: Vec<_> = recipients::known(db, &subjects)?.into_iter().map(|(_, id)| id).collect();
    recipients::lock(db, &known)?;
    let key = |held: &Held| (held.subject, held.suppression.scope, held.suppression.reason);
    let there: HashSet<_> = suppressions::against(db, &subjects)?.iter().map(key).collect();
    let mut seen = HashSet::new();
    let mut added = Vec::new();
    let mut longer = 0;
    for held in batch {
        if there.contains(&key(held)) {
            longer += u64::from(suppressions::add(db, held)?);
        } else if seen.insert(key(held)) {
            added.push(held.clone());
        }
    }
    suppressions::add_new(db, &added)?;
    let entries: Vec<_> = added.iter().map(|held| entry(held, now)).collect();
    ledger::append(db, &entries)?;
    let new = u64::try_from(added.len()).unwrap_or(u64::MAX) + longer;
    Ok((new, u64::try_from(batch.len()).unwrap_or(u64::MAX).saturating_sub(new)))
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
