//! What a relay allows in one session, and what it asks everybody to wait for.

use std::time::Duration;

use super::support::both_databases;
use super::support::house::{PATIENCE, store_and_relay_agree};
use super::support::smtp_sink::{Fault, Latch, Step};

const COMPANY: &[&str] = &["--stream", "company"];

both_databases! {
    /// As `OpenSMTPD` does with its 101st MAIL, and every further one of the session.
    a_session_that_has_had_its_share_is_followed_by_another_at_once(house) {
        house.set("CONSENTRY_RETRY_AFTER", "1h");
        house.crowd(400);
        let refusals = [(Step::Mail, "452 4.5.3 Too many recipients: Too many messages sent"), (Step::Rcpt, "452 4.5.3 Too many recipients")];
        for (step, reply) in refusals {
            for pipelining in [false, true] {
                house.sink.behave();
                house.sink.pipelining(pipelining);
                house.sink.when(step).carried(20).then(Fault::reply(reply));
                let running = house.serve();
                let id = house.campaign(COMPANY, &format!("Twenty each {step:?} {pipelining}"));
                let standing = house.wait_finished(&id);
                assert_eq!((&standing["accepted"], &standing["deferred"]), (&400.into(), &0.into()), "{standing}");
                assert!(house.deliveries(&id).iter().all(|delivery| delivery.attempt == 1), "in the same try");
                running.stop();
                store_and_relay_agree(house, &id);
            }
        }
    }

    /// On a fresh connection it counts: nobody opens one after the other.
    a_relay_that_takes_nobody_for_now_is_believed(house) {
        house.set("CONSENTRY_SENDERS", "2").set("CONSENTRY_RETRY_AFTER", "1h");
        house.crowd(20);
        house.sink.when(Step::Mail).then(Fault::reply("452 4.5.3 Too many recipients"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Nobody");
        let standing = house.wait_until(&id, |standing| standing["deferred"].as_i64().unwrap() >= 12);
        let waits = house.wait_until(&id, |standing| standing["waits_because"].is_string());
        assert!(waits["waits_because"].as_str().unwrap().contains("takes nothing for now (452 4.5.3"), "{waits}");
        assert_eq!(standing["accepted"], 0);
        assert!(house.sink.connections() < 8, "a connection for each message: {}", house.sink.connections());
        running.stop();
    }

    /// As postgrey does: everybody is new, and nobody slows the next one down.
    new_people_go_through_greylisting_in_its_delay_and_no_more(house) {
        house.set("CONSENTRY_RETRY_AFTER", "2s");
        house.crowd(400);
        house.sink.greylist(Duration::from_secs(1));
        let running = house.serve();
        let id = house.campaign(COMPANY, "New here");
        house.sink.wait_for(400, PATIENCE);
        let standing = house.wait_finished(&id);
        assert_eq!(standing["accepted"], 400, "{standing}");
        assert!(house.deliveries(&id).iter().all(|delivery| delivery.attempt <= 3), "asked again and again");
        running.stop();
        store_and_relay_agree(house, &id);
    }

    /// The throttle lets first tries through for seconds; who is due again by then does not wait for the last of them.
    who_is_due_again_goes_before_who_was_never_tried(house) {
        let relay = format!("{}&throttle=25/s", house.sink.url());
        house.unset("CONSENTRY_RELAY").set("CONSENTRY_RELAYS", &format!("slow={relay}")).set("CONSENTRY_RETRY_AFTER", "1s");
        house.crowd(150);
        house.sink.greylist(Duration::from_millis(100));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Again first");
        house.wait_finished(&id);
        running.stop();
        let commands = house.sink.commands();
        let asked: Vec<_> = commands.iter().filter(|line| line.starts_with("RCPT")).collect();
        let is_first = |place: usize| !asked[..place].contains(&asked[place]);
        let first_again = (0..asked.len()).find(|place| !is_first(*place)).unwrap();
        let last_first = (0..asked.len()).rfind(|place| is_first(*place)).unwrap();
        assert!(first_again < last_first, "{first_again} of {}: {asked:#?}", asked.len());
        let before = (first_again..last_first).filter(|place| is_first(*place)).count();
        assert!(before > 10, "second tries went in between");
    }

    /// A relay that is full for a while takes a few tries to find out, and goes on as soon as it is not.
    a_relay_that_is_full_for_a_while_is_asked_by_one_and_goes_on_at_once(house) {
        house.set("CONSENTRY_SENDERS", "8").set("CONSENTRY_RETRY_AFTER", "1h");
        house.crowd(200);
        house.sink.when(Step::FinalDot).times(20).then(Fault::reply("452 4.3.1 Insufficient system storage"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Full");
        house.sink.wait_for(180, PATIENCE);
        let standing = house.wait_until(&id, |standing| standing["accepted"] == 180);
        assert_eq!(standing["deferred"], 20, "{standing}");
        running.stop();
    }

    /// A relay with fewer processes than we have connections leaves some in its listen queue: no message waits with them.
    a_message_waits_for_no_greeting_while_another_connection_is_free(house) {
        house.set("CONSENTRY_SENDERS", "6");
        house.crowd(60);
        let latch = Latch::default();
        for nth in 3..=20 {
            house.sink.when(Step::Greeting).nth(nth).then(Fault::Hold(latch.clone()));
        }
        let running = house.serve();
        let id = house.campaign(COMPANY, "Two at a time");
        assert_eq!(house.wait_finished(&id)["accepted"], 60);
        let carried: Vec<_> = house.sink.messages().iter().map(|caught| caught.connection).collect();
        assert!(carried.iter().all(|connection| *connection <= 2), "{carried:?}");
        latch.release();
        running.stop();
    }
}
