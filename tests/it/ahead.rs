//! What goes ahead: the next message's MAIL, RCPT and DATA in one group with the body of the one before.

use std::time::Instant;

use super::support::both_databases;
use super::support::house::{House, PATIENCE, store_and_relay_agree};
use super::support::smtp_sink::{FINAL_DOT, Fault, Latch, Step};
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];
/// So many that one of them goes ahead, even where a busy machine makes some of them slow.
const CROWD: usize = 20;

/// Messages whose final dot had something behind it.
fn followed(house: &House) -> usize {
    house.sink.grouped().iter().filter(|behind| *behind == FINAL_DOT).count()
}

both_databases! {
    /// Whether the relay is quick is known by the second message at the earliest, and there is nothing behind the last one.
    it_goes_with_the_body_as_soon_as_the_relay_was_seen_to_be_quick(house) {
        house.set("CONSENTRY_SENDERS", "1");
        house.crowd(6);
        let begun = Instant::now();
        // A machine with much to do makes a relay of it that is not quick: then it is seen the next time.
        for round in 1.. {
            let id = house.campaign(COMPANY, &format!("One group {round}"));
            let running = house.serve();
            assert_eq!(house.wait_finished(&id)["accepted"], 6);
            running.stop();
            assert!(house.sink.connections() == round || house.sink.left_waiting() > 0, "one connection is enough");
            assert!(followed(house) <= 4, "{:?}", house.sink.grouped());
            assert_eq!(house.sink.misconduct(), Vec::<String>::new());
            store_and_relay_agree(house, &id);
            if followed(house) > 0 {
                break;
            }
            assert!(begun.elapsed() < PATIENCE, "nothing went ahead");
        }
    }

    /// G2: the envelope lies with the relay while the message before it waits for its answer; the look comes after that.
    g2_whoever_opts_out_meanwhile_gets_nothing(house) {
        house.set("CONSENTRY_SENDERS", "1");
        house.crowd(CROWD);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).followed().times(1).then(Fault::Hold(latch.clone()));
        let id = house.campaign(COMPANY, "Behind");
        let running = house.serve();
        let behind = house.sink.wait_for_ahead(PATIENCE);
        assert_eq!(one_click(&running.url(&house.link(&behind, COMPANY))).status, 200);
        latch.release();
        let standing = house.wait_finished(&id);
        let expected = (&(CROWD - 1).into(), &1.into());
        assert_eq!((&standing["accepted"], &standing["withheld"]["opt_out"]), expected, "{standing}");
        running.stop();
        assert_eq!(house.sink.reached(Step::Body), house.sink.accepted().len(), "not an octet of it");
        assert_eq!(house.sink.accepted_to(&behind), 0);
        store_and_relay_agree(house, &id);
    }

    /// It waits for two seconds, then it is the other connection's.
    a_message_behind_one_that_is_stuck_goes_by_another_connection(house) {
        house.set("CONSENTRY_SENDERS", "2");
        house.crowd(CROWD);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).followed().times(1).then(Fault::Hold(latch.clone()));
        let id = house.campaign(COMPANY, "Stuck");
        let running = house.serve();
        house.sink.wait_for(CROWD - 1, PATIENCE);
        latch.release();
        assert_eq!(house.wait_finished(&id)["accepted"], CROWD);
        running.stop();
        assert!(followed(house) > 0);
        store_and_relay_agree(house, &id);
    }

    /// A second answer to the final dot stands where the next message's answers are read: it is not one of them.
    an_answer_too_many_says_nothing_of_the_message_that_went_ahead(house) {
        house.set("CONSENTRY_SENDERS", "1");
        house.crowd(CROWD);
        for more in ["250 2.0.0 Ok", "550 5.1.1 Nobody here", "354 Go on"] {
            house.sink.when(Step::FinalDot).followed().times(1).then(Fault::and_then(0, more));
        }
        let id = house.campaign(COMPANY, "Twice answered");
        let running = house.serve();
        assert_eq!(house.wait_finished(&id)["accepted"], CROWD);
        running.stop();
        assert_eq!(house.sink.struck(Step::FinalDot).len(), 3);
        assert!(house.sink.reached(Step::Mail) >= CROWD + 3, "what went ahead was said once more");
        store_and_relay_agree(house, &id);
    }

    /// Shifted by one, the refusal of MAIL would be read for that of RCPT, and the recipient would be barred.
    a_refusal_that_an_answer_too_many_has_shifted_bars_nobody(house) {
        house.set("CONSENTRY_SENDERS", "1");
        house.crowd(CROWD);
        house.sink.when(Step::FinalDot).followed().times(1).then(Fault::and_then(0, "250 2.0.0 Ok"));
        house.sink.when(Step::Mail).behind_a_fault().times(1).then(Fault::reply("550 5.1.1 Nobody here"));
        let id = house.campaign(COMPANY, "Shifted");
        let running = house.serve();
        assert_eq!(house.wait_finished(&id)["accepted"], CROWD);
        running.stop();
        assert_eq!(house.sink.struck(Step::Mail).len(), 1);
        assert_eq!(house.sink.reached(Step::Mail), CROWD + 1 + house.sink.left_waiting());
        store_and_relay_agree(house, &id);
    }

    a_relay_that_loses_what_went_ahead_gets_one_message_after_the_other(house) {
        house.set("CONSENTRY_SENDERS", "1");
        house.crowd(CROWD);
        house.sink.when(Step::FinalDot).then(Fault::ForgetTheRest);
        let id = house.campaign(COMPANY, "Lost");
        let running = house.serve();
        let standing = house.wait_finished(&id);
        assert_eq!(standing["accepted"], CROWD, "{standing}");
        let said = running.stop();
        assert!(said.contains("left commands behind a message unanswered"), "{said}");
        assert_eq!(followed(house), 1);
        // A look that comes too late costs a connection and a try of its own.
        if house.sink.left_waiting() == 0 {
            assert_eq!(house.sink.connections(), 2);
            assert!(house.deliveries(&id).iter().all(|delivery| delivery.attempt == 1), "in the same try");
        }
        store_and_relay_agree(house, &id);
    }

    /// As Dovecot 2.3 does: it has the message and dies of the commands behind it. One message finds that out, whatever
    /// number of connections there is.
    a_relay_that_breaks_down_over_what_went_ahead_gets_one_message_after_the_other(house) {
        house.set("CONSENTRY_SENDERS", "8");
        house.crowd(300);
        house.sink.when(Step::FinalDot).followed().then(Fault::AcceptThenClose);
        let id = house.campaign(COMPANY, "Breaks");
        let running = house.serve();
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["in_doubt"]), (&299.into(), &1.into()), "{standing}");
        let said = running.stop();
        assert!(said.contains("broke behind a message that had commands behind it"), "{said}");
        assert_eq!(followed(house), 1);
        store_and_relay_agree(house, &id);
    }

    /// One message in doubt now and then is the network; many are the relay, and staff are to look.
    a_campaign_with_many_in_doubt_is_held(house) {
        house.crowd(300);
        house.sink.when(Step::FinalDot).then(Fault::AcceptThenClose);
        let id = house.campaign(COMPANY, "Doubtful");
        let running = house.serve();
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        let why = held["paused_because"].as_str().unwrap();
        assert!(why.contains("ended in doubt") && why.contains("connection broke"), "{held}");
        let held = house.wait_until(&id, |standing| standing["ready"].as_u64().unwrap() + standing["in_doubt"].as_u64().unwrap() == 300);
        assert!((10..20).contains(&held["in_doubt"].as_u64().unwrap()), "{held}");
        house.sink.behave();
        house.ok(&["campaign", "resume", &id]);
        house.wait_finished(&id);
        store_and_relay_agree(house, &id);
        running.stop();
    }

    /// For relays, and what stands before them, that offer more than they can do.
    without_pipelining_by_the_operators_word_nothing_goes_in_groups(house) {
        let relay = format!("{}&pipelining=no", house.sink.url());
        house.set("CONSENTRY_SENDERS", "1").set("CONSENTRY_RELAY", &relay);
        house.crowd(4);
        let id = house.campaign(COMPANY, "In step");
        let running = house.serve();
        assert_eq!(house.wait_finished(&id)["accepted"], 4);
        running.stop();
        assert_eq!(house.sink.grouped(), Vec::<String>::new());
    }
}
