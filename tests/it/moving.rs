//! Changing the address: what was said by either of two people who become one, and the address that was left.

use std::time::Instant;

use consentry::domain::PolicyVersion;
use consentry::link::Claim;

use super::data::{Person, at_rest, link_in, reason};
use super::support::both_databases;
use super::support::house::{House, PATIENCE, Running};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const ADA: &str = "ada@example.org";
const BOB: &str = "bob@example.org";
const LEAVE: &str = "Change your address?";
const ARRIVE: &str = "Is this your new address?";

/// The path of the link in the `count`th letter of this subject to `address`.
fn mailed(house: &House, address: &str, subject: &str, count: usize) -> String {
    let started = Instant::now();
    loop {
        let all = house.sink.accepted().into_iter();
        let theirs = all.filter(|mail| mail.recipients == [address] && mail.subject() == subject);
        if let Some(mail) = theirs.collect::<Vec<_>>().get(count - 1) {
            return link_in(mail);
        }
        assert!(started.elapsed() < PATIENCE, "no letter {subject:?} {count} to {address}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Moves from one address to another, both of which say yes; `leaves` and `arrives` count the letters to them so far.
fn moves(house: &House, web: &Running, (from, leaves): (&str, usize), (to, arrives): (&str, usize)) {
    let person = Person::of(house, web, from);
    person.asks(&[("wish", "move"), ("address", to)]);
    let half = person.presses(&mailed(house, from, LEAVE, leaves), &[("as", "yes")]);
    assert!(half.words().contains("Half done"), "{}", half.body);
    let done = person.presses(&mailed(house, to, ARRIVE, arrives), &[("as", "yes")]);
    assert!(done.words().contains("Your address is changed"), "{}", done.body);
}

both_databases! {
    /// G11: of what two people said who become one, the tighter holds.
    g11_what_bob_said_holds_on_when_ada_moves_to_his_address(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        let (ada, bob) = (Person::of(house, &web, ADA), Person::of(house, &web, BOB));
        ada.presses(&ada.preferences, &[("cap", "5"), ("cap_shown", "")]);
        bob.presses(&bob.preferences, &[("cap", "1"), ("cap_shown", "")]);
        let (text, summary) = (house.file("policy.txt", "Our policy.\n"), house.file("summary.txt", "It changes.\n"));
        house.ok(&["policy", "publish", "--text", &text, "--summary", &summary]);
        let token = bob.preferences.strip_prefix("/preferences/").unwrap();
        let Claim::Unsubscribe { recipient, .. } = bob.keys().open(token).unwrap() else { panic!("{token}") };
        let policy = bob.keys().mint(&Claim::Policy { recipient, version: PolicyVersion(2), campaign: None });
        assert_eq!(bob.presses(&format!("/policy/{policy}"), &[("answer", "no")]).status, 200);
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, BOB, COMPANY).as_str()), ("clear", "policy_declined"));
        moves(house, &web, (ADA, 1), (BOB, 1));
        assert_eq!(reason(house, BOB, COMPANY), "policy_declined");
        let page = ada.opens(&ada.preferences);
        assert_eq!(page.between("name=\"cap_shown\" value=\"").unwrap(), "1");
        assert!(page.words().contains("You said no to version 2"), "{}", page.body);
        let notes = house.texts("SELECT note AS value FROM ledger WHERE decision = 'changed' ORDER BY seq");
        assert!(notes.contains(&"weekly_cap: 5 -> 1".to_owned()), "{notes:?}");
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// "We do not write to the one before any more."
    g11_no_file_brings_back_an_address_that_ada_left(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        moves(house, &web, (ADA, 1), ("lovelace@example.net", 1));
        let again = house.people(&[(ADA, "yes", "yes")]);
        assert_eq!((&again["added"], &again["kept_out"], &again["granted"]), (&1.into(), &2.into(), &0.into()), "{again}");
        house.ok(&["recipient", "erase", "lovelace@example.net", "--staff", "eve", "--reason", "asked by letter"]);
        house.people(&[(ADA, "yes", "yes")]);
        for list in [COMPANY, PARTNER] {
            assert_eq!(reason(house, ADA, list), "opt_out");
        }
        let id = house.campaign(COMPANY, "Autumn");
        house.wait_finished(&id);
        assert_eq!(house.sink.accepted().iter().filter(|mail| mail.subject() == "Autumn").count(), 0);
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// What an address has because Ada left it says nothing about her who comes back.
    ada_moves_away_and_back_and_her_mail_goes_on(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let new = "lovelace@example.net";
        moves(house, &web, (ADA, 1), (new, 1));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, new, COMPANY).as_str()), ("opt_out", "clear"));
        house.people(&[(ADA, "yes", "no")]);
        moves(house, &web, (new, 1), (ADA, 1));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, new, COMPANY).as_str()), ("clear", "opt_out"));
        assert_eq!(reason(house, ADA, PARTNER), "opt_out", "she never said yes to that");
        moves(house, &web, (ADA, 2), (new, 2));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, new, COMPANY).as_str()), ("opt_out", "clear"));
        let id = house.campaign(COMPANY, "Autumn");
        house.wait_finished(&id);
        let autumn = house.sink.accepted().into_iter().filter(|mail| mail.subject() == "Autumn");
        assert_eq!(autumn.map(|mail| mail.recipients).collect::<Vec<_>>(), [[new]]);
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// G11: what was said of the address while she was away, and what somebody else left behind, stays.
    g11_coming_back_lifts_nothing_but_what_leaving_put_there(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        let new = "lovelace@example.net";
        moves(house, &web, (ADA, 1), (new, 1));
        let file = house.file("no.csv", format!("address,scope,reason,expires_at\n{ADA},partner,opt_out,\n"));
        let report = house.json(&["import", "suppressions", &file, "--json"]);
        assert_eq!(report["added"], 1, "{report}");
        moves(house, &web, (new, 1), (ADA, 1));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("clear", "opt_out"));
        moves(house, &web, (BOB, 1), (new, 2));
        assert_eq!(reason(house, new, COMPANY), "opt_out", "Ada left it, and Bob lifts nothing of hers by moving");
        web.stop();
    }

    /// Another spelling is no other address.
    ada_writes_her_address_in_another_way_and_nothing_is_barred(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        moves(house, &web, (ADA, 1), ("Ada@example.org", 1));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("clear", "clear"));
        web.stop();
    }

    /// CONFORMANCE J8: nobody writes to a child to ask, and nobody can tell which address is a child's.
    j8_nobody_moves_to_an_address_that_was_reported_as_a_childs(house) {
        house.people(&[(ADA, "yes", "yes")]);
        house.ok(&["child", "report", BOB]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let half = |to: &str, count| {
            ada.asks(&[("wish", "move"), ("address", to)]);
            ada.presses(&mailed(house, ADA, LEAVE, count), &[("as", "yes")])
        };
        let (child, other) = (half(BOB, 1), half("cleo@example.org", 2));
        assert!(child.status == 200 && child.body == other.body, "{}", child.body);
        let arrive = mailed(house, "cleo@example.org", ARRIVE, 1);
        assert!(!format!("{:?}", at_rest(house)).contains(BOB), "nothing of the child is stored");
        assert_eq!(house.sink.accepted_to(BOB), 0);
        house.ok(&["child", "report", "cleo@example.org"]);
        assert!(!format!("{:?}", at_rest(house)).contains("cleo@"), "nor of one that is reported in between");
        assert_eq!((ada.opens(&arrive).status, ada.presses(&arrive, &[("as", "yes")]).status), (410, 410));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, BOB, COMPANY).as_str()), ("clear", "reported_child"));
        web.stop();
    }
}
