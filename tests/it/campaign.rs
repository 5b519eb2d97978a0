//! A campaign from draft to its end.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use consentry::clock;

use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Fault, Latch, Step};

const COMPANY: &[&str] = &["--stream", "company"];

/// Four hours that begin `hours` from now, on the clocks of UTC.
fn hours_from_now(hours: i64) -> String {
    let hour = |ahead: i64| (clock::now() + chrono::Duration::hours(hours + ahead)).format("%H:%M").to_string();
    format!("{}-{}", hour(0), hour(4))
}

impl House {
    /// Moves the clock, as far as a campaign can tell: its window is another.
    fn set_window(&self, id: &str, window: &str) {
        self.sql(&format!("UPDATE campaigns SET send_window = '{window}' WHERE id = {id}")).unwrap();
    }
}

both_databases! {
    a_campaign_mails_those_who_said_yes_and_accounts_for_everybody(house) {
        house.people(&[("ada@example.org", "yes", ""), ("bob@example.org", "no", "yes"), ("cyd@example.org", "", "")]);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Autumn");
        let standing = house.wait_finished(&id);
        assert_eq!(standing["audience"], 3);
        assert_eq!(standing["accepted"], 1);
        assert_eq!(standing["withheld"]["opt_out"], 1);
        assert_eq!(standing["withheld"]["no_consent"], 1);
        assert_eq!(house.sink.accepted_to("ada@example.org"), 1);
        assert_eq!(house.sink.messages().len(), 1);
        assert_eq!(house.sink.misconduct(), Vec::<String>::new());
        running.stop();
    }

    a_relay_without_pipelining_gets_the_same_mail(house) {
        house.sink.pipelining(false);
        let crowd = house.crowd(20);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Step by step");
        assert_eq!(house.wait_finished(&id)["accepted"], 20);
        for address in &crowd {
            assert_eq!(house.sink.accepted_to(address), 1);
        }
        assert_eq!(house.sink.misconduct(), Vec::<String>::new());
        running.stop();
    }

    a_campaign_that_is_held_sends_nothing_until_it_is_resumed(house) {
        house.crowd(30);
        let id = house.campaign(COMPANY, "Held");
        house.ok(&["campaign", "pause", &id]);
        let running = house.serve();
        std::thread::sleep(Duration::from_millis(800));
        assert_eq!(house.sink.messages().len(), 0);
        house.ok(&["campaign", "resume", &id]);
        assert_eq!(house.wait_finished(&id)["accepted"], 30);
        running.stop();
    }

    a_campaign_goes_out_in_its_window_only_and_holds_up_no_other(house) {
        house.crowd(30);
        let running = house.serve();
        let id = house.draft(COMPANY, "Office hours");
        let (shut, open) = (hours_from_now(2), hours_from_now(-2));
        house.ok(&["campaign", "schedule", &id, "--at", "now", "--zone", "UTC", "--window", &shut]);
        let other = house.campaign(&["--stream", "partner"], "At any time");
        assert_eq!(house.wait_finished(&other)["accepted"], 30);
        let waiting = house.wait_until(&id, |standing| standing["expanded"] == true);
        assert_eq!((&waiting["ready"], &waiting["accepted"], &waiting["state"]), (&30.into(), &0.into(), &"sending".into()));
        assert_eq!(waiting["window"], format!("mon-sun {shut} UTC"));
        let opens: DateTime<Utc> = waiting["opens_at"].as_str().unwrap().parse().unwrap();
        assert!(opens > clock::now() && opens < clock::now() + chrono::Duration::hours(3), "{waiting}");
        assert!(house.ok(&["campaign", "show", &id]).contains("it goes on at"));
        house.set_window(&id, &format!("mon-sun {open} UTC"));
        assert_eq!(house.wait_finished(&id)["accepted"], 30);
        running.stop();
    }

    /// What was claimed in the window meets its last look after it: the look decides.
    g2_a_window_that_closes_before_the_last_look_holds_the_message_back(house) {
        house.people(&[("ada@example.org", "yes", "")]);
        let latch = Latch::default();
        house.sink.when(Step::Data).times(1).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Just in time");
        house.sink.wait_for_step(Step::Data, 1, PATIENCE);
        house.set_window(&id, &format!("mon-sun {} UTC", hours_from_now(2)));
        latch.release();
        let is_ready = |_: &serde_json::Value| house.deliveries(&id)[0].state() == "ready";
        let held = house.wait_until(&id, is_ready);
        assert_eq!((&held["ready"], &held["accepted"]), (&1.into(), &0.into()), "{held}");
        assert_eq!(house.sink.messages().len(), 0);
        house.set_window(&id, "mon-sun 00:00-24:00 UTC");
        house.sql(&format!("UPDATE deliveries SET due_at = 0 WHERE campaign_id = {id}")).unwrap();
        assert_eq!(house.wait_finished(&id)["accepted"], 1);
        assert_eq!(house.sink.accepted_to("ada@example.org"), 1);
        running.stop();
    }

    /// SPEC section 6: older than its window, it waits for staff; the window of a later day is in time.
    a_campaign_whose_window_closed_while_no_sender_ran_waits_for_staff(house) {
        house.people(&[("ada@example.org", "yes", "")]);
        let late = house.draft(COMPANY, "Late");
        let in_time = house.draft(COMPANY, "In time");
        for id in [&late, &in_time] {
            house.ok(&["campaign", "schedule", id, "--at", "now", "--zone", "UTC", "--window", &hours_from_now(-2)]);
        }
        let yesterday = (clock::now() - chrono::Duration::hours(24)).timestamp_micros();
        house.sql(&format!("UPDATE campaigns SET scheduled_at = {yesterday} WHERE id = {late}")).unwrap();
        let running = house.serve();
        let held = house.wait_until(&late, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("closed before a sender was running"), "{held}");
        assert_eq!(house.wait_finished(&in_time)["accepted"], 1);
        house.ok(&["campaign", "resume", &late]);
        assert_eq!(house.wait_finished(&late)["accepted"], 1);
        running.stop();
    }

    a_time_in_a_zone_is_the_moment_that_its_clocks_show(house) {
        let id = house.draft(COMPANY, "Winter");
        let words = |more: &[&'static str]| [&["campaign", "schedule", id.as_str(), "--json", "--at"], more].concat();
        let run = |more: &[&'static str]| house.json(&words(more));
        let fails = |more: &[&'static str]| house.fails(&words(more)).1;
        let said = run(&["2031-12-01 09:00", "--zone", "Europe/Berlin", "--window", "09:00-18:00", "--days", "mon-fri"]);
        assert_eq!(said["scheduled_at"], "2031-12-01T08:00:00+00:00");
        assert_eq!(said["window"], "mon-fri 09:00-18:00 Europe/Berlin");
        let said = run(&["2031-12-01T09:00:00+01:00"]);
        assert_eq!((&said["scheduled_at"], &said["window"]), (&"2031-12-01T08:00:00+00:00".into(), &serde_json::Value::Null));
        assert!(fails(&["2031-12-01 09:00"]).contains("--zone"));
        assert!(fails(&["2031-03-30 02:30", "--zone", "Europe/Berlin"]).contains("clocks go forward"));
        assert!(fails(&["now", "--zone", "Europe/Atlantis"]).contains("is no time zone"));
        assert!(fails(&["now", "--window", "09:00-18:00"]).contains("--zone"));
        assert!(fails(&["now", "--zone", "UTC", "--window", "9-18"]).contains("09:00-18:00"));
    }

    a_cancelled_campaign_withholds_what_has_not_gone_out(house) {
        house.crowd(40);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(3).then(Fault::Delay(Duration::ZERO));
        house.sink.when(Step::FinalDot).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Cancelled");
        house.sink.wait_for(3, PATIENCE);
        house.ok(&["campaign", "cancel", &id]);
        latch.release();
        let settled = house.wait_until(&id, |standing| standing["ready"] == 0);
        assert_eq!(settled["state"], "cancelled");
        let accepted = settled["accepted"].as_i64().unwrap();
        assert_eq!(accepted + settled["withheld"]["campaign_cancelled"].as_i64().unwrap(), 40);
        assert_eq!(i64::try_from(house.sink.accepted().len()).unwrap(), accepted);
        let (_, said) = house.fails(&["campaign", "resume", &id]);
        assert!(said.contains("a campaign that is cancelled cannot be resumed"), "{said}");
        running.stop();
    }

    /// More than fit into one transaction; with no server running, and with one that finds what a killed command left.
    a_large_campaign_is_cancelled_by_pages_and_by_whoever_is_there(house) {
        house.crowd(2500);
        house.sink.when(Step::Connect).then(Fault::Close);
        let running = house.serve();
        let ids = ["By hand", "By the planner"].map(|subject| house.campaign(COMPANY, subject));
        for id in &ids {
            house.wait_until(id, |standing| standing["expanded"] == true && standing["ready"] == 2500);
        }
        running.stop();
        house.ok(&["campaign", "cancel", &ids[0]]);
        let cancelled = house.show(&ids[0]);
        assert_eq!(cancelled["withheld"]["campaign_cancelled"], 2500, "{cancelled}");
        house.sql(&format!("UPDATE campaigns SET state = 'cancelled' WHERE id = {}", ids[1])).unwrap();
        let running = house.serve();
        let settled = house.wait_until(&ids[1], |standing| standing["ready"] == 0);
        assert_eq!(settled["withheld"]["campaign_cancelled"], 2500, "{settled}");
        running.stop();
    }

    /// The refusal for now comes after the end of the campaign: nobody will try again, so nobody may be left waiting.
    a_cancelled_campaign_withholds_what_comes_back_to_it(house) {
        house.crowd(1);
        let latch = Latch::default();
        house.sink.when(Step::Body).times(1).then(Fault::Hold(latch.clone()));
        house.sink.when(Step::FinalDot).then(Fault::Reply("452 4.3.1 later".into()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Comes back");
        house.sink.wait_for_step(Step::Body, 1, PATIENCE);
        house.ok(&["campaign", "cancel", &id]);
        latch.release();
        let settled = house.wait_until(&id, |standing| standing["ready"] == 0 && standing["deferred"] == 0);
        assert_eq!(settled["withheld"]["campaign_cancelled"], 1, "{settled}");
        running.stop();
    }

    a_refusal_for_now_is_tried_again_and_one_for_good_is_not(house) {
        house.set("CONSENTRY_RETRY_AFTER", "1s");
        house.people(&[("now@example.org", "yes", ""), ("never@example.org", "yes", ""), ("late@example.org", "yes", "")]);
        house.sink.when(Step::Rcpt).recipient("now@example.org").times(1).then(Fault::Reply("451 4.3.0 try later".into()));
        house.sink.when(Step::Rcpt).recipient("never@example.org").then(Fault::Reply("550 5.1.1 no such user".into()));
        house.sink.when(Step::FinalDot).recipient("late@example.org").times(1).then(Fault::Reply("452 4.2.2 full".into()));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Again");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["rejected"]), (&2.into(), &1.into()));
        assert_eq!(house.sink.accepted_to("now@example.org"), 1);
        assert_eq!(house.sink.accepted_to("late@example.org"), 1);
        assert_eq!(house.sink.accepted_to("never@example.org"), 0);
        assert_eq!(house.sink.misconduct(), Vec::<String>::new());
        running.stop();
    }

    a_relay_that_is_down_loses_nothing_and_gets_everything_when_it_is_back(house) {
        house.crowd(10);
        house.sink.when(Step::Connect).times(3).then(Fault::Close);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Back again");
        assert_eq!(house.wait_finished(&id)["accepted"], 10);
        assert_eq!(house.sink.accepted().len(), 10);
        running.stop();
    }

    two_campaigns_go_out_at_the_same_time_and_none_waits_for_the_other(house) {
        house.crowd(60);
        let running = house.serve();
        let first = house.campaign(COMPANY, "One");
        let second = house.campaign(&["--stream", "partner"], "Two");
        assert_eq!(house.wait_finished(&first)["accepted"], 60);
        assert_eq!(house.wait_finished(&second)["accepted"], 60);
        assert_eq!(house.sink.accepted().len(), 120);
        running.stop();
    }

    a_placeholder_that_is_none_is_an_error_when_the_campaign_is_saved(house) {
        let text = house.file("bad.txt", "Hello\n{{ nmae }}\n");
        let html = house.file("bad.html", "<p>Hello</p>");
        let (_, said) = house.fails(&[
            "campaign", "create", "--stream", "company", "--name", "Bad", "--subject", "Hi", "--text", &text, "--html", &html,
        ]);
        assert!(said.contains("nmae") && said.contains("first_name"), "{said}");
    }
}

both_databases! {
    /// The bucket holds a second's worth, so the count after a while is bounded by both.
    a_throttle_bounds_what_goes_out_over_all_nodes_and_a_domain_has_its_own(house) {
        let mut people: Vec<_> = (0..12).map(|number| format!("p{number}@slow.example")).collect();
        people.extend((0..40).map(|number| format!("q{number}@quick.example")));
        let rows: Vec<_> = people.iter().map(|address| (address.as_str(), "yes", "yes")).collect();
        house.people(&rows);
        let to = |house: &House, domain: &str| {
            let accepted = house.sink.accepted().into_iter();
            accepted.filter(|caught| caught.recipients[0].ends_with(domain)).collect::<Vec<_>>()
        };
        // So slow a throttle that the others have all the time that a machine may need.
        house.set("CONSENTRY_DOMAIN_THROTTLES", "slow.example=1/m");
        let begun = Instant::now();
        let nodes = [house.serve(), house.serve_with(&["--only", "sender"])];
        let id = house.campaign(COMPANY, "Throttled");
        while to(house, "quick.example").len() < 40 {
            assert!(begun.elapsed() < PATIENCE, "a throttled domain holds up others");
            std::thread::sleep(Duration::from_millis(50));
        }
        let (slow, minutes) = (to(house, "slow.example").len(), begun.elapsed().as_secs() / 60);
        assert!(slow as u64 <= 1 + minutes + 1, "{slow} at 1 a minute in {:?}", begun.elapsed());
        for node in nodes {
            node.stop();
        }
        let before = to(house, "slow.example").len();
        house.set("CONSENTRY_DOMAIN_THROTTLES", "slow.example=2/s");
        house.sql(&format!("UPDATE deliveries SET due_at = 0 WHERE campaign_id = {id} AND due_at IS NOT NULL")).unwrap();
        let begun = Instant::now();
        let nodes = [house.serve(), house.serve_with(&["--only", "sender"])];
        assert_eq!(house.wait_finished(&id)["accepted"], 52);
        // From before the first could go: how long the first took to arrive is nobody's throttle.
        let spent = to(house, "slow.example").last().unwrap().final_dot_at - begun;
        let least = Duration::from_millis(500) * 10_u32.saturating_sub(u32::try_from(before).unwrap());
        assert!(spent + Duration::from_millis(100) >= least, "{} messages at 2 a second took {spent:?}", 12 - before);
        for node in nodes {
            node.stop();
        }
    }
}
