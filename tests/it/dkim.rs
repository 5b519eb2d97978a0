//! Signatures as the relay gets them, judged by two verifiers that are not ours: dkimpy and `Mail::DKIM` (CONFORMANCE C).

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use serde_json::{Map, Value, json};

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

/// Blanks and dots where canonical forms and SMTP might trip over them.
const TEXT: &str = "Dear {{ first_name | reader }},\n\n.\n..\n.dot  first\n\ttab\tand  two  blanks  \nÄpfel sind da. \n\
    From here on a line that is much longer than the seventy-six columns that quoted-printable leaves to one line.\n\n\n\n";
const HTML: &str = "<html>\n  <body>\n\t<p title=\"x  y\">Dear {{ name | reader }},  </p>\n  </body>\n</html>\n\n";

/// The verifiers: programs that judge messages by records from a file.
const VERIFIERS: [(&str, &str); 2] =
    [("/usr/bin/python3", "tests/it/dkim/verify.py"), ("/usr/bin/perl", "tests/it/dkim/verify.pl")];

/// What each verifier says about each message: the selectors that verify, and those that don't.
fn judge(house: &House, records: &Map<String, Value>, messages: &[Vec<u8>]) -> Vec<Vec<Value>> {
    let records = house.file("records.json", Value::Object(records.clone()).to_string());
    let files: Vec<_> =
        messages.iter().enumerate().map(|(number, bytes)| house.file(&format!("{number}.eml"), bytes)).collect();
    let judge = |(program, script): (&str, &str)| -> Vec<Value> {
        let mut command = Command::new(program);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).arg(script).arg(&records).args(&files);
        let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}; run the tests by tests/run"));
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script} failed; tests/run installs what it needs: {error}");
        let lines = String::from_utf8(output.stdout).unwrap();
        let answers: Vec<_> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), messages.len(), "{error}");
        answers
    };
    VERIFIERS.map(judge).to_vec()
}

/// Both verifiers find these signatures in each of these messages, in this order, and all of them good.
fn all_good(house: &House, records: &Map<String, Value>, messages: &[Vec<u8>], selectors: &[&str]) {
    for (verifier, answers) in judge(house, records, messages).into_iter().enumerate() {
        for (answer, message) in answers.iter().zip(messages) {
            let expected = json!({ "good": selectors, "bad": [] });
            assert_eq!(*answer, expected, "{}:\n{}", VERIFIERS[verifier].1, String::from_utf8_lossy(message));
        }
    }
}

/// The records of `keys dkim --json` as a DNS has them: name, strings.
fn records(told: &Value) -> Map<String, Value> {
    let keys = told["keys"].as_array().unwrap().iter();
    let records = keys.flat_map(|key| key["records"].as_array().unwrap());
    records.map(|record| (record["name"].as_str().unwrap().to_owned(), record["strings"].clone())).collect()
}

fn selectors(told: &Value) -> Vec<&str> {
    told["keys"].as_array().unwrap().iter().map(|key| key["selector"].as_str().unwrap()).collect()
}

fn dkim(house: &House, more: &[&str]) -> Value {
    let mut arguments = vec!["keys", "dkim", "--json"];
    arguments.extend(more);
    house.json(&arguments)
}

fn people(house: &House) {
    let mut csv = String::from("address,name,source,company,partner,consented_at,wording\n");
    for (address, name) in [
        ("ada@example.org", "Ada Lovelace"),
        ("bare@example.org", ""),
        ("søren@example.org", "Søren  Å."),
        (
            "zoe@bücher.example",
            "Zoë \"\"Z\"\" of a name so long that its line in the header has to be folded somewhere",
        ),
    ] {
        writeln!(csv, "{address},\"{name}\",registration,yes,yes,2026-01-02T03:04:05Z,Yes please").unwrap();
    }
    let file = house.file("dkim.csv", csv);
    assert_eq!(house.json(&["import", "recipients", &file, "--json"])["added"], 4);
}

/// Lets a campaign go out and gives what the relay got of it.
fn mailed(house: &House, list: &[&str], text: &str, html: &str) -> Vec<Vec<u8>> {
    let (text, html) = (house.file("own.txt", text), house.file("own.html", html));
    let mut arguments = vec!["campaign", "create"];
    arguments.extend(list);
    arguments.extend(["--name", "Signed", "--subject", "Nachrichten für {{ first_name | Sie }}"]);
    arguments.extend(["--text", &text, "--html", &html, "--json"]);
    let id = house.json(&arguments)["id"].to_string();
    let before = house.sink.accepted().len();
    house.ok(&["campaign", "schedule", &id, "--at", "now"]);
    let standing = house.wait_finished(&id);
    assert_eq!(standing["accepted"], standing["audience"], "{standing}");
    house.sink.accepted().split_off(before).into_iter().map(|caught| caught.data).collect()
}

fn has_signature(message: &[u8]) -> bool {
    String::from_utf8_lossy(message).contains("DKIM-Signature:")
}

/// The message with `from` made `to`; it must have been there.
fn changed(message: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(message).unwrap();
    assert!(text.contains(from), "{text}");
    text.replacen(from, to, 1).into_bytes()
}

both_databases! {
    /// CONFORMANCE C1, C5, C8, B7.
    c5_every_message_bears_two_signatures_that_two_verifiers_accept(house) {
        house.set("CONSENTRY_FROM_PARTNER", "Partners <partners@partner-mail.example>");
        let told = dkim(house, &[]);
        let (records, selectors) = (records(&told), selectors(&told));
        assert_eq!(records.len(), 4, "two keys under two domains: {records:?}");
        people(house);
        let running = house.serve();
        let mut messages = mailed(house, COMPANY, TEXT, HTML);
        messages.extend(mailed(house, COMPANY, TEXT, ""));
        messages.extend(mailed(house, PARTNER, "One line", HTML));
        running.stop();
        assert_eq!(messages.len(), 12);
        all_good(house, &records, &messages, &selectors);
        for message in &messages {
            let text = String::from_utf8_lossy(message);
            let domain = if text.contains("@partner-mail.example>\r\n") { "partner-mail" } else { "harbour" };
            assert_eq!(text.matches(&format!(" d={domain}.example;")).count(), 2, "{text}");
        }
    }

    /// CONFORMANCE C2.
    c2_what_is_changed_on_the_way_is_found_by_both_verifiers(house) {
        let told = dkim(house, &[]);
        people(house);
        let running = house.serve();
        let message = mailed(house, COMPANY, TEXT, HTML).swap_remove(0);
        running.stop();
        let mut bad = vec![
            changed(&message, "\r\nSubject: ", "\r\nSubject: Re: "),
            changed(&message, "One-Click\r\n", "One-Clicks\r\n"),
            changed(&message, "/u/", "/u/x"),
            changed(&message, "multipart/alternative", "multipart/mixed"),
            changed(&message, "tab", "tap"),
            [&message[..], b"more\r\n"].concat(),
        ];
        for name in
            ["From", "To", "Subject", "Date", "Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Type"]
        {
            bad.push([format!("{name}: x\r\n").as_bytes(), &message].concat());
            bad.push(changed(&message, "\r\nMIME-Version:", &format!("\r\n{name}: x\r\nMIME-Version:")));
        }
        for (verifier, answers) in judge(house, &records(&told), &bad).into_iter().enumerate() {
            for (answer, message) in answers.iter().zip(&bad) {
                let script = VERIFIERS[verifier].1;
                assert_eq!(answer["good"], json!([]), "{script}:\n{}", String::from_utf8_lossy(message));
                assert_eq!(answer["bad"], json!(selectors(&told)), "{script}");
            }
        }
        // What relays do is no change.
        let relayed = changed(&message, "DKIM-Signature", "Received: from here\r\n\tby there; now\r\nDKIM-Signature");
        all_good(house, &records(&told), &[changed(&relayed, ",\r\n <mailto:", ", <mailto:")], &selectors(&told));
    }

    a_new_key_signs_after_the_next_start_and_the_old_one_no_more(house) {
        people(house);
        let old = dkim(house, &["--selector", "old"]);
        assert_eq!(selectors(&old), ["oldr", "olde"]);
        let running = house.serve();
        all_good(house, &records(&old), &mailed(house, COMPANY, TEXT, HTML), &["oldr", "olde"]);
        let new = dkim(house, &["--selector", "new", "--algorithm", "ed25519"]);
        assert_eq!(selectors(&new), ["new"]);
        house.ok(&["keys", "rotate"]);
        all_good(house, &records(&old), &mailed(house, COMPANY, TEXT, HTML), &["oldr", "olde"]);
        running.stop();
        let running = house.serve();
        let mut all = records(&old);
        all.extend(records(&new));
        all_good(house, &all, &mailed(house, COMPANY, TEXT, HTML), &["oldr", "new"]);
        running.stop();
    }

    what_is_signed_is_a_setting(house) {
        people(house);
        let unsigned = |house: &House| {
            let running = house.serve();
            let messages = mailed(house, COMPANY, "Text", "");
            running.stop();
            assert!(!messages.is_empty() && !messages.iter().any(|message| has_signature(message)));
        };
        unsigned(house);
        house.set("CONSENTRY_SIGN", "true");
        for arguments in [&["serve"][..], &["check"]] {
            let (_, said) = house.fails(arguments);
            assert!(said.contains("CONSENTRY_SIGN is true") && said.contains("consentry keys dkim"), "{said}");
        }
        let told = dkim(house, &["--algorithm", "rsa", "--selector", "only"]);
        let running = house.serve();
        all_good(house, &records(&told), &mailed(house, COMPANY, "Text", ""), &["only"]);
        running.stop();
        house.set("CONSENTRY_SIGN", "false");
        unsigned(house);
    }
}

/// The verifiers themselves: the message of RFC 8463 passes, and not with another body.
#[test]
fn the_verifiers_know_the_message_of_rfc_8463() {
    let house = House::on_sqlite();
    let message = include_str!("dkim/rfc8463.eml").replace('\n', "\r\n").into_bytes();
    let records = json!({
        "brisbane._domainkey.football.example.com":
            ["v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="],
        "test._domainkey.football.example.com": [
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2",
            "jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3",
            "Ip3G+2kryOTIKT+l/K4w3QIDAQAB",
        ],
    });
    let altered = changed(&message, "dinner", "supper");
    let [python, perl] = &judge(&house, records.as_object().unwrap(), &[message, altered])[..] else { panic!() };
    // dkimpy is told to want 2048 bits, and this RSA key has 1024.
    assert_eq!(python[0], json!({ "good": ["brisbane"], "bad": ["test"] }));
    assert_eq!(perl[0], json!({ "good": ["brisbane", "test"], "bad": [] }));
    assert_eq!((&python[1]["good"], &perl[1]["good"]), (&json!([]), &json!([])));
}

#[test]
fn a_key_is_made_once_and_its_record_is_printed_as_often_as_wanted() {
    let mut house = House::on_sqlite();
    let first = dkim(&house, &[]);
    let month = selectors(&first)[0].strip_suffix('r').unwrap().to_owned();
    assert!(month.len() == 7 && month.starts_with("c20"), "{month}");
    assert_eq!(selectors(&first)[1], format!("{month}e"));
    assert_eq!(first["keys"][0]["records"].as_array().unwrap().len(), 1, "both From have one domain");
    let again = dkim(&house, &[]);
    assert_eq!(records(&again), records(&first));
    assert_eq!((&first["keys"][0]["made"], &again["keys"][0]["made"]), (&json!(true), &json!(false)));

    let printed = house.ok(&["keys", "dkim"]);
    assert!(printed.contains(&format!("\n{month}r._domainkey.harbour.example. IN TXT (\n  \"v=DKIM1; k=rsa; p=")));
    assert!(printed.contains(&format!("\n{month}e._domainkey.harbour.example. IN TXT \"v=DKIM1; k=ed25519; p=")));
    for string in records(&first).values().flat_map(|strings| strings.as_array().unwrap()) {
        let string = string.as_str().unwrap();
        assert!(string.len() <= 255 && printed.contains(&format!("\"{string}\"")), "{string}");
    }

    let keys = house.folder().join("consentry.keys");
    assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    let secrets = std::fs::read_to_string(&keys).unwrap();
    let secrets: Vec<_> = secrets.lines().filter_map(|line| line.strip_prefix("private_key = ")).collect();
    assert_eq!(secrets.len(), 2);
    assert!(secrets.iter().all(|secret| !printed.contains(secret.trim_matches('"'))));

    let (_, said) = house.fails(&["keys", "dkim", "--selector", &format!("{month}r"), "--algorithm", "ed25519"]);
    assert!(said.contains("the name of an rsa key already"), "{said}");
    let (code, said) = house.fails(&["keys", "dkim", "--selector", "a.b"]);
    assert!(code == 65 && said.contains("letters, digits and hyphens"), "{said}");

    for key in ["CONSENTRY_FROM_COMPANY", "CONSENTRY_FROM_PARTNER"] {
        house.set(key, "");
    }
    let relative = dkim(&house, &["--algorithm", "ed25519"]);
    assert_eq!(relative["keys"][0]["records"][0]["name"], format!("{month}e._domainkey"));
}
