//! What machines do with a mail before anybody reads it: fetch every link, run what the pages bring, follow where they
//! lead. Nothing may come of it, and the person's own click must work afterwards.

use std::collections::BTreeSet;

use super::pages::{SAY_NO, STOP_LIST};
use super::stage::{ACME, COMPANY, PARTNER, TOPIC, links, publish};
use crate::support::both_databases;
use crate::support::browser::Browser;
use crate::support::house::{House, PATIENCE, Running};
use crate::support::web::{agent, one_click, post, press, send};

/// More pages than there are behind the links of one mail.
const MANY: usize = 500;

/// Where a page leads: its links, its pictures and styles, and the targets of its forms, for scanners that know no better.
fn leads_to(page: &str) -> Vec<String> {
    let attributes = ["href=\"/", "src=\"/", "action=\"/"].into_iter();
    let found = attributes.flat_map(|before| page.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()));
    found.map(|path| format!("/{path}")).collect()
}

/// Fetches everything that can be reached, twice over, by GET and by HEAD; returns what there was.
fn scan(web: &Running, mut ahead: Vec<String>) -> BTreeSet<String> {
    let agent = agent();
    let mut seen = BTreeSet::new();
    while let Some(path) = ahead.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        assert!(seen.len() < MANY, "{seen:?}");
        for _ in 0..2 {
            let head = send(agent.head(web.url(&path)).call());
            let page = send(agent.get(web.url(&path)).header("Purpose", "prefetch").call());
            assert_eq!(head.status, page.status, "{path}");
            assert!(page.status < 500, "{path}: {}", page.status);
            ahead.extend(leads_to(&page.body));
        }
    }
    seen
}

/// Every kind of mail that a house sends to people, all of it to each of them; returns the lists that can be left.
fn send_every_kind(house: &House) -> Vec<&'static [&'static str]> {
    house.ok(&["topic", "add", "Weekly offers"]);
    house.ok(&["partner", "add", "Acme Travel"]);
    house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
    let running = house.serve();
    let lists = vec![COMPANY, TOPIC, PARTNER, ACME];
    let sent: Vec<_> = lists.iter().map(|list| house.campaign(list, "News")).collect();
    for campaign in &sent {
        assert_eq!(house.wait_finished(campaign)["accepted"], 2);
    }
    publish(house);
    let before = house.sink.accepted().len();
    let form = [("language", "en"), ("address", "new@example.org"), ("name", ""), ("age", "over"), ("want", "company")];
    assert_eq!(post(&running.url("/signup"), &form, &[]).status, 200);
    house.sink.wait_for(before + 1, PATIENCE);
    running.stop();
    lists
}

both_databases! {
    /// G6, CONFORMANCE A9, N1, N2: every table is the same before and after.
    n1_n2_scanners_fetch_run_and_follow_everything_and_change_nothing(house) {
        let lists = send_every_kind(house);
        let web = house.serve_with(&["--only", "web"]);
        let mails = house.sink.accepted();
        let before = house.contents();
        let links: BTreeSet<_> = mails.iter().flat_map(links).collect();
        assert!(mails.iter().all(|mail| !self::links(mail).is_empty()));
        assert!(links.len() > 2 * lists.len(), "{links:?}");
        let reached = scan(&web, links.iter().cloned().collect());
        assert!(reached.iter().any(|path| path.starts_with("/preferences/")) && reached.contains("/help"));
        let browser = Browser::start();
        for path in &reached {
            browser.open(&web.url(path));
        }
        assert!(house.contents() == before, "the database is not what it was before");

        // The person's own clicks: Ada's by her mail provider, Bob's on the page, each list by the link of its own mail.
        for mail in &mails {
            let own = self::links(mail);
            let link = |place: &str| own.iter().find(|path| path.starts_with(place)).map(|path| web.url(path));
            match (mail.recipients == ["ada@example.org"], link("/u/"), link("/policy/")) {
                (true, Some(link), _) => assert_eq!(one_click(&link).status, 200),
                (true, None, Some(policy)) => assert_eq!(post(&policy, &[("answer", "no")], &[]).status, 200),
                (false, Some(link), _) => {
                    browser.open(&link);
                    // Who has left all company mail has left the topic too, and is told so.
                    if browser.has(STOP_LIST) {
                        browser.follow(STOP_LIST);
                    }
                }
                (false, None, Some(policy)) => {
                    browser.open(&policy);
                    browser.follow(SAY_NO);
                    browser.open(&policy);
                    assert!(!browser.has(SAY_NO), "the no is recorded");
                }
                (_, None, None) if mail.recipients == ["new@example.org"] => {
                    let confirm = link("/signup/").unwrap();
                    assert_eq!(press(&confirm, &[], &[]).status, 200, "looking at it has not used it up");
                    assert_eq!(house.verdict("new@example.org", COMPANY)["verdict"], "clear");
                }
                (_, None, None) => panic!("a mail without a way out: {own:?}"),
            }
        }
        for list in lists {
            for person in ["ada@example.org", "bob@example.org"] {
                assert_eq!(house.verdict(person, list)["reason"], "opt_out", "{list:?}");
            }
        }
        web.stop();
    }
}
