//! What the fields are called in the vocabularies of the W3C's DPV group and of Dublin Core (CONFORMANCE K6).

use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// The schema of a record.
pub(super) const SCHEMA: &str = "https://w3id.org/dpv/schema/dpv-27560#record";
/// The schema of a receipt.
pub(super) const RECEIPT_SCHEMA: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt";
/// The id of the party that answers for the mail.
pub(super) const CONTROLLER: &str = "controller";
/// RFC 5646 section 2.2.1: the language was not recorded.
pub(super) const NO_LANGUAGE: &str = "und";
/// What a field that must not be missing says where nothing is known.
pub const NOT_STATED: &str = "not stated";
/// The type of an event that is no consent: its decision, in words of our own.
pub(super) const NO_CONSENT: &str = "consentry:NoConsentEvent";
/// The state after an event that is no consent: it left the consent as it was.
pub(super) const UNCHANGED: &str = "consentry:ConsentUnchanged";
/// The state after a notice.
pub(super) const NOTICE_SHOWN: &str = "consentry:NoticeShown";

const PREFIXES: [(&str, &str); 5] = [
    ("dpv", "https://w3id.org/dpv#"),
    ("pd", "https://w3id.org/dpv/pd#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("consentry", "urn:consentry:"),
];

/// Fields that hold a text.
const TEXTS: [(&str, &str); 17] = [
    ("record_id", "dct:identifier"),
    ("receipt_id", "dct:identifier"),
    ("pii_principal_id", "dpv:hasDataSubject"),
    ("language", "dct:language"),
    ("purpose", "dpv:hasPurpose"),
    ("lawful_basis", "dpv:hasLegalBasis"),
    ("collection_method", "dpv:hasDataSource"),
    ("processing_method", "dpv:hasProcessing"),
    ("storage_locations", "dpv:hasStorageCondition"),
    ("retention_period", "dpv:hasDuration"),
    ("jurisdiction", "dpv:hasJurisdiction"),
    ("withdrawal_method", "dpv:hasConsentControl"),
    ("party_id", "dpv:hasIdentifier"),
    ("party_name", "dpv:hasName"),
    ("party_address", "dpv:hasAddress"),
    ("party_contact", "dpv:hasContact"),
    ("validity_duration", "dct:valid"),
];

/// Fields that hold another thing, or name one.
const THINGS: [(&str, &str); 16] = [
    ("schema_version", "dct:conformsTo"),
    ("records", "dct:hasPart"),
    ("has_version", "dct:hasVersion"),
    ("replaces", "dct:replaces"),
    ("privacy_notice", "dpv:hasNotice"),
    ("pii_processing", "dpv:hasProcess"),
    ("purpose_type", "dpv:hasPurpose"),
    ("pii_information", "dpv:hasPersonalData"),
    ("pii_controllers", "dpv:hasDataController"),
    ("recipient_third_parties", "dpv:hasRecipient"),
    ("parties", "dpv:hasEntity"),
    ("party_role", "dpv:hasRole"),
    ("event", "dct:relation"),
    ("entity_id", "dpv:isImplementedByEntity"),
    ("event_type", "dct:type"),
    ("event_state", "dpv:hasConsentStatus"),
];

/// Fields that hold a time.
const TIMES: [(&str, &str); 4] = [
    ("event_time", "dct:date"),
    ("made_at", "dct:created"),
    ("issued_at", "dct:issued"),
    ("published_at", "dct:issued"),
];

/// The JSON-LD context. It stands in every export, so that nobody has to fetch it to read one.
#[derive(Clone, Copy, Debug)]
pub struct Context;

/// A term whose values have a type.
#[derive(serde::Serialize)]
struct Typed {
    #[serde(rename = "@id")]
    id: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
}

impl Serialize for Context {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (name, iri) in PREFIXES.iter().chain(&TEXTS) {
            map.serialize_entry(name, iri)?;
        }
        for (name, id) in THINGS {
            map.serialize_entry(name, &Typed { id, kind: "@id" })?;
        }
        for (name, id) in TIMES {
            map.serialize_entry(name, &Typed { id, kind: "xsd:dateTime" })?;
        }
        map.end()
    }
}
