//! Erasure: what is left is the keyed hash that keeps anybody from mailing the person again (G9).

use super::{DataError, Opened, Outcome};
use crate::clock;
use crate::domain::action::Action;
use crate::domain::consent::{Decision, Source};
use crate::domain::note::Note;
use crate::domain::staff::StaffName;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Address, AddressHash, RecipientId, Scope};
use crate::ops::App;
use crate::ops::traces::{self, Traces};
use crate::ops::{finality, forgetting};
use crate::store::ledger::{self, About, NewEntry};
use crate::store::on_its_way::OnItsWay;
use crate::store::recipients::STRANGER;
use crate::store::suppressions::{self, Held};
use crate::store::{Db, StoreError, evidence, people, recipients};

/// One act of erasure. It keeps no IP address and no user agent: those are the person's data too.
#[derive(Clone, Debug)]
struct Act {
    about: About,
    subject: AddressHash,
    source: Source,
    actor: String,
    basis: String,
    request_id: String,
    now: chrono::DateTime<chrono::Utc>,
}

impl Act {
    fn entry(&self, decision: Decision) -> NewEntry {
        NewEntry {
            about: self.about,
            scope: Scope::Everything,
            decision,
            source: self.source,
            basis: self.basis.clone(),
            happened_at: self.now,
            recorded_at: self.now,
            wording: None,
            language: None,
            actor: self.actor.clone(),
            request_id: self.request_id.clone(),
            campaign: None,
            evidence: None,
            note: Some(SuppressionReason::Erased.to_string()),
        }
    }

    /// Runs inside the write transaction that holds the person's lock, so that no last look can slip past.
    fn commit(&self, db: &mut Db) -> Result<Vec<OnItsWay>, StoreError> {
        let suppression = Suppression {
            subject: Subject::Address,
            scope: Scope::Everything,
            reason: SuppressionReason::Erased,
            since: self.now,
            expires_at: None,
        };
        let (actor, subject) = (self.actor.clone(), self.subject);
        suppressions::add(db, &Held { subject, suppression, label: None, actor, note: None })?;
        evidence::forget_about(db, subject)?;
        let mut on_their_way = forgetting::forget(db, &[subject], self.now)?;
        if let About::Recipient(recipient) = self.about {
            on_their_way.extend(finality::all_on_their_way(db, recipient, self.now)?);
            people::erase(db, recipient, self.now)?;
        }
        // Last: on PostgreSQL everybody's choices wait for whoever has written here and not committed.
        ledger::append(db, &[self.entry(Decision::Suppressed)])?;
        Ok(on_their_way)
    }

    /// Waits for what is on its way.
    async fn wait(&self, app: &App, messages: Vec<OnItsWay>) -> Result<(), StoreError> {
        finality::wait(app, messages, |_| self.entry(Decision::Overtaken)).await.map(|_| ())
    }
}

/// Erases the person who asked for it. The answer comes after every message that was on its way has its outcome (G3).
///
/// # Errors
/// See [`DataError`].
pub async fn erase(app: &App, opened: Opened) -> Result<Outcome, DataError> {
    let recipient = opened.recipient;
    let commit = move |db: &mut Db| {
        let now = clock::now();
        let Some(person) = opened.begin(db, Action::Erase, now)? else { return Ok((opened.before(db)?, None)) };
        let act = Act {
            about: About::Recipient(person.id),
            subject: person.address_hash,
            source: Source::Preferences,
            actor: "recipient".to_owned(),
            basis: "asked for by the person, confirmed by a link mailed to the address".to_owned(),
            request_id: format!("request {}", opened.request),
            now,
        };
        let messages = act.commit(db)?;
        Ok::<_, DataError>((Outcome::Erased(Traces::Held), Some((act, messages))))
    };
    let (outcome, erased) = app.store.write(vec![STRANGER, recipient], commit).await?;
    let Some((act, messages)) = erased else { return Ok(outcome) };
    act.wait(app, messages).await?;
    Ok(Outcome::Erased(traces::wait(app, act.now).await?))
}

/// Erases whoever has an address, by named staff. An address that nobody has is kept out from now on all the same.
/// Returns whether we knew the person, and what is left of them.
///
/// # Errors
/// The database says no.
pub async fn erase_by_staff(
    app: &App,
    address: &Address,
    staff: &StaffName,
    reason: &Note,
) -> Result<(bool, Traces), StoreError> {
    let subject = app.keys.ring().hash_address(address);
    let found = app.store.read(move |db| recipients::find_by_hash(db, subject)).await?;
    let recipient: Option<RecipientId> = found.map(|person| person.id);
    let now = clock::now();
    let act = Act {
        about: recipient.map_or(About::Subject(subject), About::Recipient),
        subject,
        source: Source::Staff,
        actor: staff.to_string(),
        basis: reason.to_string(),
        request_id: format!("erasure {}", now.timestamp_micros()),
        now,
    };
    let committed = act.clone();
    let locks = recipient.into_iter().chain([STRANGER]).collect();
    let messages = app.store.write(locks, move |db| committed.commit(db)).await?;
    act.wait(app, messages).await?;
    Ok((recipient.is_some(), traces::clear_until(app, now).await?))
}
