//! Signing up on the public form: what is asked, who gets a letter, what its link makes, and what it never does.

use mail_parser::{MessageParser, MimeHeaders as _};
use serde_json::json;

use super::support::both_databases;
use super::support::house::{House, PATIENCE, Running};
use super::support::smtp_sink::Caught;
use super::support::web::{Answer, agent, get, head, post, press};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

/// Sends the form: an address and the boxes that are ticked; old enough, in English.
fn sign_up(web: &Running, address: &str, wants: &[&str]) -> Answer {
    let mut form = vec![("language", "en"), ("address", address), ("name", ""), ("age", "over")];
    form.extend(wants.iter().map(|want| ("want", *want)));
    post(&web.url("/signup"), &form, &[])
}

/// The letters so far that went to an address, once there are `count`.
fn letters(house: &House, address: &str, count: usize) -> Vec<Caught> {
    let to = |caught: &Caught| caught.recipients == [address];
    for total in count.. {
        let caught = house.sink.wait_for(total, PATIENCE);
        if caught.iter().filter(|caught| to(caught)).count() >= count {
            return caught.into_iter().filter(to).collect();
        }
    }
    unreachable!()
}

fn text_of(letter: &Caught) -> String {
    let parsed = MessageParser::default().parse(&letter.data).unwrap();
    parsed.body_text(0).unwrap().into_owned()
}

/// The path of the link in a letter that confirms a sign-up.
fn link_in(letter: &Caught) -> String {
    let text = text_of(letter);
    let (_, rest) = text.split_once("http://127.0.0.1:1/signup/").unwrap_or_else(|| panic!("no link: {text}"));
    format!("/signup/{}", rest.split_whitespace().next().unwrap())
}

fn verdict(house: &House, address: &str, list: &[&str]) -> String {
    let answer = house.verdict(address, list);
    answer["reason"].as_str().unwrap_or(answer["verdict"].as_str().unwrap()).to_owned()
}

fn people(house: &House) -> String {
    house.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM recipients WHERE address IS NOT NULL").concat()
}

fn count(house: &House, table: &str) -> String {
    house.texts(&format!("SELECT CAST(COUNT(*) AS TEXT) AS value FROM {table}")).concat()
}

both_databases! {
    /// CONFORMANCE G9, I1, K1, and SPEC section 3: double opt-in is required for the public form.
    g9_ada_signs_up_and_only_the_button_behind_the_mailed_link_makes_it_count(house) {
        let offers = house.json(&["topic", "add", "Offers", "--json"])["id"].to_string();
        house.ok(&["partner", "add", "Acme"]);
        let web = house.serve();
        let topic = format!("topic:{offers}");
        let answer = sign_up(&web, "Ada@example.org", &[&topic]);
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(answer.body.contains("Ada@example.org"));
        let letter = &letters(house, "Ada@example.org", 1)[0];
        assert!(text_of(letter).contains("Send me “Offers”: promotional mail about Harbour Books."), "{}", text_of(letter));
        // Nobody is a recipient yet, and nothing is in the ledger.
        assert_eq!((people(house).as_str(), house.entries()), ("0", 0));
        let link = web.url(&link_in(letter));
        // Senders beat and note what the relay said; nothing else may change.
        let contents = || {
            let mut contents = house.contents();
            contents.retain(|table, _| !["nodes", "deliveries"].contains(&table.as_str()));
            contents
        };
        let before = contents();
        for _ in 0..3 {
            assert_eq!(get(&link).status, 200);
            assert_eq!(head(&link).status, 200);
        }
        assert!(contents() == before, "a GET wrote something");
        let page = get(&link);
        assert!(page.body.contains("Send me “Offers”: promotional mail about Harbour Books. I can stop it at any time"));
        assert_eq!(post(&link, &[], &[]).status, 422, "no form of the page (CONFORMANCE N3)");
        let done = press(&link, &[], &[("User-Agent", "Lynx")]);
        assert_eq!(done.status, 200, "{}", done.body);
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "company", "--topic", "Offers"]), "clear");
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "no_consent");
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "partner", "--partner", "Acme"]), "no_consent");
        let record = house.json(&["recipient", "record", "ada@example.org"]);
        let version = &record["records"][0]["has_version"][0];
        assert_eq!(version["pii_processing"][0]["collection_method"], "registration");
        assert_eq!(version["language"], "en");
        assert!(version["privacy_notice"]["shown"]["text"].as_str().unwrap().starts_with("Send me “Offers”"));
        assert_eq!(house.texts("SELECT user_agent AS value FROM evidence"), ["Lynx"]);
        // The receipt says it again, and the link to the preference page works.
        let receipt = &letters(house, "Ada@example.org", 2)[1];
        assert!(receipt.subject().starts_with("Your receipt"), "{}", receipt.subject());
        assert!(text_of(receipt).contains("You said yes on"), "{}", text_of(receipt));
        let preferences = done.between("href=\"/preferences/").unwrap();
        assert_eq!(get(&web.url(&format!("/preferences/{preferences}"))).status, 200);
        assert!(done.body.contains("You are signed up") && done.body.contains("A receipt is on its way"), "{}", done.body);
        // Pressed again, it says what holds, records nothing and posts no second receipt.
        let entries = house.entries();
        for again in [press(&link, &[], &[]), get(&link)] {
            assert_eq!(again.status, 200);
            assert!(again.body.contains("You are signed up") && !again.body.contains("receipt"), "{}", again.body);
        }
        assert_eq!((house.entries(), count(house, "letters").as_str()), (entries, "2"));
        house.ok(&["suppress", "add", "ada@example.org", "--scope", "company", "--note", "asked by phone"]);
        for again in [press(&link, &[], &[]), get(&link)] {
            assert!(again.body.contains("This mail stays off") && !again.body.contains("You are signed up"), "{}", again.body);
        }
        web.stop();
    }

    /// CONFORMANCE G7, I2, N4.
    g7_nothing_is_ticked_before_a_person_ticks_it_and_partners_stand_apart_by_name(house) {
        house.ok(&["topic", "add", "Offers"]);
        house.ok(&["partner", "add", "Acme"]);
        house.ok(&["partner", "add", "Brill"]);
        let web = house.serve_with(&["--only", "web"]);
        for path in ["/signup", "/signup/embed", "/signup?language=de"] {
            let page = get(&web.url(path));
            assert_eq!(page.status, 200);
            assert!(!page.body.contains("checked"), "{path}: {}", page.body);
            assert_eq!(page.header("set-cookie"), None);
        }
        let form = get(&web.url("/signup")).body;
        let partners = form.split_once("Mail from partners").unwrap().1;
        assert!(partners.contains("Acme") && partners.contains("Brill"));
        assert!(!form.split_once("Mail from partners").unwrap().0.contains("Acme"));
        // There is no box for all partners.
        assert!(!form.contains("value=\"partner\"") && !form.contains("value=\"everything\""));
        assert_eq!(sign_up(&web, "ada@example.org", &["partner"]).status, 422);
        web.stop();
    }

    /// WCAG 3.3.1, 3.3.3, 3.3.7: errors in text with a fix, and nothing is typed twice.
    a_form_that_needs_another_look_says_what_is_wrong_and_keeps_what_was_typed(house) {
        let web = house.serve_with(&["--only", "web"]);
        let bad = post(&web.url("/signup"), &[("address", "ada at example"), ("name", "<b>Ada"), ("want", "company")], &[]);
        assert_eq!(bad.status, 422);
        for text in ["This is not an e-mail address.", "Please say how old you are.", "value=\"ada at example\"", "Ada\""] {
            assert!(bad.body.contains(text), "{text} is missing: {}", bad.body);
        }
        assert!(!bad.body.contains("<b>Ada"));
        assert!(bad.body.contains("value=\"company\" checked"));
        let empty = post(&web.url("/signup"), &[], &[]);
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("Your e-mail address is missing.") && empty.body.contains("Nothing is chosen."));
        assert_eq!((count(house, "signups"), count(house, "throttles")), ("0".into(), "0".into()));
        web.stop();
    }

    /// CONFORMANCE J8: no birth date is asked for, and of a child nothing is kept.
    j8_who_is_too_young_is_told_no_and_nothing_at_all_is_kept(house) {
        house.set("CONSENTRY_AGE_LIMIT", "16");
        let web = house.serve_with(&["--only", "web"]);
        let form = get(&web.url("/signup")).body;
        assert!(form.contains("16\u{2069} or older") && !form.contains("type=\"date\""), "{form}");
        let before = house.contents();
        let kid = [("address", "kid@example.org"), ("name", "Kid"), ("want", "company"), ("age", "under")];
        let answer = post(&web.url("/signup"), &kid, &[]);
        assert_eq!(answer.status, 200);
        assert!(answer.body.contains("We cannot sign you up"));
        assert!(house.contents() == before, "something was kept");
        web.stop();
    }

    /// CONFORMANCE A11.
    a11_known_unknown_erased_and_suppressed_addresses_get_the_same_answer_and_only_some_a_letter(house) {
        house.people(&[("known@example.org", "yes", ""), ("left@example.org", "no", "")]);
        house.ok(&["suppress", "add", "erased@example.org", "--reason", "erased", "--note", "asked to"]);
        house.ok(&["suppress", "add", "staff@example.org", "--note", "asked by phone"]);
        house.ok(&["suppress", "add", "bounced@example.org", "--reason", "hard_bounce"]);
        house.ok(&["suppress", "add", "child@example.org", "--scope", "company", "--reason", "reported_child"]);
        house.ok(&["suppress", "add", "closed.example"]);
        let entries = house.entries();
        let web = house.serve();
        let page = |address: &str| {
            let answer = sign_up(&web, address, &["company"]);
            (answer.status, answer.body.replace(address, "ADDRESS"))
        };
        let expected = page("new@example.org");
        assert_eq!(expected.0, 200);
        for name in ["known", "left", "erased", "staff", "bounced", "child"] {
            assert_eq!(page(&format!("{name}@example.org")), expected, "{name}");
        }
        assert_eq!(page("ada@closed.example"), expected);
        // Each of those who may be asked gets one letter; then the gate has looked at everybody's.
        for name in ["new", "known", "left"] {
            assert_eq!(letters(house, &format!("{name}@example.org"), 1).len(), 1);
        }
        let waiting = "SELECT CAST(COUNT(*) AS TEXT) AS value FROM deliveries WHERE due_at IS NOT NULL OR state < 4";
        let started = std::time::Instant::now();
        while house.texts(waiting).concat() != "0" {
            assert!(started.elapsed() < PATIENCE, "the letters never ended");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(house.sink.wait_for(3, PATIENCE).len(), 3);
        assert_eq!((count(house, "signups").as_str(), house.entries()), ("7", entries), "nothing is kept of the child");
        assert_eq!(people(house), "2");
        web.stop();
    }

    /// G11.
    g11_a_confirmed_sign_up_lifts_an_opt_out_and_a_complaint_where_it_says_yes_and_nowhere_else(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.ok(&["suppress", "add", "ada@example.org", "--scope", "everything", "--reason", "complaint"]);
        let web = house.serve();
        assert_eq!(sign_up(&web, "ada@example.org", &["company"]).status, 200);
        let letter = &letters(house, "ada@example.org", 1)[0];
        // Asking lifts nothing.
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "complaint");
        let link = web.url(&link_in(letter));
        assert_eq!(get(&link).status, 200);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "complaint");
        assert_eq!(press(&link, &[], &[]).status, 200);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "partner"]), "complaint");
        let record = house.json(&["recipient", "record", "ada@example.org"]);
        let company = record["records"][0]["has_version"].as_array().unwrap();
        let decisions: Vec<_> = company.iter().map(|version| version["event"]["decision"].as_str().unwrap()).collect();
        assert_eq!(decisions, ["granted", "suppressed", "lifted", "granted"]);
        web.stop();
    }

    /// G9, and the module of sign-ups says why: the way back from an erasure leads through staff.
    g9_who_was_erased_gets_no_letter_until_staff_have_lifted_it(house) {
        house.ok(&["suppress", "add", "ada@example.org", "--reason", "erased", "--note", "asked to"]);
        let web = house.serve();
        assert_eq!(sign_up(&web, "ada@example.org", &["company"]).status, 200);
        let started = std::time::Instant::now();
        while house.texts("SELECT reason AS value FROM deliveries WHERE due_at IS NULL") != ["erased"] {
            assert!(started.elapsed() < PATIENCE, "the gate never withheld it");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        house.ok(&["suppress", "lift", "ada@example.org", "--reason", "erased", "--note", "wrote to us and wants back"]);
        assert_eq!(sign_up(&web, "ada@example.org", &["company"]).status, 200);
        let letter = &letters(house, "ada@example.org", 1)[0];
        assert_eq!(press(&web.url(&link_in(letter)), &[], &[]).status, 200);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        web.stop();
    }

    an_address_or_a_network_that_signs_up_again_and_again_is_not_written_to_again_and_again(house) {
        let web = house.serve_with(&["--only", "web"]);
        for _ in 0..5 {
            assert_eq!(sign_up(&web, "ada@example.org", &["company"]).status, 200);
        }
        assert_eq!(count(house, "signups"), "3");
        let statuses: Vec<_> = (0..60).map(|n| sign_up(&web, &format!("p{n}@example.org"), &["company"]).status).collect();
        assert!(statuses.starts_with(&[200; 50]) && statuses.ends_with(&[429; 2]), "{statuses:?}");
        // An opt-out gets through all the same.
        house.people(&[("bob@example.org", "yes", "")]);
        assert_eq!(post(&web.url(&house.link("bob@example.org", COMPANY)), &[], &[]).status, 200);
        web.stop();
    }

    a_link_of_a_sign_up_opens_nothing_else_and_nothing_else_opens_a_sign_up(house) {
        house.people(&[("ada@example.org", "yes", "")]);
        let web = house.serve();
        sign_up(&web, "bob@example.org", &["company"]);
        let link = link_in(&letters(house, "bob@example.org", 1)[0]);
        let token = link.strip_prefix("/signup/").unwrap();
        for path in ["/u/", "/preferences/", "/u/undo/"] {
            assert_eq!(get(&web.url(&format!("{path}{token}"))).status, 404, "{path}");
            assert_eq!(post(&web.url(&format!("{path}{token}")), &[], &[]).status, 404, "{path}");
        }
        let other = house.link("ada@example.org", COMPANY).replace("/u/", "/signup/");
        for url in [web.url(&other), web.url("/signup/x"), web.url(&format!("{}AAAA", &link[..link.len() - 4]))] {
            assert_eq!((get(&url).status, post(&url, &[], &[]).status), (404, 404), "{url}");
        }
        assert_eq!(people(house), "1");
        web.stop();
    }

    /// CONFORMANCE J4, J5: the browser's signal wins over a box, and the page says so before.
    j5_the_signal_of_the_browser_keeps_partner_mail_off(house) {
        let acme = format!("partner:{}", house.json(&["partner", "add", "Acme", "--json"])["id"]);
        let web = house.serve();
        sign_up(&web, "ada@example.org", &["company", &acme]);
        let link = web.url(&link_in(&letters(house, "ada@example.org", 1)[0]));
        let gpc = &[("Sec-GPC", "1")];
        let done = press(&link, &[], gpc);
        assert!(done.body.contains("Partner mail stays off, because your browser asks"), "{}", done.body);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "partner", "--partner", "Acme"]), "no_consent");
        web.stop();
    }

    /// CONFORMANCE J5: the signal goes with the form, so no browser that confirms it later can turn partner mail on.
    j5_the_signal_on_the_form_leaves_partner_mail_out_whichever_browser_confirms_it(house) {
        let acme = format!("partner:{}", house.json(&["partner", "add", "Acme", "--json"])["id"]);
        let web = house.serve();
        let gpc = &[("Sec-GPC", "1")];
        let form = [("language", "en"), ("address", "ada@example.org"), ("age", "over"), ("want", acme.as_str())];
        let alone = post(&web.url("/signup"), &form, gpc);
        assert_eq!(alone.status, 422);
        assert!(alone.body.contains("Nothing is chosen.") && alone.body.contains("So partner mail stays off."), "{}", alone.body);
        let both = [form.as_slice(), &[("want", "company")]].concat();
        let sent = post(&web.url("/signup"), &both, gpc);
        assert_eq!(sent.status, 200);
        assert!(sent.body.contains("Partner mail stays off, because your browser asks"), "{}", sent.body);
        let letter = &letters(house, "ada@example.org", 1)[0];
        assert!(!text_of(letter).contains("Acme"), "{}", text_of(letter));
        assert_eq!(press(&web.url(&link_in(letter)), &[], &[]).status, 200);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "partner", "--partner", "Acme"]), "no_consent");
        web.stop();
    }

    /// CONFORMANCE J5: the signal wins over a yes of before, too.
    j5_the_signal_of_the_browser_turns_off_partner_mail_that_was_on(house) {
        house.people(&[("ada@example.org", "no", "yes")]);
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "clear");
        let web = house.serve();
        sign_up(&web, "ada@example.org", &["company"]);
        let link = web.url(&link_in(&letters(house, "ada@example.org", 1)[0]));
        assert!(!get(&link).body.contains("Your browser asks"), "without the signal nothing is said");
        let gpc = &[("Sec-GPC", "1")];
        let before = agent().get(&link).header("Sec-GPC", "1").call().unwrap().body_mut().read_to_string().unwrap();
        assert!(before.contains("we also turn off partner mail"), "{before}");
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "clear", "looking changes nothing");
        let done = press(&link, &[], gpc);
        assert!(done.body.contains("All partner mail is stopped, because your browser asks"), "{}", done.body);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "opt_out");
        web.stop();
    }

    the_form_for_other_sites_is_plain_html_that_posts_to_us_and_works_without_cookie_or_script(house) {
        house.ok(&["topic", "add", "Tom & Sons"]);
        house.set("CONSENTRY_BASE_URL", "https://mail.harbour.example");
        let form = house.ok(&["signup", "form"]);
        assert!(form.contains("action=\"https://mail.harbour.example/signup\""), "{form}");
        assert!(form.contains("Tom &#38; Sons"), "{form}");
        for never in ["<script", "cookie", "onclick", "style=", "checked"] {
            assert!(!form.contains(never), "{never}: {form}");
        }
        let web = house.serve_with(&["--only", "web"]);
        let from_elsewhere = [("Origin", "https://shop.example"), ("Sec-Fetch-Site", "cross-site")];
        let sent = post(
            &web.url("/signup"),
            &[("language", "de"), ("address", "ada@example.org"), ("want", "company"), ("age", "over")],
            &from_elsewhere,
        );
        assert_eq!(sent.status, 200);
        assert_eq!(house.texts("SELECT language AS value FROM signups"), ["de"]);
        let (code, said) = house.fails(&["signup", "form", "--language", "xx"]);
        assert_eq!(code, 65, "{said}");
        web.stop();
    }

    /// SPEC section 3: double opt-in is available for every source.
    a_yes_from_a_file_counts_only_after_its_link_where_the_source_wants_that(house) {
        house.set("CONSENTRY_REGIMES", "contest=double_opt_in");
        let file = house.file("contest.csv", "address,source,company,partner,wording\n\
            ada@example.org,contest,yes,yes,Yes please\nbob@example.org,order,yes,,Yes please\n");
        let import = || house.json(&["import", "recipients", &file, "--json"]);
        let report = import();
        assert_eq!((&report["granted"], &report["to_confirm"]), (&1.into(), &2.into()), "{report}");
        assert_eq!(import()["to_confirm"], 0, "nobody is asked again while a letter waits for them");
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "no_consent");
        assert_eq!(verdict(house, "bob@example.org", COMPANY), "clear");
        let web = house.serve();
        let letter = &letters(house, "ada@example.org", 1)[0];
        assert_eq!(press(&web.url(&link_in(letter)), &[], &[]).status, 200);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", &["--stream", "partner"]), "clear");
        let sources = "SELECT source AS value FROM ledger WHERE decision = 'granted' ORDER BY seq";
        assert_eq!(house.texts(sources), ["order", "contest", "contest"]);
        web.stop();
    }

    what_nobody_confirms_is_dropped(house) {
        let web = house.serve_with(&["--only", "web"]);
        sign_up(&web, "ada@example.org", &["company"]);
        sign_up(&web, "bob@example.org", &["company"]);
        web.stop();
        house.sql("UPDATE signups SET asked_at = 0 WHERE address = 'ada@example.org'").unwrap();
        let senders = house.serve_with(&["--only", "sender"]);
        let started = std::time::Instant::now();
        while count(house, "signups") != "1" {
            assert!(started.elapsed() < PATIENCE, "it is still there");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(house.texts("SELECT address AS value FROM signups"), ["bob@example.org"]);
        senders.stop();
    }

    /// CONFORMANCE K3: a receipt on request goes to the address itself, and not again and again.
    k3_ada_asks_for_a_receipt_and_it_goes_to_her_own_address(house) {
        house.people(&[("ada@example.org", "yes", "no")]);
        let web = house.serve();
        let page = get(&web.url(&house.link("ada@example.org", COMPANY)));
        let preferences = page.between("href=\"/preferences/").unwrap();
        let url = web.url(&format!("/preferences/{preferences}/receipt"));
        assert_eq!(get(&url).status, 404, "only a POST asks");
        for _ in 0..5 {
            assert_eq!(press(&url, &[], &[]).status, 200);
        }
        let receipts = letters(house, "ada@example.org", 3);
        let text = text_of(&receipts[0]);
        for said in ["Company mail", "You said yes on 2 January 2026", "Partner mail", "You said no on", "Yes please"] {
            assert!(text.contains(said), "{said} is missing: {text}");
        }
        // The whole record goes with it, so that she can keep it.
        let message = MessageParser::default().parse(&receipts[0].data).unwrap();
        let file = message.attachment(0).unwrap();
        assert_eq!(file.attachment_name(), Some("consent-receipt.json"));
        let receipt: serde_json::Value = serde_json::from_slice(file.contents()).unwrap();
        let number = receipt["receipt_id"].as_str().unwrap();
        assert!(text.contains(number), "{number} is missing: {text}");
        let records = receipt["records"]["records"].as_array().unwrap();
        let states: Vec<_> = records.iter().map(|record| (&record["scope"], &record["state"])).collect();
        assert_eq!(states, [(&json!("company"), &json!("given")), (&json!("partner"), &json!("refused"))]);
        assert_eq!(message.html_body_count(), 1, "the file is no page");
        assert_eq!(count(house, "letters"), "3");
        web.stop();
    }
}
