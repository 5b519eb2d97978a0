//! What follows from a refusal: for the recipient, for the campaign, for neither.

use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Fault, Step};

const COMPANY: &[&str] = &["--stream", "company"];

fn refuse(house: &House, step: Step, recipient: &str, reply: &str) {
    house.sink.when(step).recipient(recipient).then(Fault::Reply(reply.into()));
}

both_databases! {
    /// CONFORMANCE D7.
    d7_an_address_that_does_not_exist_is_never_mailed_again(house) {
        house.people(&[("gone@example.org", "yes", "yes"), ("ada@example.org", "yes", "yes")]);
        refuse(house, Step::Rcpt, "gone@example.org", "550 5.1.1 <gone@example.org> no such user");
        let running = house.serve();
        let first = house.campaign(COMPANY, "First");
        assert_eq!(house.wait_finished(&first)["rejected"], 1);
        let verdict = house.verdict("gone@example.org", &["--stream", "partner"]);
        assert_eq!(verdict["reason"], "hard_bounce", "{verdict}");
        let second = house.campaign(COMPANY, "Second");
        assert_eq!(house.wait_finished(&second)["withheld"]["hard_bounce"], 1);
        assert_eq!(house.json(&["ledger", "verify", "--json"])["result"], "intact");
        running.stop();
    }

    /// CONFORMANCE D7: 5.2.1 may pass, so it takes two.
    d7_a_disabled_mailbox_is_suppressed_the_second_time(house) {
        house.people(&[("off@example.org", "yes", "yes")]);
        refuse(house, Step::Rcpt, "off@example.org", "550 5.2.1 mailbox disabled");
        let running = house.serve();
        for (subject, verdict) in [("One", "clear"), ("Two", "withheld")] {
            let id = house.campaign(COMPANY, subject);
            house.wait_finished(&id);
            assert_eq!(house.verdict("off@example.org", COMPANY)["verdict"], verdict);
        }
        running.stop();
    }

    /// CONFORMANCE D8.
    d8_a_full_mailbox_and_a_policy_refusal_suppress_nobody(house) {
        house.people(&[("full@example.org", "yes", ""), ("policy@example.org", "yes", "")]);
        refuse(house, Step::FinalDot, "full@example.org", "552 5.2.2 mailbox full");
        refuse(house, Step::FinalDot, "policy@example.org", "554 5.7.1 spam");
        let running = house.serve();
        let id = house.campaign(COMPANY, "Refused");
        assert_eq!(house.wait_finished(&id)["rejected"], 2);
        for address in ["full@example.org", "policy@example.org"] {
            assert_eq!(house.verdict(address, COMPANY)["verdict"], "clear");
        }
        running.stop();
    }

    /// CONFORMANCE D9: the fault is ours, so the campaign waits and nobody is suppressed or lost.
    d9_a_fault_of_the_sender_holds_the_campaign_until_it_is_mended(house) {
        house.crowd(30);
        house.sink.when(Step::FinalDot).then(Fault::Reply("550 5.7.26 not authenticated".into()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Ours");
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("5.7.26"), "{held}");
        let waiting = house.wait_until(&id, |standing| standing["ready"] == 30);
        assert_eq!((&waiting["rejected"], &waiting["accepted"]), (&0.into(), &0.into()));
        house.sink.behave();
        house.ok(&["campaign", "resume", &id]);
        assert_eq!(house.wait_finished(&id)["accepted"], 30);
        assert_eq!(house.show(&id)["paused_because"], serde_json::Value::Null);
        running.stop();
    }

    a_relay_that_refuses_everything_stops_the_campaign_early(house) {
        house.crowd(200);
        house.sink.when(Step::Rcpt).then(Fault::Reply("554 5.7.1 go away".into()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Unwelcome");
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("in a row"), "{held}");
        let rejected = house.show(&id)["rejected"].as_i64().unwrap();
        assert!((25..60).contains(&rejected), "{rejected} were refused before the fuse blew");
        house.sink.behave();
        house.ok(&["campaign", "resume", &id]);
        let standing = house.wait_finished(&id);
        assert_eq!(standing["accepted"].as_i64().unwrap() + standing["rejected"].as_i64().unwrap(), 200);
        running.stop();
    }

    /// CONFORMANCE B15: delivery status notifications are asked for where the relay offers them.
    b15_envelope_and_recipient_are_named_for_reports_where_the_relay_offers_it(house) {
        house.crowd(1);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Report");
        house.sink.wait_for(1, PATIENCE);
        house.wait_finished(&id);
        let commands = house.sink.commands();
        assert!(commands.iter().any(|line| line.starts_with("MAIL FROM:<bounce+") && line.contains("ENVID=")), "{commands:?}");
        let rcpt = "RCPT TO:<p0@example.org> NOTIFY=FAILURE,DELAY ORCPT=rfc822;p0@example.org";
        assert!(commands.iter().any(|line| line == rcpt), "{commands:?}");
        running.stop();
    }
}
