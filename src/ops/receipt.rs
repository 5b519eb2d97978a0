//! A receipt as a letter: what we hold about somebody's consent, in their language (CONFORMANCE K3).
//!
//! The letter says it in words; the records with every field are behind the link to the preference page, where they can
//! be downloaded.

use chrono::{DateTime, Duration, Utc};

use super::preferences::source_word;
use super::records::{self, RecordError};
use super::standing::masked;
use super::tries::{self, Asking};
use super::unsubscribe::ChoiceError;
use super::{App, lists};
use crate::clock;
use crate::domain::action::LETTER_HOURS;
use crate::domain::consent::{BASIS_CONSENT, Decision};
use crate::domain::letter::{Block, Purpose, Target};
use crate::domain::recipient::Locale;
use crate::domain::record::{Receipt, Record, Version};
use crate::domain::{RecipientId, Scope};
use crate::store::letters::{self, NewLetter};
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, people};
use crate::words::{Language, Value, Words};

/// What the receipt is called that goes with the letter.
const FILE: &str = "consent-receipt.json";

/// Whom a receipt went to.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// Who.
    pub recipient: RecipientId,
    /// Their address, masked.
    pub masked_address: String,
    /// The language set for them.
    pub locale: Option<Locale>,
}

/// Posts a receipt to the person behind a preference link, to their own address and nowhere else. Whoever holds a message
/// that was passed on learns nothing by it.
///
/// # Errors
/// See [`ChoiceError`].
pub async fn ask(app: &App, token: &str) -> Result<Addressee, ChoiceError> {
    let recipient = super::preferences::recipient_of(app, token)?;
    let store = app.store.clone();
    let app = app.clone();
    store
        .write(vec![recipient], move |db| {
            let now = clock::now();
            let person = people::lock(db, recipient)?.ok_or(ChoiceError::NobodyKnown)?;
            if person.address.is_none() {
                return Err(ChoiceError::Erased);
            }
            if tries::take(db, &Asking::ReceiptFor(recipient), now)? {
                let words = Words::new(Language::choose(person.locale.as_ref(), None));
                post(&app, db, &person, words, now).map_err(StoreError::from)?;
            }
            Ok(Addressee { recipient: person.id, masked_address: masked(&person), locale: person.locale })
        })
        .await
}

/// Posts a receipt; run inside a write transaction.
///
/// # Errors
/// See [`RecordError`].
pub(super) fn post(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    words: Words,
    now: DateTime<Utc>,
) -> Result<(), RecordError> {
    let letter = NewLetter {
        recipient: person.id,
        purpose: Purpose::Receipt,
        language: words.language().tag().to_owned(),
        subject: words.plain_with("receipt-subject", &[("sender", app.settings.sender_name().into())]),
        blocks: blocks(app, db, person, words, now)?,
        other: None,
        good_until: now + Duration::hours(LETTER_HOURS),
    };
    letters::post(db, &letter, now)?;
    Ok(())
}

/// What the letter says.
fn blocks(
    app: &App,
    db: &mut Db,
    person: &Recipient,
    words: Words,
    now: DateTime<Utc>,
) -> Result<Vec<Block>, RecordError> {
    let receipt = records::receipt(records::read(app, db, person, now)?)?;
    let sender = app.settings.sender_name();
    let intro = [("sender", sender.as_str().into()), ("date", words.date(now).into())];
    let mut blocks = vec![Block::Text(words.plain_with("receipt-intro", &intro))];
    for record in &receipt.records.records {
        blocks.push(Block::Facts(facts(db, record, &sender, words)?));
    }
    blocks.extend([
        Block::Text(words.plain("receipt-partners")),
        Block::Text(words.plain("receipt-change")),
        Block::Link { label: words.plain("receipt-link"), to: Target::Preferences },
        Block::Text(words.plain("receipt-file")),
        Block::Text(number(&receipt, words)),
        Block::File { name: FILE.to_owned(), json: json(&receipt)? },
    ]);
    Ok(blocks)
}

/// The whole of it, so that they can keep it (CONFORMANCE K3).
fn json(receipt: &Receipt) -> Result<String, StoreError> {
    serde_json::to_string_pretty(receipt).map_err(|error| StoreError::bad_row("letters", error))
}

fn number(receipt: &Receipt, words: Words) -> String {
    words.plain_with("receipt-number", &[("number", receipt.receipt_id.to_string().into())])
}

/// What one record says: what holds, and where and under which words it was said.
fn facts(db: &mut Db, record: &Record, sender: &str, words: Words) -> Result<Vec<(String, String)>, StoreError> {
    let scope: Scope = record.scope.parse().map_err(|error| StoreError::bad_row("ledger", error))?;
    // What a person said, not what staff put on top of it or a message that was on its way.
    let said = |version: &&Version| {
        [Decision::Granted.as_str(), Decision::Withdrawn.as_str()].contains(&version.event.decision)
    };
    let versions = &record.has_version;
    let Some(version) = versions.iter().rev().find(said).or_else(|| versions.last()) else { return Ok(Vec::new()) };
    let processing = version.pii_processing.first();
    let basis = processing.map_or(BASIS_CONSENT, |processing| processing.lawful_basis.as_str());
    let by_default = record.state == "given" && basis != BASIS_CONSENT;
    let state = match record.state {
        "given" if by_default => "granted",
        "not given" => "open",
        state => state,
    };
    let values: [(&str, Value<'_>); 3] =
        [("state", state.into()), ("date", words.date(version.event.event_time).into()), ("basis", basis.into())];
    let mut facts = vec![(what(db, scope, words)?, words.plain_with("receipt-state", &values))];
    if let Some(source) = processing.and_then(|processing| processing.collection_method.parse().ok()) {
        let values = [("source", source_word(source).into()), ("sender", sender.into())];
        facts.push((words.plain("receipt-where"), words.plain_with("preference-source", &values)));
    }
    if let Some(shown) = &version.privacy_notice.shown {
        facts.push((words.plain("receipt-words"), shown.text.clone()));
    }
    facts.push((words.plain("receipt-policy"), version.privacy_notice.version.clone()));
    Ok(facts)
}

fn what(db: &mut Db, scope: Scope, words: Words) -> Result<String, StoreError> {
    use lists::ListName;
    let (list, name) = match lists::scope_name(db, scope)? {
        ListName::Topic(name) => ("topic", name),
        ListName::Partner(name) => ("partner", name),
        ListName::Company => ("company", String::new()),
        ListName::AllPartners | ListName::Everything => ("partners", String::new()),
    };
    Ok(words.plain_with("receipt-what", &[("list", list.into()), ("name", name.into())]))
}
