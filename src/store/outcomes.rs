//! Recording what became of hand-overs, with what follows from it for the recipient or the campaign.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::batch::{Batch, Column};
use super::campaigns;
use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::ledger::{self, About, NewEntry};
use super::letters;
use super::looks::DeliveryKey;
use super::recipients;
use super::schema::deliveries;
use super::suppressions::{self, Held};
use crate::domain::consent::{Decision, Source};
use crate::domain::delivery::{DeliveryState, ReplyCodes};
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::verdict::Reason;
use crate::domain::{PolicyVersion, RecipientId, Scope};

/// What became of one hand-over, as it is recorded.
#[derive(Clone, Debug)]
pub struct Record {
    /// Which delivery.
    pub delivery: DeliveryKey,
    /// The try, as the claim numbered it.
    pub attempt: i32,
    /// The state it is in now.
    pub state: DeliveryState,
    /// When it is due again, where it is.
    pub due_at: Option<DateTime<Utc>>,
    /// The gate's reason, where it withheld.
    pub reason: Option<Reason>,
    /// The relay's words, or ours where it said nothing.
    pub reply: Option<String>,
    /// What follows from it.
    pub then: Then,
    /// When it was known.
    pub now: DateTime<Utc>,
}

/// One try of one delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Try {
    /// Which delivery.
    pub delivery: DeliveryKey,
    /// The try, as the claim numbered it.
    pub attempt: i32,
}

/// What follows from an outcome beyond the delivery itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// The address does not exist: it is suppressed for everything.
    Suppress(ReplyCodes),
    /// The mailbox is disabled: suppressed if another message was refused with the same enhanced code before.
    SuppressIfAgain(ReplyCodes),
    /// The campaign is held, for this reason.
    HoldCampaign(String),
    /// The relay has refused everybody: these wait again, as if it had not, and the campaign is held where there is a reason.
    GiveBack(Vec<Try>, Option<String>),
    /// Notice of this policy version was given.
    NoticeGiven(PolicyVersion),
}

impl Record {
    /// The state and nothing that the database might refuse.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { reply: None, then: Then::Nothing, ..self }
    }

    /// The recipient whose lock the record needs.
    pub(super) fn locks(&self) -> Option<RecipientId> {
        let suppresses = matches!(self.then, Then::Suppress(_) | Then::SuppressIfAgain(_));
        suppresses.then_some(self.delivery.recipient)
    }
}

const RECORD: &str = "UPDATE deliveries SET state = v.column4, due_at = v.column5, reason = v.column6, \
     reply = v.column7, updated_at = v.column8, node_id = NULL, \
     first_try_at = COALESCE(deliveries.first_try_at, v.column8) FROM ";
const RECORD_WHERE: &str = " WHERE deliveries.campaign_id = v.column1 AND deliveries.recipient_id = v.column2 \
     AND deliveries.letter = v.column9 AND deliveries.attempt = v.column3 AND deliveries.state IN (1, 2, 7)";

/// Records outcomes in one statement, then what follows. Only a delivery that is still `handing_over`, or found in doubt
/// meanwhile by a node that took this one for dead, in the very same try takes its outcome: the relay's answer is the
/// truth.
pub(super) fn record(db: &mut Db, records: &[Record]) -> Result<(), StoreError> {
    if records.is_empty() {
        return Ok(());
    }
    let columns = vec![
        Column::Bigs(records.iter().map(|record| record.delivery.campaign.get()).collect()),
        Column::Bigs(records.iter().map(|record| record.delivery.recipient.get()).collect()),
        Column::Ints(records.iter().map(|record| record.attempt).collect()),
        Column::Ints(records.iter().map(|record| record.state.code()).collect()),
        Column::MaybeBigs(records.iter().map(|record| record.due_at.map(micros)).collect()),
        Column::MaybeTexts(
            records.iter().map(|record| record.reason.map(|reason| reason.as_str().to_owned())).collect(),
        ),
        Column::MaybeTexts(records.iter().map(|record| record.reply.clone()).collect()),
        Column::Bigs(records.iter().map(|record| micros(record.now)).collect()),
        Column::Bigs(records.iter().map(|record| record.delivery.letter.get()).collect()),
    ];
    Batch::<()>::new(RECORD, columns, RECORD_WHERE).execute(db)?;
    for record in records {
        follow(db, record)?;
    }
    note_notices(db, records)
}

/// Writes the notices that the relay took into the ledger, all in one append. One that stands there already, of whatever
/// campaign, is not written again.
fn note_notices(db: &mut Db, records: &[Record]) -> Result<(), StoreError> {
    let given = |record: &Record| match record.then {
        Then::NoticeGiven(version) => Some((version, record.delivery.recipient)),
        Then::Nothing | Then::Suppress(_) | Then::SuppressIfAgain(_) | Then::HoldCampaign(_) | Then::GiveBack(..) => {
            None
        }
    };
    let asked: Vec<_> = records.iter().filter_map(given).collect();
    if asked.is_empty() {
        return Ok(());
    }
    let mut known = ledger::notified(db, &asked)?;
    let mut entries = Vec::new();
    for record in records {
        let Some((version, recipient)) = given(record).filter(|notice| known.insert(*notice)) else { continue };
        entries.push(NewEntry {
            about: About::Recipient(recipient),
            scope: Scope::Everything,
            decision: Decision::Notified(version),
            source: Source::Policy,
            basis: "notice".to_owned(),
            happened_at: record.now,
            recorded_at: record.now,
            wording: None,
            language: None,
            actor: "relay".to_owned(),
            request_id: format!("delivery try {}", record.attempt),
            campaign: Some(record.delivery.campaign),
            evidence: None,
            note: None,
        });
    }
    if entries.is_empty() {
        return Ok(());
    }
    ledger::append(db, &entries).map(|_| ())
}

fn follow(db: &mut Db, record: &Record) -> Result<(), StoreError> {
    match &record.then {
        Then::Nothing | Then::NoticeGiven(_) => Ok(()),
        Then::Suppress(codes) => suppress(db, record, *codes),
        Then::SuppressIfAgain(codes) => {
            if refused_before(db, record, *codes)? {
                suppress(db, record, *codes)?;
            }
            Ok(())
        }
        Then::HoldCampaign(why) => campaigns::hold(db, record.delivery.campaign, why),
        Then::GiveBack(refused, why) => {
            if let Some(why) = why {
                campaigns::hold(db, record.delivery.campaign, why)?;
            }
            give_back(db, refused, record.now)
        }
    }
}

const GIVE_BACK: &str =
    "UPDATE deliveries SET state = 0, due_at = v.column5, node_id = NULL, updated_at = v.column5 FROM ";
/// In whatever order the refusals are recorded: one whose record comes after this finds nothing to record.
const GIVE_BACK_WHERE: &str = " WHERE deliveries.campaign_id = v.column1 AND deliveries.recipient_id = v.column2 \
     AND deliveries.letter = v.column3 AND deliveries.attempt = v.column4 AND deliveries.state IN (1, 2, 5)";

/// Gives back what a relay refused for good that refused everybody: none of it was sent, and nobody is to blame but the
/// relay, or us.
fn give_back(db: &mut Db, refused: &[Try], now: DateTime<Utc>) -> Result<(), StoreError> {
    if refused.is_empty() {
        return Ok(());
    }
    let columns = vec![
        Column::Bigs(refused.iter().map(|one| one.delivery.campaign.get()).collect()),
        Column::Bigs(refused.iter().map(|one| one.delivery.recipient.get()).collect()),
        Column::Bigs(refused.iter().map(|one| one.delivery.letter.get()).collect()),
        Column::Ints(refused.iter().map(|one| one.attempt).collect()),
        Column::Bigs(vec![micros(now); refused.len()]),
    ];
    Batch::<()>::new(GIVE_BACK, columns, GIVE_BACK_WHERE).execute(db)?;
    Ok(())
}

/// Whether another message to the same person was refused with the same enhanced code before.
fn refused_before(db: &mut Db, record: &Record, codes: ReplyCodes) -> Result<bool, StoreError> {
    let Some(status) = codes.status else { return Ok(false) };
    let other_campaign = deliveries::campaign_id.ne(record.delivery.campaign.get());
    let before = deliveries::table
        .filter(deliveries::recipient_id.eq(record.delivery.recipient.get()))
        .filter(other_campaign.or(deliveries::letter.ne(record.delivery.letter.get())))
        .filter(deliveries::state.eq(DeliveryState::Rejected.code()))
        .filter(deliveries::reply.like(format!("% {status}")).or(deliveries::reply.like(format!("% {status} %"))));
    Ok(diesel::select(diesel::dsl::exists(before)).get_result(db)?)
}

/// Bars the address that the relay does not know. What stays for good is the numbers of its answer and no word of it: an
/// erased person would live on in the words (G9).
fn suppress(db: &mut Db, record: &Record, codes: ReplyCodes) -> Result<(), StoreError> {
    let Some(person) = recipients::find(db, record.delivery.recipient)? else { return Ok(()) };
    let suppression = Suppression {
        subject: Subject::Address,
        scope: Scope::Everything,
        reason: SuppressionReason::HardBounce,
        since: record.now,
        expires_at: None,
    };
    let (actor, note) = ("relay".to_owned(), Some(codes.to_string()));
    let other = if record.delivery.is_letter() { letters::other_hash(db, record.delivery.letter)? } else { None };
    let subject = other.unwrap_or(person.address_hash);
    let held = Held { subject, suppression, label: None, actor: actor.clone(), note: note.clone() };
    if !suppressions::add(db, &held)? {
        return Ok(());
    }
    let entry = NewEntry {
        about: other.map_or(About::Recipient(person.id), About::Subject),
        scope: Scope::Everything,
        decision: Decision::Suppressed,
        source: Source::Bounce,
        basis: SuppressionReason::HardBounce.to_string(),
        happened_at: record.now,
        recorded_at: record.now,
        wording: None,
        language: None,
        actor,
        request_id: format!("delivery try {}", record.attempt),
        campaign: Some(record.delivery.campaign),
        evidence: None,
        note,
    };
    ledger::append(db, &[entry]).map(|_| ())
}
