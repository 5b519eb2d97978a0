//! Messages that have passed their last look and have no outcome yet: what an opt-out waits for (G3).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::among::load_among;
use super::columns::{micros, time};
use super::db::Db;
use super::deliveries::{key_of, list_of};
use super::error::StoreError;
use super::looks::DeliveryKey;
use super::schema::{campaigns, deliveries, letters};
use crate::domain::delivery::DeliveryState;
use crate::domain::letter::LETTERS;
use crate::domain::{AddressHash, CampaignId, LetterId, List, RecipientId};

/// A message that had passed its last look when a choice was made (G3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// Which delivery.
    pub delivery: DeliveryKey,
    /// The number of the try.
    pub attempt: i32,
    /// The campaign's subject line, to name it to the person: with its placeholders until it is filled in for them.
    pub subject: String,
    /// Its list; none where it is mail that needs no consent.
    pub list: Option<List>,
    /// Nobody hears of it any more, and the relay may still accept it.
    pub in_doubt: bool,
}

type PassedColumns = (i64, i64, i64, i32, i32, i64, String, String, Option<i64>, Option<i64>);

/// A message that had passed its last look, with what an opt-out must know to tell whether it covers it.
#[derive(Clone, Debug)]
pub struct Passed {
    /// The message.
    pub message: OnItsWay,
    /// When it last changed.
    pub at: DateTime<Utc>,
}

/// Messages to `recipients` that are being handed over right now, or that have been in doubt since no earlier than
/// `doubts_since`: a relay that has the final dot may accept a message whose sender died or gave up.
///
/// # Errors
/// The database says no, or a campaign cannot be read.
pub fn passed(
    db: &mut Db,
    recipients: &[RecipientId],
    doubts_since: DateTime<Utc>,
) -> Result<HashMap<RecipientId, Vec<Passed>>, StoreError> {
    let ids: Vec<i64> = recipients.iter().map(|recipient| recipient.get()).collect();
    let in_doubt = deliveries::state.eq(DeliveryState::InDoubt.code());
    let in_doubt = in_doubt.and(deliveries::updated_at.ge(micros(doubts_since)));
    let passed = deliveries::table
        .inner_join(campaigns::table.on(campaigns::id.eq(deliveries::campaign_id)))
        .filter(deliveries::state.eq(DeliveryState::HandingOver.code()).or(in_doubt))
        .select((
            deliveries::recipient_id,
            deliveries::campaign_id,
            deliveries::letter,
            deliveries::attempt,
            deliveries::state,
            deliveries::updated_at,
            campaigns::subject,
            campaigns::stream,
            campaigns::topic_id,
            campaigns::partner_id,
        ));
    let rows: Vec<PassedColumns> = load_among!(db, passed, deliveries::recipient_id, ids.as_slice())?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (recipient, campaign, letter, attempt, state, at, subject, stream, topic, partner) in rows {
        let recipient = RecipientId::new(recipient);
        let (campaign, letter) = (CampaignId::new(campaign), LetterId::new(letter));
        let delivery = DeliveryKey { campaign, recipient, letter };
        let in_doubt = state == DeliveryState::InDoubt.code();
        let (list, at) = (list_of(&stream, topic, partner)?, time("deliveries", at)?);
        let message = OnItsWay { delivery, attempt, subject, list, in_doubt };
        found.entry(recipient).or_default().push(Passed { message, at });
    }
    Ok(found)
}

/// Letters to any of these addresses, each of an address that is not its recipient's own, that are being handed over right
/// now, or that have been in doubt since no earlier than `doubts_since`.
///
/// # Errors
/// The database says no.
pub fn letters_to(
    db: &mut Db,
    addresses: &[AddressHash],
    doubts_since: DateTime<Utc>,
) -> Result<Vec<OnItsWay>, StoreError> {
    let hashes: Vec<_> = addresses.iter().map(|hash| Some(hash.as_bytes().to_vec())).collect();
    let in_doubt = deliveries::state.eq(DeliveryState::InDoubt.code());
    let in_doubt = in_doubt.and(deliveries::updated_at.ge(micros(doubts_since)));
    let same = deliveries::letter.eq(letters::id).and(deliveries::recipient_id.eq(letters::recipient_id));
    let passed = letters::table
        .inner_join(deliveries::table.on(same.and(deliveries::campaign_id.eq(LETTERS.get()))))
        .filter(letters::content.is_not_null())
        .filter(letters::other_hash.eq_any(hashes))
        .filter(deliveries::state.eq(DeliveryState::HandingOver.code()).or(in_doubt))
        .select((letters::recipient_id, letters::id, deliveries::attempt, deliveries::state, letters::subject));
    let rows: Vec<(i64, i64, i32, i32, String)> = passed.load(db)?;
    let of_row = |(recipient, letter, attempt, state, subject)| {
        let (recipient, letter) = (RecipientId::new(recipient), LetterId::new(letter));
        let delivery = DeliveryKey { campaign: LETTERS, recipient, letter };
        OnItsWay { delivery, attempt, subject, list: None, in_doubt: state == DeliveryState::InDoubt.code() }
    };
    Ok(rows.into_iter().map(of_row).collect())
}

/// A message that was on its way as it stands now; none when it has its outcome. One that came into doubt meanwhile is
/// still on its way.
///
/// # Errors
/// The database says no.
pub fn still(db: &mut Db, message: OnItsWay) -> Result<Option<OnItsWay>, StoreError> {
    let same_try = deliveries::table.find(key_of(message.delivery)).filter(deliveries::attempt.eq(message.attempt));
    let state: Option<i32> = same_try.select(deliveries::state).first(db).optional()?;
    Ok(match state.and_then(DeliveryState::from_code) {
        Some(DeliveryState::HandingOver) => Some(OnItsWay { in_doubt: false, ..message }),
        Some(DeliveryState::InDoubt) => Some(OnItsWay { in_doubt: true, ..message }),
        _ => None,
    })
}
