//! Undoing choices in the visit in which they were made.

use chrono::{DateTime, Utc};

use super::App;
use super::act::{Act, change_of, rows_of_act, scope_of};
use super::again;
use super::finality;
use super::lists::{ListName, scope_name};
use super::signal;
use super::standing::{Standing, masked};
use super::unsubscribe::{ChoiceError, Request};
use crate::clock;
use crate::domain::change::Change;
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::Locale;
use crate::domain::suppression::{Suppression, SuppressionReason};
use crate::domain::{RecipientId, Scope, Seq, Stream};
use crate::link::{Claim, OpenError};
use crate::store::ledger::{self, About, NewEntry, Row};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, suppressions};

/// The token of a person's preference page, for the page that says what was undone.
pub fn preferences_token(app: &App, recipient: RecipientId) -> String {
    app.keys.mint(&Claim::Preferences { recipient, campaign: None })
}

/// What was restored by an undo.
#[derive(Clone, Debug)]
pub struct Undone {
    /// Whose choice it was, masked.
    pub masked_address: String,
    /// Their language.
    pub locale: Option<Locale>,
    /// The recipient, for a link to their preference page.
    pub recipient: RecipientId,
    /// What was put back.
    pub restored: Restored,
    /// Whether partner mail stays off because the browser asks for it.
    pub partner_kept_off: bool,
}

/// What an undo put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The names of what is on again.
    pub on: Vec<ListName>,
    /// The names of what pauses as before, or no more.
    pub pauses: Vec<ListName>,
    /// Whether the weekly cap is as before.
    pub weekly_cap: bool,
    /// Whether the language is as before.
    pub language: bool,
}

impl Restored {
    /// What of an act's parts stands as it stood before. What has been changed again since, or stopped more widely, is
    /// not named (G6: a page claims only what holds).
    fn read(db: &mut Db, person: &Recipient, parts: Vec<(Scope, Option<Change>)>) -> Result<Self, StoreError> {
        let standing = Standing::read(db, person)?;
        let now = clock::now();
        let mut restored = Self::default();
        for (scope, change) in parts {
            match change {
                None => {
                    for scope in standing.comes_of(scope) {
                        restored.on.push(scope_name(db, scope)?);
                    }
                }
                Some(Change::Pause(before, _)) if standing.pause_of(scope) == before.filter(|end| *end > now) => {
                    restored.pauses.push(scope_name(db, scope)?);
                }
                Some(Change::WeeklyCap(before, _)) => {
                    restored.weekly_cap |= recipients::weekly_cap(db, person.id)? == before;
                }
                Some(Change::Locale(before, _)) => restored.language |= person.locale == before,
                Some(Change::Pause(..)) => {}
            }
        }
        Ok(restored)
    }
}

/// Undoes one act of choosing, exactly: the state is the one before it. What the browser's signal asked for stays off.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn undo(app: &App, token: &str, request: Request) -> Result<Undone, ChoiceError> {
    let Claim::Undo { recipient, entry, expires_at } = app.keys.open(token).map_err(ChoiceError::Link)? else {
        return Err(ChoiceError::Link(OpenError::Malformed));
    };
    let now = clock::now();
    if now >= expires_at {
        return Err(ChoiceError::NotUndoable);
    }
    let act = Act::of_signal(recipient, request, now);
    let committed = act.clone();
    let (undone, on_their_way) = app.store.write(vec![recipient], move |db| commit_undo(db, &committed, entry)).await?;
    let partner = Scope::Stream(Stream::Partner);
    let overtaken = |_: &OnItsWay| NewEntry { evidence: None, ..act.entry(partner, Decision::Overtaken) };
    finality::wait(app, on_their_way, overtaken).await?;
    Ok(undone)
}

/// `signal` is the act of the browser's signal, which goes with this form as with any other.
fn commit_undo(db: &mut Db, signal: &Act, entry: Seq) -> Result<(Undone, Vec<OnItsWay>), ChoiceError> {
    let Act { recipient, request, now, .. } = signal;
    let (recipient, now) = (*recipient, *now);
    let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    // What was chosen before an address changed hands holds for the one who has it now, and is taken back by nobody else.
    if person.merged_into.is_some() {
        return Err(ChoiceError::NotUndoable);
    }
    let rows = ledger::rows_of(db, recipient)?;
    let first = rows.iter().find(|row| row.seq == entry.get()).ok_or(ChoiceError::NotUndoable)?;
    let undone_before = |seq: i64| rows.iter().any(|row| row.undoes == Some(seq));
    let act = rows_of_act(&rows, first);
    let mut parts = Vec::new();
    let mut entries = Vec::new();
    for row in &act {
        let scope = scope_of(row)?;
        let change = change_of(row)?;
        let is_no = change.is_none() && bar_of(row) == SuppressionReason::OptOut;
        if is_no && request.gpc && scope == Scope::Stream(Stream::Partner) {
            continue;
        }
        if !undone_before(row.seq) {
            put_back(db, &person, &rows, row, scope, change.as_ref())?;
            entries.push(undoing(row, recipient, scope, request, now));
        }
        parts.push((scope, change));
    }
    if !entries.is_empty() {
        ledger::append(db, &entries)?;
    }
    let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    let obeyed = request.gpc && signal::gets_partner_mail(db, &person)?;
    let on_their_way = if obeyed { signal.commit(db)?.on_their_way } else { Vec::new() };
    let restored = Restored::read(db, &person, parts)?;
    if restored == Restored::default() && entries.is_empty() {
        return Err(ChoiceError::NotUndoable);
    }
    let undone = Undone {
        masked_address: masked(&person),
        locale: person.locale,
        recipient,
        restored,
        partner_kept_off: request.gpc,
    };
    Ok((undone, on_their_way))
}

/// The entry that takes back another one of its act.
pub(super) fn undoing(
    row: &Row,
    recipient: RecipientId,
    scope: Scope,
    request: &Request,
    now: DateTime<Utc>,
) -> NewEntry {
    NewEntry {
        about: About::Recipient(recipient),
        scope,
        decision: Decision::Undone(Seq::new(row.seq)),
        source: Source::Link,
        basis: "undone in the same visit".to_owned(),
        happened_at: now,
        recorded_at: now,
        wording: None,
        language: None,
        actor: "recipient".to_owned(),
        request_id: row.request_id.clone(),
        campaign: None,
        evidence: Some(request.evidence.clone()),
        note: None,
    }
}

/// Puts back what stood before one entry, as far as nothing later has changed it again.
fn put_back(
    db: &mut Db,
    person: &Recipient,
    rows: &[Row],
    row: &Row,
    scope: Scope,
    change: Option<&Change>,
) -> Result<(), StoreError> {
    let subject = person.address_hash;
    match change {
        // A suppression that was there before any such entry stays, and so does one on which another no rests.
        None => {
            let reason = bar_of(row);
            let Some(held) = suppression_of(db, person, scope, reason)? else { return Ok(()) };
            let since = held.since.timestamp_micros();
            let made = |other: &Row| again::says(other, reason) && other.recorded_at == since;
            let began = rows.iter().any(|other| other.scope == row.scope && made(other));
            let others = again::said(rows, reason, scope, held.since).any(|other| other.seq != row.seq);
            if began && !others {
                suppressions::lift_dangerous(db, subject, scope, reason)?;
            }
        }
        Some(Change::Pause(before, after)) => {
            let reason = SuppressionReason::Snoozed;
            let unchanged = suppression_of(db, person, scope, reason)?.is_some_and(|held| held.expires_at == *after);
            match before {
                Some(end) if unchanged => suppressions::set_end_dangerous(db, subject, scope, reason, *end)?,
                None if unchanged => drop(suppressions::lift_dangerous(db, subject, scope, reason)?),
                Some(_) | None => {}
            }
        }
        Some(Change::WeeklyCap(before, after)) => {
            if recipients::weekly_cap(db, person.id)? == *after {
                recipients::set_weekly_cap(db, person.id, *before)?;
            }
        }
        Some(Change::Locale(before, after)) => {
            if person.locale == *after {
                recipients::set_locale(db, person.id, before.as_ref())?;
            }
        }
    }
    Ok(())
}

/// The reason of the bar that an entry made.
fn bar_of(row: &Row) -> SuppressionReason {
    let said = SuppressionReason::SaidChild;
    if again::says(row, said) { said } else { SuppressionReason::OptOut }
}

fn suppression_of(
    db: &mut Db,
    person: &Recipient,
    scope: Scope,
    reason: SuppressionReason,
) -> Result<Option<Suppression>, StoreError> {
    let held = suppressions::against(db, &[person.address_hash])?.into_iter().map(|held| held.suppression);
    Ok(held.into_iter().find(|held| held.scope == scope && held.reason == reason))
}
