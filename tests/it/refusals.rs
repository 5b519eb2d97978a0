//! What follows from a refusal: for the recipient, for the campaign, for neither.

use super::support::both_databases;
use super::support::house::{House, PATIENCE, store_and_relay_agree};
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

    /// What hits everybody is nobody's fault: those who were refused until that was clear come back, too.
    a_relay_that_refuses_everything_stops_the_campaign_early_and_costs_nobody(house) {
        house.crowd(200);
        let running = house.serve();
        for (step, reply) in [(Step::Rcpt, "554 5.7.1 go away"), (Step::Data, "554 5.7.1 not this"), (Step::FinalDot, "550 5.7.1 spam")] {
            house.sink.when(step).then(Fault::reply(reply));
            let id = house.campaign(COMPANY, &format!("Unwelcome at {step:?}"));
            let held = house.wait_until(&id, |standing| standing["state"] == "paused");
            let why = held["paused_because"].as_str().unwrap();
            assert!(why.contains("in a row") && why.contains(&reply[.."554 5.7.1".len()]), "{held}");
            let held = house.wait_until(&id, |standing| standing["ready"] == 200);
            assert_eq!(held["rejected"], 0, "{held}");
            house.sink.behave();
            house.ok(&["campaign", "resume", &id]);
            assert_eq!(house.wait_finished(&id)["accepted"], 200);
            store_and_relay_agree(house, &id);
        }
        running.stop();
    }

    /// All messages of a campaign are about as large: it is held before anybody is refused.
    a_campaign_that_is_larger_than_the_relay_takes_is_held_and_costs_nobody(house) {
        house.crowd(60);
        house.sink.withdraw("SIZE");
        house.sink.offer("SIZE 1000");
        let running = house.serve();
        let id = house.campaign(COMPANY, "Too large");
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        let why = held["paused_because"].as_str().unwrap();
        assert!(why.contains("larger than the relay takes") && why.contains("1000 (SIZE)"), "{held}");
        let held = house.wait_until(&id, |standing| standing["ready"] == 60);
        assert_eq!((&held["rejected"], house.sink.reached(Step::Mail)), (&0.into(), 0), "{held}");
        running.stop();
        house.sink.offer_no_more("SIZE 1000");
        let running = house.serve();
        house.ok(&["campaign", "resume", &id]);
        assert_eq!(house.wait_finished(&id)["accepted"], 60);
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
