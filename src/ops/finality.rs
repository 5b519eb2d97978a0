//! What makes a choice final (G3): it is answered only after every covered message that had passed its last look has its
//! outcome.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::App;
use super::subjects::Subjects;
use crate::domain::{RecipientId, Scope};
use crate::store::deliveries::SubjectLine;
use crate::store::ledger::{self, NewEntry};
use crate::store::on_its_way::{self, OnItsWay, Passed};
use crate::store::{Db, StoreError, people};

/// How long a choice waits for a message that had already passed its last look (G3).
const WAIT: Duration = Duration::from_secs(5);
/// How long after a message came into doubt the relay may still accept it. RFC 5321 section 4.5.3.2.6 gives it 10 minutes
/// to answer the final dot; the rest is for clocks that do not agree.
const DOUBT_LASTS: chrono::Duration = chrono::Duration::hours(1);
/// How often it looks meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Messages in `scopes` that have passed their last look; asked inside the transaction of the choice.
///
/// # Errors
/// The database says no.
pub(super) fn on_their_way(
    db: &mut Db,
    recipient: RecipientId,
    scopes: &[Scope],
    now: DateTime<Utc>,
) -> Result<Vec<OnItsWay>, StoreError> {
    let passed = on_its_way::passed(db, &[recipient], doubts_since(now))?;
    Ok(covered(passed.get(&recipient).map(Vec::as_slice).unwrap_or_default(), scopes, now))
}

/// Every message to somebody who is to be erased that has passed its last look, whatever it is: the mail that needs no
/// consent among them. Asked inside the transaction of the erasure.
///
/// # Errors
/// The database says no.
pub(super) fn all_on_their_way(
    db: &mut Db,
    recipient: RecipientId,
    now: DateTime<Utc>,
) -> Result<Vec<OnItsWay>, StoreError> {
    let passed = on_its_way::passed(db, &[recipient], doubts_since(now))?;
    Ok(passed.into_values().flatten().map(|passed| passed.message).collect())
}

/// When a message came into doubt at the earliest that may still be accepted at `now`.
pub(super) fn doubts_since(now: DateTime<Utc>) -> DateTime<Utc> {
    now - DOUBT_LASTS
}

/// Those of the messages that a choice of `scopes` covers.
pub(super) fn covered(passed: &[Passed], scopes: &[Scope], now: DateTime<Utc>) -> Vec<OnItsWay> {
    let in_time = |passed: &&Passed| !passed.message.in_doubt || passed.at >= doubts_since(now);
    // No opt-out covers mail that needs no consent.
    let is_covered =
        |passed: &&Passed| passed.message.list.is_some_and(|list| scopes.iter().any(|scope| scope.covers(list)));
    passed.iter().filter(in_time).filter(is_covered).map(|passed| passed.message.clone()).collect()
}

/// Waits until every one of `messages` has its outcome; what has none when the time is over, or is in doubt and will have
/// none, is written into the ledger by the entry that `overtaken` begins, and returned with its subject as the person reads
/// it.
///
/// # Errors
/// The database says no.
pub(super) async fn wait(
    app: &App,
    mut messages: Vec<OnItsWay>,
    overtaken: impl Fn(&OnItsWay) -> NewEntry,
) -> Result<Vec<OnItsWay>, StoreError> {
    let started = Instant::now();
    while messages.iter().any(|message| !message.in_doubt) && started.elapsed() < WAIT {
        tokio::time::sleep(LOOK_AGAIN).await;
        let asked = messages.clone();
        let look = move |db: &mut Db| {
            let mut still = Vec::new();
            for message in asked {
                still.extend(on_its_way::still(db, message)?);
            }
            Ok::<_, StoreError>(still)
        };
        messages = app.store.read(look).await?;
    }
    if messages.is_empty() {
        return Ok(messages);
    }
    let entry = |message: &OnItsWay| NewEntry {
        campaign: Some(message.delivery.campaign),
        note: Some("this message was already on its way when the opt-out was acknowledged".to_owned()),
        ..overtaken(message)
    };
    let entries: Vec<_> = messages.iter().map(entry).collect();
    app.store.write(Vec::new(), move |db| ledger::append(db, &entries).map(|_| ())).await?;
    let owned = app.clone();
    app.store.read(move |db| messages.into_iter().map(|message| named(&owned, db, message)).collect()).await
}

fn named(app: &App, db: &mut Db, message: OnItsWay) -> Result<OnItsWay, StoreError> {
    let Some(person) = people::find(db, message.delivery.recipient)? else { return Ok(message) };
    let line = SubjectLine::Template(message.subject);
    let subject = Subjects::of(app, &person).read(db, line, message.list)?;
    Ok(OnItsWay { subject, ..message })
}
