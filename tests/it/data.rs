//! What people do with their own data: a wish on a page, a letter over SMTP, the page behind its link, a button.

use std::collections::BTreeMap;
use std::time::Instant;

use chrono::Duration;
use consentry::clock;
use consentry::domain::action::Action;
use consentry::domain::{PolicyVersion, RequestId};
use consentry::link::{Claim, Keys};
use mail_parser::MessageParser;

use super::support::both_databases;
use super::support::finality::final_when_answered;
use super::support::house::{House, PATIENCE, Running};
use super::support::smtp_sink::{Caught, Fault, Latch, Step};
use super::support::web::{Answer, agent, get, head, post, press, send};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const ADA: &str = "ada@example.org";
const BOB: &str = "bob@example.org";
/// Nobody who asks for a link is answered sooner, known or not.
const ANSWER_AFTER: std::time::Duration = std::time::Duration::from_millis(300);

/// Somebody at their browser, with their mailbox.
pub(super) struct Person<'a> {
    house: &'a House,
    web: &'a Running,
    pub(super) preferences: String,
}

impl<'a> Person<'a> {
    pub(super) fn of(house: &'a House, web: &'a Running, address: &str) -> Self {
        let link = get(&web.url(&house.link(address, COMPANY)));
        let token = link.between("href=\"/preferences/").unwrap();
        Self { house, web, preferences: format!("/preferences/{token}") }
    }

    pub(super) fn asks(&self, fields: &[(&str, &str)]) -> Answer {
        let asked = press(&self.web.url(&format!("{}/data", self.preferences)), fields, &[]);
        assert_eq!(asked.status, 200, "{}", asked.body);
        asked
    }

    /// The page behind the link of the `count`th letter to `address`.
    pub(super) fn letter(&self, address: &str, count: usize) -> String {
        link_in(&letter(self.house, address, count))
    }

    pub(super) fn opens(&self, path: &str) -> Answer {
        get(&self.web.url(path))
    }

    /// Presses a button of a page; those that do what cannot be undone post the page's own word with it.
    pub(super) fn presses(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let ours = ["/data/", "/child/"].iter().any(|page| path.starts_with(page));
        let send = if ours { press } else { post };
        send(&self.web.url(path), fields, &[])
    }

    pub(super) fn keys(&self) -> Keys {
        Keys::load(self.house.folder().join("consentry.keys")).unwrap()
    }
}

/// The `count`th message to `address`, as soon as it is there.
pub(super) fn letter(house: &House, address: &str, count: usize) -> Caught {
    let started = Instant::now();
    loop {
        let all =
            house.sink.accepted().into_iter().filter(|mail| mail.recipients.iter().any(|to| to.contains(address)));
        if let Some(mail) = all.collect::<Vec<_>>().into_iter().nth(count - 1) {
            return mail;
        }
        assert!(started.elapsed() < PATIENCE, "no letter {count} to {address}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

pub(super) fn text_of(mail: &Caught) -> String {
    MessageParser::default().parse(&mail.data).unwrap().body_text(0).unwrap().into_owned()
}

/// The path of the link in a letter; both parts hold the same.
pub(super) fn link_in(mail: &Caught) -> String {
    let text = text_of(mail);
    let (_, rest) = text.split_once("http://127.0.0.1:1").unwrap();
    let path = rest.split_whitespace().next().unwrap().to_owned();
    let message = MessageParser::default().parse(&mail.data).unwrap();
    assert!(message.body_html(0).unwrap().contains(&format!("href=\"http://127.0.0.1:1{path}\"")));
    path
}

/// Every row of every table but that of the nodes, which beat, once no letter is under way.
pub(super) fn at_rest(house: &House) -> BTreeMap<String, Vec<String>> {
    let started = Instant::now();
    let open = "SELECT 'open' AS value FROM deliveries WHERE due_at IS NOT NULL OR node_id IS NOT NULL";
    while !house.texts(open).is_empty() {
        assert!(started.elapsed() < PATIENCE, "a letter never came to its end");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let mut contents = house.contents();
    contents.remove("nodes");
    contents
}

pub(super) fn reason(house: &House, address: &str, list: &[&str]) -> String {
    house.verdict(address, list)["reason"].as_str().unwrap_or("clear").to_owned()
}

both_databases! {
    /// Same answer for everybody; the letter has no list and a machine wrote it (A20, F2).
    somebody_without_a_link_gets_one_and_nobody_else_learns_anything(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let form = get(&web.url("/preferences"));
        assert_eq!((form.status, head(&web.url("/preferences")).status), (200, 200));
        let asks = |address| {
            let asked_at = Instant::now();
            let answer = post(&web.url("/preferences"), &[("address", address)], &[]);
            // No clock can make this fail: it is about what comes too soon, and a slow machine is only slower.
            assert!(asked_at.elapsed() >= ANSWER_AFTER, "{address} is answered before its time");
            answer
        };
        let (known, unknown) = (asks(ADA), asks("eve@example.org"));
        assert_eq!((known.status, unknown.status), (200, 200));
        assert_eq!(known.body.replace("ada", "eve"), unknown.body);
        let mail = letter(house, ADA, 1);
        let head = String::from_utf8(mail.data.clone()).unwrap();
        let head = head.split("\r\n\r\n").next().unwrap();
        assert!(head.contains("Auto-Submitted: auto-generated\r\n") && !head.contains("List-"), "{head}");
        let page = get(&web.url(&link_in(&mail)));
        assert!(page.status == 200 && page.body.contains("Your data"), "{}", page.body);
        assert_eq!(house.sink.accepted_to("eve@example.org"), 0);
        let bad = post(&web.url("/preferences"), &[("address", "no address")], &[]);
        assert!(bad.status == 422 && bad.body.contains("value=\"no address\""), "what was typed is kept: {}", bad.body);
        assert!(house.ok(&["campaign", "list"]).is_empty(), "letters are no campaign of anybody's");
        web.stop();
    }

    who_asks_too_often_gets_the_same_answer_and_no_more_letters(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let answers: Vec<_> =
            (0..12).map(|_| post(&web.url("/preferences"), &[("address", ADA)], &[]).body).collect();
        assert!(answers.iter().all(|body| *body == answers[0]));
        letter(house, ADA, 8);
        let unsubscribed = super::support::web::one_click(&web.url(&house.link(ADA, COMPANY)));
        assert_eq!(unsubscribed.status, 200, "an opt-out is never kept waiting");
        web.stop();
        assert_eq!(house.sink.accepted_to(ADA), 8);
    }

    ada_sees_and_corrects_what_is_known_of_her(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let asked = ada.asks(&[("wish", "see")]);
        assert!(!asked.body.contains(ADA), "the address is masked until the link is used");
        let link = ada.letter(ADA, 1);
        let before = at_rest(house);
        for _ in 0..3 {
            let page = ada.opens(&link);
            assert!(page.body.contains(ADA) && page.body.contains("value=\"ada\""), "{}", page.body);
        }
        assert!(at_rest(house) == before, "looking changes nothing (G6)");
        let unknown = [("name", "Ada\u{202e}"), ("age_band", "abc"), ("time_zone", "Mars/Phobos")];
        let unknown = ada.presses(&link, &unknown);
        assert!(unknown.status == 422 && at_rest(house) == before, "{}", unknown.body);
        for told in ["Name: use one line", "Age band: use years such as 30-39 or 65+.", "Time zone: use a name"] {
            assert!(unknown.words().contains(told), "{told}: {}", unknown.body);
        }
        let wrong = ada.presses(&link, &[("name", "Ada of the mill"), ("zip", "<script>"), ("locale", "german!")]);
        assert!(wrong.status == 422 && at_rest(house) == before, "{}", wrong.body);
        let words = wrong.words();
        for told in ["ZIP or postal code: use at most 12 letters", "Language: use a short code such as en or pt-BR."] {
            assert_eq!(words.matches(told).count(), 2, "above the form and at the field (WCAG 3.3.1, 3.3.3): {words}");
        }
        assert!(!words.contains("Time zone: use"), "what is right is not blamed: {words}");
        for kept in ["value=\"Ada of the mill\"", "value=\"&#60;script&#62;\"", "value=\"german!\""] {
            assert!(wrong.body.contains(kept), "{kept}: {}", wrong.body);
        }
        let fields = [("name", "Ada <b>\"Byron\""), ("zip", "40210"), ("age_band", "30-39"), ("locale", "en")];
        assert!(ada.presses(&link, &fields).words().contains("Saved"));
        let again = ada.presses(&link, &[("name", "Mallory")]);
        assert!(again.words().contains("This has been done already"), "{}", again.body);
        ada.asks(&[("wish", "see")]);
        let page = ada.opens(&ada.letter(ADA, 2));
        assert!(page.body.contains("40210") && page.body.contains("Ada &#60;b&#62;"), "{}", page.body);
        web.stop();
    }

    /// G11: only a link mailed to the address lifts a no, and its second use lifts nothing.
    g11_ada_turns_mail_on_again_and_the_old_link_never_does(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let stop = web.url(&house.link(ADA, COMPANY));
        post(&stop, &[("stop", "everything")], &[]);
        let saved = post(&web.url(&ada.preferences), &[("company", "yes"), ("company_shown", "no"), ("partner", "no")], &[]);
        assert!(saved.words().contains("Look into your mailbox") || saved.words().contains("sent a message"), "{}", saved.body);
        assert_eq!(reason(house, ADA, COMPANY), "opt_out");
        let link = ada.letter(ADA, 1);
        let page = ada.opens(&link);
        assert!(page.words().contains("Yes, send me promotional mail about Harbour Books by e-mail."), "{}", page.body);
        assert_eq!(reason(house, ADA, COMPANY), "opt_out");
        assert!(ada.presses(&link, &[("as", "yes")]).words().contains("Mail is on"));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("clear", "opt_out"));
        let said = house.texts("SELECT decision AS value FROM ledger WHERE request_id LIKE 'request %' ORDER BY seq");
        assert_eq!(said, ["lifted", "granted"]);
        let words = house.texts("SELECT text AS value FROM wordings WHERE text LIKE 'Yes, send me promotional%'");
        assert_eq!(words.len(), 1, "the words that were shown are kept");
        post(&stop, &[("stop", "everything")], &[]);
        let entries = house.entries();
        assert!(ada.presses(&link, &[("as", "yes")]).words().contains("This has been done already"));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), house.entries()), ("opt_out", entries));
        web.stop();
    }

    /// GDPR 7(2): a yes to partner mail with one partner ticked is no yes to the one beside it.
    who_turns_partner_mail_on_with_one_partner_ticked_gets_that_one_and_not_the_other(house) {
        house.people(&[(ADA, "yes", "no")]);
        for name in ["Acme", "Blue Sails"] {
            house.ok(&["partner", "add", name]);
        }
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let html = get(&web.url(&ada.preferences)).body;
        let id = |name: &str| {
            let (before, _) = html.split_once(&format!("<bdi>{name}</bdi>")).unwrap();
            before.rsplit_once("name=\"from_partner\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
        };
        let (acme, sails) = (id("Acme"), id("Blue Sails"));
        for id in [&acme, &sails] {
            assert!(html.contains(&format!("name=\"from_partner_offered\" value=\"{id}\"")), "{html}");
        }
        let fields = [
            ("company", "yes"), ("company_shown", "yes"), ("partner", "yes"), ("partner_shown", "no"),
            ("from_partner", sails.as_str()), ("from_partner_offered", acme.as_str()), ("from_partner_offered", sails.as_str()),
        ];
        let saved = post(&web.url(&ada.preferences), &fields, &[]);
        assert!(saved.words().contains("Blue Sails"), "{}", saved.body);
        let link = ada.letter(ADA, 1);
        assert!(ada.presses(&link, &[("as", "yes")]).words().contains("Mail is on"));
        let of = |name: &str| house.verdict(ADA, &["--stream", "partner", "--partner", name])["verdict"].clone();
        assert_eq!((of("Blue Sails"), of("Acme")), ("clear".into(), "withheld".into()));
        web.stop();
    }

    /// A letter beyond those of an hour is not posted, and the page says what to do, not that a letter comes.
    who_asks_for_more_mail_too_often_is_told_to_come_back(house) {
        house.people(&[(ADA, "no", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let asks = || post(&web.url(&ada.preferences), &[("company", "yes"), ("company_shown", "no")], &[]).words();
        let told: Vec<_> = (0..10).map(|_| asks()).collect();
        let mailed = told.iter().take_while(|words| words.contains("All of this waits")).count();
        assert!((1..10).contains(&mailed), "{told:?}");
        for words in &told[mailed..] {
            assert!(words.contains("so none was sent for this."), "{words}");
            assert!(!words.contains("ask for a confirmation link") && !words.contains("All of this waits"), "{words}");
        }
        letter(house, ADA, mailed);
        web.stop();
        assert_eq!(house.sink.accepted_to(ADA), mailed);
    }

    /// SPEC section 4: with a forwarded link one can only lower the limit.
    ada_raises_her_limit_by_a_mailed_link_and_by_nothing_else(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let saves = |cap, shown| ada.presses(&ada.preferences, &[("cap", cap), ("cap_shown", shown)]);
        let limit = || ada.opens(&ada.preferences).between("name=\"cap_shown\" value=\"").unwrap();
        saves("1", "");
        let asked = saves("5", "1");
        for told in ["More promotional messages in 7 days", "We have sent a message to a•••@e•••.org"] {
            assert!(asked.words().contains(told), "{told}: {}", asked.body);
        }
        assert_eq!(limit(), "1", "nothing has changed yet");
        let link = ada.letter(ADA, 1);
        let before = at_rest(house);
        assert!(ada.opens(&link).words().contains("Yes, send me up to 5 promotional messages in 7 days."));
        assert!(at_rest(house) == before, "looking changes nothing (G6)");
        let raised = ada.presses(&link, &[]);
        assert!(raised.words().contains("You get at most 5 promotional messages in 7 days."), "{}", raised.body);
        assert_eq!(ada.opens(&raised.between("class=\"onward\" href=\"").unwrap()).status, 200, "the way to all choices");
        assert_eq!(limit(), "5");
        saves("2", "5");
        assert!(ada.presses(&link, &[]).words().contains("This has been done already"));
        assert_eq!(limit(), "2", "an old link raises nothing");
        saves("", "2");
        assert!(ada.presses(&ada.letter(ADA, 2), &[]).words().contains("You have no limit of your own any more."));
        assert_eq!(limit(), "");
        let notes = "SELECT note AS value FROM ledger WHERE request_id LIKE 'request %' ORDER BY seq";
        assert_eq!(house.texts(notes), ["weekly_cap: 1 -> 5", "weekly_cap: 2 -> none"]);
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// G11: a break ends early only by a mailed link, and only that of the mail that was named.
    g11_ada_ends_her_break_of_company_mail_by_a_mailed_link(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let saved = press(&web.url(&ada.preferences), &[("pause", "30"), ("pause_what", "everything")], &[]);
        assert!(!ada.opens(&ada.preferences).body.contains("name=\"end_pause\" value=\"company\" checked"));
        let asked = ada.presses(&ada.preferences, &[("end_pause", "company")]);
        assert!(asked.words().contains("The end of the break of company mail"), "{}", asked.body);
        assert_eq!(reason(house, ADA, COMPANY), "snoozed", "nothing has changed yet");
        let link = ada.letter(ADA, 1);
        assert!(ada.opens(&link).words().contains("Yes, end the break of company mail now."));
        assert_eq!(reason(house, ADA, COMPANY), "snoozed");
        assert!(ada.presses(&link, &[]).words().contains("The break of company mail is over."));
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("clear", "snoozed"));
        let page = ada.opens(&ada.preferences);
        assert_eq!(page.words().matches("Paused until").count(), 1, "{}", page.body);
        ada.presses(&ada.preferences, &[("pause", "60"), ("pause_what", "company")]);
        assert!(ada.presses(&link, &[]).words().contains("This has been done already"));
        assert_eq!(reason(house, ADA, COMPANY), "snoozed", "an old link ends no newer break");
        let undo = saved.between("action=\"/u/undo/").unwrap();
        ada.presses(&format!("/u/undo/{undo}"), &[]);
        assert_eq!(reason(house, ADA, PARTNER), "snoozed", "an undo takes back what stands as it was left");
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// CONFORMANCE J4: the signal goes with whatever form is sent, and every page says so before.
    j4_the_signal_of_the_browser_turns_partner_mail_off_with_any_form_of_hers(house) {
        let forms: [(&str, &[(&str, &str)]); 3] =
            [("ada", &[("wish", "see")]), ("bob", &[("wish", "download")]), ("cleo", &[("wish", "see")])];
        let people = forms.map(|(name, _)| format!("{name}@example.org"));
        house.people(&people.each_ref().map(|address| (address.as_str(), "yes", "yes")));
        let web = house.serve();
        let signal = &[("Sec-GPC", "1")];
        let before = "Your browser asks sites not to share or sell data. When you press a button here we also turn off";
        let after = "All partner mail is stopped, because your browser asks";
        // Behind a mailed link: what is corrected, what is downloaded.
        for (address, (_, wish)) in people.iter().zip(forms).take(2) {
            let person = Person::of(house, &web, address);
            person.asks(wish);
            let path = person.letter(address, 1);
            assert!(!person.opens(&path).body.contains(before), "without the signal nothing is said");
            let page = send(agent().get(web.url(&path)).header("Sec-GPC", "1").call());
            assert!(page.body.contains(before), "{}", page.body);
            assert_eq!(reason(house, address, PARTNER), "clear", "looking changes nothing");
            let done = press(&web.url(&path), &[("as", "page")], signal);
            assert_eq!(done.status, 200, "{}", done.body);
            assert!(done.body.contains(after) || wish[0].1 == "download", "{}", done.body);
            assert_eq!((reason(house, address, COMPANY).as_str(), reason(house, address, PARTNER).as_str()), ("clear", "opt_out"));
        }
        // On the preference page: a wish.
        let cleo = Person::of(house, &web, &people[2]);
        let asked = press(&web.url(&format!("{}/data", cleo.preferences)), forms[2].1, signal);
        assert!(asked.body.contains(after), "{}", asked.body);
        assert_eq!(reason(house, &people[2], PARTNER), "opt_out");
        let again = press(&web.url(&format!("{}/receipt", cleo.preferences)), &[], signal);
        assert!(again.status == 200 && !again.body.contains(after), "nothing was left to stop: {}", again.body);
        web.stop();
    }

    /// CONFORMANCE J5: a yes to partner mail is not taken from a browser that asks against it.
    j5_the_signal_keeps_partner_mail_off_behind_a_mailed_link(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let before = reason(house, ADA, PARTNER);
        let saved = post(&web.url(&ada.preferences), &[("company", "yes"), ("partner", "yes"), ("partner_shown", "no")], &[]);
        assert_eq!(saved.status, 200, "{}", saved.body);
        let path = ada.letter(ADA, 1);
        let page = send(agent().get(web.url(&path)).header("Sec-GPC", "1").call());
        assert!(page.body.contains("we also turn off partner mail"), "{}", page.body);
        let done = press(&web.url(&path), &[("as", "yes")], &[("Sec-GPC", "1")]);
        assert!(done.body.contains("Partner mail stays off, because your browser asks"), "{}", done.body);
        assert_eq!(reason(house, ADA, PARTNER), before, "nothing was recorded that nobody did");
        web.stop();
    }

    /// CONFORMANCE J8: what makes somebody a child is not saved; the page that erases it all asks first.
    j8_an_age_band_below_the_limit_leads_to_the_report_and_saves_nothing(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "see")]);
        let path = ada.letter(ADA, 1);
        let typed = [("name", "Ada"), ("age_band", "Under 13")];
        let answer = press(&web.url(&path), &typed, &[]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let report = answer.header("location").unwrap().to_owned();
        let page = get(&web.url(&report));
        assert!(page.body.contains("Does this address belong to a child?"), "{}", page.body);
        assert_eq!(reason(house, ADA, COMPANY), "clear", "nothing is erased unasked");
        assert!(!ada.opens(&path).body.contains("Under 13"), "nothing is kept of it");
        assert_eq!(press(&web.url(&report), &[], &[]).status, 200);
        assert_eq!(reason(house, ADA, COMPANY), "reported_child");
        web.stop();
    }

    ada_reads_her_copy_and_takes_it_with_her(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "download")]);
        let link = ada.letter(ADA, 1);
        assert!(!ada.opens(&link).body.contains(ADA), "a scanner that opens the link learns nothing");
        let page = ada.presses(&link, &[("as", "page")]);
        let words = page.words();
        for told in [ADA, "Yes please", "When registering", "2 January 2026, 03:04 UTC", "Your link to a copy", "It was no advertising"] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!words.contains("granted") && !words.contains("2026-"), "words of people, not of machines: {words}");
        let file = ada.presses(&link, &[("as", "file")]);
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"my-data.json\""));
        let copy: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        assert_eq!(copy["person"]["address"], ADA);
        assert!(copy["consent"].is_object() && copy["said"][0]["wording"] == "Yes please", "{copy}");
        web.stop();
    }

    /// G12: what she is told of a message is what she read, not what its author wrote.
    g12_the_last_messages_have_the_subjects_that_were_read(house) {
        let rows = format!("address,source,company,partner,name,locale\n{ADA},order,yes,no,Ada Lovelace,ar\n{BOB},order,yes,no,,en\n");
        house.ok(&["import", "recipients", &house.file("people.csv", rows)]);
        let web = house.serve();
        let id = house.campaign(COMPANY, "Hello {{ first_name | friend }}, \\{{ news }}");
        house.wait_finished(&id);
        let (text, summary) = (house.file("policy.txt", "Our policy.\n"), house.file("summary.txt", "It changes.\n"));
        let published = house.json(&["policy", "publish", "--text", &text, "--summary", &summary, "--json"]);
        house.wait_finished(&published["campaign"].to_string());
        let (ada, bob) = (Person::of(house, &web, ADA), Person::of(house, &web, BOB));
        let notices: Vec<_> = house.sink.accepted().into_iter().filter(|mail| mail.recipients == [ADA]).collect();
        let notice = MessageParser::default().parse(&notices.last().unwrap().data).unwrap().subject().unwrap().to_owned();
        let page = ada.opens(&ada.preferences).words();
        assert!(page.contains("Hello Ada, {{ news }}") && page.contains(&notice), "{notice}: {page}");
        assert!(!page.contains("What changes in our privacy policy"), "{page}");
        let page = bob.opens(&bob.preferences).words();
        assert!(page.contains("Hello friend, {{ news }}") && page.contains("What changes in our privacy policy"), "{page}");
        ada.asks(&[("wish", "download")]);
        let file = ada.presses(&ada.letter(ADA, 3), &[("as", "file")]);
        let copy: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        let subjects: Vec<_> = copy["messages"].as_array().unwrap().iter().map(|mail| mail["subject"].as_str().unwrap()).collect();
        assert!(subjects.contains(&"Hello Ada, {{ news }}") && subjects.contains(&notice.as_str()), "{subjects:?}");
        web.stop();
    }

    /// G9: after erasure no table, no log and no ledger entry holds the address or a plain hash of it.
    g9_after_erasure_the_keyed_hash_is_all_that_is_left(house) {
        house.set("CONSENTRY_LOG", "debug");
        house.people(&[("Zoe.Quill@example.org", "yes", "yes"), (ADA, "yes", "yes")]);
        let web = house.serve();
        let id = house.campaign(COMPANY, "Autumn");
        house.wait_finished(&id);
        let zoe = Person::of(house, &web, "zoe.quill@example.org");
        zoe.asks(&[("wish", "see")]);
        let see = zoe.letter("Zoe.Quill@example.org", 2);
        zoe.presses(&see, &[("name", "Zoe Quill"), ("zip", "ZQ-40210")]);
        zoe.asks(&[("wish", "move"), ("address", "quill.zoe@example.net")]);
        zoe.asks(&[("wish", "erase")]);
        let started = Instant::now();
        let link = loop {
            let links = (3..=4).map(|count| letter(house, "Zoe.Quill@example.org", count));
            if let Some(mail) = links.into_iter().find(|mail| mail.subject().contains("Erase")) {
                break link_in(&mail);
            }
            assert!(started.elapsed() < PATIENCE);
        };
        assert_eq!(zoe.opens(&link).status, 200);
        assert!(zoe.presses(&link, &[("as", "yes")]).words().contains("Your data is erased"));
        assert!(zoe.presses(&link, &[("as", "yes")]).words().contains("This has been done already"));
        assert_eq!(zoe.opens(&see).status, 404, "no other link says anything any more");
        assert_eq!(reason(house, "zoe.quill@example.org", COMPANY), "erased");
        let log = web.stop();
        let plain = data_encoding::HEXLOWER.encode(&<sha2::Sha256 as sha2::Digest>::digest(b"zoe.quill@example.org"));
        let everything = format!("{:?}{log}", house.contents()).to_lowercase();
        for trace in ["zoe.quill", "quill.zoe", "zoe quill", "zq-40210", plain.as_str()] {
            assert!(!everything.contains(trace), "{trace} is left");
        }
        for (name, octets) in house.files_of_sqlite() {
            let octets = octets.to_ascii_lowercase();
            let left = [&b"zoe.quill"[..], b"quill.zoe", b"zoe quill", b"zq-40210"].into_iter();
            let left: Vec<_> = left.filter(|trace| octets.windows(trace.len()).any(|part| part == *trace)).collect();
            assert!(left.is_empty(), "{} is left in {name}", String::from_utf8_lossy(left[0]));
        }
        house.people(&[("zoe.quill@example.org", "yes", "yes")]);
        assert_eq!(reason(house, "zoe.quill@example.org", COMPANY), "erased");
        assert!(!format!("{:?}", house.contents()).to_lowercase().contains("zoe.quill"));
        assert!(house.entries() > 0);
    }

    /// No opt-out covers a letter that she asked for, but an erasure covers everything.
    g3_an_erasure_waits_for_a_letter_that_is_on_its_way(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "see")]);
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let erase = ["recipient", "erase", ADA, "--staff", "eve", "--reason", "asked by letter"];
        final_when_answered(house, &latch, || house.ok(&erase));
        web.stop();
    }

    /// Nothing is shown of whoever was erased, and nothing more is collected by an old link; it still stops mail (G7).
    g9_an_old_link_of_somebody_erased_shows_and_keeps_nothing(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let (ada, stop) = (Person::of(house, &web, ADA), web.url(&house.link(ADA, COMPANY)));
        house.ok(&["recipient", "erase", ADA, "--staff", "eve", "--reason", "asked by letter"]);
        let before = at_rest(house);
        let page = ada.opens(&ada.preferences);
        let saved = press(&web.url(&ada.preferences), &[("cap", "1"), ("language", "de"), ("pause", "30")], &[]);
        let receipt = press(&web.url(&format!("{}/receipt", ada.preferences)), &[], &[]);
        for answer in [page, saved, receipt] {
            assert!(answer.status == 410 && answer.body.contains("Your data is erased"), "{}", answer.body);
        }
        assert!(at_rest(house) == before, "an old link wrote something");
        assert_eq!(super::support::web::one_click(&stop).status, 200);
        web.stop();
    }

    g9_staff_erase_by_command_and_leave_no_address_in_the_ledger(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let (_, refused) = house.fails(&["recipient", "erase", ADA, "--staff", "eve", "--reason", "wrote from ada@example.org"]);
        assert!(refused.contains("without the address"), "{refused}");
        let said = house.ok(&["recipient", "erase", ADA, "--staff", "eve", "--reason", "asked by letter"]);
        assert!(said.starts_with("erased"), "{said}");
        assert!(!format!("{:?}", house.contents()).contains(ADA));
        assert_eq!(reason(house, ADA, COMPANY), "erased");
        assert!(house.ok(&["recipient", "erase", BOB, "--staff", "eve", "--reason", "asked"]).contains("nobody"));
        house.people(&[(BOB, "yes", "yes")]);
        assert!(!format!("{:?}", house.contents()).contains(BOB), "who was erased is not taken in");
    }

    ada_moves_and_what_she_said_moves_with_her(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "move"), ("address", "lovelace@example.net")]);
        let leave = letter(house, ADA, 1);
        assert!(!text_of(&leave).contains("lovelace@"), "the old mailbox learns no more than it needs");
        assert!(ada.presses(&link_in(&leave), &[("as", "yes")]).words().contains("Half done"));
        assert_eq!(reason(house, ADA, COMPANY), "clear", "nothing has changed yet");
        let arrive = ada.letter("lovelace@example.net", 1);
        assert!(ada.opens(&arrive).status == 200 && reason(house, ADA, COMPANY) == "clear");
        assert!(ada.presses(&arrive, &[("as", "yes")]).words().contains("Your address is changed"));
        assert!(ada.presses(&arrive, &[("as", "yes")]).words().contains("This has been done already"));
        assert_eq!(reason(house, "lovelace@example.net", COMPANY), "clear");
        assert_eq!(reason(house, "lovelace@example.net", PARTNER), "opt_out");
        assert!(text_of(&letter(house, ADA, 2)).contains("has been changed"), "the old mailbox is told");
        let id = house.campaign(COMPANY, "Autumn");
        house.wait_finished(&id);
        assert_eq!((house.sink.accepted_to("lovelace@example.net"), house.sink.accepted_to(ADA)), (2, 2));
        web.stop();
    }

    /// G11: a bar on either address bars the one who has it now, and the links of both work on (G7).
    g11_moving_to_an_address_that_is_known_lifts_nothing(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "no")]);
        let web = house.serve();
        let bobs = house.link(BOB, COMPANY);
        post(&web.url(&house.link(ADA, PARTNER)), &[("stop", "partner")], &[]);
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "move"), ("address", BOB)]);
        ada.presses(&ada.letter(ADA, 1), &[("as", "yes")]);
        assert!(ada.presses(&ada.letter(BOB, 1), &[("as", "yes")]).words().contains("Your address is changed"));
        assert_eq!((reason(house, BOB, COMPANY).as_str(), reason(house, BOB, PARTNER).as_str()), ("clear", "opt_out"));
        house.people(&[(ADA, "yes", "yes")]);
        assert_eq!(reason(house, ADA, PARTNER), "opt_out", "the bar on the old address stays");
        assert_eq!(get(&web.url(&bobs)).status, 200);
        assert_eq!(super::support::web::one_click(&web.url(&bobs)).status, 200);
        assert_eq!(reason(house, BOB, COMPANY), "opt_out");
        web.stop();
    }

    /// G3, G7: what is said by an old link of somebody whose address changed hands is said for the one who has it now, and
    /// what was said before is taken back by nobody else.
    g3_every_old_link_leads_to_the_one_who_has_the_address_now(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        let (ada, bob) = (Person::of(house, &web, ADA), Person::of(house, &web, BOB));
        let stopped = press(&web.url(&house.link(BOB, COMPANY)), &[("stop", "company")], &[]);
        let undo = stopped.between("action=\"/u/undo/").unwrap();
        ada.asks(&[("wish", "move"), ("address", BOB)]);
        ada.presses(&ada.letter(ADA, 1), &[("as", "yes")]);
        assert!(ada.presses(&ada.letter(BOB, 1), &[("as", "yes")]).words().contains("Your address is changed"));
        assert_eq!((reason(house, BOB, COMPANY).as_str(), reason(house, BOB, PARTNER).as_str()), ("opt_out", "clear"));
        assert_eq!(bob.presses(&format!("/u/undo/{undo}"), &[]).status, 404);
        assert_eq!(reason(house, BOB, COMPANY), "opt_out");

        let (text, summary) = (house.file("policy.txt", "Our policy.\n"), house.file("summary.txt", "It changes.\n"));
        house.ok(&["policy", "publish", "--text", &text, "--summary", &summary]);
        let token = bob.preferences.strip_prefix("/preferences/").unwrap();
        let Claim::Unsubscribe { recipient, .. } = bob.keys().open(token).unwrap() else { panic!("{token}") };
        let version = PolicyVersion(2);
        let policy = format!("/policy/{}", bob.keys().mint(&Claim::Policy { recipient, version, campaign: None }));
        assert_eq!((bob.opens(&policy).status, bob.presses(&policy, &[("answer", "no")]).status), (200, 200));
        assert_eq!(reason(house, BOB, PARTNER), "policy_declined");

        let child = bob.preferences.replace("/preferences/", "/child/");
        assert_eq!((bob.opens(&child).status, bob.presses(&child, &[]).status), (200, 200));
        assert_eq!(reason(house, BOB, PARTNER), "reported_child");
        assert!(format!("{:?}", house.contents()).contains(BOB), "a link of a message erases nothing");
        web.stop();
    }

    /// CONFORMANCE A5, A11: a link that is not good for this is good for nothing.
    a_link_that_ran_out_or_was_made_for_something_else_does_nothing(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "erase")]);
        let link = ada.letter(ADA, 1);
        let token = link.strip_prefix("/data/").unwrap();
        let Claim::Mailed { recipient, action, request, expires_at } = ada.keys().open(token).unwrap() else {
            panic!("{token} is no mailed link");
        };
        let left = expires_at - clock::now();
        assert!(action == Action::Erase && left > Duration::minutes(20) && left <= Duration::minutes(30));
        let bob = ada.keys().open(house.link(BOB, COMPANY).strip_prefix("/u/").unwrap()).unwrap();
        let Claim::Unsubscribe { recipient: bob, .. } = bob else { panic!() };
        let mint = |claim: Claim| ada.keys().mint(&claim);
        let before = at_rest(house);
        let past = clock::now() - Duration::seconds(1);
        let expired = mint(Claim::Mailed { recipient, action, request, expires_at: past });
        for answer in [ada.opens(&format!("/data/{expired}")), ada.presses(&format!("/data/{expired}"), &[])] {
            assert!(answer.status == 410 && answer.words().contains("This link has run out"), "{}", answer.body);
        }
        let mut forged = token.to_owned();
        forged.replace_range(20..21, if &token[20..21] == "A" { "B" } else { "A" });
        let nobodys = RequestId::new(1);
        for (bad, status) in [
            (forged, 404),
            (mint(Claim::Mailed { recipient, action: Action::Download, request, expires_at }), 404),
            (mint(Claim::Mailed { recipient: bob, action, request, expires_at }), 404),
            (mint(Claim::Mailed { recipient, action, request: nobodys, expires_at }), 410),
            (mint(Claim::Preferences { recipient, campaign: None }), 404),
        ] {
            assert_eq!(ada.opens(&format!("/data/{bad}")).status, status);
            assert_eq!(ada.presses(&format!("/data/{bad}"), &[("as", "yes")]).status, status);
        }
        for elsewhere in [format!("/preferences/{token}"), format!("/u/{token}"), format!("/preferences/{token}/data")] {
            assert_eq!(ada.presses(&elsewhere, &[("wish", "see")]).status, 404, "{elsewhere}");
        }
        assert!(at_rest(house) == before, "nothing was changed");
        web.stop();
    }

    /// B11 and the spec's rule 1: letters pass the same last look as all mail.
    a_letter_is_withheld_where_all_mail_is_barred(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        house.ok(&["suppress", "add", ADA]);
        ada.asks(&[("wish", "see")]);
        let started = Instant::now();
        while house.texts("SELECT reason AS value FROM deliveries WHERE campaign_id = 1") != ["staff"] {
            assert!(started.elapsed() < PATIENCE);
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(house.sink.messages().len(), 0);
        let page = ada.opens(&ada.preferences);
        assert!(page.words().contains("Your link to what we know about you"), "G12: {}", page.body);
        web.stop();
    }
}
