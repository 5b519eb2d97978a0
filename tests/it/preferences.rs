//! The preference page: choosing less in one step, asking for more, and undoing exactly what was done.

use super::support::both_databases;
use super::support::house::{House, Running};
use super::support::web::{Answer, get, head, post};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const ADA: &str = "ada@example.org";

/// Ada's preference page in her browser.
struct Page<'a> {
    house: &'a House,
    web: &'a Running,
    url: String,
}

impl<'a> Page<'a> {
    fn of(house: &'a House, web: &'a Running) -> Self {
        let link = web.url(&house.link(ADA, COMPANY));
        let token = get(&link).between("href=\"/preferences/").unwrap();
        Self { house, web, url: web.url(&format!("/preferences/{token}")) }
    }

    /// Opens the page, and saves it with these fields beside the two radio buttons, which say yes.
    fn saves(&self, fields: &[(&str, &str)]) -> Answer {
        self.saves_with(fields, &[])
    }

    fn saves_with(&self, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let visit = get(&self.url).between("name=\"visit\" value=\"").unwrap();
        let mut form = vec![("visit", visit.as_str())];
        form.extend(fields);
        for radio in ["company", "partner"] {
            if !fields.iter().any(|(name, _)| *name == radio) {
                form.push((radio, "yes"));
            }
        }
        post(&self.url, &form, headers)
    }

    fn undoes(&self, saved: &Answer) -> Answer {
        let undo = saved.between("action=\"/u/undo/").expect("undo is offered");
        post(&self.web.url(&format!("/u/undo/{undo}")), &[], &[])
    }

    fn reason(&self, list: &[&str]) -> String {
        let verdict = self.house.verdict(ADA, list);
        verdict["reason"].as_str().unwrap_or("clear").to_owned()
    }

    fn entries(&self) -> i64 {
        self.house.json(&["ledger", "verify", "--json"])["entries"].as_i64().unwrap()
    }
}

both_databases! {
    ada_takes_a_break_from_everything_and_takes_that_back(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let saved = page.saves(&[("pause", "30"), ("pause_what", "everything")]);
        assert!(saved.words().contains("Company mail and partner mail pause until"), "{}", saved.body);
        assert!(!saved.body.contains("Company mail that is still on."), "nothing comes during the break");
        for list in [COMPANY, PARTNER] {
            assert_eq!(page.reason(list), "snoozed");
        }
        assert!(get(&page.url).words().contains("Paused until"));
        assert_eq!(page.undoes(&saved).status, 200);
        for list in [COMPANY, PARTNER] {
            assert_eq!(page.reason(list), "clear");
        }
        assert!(!get(&page.url).words().contains("Paused until"));
        web.stop();
    }

    a_longer_break_of_one_stream_is_undone_to_the_shorter_one_and_none_is_ever_made_shorter(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        page.saves(&[("pause", "30"), ("pause_what", "partner")]);
        let until = |body: &str| body.split("Paused until ").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let first = until(&get(&page.url).words());
        let longer = page.saves(&[("pause", "90"), ("pause_what", "partner")]);
        assert_ne!(until(&get(&page.url).words()), first);
        let shorter = page.saves(&[("pause", "60"), ("pause_what", "partner")]);
        assert!(shorter.body.contains("Nothing has changed"), "an end that comes sooner would be more mail");
        assert_eq!(page.undoes(&longer).status, 200);
        assert_eq!(until(&get(&page.url).words()), first);
        assert_eq!((page.reason(PARTNER), page.reason(COMPANY)), ("snoozed".to_owned(), "clear".to_owned()));
        web.stop();
    }

    a_button_pressed_twice_is_one_act_with_one_undo(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let visit = get(&page.url).between("name=\"visit\" value=\"").unwrap();
        let form = [("visit", visit.as_str()), ("company", "no"), ("partner", "yes"), ("pause", "30"), ("cap", "2")];
        let before = page.entries();
        let first = post(&page.url, &form, &[]);
        let second = post(&page.url, &form, &[]);
        assert_eq!(page.entries(), before + 3, "a withdrawal, a break and a limit");
        for saved in [&first, &second] {
            let words = saved.words();
            for told in ["All company mail", "pause until", "at most 2 promotional messages"] {
                assert!(words.contains(told), "{told}: {words}");
            }
        }
        assert_eq!(page.undoes(&second).status, 200);
        assert_eq!((page.reason(COMPANY).as_str(), page.reason(PARTNER).as_str()), ("clear", "clear"));
        assert_eq!(page.undoes(&first).status, 200, "undone is undone");
        assert_eq!(page.entries(), before + 6);
        web.stop();
    }

    /// SPEC section 3, rule 6: the recipient's own number counts where it is the smaller one.
    a_limit_of_one_message_a_week_acts_at_once_and_is_not_raised_by_the_page(house) {
        house.people(&[(ADA, "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let web = house.serve();
        let page = Page::of(house, &web);
        house.wait_finished(&house.campaign(COMPANY, "First"));
        assert_eq!(page.reason(COMPANY), "clear");
        let saved = page.saves(&[("cap", "1"), ("cap_shown", "")]);
        assert!(saved.words().contains("You get at most 1 promotional message in 7 days."), "{}", saved.body);
        assert_eq!(page.reason(COMPANY), "frequency_cap");
        assert_eq!(house.verdict("bob@example.org", COMPANY)["verdict"], "clear", "nobody else is limited");
        for more in ["7", ""] {
            let asked = page.saves(&[("cap", more), ("cap_shown", "1")]);
            assert!(asked.body.contains("More mail takes one more step"), "{}", asked.body);
            assert_eq!(page.reason(COMPANY), "frequency_cap");
        }
        assert_eq!(page.undoes(&saved).status, 200);
        assert_eq!(page.reason(COMPANY), "clear");
        web.stop();
    }

    the_operators_limit_holds_where_it_is_the_smaller_one(house) {
        house.set("CONSENTRY_WEEKLY_CAP", "1");
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let page = Page::of(house, &web);
        page.saves(&[("cap", "5"), ("cap_shown", "")]);
        house.wait_finished(&house.campaign(COMPANY, "First"));
        assert_eq!(page.reason(COMPANY), "frequency_cap");
        web.stop();
    }

    ada_reads_german_from_now_on_and_takes_that_back(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let unchanged = page.saves(&[("language", "en"), ("language_shown", "en")]);
        assert!(unchanged.body.contains("Nothing has changed"));
        let saved = page.saves(&[("language", "de"), ("language_shown", "en")]);
        assert!(saved.body.contains("<html lang=\"de\" dir=\"ltr\">"), "the answer speaks it already");
        assert!(get(&page.url).body.contains("<html lang=\"de\""));
        let undone = page.undoes(&saved);
        assert!(undone.body.contains("<html lang=\"en\""));
        assert!(get(&page.url).body.contains("<html lang=\"en\""));
        let nonsense = page.saves(&[("language", "en-XA"), ("language_shown", "en")]);
        assert!(nonsense.body.contains("Nothing has changed"), "only what is offered can be chosen");
        web.stop();
    }

    /// SPEC section 4: who holds a forwarded message can stop mail, undo that in the visit, and nothing else.
    no_form_of_the_page_turns_anything_on(house) {
        house.ok(&["topic", "add", "Offers"]);
        house.ok(&["partner", "add", "Acme"]);
        house.people(&[(ADA, "no", "no")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let (offers, acme) = (["--stream", "company", "--topic", "Offers"], ["--stream", "partner", "--partner", "Acme"]);
        let id = |field: &str| get(&page.url).between(&format!("name=\"{field}\" value=\"")).unwrap();
        let (topic, partner) = (id("topic"), id("from_partner"));
        let before = page.entries();
        let asked = page.saves(&[
            ("company_shown", "no"),
            ("partner_shown", "no"),
            ("topic", &topic),
            ("from_partner", &partner),
        ]);
        assert_eq!(asked.status, 200);
        let words = asked.words();
        for told in ["More mail takes one more step", "All company mail", "All partner mail", "“Offers”", "Mail from Acme"] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!words.contains("Your choices are saved"), "{words}");
        assert!(asked.between("action=\"/u/undo/").is_none());
        for list in [COMPANY, PARTNER, &offers, &acme] {
            assert_ne!(house.verdict(ADA, list)["verdict"], "clear");
        }
        assert_eq!(page.entries(), before);
        web.stop();
    }

    what_was_off_and_is_left_so_is_no_act_and_one_partner_can_be_asked_for_beside_it(house) {
        house.ok(&["partner", "add", "Acme"]);
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let before = page.entries();
        let left = [("partner", "no"), ("partner_shown", "no")];
        let unchanged = page.saves(&left);
        assert!(unchanged.body.contains("Nothing has changed"), "{}", unchanged.body);
        let partner = get(&page.url).between("name=\"from_partner\" value=\"").unwrap();
        let asked = page.saves(&[&left[..], &[("from_partner", partner.as_str())]].concat());
        assert!(asked.words().contains("Mail from Acme"), "{}", asked.body);
        assert_eq!(page.entries(), before);
        let stale = page.saves(&[("company", "no"), ("company_shown", "no")]);
        assert!(stale.words().contains("All company mail"), "a page from before it came on");
        assert_eq!(page.reason(COMPANY), "opt_out");
        web.stop();
    }

    /// A form of somebody's own names lists that there are not, and one of them three thousand times.
    ids_that_nobody_was_shown_write_nothing(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let page = Page::of(house, &web);
        let before = house.entries();
        let ids: Vec<_> = (0..1000).map(|number| (9_000_000 + number - 500).to_string()).collect();
        let mut fields = vec![("company", "yes"), ("company_shown", "yes"), ("partner", "yes"), ("partner_shown", "yes")];
        fields.extend(ids.iter().map(|id| ("topic_shown", id.as_str())));
        fields.extend(ids.iter().map(|id| ("from_partner_shown", id.as_str())));
        let saved = post(&page.url, &fields, &[]);
        assert!(saved.words().contains("Nothing"), "{}", saved.body);
        assert_eq!(house.entries(), before);
        web.stop();
    }

    undo_leaves_in_force_what_stood_before_the_act(house) {
        house.people(&[(ADA, "yes", "yes")]);
        house.ok(&["suppress", "add", ADA, "--scope", "company", "--reason", "opt_out"]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        assert_eq!(page.reason(COMPANY), "opt_out");
        let saved = page.saves(&[("stop", "everything")]);
        assert_eq!(page.undoes(&saved).status, 200);
        assert_eq!((page.reason(COMPANY).as_str(), page.reason(PARTNER).as_str()), ("opt_out", "clear"));
        let stopped = page.saves(&[("company", "no")]);
        page.undoes(&stopped);
        assert_eq!(page.reason(COMPANY), "opt_out");
        web.stop();
    }

    an_opt_out_over_one_that_has_run_out_is_undone_too(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let bar = ["suppress", "add", ADA, "--scope", "company", "--reason", "opt_out", "--expires-at", "2020-01-01"];
        house.ok(&bar);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let saved = page.saves(&[("company", "no")]);
        assert_eq!(page.reason(COMPANY), "opt_out");
        page.undoes(&saved);
        assert_eq!(page.reason(COMPANY), "clear");
        web.stop();
    }

    /// CONFORMANCE J4: whatever is saved, and it is not undone with the rest.
    the_browsers_signal_turns_partner_mail_off_with_a_break_and_the_undo_leaves_it_off(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let saved = page.saves_with(&[("pause", "30"), ("pause_what", "company")], &[("Sec-GPC", "1")]);
        assert!(saved.words().contains("Company mail pauses until"));
        assert!(saved.words().contains("All partner mail is stopped, because your browser asks"));
        let undo = saved.between("action=\"/u/undo/").unwrap();
        let undone = post(&web.url(&format!("/u/undo/{undo}")), &[], &[("Sec-GPC", "1")]);
        assert!(undone.words().contains("Company mail pauses no longer than before."), "{}", undone.body);
        assert_eq!((page.reason(COMPANY).as_str(), page.reason(PARTNER).as_str()), ("clear", "opt_out"));
        web.stop();
    }

    /// CONFORMANCE I1, G12: since when, from where, under which words, in force or not, and what bars mail besides.
    the_page_says_what_we_hold_and_what_bars_mail(house) {
        house.people(&[(ADA, "yes", "no")]);
        house.ok(&["suppress", "add", ADA, "--scope", "partner", "--reason", "complaint"]);
        house.ok(&["suppress", "add", "example.org", "--scope", "partner", "--reason", "staff"]);
        let web = house.serve_with(&["--only", "web"]);
        let page = get(&Page::of(house, &web).url);
        let words = page.words();
        for told in [
            "2 January 2026, 03:04 UTC",
            "When registering",
            "Yes please",
            "Version 1",
            "Your mail provider told us that a message was not wanted.",
            "We do not send to addresses of this provider.",
            "This holds back partner mail since",
            "a•••@e•••.org",
        ] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!words.contains(ADA));
        web.stop();
    }

    /// CONFORMANCE N1, A9.
    looking_at_the_page_changes_nothing_however_often(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let page = Page::of(house, &web);
        let before = house.ok(&["ledger", "verify", "--json"]);
        for query in ["", "?company=no&partner=no&stop=everything", "?pause=90&cap=1&language=de"] {
            assert_eq!(get(&format!("{}{query}", page.url)).status, 200);
            assert_eq!(head(&format!("{}{query}", page.url)).status, 200);
        }
        assert_eq!(house.ok(&["ledger", "verify", "--json"]), before);
        assert_eq!((page.reason(COMPANY).as_str(), page.reason(PARTNER).as_str()), ("clear", "clear"));
        web.stop();
    }
}
