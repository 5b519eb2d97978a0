//! Consent regimes: what holds where nobody was asked, by source and stream (SPEC section 3, CONFORMANCE I10, I13).

use serde_json::Value;

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const SOFT: &str = "order.company=granted:soft opt-in (PECR 22)";

fn import(house: &House, rows: &str) -> Value {
    let file = house.file("import.csv", format!("address,source,company,partner,consented_at,wording\n{rows}"));
    house.json(&["import", "recipients", &file, "--json"])
}

fn verdict(house: &House, address: &str, list: &[&str]) -> String {
    let answer = house.verdict(address, list);
    answer["reason"].as_str().unwrap_or(answer["verdict"].as_str().unwrap()).to_owned()
}

both_databases! {
    without_a_regime_nobody_who_was_not_asked_is_mailed(house) {
        let report = import(house, "ada@example.org,order,,,,\n");
        assert_eq!((&report["granted"], &report["by_default"]), (&0.into(), &0.into()));
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "no_consent");
        assert_eq!(house.entries(), 0);
    }

    i10_a_default_holds_for_its_source_and_for_company_mail_only(house) {
        house.set("CONSENTRY_REGIMES", SOFT);
        let rows = "ada@example.org,order,,,2026-01-05,Words\nbob@example.org,survey,,,,\ncyd@example.org,order,no,,,\n";
        let report = import(house, rows);
        assert_eq!((&report["granted"], &report["by_default"], &report["withdrawn"]), (&0.into(), &1.into(), &1.into()));
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "no_consent");
        assert_eq!(verdict(house, "bob@example.org", COMPANY), "no_consent");
        assert_eq!(verdict(house, "cyd@example.org", COMPANY), "opt_out");
        let record = house.json(&["recipient", "record", "ada@example.org"]);
        let version = &record["records"][0]["has_version"][0];
        assert_eq!(version["pii_processing"][0]["lawful_basis"], "soft opt-in (PECR 22)");
        assert_eq!(version["event"]["event_type"], "dpv:ImpliedConsent");
        assert_eq!(version["privacy_notice"]["shown"], Value::Null, "nobody was shown any words");
        // The same file again says nothing new.
        let again = import(house, rows);
        assert_eq!((&again["by_default"], &again["withdrawn"]), (&0.into(), &0.into()));
    }

    g11_a_default_lifts_no_opt_out_and_outweighs_nothing_that_was_said(house) {
        house.people(&[("left@example.org", "no", ""), ("said@example.org", "yes", "")]);
        house.ok(&["suppress", "add", "barred@example.org", "--scope", "company"]);
        house.set("CONSENTRY_REGIMES", SOFT);
        let report = import(house, "left@example.org,order,,,,\nsaid@example.org,order,,,,\nbarred@example.org,order,,,,\n");
        assert_eq!((&report["by_default"], &report["kept_out"]), (&0.into(), &0.into()));
        assert_eq!(verdict(house, "left@example.org", COMPANY), "opt_out");
        assert_eq!(verdict(house, "barred@example.org", COMPANY), "staff");
        let record = house.json(&["recipient", "record", "said@example.org"]);
        assert_eq!(record["records"][0]["has_version"].as_array().unwrap().len(), 1);
    }

    partner_mail_by_default_is_refused_at_start_with_a_sentence(house) {
        house.set("CONSENTRY_REGIMES", "order.partner=granted:soft opt-in");
        let (code, said) = house.fails(&["migrate"]);
        assert_eq!(code, 65);
        assert!(said.contains("CONSENTRY_REGIMES: partner mail is never granted by default"), "{said}");
    }
}
