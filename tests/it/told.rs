//! What pages tell people: only what holds (G6), and in their own language.

use chrono::Duration;
use consentry::clock;
use consentry::link::Claim;

use super::data::{Person, letter, link_in, reason};
use super::support::both_databases;
use super::support::house::House;
use super::support::web::{post, press};

const COMPANY: &[&str] = &["--stream", "company"];
const ADA: &str = "ada@example.org";

/// One person who reads this language.
fn reads(house: &House, address: &str, locale: &str) {
    let row = format!("{address},{locale},registration,yes,no,2026-01-02T03:04:05Z,Yes please");
    let file = house.file("reads.csv", format!("address,locale,source,company,partner,consented_at,wording\n{row}\n"));
    house.ok(&["import", "recipients", &file]);
}

both_databases! {
    g6_a_yes_under_a_bar_of_staff_is_recorded_and_the_page_says_that_mail_stays_off(house) {
        house.people(&[(ADA, "no", "no")]);
        house.ok(&["suppress", "add", ADA, "--scope", "company"]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let wants = [("company", "yes"), ("company_shown", "no"), ("partner", "yes"), ("partner_shown", "no")];
        post(&web.url(&ada.preferences), &wants, &[]);
        let done = ada.presses(&ada.letter(ADA, 1), &[("as", "yes")]);
        let words = done.words();
        for told in [
            "We send you partner mail from now on.",
            "We have noted your yes. This mail stays off all the same:",
            "Yes, send me promotional mail about Harbour Books by e-mail.",
            "A person at Harbour Books stopped mail to this address.",
            "This holds back company mail since",
            "write to remove@harbour.example",
        ] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!words.contains("We send you company mail"), "{words}");
        assert_eq!(reason(house, ADA, COMPANY), "staff");
        let granted = "SELECT scope AS value FROM ledger WHERE decision = 'granted' ORDER BY scope";
        assert_eq!(house.texts(granted), ["company", "partner"], "what was said is recorded");
        web.stop();
    }

    g6_a_yes_in_a_break_says_until_when_the_break_lasts(house) {
        house.people(&[(ADA, "no", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.presses(&ada.preferences, &[("pause", "30"), ("pause_what", "everything")]);
        post(&web.url(&ada.preferences), &[("company", "yes"), ("company_shown", "no"), ("partner", "yes")], &[]);
        let done = ada.presses(&ada.letter(ADA, 1), &[("as", "yes")]);
        let words = done.words();
        assert!(words.contains("We have noted your yes.") && words.contains("Then they come again by themselves."), "{words}");
        assert!(!words.contains("We send you company mail") && !words.contains("Mail is on"), "{words}");
        assert_eq!(reason(house, ADA, COMPANY), "snoozed");
        web.stop();
    }

    people_are_told_in_their_own_language_what_was_wrong_and_what_has_run_out(house) {
        let people = [("amal@example.org", "ar", "dir=\"rtl\""), ("dora@example.org", "de", "lang=\"de\"")];
        for (address, locale, _) in people {
            reads(house, address, locale);
        }
        let web = house.serve();
        for (address, locale, page) in people {
            let person = Person::of(house, &web, address);
            let language = [("Accept-Language", "fr")];
            let bad = [("wish", "move"), ("address", "no address")];
            let answer = press(&web.url(&format!("{}/data", person.preferences)), &bad, &language);
            assert!(answer.status == 422 && answer.body.contains(page), "{locale}: {}", answer.body);
            person.asks(&[("wish", "see")]);
            let link = link_in(&letter(house, address, 1));
            let Claim::Mailed { recipient, action, request, .. } =
                person.keys().open(link.strip_prefix("/data/").unwrap()).unwrap()
            else {
                panic!("{link} is no mailed link");
            };
            let expires_at = clock::now() - Duration::seconds(1);
            let expired = person.keys().mint(&Claim::Mailed { recipient, action, request, expires_at });
            let answer = post(&web.url(&format!("/data/{expired}")), &[], &language);
            assert!(answer.status == 410 && answer.body.contains(page), "{locale}: {}", answer.body);
        }
        web.stop();
    }
}
