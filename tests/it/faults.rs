//! The fault matrix: every misbehaviour of a relay at every step of the dialogue, and what becomes of the message.
//!
//! Steps that have a recipient share one campaign, one recipient to a cell. Steps before MAIL share one house, one
//! connection to a cell: whom such a fault strikes nobody can tell, and all of them end the same. At MAIL
//! the return path tells; QUIT gets a campaign for each cell.

use std::collections::HashMap;

use super::support::both_databases;
use super::support::house::{House, PATIENCE, Stands};
use super::support::smtp_sink::{Fault, Step};

const COMPANY: &[&str] = &["--stream", "company"];

/// The columns: what the relay does instead of its usual answer. Each name is also the local part of who is struck.
const FAULTS: [(&str, &str); 7] = [
    ("stall", "stall"),
    ("4xx", "refused-4xx"),
    ("421", "refused-421"),
    ("5xx", "refused-5xx"),
    ("close", "close"),
    ("garbage", "garbage"),
    ("half a reply", "half"),
];

/// The row of a MAIL that is not the first of its connection.
const AGAIN: &str = "MAIL, later ones";

/// The rows: what becomes of the delivery that was struck.
const MATRIX: [(Step, &str, [&str; 7]); 12] = [
    (Step::Connect, "connect", ["later"; 7]),
    (Step::Greeting, "greeting", ["later"; 7]),
    (Step::Ehlo, "EHLO", ["later"; 7]),
    (Step::StartTls, "STARTTLS", ["later"; 7]),
    (Step::Auth, "AUTH", ["later"; 7]),
    (Step::Mail, "MAIL", ["later", "deferred", "deferred", "held", "later", "later", "later"]),
    (Step::Mail, AGAIN, ["at once", "at once", "at once", "at once", "at once", "at once", "at once"]),
    (Step::Rcpt, "RCPT", ["later", "deferred", "deferred", "rejected", "later", "later", "later"]),
    (Step::Data, "DATA", ["later", "deferred", "deferred", "rejected", "later", "later", "later"]),
    (Step::Body, "body", ["in doubt", "deferred", "deferred", "rejected", "in doubt", "in doubt", "in doubt"]),
    (Step::FinalDot, "final dot", ["in doubt", "deferred", "deferred", "rejected", "in doubt", "in doubt", "in doubt"]),
    (Step::Quit, "QUIT", ["accepted"; 7]),
];

/// Recipients without a fault of their own.
const CALM: usize = 7;

fn fault(name: &str) -> Fault {
    match name {
        "stall" => Fault::Stall(PATIENCE),
        "4xx" => Fault::reply("451 4.3.0 try later"),
        "421" => Fault::reply("421 4.3.2 closing"),
        "5xx" => Fault::reply("554 5.0.0 no"),
        "close" => Fault::Close,
        "garbage" => Fault::Garbage,
        "half a reply" => Fault::HalfReply,
        _ => unreachable!("{name} is no column"),
    }
}

/// The cells of a step's first row: fault, who is struck, what becomes of it.
fn cells(step: Step) -> impl Iterator<Item = (&'static str, String, &'static str)> {
    let (_, row, _) = MATRIX.into_iter().find(|(of, ..)| *of == step).unwrap();
    cells_of(row)
}

fn cells_of(row: &str) -> impl Iterator<Item = (&'static str, String, &'static str)> + use<> {
    let (_, _, outcomes) = MATRIX.into_iter().find(|(_, name, _)| *name == row).unwrap();
    FAULTS.into_iter().zip(outcomes).map(|((name, local), outcome)| (name, format!("{local}@example.org"), outcome))
}

#[test]
fn the_table_in_the_docs_is_the_one_that_is_run() {
    let row = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let mut table = row(&["step", "stall", "4xx", "421", "5xx", "close", "garbage", "half a reply"]);
    assert_eq!(FAULTS.map(|(name, _)| name).join(" | "), "stall | 4xx | 421 | 5xx | close | garbage | half a reply");
    table.push_str("|---|---|---|---|---|---|---|---|\n");
    for (_, step, outcomes) in MATRIX {
        let cells: Vec<_> = std::iter::once(step).chain(outcomes).collect();
        table.push_str(&row(&cells));
    }
    let docs = include_str!("../../docs/outcomes.md");
    assert!(docs.contains(&table), "docs/outcomes.md should have\n{table}");
}

both_databases! {
    connect(house) { before_mail(house, Step::Connect); }
    greeting(house) { before_mail(house, Step::Greeting); }
    ehlo(house) { before_mail(house, Step::Ehlo); }

    auth(house) {
        house.sink.offer("AUTH PLAIN");
        let with_login = house.sink.url().replace("smtp://", "smtp://mailer:secret@");
        house.set("CONSENTRY_RELAY", &with_login);
        before_mail(house, Step::Auth);
    }

    /// The sink has no certificate: nothing leaves until the relay's address says that none is needed.
    starttls_and_nothing_goes_out_in_clear(house) {
        impatient(house, CALM);
        let addresses = house.crowd(2 * CALM);
        strike_each_connection(house, Step::StartTls);
        house.sink.offer("STARTTLS");
        let in_clear = house.sink.url();
        house.set("CONSENTRY_RELAY", &in_clear.replace("tls=none", "tls=starttls"));
        let id = house.campaign(COMPANY, "Secret");
        let running = house.serve();
        house.sink.wait_for_step(Step::StartTls, FAULTS.len(), PATIENCE);
        running.stop();
        assert_eq!(house.sink.reached(Step::Mail), 0);
        assert_eq!(house.show(&id)["ready"], 2 * CALM);
        house.set("CONSENTRY_RELAY", &in_clear);
        let running = house.serve();
        house.wait_finished(&id);
        everybody_once(house, &id, &addresses);
        running.stop();
    }

    mail(house) { at_mail(house); }
    mail_on_a_connection_that_was_used_before(house) { at_later_mails(house); }
    rcpt(house) { with_recipient(house, Step::Rcpt); }
    data(house) { with_recipient(house, Step::Data); }
    body(house) { with_recipient(house, Step::Body); }
    final_dot(house) { with_recipient(house, Step::FinalDot); }

    quit(house) {
        impatient(house, 1);
        let addresses = house.crowd(2);
        for (number, (name, _, outcome)) in cells(Step::Quit).enumerate() {
            assert_eq!(outcome, "accepted");
            house.sink.behave();
            house.sink.when(Step::Quit).then(fault(name));
            let running = house.serve();
            let id = house.campaign(COMPANY, &format!("Good-bye by {name}"));
            house.wait_finished(&id);
            running.stop();
            assert_eq!(house.sink.reached(Step::Quit), number + 1, "{name}");
            everybody_once(house, &id, &addresses);
        }
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
    fn mail() {
        at_mail(&mut house());
    }

    #[test]
    fn mail_on_a_connection_that_was_used_before() {
        at_later_mails(&mut house());
    }

    #[test]
    fn rcpt() {
        with_recipient(&mut house(), Step::Rcpt);
    }

    #[test]
    fn data() {
        with_recipient(&mut house(), Step::Data);
    }
}

/// More than the buffers between the two hold: the final dot is still here when the time runs out. The database has no
/// part in it, and a message of this size takes its time, so it is tried on SQLite only.
#[test]
fn a_body_that_stalls_halfway_is_provably_not_sent_and_goes_out_later() {
    let mut house = House::on_sqlite();
    impatient(&mut house, 1);
    house.set("CONSENTRY_SMTP_TIMEOUT", "30s");
    let addresses = house.crowd(1);
    house.sink.when(Step::Body).times(1).then(fault("stall"));
    let text = house.file("long.txt", "All the news that fits, and then some more of it.\n".repeat(100_000));
    let html = house.file("short.html", "<p>News</p>");
    let message = ["--name", "Long", "--subject", "Long", "--text", &text, "--html", &html, "--json"];
    let id = house.json(&[&["campaign", "create"], COMPANY, &message].concat())["id"].to_string();
    house.ok(&["campaign", "schedule", &id, "--at", "now"]);
    let running = house.serve();
    house.wait_finished(&id);
    assert!(house.deliveries(&id)[0].attempt > 1);
    everybody_once(&house, &id, &addresses);
    running.stop();
}

/// A relay must answer within 8 seconds: it is the stalls that are to run into it, and not a machine with much to do. What
/// the relay defers is not due again while the test runs.
pub(super) fn impatient(house: &mut House, senders: usize) {
    house.set("CONSENTRY_SMTP_TIMEOUT", "8s").set("CONSENTRY_RETRY_AFTER", "1h");
    house.set("CONSENTRY_SENDERS", &senders.to_string());
}

/// The first connections get one fault each.
fn strike_each_connection(house: &House, step: Step) {
    for (place, (name, ..)) in cells(step).enumerate() {
        house.sink.when(step).nth(place + 1).times(1).then(fault(name));
    }
}

/// Each of the first connections fails in its own way, and the message that it was opened for waits for the next.
fn before_mail(house: &mut House, step: Step) {
    assert!(cells(step).all(|(.., outcome)| outcome == "later"));
    impatient(house, FAULTS.len());
    let addresses = house.crowd(4 * CALM);
    strike_each_connection(house, step);
    // Every sender has a message, and so a connection, before the first of them has two. A relay that none of them
    // reaches is asked by one.
    house.sink.when(Step::FinalDot).times(CALM).then(Fault::Delay(std::time::Duration::from_millis(50)));
    let running = house.serve();
    let id = house.campaign(COMPANY, "Knock, knock");
    house.wait_finished(&id);
    assert!(house.sink.reached(step) > FAULTS.len(), "a fault did not strike: {:#?}", house.sink.log());
    everybody_once(house, &id, &addresses);
    running.stop();
}

/// One recipient for each fault, all in one campaign with others.
fn with_recipient(house: &mut House, step: Step) {
    impatient(house, 4);
    let struck: Vec<_> = cells(step).collect();
    let calm: Vec<_> = (0..CALM).map(|number| format!("calm{number}@example.org")).collect();
    let people: Vec<_> =
        struck.iter().map(|(_, address, _)| address).zip(&calm).flat_map(<[&String; 2]>::from).collect();
    house.people(&people.iter().map(|address| (address.as_str(), "yes", "")).collect::<Vec<_>>());
    for (name, address, _) in &struck {
        house.sink.when(step).recipient(address).times(1).then(fault(name));
    }
    let running = house.serve();
    let id = house.campaign(COMPANY, "Struck");
    let settled = settled(house, &id);
    for (name, address, outcome) in &struck {
        assert_eq!(ended(&settled[address]), *outcome, "{name} at {step:?}: {settled:#?}");
    }
    for address in &calm {
        assert_eq!(settled[address].state(), "accepted", "{address}: {settled:#?}");
    }
    time_passes(house);
    let standing = house.wait_finished(&id);
    let outcomes = struck.iter().map(|(.., outcome)| *outcome);
    let expected = |word: &str| outcomes.clone().filter(|outcome| *outcome == word).count();
    assert_eq!(standing["rejected"], expected("rejected"), "{standing}");
    assert_eq!(standing["in_doubt"], expected("in doubt"), "{standing}");
    assert_eq!(standing["accepted"], 2 * CALM - expected("rejected") - expected("in doubt"), "{standing}");
    nobody_twice(house, &id);
    running.stop();
}

/// MAIL names no recipient, but its return path is the delivery's own: the message that is accepted in the end tells whom
/// a fault has struck. Each but the last of these costs its connection, so that each strikes the first MAIL of one.
fn at_mail(house: &mut House) {
    impatient(house, 1);
    let addresses = house.crowd(2 * CALM);
    let (held, others): (Vec<_>, Vec<_>) = cells(Step::Mail).partition(|(.., outcome)| *outcome == "held");
    let (keeping, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(name, ..)| *name == "4xx");
    let others = [others, keeping].concat();
    for (place, (name, ..)) in others.iter().enumerate() {
        house.sink.when(Step::Mail).nth(place + 1).then(fault(name));
    }
    let running = house.serve();
    let id = house.campaign(COMPANY, "Return to sender");
    let settled = settled(house, &id);
    let deferred = others.iter().filter(|(.., outcome)| *outcome == "deferred").count();
    let accepted = settled.values().filter(|delivery| delivery.state() == "accepted").count();
    assert_eq!(accepted, addresses.len() - deferred, "{settled:#?}");
    struck_at_mail(house, &id, &settled, &others);
    everybody_once(house, &id, &addresses);
    running.stop();
    for (name, ..) in held {
        house.sink.behave();
        house.sink.when(Step::Mail).times(1).then(fault(name));
        let running = house.serve();
        let id = house.campaign(COMPANY, &format!("Held by {name}"));
        let held = house.wait_until(&id, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("554 5.0.0"), "{held}");
        let held = house.wait_until(&id, |standing| standing["ready"] == addresses.len());
        assert_eq!((&held["accepted"], &held["rejected"]), (&0.into(), &0.into()), "{held}");
        house.ok(&["campaign", "resume", &id]);
        house.wait_finished(&id);
        everybody_once(house, &id, &addresses);
        running.stop();
    }
}

/// The first of all MAILs that are not the first of their connection are struck, each in its own way.
fn at_later_mails(house: &mut House) {
    impatient(house, 1);
    let addresses = house.crowd(2 * CALM);
    let cells: Vec<_> = cells_of(AGAIN).collect();
    for (name, ..) in &cells {
        house.sink.when(Step::Mail).again().times(1).then(fault(name));
    }
    let running = house.serve();
    let id = house.campaign(COMPANY, "Second thoughts");
    let settled = settled(house, &id);
    struck_at_mail(house, &id, &settled, &cells);
    everybody_once(house, &id, &addresses);
    running.stop();
}

/// Time passes until all is accepted; then the MAILs that were struck were those of deliveries that ended as the cells say.
fn struck_at_mail(house: &House, campaign: &str, settled: &HashMap<String, Stands>, cells: &[(&str, String, &str)]) {
    let numbers = house.sink.struck(Step::Mail);
    assert_eq!(numbers.len(), cells.len(), "a fault did not strike: {:#?}", house.sink.log());
    time_passes(house);
    house.wait_finished(campaign);
    let commands = house.sink.commands();
    let mails: Vec<_> = commands.iter().filter_map(|line| line.strip_prefix("MAIL FROM:<")).collect();
    let caught = house.sink.accepted();
    for ((name, _, outcome), number) in cells.iter().zip(numbers) {
        let is_its = |mail: &str, from: &str| mail.starts_with(&format!("{from}>"));
        let mail = mails[number - 1];
        let of_this = caught.iter().find(|caught| is_its(mail, &caught.from)).unwrap();
        let struck = &settled[&of_this.recipients[0]];
        let ended = match ended(struck) {
            "accepted" if mails.iter().filter(|mail| is_its(mail, &of_this.from)).count() == 2 => "at once",
            other => other,
        };
        assert_eq!(ended, *outcome, "{name} at MAIL {number}: {settled:#?}");
    }
}

/// The deliveries by address, once nobody is waiting for a sender any more.
pub(super) fn settled(house: &House, campaign: &str) -> HashMap<String, Stands> {
    house.wait_until(campaign, |standing| standing["expanded"] == true && standing["ready"] == 0);
    house.deliveries(campaign).into_iter().map(|delivery| (delivery.address.clone(), delivery)).collect()
}

/// In the words of the table: what was accepted on another try went out later.
pub(super) fn ended(delivery: &Stands) -> &'static str {
    if delivery.state() == "accepted" && delivery.attempt > 1 { "later" } else { delivery.state() }
}

/// What was deferred is due.
pub(super) fn time_passes(house: &House) {
    house.sql("UPDATE deliveries SET due_at = 1 WHERE state = 3").unwrap();
}

pub(super) fn everybody_once(house: &House, campaign: &str, addresses: &[String]) {
    let standing = house.show(campaign);
    assert_eq!((&standing["accepted"], &standing["audience"]), (&addresses.len().into(), &addresses.len().into()));
    let subject = &standing["name"];
    for address in addresses {
        let caught = house.sink.accepted();
        let to_them = caught.iter().filter(|caught| caught.recipients == [address.as_str()]);
        assert_eq!(to_them.filter(|caught| caught.subject() == *subject).count(), 1, "{address}: {standing}");
    }
    nobody_twice(house, campaign);
}

/// Nobody is lost in the counts, and at the relay nobody has more than the counts say.
pub(super) fn nobody_twice(house: &House, campaign: &str) {
    let standing = house.show(campaign);
    let count = |key: &str| standing[key].as_u64().unwrap();
    let counted: u64 = ["accepted", "rejected", "in_doubt", "deferred", "ready"].map(count).iter().sum();
    assert_eq!(counted, count("audience"), "{standing}");
    let subject = &standing["name"];
    for delivery in house.deliveries(campaign) {
        let messages = house.sink.messages();
        let of_this = |accepted_only: bool| {
            let to_them = messages.iter().filter(|caught| caught.recipients == [delivery.address.as_str()]);
            to_them.filter(|caught| caught.subject() == *subject && (caught.accepted || !accepted_only)).count()
        };
        let (caught, accepted) = (of_this(false), of_this(true));
        match delivery.state() {
            "accepted" => assert_eq!(accepted, 1, "{delivery:?}"),
            "in doubt" => assert!(caught <= 1, "sent again: {delivery:?}"),
            "rejected" => assert_eq!(accepted, 0, "{delivery:?}"),
            other => panic!("{other} at the end: {delivery:?}"),
        }
    }
    assert_eq!(house.sink.misconduct(), Vec::<String>::new());
}
