//! The guarantees G2 to G5, each under the fault that it is made for.

use std::collections::HashSet;
use std::time::Duration;

use super::support::both_databases;
use super::support::finality::final_when_answered;
use super::support::house::{House, PATIENCE, store_and_relay_agree};
use super::support::smtp_sink::{Fault, Latch, Step};
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];

both_databases! {
    /// The relay has answered DATA and waits; the opt-out commits; the last look comes after it.
    g2_an_opt_out_committed_before_the_last_look_is_honoured(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::Data).times(1).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Too late");
        house.sink.wait_for_step(Step::Data, 1, PATIENCE);
        let link = house.link("ada@example.org", COMPANY);
        assert_eq!(one_click(&running.url(&link)).status, 200);
        latch.release();
        let standing = house.wait_finished(&id);
        assert_eq!(standing["withheld"]["opt_out"], 1, "{standing}");
        assert_eq!(house.sink.messages().len(), 0, "not even a final dot");
        running.stop();
    }

    /// The relay has the final dot and has not answered: the opt-out is acknowledged only after it has.
    g3_an_opt_out_waits_for_the_message_that_is_on_its_way(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "On its way");
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let link = running.url(&house.link("ada@example.org", COMPANY));
        let (answer, named) = final_when_answered(house, &latch, || one_click(&link));
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body.contains("On its way"), named, "what has come to its end is not on its way any more");
        assert_eq!(house.wait_finished(&id)["accepted"], 1);
        running.stop();
    }

    /// The honest limit of G3: a relay that takes longer than the wait gets one message, and the answer names it.
    g3_when_the_wait_runs_out_answer_and_ledger_name_the_message(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Slow boat");
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let answer = one_click(&running.url(&house.link("ada@example.org", COMPANY)));
        assert_eq!(answer.status, 200);
        assert!(answer.body.contains("Slow boat"), "the answer names the message");
        latch.release();
        house.wait_finished(&id);
        let export = house.folder().join("ledger.jsonl");
        house.ok(&["ledger", "export", export.to_str().unwrap()]);
        let entries = std::fs::read_to_string(export).unwrap();
        assert!(entries.lines().any(|line| line.contains("overtaken") && line.contains(&id)), "the ledger names it too");
        running.stop();
    }

    /// The sender has given up and the relay has the message: it may accept it long after the opt-out, which names it.
    g3_a_message_in_doubt_is_named_without_a_wait(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.sink.when(Step::FinalDot).times(1).then(Fault::AcceptThenClose);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Lost boat");
        assert_eq!(house.wait_finished(&id)["in_doubt"], 1);
        let answer = one_click(&running.url(&house.link("ada@example.org", COMPANY)));
        assert!(answer.body.contains("Lost boat"), "the answer names the message: {}", answer.body);
        let export = house.folder().join("ledger.jsonl");
        house.ok(&["ledger", "export", export.to_str().unwrap()]);
        let entries = std::fs::read_to_string(export).unwrap();
        assert!(entries.lines().any(|line| line.contains("overtaken") && line.contains(&id)), "the ledger names it too");
        running.stop();
    }

    /// The ledger cannot be read: nothing goes out, and everybody waits.
    g4_without_a_ledger_nothing_is_sent(house) {
        house.crowd(5);
        let running = house.serve_with(&["--only", "sender"]);
        house.sql("ALTER TABLE suppressions RENAME TO suppressions_away").unwrap();
        let id = house.campaign(COMPANY, "Held");
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!(house.sink.messages().len(), 0);
        house.sql("ALTER TABLE suppressions_away RENAME TO suppressions").unwrap();
        assert_eq!(house.wait_finished(&id)["accepted"], 5);
        running.stop();
    }

    /// A connection that breaks after the final dot leaves a doubt, and the message is never sent again.
    g5_a_lost_answer_is_in_doubt_and_never_sent_again(house) {
        house.crowd(6);
        house.sink.when(Step::FinalDot).recipient("p3@example.org").then(Fault::AcceptThenClose);
        house.sink.when(Step::FinalDot).recipient("p4@example.org").then(Fault::Garbage);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Doubt");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["in_doubt"]), (&4.into(), &2.into()), "{standing}");
        running.stop();
        let again = house.serve();
        std::thread::sleep(Duration::from_millis(800));
        assert_eq!(house.sink.messages().iter().filter(|caught| caught.recipients == ["p3@example.org"]).count(), 1);
        again.stop();
    }

    /// A connection that breaks before the final dot has sent nothing, and the message goes out later.
    g5_a_connection_that_breaks_before_the_final_dot_sends_nothing_and_loses_nothing(house) {
        house.crowd(8);
        for step in [Step::Mail, Step::Rcpt, Step::Data] {
            house.sink.when(step).times(1).then(Fault::Close);
        }
        let running = house.serve();
        let id = house.campaign(COMPANY, "Broken early");
        let standing = house.wait_finished(&id);
        assert_eq!(standing["accepted"], 8, "{standing}");
        assert_nobody_twice(house);
        running.stop();
    }

    /// kill -9 again and again in the middle of mail that goes out, then the store and the relay, message by message. A dozen
    /// kills every day; `CONSENTRY_TEST_KILLS=300 tests/run sigkill` makes as many as it says, for each database, and
    /// `CONSENTRY_TEST_SEED` asks for the same moments again, as far as a machine can.
    g5_sigkill_at_random_moments_loses_nobody_and_mails_nobody_twice(house) {
        let kills = number("CONSENTRY_TEST_KILLS").unwrap_or(12);
        house.crowd(EACH_CAMPAIGN * ROOM_FOR_A_KILL);
        house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(10)));
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let mut seed = number("CONSENTRY_TEST_SEED").unwrap_or_else(|| u64::try_from(since.as_micros()).unwrap());
        println!("kills from CONSENTRY_TEST_SEED={seed}");
        let (mut killed, mut struck, mut campaigns) = (0, 0, Vec::new());
        while killed < kills {
            let id = house.campaign(COMPANY, &format!("Power cuts {}", campaigns.len()));
            for _ in 0..EACH_CAMPAIGN {
                let before = house.sink.messages().len();
                let running = house.serve();
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                // So many messages later, and some milliseconds more: whatever a connection does in them.
                let more = usize::try_from((seed >> 33) % 60).unwrap();
                house.sink.wait_for_step(Step::FinalDot, before + 1 + more, PATIENCE);
                std::thread::sleep(Duration::from_micros((seed >> 20) % 12_000));
                running.kill_9();
                let [open, handing_over] = house.unfinished();
                killed += u64::from(open > 0);
                struck += u64::from(handing_over > 0);
                // However late a kill came: the next one has people to strike.
                if open < i64::try_from(ROOM_FOR_A_KILL).unwrap() {
                    break;
                }
            }
            campaigns.push(id);
        }
        println!("{killed} kills, {struck} of them while messages were being handed over");
        assert!(struck > 0, "no kill struck a message that was being handed over");
        house.sink.behave();
        let running = house.serve();
        for id in campaigns {
            house.wait_finished(&id);
            store_and_relay_agree(house, &id);
        }
        running.stop();
    }

    /// SIGTERM ends what is being handed over and gives the rest back at once.
    g5_sigterm_drains(house) {
        house.crowd(200);
        house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(20)));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Drained");
        house.sink.wait_for(10, PATIENCE);
        running.stop();
        let standing = house.show(&id);
        assert_eq!(standing["in_doubt"], 0, "{standing}");
        assert_eq!(standing["accepted"].as_u64().unwrap(), u64::try_from(house.sink.accepted().len()).unwrap());
        let again = house.serve();
        assert_eq!(house.wait_finished(&id)["accepted"], 200);
        assert_nobody_twice(house);
        again.stop();
    }

    /// G8.
    g8_a_changed_entry_is_named(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "no")]);
        assert_eq!(house.json(&["ledger", "verify", "--json"])["result"], "intact");
        let refused = house.sql("UPDATE ledger SET scope = 'partner' WHERE seq = 2").unwrap_err();
        assert!(refused.contains("append-only"), "{refused}");
        assert!(house.sql("DELETE FROM ledger WHERE seq = 2").unwrap_err().contains("append-only"));
        let triggers_away = if house.database.starts_with("sqlite:") { "DROP TRIGGER ledger_never_changes" } else { "DROP TRIGGER ledger_never_changes ON ledger" };
        house.sql(&format!("{triggers_away}; UPDATE ledger SET actor = 'nobody' WHERE seq = 2")).unwrap();
        let (_, said) = house.fails(&["ledger", "verify"]);
        assert!(said.contains("entry 2 is the first"), "{said}");
    }

    /// G11.
    g11_no_import_lifts_an_opt_out_or_a_suppression(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        house.ok(&["suppress", "add", "bob@example.org"]);
        let web = house.serve_with(&["--only", "web"]);
        one_click(&web.url(&house.link("ada@example.org", COMPANY)));
        let again = house.people(&[("ADA@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        assert_eq!(again["added"], 0);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(house.verdict("bob@example.org", COMPANY)["reason"], "staff");
        web.stop();
    }
}

/// Kills of one campaign.
const EACH_CAMPAIGN: usize = 6;
/// People that a kill may leave claimed by a node that nobody takes for dead yet.
const ROOM_FOR_A_KILL: usize = 400;

/// A number from the environment.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

/// No recipient has two copies of one campaign's message at the relay.
fn assert_nobody_twice(house: &House) {
    let mut seen = HashSet::new();
    for caught in house.sink.accepted() {
        assert!(seen.insert((caught.recipients.clone(), caught.subject())), "{:?} got it twice", caught.recipients);
    }
}
