//! A real relay: Debian's Postfix with STARTTLS and a login, and the reports that it sends.

use crate::support::both_databases;
use crate::support::house::{House, PATIENCE};
use crate::support::postfix::Postfix;
use crate::support::smtp_sink::{Caught, Event, Fault, SmtpSink, Step};

const COMPANY: &[&str] = &["--stream", "company"];

/// Lets the house send through this Postfix.
fn through(house: &mut House, postfix: &Postfix) {
    house.set("CONSENTRY_RELAY", &postfix.url("localhost", "secret")).set("CONSENTRY_RELAY_CA", &postfix.authority());
}

both_databases! {
    a_campaign_reaches_everybody_once_over_starttls_and_login(house) {
        let postfix = Postfix::start(house, &[]);
        through(house, &postfix);
        let crowd = house.crowd(40);
        let running = house.serve();
        let id = house.campaign(COMPANY, "By post");
        assert_eq!(house.wait_finished(&id)["accepted"], 40);
        let caught = house.sink.wait_for(40, PATIENCE);
        assert_eq!(caught.len(), 40);
        for address in &crowd {
            assert_eq!(house.sink.accepted_to(address), 1, "{address}");
        }
        assert!(caught.iter().all(|caught| text(caught).contains("with ESMTPSA id")), "not encrypted, or not logged in");
        running.stop();
    }

    /// CONFORMANCE D7 and B11, in Postfix's own words.
    what_postfix_refuses_is_rejected_and_suppressed_or_tried_again(house) {
        let refused = [("gone@example.org", "550 5.1.1 no such user"), ("full@example.org", "450 4.2.0 try later")];
        let postfix = Postfix::start(house, &refused);
        through(house, &postfix);
        house.people(&["ada", "gone", "full"].map(|name| format!("{name}@example.org")).each_ref().map(|address| (address.as_str(), "yes", "")));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Refused");
        house.wait_until(&id, |standing| standing["expanded"] == true && standing["ready"] == 0);
        let stands: Vec<_> = house.deliveries(&id).iter().map(|delivery| (delivery.address.clone(), delivery.state())).collect();
        let expected = [("ada", "accepted"), ("gone", "rejected"), ("full", "deferred")];
        assert_eq!(stands, expected.map(|(name, state)| (format!("{name}@example.org"), state)));
        assert_eq!(house.verdict("gone@example.org", COMPANY)["reason"], "hard_bounce");
        assert_eq!(house.verdict("full@example.org", COMPANY)["verdict"], "clear");
        running.stop();
    }

    /// CONFORMANCE B15 and D11: a report comes to the return path of its delivery and names it.
    a_report_comes_back_to_its_own_delivery(house) {
        let postfix = Postfix::start(house, &[]);
        through(house, &postfix);
        let crowd = house.crowd(5);
        house.sink.when(Step::Rcpt).recipient("p1@example.org").then(Fault::reply("550 5.1.1 no such user"));
        house.sink.when(Step::Rcpt).recipient("p3@example.org").then(Fault::reply("450 4.2.0 try later"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Come back");
        assert_eq!(house.wait_finished(&id)["accepted"], 5, "Postfix has taken all of them");
        // Three messages and two reports.
        let caught = house.sink.wait_for(5, PATIENCE);
        let reports: Vec<_> = caught.iter().filter(|caught| caught.from.is_empty()).collect();
        assert_eq!(reports.len(), 2, "{}", postfix.log());
        for (address, action) in [("p1@example.org", "failed"), ("p3@example.org", "delayed")] {
            let (return_path, envelope_id) = envelope(&house.sink, address);
            let report = reports.iter().find(|report| report.recipients == [return_path.as_str()]);
            let report = text(report.unwrap_or_else(|| panic!("no report to {return_path}: {}", postfix.log())));
            for line in [
                format!("Original-Envelope-Id: {envelope_id}\r\n"),
                format!("Original-Recipient: rfc822;{address}\r\n"),
                format!("Action: {action}\r\n"),
                format!("Message-ID: <{envelope_id}@"),
            ] {
                assert!(report.contains(&line), "{line} is missing in {report}");
            }
        }
        let mut return_paths: Vec<_> = crowd.iter().map(|address| envelope(&house.sink, address).0).collect();
        return_paths.sort();
        return_paths.dedup();
        assert_eq!(return_paths.len(), 5, "each delivery has a return path of its own");
        running.stop();
    }
}

// No message gets as far as the store in these, so one database is enough.

#[test]
fn a_wrong_password_is_named_and_loses_nothing() {
    let mut house = House::on_sqlite();
    let postfix = Postfix::start(&house, &[]);
    through(&mut house, &postfix);
    house.set("CONSENTRY_RELAY", &postfix.url("localhost", "guessed"));
    let log = sends_nothing_until_mended(&mut house, &postfix, "authentication failed");
    assert!(log.contains("the relay refused the login"), "{log}");
    assert!(!log.contains("guessed"), "the password stands in the log: {log}");
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let mut house = House::on_sqlite();
    let postfix = Postfix::start(&house, &[]);
    through(&mut house, &postfix);
    house.set("CONSENTRY_RELAY", &postfix.url("127.0.0.1", "secret"));
    let log = sends_nothing_until_mended(&mut house, &postfix, "SSL_accept error");
    assert!(log.contains("no secure connection to the relay") && log.contains("not valid for name"), "{log}");
}

#[test]
fn a_certificate_of_an_unknown_authority_is_refused() {
    let mut house = House::on_sqlite();
    let postfix = Postfix::start(&house, &[]);
    house.set("CONSENTRY_RELAY", &postfix.url("localhost", "secret"));
    let log = sends_nothing_until_mended(&mut house, &postfix, "SSL_accept error");
    assert!(log.contains("no secure connection to the relay") && log.contains("UnknownIssuer"), "{log}");
}

/// Serves until Postfix has logged `complaint`, then with right settings. Returns what the first had logged.
fn sends_nothing_until_mended(house: &mut House, postfix: &Postfix, complaint: &str) -> String {
    house.crowd(3);
    let id = house.campaign(COMPANY, "Not yet");
    let running = house.serve();
    house.wait_until(&id, |standing| standing["ready"] == 3 && postfix.log().contains(complaint));
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("CONSENTRY_RELAY"), "{said}");
    let log = running.stop();
    assert_eq!(house.show(&id)["ready"], 3);
    assert_eq!(house.sink.messages().len(), 0);
    through(house, postfix);
    let running = house.serve();
    assert_eq!(house.wait_finished(&id)["accepted"], 3);
    assert_eq!(house.sink.wait_for(3, PATIENCE).len(), 3);
    running.stop();
    log
}

pub(super) fn text(caught: &Caught) -> String {
    String::from_utf8_lossy(&caught.data).into_owned()
}

/// Return path and ENVID that a relay passed on for a recipient, whether or not the sink took it.
pub(super) fn envelope(sink: &SmtpSink, address: &str) -> (String, String) {
    let log = sink.log();
    let command = |place: usize| match &log[place].event {
        Event::Command(line) => line.as_str(),
        _ => "",
    };
    let rcpt = format!("RCPT TO:<{address}>");
    let rcpt = (0..log.len()).find(|place| command(*place).starts_with(&rcpt)).expect("the relay passed it on");
    let is_its_mail =
        |place: &usize| log[*place].connection == log[rcpt].connection && command(*place).starts_with("MAIL FROM:<");
    let mail = command((0..rcpt).rev().find(is_its_mail).unwrap()).strip_prefix("MAIL FROM:<").unwrap();
    let (return_path, parameters) = mail.split_once('>').unwrap();
    let envelope_id = parameters.split(' ').find_map(|parameter| parameter.strip_prefix("ENVID=")).unwrap();
    (return_path.to_owned(), envelope_id.to_owned())
}
