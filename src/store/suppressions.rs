//! Suppressions, found by the keyed hash of an address or of a domain.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::among::load_among;
use super::columns::{micros, time, word};
use super::db::Db;
use super::error::StoreError;
use super::held_changes::{self, Change};
use super::schema::{lifts, suppressions};
use crate::domain::held::{Bar, BarKey};
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

    fn key(&self) -> BarKey {
        BarKey { subject: self.subject, scope: self.suppression.scope, reason: self.suppression.reason }
    }

    fn bar(&self) -> Bar {
        let Suppression { subject, since, expires_at, .. } = self.suppression;
        Bar {
            is_domain: subject == Subject::Domain,
            since: micros(since),
            until: expires_at.map(micros),
            left_by: self.left_by().map(Box::from),
        }
    }

    fn was_put(&self) {
        held_changes::note(Change::Put(self.key(), self.bar()));
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

    /// As the fold of the ledger has it.
    pub(super) fn bar(&self) -> Bar {
        let left_by = left_by(&self.actor, self.note.as_deref()).map(Box::from);
        Bar { is_domain: self.is_domain, since: self.since, until: self.expires_at, left_by }
    }

    fn held(self) -> Result<Held, StoreError> {
        let suppression = self.suppression()?;
        let subject = super::columns::hash("suppressions", &self.subject)?;
        Ok(Held { subject, suppression, label: self.label, actor: self.actor, note: self.note })
    }
}

/// Puts a suppression in force. One that is there already is only ever made stricter: see [`Bar::put`]. Returns whether
/// anything changed.
///
/// # Errors
/// The database says no.
pub fn add(db: &mut Db, held: &Held) -> Result<bool, StoreError> {
    let changed = place(db, held)?;
    if changed {
        held.was_put();
    }
    Ok(changed)
}

fn place(db: &mut Db, held: &Held) -> Result<bool, StoreError> {
    let row = Row::of(held);
    let key = (&row.subject, &row.scope, &row.reason);
    let there: Option<Row> = suppressions::table.find(key).select(Row::as_select()).first(db).optional()?;
    let there = there.map(|there| there.bar());
    let Some(after) = Bar::put(there.as_ref(), held.bar()) else { return Ok(false) };
    match there {
        None => diesel::insert_into(suppressions::table).values(&row).execute(db)?,
        Some(before) if before.left_by != after.left_by => diesel::update(suppressions::table.find(key))
            .set((suppressions::actor.eq(&row.actor), suppressions::note.eq(&row.note)))
            .execute(db)?,
        Some(_) => {
            diesel::update(suppressions::table.find(key)).set(suppressions::expires_at.eq(after.until)).execute(db)?
        }
    };
    Ok(true)
}

/// Puts suppressions in force, as [`add`] does, and does not tell whether anything changed.
///
/// # Errors
/// The database says no.
pub fn put(db: &mut Db, held: &[Held]) -> Result<(), StoreError> {
    held.iter().for_each(Held::was_put);
    // An end that may have to be compared with the one that is there is rare; SQLite prepares single rows once anyway.
    if !db.is_postgres() || held.iter().any(|held| held.suppression.expires_at.is_some()) {
        return held.iter().try_for_each(|held| place(db, held).map(|_| ()));
    }
    let rows: Vec<_> = held.iter().map(Row::of).collect();
    super::dialect::put_for_ever(db, rows)
}

/// Puts many suppressions in force that are not there yet; the caller has looked.
///
/// # Errors
/// The database says no.
pub fn add_new(db: &mut Db, held: &[Held]) -> Result<(), StoreError> {
    held.iter().for_each(Held::was_put);
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
    let lifted = while_lifting(db, subject, scope, reason, |db, key| {
        Ok(diesel::delete(suppressions::table.find(key)).execute(db)? > 0)
    })?;
    if lifted {
        held_changes::note(Change::Lift(BarKey { subject, scope, reason }));
    }
    Ok(lifted)
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
    let new = suppressions::expires_at.eq(Some(micros(end)));
    let changed = while_lifting(db, subject, scope, reason, |db, key| {
        Ok(diesel::update(suppressions::table.find(key)).set(new).execute(db)? > 0)
    })?;
    if changed {
        held_changes::note(Change::End(BarKey { subject, scope, reason }, micros(end)));
    }
    Ok(())
}

/// The primary key of a row.
type RowKey<'a> = (&'a [u8], &'a str, &'a str);

/// Does what makes a bar weaker. The triggers of the table let that happen only while it is said in `lifts`.
fn while_lifting<T>(
    db: &mut Db,
    subject: AddressHash,
    scope: Scope,
    reason: SuppressionReason,
    weaken: impl FnOnce(&mut Db, RowKey<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let (subject, scope, reason) = (subject.as_bytes().as_slice(), scope.to_string(), reason.as_str());
    let key = (subject, scope.as_str(), reason);
    let said = (lifts::subject.eq(subject), lifts::scope.eq(&scope), lifts::reason.eq(reason));
    diesel::insert_into(lifts::table).values(said).execute(db)?;
    let done = weaken(db, key)?;
    diesel::delete(lifts::table.find(key)).execute(db)?;
    Ok(done)
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
