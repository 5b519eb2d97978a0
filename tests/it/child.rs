//! Children: reporting an address, and refusing rows by age (SPEC section 4, CONFORMANCE J8).

use std::time::Instant;

use super::data::{at_rest, letter, text_of};
use super::support::both_databases;
use super::support::house::{House, PATIENCE, Running};
use super::support::smtp_sink::{Fault, Latch, Step};
use super::support::web::{get, head, post, press, visit_of};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

const KID: &str = "kid@example.org";

impl House {
    fn reason(&self, address: &str, list: &[&str]) -> String {
        let verdict = self.verdict(address, list);
        verdict["reason"].as_str().unwrap_or("clear").to_owned()
    }

    /// Every row of every table that holds the text.
    fn holding(&self, text: &str) -> Vec<String> {
        self.contents().into_values().flatten().filter(|row| row.contains(text)).collect()
    }
}

/// Where the two links of the `count`th letter to an address lead: to lift the report, and to erase.
fn answers(house: &House, web: &Running, address: &str, count: usize) -> [String; 2] {
    let text = text_of(&letter(house, address, count));
    let links = text.split("http://127.0.0.1:1").skip(1).map(|rest| web.url(rest.split_whitespace().next().unwrap()));
    links.filter(|link| link.contains("/data/")).collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{text}"))
}

/// The link of a message to somebody, as it reports a child.
fn report_of(house: &House, web: &Running, address: &str) -> String {
    web.url(&house.link(address, COMPANY).replace("/u/", "/child/"))
}

both_databases! {
    /// SPEC section 4: with a forwarded message somebody stops the mail, and undoes that within the visit, and nothing else.
    j8_a_report_by_link_stops_promotional_mail_erases_nothing_and_the_visit_takes_it_back(house) {
        house.people(&[(KID, "yes", "yes"), ("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = report_of(house, &web, KID);
        let before = house.contents();
        let page = get(&link);
        assert_eq!((page.status, head(&link).status), (200, 200));
        assert!(page.body.contains("k•••@e•••.org") && !page.body.contains("cannot be undone"), "{}", page.body);
        assert_eq!(house.contents(), before, "looking changes nothing (G6)");
        let visit = visit_of(&link);
        let done = post(&link, &[("visit", &visit)], &[]);
        assert!(done.status == 200 && done.words().contains("Nothing has been erased."), "{}", done.body);
        assert!(!house.holding(KID).is_empty(), "nothing is erased");
        for list in [COMPANY, PARTNER] {
            assert_eq!(house.reason(KID, list), "reported_child");
            assert_eq!(house.reason("ada@example.org", list), "clear");
        }
        let entries = house.entries();
        let again = post(&link, &[("visit", &visit)], &[]);
        assert!(again.body.contains("reported before") && again.between("action=\"/u/undo/").is_some(), "{}", again.body);
        assert_eq!(house.entries(), entries);
        let undo = web.url(&format!("/u/undo/{}", done.between("action=\"/u/undo/").unwrap()));
        let undone = post(&undo, &[], &[]);
        assert!(undone.status == 200 && undone.words().contains("All company mail"), "{}", undone.body);
        for list in [COMPANY, PARTNER] {
            assert_eq!(house.reason(KID, list), "clear");
        }
        assert_eq!(press(&web.url("/child/x"), &[], &[]).status, 404);
        house.entries();
        web.stop();
    }

    /// Who may take a report back is only whoever made it; what others say beside it holds.
    g11_a_report_does_not_go_with_the_undo_of_somebody_elses_visit(house) {
        let people = ["typed", "linked", "staff"].map(|who| format!("{who}@example.org"));
        house.people(&people.each_ref().map(|address| (address.as_str(), "yes", "yes")));
        let web = house.serve_with(&["--only", "web"]);
        let undos = people.each_ref().map(|address| {
            let done = press(&report_of(house, &web, address), &[], &[]);
            web.url(&format!("/u/undo/{}", done.between("action=\"/u/undo/").unwrap()))
        });
        let linked = report_of(house, &web, &people[1]);
        assert_eq!(press(&web.url("/child"), &[("address", &people[0])], &[]).status, 200);
        let second = press(&linked, &[], &[]);
        assert!(second.body.contains("reported before") && second.between("action=\"/u/undo/").is_none(), "{}", second.body);
        house.ok(&["child", "report", &people[2]]);
        for (undo, address) in undos.iter().zip(&people) {
            post(undo, &[], &[]);
            for list in [COMPANY, PARTNER] {
                assert_eq!(house.reason(address, list), "reported_child", "{address}");
            }
        }
        house.entries();
        web.stop();
    }

    /// The mailbox hears of it, and only a link that went there erases; the other one is an adult's (G11).
    j8_the_mailbox_is_told_of_a_report_and_decides_what_comes_of_it(house) {
        house.people(&[(KID, "yes", "yes"), ("ada@example.org", "yes", "yes")]);
        let web = house.serve();
        for address in [KID, "ada@example.org"] {
            let done = press(&report_of(house, &web, address), &[], &[]);
            assert!(done.words().contains("A message with the links is on its way to"), "{}", done.body);
        }
        let before = at_rest(house);
        let [adult, _] = answers(house, &web, "ada@example.org", 1);
        let [_, erase] = answers(house, &web, KID, 1);
        for link in [&adult, &erase] {
            assert_eq!((get(link).status, head(link).status, post(link, &[], &[]).status), (200, 200, 422));
        }
        assert_eq!(at_rest(house), before, "looking changes nothing (G6), and no form but the page's own (N3)");
        assert!(get(&adult).words().contains("you say that you are 13 or older"));
        assert!(press(&adult, &[("as", "yes")], &[]).body.contains("The report is taken back"));
        assert_eq!(house.reason("ada@example.org", PARTNER), "clear");
        let lifted = "SELECT scope || ' ' || source AS value FROM ledger WHERE decision = 'lifted' AND wording IS NOT NULL";
        assert_eq!(house.texts(lifted), ["company preferences", "partner preferences"]);
        assert!(press(&adult, &[("as", "yes")], &[]).body.contains("This has been done already"));
        let erased = press(&erase, &[("as", "yes")], &[]);
        assert!(erased.words().contains("erased what we held about the person"), "{}", erased.body);
        assert_eq!(house.holding(KID), Vec::<String>::new());
        assert_eq!(house.reason(KID, COMPANY), "reported_child");
        let report = house.people(&[(KID, "yes", "yes")]);
        assert_eq!((&report["added"], &report["kept_out"]), (&0.into(), &2.into()), "no file brings it back: {report}");
        house.entries();
        web.stop();
    }

    /// Whoever reported by link has the mailbox written to once more; what its links cannot lift, staff do.
    j8_the_letter_is_sent_again_on_request_and_lifts_nothing_that_staff_reported(house) {
        house.people(&[(KID, "yes", "yes")]);
        let web = house.serve();
        let link = report_of(house, &web, KID);
        let early = press(&format!("{link}/letter"), &[], &[]);
        assert!(!early.body.contains("is on its way"), "there is no report yet: {}", early.body);
        let done = press(&link, &[], &[]);
        assert!(done.body.contains("Send that message"), "{}", done.body);
        assert_eq!(post(&format!("{link}/letter"), &[], &[]).status, 422);
        assert_eq!(get(&format!("{link}/letter")).status, 404);
        assert!(press(&format!("{link}/letter"), &[], &[]).words().contains("is on its way to"));
        let [adult, _] = answers(house, &web, KID, 2);
        house.ok(&["suppress", "add", KID, "--scope", "company", "--reason", "reported_child"]);
        let kept = press(&adult, &[("as", "yes")], &[]);
        assert!(kept.words().contains("That one stays."), "{}", kept.body);
        assert_eq!((house.reason(KID, COMPANY).as_str(), house.reason(KID, PARTNER).as_str()), ("reported_child", "clear"));
        press(&link, &[], &[]);
        house.ok(&["suppress", "lift", KID, "--scope", "company", "--reason", "reported_child", "--note", "an adult"]);
        assert_eq!(house.reason(KID, COMPANY), "clear", "staff lift whatever the verdict calls so");
        house.entries();
        web.stop();
    }

    /// CONFORMANCE A11: nobody sees, in words or in time, whether an address is known, also while a message is on its way.
    j8_a_typed_address_gets_the_same_answer_whether_or_not_it_is_known_and_its_mailbox_is_told(house) {
        house.people(&[(KID, "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let web = house.serve();
        house.campaign(COMPANY, "News");
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let form = web.url("/child");
        assert_eq!((get(&form).status, head(&form).status), (200, 200));
        let visit = visit_of(&form);
        let answers_to = [KID, "nobody@example.org"].map(|address| {
            let asked_at = Instant::now();
            let answer = post(&form, &[("address", address), ("visit", &visit)], &[]);
            assert!(asked_at.elapsed() >= std::time::Duration::from_millis(300), "{address} is answered before its time");
            answer
        });
        assert_eq!((answers_to[0].status, &answers_to[0].body), (200, &answers_to[1].body));
        latch.release();
        for address in [KID, "nobody@example.org"] {
            assert_eq!(house.reason(address, PARTNER), "reported_child");
        }
        assert!(!house.holding(KID).is_empty(), "an address that anybody can type proves nothing");
        assert_eq!(house.holding("nobody@example.org"), Vec::<String>::new());
        let [adult, _] = answers(house, &web, KID, 2);
        press(&form, &[("address", KID)], &[]);
        assert!(press(&adult, &[("as", "yes")], &[]).body.contains("The report is taken back"));
        assert_eq!((house.reason(KID, COMPANY).as_str(), house.reason(KID, PARTNER).as_str()), ("clear", "clear"));
        at_rest(house);
        assert_eq!((house.sink.accepted_to(KID), house.sink.accepted_to("nobody@example.org")), (2, 0), "told once");
        let bad = press(&form, &[("address", "no address")], &[]);
        assert!(bad.status == 422 && bad.body.contains("not an e-mail address"), "{}", bad.body);
        house.entries();
        web.stop();
    }

    /// Somebody whose address a stranger typed signs up: the answer is that of everybody, and their yes lifts it.
    g11_a_sign_up_that_the_mailbox_confirms_lifts_what_a_stranger_typed(house) {
        let web = house.serve();
        assert_eq!(press(&web.url("/child"), &[("address", "ada@example.org")], &[]).status, 200);
        let signs_up = |address: &str| {
            let form = [("language", "en"), ("address", address), ("age", "over"), ("want", "company")];
            post(&web.url("/signup"), &form, &[]).body.replace(address, "ADDRESS")
        };
        assert_eq!(signs_up("ada@example.org"), signs_up("bob@example.org"));
        let link = web.url(&super::data::link_in(&letter(house, "ada@example.org", 1)));
        let told = "this is wrong and that you are 13 or older";
        assert!(text_of(&letter(house, "ada@example.org", 1)).contains(told) && get(&link).words().contains(told));
        assert!(!text_of(&letter(house, "bob@example.org", 1)).contains(told));
        assert_eq!(house.reason("ada@example.org", COMPANY), "reported_child");
        assert_eq!(press(&link, &[], &[]).status, 200);
        assert_eq!(house.reason("ada@example.org", COMPANY), "clear");
        house.entries();
        web.stop();
    }

    /// Whoever types address after address would stop everybody's mail.
    m_2_4_1_a_network_can_type_some_addresses_in_an_hour_and_no_more(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve();
        let visit = visit_of(&web.url("/child"));
        let report = |address: &str| post(&web.url("/child"), &[("address", address), ("visit", &visit)], &[]);
        let statuses: Vec<u16> = (0..22).map(|number| report(&format!("kid{number}@example.org")).status).collect();
        // The bucket fills by one in three minutes.
        assert!(statuses.starts_with(&[200; 20]) && statuses.ends_with(&[429]), "{statuses:?}");
        let later = report("ada@example.org");
        assert!(later.status == 429 && later.body.contains("report it again later"), "{}", later.body);
        assert_eq!(house.reason("ada@example.org", COMPANY), "clear");
        let link = house.link("ada@example.org", COMPANY);
        assert_eq!(post(&web.url(&link), &[], &[]).status, 200, "no opt-out is ever counted");
        web.stop();
    }

    j8_staff_report_and_no_import_brings_the_address_back(house) {
        house.people(&[("kid@example.org", "yes", "yes")]);
        house.ok(&["child", "report", "kid@example.org", "--by", "ann", "--note", "a parent called"]);
        assert_eq!(house.holding("kid@example.org"), Vec::<String>::new());
        house.ok(&["child", "report", "new@example.org"]);
        let report = house.people(&[("kid@example.org", "yes", "yes"), ("new@example.org", "yes", "yes")]);
        assert_eq!((&report["added"], &report["children"], &report["granted"]), (&0.into(), &1.into(), &0.into()), "{report}");
        assert_eq!(house.holding("@example.org"), Vec::<String>::new());
        assert_eq!(house.reason("new@example.org", COMPANY), "reported_child");
        house.entries();
    }

    j8_rows_below_the_age_are_refused_and_only_a_mark_of_them_is_kept(house) {
        house.people(&[("known@example.org", "yes", "yes")]);
        let rows = "address,source,company,partner,age,birth_date,age_band\n\
                    young@example.org,order,yes,yes,12,,\n\
                    born@example.org,nowhere,yes,yes,,2020-02-29,\n\
                    band@example.org,order,yes,yes,,,under 13\n\
                    known@example.org,order,yes,yes,9,,\n\
                    perhaps@example.org,order,yes,yes,,,0-17\n\
                    odd@example.org,order,yes,yes,old,,\n\
                    adult@example.org,order,yes,yes,44,1982-01-01,35-44\n\
                    silent@example.org,order,yes,yes,,,\n\
                    young@example.org,order,yes,yes,,,\n";
        let file = house.file("ages.csv", rows);
        let dry = house.json(&["import", "recipients", &file, "--dry-run", "--json"]);
        assert_eq!(house.reason("young@example.org", COMPANY), "no_consent", "a dry run writes nothing");
        let report = house.json(&["import", "recipients", &file, "--json"]);
        for report in [&dry, &report] {
            let counts = (&report["rows"], &report["added"], &report["rejected"], &report["children"]);
            assert_eq!(counts, (&9.into(), &2.into(), &6.into(), &1.into()), "{report}");
        }
        assert!(report["errors"][0]["reason"].as_str().unwrap().contains("younger than 13"), "{report}");
        for address in ["young", "born", "band", "known"].map(|name| format!("{name}@example.org")) {
            assert_eq!(house.reason(&address, COMPANY), "reported_child", "{address}");
            assert_eq!(house.holding(&address), Vec::<String>::new());
        }
        for address in ["perhaps", "odd"].map(|name| format!("{name}@example.org")) {
            assert_eq!(house.reason(&address, COMPANY), "no_consent", "{address}");
            assert_eq!(house.holding(&address), Vec::<String>::new());
        }
        assert_eq!(house.reason("adult@example.org", COMPANY), "clear");
        assert_eq!(house.reason("silent@example.org", COMPANY), "clear", "no birth date is asked for to be safe");
        house.set("CONSENTRY_AGE_LIMIT", "16");
        let teen = house.file("teen.csv", "address,source,company,partner,age\nteen@example.org,order,yes,yes,15\n");
        assert!(house.fails(&["import", "recipients", &teen]).1.contains("younger than 16"));
        house.entries();
    }
}
