//! What the mailbox says to a report, by a link that was mailed to it: erase everything, or lift the report.

use chrono::{DateTime, Utc};

use super::Report;
use crate::clock;
use crate::domain::action::Action;
use crate::domain::consent::{Decision, Source};
use crate::domain::suppression::SuppressionReason;
use crate::domain::{Scope, Stream};
use crate::ops::App;
use crate::ops::data::{DataError, Opened, Outcome};
use crate::ops::optin::BY_MAILED_LINK;
use crate::ops::traces::{self, Traces};
use crate::ops::unsubscribe::Request;
use crate::store::ledger::{self, About, Evidence, NewEntry};
use crate::store::recipients::{Recipient, STRANGER};
use crate::store::{Db, StoreError, suppressions};

/// The sentence above the button that lifts a report. The ledger keeps it as it was shown.
pub const NOT_A_CHILD: &str = "child-not-lead";

/// Erases what is known of the person, as a parent wants it: both streams stay barred for good, and only staff lift that.
/// Answers when every message that was on its way has its outcome (G3).
///
/// # Errors
/// See [`DataError`].
pub async fn erase(app: &App, opened: Opened) -> Result<Outcome, DataError> {
    let recipient = opened.recipient;
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::EraseChild, now)? else { return Ok((opened.before(db)?, None)) };
        let report = Report {
            reason: SuppressionReason::ReportedChild,
            source: Source::Link,
            actor: "recipient".to_owned(),
            request_id: format!("request {}", opened.request),
            evidence: None,
            note: Some(BY_MAILED_LINK.to_owned()),
            now,
        };
        let (_, on_their_way) = report.erase(db, person.address_hash, Some(person.id))?;
        let outcome = Outcome::ChildErased { masked_address: opened.masked_address.clone(), traces: Traces::Held };
        Ok::<_, DataError>((outcome, Some((report, About::Recipient(person.id), on_their_way))))
    };
    let (mut outcome, erased) = app.store.write(vec![STRANGER, recipient], commit).await?;
    if let Some((report, about, on_their_way)) = erased {
        report.finish(app, about, on_their_way).await?;
        if let Outcome::ChildErased { traces, .. } = &mut outcome {
            *traces = traces::clear_until(app, report.now).await?;
        }
    }
    Ok(outcome)
}

/// Lifts what was reported by people of whom we know nothing (G11: the recipient, by a link mailed to them). What staff or
/// a file reported stays.
///
/// # Errors
/// See [`DataError`].
pub async fn lift(app: &App, opened: Opened, sent: Request) -> Result<Outcome, DataError> {
    let (recipient, age) = (opened.recipient, app.settings.age_limit);
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::NotChild, now)? else { return opened.before(db) };
        let words = opened.words;
        let lifted = Lifted {
            source: Source::Preferences,
            request_id: format!("request {}", opened.request),
            wording: words.plain_with(NOT_A_CHILD, &[("age", age.into())]),
            language: words.language().tag().to_owned(),
            evidence: sent.evidence.clone(),
        };
        lifted.commit(db, &person, now)?;
        let held = suppressions::against(db, &[person.address_hash])?.into_iter().map(|held| held.suppression);
        let stays = held.into_iter().any(|bar| bar.in_force(now) && bar.reason == SuppressionReason::ReportedChild);
        Ok(Outcome::ReportLifted { stays })
    };
    app.store.write(vec![recipient], commit).await
}

/// A report that the mailbox lifts.
pub(in crate::ops) struct Lifted {
    pub(in crate::ops) source: Source,
    pub(in crate::ops) request_id: String,
    /// The words above the button, and their language.
    pub(in crate::ops) wording: String,
    pub(in crate::ops) language: String,
    pub(in crate::ops) evidence: Evidence,
}

impl Lifted {
    /// Lifts it, with an entry for each stream; run inside the write transaction that holds the person's lock.
    pub(in crate::ops) fn commit(&self, db: &mut Db, person: &Recipient, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut entries = Vec::new();
        for scope in Stream::ALL.map(Scope::Stream) {
            let reason = SuppressionReason::SaidChild;
            if suppressions::lift_dangerous(db, person.address_hash, scope, reason)? {
                entries.push(NewEntry {
                    about: About::Recipient(person.id),
                    scope,
                    decision: Decision::Lifted,
                    source: self.source,
                    basis: reason.to_string(),
                    happened_at: now,
                    recorded_at: now,
                    wording: Some(self.wording.clone()),
                    language: Some(self.language.clone()),
                    actor: "recipient".to_owned(),
                    request_id: self.request_id.clone(),
                    campaign: None,
                    evidence: Some(self.evidence.clone()),
                    note: Some(BY_MAILED_LINK.to_owned()),
                });
            }
        }
        if entries.is_empty() { Ok(()) } else { ledger::append(db, &entries).map(|_| ()) }
    }
}
