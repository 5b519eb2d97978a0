//! A person's consent records, for staff, for themselves, and as receipts (CONFORMANCE K).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::App;
use crate::clock;
use crate::domain::recipient::Facts;
pub(super) use crate::domain::record::NOT_STATED;
use crate::domain::record::{self, Controller, Entry, Material, Notice, PersonalData, Receipt, RecordId, Records};
use crate::domain::{Address, RecipientId};
use crate::store::ledger::{self, Row};
use crate::store::recipients::{self, Recipient};
use crate::store::{Db, StoreError, ledger_chain, lists, people, policies, suppressions, wordings};

/// Why there is no record.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// We know nobody of this address.
    #[error("nobody of this address is known")]
    NobodyKnown,
    /// No random numbers for the receipt's id.
    #[error("the system gives no random numbers")]
    Random,
    /// The database said no.
    #[error("the record could not be read")]
    Store(#[from] StoreError),
}

impl From<RecordError> for StoreError {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::NobodyKnown => Self::bad_row("recipients", "somebody who was there is gone"),
            RecordError::Random => Self::Random,
            RecordError::Store(error) => error,
        }
    }
}

/// The records of one person.
///
/// # Errors
/// See [`RecordError`].
pub async fn of(app: &App, recipient: RecipientId) -> Result<Records, RecordError> {
    let controller = controller(app);
    let read = app.store.read(move |db| {
        let person = recipients::find(db, recipient)?.ok_or(RecordError::NobodyKnown)?;
        Ok::<_, RecordError>(record::records(&material(db, &person, controller)?, clock::now()))
    });
    read.await
}

/// As [`of`], within a transaction.
///
/// # Errors
/// The database says no.
pub(super) fn read(app: &App, db: &mut Db, person: &Recipient, now: DateTime<Utc>) -> Result<Records, StoreError> {
    Ok(record::records(&material(db, person, controller(app))?, now))
}

/// The records of the person behind an address.
///
/// # Errors
/// See [`RecordError`].
pub async fn of_address(app: &App, address: &Address) -> Result<Records, RecordError> {
    let hash = app.keys.ring().hash_address(address);
    let found = app.store.read(move |db| recipients::find_by_hash(db, hash)).await?;
    of(app, found.ok_or(RecordError::NobodyKnown)?.id).await
}

/// A new receipt for records (K3).
///
/// # Errors
/// See [`RecordError`].
pub fn receipt(records: Records) -> Result<Receipt, RecordError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_: getrandom::Error| RecordError::Random)?;
    Ok(record::receipt(records, RecordId::of_random(bytes), clock::now()))
}

/// Who answers for the mail, from the settings.
pub(super) fn controller(app: &App) -> Controller {
    let settings = &app.settings;
    let said = &settings.controller;
    let stated = |text: &Option<String>| text.clone().unwrap_or_else(|| NOT_STATED.to_owned());
    let from = settings.from_company.as_ref();
    let domain = from.map_or_else(|| "localhost".to_owned(), |from| from.address.domain().to_owned());
    let sender = from.and_then(|from| from.name.as_ref()).map(|name| name.as_str().to_owned());
    let remove = settings.remove_address.clone().unwrap_or_else(|| format!("remove@{domain}"));
    Controller {
        name: said.name.clone().or(sender).unwrap_or(domain),
        postal_address: stated(&settings.postal_address),
        contact: said.contact.clone().unwrap_or_else(|| remove.clone()),
        jurisdiction: stated(&said.jurisdiction),
        storage_location: stated(&said.storage_location),
        retention: stated(&said.retention),
        withdrawal: format!(
            "the unsubscribe link in every message, {}/preferences, or any mail to {remove}",
            settings.base_url.as_str()
        ),
    }
}

fn material(db: &mut Db, person: &Recipient, controller: Controller) -> Result<Material, StoreError> {
    let mut rows = ledger::rows_of(db, person.id)?;
    let subjects = [person.address_hash, person.domain_hash];
    rows.extend(ledger::rows_about(db, &subjects)?);
    rows.sort_by_key(|row| row.seq);
    let mut wordings = BTreeMap::new();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        entries.push(entry(db, row, &mut wordings)?);
    }
    let held = suppressions::against(db, &subjects)?;
    let topics = lists::topics(db)?.into_iter().map(|topic| (topic.id, topic.name));
    let partners = lists::partners(db)?.into_iter().map(|partner| (partner.named, partner.name));
    Ok(Material {
        principal: person.id,
        entries,
        suppressions: held.into_iter().map(|held| held.suppression).collect(),
        topics: topics.collect(),
        partners: partners.collect(),
        notices: notices(db)?,
        personal_data: personal_data(&people::facts(db, person.id)?),
        controller,
    })
}

fn notices(db: &mut Db) -> Result<BTreeMap<i32, Notice>, StoreError> {
    let mut notices = BTreeMap::new();
    for version in policies::versions(db)?.all() {
        let text = policies::find(db, version.number)?.and_then(|policy| policy.text);
        let notice = Notice {
            version: version.number.0.to_string(),
            // The first one was there before us, and has no text that we have seen.
            published_at: text.as_ref().map(|_| version.published_at),
            text_sha256: text.map(|text| data_encoding::HEXLOWER.encode(&ledger_chain::wording_digest(&text))),
            shown: None,
        };
        notices.insert(version.number.0, notice);
    }
    Ok(notices)
}

fn entry(db: &mut Db, row: Row, wordings: &mut BTreeMap<Vec<u8>, Option<String>>) -> Result<Entry, StoreError> {
    let event = row.event()?;
    let recorded_at = row.when_recorded()?;
    let wording = match row.wording {
        None => None,
        Some(digest) => {
            if !wordings.contains_key(&digest) {
                let text = wordings::text(db, &digest)?;
                wordings.insert(digest.clone(), text);
            }
            let text = wordings.get(&digest).cloned().flatten();
            text.map(|text| (text, data_encoding::HEXLOWER.encode(&digest)))
        }
    };
    let unreadable = |_| StoreError::bad_row("ledger", "a hash that has not 32 bytes");
    Ok(Entry {
        event,
        hash: row.hash.try_into().map_err(unreadable)?,
        basis: row.basis,
        recorded_at,
        wording,
        language: row.language,
        policy_version: row.policy_version,
        by_person: row.actor == "recipient",
    })
}

/// The kinds of data that a consent to mail needs, and those that we hold beside them.
fn personal_data(facts: &Facts) -> Vec<PersonalData> {
    let kind = |pii_type, term, pii_optional| PersonalData { pii_type, term, pii_optional };
    let mut held = vec![kind("e-mail address", Some("pd:EmailAddress"), false)];
    let optional = [
        (facts.name.is_some(), "name", Some("pd:Name")),
        (facts.zip.is_some(), "ZIP or postal code", Some("pd:PostalCode")),
        (facts.age_band.is_some(), "age band", Some("pd:AgeRange")),
        (facts.income_band.is_some(), "income band", Some("pd:IncomeBracket")),
        (facts.locale.is_some(), "language", Some("pd:Language")),
        (facts.time_zone.is_some(), "time zone", None),
    ];
    held.extend(optional.into_iter().filter(|(is_held, ..)| *is_held).map(|(_, what, term)| kind(what, term, true)));
    held.push(kind("IP address and user agent of a choice, as its proof", Some("pd:IPAddress"), true));
    held
}
