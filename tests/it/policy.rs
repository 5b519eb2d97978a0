//! A new version of the privacy policy: its notice, its page, and what the gate makes of both (SPEC section 3, rule 4, and
//! section 4).

use std::time::{Duration, Instant};

use serde_json::Value;

use super::support::both_databases;
use super::support::finality::final_when_answered;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Caught, Fault, Latch, Step};
use super::support::web::{get, head, post, press, visit_of};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

impl House {
    /// Publishes a version and returns what was said of it.
    fn publish(&self, more: &[&str]) -> Value {
        let text = self.file("policy.txt", "Our policy.\n\nWe keep little, and {{ name }} is no placeholder here.\n");
        let summary = self.file("summary.txt", "Partner mail may now be about travel.\n\nNothing <else> changes.\n");
        let mut arguments = vec!["policy", "publish", "--text", &text, "--summary", &summary, "--json"];
        arguments.extend(more);
        self.json(&arguments)
    }

    /// Publishes a version with a new use of partner mail that has so long a window, and waits for its notice to be out.
    fn publish_and_tell(&self, window: &str) -> Value {
        let published = self.publish(&["--new-use", "partner", "--window", window]);
        self.wait_finished(&published["campaign"].to_string());
        published
    }

    /// The reason for which a message of the list would be withheld; `clear` where it would not.
    fn why(&self, address: &str, list: &[&str]) -> String {
        let verdict = self.verdict(address, list);
        verdict["reason"].as_str().unwrap_or("clear").to_owned()
    }

    /// The text part of the last notice to `address`, decoded.
    fn notice_to(&self, address: &str) -> String {
        let accepted = self.sink.accepted();
        let to = accepted.iter().rev().filter(|mail| mail.recipients == [address]);
        let text = |mail: &Caught| {
            let parsed = mail_parser::MessageParser::default().parse(&mail.data)?;
            let text = parsed.body_text(0)?.into_owned();
            text.contains("/policy/").then_some(text)
        };
        to.into_iter().find_map(text).unwrap()
    }

    /// The path of the policy link in the last notice to `address`.
    fn policy_link(&self, address: &str) -> String {
        let notice = self.notice_to(address);
        let (_, rest) = notice.split_once("/policy/").unwrap();
        format!("/policy/{}", rest.split_whitespace().next().unwrap())
    }
}

fn answer(url: &str, answer: &str) -> super::support::web::Answer {
    let visit = get(url).between("name=\"visit\" value=\"").unwrap();
    post(url, &[("visit", &visit), ("answer", answer)], &[])
}

both_databases! {
    /// SPEC section 3, rule 4.
    a_new_use_waits_for_the_notice_and_the_window_and_company_mail_goes_on(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "no", "no")]);
        let published = house.publish(&["--new-use", "partner", "--window", "3s"]);
        assert_eq!(published["version"], 2);
        assert_eq!(house.why("ada@example.org", PARTNER), "policy_notice", "nothing has been handed over yet");
        assert_eq!(house.why("ada@example.org", COMPANY), "clear");
        let running = house.serve();
        let standing = house.wait_finished(&published["campaign"].to_string());
        assert_eq!((&standing["stream"], &standing["accepted"]), (&"notice".into(), &2.into()), "whatever mail they chose");
        let begun = Instant::now();
        while house.why("ada@example.org", PARTNER) != "clear" {
            assert!(begun.elapsed() < PATIENCE, "the window never passed");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(house.why("bob@example.org", PARTNER), "opt_out", "silence is no yes");
        running.stop();
    }

    a_no_by_one_post_withholds_a_partner_campaign_by_rule_4(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let link = running.url(&house.policy_link("ada@example.org"));
        let before = house.contents();
        let page = get(&link);
        assert_eq!((page.status, head(&link).status), (200, 200));
        assert!(page.body.contains("Partner mail may now be about travel."), "{}", page.body);
        assert!(page.body.contains("Nothing &#60;else&#62; changes.") && page.body.contains("We keep little"), "{}", page.body);
        assert!(page.body.contains("a•••@e•••.org") && !page.body.contains("ada@example.org"));
        assert_eq!(house.contents()["ledger"], before["ledger"], "looking changes nothing (G6)");
        let declined = answer(&link, "no");
        assert_eq!((declined.status, declined.header("location"), declined.header("set-cookie")), (200, None, None));
        assert!(declined.body.contains("You said no to version 2"), "{}", declined.body);
        for list in [COMPANY, PARTNER] {
            let verdict = house.verdict("ada@example.org", list);
            assert_eq!((&verdict["reason"], &verdict["because"][0]["rule"]), (&"policy_declined".into(), &4.into()));
            assert!(verdict["because"][0]["entry"].is_i64(), "{verdict}");
        }
        let id = house.campaign(PARTNER, "Travel");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["withheld"]["policy_declined"]), (&1.into(), &1.into()));
        let center = house.link("ada@example.org", COMPANY).replace("/u/", "/preferences/");
        let center = get(&running.url(&center));
        assert!(center.body.contains("You said no to version") && center.body.contains("/policy/"), "{}", center.body);
        assert!(answer_again(&link).body.contains("so nothing has changed"), "saying it twice changes nothing");
        let entries = house.entries();
        assert!(answer_again(&link).body.contains("so nothing has changed"));
        assert_eq!(house.entries(), entries, "and writes nothing but who else said it");
        running.stop();
    }

    /// CONFORMANCE N4, I3: as many steps, the same button, nothing ticked.
    n4_saying_no_is_as_easy_as_saying_yes(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("30d");
        let link = running.url(&house.policy_link("ada@example.org"));
        let page = get(&link).body;
        let button = |answer: &str| format!("<button class=\"button\" name=\"answer\" value=\"{answer}\">");
        assert!(page.contains(&button("no")) && page.contains(&button("yes")), "{page}");
        assert!(!page.contains("checked") && !page.contains("<script"), "{page}");
        assert!(answer(&link, "yes").body.contains("You said yes to version 2"));
        let held = house.verdict("ada@example.org", PARTNER);
        assert_eq!(held["reason"], "policy_notice", "a link that may be forwarded ends no window");
        let because = &held["because"][0];
        assert_eq!((&because["rule"], &because["policy_version"]), (&4.into(), &2.into()), "{held}");
        assert!(because["text"].as_str().unwrap().contains("notified"), "{held}");
        let other = running.url(&house.policy_link("bob@example.org"));
        assert!(answer(&other, "no").body.contains("You said no to version 2"));
        let bare = running.url(&house.policy_link("ada@example.org"));
        assert_eq!(post(&bare, &[], &[]).status, 200);
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined", "a POST without an answer says no");
        running.stop();
    }

    /// CONFORMANCE J4.
    the_browsers_privacy_signal_goes_with_the_answer_and_the_page_says_so_before(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let link = running.url(&house.policy_link("ada@example.org"));
        let visit = get(&link).between("name=\"visit\" value=\"").unwrap();
        assert_eq!(house.why("ada@example.org", PARTNER), "clear");
        let answered = post(&link, &[("visit", &visit), ("answer", "yes")], &[("Sec-GPC", "1")]);
        assert!(answered.body.contains("All partner mail is stopped"), "{}", answered.body);
        assert_eq!(house.why("ada@example.org", PARTNER), "opt_out");
        assert_eq!(house.why("ada@example.org", COMPANY), "clear");
        running.stop();
    }

    an_answer_is_taken_back_in_the_same_visit_and_by_no_other_link(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let link = running.url(&house.policy_link("ada@example.org"));
        let visit = get(&link).between("name=\"visit\" value=\"").unwrap();
        let other = visit_of(&link);
        let form = [("visit", visit.as_str()), ("answer", "no")];
        let first = post(&link, &form, &[]);
        let twice = post(&link, &form, &[]);
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined");
        assert!(twice.between("action=\"/policy/undo/").is_some(), "pressed twice is pressed once");
        let undo = first.between("action=\"/policy/undo/").unwrap();
        assert_eq!(post(&running.url(&format!("/u/undo/{undo}")), &[], &[]).status, 404, "it undoes no opt-out");
        let undone = post(&running.url(&format!("/policy/undo/{undo}")), &[], &[]);
        assert_eq!((undone.status, house.why("ada@example.org", COMPANY).as_str()), (200, "clear"));
        assert!(undone.body.contains("Your answer is taken back"), "{}", undone.body);
        let again = post(&running.url(&format!("/policy/undo/{undo}")), &[], &[]);
        assert_eq!(again.status, 200);
        assert_eq!(get(&running.url(&format!("/policy/undo/{undo}"))).status, 404);
        // In one visit a yes takes the no back; in another it does not.
        post(&link, &form, &[]);
        post(&link, &[("visit", &visit), ("answer", "yes")], &[]);
        assert_eq!(house.why("ada@example.org", COMPANY), "clear");
        post(&link, &[("visit", &visit), ("answer", "no")], &[]);
        let yes = post(&link, &[("visit", &other), ("answer", "yes")], &[]);
        assert!(yes.body.contains("Your earlier no still stands"), "{}", yes.body);
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined");
        house.entries();
        running.stop();
    }

    /// G3: both said no by hand; the undo of the one does not take back the other's.
    g3_a_no_to_the_policy_does_not_go_with_somebody_elses_undo(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let link = running.url(&house.policy_link("ada@example.org"));
        let says_no = |visit: &str| post(&link, &[("visit", visit), ("answer", "no")], &[]);
        let own = visit_of(&link);
        let undo = says_no(&visit_of(&link)).between("action=\"/policy/undo/").unwrap();
        assert_eq!(says_no(&own).status, 200);
        let entries = house.entries();
        assert_eq!(says_no(&own).status, 200);
        assert_eq!(house.entries(), entries, "once more says nothing new");
        assert_eq!(post(&running.url(&format!("/policy/undo/{undo}")), &[], &[]).status, 200);
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined");
        running.stop();
    }

    who_joins_under_the_version_is_not_held_and_who_came_with_an_older_consent_is_told_later(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let header = "address,source,company,partner,consented_at\n";
        let old = house.file("old.csv", format!("{header}old@example.org,order,yes,yes,2026-01-02T03:04:05Z\n"));
        let new = house.file("new.csv", format!("{header}new@example.org,order,yes,yes,\n"));
        house.ok(&["import", "recipients", &old]);
        house.ok(&["import", "recipients", &new]);
        assert_eq!(house.why("new@example.org", PARTNER), "clear", "they said yes to this version");
        assert_eq!(house.why("old@example.org", PARTNER), "policy_notice");
        let unreached = house.ok(&["policy", "unreached", "2", "--json"]);
        assert!(unreached.contains("o•••@e•••.org") && unreached.contains("came_later"), "{unreached}");
        assert_eq!(unreached.lines().count(), 1, "{unreached}");
        let again = house.json(&["policy", "notify", "2", "--json"])["campaign"].to_string();
        let standing = house.wait_finished(&again);
        assert_eq!((&standing["audience"], &standing["accepted"]), (&1.into(), &1.into()), "nobody is told twice");
        assert_eq!(house.why("old@example.org", PARTNER), "clear");
        assert_eq!(house.ok(&["policy", "unreached", "2", "--json"]), "");
        running.stop();
    }

    who_cannot_be_reached_is_listed_and_stays_as_before(house) {
        house.people(&[
            ("ada@example.org", "yes", "yes"),
            ("gone@example.org", "yes", "yes"),
            ("full@example.org", "yes", "yes"),
            ("quiet@example.org", "yes", "yes"),
            ("erased@example.org", "yes", "yes"),
        ]);
        house.ok(&["suppress", "add", "quiet@example.org"]);
        house.sql("UPDATE recipients SET address = NULL, name = NULL, erased_at = 1 WHERE address LIKE 'erased%'").unwrap();
        house.sink.when(Step::Rcpt).recipient("gone@example.org").then(Fault::reply("550 5.1.1 no such user"));
        house.sink.when(Step::Rcpt).recipient("full@example.org").then(Fault::reply("550 5.2.2 mailbox full"));
        let running = house.serve();
        house.publish_and_tell("0s");
        let list = house.ok(&["policy", "unreached", "2", "--addresses", "--json"]);
        let people: Vec<Value> = list.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut found: Vec<_> = people.iter().map(|one| (one["address"].as_str().unwrap(), one["why"].as_str().unwrap())).collect();
        found.sort_unstable();
        let expected =
            [("full@example.org", "rejected"), ("gone@example.org", "bounced"), ("quiet@example.org", "suppressed")];
        assert_eq!(found, expected);
        assert!(!house.ok(&["policy", "unreached", "2"]).contains("full@"), "masked unless asked for");
        assert_eq!(house.why("full@example.org", PARTNER), "policy_notice");
        assert_eq!(house.why("ada@example.org", PARTNER), "clear");
        running.stop();
    }

    a_second_version_lifts_no_no_and_its_notice_is_not_the_firsts(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let old = running.url(&house.policy_link("ada@example.org"));
        answer(&old, "no");
        let third = house.publish(&[]);
        house.wait_finished(&third["campaign"].to_string());
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined");
        assert_eq!(house.why("bob@example.org", PARTNER), "clear");
        assert_eq!(get(&old).status, 200, "an old link works after later versions");
        assert!(get(&old).body.contains("newer version"));
        let bobs = running.url(&house.policy_link("bob@example.org"));
        assert_ne!(bobs.len(), 0);
        answer(&bobs, "no");
        assert_eq!(house.why("bob@example.org", PARTNER), "policy_declined");
        let all = house.json(&["policy", "list", "--json"]);
        let in_force: Vec<_> = all.as_array().unwrap().iter().map(|one| one["in_force"].as_bool().unwrap()).collect();
        assert_eq!(in_force, [false, false, true]);
        house.entries();
        running.stop();
    }

    a_version_to_come_holds_nothing_and_a_no_to_it_counts_at_once(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let running = house.serve();
        let published = house.publish(&["--new-use", "partner", "--effective", "2999-01-01"]);
        house.wait_finished(&published["campaign"].to_string());
        assert_eq!(house.why("ada@example.org", PARTNER), "clear");
        assert_eq!(house.verdict("ada@example.org", PARTNER)["because"][0]["policy_version"], 1);
        let link = running.url(&house.policy_link("ada@example.org"));
        assert!(get(&link).body.contains("1 January 2999"));
        answer(&link, "no");
        assert_eq!(house.why("ada@example.org", PARTNER), "policy_declined");
        assert_eq!(house.why("bob@example.org", PARTNER), "clear");
        running.stop();
    }

    the_notice_is_no_advertising_and_speaks_the_language_that_is_set(house) {
        house.set("CONSENTRY_FROM_SERVICE", "Harbour Books <service@harbour.example>");
        let rows = "address,source,company,partner,locale\nada@example.org,order,yes,yes,de\nbob@example.org,order,no,no,\n";
        let file = house.file("people.csv", rows);
        house.ok(&["import", "recipients", &file]);
        std::fs::create_dir(house.folder().join("summaries")).unwrap();
        house.file("summaries/de.txt", "Partnerpost darf jetzt auch von Reisen handeln.\n");
        let folder = house.folder().join("summaries").to_str().unwrap().to_owned();
        let running = house.serve();
        let published = house.publish(&["--new-use", "partner", "--summaries", &folder]);
        house.wait_finished(&published["campaign"].to_string());
        assert!(house.notice_to("ada@example.org").contains("Partnerpost darf jetzt"));
        let bobs = house.notice_to("bob@example.org");
        assert!(bobs.contains("Partner mail may now be about travel.") && bobs.contains("Nothing <else> changes."), "{bobs}");
        for mail in house.sink.accepted() {
            let mail = String::from_utf8(mail.data).unwrap();
            let (head, _) = mail.split_once("\r\n\r\n").unwrap();
            assert!(!head.contains("List-") && head.contains("service@harbour.example"), "{head}");
            let parsed = mail_parser::MessageParser::default().parse(&mail).unwrap();
            let html = parsed.body_html(0).unwrap();
            assert!(html.contains("<meta charset=\"utf-8\">") && html.contains("</title>"), "{html}");
        }
        let link = running.url(&house.policy_link("ada@example.org"));
        assert!(get(&link).body.contains("Partnerpost darf jetzt"));
        running.stop();
    }

    what_was_published_stays_as_it_was(house) {
        house.publish(&[]);
        assert!(house.sql("UPDATE policies SET text = 'other' WHERE version = 2").is_err());
        assert!(house.sql("DELETE FROM policy_summaries").is_err());
        assert!(house.sql("DELETE FROM policies WHERE version = 2").is_err());
        let shown = house.json(&["policy", "show", "2", "--json"]);
        assert!(shown["text"].as_str().unwrap().contains("We keep little"), "{shown}");
        assert_eq!(house.fails(&["policy", "unreached", "1"]).0, 1);
        assert_eq!(house.fails(&["policy", "show", "7"]).0, 1);
        let empty = house.file("empty.txt", " \n");
        assert_eq!(house.fails(&["policy", "publish", "--text", &empty, "--summary", &empty]).0, 65);
    }
}

both_databases! {
    /// G11: a link that was mailed to the person lifts their no, for what they ask for and for nothing else.
    g11_who_said_no_gets_mail_again_by_signing_up_and_confirming_it(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        house.publish_and_tell("0s");
        let link = running.url(&house.policy_link("ada@example.org"));
        answer(&link, "no");
        assert!(get(&link).body.contains("href=\"/signup\""), "the page says how");
        let form = [("language", "en"), ("address", "ada@example.org"), ("name", ""), ("age", "over"), ("want", "company")];
        assert_eq!(post(&running.url("/signup"), &form, &[]).status, 200);
        assert_eq!(house.why("ada@example.org", COMPANY), "policy_declined", "asking alone lifts nothing");
        let letter = house.sink.wait_for(2, PATIENCE).remove(1);
        let parsed = mail_parser::MessageParser::default().parse(&letter.data).unwrap();
        let text = parsed.body_text(0).unwrap().into_owned();
        let (_, rest) = text.split_once("/signup/").unwrap();
        let confirm = running.url(&format!("/signup/{}", rest.split_whitespace().next().unwrap()));
        assert_eq!(press(&confirm, &[], &[]).status, 200);
        assert_eq!(house.why("ada@example.org", COMPANY), "clear");
        assert_eq!(house.why("ada@example.org", PARTNER), "opt_out", "they asked for company mail only");
        // Her no is taken back; an answer that she did not give is nowhere.
        let page = get(&link).body;
        assert!(!page.contains("You said"), "{page}");
        let said = "SELECT decision AS value FROM ledger WHERE decision IN ('declined', 'undone', 'accepted') ORDER BY seq";
        assert_eq!(house.texts(said), ["declined", "undone"]);
        house.entries();
        running.stop();
    }

    /// A message in either stream is covered: the page is served by one node, the message is on its way at another.
    g3_a_no_waits_for_the_message_that_is_on_its_way_at_another_node(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let sender = house.serve_with(&["--only", "sender"]);
        house.publish_and_tell("0s");
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let before = house.sink.reached(Step::FinalDot);
        let id = house.campaign(COMPANY, "On its way");
        house.sink.wait_for_step(Step::FinalDot, before + 1, PATIENCE);
        let link = web.url(&house.policy_link("ada@example.org"));
        let (answer, named) = final_when_answered(house, &latch, || answer_again(&link));
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body.contains("On its way"), named, "what has come to its end is not on its way any more");
        assert_eq!(house.wait_finished(&id)["accepted"], 1);
        sender.stop();
        web.stop();
    }

    two_nodes_give_each_person_notice_once_and_a_kill_loses_none(house) {
        let crowd = house.crowd(300);
        house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(3)));
        let first = house.serve();
        let second = house.serve_with(&["--only", "sender"]);
        let published = house.publish(&["--new-use", "partner", "--window", "0s"]);
        let id = published["campaign"].to_string();
        house.wait_until(&id, |standing| standing["accepted"].as_i64().unwrap() > 50);
        second.kill_9();
        let standing = house.wait_finished(&id);
        let (accepted, in_doubt) = (standing["accepted"].as_i64().unwrap(), standing["in_doubt"].as_i64().unwrap());
        assert_eq!(accepted + in_doubt, 300, "{standing}");
        let noted = house.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM ledger WHERE decision = 'notified'");
        assert_eq!(noted, [accepted.to_string()], "an entry for every notice that the relay took");
        let people = house.texts("SELECT CAST(COUNT(DISTINCT recipient_id) AS TEXT) AS value FROM ledger WHERE decision = 'notified'");
        assert_eq!(people, noted);
        let unreached = house.ok(&["policy", "unreached", "2", "--json"]);
        assert_eq!(i64::try_from(unreached.lines().count()).unwrap(), in_doubt);
        assert!(unreached.lines().all(|line| line.contains("in_doubt")), "{unreached}");
        let clear = crowd.iter().filter(|address| house.why(address, PARTNER) == "clear").take(3).count();
        assert_eq!(clear, 3);
        house.entries();
        first.stop();
    }

    entries_carry_the_version_that_was_published_when_they_happened(house) {
        let header = "address,source,company,partner,consented_at\n";
        let row = |name: &str, at: &str| format!("{header}{name}@example.org,order,yes,no,{at}\n");
        let import = |name: &str, at: &str| house.ok(&["import", "recipients", &house.file("row.csv", row(name, at))]);
        import("before", "");
        house.publish(&[]);
        import("between", "");
        house.publish(&[]);
        import("after", "");
        import("late", "2026-01-02");
        let versions = "SELECT DISTINCT SUBSTR(r.address, 1, 6) || CAST(l.policy_version AS TEXT) AS value \
                        FROM ledger l JOIN recipients r ON r.id = l.recipient_id ORDER BY 1";
        assert_eq!(house.texts(versions), ["after@3", "before1", "betwee2", "late@e1"]);
        house.entries();
    }
}

fn answer_again(link: &str) -> super::support::web::Answer {
    post(link, &[("answer", "no")], &[])
}
