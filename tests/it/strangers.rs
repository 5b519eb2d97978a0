//! What strangers can do: with one message that was passed on, with other sites, with addresses that they type. The table
//! of `docs/strangers.md` says which test holds which line.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Duration;
use consentry::clock;
use consentry::link::Keys;

use super::data::{Person, reason};
use super::support::both_databases;
use super::support::house::{House, Running};
use super::support::web::{post, press, visit_of};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const ADA: &str = "ada@example.org";
/// What a browser says of a form on another site, one that says so and one that only names where it comes from.
const FROM_ELSEWHERE: [&[(&str, &str)]; 2] =
    [&[("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")], &[("Origin", "https://evil.example")]];

fn count(house: &House, table: &str) -> usize {
    house.texts(&format!("SELECT CAST(COUNT(*) AS TEXT) AS value FROM {table}")).concat().parse().unwrap()
}

/// Letters to everybody so far; the web alone posts them, and no sender takes them.
fn letters(house: &House) -> usize {
    count(house, "letters")
}

/// Sends forms, many at a time: each is answered when its time has come. Every form comes from its own client.
fn send_all(url: &str, forms: &[(String, Vec<(&str, String)>)]) -> Vec<u16> {
    let send = |(from, fields): &(String, Vec<(&str, String)>)| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post(url, &fields, &[("X-Forwarded-For", from)]).status
    };
    let in_threads = std::thread::scope(|scope| {
        let parts = forms.chunks(forms.len().div_ceil(12).max(1));
        let started: Vec<_> =
            parts.map(|part| scope.spawn(move || part.iter().map(send).collect::<Vec<_>>())).collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    in_threads.concat()
}

fn asks_for_link(from: &str, address: &str) -> (String, Vec<(&'static str, String)>) {
    (from.to_owned(), vec![("address", address.to_owned())])
}

fn signs_up(from: &str, address: &str) -> (String, Vec<(&'static str, String)>) {
    let fields = [("language", "en"), ("address", address), ("age", "over"), ("want", "company")];
    (from.to_owned(), fields.map(|(name, value)| (name, value.to_owned())).to_vec())
}

/// The web alone behind a proxy that is believed, so that a test can be many networks.
fn behind_a_proxy(house: &House) -> Running {
    house.serve_behind(&["127.0.0.1"])
}

both_databases! {
    /// ASVS 5.0 3.5.1: a page of somebody else posts nothing by the browsers of its visitors.
    m_3_5_1_a_form_of_another_site_does_nothing(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let ada = Person::of(house, &web, ADA);
        let link = house.link(ADA, COMPANY);
        let token = ada.preferences.replace("/preferences/", "");
        let undo = press(&web.url(&link), &[("stop", "list")], &[]).between("action=\"/u/undo/").unwrap();
        let before = house.contents();
        let routes: [(&str, &[(&str, &str)]); 9] = [
            (&link, &[("stop", "everything")]),
            (&ada.preferences, &[("partner", "no"), ("language", "de")]),
            (&format!("{}/data", ada.preferences), &[("wish", "erase")]),
            (&format!("{}/receipt", ada.preferences), &[]),
            (&format!("/child/{token}"), &[]),
            (&format!("/child/{token}/letter"), &[]),
            ("/child", &[("address", ADA)]),
            ("/preferences", &[("address", ADA)]),
            (&format!("/u/undo/{undo}"), &[]),
        ];
        for (path, fields) in routes {
            for headers in FROM_ELSEWHERE {
                let answer = if path.contains("/undo/") { post } else { press };
                let answer = answer(&web.url(path), fields, headers);
                assert!(answer.status == 403 && answer.body.contains("came from another site"), "{path}: {}", answer.body);
                assert!(answer.header("content-security-policy").is_some());
            }
        }
        assert_eq!(house.contents(), before);
        // Our own page sends no referrer, and with that a browser says `Origin: null`.
        let ours = [("Sec-Fetch-Site", "same-origin"), ("Origin", "null")];
        assert_eq!(press(&web.url(&ada.preferences), &[("partner", "no")], &ours).status, 200);
        let bare = [("Origin", "null")];
        assert_eq!(post(&web.url(&format!("/u/undo/{undo}")), &[], &bare).status, 200);
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("clear", "opt_out"));
        // A provider's page may let its reader's browser send the one-click (RFC 8058).
        let click = post(&web.url(&link), &[("List-Unsubscribe", "One-Click")], FROM_ELSEWHERE[0]);
        assert_eq!((click.status, reason(house, ADA, COMPANY).as_str()), (200, "opt_out"));
        web.stop();
    }

    /// The word of a visit is a MAC: what nobody gave out for this page is none. A no needs none (G7).
    a_visit_that_was_made_up_or_is_of_another_page_or_too_old_undoes_nothing_and_reports_nobody(house) {
        house.people(&[(ADA, "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let keys = Keys::load(house.folder().join("consentry.keys")).unwrap();
        let token = house.link(ADA, COMPANY).replace("/u/", "");
        let [child, stop] = ["/child/", "/u/"].map(|page| web.url(&format!("{page}{token}")));
        let old = |page: u8| {
            let place = [&[page], token.as_bytes()].concat();
            keys.begin_visit(&place, clock::now() - Duration::hours(25)).unwrap()
        };
        let others = web.url(&house.link("bob@example.org", COMPANY).replace("/u/", "/child/"));
        let mut altered = visit_of(&child);
        altered.replace_range(20..21, if altered[20..21] == *"A" { "B" } else { "A" });
        let before = house.contents();
        for visit in ["AAAAAAAAAAAAAAAAAAAAAA", "", &visit_of(&stop), &visit_of(&others), &altered, &old(4)] {
            let answer = post(&child, &[("visit", visit)], &[]);
            assert!(answer.status == 422 && answer.words().contains("press the button again"), "{visit}: {}", answer.body);
            assert!(answer.between("name=\"visit\" value=\"").is_some(), "and the page is there again");
        }
        assert_eq!(house.contents(), before);
        for visit in ["AAAAAAAAAAAAAAAAAAAAAA", &visit_of(&child), &old(1)] {
            let answer = post(&stop, &[("visit", visit)], &[]);
            assert_eq!((answer.status, answer.between("action=\"/u/undo/")), (200, None), "{visit}");
        }
        assert_eq!(reason(house, ADA, COMPANY), "opt_out");
        web.stop();
    }

    /// SPEC section 4: "Someone with a forwarded mail can stop mail, and undo that within the same visit, and nothing else."
    a_forwarded_message_stops_mail_and_does_nothing_else(house) {
        let file = house.file("ada.csv", format!("address,name,locale,time_zone,source,company,partner,consented_at,wording\n\
            {ADA},Ada Lovelace,en,Europe/Berlin,order,no,yes,2026-01-02T03:04:05Z,Yes please\n"));
        house.ok(&["import", "recipients", &file]);
        let web = house.serve_with(&["--only", "web"]);
        let link = house.link(ADA, PARTNER);
        let ada = Person::of(house, &web, ADA);
        let token = ada.preferences.replace("/preferences/", "");
        let person = || house.texts("SELECT address || name || time_zone || COALESCE(zip, '') || COALESCE(weekly_cap, 0) AS value FROM recipients");
        let facts = person();
        let yes = [("company", "yes"), ("company_shown", "no"), ("partner", "yes"), ("partner_shown", "yes"), ("cap", "")];
        assert_eq!(press(&web.url(&ada.preferences), &yes, &[]).status, 200);
        for wish in ["see", "download", "erase"] {
            ada.asks(&[("wish", wish)]);
        }
        ada.asks(&[("wish", "move"), ("address", "mallory@example.net")]);
        press(&web.url(&format!("{}/receipt", ada.preferences)), &[], &[]);
        for visit in [true, false] {
            let correct = [("name", "Mallory"), ("as", "yes"), ("zip", "1")];
            for page in ["/data/", "/signup/", "/u/undo/", "/policy/undo/", "/policy/"] {
                let url = web.url(&format!("{page}{token}"));
                let answer = if visit { press(&url, &correct, &[]) } else { post(&url, &correct, &[]) };
                assert_eq!(answer.status, 404, "{page}: a link of a message is none of a letter");
            }
        }
        let reported = press(&web.url(&format!("/child/{token}")), &[("as", "yes")], &[]);
        assert_eq!((person(), reason(house, ADA, COMPANY).as_str()), (facts.clone(), "reported_child"));
        let undo = web.url(&format!("/u/undo/{}", reported.between("action=\"/u/undo/").unwrap()));
        assert_eq!(post(&undo, &[], &[]).status, 200);
        let stopped = press(&web.url(&link), &[("stop", "everything")], &[]);
        assert_eq!(reason(house, ADA, PARTNER), "opt_out");
        let undo = web.url(&format!("/u/undo/{}", stopped.between("action=\"/u/undo/").unwrap()));
        assert_eq!(post(&undo, &[], &[]).status, 200);
        assert_eq!((reason(house, ADA, COMPANY).as_str(), reason(house, ADA, PARTNER).as_str()), ("opt_out", "clear"), "she had said no to it");
        assert_eq!(person(), facts);
        let elsewhere = "SELECT COALESCE(other_address, '') AS value FROM letters WHERE other_address IS NOT NULL";
        assert_eq!(house.texts(elsewhere), Vec::<String>::new(), "every letter goes to the person");
        house.ok(&["ledger", "verify"]);
        web.stop();
    }

    /// Nobody's requests use up a person's letters, and a request that is refused writes nothing.
    a_network_that_has_asked_for_too_much_takes_nobodys_letters_and_writes_nothing(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = behind_a_proxy(house);
        let form = web.url("/preferences");
        let guesses: Vec<_> = (0..62).map(|n| asks_for_link("203.0.113.9", &format!("p{n}@example.org"))).collect();
        assert!(send_all(&form, &guesses).iter().all(|status| *status == 200));
        let before = house.contents();
        let taking: Vec<_> = (0..20).map(|_| asks_for_link("203.0.113.77", ADA)).collect();
        send_all(&form, &taking);
        assert_eq!(house.contents(), before, "a refused request leaves no row");
        send_all(&form, &[asks_for_link("198.51.100.7", ADA)]);
        assert_eq!(letters(house), 1, "she asks from elsewhere, and gets her letter");
        // Strangers from anywhere use up what strangers can ask for, and not what she asks for by a link of hers.
        let many: Vec<_> = (0..20).map(|n| asks_for_link(&format!("192.0.{n}.1"), ADA)).collect();
        send_all(&form, &many);
        assert_eq!(letters(house), 8);
        let ada = Person::of(house, &web, ADA);
        assert!(ada.asks(&[("wish", "erase")]).body.contains("Look into your mailbox"));
        assert_eq!(letters(house), 9);
        web.stop();
    }

    /// One mailbox has many addresses, one customer many networks, and one mail server as many mailboxes as anybody makes up.
    nobodys_mailbox_or_mail_server_is_flooded_by_sign_ups_from_many_networks(house) {
        house.set("CONSENTRY_LETTERS_AN_HOUR", "100");
        let web = behind_a_proxy(house);
        let form = web.url("/signup");
        let from = |n: usize| format!("2001:db8:{n:x}:1::1");
        let dotted = |n: usize| "victim".char_indices().map(|(at, c)| if at > 0 && n & (1 << at) != 0 { format!(".{c}") } else { c.to_string() }).collect::<String>();
        let tags: Vec<_> = (0..12).map(|n| signs_up(&from(n), &format!("Bomb{}{n}@victim.test", ["+", "-"][n % 2]))).collect();
        assert!(send_all(&form, &tags).iter().all(|status| *status == 200), "the answer is the same");
        assert_eq!(letters(house), 3, "tags");
        let dots: Vec<_> = (0..12).map(|n| {
            let domain = ["gmail.com", "googlemail.com"][n % 2];
            signs_up(&from(n), &format!("{}@{domain}", dotted(2 * n)))
        }).collect();
        send_all(&form, &dots);
        assert_eq!(letters(house), 6, "dots, and both names of a provider");
        let made_up: Vec<_> = (0..20).map(|n| signs_up(&from(n), &format!("p{n}@victim.test"))).collect();
        send_all(&form, &made_up);
        assert_eq!(letters(house), 3 + 10, "a domain gets a tenth");
        let spread: Vec<_> = (0..100).map(|n| signs_up(&from(n % 50), &format!("p@d{n}.test"))).collect();
        send_all(&form, &spread);
        assert!((100..=101).contains(&letters(house)), "all together, and what fills meanwhile: {}", letters(house));
        assert_eq!(count(house, "signups"), letters(house), "what gets no letter is not kept");
        // A customer's /48 is 65,536 networks of one household.
        let one_customer: Vec<_> = (0..250).map(|n| signs_up(&format!("2001:db9:1:{n:x}::1"), "eve@example.org")).collect();
        let refused = send_all(&form, &one_customer).into_iter().filter(|status| *status == 429).count();
        assert!((1..=10).contains(&refused), "240 an hour for a /48, not 60 for each /64: {refused}");
        let said = house.run(&["check"]);
        let said = [said.stdout, said.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(said.contains("strangers asked for more sign-ups than they may"), "{said}");
        let log = web.stop();
        let alarms = log.lines().filter(|line| line.contains("WARN") && line.contains("Strangers ask for more")).count();
        assert!((1..=3).contains(&alarms), "an alarm, and no flood of alarms: {log}");
        assert!(!log.contains("victim") && !log.contains("eve@"), "{log}");
    }

    /// The reports of the whole world have a limit, and a mailbox has one of its own.
    typed_reports_of_children_have_a_limit_for_each_mailbox(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = behind_a_proxy(house);
        let visit = visit_of(&web.url("/child"));
        let report = |n: usize, address: &str| (format!("192.0.{n}.1"), vec![("address", address.to_owned()), ("visit", visit.clone())]);
        let statuses = send_all(&web.url("/child"), &[report(1, ADA), report(2, ADA), report(3, "ada+x@example.org")]);
        assert_eq!(statuses, [200, 200, 200]);
        let before = house.contents();
        assert_eq!(send_all(&web.url("/child"), &[report(4, "ADA@example.org"), report(5, "ada-y@example.org")]), [429, 429]);
        assert_eq!(house.contents(), before);
        assert_eq!(letters(house), 1, "told once");
        web.stop();
    }
}

/// Every route has its line in the table, and every test that the table names is there.
#[test]
fn the_table_of_what_strangers_can_do_has_every_route_and_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let (table, routes) = (read("docs/strangers.md"), read("src/web/mod.rs"));
    let routes: Vec<_> =
        routes.split("web::resource(").skip(1).filter_map(|rest| rest.trim_start().split('"').nth(1)).collect();
    assert!(routes.len() > 15, "{routes:?}");
    for route in routes {
        assert!(table.contains(&format!("`{route}`")), "{route} has no line");
    }
    let mut tests = BTreeSet::new();
    for entry in
        std::fs::read_dir(root.join("tests/it")).unwrap().chain(std::fs::read_dir(root.join("tests/it/abuse")).unwrap())
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            tests.extend(text.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned));
        }
    }
    let named: Vec<_> = table.split('`').skip(1).step_by(2).filter(|word| word.matches('_').count() > 3).collect();
    assert!(named.len() > 10, "{named:?}");
    for name in named {
        assert!(tests.contains(name), "no test is called {name}");
    }
}
