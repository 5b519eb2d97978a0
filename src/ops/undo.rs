//! Undoing an opt-out in the visit in which it was made.

use chrono::{DateTime, Utc};

use super::App;
use super::lists::{ListName, scope_name};
use super::standing::{Standing, masked};
use super::unsubscribe::{ChoiceError, Request};
use crate::clock;
use crate::domain::consent::{Decision, Source};
use crate::domain::recipient::Locale;
use crate::domain::suppression::SuppressionReason;
use crate::domain::{RecipientId, Scope, Seq, Stream};
use crate::link::{Claim, OpenError};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::{Db, StoreError, recipients, suppressions};

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
    /// The names of what was restored and is on now.
    pub restored: Vec<ListName>,
    /// Whether partner mail stays off because the browser asks for it.
    pub partner_kept_off: bool,
}

/// Undoes one act of opting out, exactly: the state is the one before it. What the browser's signal asked for stays off.
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
    app.store.write(vec![recipient], move |db| commit_undo(db, recipient, entry, &request, now)).await
}

fn commit_undo(
    db: &mut Db,
    recipient: RecipientId,
    entry: Seq,
    request: &Request,
    now: DateTime<Utc>,
) -> Result<Undone, ChoiceError> {
    let person = recipients::find(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
    let rows = ledger::rows_of(db, recipient)?;
    let first = rows.iter().find(|row| row.seq == entry.get()).ok_or(ChoiceError::NotUndoable)?;
    let undone_before = |seq: i64| rows.iter().any(|row| row.undoes == Some(seq));
    let kept_off = |scope: Scope| request.gpc && scope == Scope::Stream(Stream::Partner);
    // The entries of one act stand together: same request, same moment.
    let act = rows.iter().filter(|row| {
        row.request_id == first.request_id
            && row.recorded_at == first.recorded_at
            && row.decision == Decision::Withdrawn.as_str()
    });
    let mut scopes = Vec::new();
    let mut entries = Vec::new();
    for row in act {
        let scope: Scope = row.scope.parse().map_err(|error| StoreError::bad_row("ledger", error))?;
        if kept_off(scope) {
            continue;
        }
        scopes.push(scope);
        if undone_before(row.seq) {
            continue;
        }
        suppressions::lift_dangerous(db, person.address_hash, scope, SuppressionReason::OptOut)?;
        entries.push(NewEntry {
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
        });
    }
    if !entries.is_empty() {
        ledger::append(db, &entries)?;
    }
    // What has been stopped again since, or more widely, is not on again (G6: a page claims only what holds).
    let standing = Standing::read(db, &person)?;
    scopes.retain(|scope| standing.on(*scope));
    if scopes.is_empty() && entries.is_empty() {
        return Err(ChoiceError::NotUndoable);
    }
    let restored = scopes.into_iter().map(|scope| scope_name(db, scope)).collect::<Result<_, _>>()?;
    Ok(Undone {
        masked_address: masked(&person),
        locale: person.locale,
        recipient,
        restored,
        partner_kept_off: request.gpc,
    })
}
