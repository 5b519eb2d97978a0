//! Consent records in the fields of ISO/IEC TS 27560:2023 (CONFORMANCE K), as staff print them.

use serde_json::Value;

use super::support::both_databases;
use super::support::house::House;
use super::support::web::{one_click, post, press};

const COMPANY: &[&str] = &["--stream", "company"];

fn record(house: &House, address: &str) -> Value {
    house.json(&["recipient", "record", address])
}

fn of_scope<'a>(records: &'a Value, scope: &str) -> &'a Value {
    let found = records["records"].as_array().unwrap().iter().find(|record| record["scope"] == scope);
    found.unwrap_or_else(|| panic!("no record of {scope}: {records}"))
}

fn states(records: &Value, scope: &str) -> Vec<String> {
    let versions = of_scope(records, scope)["has_version"].as_array().unwrap();
    versions.iter().map(|version| version["event"]["state"].as_str().unwrap().to_owned()).collect()
}

both_databases! {
    /// CONFORMANCE I1, K1, K2, K4.
    k1_the_record_says_who_consented_when_to_what_under_which_words(house) {
        house.set("CONSENTRY_CONTROLLER", "Harbour Books Ltd").set("CONSENTRY_JURISDICTION", "Ireland (EU)");
        house.ok(&["partner", "add", "Acme"]);
        house.people(&[("ada@example.org", "yes", "yes")]);
        let records = record(house, "ADA@example.org");
        let version = &of_scope(&records, "company")["has_version"][0];
        assert_eq!(version["event"]["event_time"], "2026-01-02T03:04:05Z");
        assert_eq!(version["event"]["event_state"], "dpv:ConsentGiven");
        assert_eq!(version["privacy_notice"]["version"], "1");
        assert_eq!(version["privacy_notice"]["shown"]["text"], "Yes please");
        assert_eq!(version["pii_processing"][0]["collection_method"], "registration");
        assert_eq!(version["pii_processing"][0]["jurisdiction"], "Ireland (EU)");
        assert_eq!(version["pii_processing"][0]["storage_locations"][0], "not stated");
        assert_eq!(version["parties"][0]["party_name"], "Harbour Books Ltd");
        assert_eq!(version["parties"][0]["party_contact"], "remove@harbour.example");
        let partner = &of_scope(&records, "partner")["has_version"][0];
        assert_eq!(partner["parties"][1]["party_name"], "Acme");
        assert_eq!(partner["parties"][1]["party_contact"], "not stated", "we are not Acme");
        // What nobody said is not made up: when the first policy was published, and in which language the words were.
        assert_eq!((&version["privacy_notice"]["published_at"], &version["language"]), (&Value::Null, &"und".into()));
        house.sql("UPDATE recipients SET zip = '40210', age_band = '30-39', income_band = 'under 20,000'").unwrap();
        let held = record(house, "ada@example.org")["records"][0]["has_version"][0]["pii_processing"][0].clone();
        let kinds: Vec<_> = held["pii_information"].as_array().unwrap().iter().map(|kind| kind["pii_type"].as_str().unwrap()).collect();
        for kind in ["ZIP or postal code", "age band", "income band"] {
            assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
        }
        house.sql("UPDATE recipients SET zip = NULL, age_band = NULL, income_band = NULL").unwrap();
        // No address in it: a record may be handed on without telling more than it must.
        assert!(!records.to_string().contains("ada@example.org"));
        assert_eq!(records, { let mut again = record(house, "ada@example.org"); again["made_at"] = records["made_at"].clone(); again });
    }

    k4_leaving_undoing_suppressing_and_lifting_each_make_a_version(house) {
        house.people(&[("ada@example.org", "yes", "no")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = house.link("ada@example.org", COMPANY);
        let page = press(&web.url(&link), &[("stop", "list")], &[]);
        let undo = page.between("action=\"http://127.0.0.1:1").or_else(|| page.between("action=\"")).unwrap();
        assert!(undo.starts_with("/u/undo/"), "{undo}");
        assert_eq!(states(&record(house, "ada@example.org"), "company"), ["given", "withdrawn"]);
        assert_eq!(post(&web.url(&undo), &[], &[]).status, 200);
        assert_eq!(states(&record(house, "ada@example.org"), "company"), ["given", "withdrawn", "given"]);
        assert_eq!(one_click(&web.url(&link)).status, 200);
        web.stop();
        house.ok(&["suppress", "add", "ada@example.org", "--by", "kim", "--note", "asked by phone"]);
        let records = record(house, "ada@example.org");
        assert_eq!(states(&records, "company"), ["given", "withdrawn", "given", "withdrawn", "withdrawn"]);
        assert_eq!(of_scope(&records, "company")["suppressed_by"].as_array().unwrap().len(), 2);
        assert!(!records.to_string().contains("kim"), "staff are told as the controller: {records}");
        house.ok(&["suppress", "lift", "ada@example.org", "--by", "kim", "--note", "asked again"]);
        let records = record(house, "ada@example.org");
        let versions = of_scope(&records, "company")["has_version"].as_array().unwrap();
        assert_eq!(versions[5]["event"]["decision"], "lifted");
        assert_eq!(of_scope(&records, "company")["suppressed_by"].as_array().unwrap().len(), 1);
        for pair in versions.windows(2) {
            assert_eq!(pair[1]["replaces"], pair[0]["@id"]);
        }
        assert_eq!(states(&records, "partner")[0], "refused");
    }

    k3_a_receipt_carries_the_whole_record_and_two_receipts_differ(house) {
        house.people(&[("ada@example.org", "yes", "")]);
        let receipt = house.json(&["recipient", "record", "ada@example.org", "--receipt"]);
        let again = house.json(&["recipient", "record", "ada@example.org", "--receipt"]);
        assert_ne!(receipt["receipt_id"], again["receipt_id"]);
        assert_eq!(receipt["records"]["records"], record(house, "ada@example.org")["records"]);
        let (code, said) = house.fails(&["recipient", "record", "bob@example.org"]);
        assert_eq!(code, 65);
        assert!(said.contains("nobody of this address is known"), "{said}");
    }
}
