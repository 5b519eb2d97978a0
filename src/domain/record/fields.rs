//! The fields of ISO/IEC TS 27560:2023 under their names there. What is mandatory can't be left out of these types.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{Context, RecordId};
use crate::domain::suppression::Suppression;

/// Everything we hold about a person's consent.
#[derive(Clone, Debug, Serialize)]
pub struct Records {
    /// What the fields are called elsewhere.
    #[serde(rename = "@context")]
    pub context: Context,
    /// What the records conform to.
    pub schema_version: &'static str,
    /// When this was made.
    pub made_at: DateTime<Utc>,
    /// Whose records.
    pub pii_principal_id: String,
    /// One for each scope that was ever spoken of.
    pub records: Vec<Record>,
}

/// A receipt: its id, and the whole of the records (K3).
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// What the fields are called elsewhere.
    #[serde(rename = "@context")]
    pub context: Context,
    /// What it is.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// What the receipt conforms to.
    pub schema_version: &'static str,
    /// Its own id.
    pub receipt_id: RecordId,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// What it is a receipt for.
    pub records: Records,
}

/// The record of one scope, with all its versions.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    /// Its id as an IRI.
    #[serde(rename = "@id")]
    pub id: String,
    /// What it is.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// What it conforms to.
    pub schema_version: &'static str,
    /// Its id: that of its first version.
    pub record_id: RecordId,
    /// Whose record.
    pub pii_principal_id: String,
    /// What it is about: company, partner, topic:ID or partner:ID.
    pub scope: String,
    /// What holds now: given, withdrawn, refused, not given.
    pub state: &'static str,
    /// The version of the policy that the person said no to, if that stands: nothing is sent then either.
    pub policy_declined: Option<i32>,
    /// What bars mail in this scope now, whatever was consented to.
    pub suppressed_by: Vec<Bar>,
    /// Every version, oldest first (K4).
    pub has_version: Vec<Version>,
}

/// A suppression in force.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// What it covers.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when; for ever where absent.
    pub until: Option<DateTime<Utc>>,
}

impl Bar {
    pub(super) fn of(held: &Suppression) -> Self {
        Self {
            scope: held.scope.to_string(),
            reason: held.reason.to_string(),
            since: held.since,
            until: held.expires_at,
        }
    }
}

/// One version of a record: what one event made of it. It has every mandatory field, so that it stands on its own.
#[derive(Clone, Debug, Serialize)]
pub struct Version {
    /// Its id as an IRI.
    #[serde(rename = "@id")]
    pub id: String,
    /// What it is.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// What it conforms to.
    pub schema_version: &'static str,
    /// The id of the record.
    pub record_id: RecordId,
    /// Its number, from 1.
    pub version: u32,
    /// The version before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Whose record.
    pub pii_principal_id: String,
    /// The notice that was in force, and the words that were shown.
    pub privacy_notice: Notice,
    /// The language of the words; `und` where it was not recorded.
    pub language: String,
    /// What the consent is to.
    pub pii_processing: Vec<Processing>,
    /// Who has to do with it.
    pub parties: Vec<Party>,
    /// What happened.
    pub event: Event,
}

/// A privacy notice: which version exactly.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// The policy version.
    pub version: String,
    /// When it was published; absent where that was before our time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<DateTime<Utc>>,
    /// The SHA-256 of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<String>,
    /// The exact words that were shown when the choice was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// Words that were shown.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// The words.
    pub text: String,
    /// Their SHA-256, as the ledger keeps it.
    pub sha256: String,
}

/// What the consent is to.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the names are those of ISO/IEC TS 27560:2023 section 6.3.4")]
pub struct Processing {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub purpose: String,
    pub purpose_type: &'static str,
    pub lawful_basis: String,
    pub pii_information: Vec<PersonalData>,
    pub pii_controllers: [&'static str; 1],
    pub collection_method: String,
    pub processing_method: &'static str,
    pub storage_locations: Vec<String>,
    pub retention_period: String,
    pub jurisdiction: String,
    pub recipient_third_parties: Vec<String>,
    pub third_parties_receive: &'static str,
    pub withdrawal_method: String,
}

/// A kind of personal data.
#[derive(Clone, Debug, Serialize)]
pub struct PersonalData {
    /// What we call it.
    pub pii_type: &'static str,
    /// What DPV calls it.
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    pub term: Option<&'static str>,
    /// Whether the consent works without it.
    pub pii_optional: bool,
}

/// A party.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the names are those of ISO/IEC TS 27560:2023 section 6.3.6")]
pub struct Party {
    pub party_id: String,
    pub party_name: String,
    pub party_address: String,
    pub party_contact: String,
    pub party_type: &'static str,
    pub party_role: &'static str,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// When it happened.
    pub event_time: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// How long it holds.
    pub validity_duration: &'static str,
    /// Who made it.
    pub entity_id: String,
    /// The kind of consent, as a term of DPV; a term of our own where the event is no consent.
    pub event_type: &'static str,
    /// The state of the consent after it, as a term of DPV; a term of our own where the event left it as it was.
    pub event_state: &'static str,
    /// The state after it in one word.
    pub state: &'static str,
    /// The ledger's word for it.
    pub decision: &'static str,
    /// What it was about: it may reach further than this record.
    pub scope: String,
    /// Its place in the ledger.
    pub ledger_entry: i64,
    /// The entry that it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes_entry: Option<i64>,
}
