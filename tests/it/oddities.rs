//! A relay that answers in odd ways: in pieces, too early, too often, too long, with the wrong code.
//!
//! Where the oddity is only one of form, its answer counts. Where it is one of meaning, nothing is taken for granted: not
//! sent before the body, in doubt behind it.

use super::faults::{ended, everybody_once, impatient, nobody_twice, settled};
use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Event, Fault, SmtpSink, Step};

const COMPANY: &[&str] = &["--stream", "company"];

fn octets(octets: &[u8]) -> Fault {
    Fault::Octets(octets.to_vec())
}

/// Odd only in form: understood wherever they come with a code of the usual kind.
fn odd_in_form(code: u16) -> Vec<Fault> {
    let latin1 = [format!("{code} caf").as_bytes(), b"\xe9\x00\r\n"].concat();
    vec![
        Fault::OctetByOctet,
        octets(format!("{code}\r\n").as_bytes()),
        octets(format!("{code} bare line feed\n").as_bytes()),
        octets(format!("{code}-several\r\n{code}-\n{code}\r\n").as_bytes()),
        octets(&latin1),
        Fault::Reply(format!("{code} {}", "long ".repeat(700))),
        Fault::Delay(std::time::Duration::from_millis(100)),
    ]
}

/// Odd in meaning wherever they come.
fn senseless() -> Vec<Fault> {
    vec![
        Fault::Endless("250-and another thing\r\n"),
        Fault::Endless("250 and so on "),
        Fault::reply("250-yes\r\n550 no"),
        Fault::reply("334 "),
        Fault::reply("650 beyond"),
        Fault::reply("2 few"),
        octets(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    ]
}

/// One recipient for each oddity, all in one campaign; `outcome` in the words of docs/outcomes.md.
fn each(house: &mut House, step: Step, oddities: &[(Vec<Fault>, &str)]) {
    impatient(house, 2);
    let of_all = oddities.iter().flat_map(|(faults, outcome)| faults.iter().map(move |fault| (fault, *outcome)));
    let cells: Vec<_> = of_all.enumerate().map(|(place, cell)| (format!("odd-{place}-@example.org"), cell)).collect();
    let people: Vec<_> = cells.iter().map(|(address, _)| (address.as_str(), "yes", "")).collect();
    house.people(&people);
    for (address, (fault, outcome)) in &cells {
        let when = house.sink.when(step).recipient(address);
        // What is understood is understood each time: whoever waits behind a reply too many is tried again.
        let when = if matches!(*outcome, "accepted" | "rejected") { when } else { when.times(1) };
        when.then((*fault).clone());
    }
    let running = house.serve();
    let id = house.campaign(COMPANY, "Odd");
    let settled = settled(house, &id);
    for (address, (fault, outcome)) in &cells {
        let stands = &settled[address];
        let became = if *outcome == "accepted" { stands.state() } else { ended(stands) };
        assert_eq!(became, *outcome, "{fault:?} at {step:?}");
    }
    nobody_twice(house, &id);
    running.stop();
}

/// How many the campaign had barred.
fn barred(house: &House) -> usize {
    house.texts("SELECT reason AS value FROM suppressions").len()
}

fn at_rcpt(house: &mut House) {
    let other_codes =
        ["251 2.1.5 elsewhere", "252 2.1.5 who knows", "250-2.1.5 one\r\n251 2.1.5 two"].map(Fault::reply);
    let refusals = ["571 5.7.1 not here", "550-5.1.1 no\r\n553 5.1.1 never"].map(Fault::reply);
    let out_of_turn = vec![
        Fault::reply("354 go on"),
        Fault::and_then(0, "250 2.1.5 twice"),
        octets(b"550 5.1.1 somebody else\r\n250 2.1.5 Ok\r\n"),
        octets(b"451 4.2.1 somebody else\r\n250 2.1.5 Ok\r\n"),
    ];
    each(
        house,
        Step::Rcpt,
        &[
            (odd_in_form(250), "accepted"),
            (other_codes.into(), "accepted"),
            (refusals.into(), "rejected"),
            (out_of_turn, "later"),
            (senseless(), "later"),
        ],
    );
    assert_eq!(barred(house), 1, "only who was refused in step");
}

fn at_data(house: &mut House) {
    let out_of_turn = vec![
        Fault::reply("250 2.0.0 done"),
        Fault::and_then(0, "250 2.0.0 Ok: queued"),
        Fault::and_then(0, "550 5.1.1 somebody else"),
        octets(b"550 5.1.1 somebody else\r\n354 go on\r\n"),
    ];
    each(house, Step::Data, &[(odd_in_form(354), "accepted"), (out_of_turn, "later"), (senseless(), "later")]);
    assert_eq!(barred(house), 0);
}

fn at_final_dot(house: &mut House) {
    let once_more = vec![Fault::and_then(0, "250 2.0.0 Ok: queued"), Fault::and_then(0, "554 5.0.0 no")];
    each(
        house,
        Step::FinalDot,
        &[
            (odd_in_form(250), "accepted"),
            (once_more, "accepted"),
            (vec![Fault::reply("571 5.7.1 not here")], "rejected"),
            (vec![Fault::reply("354 more")], "in doubt"),
            // The refusal may be somebody else's and the acceptance this one's.
            (
                vec![
                    octets(b"451 4.3.0 somebody else\r\n250 2.0.0 Ok: queued\r\n"),
                    octets(b"550 5.1.1 somebody else\r\n250 2.0.0 Ok: queued\r\n"),
                    octets(b"421 4.3.2 somebody else\r\n250 2.0.0 Ok: queued\r\n"),
                ],
                "in doubt",
            ),
            (senseless(), "in doubt"),
        ],
    );
    assert_eq!(barred(house), 0);
}

both_databases! {
    rcpt(house) { at_rcpt(house); }
    data(house) { at_data(house); }
    final_dot(house) { at_final_dot(house); }

    /// A reply too many shifts those behind it: what they say is not about what they are read for. A 550 among them must
    /// not hold a campaign.
    replies_too_many_at_mail_are_never_read_for_an_answer_to_something_else(house) {
        impatient(house, 1);
        let addresses = house.crowd(4);
        house.sink.when(Step::Mail).nth(1).then(Fault::and_then(0, "250 2.1.0 twice"));
        house.sink.when(Step::Mail).nth(2).then(octets(b"550 5.7.1 somebody else\r\n250 2.1.0 Ok\r\n"));
        house.sink.when(Step::Mail).nth(3).then(Fault::reply("354 go on"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Shifted");
        let standing = house.wait_finished(&id);
        assert_eq!(standing["accepted"], 4, "{standing}");
        everybody_once(house, &id, &addresses);
        running.stop();
    }

    /// What a relay says between two messages is about the connection, which is not used again; the next message does not
    /// wait for that, and nothing is held.
    what_is_said_between_two_messages_ends_the_connection_and_nothing_else(house) {
        impatient(house, 1);
        house.crowd(1);
        let running = house.serve();
        for (place, stray) in ["421 4.4.2 idle for too long", "550 5.7.1 not you", "250 2.0.0 Ok"].iter().enumerate() {
            house.sink.behave();
            house.sink.when(Step::FinalDot).then(Fault::and_then(50, stray));
            let before = house.campaign(COMPANY, &format!("Before {place}"));
            house.wait_finished(&before);
            let said = |sink: &SmtpSink| sink.log().iter().any(|logged| logged.event == Event::Reply((*stray).to_owned()));
            let begun = std::time::Instant::now();
            while !said(&house.sink) {
                assert!(begun.elapsed() < PATIENCE);
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            house.sink.behave();
            let (connections, left_waiting) = (house.sink.connections(), house.sink.left_waiting());
            let after = house.campaign(COMPANY, &format!("After {place}"));
            assert_eq!(house.wait_finished(&after)["accepted"], 1);
            // Once for each look that came too late, it is tried again.
            let late = house.sink.left_waiting() - left_waiting;
            let attempt = usize::try_from(house.deliveries(&after)[0].attempt).unwrap();
            assert_eq!((attempt, house.sink.connections()), (1 + late, connections + 1 + late), "{stray}");
        }
        assert_eq!(house.sink.misconduct(), Vec::<String>::new());
        running.stop();
    }

    /// RFC 5321 section 4.1.1.4: nothing is accepted before the final dot. A refusal is believed; what claims to have a
    /// part of a message is not sent another; the rest goes out later, unless every octet had left.
    what_is_answered_in_the_middle_of_a_message(house) {
        impatient(house, 2);
        house.set("CONSENTRY_SMTP_TIMEOUT", "1m");
        let cells = [
            ("yes", Fault::reply("250 2.0.0 Ok: queued"), "in doubt"),
            ("yes-and-on", Fault::and_then(0, "250 2.0.0 Ok: queued"), "in doubt"),
            ("no", Fault::reply("552 5.3.4 too big"), "rejected"),
            ("not-now", Fault::reply("421 4.3.2 closing"), "deferred"),
            ("what", Fault::reply("what?"), "later"),
            ("close", Fault::Close, "later"),
        ];
        let addresses = cells.each_ref().map(|(name, ..)| format!("{name}-@example.org"));
        house.people(&addresses.each_ref().map(|address| (address.as_str(), "yes", "")));
        for ((_, fault, _), address) in cells.iter().zip(&addresses) {
            house.sink.when(Step::Body).recipient(address).times(1).then(fault.clone());
        }
        let text = house.file("long.txt", "All the news that fits, and then some more of it.\n".repeat(100_000));
        let html = house.file("short.html", "<p>News</p>");
        let message = ["--name", "Long", "--subject", "Long", "--text", &text, "--html", &html, "--json"];
        let id = house.json(&[&["campaign", "create"], COMPANY, &message].concat())["id"].to_string();
        house.ok(&["campaign", "schedule", &id, "--at", "now"]);
        let running = house.serve();
        let settled = settled(house, &id);
        for ((name, _, outcome), address) in cells.iter().zip(&addresses) {
            // A system may take the whole message off our hands before we hear what the relay says to its beginning.
            let became = ended(&settled[address]);
            let had_left = matches!((*outcome, became), ("later", "in doubt") | ("in doubt", "accepted"));
            assert!(had_left || became == *outcome, "{name}: {settled:#?}");
        }
        assert_eq!(house.verdict("no-@example.org", COMPANY)["verdict"], "clear");
        running.stop();
    }

    /// RFC 5321 section 3.2.
    a_relay_that_knows_no_ehlo_is_greeted_with_helo(house) {
        house.sink.esmtp(false);
        house.ok(&["check"]);
        let addresses = house.crowd(3);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Hello");
        house.wait_finished(&id);
        everybody_once(house, &id, &addresses);
        assert!(house.sink.commands().iter().any(|line| line.starts_with("HELO ")));
        assert!(house.sink.commands().iter().all(|line| !line.starts_with("MAIL") || line.ends_with('>')));
        running.stop();
    }

    a_relay_that_refuses_rset_is_asked_on_another_connection(house) {
        impatient(house, 1);
        house.crowd(3);
        house.sink.when(Step::Rcpt).recipient("p1@").then(Fault::reply("550 5.7.1 no"));
        house.sink.when(Step::Rset).then(Fault::reply("502 5.5.1 what?"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Start over");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["rejected"]), (&2.into(), &1.into()), "{standing}");
        assert!(house.sink.connections() > 1);
        nobody_twice(house, &id);
        running.stop();
    }

    /// RFC 1870: the size is told ahead. Nobody is suppressed for it.
    a_message_that_is_too_large_for_the_relay_is_refused_and_the_person_is_not_to_blame(house) {
        house.crowd(2);
        house.sink.when(Step::Mail).times(1).then(Fault::reply("552 5.3.4 too big"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Told");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["rejected"]), (&1.into(), &1.into()), "{standing}");
        running.stop();
        let of_one = house.sink.accepted()[0].data.len();
        let told = house.sink.commands().iter().any(|line| line.contains(&format!(" SIZE={of_one}")));
        assert!(told, "{of_one}: {:?}", house.sink.commands());
        assert_eq!(house.verdict("p0@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(house.verdict("p1@example.org", COMPANY)["verdict"], "clear");
    }
}

/// Step by step instead of in a group. The database has no part in the difference, so SQLite alone will do.
mod without_pipelining {
    use super::*;

    fn house() -> House {
        let house = House::on_sqlite();
        house.sink.pipelining(false);
        house
    }

    #[test]
    fn rcpt() {
        at_rcpt(&mut house());
    }

    #[test]
    fn data() {
        at_data(&mut house());
    }
}
