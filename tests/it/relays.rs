//! Several relays: shares by weight, and what becomes of the share of one that does not do its part.

use std::time::{Duration, Instant};

use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::scratch;
use super::support::smtp_sink::{Caught, Fault, Latch, SmtpSink, Step};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

/// Gives the house these relays in place of its own sink: name, sink, and what stands behind the question mark.
fn set_relays(house: &mut House, relays: &[(&str, &SmtpSink, &str)]) {
    let each: Vec<_> = relays.iter().map(|(name, sink, more)| format!("{name}={}&{more}", sink.url())).collect();
    house.unset("CONSENTRY_RELAY").set("CONSENTRY_RELAYS", &each.join(", "));
}

/// Nobody got it twice, whichever relay they got it from; returns how many each relay accepted.
fn shared_out<const N: usize>(sinks: [&SmtpSink; N], people: usize) -> [usize; N] {
    let mut reached: Vec<_> =
        sinks.iter().flat_map(|sink| sink.accepted()).flat_map(|caught| caught.recipients).collect();
    let accepted = reached.len();
    reached.sort();
    reached.dedup();
    assert_eq!((reached.len(), accepted), (people, people));
    sinks.map(|sink| sink.accepted().len())
}

/// What a relay accepted of one campaign.
fn of_campaign(sink: &SmtpSink, subject: &str) -> Vec<Caught> {
    sink.accepted().into_iter().filter(|caught| caught.subject() == subject).collect()
}

/// The longest time in which a relay was given nothing, from a beginning on.
fn longest_pause(begun: Instant, accepted: &[Caught]) -> Duration {
    let mut times: Vec<_> = accepted.iter().filter_map(|caught| caught.answered_at).collect();
    times.insert(0, begun);
    times.sort();
    times.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or_default()
}

both_databases! {
    messages_of_a_stream_are_shared_out_by_weight_and_each_stream_goes_by_its_own_relays(house) {
        let (heavy, light, rest) = (SmtpSink::start(), SmtpSink::start(), SmtpSink::start());
        set_relays(house, &[
            ("heavy", &heavy, "streams=company&weight=3"),
            ("light", &light, "streams=company"),
            ("rest", &rest, "connections=2"),
        ]);
        house.ok(&["check"]);
        house.crowd(400);
        // The heavier is the slower one: its share is waited for all the same.
        heavy.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(2)));
        let running = house.serve();
        let theirs = house.campaign(PARTNER, "Theirs");
        let patient_since = Instant::now();
        // A machine that stands still makes a relay seem stuck, and then its share is another's: so it is looked at a
        // campaign through which it did not.
        for round in 1.. {
            let (begun, late) = (Instant::now(), heavy.left_waiting() + light.left_waiting());
            let ours = house.campaign(COMPANY, &format!("Ours {round}"));
            assert_eq!(house.wait_finished(&ours)["accepted"], 400);
            let [by_heavy, by_light] = [&heavy, &light].map(|sink| of_campaign(sink, &format!("Ours {round}")));
            assert_eq!(by_heavy.len() + by_light.len(), 400);
            let still = longest_pause(begun, &by_heavy).max(longest_pause(begun, &by_light));
            if still < Duration::from_secs(2) && heavy.left_waiting() + light.left_waiting() == late {
                let (by_heavy, by_light) = (by_heavy.len(), by_light.len());
                assert!((290..=310).contains(&by_heavy), "{by_heavy} by the one of weight 3, {by_light} by that of 1");
                break;
            }
            assert!(patient_since.elapsed() < PATIENCE, "the machine stands still all the time: {still:?}");
        }
        assert_eq!(house.wait_finished(&theirs)["accepted"], 400);
        assert_eq!(shared_out([&rest], 400), [400]);
        running.stop();
    }

    /// One relay is not there, another dies halfway: the campaign finishes by those that are left.
    a_relay_that_is_away_leaves_its_share_to_the_others(house) {
        let (good, dying) = (SmtpSink::start(), SmtpSink::start());
        let nowhere = format!("127.0.0.1:{}", scratch::port());
        let relays = format!(
            "good={}&streams=company+partner+transactional+notice, dying={}&streams=company&weight=5, away=smtp://{nowhere}?tls=none&streams=company",
            good.url(),
            dying.url()
        );
        house.unset("CONSENTRY_RELAY").set("CONSENTRY_RELAYS", &relays);
        let (_, said) = house.fails(&["check"]);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.starts_with(&format!("- CONSENTRY_RELAYS: away: nothing answers at {nowhere}")), "{said}");
        house.crowd(300);
        dying.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(5)));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Halfway");
        dying.wait_for(30, PATIENCE);
        // Nothing of it goes out any more, and nothing is in doubt: it closes before it takes anything.
        dying.when(Step::Connect).then(Fault::Close);
        dying.when(Step::Mail).then(Fault::Close);
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["in_doubt"]), (&300.into(), &0.into()), "{standing}");
        shared_out([&good, &dying], 300);
        running.stop();
    }

    /// It takes connections and never answers: other streams and the rest of this one do not wait for it.
    a_relay_that_hangs_holds_up_nobody_else(house) {
        let (good, hanging) = (SmtpSink::start(), SmtpSink::start());
        set_relays(house, &[("good", &good, "streams=company+partner"), ("hanging", &hanging, "streams=company")]);
        house.crowd(300);
        let latch = Latch::default();
        hanging.when(Step::Mail).then(Fault::Hold(latch.clone()));
        let running = house.serve();
        let ids = [house.campaign(COMPANY, "Ours"), house.campaign(PARTNER, "Theirs")];
        assert_eq!(house.wait_finished(&ids[1])["accepted"], 300);
        // All but those that it holds, one on each of its two connections at most.
        let standing = house.wait_until(&ids[0], |standing| standing["accepted"].as_u64().unwrap() >= 298);
        assert_ne!(standing["accepted"], 300, "{standing}");
        latch.release();
        assert_eq!(house.wait_finished(&ids[0])["accepted"], 300);
        running.stop();
    }

    /// It blows its own fuse: those whom it refused go by the other, and the campaign is held only when no relay is left.
    a_relay_that_refuses_everything_stops_alone(house) {
        let (good, refusing) = (SmtpSink::start(), SmtpSink::start());
        set_relays(house, &[("good", &good, "streams=company"), ("refusing", &refusing, "streams=company")]);
        house.crowd(400);
        refusing.when(Step::Rcpt).then(Fault::reply("554 5.7.1 go away"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Half welcome");
        assert_eq!(house.wait_finished(&id)["accepted"], 400);
        let refused = refusing.reached(Step::Rcpt);
        assert!((25..40).contains(&refused), "{refused} were refused before the fuse blew");
        good.when(Step::Mail).then(Fault::reply("550 5.7.1 not you"));
        let held = house.campaign(COMPANY, "Not welcome");
        let held = house.wait_until(&held, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().starts_with("the relay refuse"), "{held}");
        running.stop();
    }

    /// Its bucket is its own: the other relay takes what it may not, and a campaign of another stream is not held up.
    a_throttled_relay_leaves_the_rest_to_the_others(house) {
        let (slow, fast) = (SmtpSink::start(), SmtpSink::start());
        set_relays(house, &[("slow", &slow, "streams=company&throttle=2/m"), ("fast", &fast, "streams=company+partner")]);
        house.crowd(200);
        let begun = Instant::now();
        let running = house.serve();
        let ids = [house.campaign(COMPANY, "Ours"), house.campaign(PARTNER, "Theirs")];
        for id in &ids {
            assert_eq!(house.wait_finished(id)["accepted"], 200);
        }
        let most = 2 + begun.elapsed().as_secs() / 30;
        let by_slow = slow.accepted().len();
        assert!((1..=most).contains(&(by_slow as u64)), "{by_slow} by a relay of 2 a minute in {:?}", begun.elapsed());
        running.stop();
    }

    /// CONFORMANCE B16: without SMTPUTF8 such an address is asked of nobody; the relay that offers it takes them all.
    b16_addresses_beyond_ascii_go_by_the_relay_that_takes_them(house) {
        let (plain, wide) = (SmtpSink::start(), SmtpSink::start());
        plain.withdraw("SMTPUTF8");
        set_relays(house, &[("plain", &plain, "streams=company&weight=5"), ("wide", &wide, "streams=company")]);
        house.crowd(120);
        let beyond: Vec<_> = (0..60).map(|number| format!("józef{number}@example.org")).collect();
        house.people(&beyond.iter().map(|address| (address.as_str(), "yes", "no")).collect::<Vec<_>>());
        let running = house.serve();
        let id = house.campaign(COMPANY, "Everybody");
        assert_eq!(house.wait_finished(&id)["accepted"], 180);
        let [by_plain, by_wide] = shared_out([&plain, &wide], 180);
        assert!(by_plain > 0 && by_wide >= 60, "{by_plain} by the one, {by_wide} by the other");
        let asked = plain.commands();
        assert!(!asked.iter().any(|line| line.contains("SMTPUTF8") || line.contains("józef")), "{asked:?}");
        running.stop();
        // Where no relay offers it any more, that is the reason.
        wide.withdraw("SMTPUTF8");
        let running = house.serve();
        let standing = house.wait_finished(&house.campaign(COMPANY, "Most of them"));
        let withheld = &standing["withheld"]["needs_smtputf8"];
        assert_eq!((&standing["accepted"], withheld), (&120.into(), &60.into()), "{standing}");
        running.stop();
    }

    a_stream_that_no_relay_takes_is_held_with_that_reason(house) {
        let only = SmtpSink::start();
        set_relays(house, &[("only", &only, "streams=company")]);
        assert!(house.fails(&["check"]).1.contains("no relay takes partner mail"));
        house.crowd(3);
        let running = house.serve();
        let id = house.campaign(PARTNER, "No way");
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("no relay takes partner mail"), "{held}");
        running.stop();
    }
}
