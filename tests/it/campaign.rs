//! A campaign from draft to its end.

use super::support::both_databases;
use super::support::house::PATIENCE;
use super::support::smtp_sink::{Fault, Latch, Step};

const COMPANY: &[&str] = &["--stream", "company"];

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
        std::thread::sleep(std::time::Duration::from_millis(800));
        assert_eq!(house.sink.messages().len(), 0);
        house.ok(&["campaign", "resume", &id]);
        assert_eq!(house.wait_finished(&id)["accepted"], 30);
        running.stop();
    }

    a_cancelled_campaign_withholds_what_has_not_gone_out(house) {
        house.crowd(40);
        house.sink.when(Step::FinalDot).then(Fault::Delay(std::time::Duration::from_millis(100)));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Cancelled");
        house.sink.wait_for(3, PATIENCE);
        house.ok(&["campaign", "cancel", &id]);
        let settled = house.wait_until(&id, |standing| standing["ready"] == 0);
        assert_eq!(settled["state"], "cancelled");
        let accepted = settled["accepted"].as_i64().unwrap();
        assert_eq!(accepted + settled["withheld"]["campaign_cancelled"].as_i64().unwrap(), 40);
        assert_eq!(i64::try_from(house.sink.accepted().len()).unwrap(), accepted);
        let (_, said) = house.fails(&["campaign", "resume", &id]);
        assert!(said.contains("a campaign that is cancelled cannot be resumed"), "{said}");
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
        house.set("CONSENTRY_DOMAIN_THROTTLES", "slow.example=2/s");
        let nodes = [house.serve(), house.serve_with(&["--only", "sender"])];
        let begun = std::time::Instant::now();
        let id = house.campaign(COMPANY, "Throttled");
        house.sink.wait_for(42, PATIENCE);
        let quick = house.sink.accepted().iter().filter(|caught| caught.recipients[0].ends_with("quick.example")).count();
        assert_eq!(quick, 40, "a throttled domain holds up nobody else");
        assert_eq!(house.wait_finished(&id)["accepted"], 52);
        let slow: Vec<_> = house.sink.accepted().into_iter().filter(|caught| caught.recipients[0].ends_with("slow.example")).collect();
        // From before the first could go: how long the first took to arrive is nobody's throttle.
        let spent = slow.last().unwrap().final_dot_at - begun;
        assert!(spent >= std::time::Duration::from_millis(4900), "12 messages at 2 a second took {spent:?}");
        for node in nodes {
            node.stop();
        }
    }
}
