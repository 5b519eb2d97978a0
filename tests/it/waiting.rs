//! What a campaign says that waits for its relay, and how long others wait for one.

use std::time::Duration;

use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Fault, Step};

const COMPANY: &[&str] = &["--stream", "company"];

/// Why the campaign waits, once it says so.
fn waits_because(house: &House, campaign: &str) -> String {
    let waits = house.wait_until(campaign, |standing| standing["waits_because"].is_string());
    assert_eq!(waits["state"], "sending", "{waits}");
    let why = waits["waits_because"].as_str().unwrap().to_owned();
    let shown = house.ok(&["campaign", "show", campaign]);
    assert!(shown.contains(&why), "{shown}");
    why
}

both_databases! {
    a_campaign_says_that_its_relay_cannot_be_reached_until_it_can(house) {
        let relay = house.sink.url();
        house.set("CONSENTRY_RELAY", "smtp://127.0.0.1:1?tls=none");
        house.crowd(3);
        let id = house.campaign(COMPANY, "Nobody there");
        let running = house.serve();
        let why = waits_because(house, &id);
        assert!(why.contains("nothing answers at 127.0.0.1:1"), "{why}");
        let log = running.stop();
        assert_eq!(log.matches("No connection to the relay").count(), 1, "said once: {log}");
        house.set("CONSENTRY_RELAY", &relay);
        let running = house.serve();
        let standing = house.wait_finished(&id);
        assert!(standing["waits_because"].is_null() && standing["accepted"] == 3, "{standing}");
        running.stop();
    }

    a_wrong_password_is_tried_by_one_connection_and_the_campaign_says_so(house) {
        house.sink.offer("AUTH PLAIN");
        house.sink.when(Step::Auth).then(Fault::reply("535 5.7.8 Authentication credentials invalid"));
        let relay = house.sink.url().replace("smtp://", "smtp://mailer:guessed@");
        house.set("CONSENTRY_RELAY", &relay).set("CONSENTRY_SENDERS", "8");
        house.crowd(40);
        let id = house.campaign(COMPANY, "Locked out");
        let running = house.serve();
        let why = waits_because(house, &id);
        assert!(why.contains("refused the login: 535 5.7.8"), "{why}");
        // Whoever shut out the first try would have to wait for the second for half a minute.
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!(house.sink.reached(Step::Auth), 1);
        running.stop();
        house.sink.behave();
        let running = house.serve();
        assert_eq!(house.wait_finished(&id)["accepted"], 40);
        running.stop();
    }

    a_relay_that_does_not_greet_holds_up_no_stop_and_leaves_no_doubt(house) {
        house.sink.when(Step::Greeting).then(Fault::Stall(PATIENCE * 10));
        house.crowd(5);
        let id = house.campaign(COMPANY, "Silence");
        let running = house.serve();
        house.sink.wait_for_step(Step::Greeting, 1, PATIENCE);
        let log = running.stop();
        assert!(log.contains("in_doubt=0") && !log.contains("doubt;"), "{log}");
        assert_eq!(house.show(&id)["ready"], 5);
    }

    /// Nothing was sent before the last look, so a stop need not wait for what the relay says of the envelope.
    a_relay_that_does_not_answer_the_envelope_holds_up_no_stop(house) {
        house.sink.when(Step::Rcpt).then(Fault::Stall(PATIENCE * 10));
        house.crowd(5);
        let id = house.campaign(COMPANY, "Unanswered");
        let running = house.serve();
        house.sink.wait_for_step(Step::Rcpt, 4, PATIENCE);
        let log = running.stop();
        assert!(log.contains("in_doubt=0"), "{log}");
        let standing = house.show(&id);
        assert_eq!((&standing["ready"], &standing["in_doubt"]), (&5.into(), &0.into()), "{standing}");
    }
}

/// What stalls in the middle of a body has not sent its final dot: a stop that ends the wait leaves no doubt. The database
/// has no part in it.
#[test]
fn a_stop_leaves_no_doubt_of_a_body_that_has_not_left() {
    let house = House::on_sqlite();
    house.crowd(1);
    house.sink.when(Step::Body).then(Fault::Stall(PATIENCE * 10));
    let text = house.file("long.txt", "All the news that fits, and then some more of it.\n".repeat(100_000));
    let html = house.file("short.html", "<p>News</p>");
    let message = ["--name", "Long", "--subject", "Long", "--text", &text, "--html", &html, "--json"];
    let id = house.json(&[&["campaign", "create"], COMPANY, &message].concat())["id"].to_string();
    house.ok(&["campaign", "schedule", &id, "--at", "now"]);
    let running = house.serve();
    house.sink.wait_for_step(Step::Body, 1, PATIENCE);
    let log = running.stop();
    assert!(log.contains("in_doubt=0"), "{log}");
    assert_eq!(house.show(&id)["ready"], 1);
}

/// The answer comes while whoever asked still sits there.
#[test]
fn check_reports_a_relay_that_says_nothing() {
    let mut house = House::on_sqlite();
    house.sink.when(Step::Greeting).then(Fault::Stall(PATIENCE * 10));
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("it did not say a greeting in time"), "{said}");
    let relay = house.sink.url().replace("tls=none", "tls=starttls");
    house.set("CONSENTRY_RELAY", &relay);
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("no answer in time; the relay must offer STARTTLS, or use smtps://"), "{said}");
}

#[test]
fn check_names_what_the_relay_offers_and_what_we_speak() {
    let mut house = House::on_sqlite();
    let relay = house.sink.url().replace("smtp://", "smtp://mailer:secret@");
    house.set("CONSENTRY_RELAY", &relay);
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("the relay refused the login: it offers no login, and we speak PLAIN, LOGIN"), "{said}");
    house.sink.offer("AUTH CRAM-MD5");
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("the relay refused the login: it offers CRAM-MD5, and we speak PLAIN, LOGIN"), "{said}");
    house.set("CONSENTRY_RELAY", &house.sink.url().clone());
    house.sink.when(Step::Greeting).then(Fault::reply("421 4.3.2 Too many connected clients"));
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("did not take us in: it said 421 4.3.2 Too many connected clients"), "{said}");
    house.sink.behave();
    house.sink.when(Step::Connect).then(Fault::Close);
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("did not take us in: it closed the connection without a greeting"), "{said}");
}
