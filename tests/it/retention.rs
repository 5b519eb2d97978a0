//! What is kept for a time only, and goes by itself when that is over.

use std::time::{Duration, Instant};

use consentry::clock;

use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];

/// Whose evidence there is, oldest first.
fn kept(house: &House) -> Vec<String> {
    house.texts(
        "SELECT r.address AS value FROM evidence e JOIN ledger l ON l.seq = e.seq JOIN recipients r ON r.id = l.recipient_id \
         ORDER BY e.seq",
    )
}

/// Makes the evidence of one person older than it is.
fn age(house: &House, address: &str, months: u32) {
    let then = clock::now().checked_sub_months(chrono::Months::new(months)).unwrap().timestamp_micros();
    let theirs =
        format!("SELECT l.seq FROM ledger l JOIN recipients r ON r.id = l.recipient_id WHERE r.address = '{address}'");
    house.sql(&format!("UPDATE evidence SET recorded_at = {then} WHERE seq IN ({theirs})")).unwrap();
}

fn wait_for(house: &House, left: &[&str]) {
    let begun = Instant::now();
    while kept(house) != left {
        assert!(begun.elapsed() < PATIENCE, "{:?} are kept, and not {left:?}", kept(house));
        std::thread::sleep(Duration::from_millis(50));
    }
}

both_databases! {
    /// CONFORMANCE I9, SPEC section 3: 13 months unless told otherwise, and the chain stays whole (G8).
    i9_where_a_choice_came_from_is_forgotten_after_its_time_and_the_ledger_stays_whole(house) {
        let people = ["ada@example.org", "bob@example.org", "cy@example.org"];
        house.people(&people.map(|address| (address, "yes", "yes")));
        let running = house.serve();
        for address in people {
            assert_eq!(one_click(&running.url(&house.link(address, COMPANY))).status, 200);
        }
        running.stop();
        assert_eq!(kept(house), people);
        age(house, people[0], 40);
        age(house, people[1], 14);
        house.set("CONSENTRY_EVIDENCE_MONTHS", "36");
        let running = house.serve();
        wait_for(house, &people[1..]);
        running.stop();
        house.unset("CONSENTRY_EVIDENCE_MONTHS");
        let running = house.serve();
        wait_for(house, &people[2..]);
        let log = running.stop();
        assert!(log.contains("evidence=1") && !log.contains('@'), "the log proves it and names nobody: {log}");
        house.ok(&["ledger", "verify"]);
        let record = house.json(&["recipient", "record", people[0]]).to_string();
        assert!(record.contains("withdrawn"), "what was chosen stays: {record}");
        let (_, said) = house.set("CONSENTRY_EVIDENCE_MONTHS", "0").fails(&["check"]);
        assert!(said.contains("CONSENTRY_EVIDENCE_MONTHS") && said.contains("from 1 to 120"), "{said}");
    }
}
