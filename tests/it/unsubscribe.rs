//! Opting out by link, on the page and by one click.

use std::time::{Duration, Instant};

use super::support::both_databases;
use super::support::house::PATIENCE;
use super::support::smtp_sink::Caught;
use super::support::web::{get, head, one_click, post, post_raw, press, visit_of};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

/// The path of the one-click link in a message.
fn link_in(caught: &Caught) -> String {
    let text = String::from_utf8_lossy(&caught.data).into_owned();
    let (_, token) = text.split_once("/u/").unwrap();
    format!("/u/{}", token.split_once('>').unwrap().0)
}

both_databases! {
    /// Filters press buttons for whole domains: what they do counts, and staff can see that it may not have been people.
    n3_a_storm_of_opt_outs_of_one_domain_is_applied_and_flagged(house) {
        let storm: Vec<_> = (0..6).map(|number| format!("p{number}@office.example")).collect();
        let calm: Vec<_> = (0..4).map(|number| format!("q{number}@home.example")).collect();
        let people: Vec<_> = storm.iter().chain(&calm).map(|address| (address.as_str(), "yes", "yes")).collect();
        house.people(&people);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Windy");
        house.wait_finished(&id);
        assert_eq!(house.show(&id)["storms"], serde_json::json!([]));
        for caught in house.sink.accepted() {
            assert_eq!(one_click(&running.url(&link_in(&caught))).status, 200);
        }
        assert_eq!(house.show(&id)["storms"], serde_json::json!([{"domain": "office.example", "people": 6}]));
        assert!(house.ok(&["campaign", "show", &id]).contains("6 people of office.example left within seconds"));
        for address in storm.iter().chain(&calm) {
            assert_eq!(house.verdict(address, COMPANY)["reason"], "opt_out");
        }
        running.stop();
    }


    ada_clicks_unsubscribe_for_company_mail_and_partner_mail_goes_on(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let answer = one_click(&web.url(&house.link("ada@example.org", COMPANY)));
        assert_eq!(answer.status, 200);
        let company = house.verdict("ada@example.org", COMPANY);
        assert_eq!((company["verdict"].as_str(), company["reason"].as_str()), (Some("withheld"), Some("opt_out")));
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear");
        web.stop();
    }

    /// G3, G11: with a forwarded message somebody else stops the mail, and takes that back when the owner has said no, too.
    g3_a_no_that_was_acknowledged_does_not_go_with_somebody_elses_undo(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.ok(&["partner", "add", "Lighthouse"]);
        let web = house.serve_with(&["--only", "web"]);
        let link = house.link("ada@example.org", COMPANY);
        let by_name = house.link("ada@example.org", &["--stream", "partner", "--partner", "Lighthouse"]);
        let stopped = press(&web.url(&link), &[("stop", "everything")], &[]);
        let undo = stopped.between("action=\"/u/undo/").unwrap();
        for link in [&link, &by_name] {
            assert_eq!(one_click(&web.url(link)).status, 200);
        }
        let entries = house.entries();
        for link in [&link, &by_name, &link] {
            assert_eq!(one_click(&web.url(link)).status, 200);
        }
        assert_eq!(house.entries(), entries, "once more says nothing new (CONFORMANCE A10)");
        let undone = post(&web.url(&format!("/u/undo/{undo}")), &[], &[]);
        assert_eq!(undone.status, 200, "{}", undone.body);
        let reason = |list: &[&str]| house.verdict("ada@example.org", list)["reason"].clone();
        assert_eq!((reason(COMPANY), reason(&["--stream", "partner", "--partner", "Lighthouse"])), ("opt_out".into(), "opt_out".into()));
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear", "what only the other stopped is back");
        assert!(!undone.words().contains("All company mail"), "{}", undone.body);
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// A post without a visit is a no like another's, and nobody has an undo for it.
    g3_a_one_click_is_taken_back_by_nobody(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        for answer in [one_click(&link), one_click(&link), post(&link, &[("stop", "everything")], &[])] {
            assert_eq!((answer.status, answer.between("action=\"/u/undo/")), (200, None), "{}", answer.body);
        }
        web.stop();
    }

    /// CONFORMANCE J4: the signal goes with the undo as with any form; what it turns off is not said to come again.
    j4_an_undo_obeys_the_browsers_signal(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let stopped = press(&link, &[], &[]);
        let undo = web.url(&format!("/u/undo/{}", stopped.between("action=\"/u/undo/").unwrap()));
        let undone = post(&undo, &[], &[("Sec-GPC", "1")]);
        assert!(undone.words().contains("All company mail") && undone.words().contains("Partner mail stays off"), "{}", undone.body);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(house.verdict("ada@example.org", PARTNER)["reason"], "opt_out");
        web.stop();
    }

    /// The same no by hand in two visits: neither undo takes back the other's, and both together take back all.
    g3_two_visits_that_stop_the_same_mail_take_back_only_their_own(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let visit = visit_of(&link);
        let first = press(&link, &[], &[]);
        let second = post(&link, &[("visit", &visit)], &[]);
        let undo = first.between("action=\"/u/undo/").unwrap();
        assert_eq!(second.between("action=\"/u/undo/"), None, "it took nothing away that it could give back");
        assert_eq!(post(&web.url(&format!("/u/undo/{undo}")), &[], &[]).status, 200);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        let pressed_again = post(&link, &[("visit", &visit)], &[]);
        assert_eq!(pressed_again.between("action=\"/u/undo/"), None);
        web.stop();
    }

    /// CONFORMANCE A6, A7, A8.
    a6_to_a8_every_odd_form_of_the_one_click_is_honoured_without_redirect_or_cookie(house) {
        let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        let forms: Vec<(&str, Option<&str>, Vec<u8>)> = vec![
            ("a@example.org", Some("application/x-www-form-urlencoded"), b"List-Unsubscribe=One-Click".to_vec()),
            ("b@example.org", Some("multipart/form-data; boundary=x"), multipart.as_bytes().to_vec()),
            ("c@example.org", None, b"List-Unsubscribe=One-Click".to_vec()),
            ("d@example.org", None, Vec::new()),
            ("e@example.org", Some(""), Vec::new()),
            ("f@example.org", Some("application/json"), b"{}".to_vec()),
            ("g@example.org", Some("application/x-www-form-urlencoded"), vec![b'x'; 300_000]),
        ];
        let people: Vec<_> = forms.iter().map(|(address, ..)| (*address, "yes", "yes")).collect();
        house.people(&people);
        let web = house.serve_with(&["--only", "web"]);
        for (address, kind, body) in &forms {
            let answer = post_raw(&web.url(&house.link(address, COMPANY)), *kind, body);
            assert_eq!(answer.status, 200, "{kind:?}");
            assert_eq!(answer.header("location"), None);
            assert_eq!(answer.header("set-cookie"), None);
            assert_eq!(house.verdict(address, COMPANY)["reason"], "opt_out", "{kind:?}");
        }
        web.stop();
    }

    /// CONFORMANCE A10.
    a10_a_repeated_one_click_says_the_same_and_leaves_one_entry(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let url = web.url(&house.link("ada@example.org", COMPANY));
        let entries = || house.json(&["ledger", "verify", "--json"])["entries"].as_i64().unwrap();
        let before = entries();
        for _ in 0..3 {
            assert_eq!(one_click(&url).status, 200);
        }
        assert_eq!(entries(), before + 1);
        web.stop();
    }

    /// CONFORMANCE A11.
    a11_a_malformed_token_and_a_forged_one_get_the_same_answer(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let good = house.link("ada@example.org", COMPANY);
        let forged = format!("{}AAAA", &good[..good.len() - 4]);
        let answers: Vec<_> = ["/u/x", "/u/undo/x", "/preferences/x", forged.as_str(), "/u/%00", "/nothing"]
            .iter()
            .map(|path| get(&web.url(path)))
            .collect();
        for answer in &answers {
            assert_eq!((answer.status, &answer.body), (404, &answers[0].body));
        }
        assert_eq!(one_click(&web.url(&forged)).status, 404);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        web.stop();
    }

    /// G6, CONFORMANCE A9, N1, N2.
    g6_scanners_fetch_every_page_and_nothing_changes(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let before = house.ok(&["ledger", "verify", "--json"]);
        for _ in 0..3 {
            let page = get(&link);
            assert_eq!(page.status, 200);
            assert!(page.body.contains("a•••@e•••.org"), "the address is masked");
            assert!(!page.body.contains("ada@example.org"));
            let center = page.between("href=\"/preferences/").unwrap();
            assert_eq!(get(&web.url(&format!("/preferences/{center}"))).status, 200);
            assert_eq!(head(&link).status, 200);
            assert_eq!(head(&web.url(&format!("/preferences/{center}"))).status, 200);
            assert_eq!(get(&web.url("/u/undo/whatever")).status, 404);
        }
        assert_eq!(house.ok(&["ledger", "verify", "--json"]), before);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(one_click(&link).status, 200, "no token is used up by being looked at");
        web.stop();
    }

    ada_presses_stop_everything_and_takes_it_back_in_the_same_visit(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let visit = get(&link).between("name=\"visit\" value=\"").unwrap();
        let stopped = post(&link, &[("visit", &visit), ("stop", "everything")], &[]);
        assert_eq!(stopped.status, 200);
        assert_eq!(house.verdict("ada@example.org", PARTNER)["reason"], "opt_out");
        let pressed_twice = post(&link, &[("visit", &visit), ("stop", "everything")], &[]);
        for page in [&stopped, &pressed_twice] {
            assert!(page.between("action=\"/u/undo/").is_some(), "undo is offered on the result page");
        }
        let undo = stopped.between("action=\"/u/undo/").unwrap();
        assert_eq!(post(&web.url(&format!("/u/undo/{undo}")), &[], &[]).status, 200);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear");
        post(&link, &[("visit", &visit), ("stop", "everything")], &[]);
        let another_visit = press(&link, &[("stop", "everything")], &[]);
        assert_eq!(another_visit.between("action=\"/u/undo/"), None, "nobody undoes somebody else's choice");
        web.stop();
    }

    the_page_stops_one_partner_and_the_preference_page_stops_a_topic(house) {
        house.ok(&["partner", "add", "Acme"]);
        house.ok(&["partner", "add", "Zenith"]);
        house.ok(&["topic", "add", "Offers"]);
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let acme = ["--stream", "partner", "--partner", "Acme"];
        let zenith = ["--stream", "partner", "--partner", "Zenith"];
        let offers = ["--stream", "company", "--topic", "Offers"];
        let link = web.url(&house.link("ada@example.org", &acme));
        assert!(get(&link).body.contains("Acme"), "the page names the list");
        assert_eq!(one_click(&link).status, 200);
        assert_eq!(house.verdict("ada@example.org", &acme)["reason"], "opt_out");
        assert_eq!(house.verdict("ada@example.org", &zenith)["verdict"], "clear");
        let center = get(&link).between("href=\"/preferences/").unwrap();
        let center = web.url(&format!("/preferences/{center}"));
        let topic = get(&center).between("name=\"topic_shown\" value=\"").unwrap();
        let saved = post(&center, &[("company", "yes"), ("partner", "yes"), ("topic_shown", &topic)], &[]);
        assert_eq!(saved.status, 200);
        assert_eq!(house.verdict("ada@example.org", &offers)["reason"], "opt_out");
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(house.verdict("ada@example.org", &acme)["reason"], "opt_out", "the page turns nothing on");
        web.stop();
    }

    the_browsers_privacy_signal_turns_partner_mail_off_with_the_next_form(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let signal = [("Sec-GPC", "1")];
        let ada = web.url(&house.link("ada@example.org", COMPANY));
        let visit = get(&ada).between("name=\"visit\" value=\"").unwrap();
        post(&ada, &[("visit", &visit), ("stop", "list")], &signal);
        assert_eq!(house.verdict("ada@example.org", PARTNER)["reason"], "opt_out");
        let bob = web.url(&house.link("bob@example.org", COMPANY));
        post(&bob, &[("List-Unsubscribe", "One-Click")], &signal);
        assert_eq!(house.verdict("bob@example.org", PARTNER)["verdict"], "clear", "a provider's click carries no such wish");
        web.stop();
    }

    links_outlive_the_rotation_of_their_key_while_the_server_runs(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let old = house.link("ada@example.org", COMPANY);
        house.ok(&["keys", "rotate"]);
        let new = house.link("bob@example.org", COMPANY);
        assert_eq!(one_click(&web.url(&old)).status, 200);
        // The server looks for new keys about once a second.
        let begun = Instant::now();
        while one_click(&web.url(&new)).status != 200 {
            assert!(begun.elapsed() < PATIENCE, "the new key never came to the server");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(one_click(&web.url(&old)).status, 200);
        web.stop();
    }
}

both_databases! {
    a_bar_that_has_run_out_is_not_shown_as_one(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let bar = ["suppress", "add", "ada@example.org", "--scope", "company", "--reason", "opt_out", "--expires-at"];
        house.ok(&[&bar[..], &["2020-01-01"]].concat());
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        let web = house.serve_with(&["--only", "web"]);
        let page = get(&web.url(&house.link("ada@example.org", PARTNER)));
        assert!(page.body.contains("value=\"company\""), "company mail still comes, so it can be stopped");
        web.stop();
    }
}
