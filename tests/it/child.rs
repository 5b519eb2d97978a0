//! Children: reporting an address, and refusing rows by age (SPEC section 4, CONFORMANCE J8).

use super::data::VISIT;
use super::support::both_databases;
use super::support::house::House;
use super::support::web::{get, head, post};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

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

both_databases! {
    j8_a_report_by_link_stops_promotional_mail_and_erases(house) {
        house.people(&[("kid@example.org", "yes", "yes"), ("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let token = house.link("kid@example.org", COMPANY).replace("/u/", "");
        let link = web.url(&format!("/child/{token}"));
        let before = house.contents();
        let page = get(&link);
        assert_eq!((page.status, head(&link).status), (200, 200));
        assert!(page.body.contains("k•••@e•••.org") && page.body.contains("cannot be undone"), "{}", page.body);
        assert_eq!(house.contents(), before, "looking changes nothing (G6)");
        assert!(!house.holding("kid@example.org").is_empty());
        let done = post(&link, &[VISIT], &[]);
        assert!(done.status == 200 && done.body.contains("k•••@e•••.org"), "{}", done.body);
        assert_eq!(house.holding("kid@example.org"), Vec::<String>::new());
        for list in [COMPANY, PARTNER] {
            assert_eq!(house.reason("kid@example.org", list), "reported_child");
            assert_eq!(house.reason("ada@example.org", list), "clear");
        }
        let entries = house.entries();
        assert!(post(&link, &[VISIT], &[]).body.contains("reported before"));
        assert_eq!(house.entries(), entries);
        assert_eq!(post(&web.url("/child/x"), &[VISIT], &[]).status, 404);
        web.stop();
    }

    j8_a_typed_address_gets_the_same_answer_whether_or_not_it_is_known_and_erases_nothing(house) {
        house.people(&[("kid@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let form = web.url("/child");
        assert_eq!((get(&form).status, head(&form).status), (200, 200));
        let answers = ["kid@example.org", "nobody@example.org"].map(|address| post(&form, &[("address", address), VISIT], &[]));
        assert_eq!((answers[0].status, &answers[0].body), (200, &answers[1].body));
        for address in ["kid@example.org", "nobody@example.org"] {
            assert_eq!(house.reason(address, PARTNER), "reported_child");
        }
        assert!(!house.holding("kid@example.org").is_empty(), "an address that anybody can type proves nothing");
        assert_eq!(house.holding("nobody@example.org"), Vec::<String>::new());
        let bad = post(&form, &[("address", "no address"), VISIT], &[]);
        assert!(bad.status == 422 && bad.body.contains("not an e-mail address"), "{}", bad.body);
        web.stop();
    }

    /// Whoever types address after address would stop everybody's mail.
    m_2_4_1_a_network_can_type_some_addresses_in_an_hour_and_no_more(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve();
        let report = |address: &str| post(&web.url("/child"), &[("address", address), VISIT], &[]);
        let statuses: Vec<u16> = (0..22).map(|number| report(&format!("kid{number}@example.org")).status).collect();
        // The bucket fills by one in three minutes.
        assert!(statuses.starts_with(&[200; 20]) && statuses.ends_with(&[429]), "{statuses:?}");
        let later = report("ada@example.org");
        assert!(later.status == 429 && later.body.contains("in an hour"), "{}", later.body);
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
