use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::domain::id::{PartnerId, PolicyVersion, Seq};
use crate::domain::suppression::{Subject, SuppressionReason};

const COMPANY: Scope = Scope::Stream(Stream::Company);
const PARTNER: Scope = Scope::Stream(Stream::Partner);
const TOPIC: Scope = Scope::Topic(TopicId::new(7));
const ACME: Scope = Scope::Partner(PartnerId::new(9));

/// What CONFORMANCE K1 and K2 ask of every version. A name with `[]` is a list with at least one member.
const MANDATORY: [&str; 30] = [
    "schema_version",
    "record_id",
    "pii_principal_id",
    "privacy_notice.version",
    "language",
    "pii_processing[].purpose",
    "pii_processing[].purpose_type",
    "pii_processing[].lawful_basis",
    "pii_processing[].pii_information[].pii_type",
    "pii_processing[].pii_controllers[]",
    "pii_processing[].collection_method",
    "pii_processing[].storage_locations[]",
    "pii_processing[].retention_period",
    "pii_processing[].jurisdiction",
    "pii_processing[].third_parties_receive",
    "pii_processing[].withdrawal_method",
    "parties[].party_id",
    "parties[].party_name",
    "parties[].party_address",
    "parties[].party_contact",
    "parties[].party_type",
    "parties[].party_role",
    "event.event_time",
    "event.validity_duration",
    "event.entity_id",
    "event.event_type",
    "event.event_state",
    "event.state",
    "@id",
    "@type",
];

/// The mandatory fields that a version lacks (K6).
fn missing(version: &Value) -> Vec<&'static str> {
    MANDATORY.into_iter().filter(|path| !has(version, path)).collect()
}

fn has(value: &Value, path: &str) -> bool {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let filled = |value: &Value| match rest {
        "" => value.as_str().is_some_and(|text| !text.trim().is_empty()),
        rest => has(value, rest),
    };
    match step.strip_suffix("[]") {
        None => filled(&value[step]),
        Some(list) => value[list].as_array().is_some_and(|members| !members.is_empty() && members.iter().all(filled)),
    }
}

fn entry(seq: i64, scope: Scope, decision: Decision) -> Entry {
    let mut hash = [0x5a; 32];
    // Chained hashes differ everywhere; here it is enough that the first bytes do.
    hash.iter_mut().zip(seq.to_le_bytes()).for_each(|(to, byte)| *to = byte);
    Entry {
        event: ConsentEvent {
            seq: Seq::new(seq),
            scope,
            decision,
            source: Source::Registration,
            happened_at: DateTime::UNIX_EPOCH + Duration::days(seq),
            policy: PolicyVersion::FIRST,
        },
        hash,
        basis: "consent".to_owned(),
        recorded_at: DateTime::UNIX_EPOCH + Duration::days(seq),
        wording: Some(("Yes, write to me".to_owned(), "00".repeat(32))),
        language: (seq % 2 == 0).then(|| "de".to_owned()),
        policy_version: 1,
        by_person: true,
    }
}

fn material(entries: Vec<Entry>) -> Material {
    let acme = NamedPartner { id: PartnerId::new(9), added_after: Seq::new(2) };
    Material {
        principal: RecipientId::new(4),
        entries,
        suppressions: Vec::new(),
        topics: vec![(TopicId::new(7), "Offers".to_owned())],
        partners: vec![(acme, "Acme".to_owned())],
        notices: BTreeMap::new(),
        personal_data: vec![PersonalData {
            pii_type: "e-mail address",
            term: Some("pd:EmailAddress"),
            pii_optional: false,
        }],
        controller: Controller {
            name: "Harbour Books".to_owned(),
            postal_address: "12 Quay Street".to_owned(),
            contact: "remove@harbour.example".to_owned(),
            jurisdiction: "IE".to_owned(),
            storage_location: "Dublin".to_owned(),
            retention: "as long as the consent stands".to_owned(),
            withdrawal: "the link in every message".to_owned(),
        },
    }
}

fn made(entries: &[(Scope, Decision)]) -> Records {
    let entries = (1..).zip(entries).map(|(seq, (scope, decision))| entry(seq, *scope, *decision));
    records(&material(entries.collect()), DateTime::UNIX_EPOCH)
}

fn states(records: &Records, scope: Scope) -> Vec<&'static str> {
    let record = records.records.iter().find(|record| record.scope == scope.to_string()).unwrap();
    assert_eq!(record.has_version.last().unwrap().event.state, record.state);
    record.has_version.iter().map(|version| version.event.state).collect()
}

#[test]
fn nobody_who_said_nothing_has_a_record() {
    assert!(made(&[]).records.is_empty());
}

#[test]
fn k4_each_event_makes_a_version_that_names_the_one_before() {
    let records = made(&[(COMPANY, Decision::Granted), (COMPANY, Decision::Withdrawn)]);
    let record = &records.records[0];
    assert_eq!(states(&records, COMPANY), ["given", "withdrawn"]);
    assert_eq!(record.has_version[0].id, record.id);
    assert_eq!(record.has_version[0].replaces, None);
    assert_eq!(record.has_version[1].replaces.as_ref(), Some(&record.has_version[0].id));
    assert_eq!(record.has_version[1].version, 2);
}

#[test]
fn a_no_that_no_yes_came_before_is_a_refusal() {
    assert_eq!(states(&made(&[(PARTNER, Decision::Withdrawn)]), PARTNER), ["refused"]);
}

#[test]
fn an_undone_withdrawal_is_given_again_and_nothing_is_overwritten() {
    let undo = Decision::Undone(Seq::new(2));
    let records =
        made(&[(COMPANY, Decision::Granted), (Scope::Everything, Decision::Withdrawn), (Scope::Everything, undo)]);
    assert_eq!(states(&records, COMPANY), ["given", "withdrawn", "given"]);
    assert_eq!(states(&records, PARTNER), ["refused", "not given"]);
    assert_eq!(records.records[0].has_version[2].event.undoes_entry, Some(2));
}

#[test]
fn a_message_on_its_way_and_a_suppression_say_nothing_about_consent() {
    let mut material = material(vec![
        entry(1, COMPANY, Decision::Granted),
        entry(2, COMPANY, Decision::Overtaken),
        entry(3, Scope::Everything, Decision::Suppressed),
    ]);
    let bar = |scope, expires_at| Suppression {
        subject: Subject::Address,
        scope,
        reason: SuppressionReason::Staff,
        since: DateTime::UNIX_EPOCH,
        expires_at,
    };
    material.suppressions =
        vec![bar(Scope::Everything, None), bar(PARTNER, None), bar(COMPANY, Some(DateTime::UNIX_EPOCH))];
    let made = records(&material, DateTime::UNIX_EPOCH);
    assert_eq!(states(&made, COMPANY), ["given", "given", "given"]);
    let bars: Vec<_> = made.records[0].suppressed_by.iter().map(|bar| bar.scope.as_str()).collect();
    assert_eq!(bars, ["everything"], "in force, and in this scope");

    material.entries.push(entry(4, Scope::Everything, Decision::Lifted));
    material.suppressions.clear();
    let made = records(&material, DateTime::UNIX_EPOCH);
    assert_eq!(made.records[0].has_version[3].event.decision, "lifted");
    assert!(made.records[0].suppressed_by.is_empty());
}

/// CONFORMANCE K2: a notice is an event of its own. Silence is no consent, and a no to the policy stops all of it.
#[test]
fn k2_a_notice_is_shown_and_a_declined_policy_is_told_in_every_record() {
    let second = PolicyVersion(2);
    let notified = [(COMPANY, Decision::Granted), (Scope::Everything, Decision::Notified(second))];
    let records = made(&notified);
    assert_eq!(records.records[0].has_version[1].event.state, "notice shown");
    let event = &records.records[0].has_version[1].event;
    assert_eq!((event.event_type, event.event_state), ("dpv:PrivacyNotice", "consentry:NoticeShown"));
    assert_eq!((records.records[0].state, records.records[0].policy_declined), ("given", None));
    let declined = made(&[notified.as_slice(), &[(Scope::Everything, Decision::Declined(second))]].concat());
    assert!(declined.records.iter().all(|record| record.policy_declined == Some(2)));
}

#[test]
fn a_partner_added_after_the_yes_is_not_part_of_it() {
    let records = made(&[(PARTNER, Decision::Granted), (ACME, Decision::Overtaken), (ACME, Decision::Granted)]);
    assert_eq!(states(&records, ACME), ["not given", "not given", "given"]);
}

#[test]
fn a_default_is_told_apart_from_what_a_person_said() {
    let mut by_default = entry(1, COMPANY, Decision::Granted);
    by_default.basis = "soft opt-in (PECR 22)".to_owned();
    by_default.by_person = false;
    let made = records(&material(vec![by_default, entry(2, COMPANY, Decision::Granted)]), DateTime::UNIX_EPOCH);
    let versions = &made.records[0].has_version;
    assert_eq!(versions[0].event.event_type, "dpv:ImpliedConsent");
    assert_eq!(versions[0].event.entity_id, "controller");
    assert_eq!(versions[0].pii_processing[0].lawful_basis, "soft opt-in (PECR 22)");
    assert_eq!(versions[1].event.event_type, "dpv:ExpressedConsent");
    assert_eq!(versions[1].event.entity_id, "recipient:4");
}

#[test]
fn k1_the_third_parties_are_the_named_partners_and_get_nothing() {
    let records = made(&[(COMPANY, Decision::Granted), (PARTNER, Decision::Granted)]);
    let third = |at: usize| records.records[at].has_version[0].pii_processing[0].recipient_third_parties.clone();
    assert_eq!(third(0), Vec::<String>::new());
    assert_eq!(third(1), ["partner:9"]);
    let parties = &records.records[1].has_version[0].parties;
    assert_eq!(parties.iter().map(|party| party.party_name.as_str()).collect::<Vec<_>>(), ["Harbour Books", "Acme"]);
    assert_eq!((parties[1].party_address.as_str(), parties[1].party_contact.as_str()), (NOT_STATED, NOT_STATED));
}

/// What happens beside a consent makes a version that says what holds, and claims neither a consent nor its basis.
#[test]
fn k2_an_event_that_is_no_consent_says_so_and_the_basis_stays_that_of_the_yes() {
    for decision in [
        Decision::Suppressed,
        Decision::Lifted,
        Decision::Changed,
        Decision::Overtaken,
        Decision::Notified(PolicyVersion(2)),
        Decision::Declined(PolicyVersion(2)),
        Decision::Accepted(PolicyVersion(2)),
    ] {
        let mut other = entry(2, Scope::Everything, decision);
        other.basis = "request".to_owned();
        let made = records(&material(vec![entry(1, COMPANY, Decision::Granted), other]), DateTime::UNIX_EPOCH);
        let version = &made.records[0].has_version[1];
        assert!(!version.event.event_type.contains("Consent") || version.event.event_type.contains("NoConsent"));
        assert!(version.event.event_state.starts_with("consentry:"), "{decision:?}");
        assert_eq!(version.pii_processing[0].lawful_basis, "consent", "{decision:?}");
        assert_eq!(
            made.records[0].state,
            if matches!(decision, Decision::Notified(_)) { "given" } else { version.event.state }
        );
    }
}

#[test]
fn k3_a_receipt_has_its_own_id_and_the_whole_record() {
    let records = made(&[(COMPANY, Decision::Granted)]);
    let whole = serde_json::to_value(&records).unwrap();
    let receipt = receipt(records, RecordId::of_random([0xff; 16]), DateTime::UNIX_EPOCH);
    let receipt = serde_json::to_value(receipt).unwrap();
    assert_eq!(receipt["receipt_id"], "ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(receipt["records"], whole);
}

/// Every name that stands in a record means something in JSON-LD, or is ours and stays out of it.
#[test]
fn k6_the_context_names_the_mandatory_fields() {
    let context = serde_json::to_value(Context).unwrap();
    let ours = ["third_parties_receive", "pii_type", "party_type", "state", "version", "@id", "@type"];
    for path in MANDATORY {
        let name = path.rsplit('.').next().unwrap().trim_end_matches("[]");
        assert!(ours.contains(&name) || context.get(name).is_some(), "{name}");
    }
}

fn decisions() -> impl Strategy<Value = Vec<(Scope, Decision)>> {
    let scope = prop::sample::select(vec![Scope::Everything, COMPANY, PARTNER, TOPIC, ACME]);
    let decision = prop_oneof![
        3 => Just(Decision::Granted),
        3 => Just(Decision::Withdrawn),
        1 => (1_i64..12).prop_map(|seq| Decision::Undone(Seq::new(seq))),
        1 => Just(Decision::Overtaken),
        1 => Just(Decision::Lifted),
        1 => Just(Decision::Suppressed),
        1 => Just(Decision::Changed),
        1 => Just(Decision::Notified(PolicyVersion(2))),
        1 => Just(Decision::Declined(PolicyVersion(2))),
        1 => Just(Decision::Accepted(PolicyVersion(2))),
    ];
    prop::collection::vec((scope, decision), 0..12)
}

proptest! {
    /// CONFORMANCE K1, K2, K6.
    #[test]
    fn k6_no_version_of_any_history_lacks_a_mandatory_field(history in decisions()) {
        let whole = serde_json::to_value(made(&history)).unwrap();
        for record in whole["records"].as_array().unwrap() {
            for version in record["has_version"].as_array().unwrap() {
                prop_assert_eq!(missing(version), Vec::<&str>::new());
            }
        }
    }

    /// CONFORMANCE K4: later events leave earlier versions as they were, and ids never repeat.
    #[test]
    fn k4_what_was_recorded_stays_as_it_was(history in decisions(), more in decisions()) {
        let before = made(&history);
        let after = made(&[history, more].concat());
        let mut ids = BTreeSet::new();
        for record in &after.records {
            for version in &record.has_version {
                prop_assert!(ids.insert(version.id.clone()));
                prop_assert_eq!(version.record_id, record.record_id);
            }
        }
        for record in before.records {
            let later = after.records.iter().find(|later| later.record_id == record.record_id).unwrap();
            for (old, new) in record.has_version.iter().zip(&later.has_version) {
                prop_assert_eq!(serde_json::to_value(old).unwrap(), serde_json::to_value(new).unwrap());
            }
        }
    }

    /// The record says `given` exactly where the verdict's fold finds a grant.
    #[test]
    fn a_record_never_says_yes_where_the_fold_says_no(history in decisions()) {
        let entries: Vec<_> = (1..).zip(&history).map(|(seq, (scope, decision))| entry(seq, *scope, *decision)).collect();
        let events: Vec<_> = entries.iter().map(|entry| entry.event).collect();
        let fold = ConsentState::fold(&events);
        for record in made(&history).records {
            let (list, added) = match record.scope.parse().unwrap() {
                Scope::Everything => unreachable!(),
                Scope::Stream(stream) => (List::Stream(stream), None),
                Scope::Topic(id) => (List::Topic(id), None),
                Scope::Partner(id) => (List::Partner(id), Some(Seq::new(2))),
            };
            let granted = matches!(fold.standing(list, added), Standing::Granted(_));
            prop_assert_eq!(record.state == "given", granted);
        }
    }
}
