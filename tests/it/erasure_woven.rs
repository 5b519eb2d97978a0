//! G9: people who were woven into everything are erased, and looked for in every way in which an octet can hold them.

use std::time::Instant;

use data_encoding::{BASE64, BASE64URL, HEXLOWER, HEXUPPER};
use sha2::{Digest as _, Sha256};

use super::data::{Person, at_rest};
use super::support::both_databases;
use super::support::house::{House, PATIENCE};
use super::support::smtp_sink::{Fault, Step};
use super::support::web::press;

const COMPANY: &[&str] = &["--stream", "company"];
const WALTER: &str = "wordy.walter@private-house.example";
const MOVED: &str = "lovelace.woven@elsewhere-house.example";
const EVE: &str = "eve@example.org";
const GONE: &str = "gone-away.example";

/// How relays say that there is nobody: `{l}` is the local part, `{d}` the domain, `{L}` the local part in capitals, `{s}`
/// a plain SHA-256 of the address.
const REFUSALS: [&str; 11] = [
    "550 5.1.1 {l}... User unknown",
    "550 5.1.1 User {l} ({l}%{d}) not listed in Domino Directory",
    "550 Unrouteable address: no such user {l}",
    "550 5.1.1 see https://relay.example/why?rcpt={l}%40{d}",
    "550 5.1.1 <{l}=40{d}>: unknown",
    "550 5.1.1 mailbox {l} at {d} unavailable",
    "550 5.1.1 user '{l}' in domain '{d}' does not exist",
    "550 5.1.1 <{l}@{d}> unknown",
    "550 5.1.1 id {s} unknown",
    "550 5.1.1 {l}\u{ff20}{d} unknown",
    "550 5.1.1 {L} UNKNOWN",
];

fn plain_hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// Base64 of a text that stands behind one, two or three octets of something else, without what the neighbours decide.
fn inside_base64(text: &str, before: usize) -> String {
    let octets = [vec![0; before], text.as_bytes().to_vec()].concat();
    let encoded = BASE64.encode(&octets[..octets.len() / 3 * 3]);
    encoded[(before * 4).div_ceil(3)..].to_owned()
}

/// An address in twelve encodings, and the words that it is made of.
fn forms(address: &str) -> Vec<Vec<u8>> {
    let (local, domain) = address.split_once('@').unwrap();
    let (lower, upper) = (address.to_lowercase(), address.to_uppercase());
    let wide = |order: fn(u16) -> [u8; 2]| lower.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let hash = plain_hash(&lower);
    let mut forms = vec![
        lower.clone().into_bytes(),
        upper.into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        lower.replace('@', "%40").into_bytes(),
        lower.replace('@', "=40").into_bytes(),
        HEXLOWER.encode(lower.as_bytes()).into_bytes(),
        HEXUPPER.encode(lower.as_bytes()).into_bytes(),
        HEXLOWER.encode(&hash).into_bytes(),
        HEXUPPER.encode(&hash).into_bytes(),
        BASE64.encode(&hash).into_bytes(),
        BASE64URL.encode(&hash).into_bytes(),
        hash,
    ];
    forms.extend((0..3).map(|before| inside_base64(&lower, before).into_bytes()));
    forms.extend([local, &local.to_uppercase(), domain].map(|part| part.as_bytes().to_vec()));
    forms
}

fn holds(octets: &[u8], form: &[u8]) -> bool {
    octets.windows(form.len()).any(|part| part == form)
}

/// Where any of these forms stands: tables, the server's statistics, the files of SQLite, what the ledger exports.
fn found(house: &House, forms: &[Vec<u8>]) -> Vec<String> {
    let mut places: Vec<(String, Vec<u8>)> = Vec::new();
    for (table, rows) in at_rest(house) {
        places.push((format!("table {table}"), rows.join("\n").into_bytes()));
    }
    if !house.is_sqlite() {
        let statistics = "SELECT concat(tablename, '.', attname, ' ', most_common_vals, histogram_bounds) AS value \
             FROM pg_stats WHERE schemaname = 'public'";
        places.push(("pg_stats".to_owned(), house.texts(statistics).join("\n").into_bytes()));
    }
    places.extend(house.files_of_sqlite());
    places.push(("ledger export".to_owned(), house.ok(&["ledger", "export", "-"]).into_bytes()));
    let form = |form: &Vec<u8>| String::from_utf8_lossy(form).into_owned();
    let hits = places.iter().flat_map(|(place, octets)| {
        forms.iter().filter(|form| holds(octets, form)).map(move |hit| format!("{place}: {}", form(hit)))
    });
    hits.collect()
}

/// Waits until the database's own files are cleared of everything that was deleted.
pub(super) fn wait_until_cleared(house: &House) {
    let started = Instant::now();
    while !house.texts("SELECT 'left' AS value FROM traces").is_empty() {
        assert!(started.elapsed() < PATIENCE, "the database's files were never cleared");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

both_databases! {
    g9_no_word_of_a_relay_outlives_the_person(house) {
        house.set("CONSENTRY_LOG", "trace");
        let address = |number: usize| format!("refused.person{number}@{GONE}");
        let people: Vec<_> = (0..REFUSALS.len()).map(address).collect();
        for (number, (words, address)) in REFUSALS.iter().zip(&people).enumerate() {
            let local = format!("refused.person{number}");
            let said = words.replace("{l}", &local).replace("{L}", &local.to_uppercase()).replace("{d}", GONE);
            let said = said.replace("{s}", &HEXLOWER.encode(&plain_hash(address)));
            house.sink.when(Step::Rcpt).recipient(&format!("{local}@")).then(Fault::Reply(said));
        }
        let rows: Vec<_> = people.iter().map(|address| (address.as_str(), "yes", "yes")).collect();
        house.people(&rows);
        let web = house.serve();
        let id = house.campaign(COMPANY, "Refused");
        assert_eq!(house.wait_finished(&id)["rejected"].as_i64(), i64::try_from(REFUSALS.len()).ok());
        assert_eq!(house.verdict(&people[0], COMPANY)["reason"], "hard_bounce");
        let noted = house.texts("SELECT DISTINCT note AS value FROM ledger WHERE source = 'bounce'");
        assert_eq!(noted, ["550 5.1.1"]);
        for address in &people {
            house.ok(&["recipient", "erase", address, "--staff", "eve", "--reason", "asked by letter"]);
        }
        wait_until_cleared(house);
        for address in &people {
            assert_eq!(found(house, &forms(address)), Vec::<String>::new(), "{address}");
        }
        let log = web.stop().to_lowercase();
        assert!(!log.contains("refused.person") && !log.contains("user unknown"), "{log}");
    }

    g9_somebody_woven_into_everything_is_gone_from_everywhere(house) {
        let wordings = [
            format!("Yes, send the newsletter to {WALTER}"),
            "Yes: wordy.walter AT private-house DOT example".to_owned(),
            "I, Wooven Walter, agree (wordy.walter%40private-house.example)".to_owned(),
            format!("https://form.example/?u={}", BASE64.encode(WALTER.as_bytes())),
            format!("Yes, \u{1b}[31mme: {}", HEXLOWER.encode(&plain_hash(WALTER))),
            "Yes wordy.walter＠private-house.example".to_owned(),
        ];
        let file = |wording: &str| {
            let rows = format!("{WALTER},Walter Wooven,order,yes,yes,2026-01-02T03:04:05Z,\"{wording}\"\n{EVE},Eve,order,yes,yes,,\n");
            house.file("woven.csv", format!("address,name,source,company,partner,consented_at,wording\n{rows}"))
        };
        // A later consent is recorded with its words each time.
        for (day, wording) in wordings.iter().enumerate() {
            let rows = std::fs::read_to_string(file(wording)).unwrap().replace("2026-01-02", &format!("2026-01-{:02}", day + 2));
            house.ok(&["import", "recipients", &house.file("woven.csv", rows)]);
        }
        let web = house.serve();
        let id = house.campaign(COMPANY, "News");
        house.wait_finished(&id);
        house.sink.when(Step::Rcpt).recipient(WALTER).times(1).then(Fault::reply("550 5.2.2 wordy.walter... Mailbox full"));
        let form = [("language", "en"), ("address", WALTER), ("name", "Walter Wooven"), ("age", "over"), ("want", "company")];
        assert_eq!(press(&web.url("/signup"), &form, &[]).status, 200);
        house.ok(&["suppress", "add", WALTER, "--scope", "partner", "--by", "eve", "--note", "case 4711"]);
        let walter = Person::of(house, &web, WALTER);
        let eve = Person::of(house, &web, EVE);
        // Eve wants to move to his address, and he to another.
        eve.asks(&[("wish", "move"), ("address", WALTER)]);
        eve.presses(&eve.letter(EVE, 2), &[("as", "yes")]);
        walter.asks(&[("wish", "move"), ("address", MOVED)]);
        walter.asks(&[("wish", "download")]);
        if !house.is_sqlite() {
            house.sql("ANALYZE").unwrap();
        }
        assert!(!found(house, &forms(WALTER)).is_empty());
        house.ok(&["recipient", "erase", WALTER, "--staff", "eve", "--reason", "asked by letter"]);
        wait_until_cleared(house);
        let mut all = forms(WALTER);
        all.extend(forms(MOVED));
        all.extend(["Wooven", "wooven", "Walter", "walter", "elsewhere-house"].map(|word| word.as_bytes().to_vec()));
        assert_eq!(found(house, &all), Vec::<String>::new());
        let kept = house.texts("SELECT text AS value FROM wordings ORDER BY text");
        assert!(kept.contains(&"Yes, send the newsletter to (address)".to_owned()), "{kept:?}");
        assert!(kept.iter().all(|text| !text.contains('\u{1b}')), "{kept:?}");
        web.stop();
    }

    /// What stays for good takes nobody in.
    g9_names_and_notes_that_hold_an_address_are_refused(house) {
        house.people(&[(EVE, "yes", "yes")]);
        for name in ["Acme bob@private.test", "Acme bob AT private DOT test", "Acme bob＠private.test", "bob%40private.test"] {
            assert_eq!(house.fails(&["partner", "add", name]).0, 65, "{name}");
            assert_eq!(house.fails(&["topic", "add", name]).0, 65, "{name}");
            let body = house.file("body.txt", "Hello\n");
            let create = ["campaign", "create", "--stream", "company", "--name", name, "--subject", "x", "--text", &body, "--html", &body];
            assert_eq!(house.fails(&create).0, 65, "{name}");
            let (code, said) = house.fails(&["recipient", "erase", EVE, "--staff", "eve", "--reason", name]);
            assert_eq!((code, said.contains("e-mail address")), (65, true), "{said}");
            assert_eq!(house.fails(&["suppress", "add", EVE, "--by", name]).0, 65, "{name}");
        }
        assert_eq!(house.verdict(EVE, COMPANY)["verdict"], "clear");
    }

    /// A column's statistics hold its values in clear, and of a quiet table for ever.
    g9_the_server_keeps_no_statistics_of_people(house) {
        if house.is_sqlite() {
            return;
        }
        house.crowd(300);
        house.sql("ANALYZE").unwrap();
        let known = house.texts(
            "SELECT concat(tablename, '.', attname) AS value FROM pg_stats WHERE schemaname = 'public' \
             AND concat(most_common_vals, histogram_bounds) LIKE '%example.org%'",
        );
        assert_eq!(known, Vec::<String>::new());
        let gathered = house.texts(
            "SELECT concat(tablename, '.', attname) AS value FROM pg_stats WHERE tablename = 'recipients' \
             AND attname IN ('address', 'name', 'locale', 'time_zone', 'zip', 'age_band', 'income_band')",
        );
        assert_eq!(gathered, Vec::<String>::new());
    }
}
