//! G9: an address stands in more places than with its own person, and is erased in all of them.

use super::data::{Person, at_rest, link_in, reason};
use super::support::both_databases;
use super::support::finality::final_when_answered;
use super::support::house::{House, PATIENCE, Running};
use super::support::smtp_sink::{Fault, Latch, Step};
use super::support::web::{post, press};

const COMPANY: &[&str] = &["--stream", "company"];
const ADA: &str = "ada@example.org";
const EVE: &str = "eve@example.org";

fn signs_up(web: &Running, address: &str) {
    let form = [("language", "en"), ("address", address), ("name", ""), ("age", "over"), ("want", "company")];
    let answer = post(&web.url("/signup"), &form, &[]);
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// Every row of every table that holds the text, once no letter is under way.
fn holding(house: &House, text: &str) -> Vec<String> {
    at_rest(house).into_values().flatten().filter(|row| row.to_lowercase().contains(text)).collect()
}

both_databases! {
    g9_a_sign_up_that_waits_is_erased_with_its_letter_by_staff_and_by_a_report(house) {
        let web = house.serve();
        let erased = ["staff", "report"].map(|who| format!("{who}@example.org"));
        for address in erased.iter().chain([&ADA.to_owned()]) {
            signs_up(&web, address);
        }
        house.sink.wait_for(3, PATIENCE);
        assert!(erased.iter().all(|address| !holding(house, address).is_empty()));
        house.ok(&["recipient", "erase", &erased[0], "--staff", "eve", "--reason", "asked by letter"]);
        house.ok(&["child", "report", &erased[1]]);
        assert_eq!(press(&web.url("/child"), &[("address", ADA)], &[]).status, 200);
        for address in &erased {
            assert_eq!(holding(house, address), Vec::<String>::new());
        }
        assert!(!holding(house, ADA).is_empty(), "whoever types her address into the form of reports takes nothing from her");
        web.stop();
    }

    g9_ada_is_erased_by_her_own_link_with_the_letters_to_her_as_somebody_new(house) {
        let web = house.serve();
        signs_up(&web, ADA);
        house.sink.wait_for(1, PATIENCE);
        house.people(&[(ADA, "yes", "yes"), (EVE, "yes", "yes")]);
        // Somebody else wants to move to her address: a letter that waits for an answer.
        let eve = Person::of(house, &web, EVE);
        eve.asks(&[("wish", "move"), ("address", ADA)]);
        eve.presses(&eve.letter(EVE, 1), &[("as", "yes")]);
        house.sink.wait_for(3, PATIENCE);
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "move"), ("address", "lovelace@example.net")]);
        let arrive = ada.letter(ADA, 3);
        ada.presses(&arrive, &[("as", "yes")]);
        ada.letter("lovelace@example.net", 1);
        ada.asks(&[("wish", "erase")]);
        let erased = ada.presses(&ada.letter(ADA, 4), &[("as", "yes")]);
        assert!(erased.words().contains("Your data is erased"), "{}", erased.body);
        for trace in [ADA, "lovelace"] {
            assert_eq!(holding(house, trace), Vec::<String>::new());
        }
        for (name, octets) in house.files_of_sqlite() {
            let octets = octets.to_ascii_lowercase();
            let left = [ADA, "lovelace"].map(|trace| octets.windows(trace.len()).any(|part| part == trace.as_bytes()));
            assert_eq!(left, [false, false], "{name}");
        }
        assert_eq!(reason(house, EVE, COMPANY), "clear");
        web.stop();
    }

    /// An erasure covers everything that goes to the address, and answers when that is over.
    g3_an_erasure_waits_for_the_letter_to_somebody_new_that_is_on_its_way(house) {
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let web = house.serve();
        signs_up(&web, ADA);
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let erase = ["recipient", "erase", ADA, "--staff", "eve", "--reason", "asked by letter"];
        final_when_answered(house, &latch, || house.ok(&erase));
        assert_eq!(holding(house, ADA), Vec::<String>::new());
        web.stop();
    }

    /// A letter that has not gone out yet does not go out any more.
    g9_a_letter_that_waits_for_a_sender_is_taken_back(house) {
        let web = house.serve_with(&["--only", "web"]);
        signs_up(&web, ADA);
        house.ok(&["recipient", "erase", ADA, "--staff", "eve", "--reason", "asked by letter"]);
        web.stop();
        assert_eq!(house.texts("SELECT reason AS value FROM deliveries WHERE campaign_id = 1"), ["erased"]);
        let web = house.serve();
        signs_up(&web, EVE);
        let letter = &house.sink.wait_for(1, PATIENCE)[0];
        assert_eq!(letter.recipients, [EVE]);
        assert!(link_in(letter).starts_with("/signup/"));
        assert_eq!(house.sink.accepted_to(ADA), 0);
        web.stop();
    }

    /// An import that says somebody is a child forgets what they asked for themselves.
    g9_a_row_of_a_child_forgets_their_sign_up(house) {
        let web = house.serve();
        signs_up(&web, ADA);
        house.sink.wait_for(1, PATIENCE);
        let file = house.file("kids.csv", format!("address,source,company,partner,age\n{ADA},order,yes,yes,9\n{EVE},order,yes,no,44\n"));
        house.ok(&["import", "recipients", &file]);
        assert_eq!(holding(house, ADA), Vec::<String>::new());
        assert_eq!(reason(house, EVE, COMPANY), "clear");
        web.stop();
    }
}
