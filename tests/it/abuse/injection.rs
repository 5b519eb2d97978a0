//! Names and subjects that want to be markup or header fields.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use mail_parser::MessageParser;

use crate::support::both_databases;
use crate::support::smtp_sink::Caught;
use crate::support::web::{get, post};

const PATIENCE: Duration = Duration::from_mins(1);

/// Texts that break out where they are written as they are.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</title><h1>Free",
    "&lt;b&gt; &amp; {{ first_name }} {% raw %}",
    "javascript:alert(1)",
];
/// Texts that end a header field where they are written as they are.
const LINES: &[&str] =
    &["Ada\r\nBcc: eve@evil.example", "Ada\nSubject: Free", "Ada\rX: y", "Ada\0", "Ada\u{b}B", "Ada\u{85}B"];
/// Texts that a careless writer of addresses takes for addresses.
const ADDRESSES: &[&str] = &[
    "Ada\" <eve@evil.example>, \"",
    "Ada <eve@evil.example>, Bob",
    "(comment) Ada; Bob: group;",
    "=?utf-8?q?Ada=0D=0ABcc:_eve@evil.example?=",
    "Ada \\",
    "Ada\u{200d}A",
];

/// Every field that a campaign message of ours has, in small letters.
fn fields(caught: &Caught) -> Vec<String> {
    let text = String::from_utf8_lossy(&caught.data).into_owned();
    let head = text.split("\r\n\r\n").next().unwrap().to_owned();
    let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap().to_ascii_lowercase()).collect()
}

/// The message goes to one mailbox, has no field twice or that others have not, and is still ours.
fn assert_clean(caught: &Caught, usual: &BTreeSet<String>, address: &str) {
    let fields = fields(caught);
    let all: BTreeSet<_> = fields.iter().cloned().collect();
    assert_eq!(all.len(), fields.len(), "{fields:?}");
    assert_eq!(&all, usual);
    let text = String::from_utf8_lossy(&caught.data);
    assert!(!text.replace("\r\n", "").contains(['\r', '\n', '\0']), "{text}");
    let message = MessageParser::default().parse(&caught.data).unwrap();
    let to: Vec<_> = message.to().unwrap().iter().filter_map(|to| to.address()).collect();
    assert_eq!(to, [address]);
    let from: Vec<_> = message.from().unwrap().iter().filter_map(|from| from.address()).collect();
    assert!(from == ["news@harbour.example"] || from == ["partners@harbour.example"], "{from:?}");
    assert_eq!(caught.recipients, [address]);
}

/// A CSV field.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

both_databases! {
    /// CONFORMANCE B5: through the import and out again.
    b5_no_name_of_a_person_becomes_a_header_field_an_address_or_markup(house) {
        let hostile: Vec<_> = MARKUP.iter().chain(LINES).chain(ADDRESSES).chain(&["Ada\u{202e}B"]).collect();
        let mut csv = String::from("address,name,source,company,partner\nplain@example.org,Plain,order,yes,yes\n");
        for (number, name) in hostile.iter().enumerate() {
            writeln!(csv, "p{number}@example.org,{},order,yes,yes", quoted(name)).unwrap();
        }
        let file = house.file("people.csv", csv);
        let report = house.json(&["import", "recipients", &file, "--json"]);
        let running = house.serve();
        let campaign = house.campaign(&["--stream", "company"], "News");
        house.wait_finished(&campaign);
        let caught = house.sink.accepted();
        let to = |address: &str| caught.iter().find(|caught| caught.recipients == [address]);
        let plain = to("plain@example.org").unwrap();
        let usual: BTreeSet<_> = fields(plain).into_iter().collect();
        let mut met = 0;
        for (number, name) in hostile.iter().enumerate() {
            let address = format!("p{number}@example.org");
            // A row with a name that no header can hold is left out, or the name is made harmless; never written as it is.
            let Some(caught) = to(&address) else { continue };
            met += 1;
            assert_clean(caught, &usual, &address);
            let message = MessageParser::default().parse(&caught.data).unwrap();
            let html = message.body_html(0).unwrap();
            assert!(!html.contains(**name) || !name.contains('<'), "{name:?} in {html}");
        }
        assert!(met >= MARKUP.len() + ADDRESSES.len(), "{report}");
        assert_eq!(house.sink.accepted().len(), met + 1);
        running.stop();
    }

    /// CONFORMANCE B5: what staff write is refused at once where a header cannot hold it.
    b5_no_subject_and_no_name_of_a_list_holds_a_line_break(house) {
        let (text, html) = (house.file("body.txt", "Hello"), house.file("body.html", "<p>Hello</p>"));
        let before = house.contents();
        for list in ["topic", "partner"] {
            house.fails(&[list, "add", "turned \u{202e}around"]);
        }
        for line in LINES.iter().filter(|line| !line.contains('\0')) {
            for list in ["topic", "partner"] {
                house.fails(&[list, "add", line]);
            }
            let create = ["campaign", "create", "--stream", "company", "--text", &text, "--html", &html];
            house.fails(&[&create[..], &["--name", "n", "--subject", line]].concat());
        }
        assert_eq!(house.contents(), before);
    }

    /// G4: a campaign whose messages cannot be made is held with its reason, and no other one waits for it.
    g4_a_list_with_a_name_that_no_header_holds_stops_its_own_campaign_only(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.ok(&["topic", "add", "Offers"]);
        house.sql("UPDATE topics SET name = 'Off\ners'").unwrap();
        let bad = house.campaign(&["--stream", "company", "--topic", "Off\ners"], "Offers");
        let good = house.campaign(&["--stream", "company"], "News");
        let running = house.serve();
        house.wait_finished(&good);
        let held = house.wait_until(&bad, |standing| standing["state"] == "paused");
        assert!(held["paused_because"].as_str().unwrap().contains("list's name must be one line"), "{held}");
        assert_eq!(house.sink.subjects(), ["News"]);
        running.stop();
    }

    /// Topics, partners and subjects as text, on every page and in every message, whatever stands in them.
    no_name_of_a_list_and_no_subject_becomes_markup(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        // A name that holds an address is no name of a list at all (G9).
        let (refused, names): (Vec<&&str>, Vec<&&str>) =
            MARKUP.iter().chain(ADDRESSES).partition(|name| name.contains("@evil.example"));
        assert!(refused.iter().all(|name| house.fails(&["topic", "add", name]).0 == 65));
        for name in &names {
            house.ok(&["topic", "add", name]);
            house.ok(&["partner", "add", name]);
        }
        house.people(&[("bob@example.org", "yes", "yes")]);
        let running = house.serve();
        let plain = house.campaign(&["--stream", "company"], "News");
        house.wait_finished(&plain);
        let usual = house.sink.wait_for(2, PATIENCE);
        let usual: BTreeSet<_> = fields(&usual[0]).into_iter().collect();
        let mut sent = Vec::new();
        for name in &names {
            for list in [["--stream", "company", "--topic", name], ["--stream", "partner", "--partner", name]] {
                sent.push(house.campaign(&list, &format!("About {}", name.replace("{{", "{ {").replace("{%", "{ %"))));
                let page = get(&running.url(&house.link("bob@example.org", &list)));
                assert_harmless(&page.body);
            }
        }
        for id in &sent {
 house.wait_finished(id);
}
        let mut pages = Vec::new();
        for caught in &house.sink.accepted()[2..] {
            assert_clean(caught, &usual, &caught.recipients[0]);
        }
        let link = running.url(&house.link("bob@example.org", &["--stream", "company", "--topic", names[0]]));
        let ask = get(&link);
        let center = running.url(&format!("/preferences/{}", ask.between("href=\"/preferences/").unwrap()));
        pages.push(get(&center));
        let visit = ask.between("name=\"visit\" value=\"").unwrap();
        let stopped = post(&link, &[("visit", &visit)], &[]);
        pages.push(post(&running.url(&format!("/u/undo/{}", stopped.between("/u/undo/").unwrap())), &[], &[]));
        pages.push(stopped);
        let shown: Vec<_> = pages[0].body.match_indices("name=\"topic_shown\" value=\"").map(|(at, before)| {
            pages[0].body[at + before.len()..].split('"').next().unwrap().to_owned()
        }).collect();
        assert_eq!(shown.len(), names.len());
        let form: Vec<_> = shown.iter().map(|id| ("topic_shown", id.as_str())).chain([("visit", visit.as_str())]).collect();
        pages.push(post(&center, &form, &[]));
        assert!(pages.last().unwrap().body.contains("&#60;script&#62;alert(1)"), "the saved page names what was stopped");
        for page in &pages {
 assert_harmless(&page.body);
}
        // What a form brings comes back nowhere.
        for (field, value) in [("visit", MARKUP[1]), ("stop", MARKUP[0]), ("topic_shown", MARKUP[2]), (MARKUP[0], "x")] {
            assert_harmless(&post(&link, &[(field, value)], &[]).body);
            assert_harmless(&post(&center, &[(field, value)], &[]).body);
        }
        running.stop();
    }
}

/// A page of ours has no script, no picture from a text, and nothing that ends an attribute or its title.
fn assert_harmless(page: &str) {
    assert!(page.contains("</html>"));
    for element in ["<script", "<img", "<svg/", "<h1>Free", "onerror=alert(1)>", "<b>"] {
        assert!(!page.contains(element), "{element} in {page}");
    }
    assert_eq!(page.matches("</title>").count(), 1, "{page}");
}
