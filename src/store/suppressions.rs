//! Suppressions, found by the keyed hash of an address or of a domain.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::among::load_among;
use super::columns::{micros, time, word};
use super::db::Db;
use super::error::StoreError;
use super::schema::suppressions;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{AddressHash, Scope};

/// A suppression with whom it is about and who put it there.
#[derive(Clone, Debug)]
pub struct Held {
    /// The keyed hash.
    pub subject: AddressHash,
    /// The suppression itself.
    pub suppression: Suppression,
    /// The domain's name; never an address.
    pub label: Option<String>,
    /// `recipient`, `import`, or a member of staff.
    pub actor: String,
    /// Staff's words.
    pub note: Option<String>,
}

/// What the note of a bar begins with that an address has because its person left it for another one.
const LEFT_BY: &str = "left by ";

impl Held {
    /// What bars an address that its person left for another one by this request.
    pub fn left(subject: AddressHash, scope: Scope, since: DateTime<Utc>, request: &str) -> Self {
        let reason = SuppressionReason::OptOut;
        let suppression = Suppression { subject: Subject::Address, scope, reason, since, expires_at: None };
        let (actor, note) = ("recipient".to_owned(), Some(format!("{LEFT_BY}{request}")));
        Self { subject, suppression, label: None, actor, note }
    }

    /// The request by which its person left the address, where this bar says no more than that.
    pub fn left_by(&self) -> Option<&str> {
        left_by(&self.actor, self.note.as_deref())
    }
}

fn left_by<'a>(actor: &str, note: Option<&'a str>) -> Option<&'a str> {
    note.filter(|_| actor == "recipient")?.strip_prefix(LEFT_BY)
}

/// A row of the table.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = suppressions)]
pub(super) struct Row {
    pub(super) subject: Vec<u8>,
    pub(super) scope: String,
    pub(super) reason: String,
    pub(super) is_domain: bool,
    pub(super) label: Option<String>,
    pub(super) since: i64,
    expires_at: Option<i64>,
    pub(super) actor: String,
    pub(super) note: Option<String>,
}

impl Row {
    fn of(held: &Held) -> Self {
        Self {
            subject: held.subject.as_bytes().to_vec(),
            scope: held.suppression.scope.to_string(),
            reason: held.suppression.reason.as_str().to_owned(),
            is_domain: held.suppression.subject == Subject::Domain,
            label: held.label.clone(),
            since: micros(held.suppression.since),
            expires_at: held.suppression.expires_at.map(micros),
            actor: held.actor.clone(),
            note: held.note.clone(),
        }
    }

    pub(super) fn suppression(&self) -> Result<Suppression, StoreError> {
        Ok(Suppression {
            subject: if self.is_domain { Subject::Domain } else { Subject::Address },
            scope: word("suppressions", &self.scope)?,
            reason: word("suppressions", &self.reason)?,
            since: time("suppressions", self.since)?,
            expires_at: self.expires_at.map(|at| time("suppressions", at)).transpose()?,
        })
    }

    fn held(self) -> Result<Held, StoreError> {
        let suppression = self.suppression()?;
        let subject = super::columns::hash("suppressions", &self.subject)?;
        Ok(Held { subject, suppression, label: self.label, actor: self.actor, note: self.note })
    }
}

/// Puts a suppression in force. One that is there already is only ever made stricter: the earlier beginning and the
/// later end stay (G11), and what an address has because its person left it becomes whatever is said now. Returns whether
/// anything changed.
///
/// # Errors
/// The database says no.
pub fn add(db: &mut Db, held: &Held) -> Result<bool, StoreError> {
    let row = Row::of(held);
    let key = (&row.subject, &row.scope, &row.reason);
    let columns = (suppressions::expires_at, suppressions::actor, suppressions::note);
    let there: Option<(Option<i64>, String, Option<String>)> =
        suppressions::table.find(key).select(columns).first(db).optional()?;
    let only_left = there.as_ref().is_some_and(|(_, actor, note)| left_by(actor, note.as_deref()).is_some());
    if only_left && held.left_by().is_none() {
        diesel::update(suppressions::table.find(key))
            .set((suppressions::actor.eq(&row.actor), suppressions::note.eq(&row.note)))
            .execute(db)?;
        return Ok(true);
    }
    match there.map(|(end, ..)| end) {
        None => {
            diesel::insert_into(suppressions::table).values(&row).execute(db)?;
            Ok(true)
        }
        Some(Some(end)) if row.expires_at.is_none_or(|new_end| new_end > end) => {
            diesel::update(suppressions::table.find(key))
                .set(suppressions::expires_at.eq(row.expires_at))
                .execute(db)?;
            Ok(true)
        }
        Some(_) => Ok(false),
    }
}

/// Puts suppressions in force, as [`add`] does, and does not tell whether anything changed.
///
/// # Errors
/// The database says no.
pub(super) fn put(db: &mut Db, held: &[Held]) -> Result<(), StoreError> {
    // An end that may have to be compared with the one that is there is rare; SQLite prepares single rows once anyway.
    if !db.is_postgres() || held.iter().any(|held| held.suppression.expires_at.is_some()) {
        return held.iter().try_for_each(|held| add(db, held).map(|_| ()));
    }
    let rows: Vec<_> = held.iter().map(Row::of).collect();
    super::dialect::put_for_ever(db, rows)
}

/// Puts many suppressions in force that are not there yet; the caller has looked.
///
/// # Errors
/// The database says no.
pub fn add_new(db: &mut Db, held: &[Held]) -> Result<(), StoreError> {
    let rows: Vec<_> = held.iter().map(Row::of).collect();
    super::dialect::insert_suppressions(db, &rows)
}

/// Takes a suppression out of force and tells whether it was there.
///
/// # Danger
/// Only the recipient (in the visit of their opt-out, or by a link mailed to them) or named staff with a reason may
/// (G11), and the caller leaves a ledger entry.
///
/// # Errors
/// The database says no.
pub fn lift_dangerous(
    db: &mut Db,
    subject: AddressHash,
    scope: Scope,
    reason: SuppressionReason,
) -> Result<bool, StoreError> {
    let key = (subject.as_bytes().to_vec(), scope.to_string(), reason.as_str());
    Ok(diesel::delete(suppressions::table.find(key)).execute(db)? > 0)
}

/// Gives a suppression another end, which may be earlier.
///
/// # Danger
/// As of [`lift_dangerous`].
///
/// # Errors
/// The database says no.
pub fn set_end_dangerous(
    db: &mut Db,
    subject: AddressHash,
    scope: Scope,
    reason: SuppressionReason,
    end: DateTime<Utc>,
) -> Result<(), StoreError> {
    let key = (subject.as_bytes().to_vec(), scope.to_string(), reason.as_str());
    let end = suppressions::expires_at.eq(Some(micros(end)));
    diesel::update(suppressions::table.find(key)).set(end).execute(db)?;
    Ok(())
}

/// What is held against any of `subjects`: the hash of an address and the hash of its domain.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn against(db: &mut Db, subjects: &[AddressHash]) -> Result<Vec<Held>, StoreError> {
    rows_against(db, subjects)?.into_iter().map(Row::held).collect()
}

pub(super) fn rows_against(db: &mut Db, subjects: &[AddressHash]) -> Result<Vec<Row>, StoreError> {
    let subjects: Vec<Vec<u8>> = subjects.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    let subjects = subjects.as_slice();
    Ok(load_among!(db, suppressions::table.select(Row::as_select()), suppressions::subject, subjects)?)
}

/// The newest suppressions, at most `limit`.
///
/// # Errors
/// The database says no, or a row cannot be read.
pub fn newest(db: &mut Db, limit: i64) -> Result<Vec<Held>, StoreError> {
    let newest = suppressions::table.order(suppressions::since.desc()).limit(limit);
    let rows: Vec<Row> = newest.select(Row::as_select()).load(db)?;
    rows.into_iter().map(Row::held).collect()
}

/// How many suppressions there are by reason.
///
/// # Errors
/// The database says no.
pub fn counts(db: &mut Db) -> Result<Vec<(String, i64)>, StoreError> {
    let by_reason = suppressions::table.group_by(suppressions::reason).order(suppressions::reason);
    Ok(by_reason.select((suppressions::reason, diesel::dsl::count_star())).load(db)?)
}

/// The end of the time for which a suppression holds, where staff gave a number of days.
pub fn end_after_days(since: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    since + chrono::Duration::days(days)
}
