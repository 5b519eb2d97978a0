//! Importing people with proof of consent, and suppressions: what counts, what is left out, and what is never lifted.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::{Value, json};

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
const HEADER: &str = "address,name,locale,time_zone,source,company,partner,consented_at,wording\n";

/// Imports a file that has at least one good row.
fn import(house: &House, csv: impl AsRef<[u8]>) -> Value {
    let file = house.file("import.csv", csv);
    house.json(&["import", "recipients", &file, "--json"])
}

fn rehearse(house: &House, csv: impl AsRef<[u8]>) -> Value {
    let file = house.file("import.csv", csv);
    house.json(&["import", "recipients", &file, "--json", "--dry-run"])
}

fn suppressions(house: &House, csv: impl AsRef<[u8]>) -> Value {
    let file = house.file("suppressions.csv", csv);
    house.json(&["import", "suppressions", &file, "--json"])
}

/// The lines that were left out, with the reasons.
fn left_out(report: &Value) -> Vec<(u64, &str)> {
    let errors = report["errors"].as_array().unwrap();
    errors.iter().map(|error| (error["line"].as_u64().unwrap(), error["reason"].as_str().unwrap())).collect()
}

fn count(report: &Value, key: &str) -> u64 {
    report[key].as_u64().unwrap_or_else(|| panic!("{key} is missing: {report}"))
}

/// Every row is one of these and only one.
fn assert_adds_up(report: &Value) {
    let sum = ["added", "known", "erased", "rejected"].map(|key| count(report, key)).into_iter().sum::<u64>();
    assert_eq!(sum, count(report, "rows"), "{report}");
}

fn verdict(house: &House, address: &str, list: &[&str]) -> String {
    let answer = house.verdict(address, list);
    answer["reason"].as_str().unwrap_or(answer["verdict"].as_str().unwrap()).to_owned()
}

/// Everything that the rules of the import are about: known people, refusals, repeats near and far, bad rows.
fn mixed_file() -> String {
    let mut csv = String::from(HEADER);
    csv.push_str("known@example.org,Other Name,fr,,order,yes,yes,2026-01-05,Later words\n");
    csv.push_str("left@example.org,,,,order,yes,yes,2026-01-05,Later words\n");
    csv.push_str("near@example.org,,,,order,yes,yes,2026-01-05,Words\n");
    csv.push_str("near@example.org,,,,order,no,yes,2026-01-05,Words\n");
    csv.push_str("NEAR@example.org,,,,order,no,,2026-01-05,Words\n");
    csv.push_str("far@example.org,,,,order,yes,yes,2026-01-05,Words\n");
    csv.push_str("not an address,,,,order,yes,yes,2026-01-05,Words\n");
    for number in 0..1200 {
        writeln!(csv, "p{number}@example.org,,,,survey,yes,,2026-01-05,Words").unwrap();
    }
    csv.push_str("far@example.org,,,,order,yes,no,2026-01-05,Words\n");
    csv.push_str("known@example.org,,,,order,no,,2026-01-05,Words\n");
    for number in 1200..2300 {
        writeln!(csv, "p{number}@example.org,,,,survey,no,,2026-01-05,Words").unwrap();
    }
    csv.push_str("far@example.org,,,,order,,no,2026-01-05,Words\n");
    csv.push_str("p7@example.org,,,,order,no,yes,2026-01-05,Words\n");
    csv
}

fn some_who_are_known(house: &House) {
    house.people(&[
        ("known@example.org", "yes", ""),
        ("left@example.org", "no", "yes"),
        ("gone@example.org", "yes", ""),
    ]);
}

both_databases! {
    an_import_says_what_it_did(house) {
        let report = import(house, format!(
            "{HEADER}ada@example.org,Ada,de,Europe/Berlin,registration,yes,no,2026-01-02T03:04:05Z,Yes please\n\
             bob@example.org,,,,order,yes,yes,2026-01-02 03:04:05,Yes please\n\
             cyd@example.org,,,,contest,,,,\n\
             dan@example.org,,,,newsletter,yes,,,\n\
             eve@example.org,,,,survey,perhaps,,,\n\
             fay@example.org,,,,survey,yes,,tomorrow,\n\
             gus@example.org,,,,survey,yes,,2199-01-01,\n\
             hal,,,,survey,yes,,,\n\
             ivy@example.org,,not a language,,survey,yes,,,\n\
             joe@example.org,,,Mars/Phobos,survey,yes,,,\n\
             kit@example.org,Kit\u{202e},,,survey,yes,,,\n"
        ));
        let expected = json!({
            "rows": 11, "added": 3, "known": 0, "erased": 0, "children": 0, "granted": 3, "by_default": 0, "to_confirm": 0, "withdrawn": 1, "kept_out": 0, "rejected": 8,
            "ignored_columns": [], "dry_run": false,
            "errors": [
                { "line": 5, "reason": "source is \"newsletter\"; write registration, order, survey or contest" },
                { "line": 6, "reason": "company is \"perhaps\"; write yes, no, or nothing for `not asked`" },
                { "line": 7, "reason": "consented_at is \"tomorrow\"; write a time such as 2026-03-01T12:00:00Z or a date such as 2026-03-01" },
                { "line": 8, "reason": "consented_at is in the future" },
                { "line": 9, "reason": "the address has no @" },
                { "line": 10, "reason": "the locale is not a language tag such as `de` or `pt-BR`" },
                { "line": 11, "reason": "the time zone is not an IANA name such as `Europe/Berlin`" },
                { "line": 12, "reason": "the name has an invisible character that changes the direction of the text" },
            ],
        });
        assert_eq!(report, expected);
        assert_eq!(house.entries(), 4);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "opt_out");
        assert_eq!(verdict(house, "cyd@example.org", COMPANY), "no_consent");
        assert_eq!(verdict(house, "dan@example.org", COMPANY), "no_consent");
    }

    importing_the_same_file_again_changes_nothing_at_all(house) {
        some_who_are_known(house);
        import(house, mixed_file());
        let before = house.contents();
        let report = import(house, mixed_file());
        assert_eq!(["added", "granted", "withdrawn"].map(|key| count(&report, key)), [0, 0, 0], "{report}");
        assert_adds_up(&report);
        assert!(house.contents() == before, "something was written");
    }

    /// G11.
    a_no_withdraws_and_no_yes_of_a_file_brings_it_back(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "clear");
        let report = house.people(&[("ada@example.org", "no", "")]);
        assert_eq!(["known", "withdrawn", "granted"].map(|key| count(&report, key)), [1, 1, 0], "{report}");
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "opt_out");
        assert_eq!(verdict(house, "ada@example.org", PARTNER), "clear");
        let report = import(house, format!("{HEADER}ada@example.org,,,,order,yes,yes,2026-06-01,Again\n"));
        assert_eq!(["kept_out", "granted"].map(|key| count(&report, key)), [1, 1], "{report}");
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "opt_out");
    }

    people_who_are_known_keep_their_facts(house) {
        import(house, format!("{HEADER}Ada@Example.org,Ada,de,Europe/Berlin,registration,yes,,2026-01-02,Yes\n"));
        let before = house.contents()["recipients"].clone();
        let report = import(house, format!("{HEADER}ada@example.org,Eve,fr,Asia/Tokyo,contest,yes,,2026-01-02,Yes\n"));
        assert_eq!(["added", "known"].map(|key| count(&report, key)), [0, 1]);
        assert_eq!(house.contents()["recipients"], before);
    }

    a_later_consent_is_recorded_and_an_earlier_one_is_not(house) {
        let row = |at: &str| format!("{HEADER}ada@example.org,,,,registration,yes,,{at},Yes\n");
        assert_eq!(count(&import(house, row("2026-03-01")), "granted"), 1);
        assert_eq!(count(&import(house, row("2026-02-01")), "granted"), 0);
        assert_eq!(count(&import(house, row("2026-03-01")), "granted"), 0);
        assert_eq!(count(&import(house, row("")), "granted"), 0);
        assert_eq!(house.entries(), 1);
        assert_eq!(count(&import(house, row("2026-03-01T00:00:01Z")), "granted"), 1);
        assert_eq!(house.entries(), 2);
        let entry = &house.verdict("ada@example.org", COMPANY)["because"][0]["entry"];
        assert_eq!(entry, 2, "the later consent is the one that stands");
    }

    a_repeated_address_is_reported_wherever_it_stands_and_its_no_is_kept(house) {
        some_who_are_known(house);
        let report = import(house, mixed_file());
        let again = "the address stands in an earlier row of this file; a `no` of this row was kept";
        let lines: Vec<_> = left_out(&report);
        let expected = [5, 6, 8, 1209, 1210, 2311, 2312];
        assert_eq!(lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(), expected);
        assert!(lines.iter().all(|(line, reason)| (*line == 8) != (*reason == again)), "{lines:?}");
        assert_adds_up(&report);
        assert_eq!(["added", "known"].map(|key| count(&report, key)), [2302, 2], "{report}");
        // The `no` of the second and third row, the `yes` of neither.
        assert_eq!(verdict(house, "near@example.org", COMPANY), "opt_out");
        assert_eq!(verdict(house, "near@example.org", PARTNER), "clear");
        assert_eq!(verdict(house, "far@example.org", COMPANY), "clear");
        assert_eq!(verdict(house, "far@example.org", PARTNER), "opt_out");
        assert_eq!(verdict(house, "known@example.org", COMPANY), "opt_out");
        assert_eq!(verdict(house, "p7@example.org", COMPANY), "opt_out");
        assert_eq!(verdict(house, "p7@example.org", PARTNER), "no_consent");
        assert_eq!(verdict(house, "left@example.org", COMPANY), "opt_out");
    }

    a_dry_run_writes_nothing_and_reports_what_the_real_run_does(house) {
        some_who_are_known(house);
        house.ok(&["suppress", "add", "p9@example.org", "--reason", "erased"]);
        let before = house.contents();
        let mut rehearsed = rehearse(house, mixed_file());
        assert!(house.contents() == before, "a dry run wrote something");
        assert_eq!(rehearsed["dry_run"], true);
        rehearsed["dry_run"] = false.into();
        assert_eq!(rehearsed, import(house, mixed_file()));
        assert_eq!(count(&rehearsed, "erased"), 1);
    }

    what_spreadsheets_write_is_read(house) {
        let header = HEADER.trim().replace(',', "|");
        let rows = "a@HOST|\"L, Ada\"|||registration|yes||2026-01-02|\"Yes,\nplease: \"\"daily\"\"\"\n\
                    b@HOST||||registration|yes||2026-01-02|Yes\n";
        let written = |separator: &str, host: &str| format!("{header}\n{rows}").replace('|', separator).replace("HOST", host);
        let files = [
            written(",", "comma.example"),
            written(";", "semicolon.example"),
            written("\t", "tab.example"),
            format!("\u{feff}{}", written(",", "mark.example")),
            written(";", "windows.example").replace('\n', "\r\n"),
            " Address , SOURCE,Company,partner\na@short.example,order,yes,\nb@short.example,order, YES ,\n".to_owned(),
        ];
        for csv in &files {
            let report = import(house, csv);
            assert_eq!(["rows", "added", "granted"].map(|key| count(&report, key)), [2, 2, 2], "{csv:?}: {report}");
        }
        let wordings = house.texts("SELECT text AS value FROM wordings ORDER BY text");
        assert!(wordings.contains(&"Yes,\nplease: \"daily\"".to_owned()), "{wordings:?}");
        let names = house.texts("SELECT name AS value FROM recipients WHERE name IS NOT NULL ORDER BY name");
assert_eq!(names, vec!["L, Ada"; 5]);
    }

    a_bad_row_is_named_by_its_line_and_takes_no_good_row_with_it(house) {
        let mut csv = b"address,name,source,company,partner\n".to_vec();
        csv.extend(b"one@example.org,One,order,yes,\n");
        csv.extend(b"jose@example.org,Jos\xe9,order,yes,\n");
        csv.extend(b"two@example.org,Two,order,yes,\n");
        csv.extend(b"few@example.org,order\n");
        csv.extend(b"stray@example.org,\"Stray,order,yes,\n");
        csv.extend(b"three@example.org,\"Three, T.\",order,yes,\n");
        csv.extend(b"\n");
        csv.extend(b"four@example.org,Four,order,yes,\n");
        csv.extend(b"last@example.org,\"Last,order,yes,\n");
        csv.extend(b"five@example.org,Five,order,yes,");
        let report = import(house, csv);
        let lines: Vec<_> = left_out(&report).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [3, 5, 6, 10], "{report}");
        let reasons: Vec<_> = left_out(&report).into_iter().map(|(_, reason)| reason).collect();
        assert!(reasons[0].contains("iconv -f ISO-8859-1 -t UTF-8"), "{reasons:?}");
        assert_eq!(reasons[1], "the row has 2 fields and the first line has 5");
        assert_eq!(reasons[2], "a quote is opened and not closed");
        assert_eq!(count(&report, "added"), 5);
        for name in ["one", "two", "three", "four", "five"] {
            assert_eq!(verdict(house, &format!("{name}@example.org"), COMPANY), "clear", "{name}");
        }
    }

    a_file_that_cannot_be_used_is_refused_with_a_sentence_and_nothing_is_done(house) {
        some_who_are_known(house);
        let before = house.contents();
        let utf16: Vec<u8> = "\u{feff}address,source\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let files: [(&[u8], &str); 9] = [
            (b"", "the file is empty; its first line must name the columns"),
            (b"\n\n\n", "the file is empty; its first line must name the columns"),
            (b"adress,source,company,partner\nx@example.org,order,yes,\n", "the column \"address\" is missing; the first line has: adress,"),
            (b"address,company,partner\nx@example.org,yes,\n", "the column \"source\" is missing"),
            (b"address,source,company,partner,company\n", "the column \"company\" stands twice"),
            (b"secret@example.org,Ada,order,yes,yes\n", "the first line has an address; put a line in front that names the columns"),
            (&utf16, "the file is UTF-16; save it as UTF-8, or convert it: iconv -f UTF-16"),
            (b"address,source,company,partner\rx@example.org,order,yes,\r", "carriage return"),
            (b"address,\"source,company,partner\nx@example.org,order,yes,\n", "a quote is opened and not closed"),
        ];
        for (content, sentence) in files {
            let file = house.file("bad.csv", content);
            let (code, said) = house.fails(&["import", "recipients", &file, "--json"]);
            assert_eq!(code, 65, "{said}");
            assert!(said.contains(sentence), "{sentence:?} is not in {said:?}");
            assert!(said.contains("bad.csv") && !said.contains('@'), "{said:?}");
        }
        for path in [house.folder().join("missing.csv"), house.folder().to_owned()] {
            let (code, said) = house.fails(&["import", "recipients", path.to_str().unwrap()]);
            assert_eq!(code, 65);
            assert!(said.contains(path.to_str().unwrap()) && said.contains("directory"), "{said}");
        }
        assert!(house.contents() == before, "something was written");
    }

    a_file_with_nothing_but_bad_rows_ends_in_code_65(house) {
        let header = "address,source,company,partner\n";
        let bad = house.file("bad.csv", format!("{header}nobody,order,yes,yes\nx@example.org,order,yes,maybe\n"));
        let (code, said) = house.fails(&["import", "recipients", &bad]);
        assert_eq!(code, 65);
        assert!(said.contains("line 2: the address has no @") && said.contains("line 3: partner is"), "{said}");
        assert!(said.contains("2 rows left out"), "{said}");
        let report = house.run(&["import", "recipients", &bad, "--json"]);
        let report: Value = serde_json::from_slice(&report.stdout).unwrap();
        assert_eq!(["rows", "rejected"].map(|key| count(&report, key)), [2, 2]);
        let some = house.file("some.csv", format!("{header}nobody,order,yes,yes\nx@example.org,order,yes,yes\n"));
        house.ok(&["import", "recipients", &some]);
        let none = house.file("none.csv", header);
        house.ok(&["import", "recipients", &none]);
        let bad = house.file("bad.csv", "address\nnobody@\n");
        assert_eq!(house.fails(&["import", "suppressions", &bad]).0, 65);
    }

    /// G9.
    people_who_were_erased_stay_away_and_nothing_of_them_is_stored(house) {
        house.ok(&["suppress", "add", "ada@example.org", "--reason", "erased"]);
        let before = house.contents();
        let row = "Ada@Example.org,Ada,de,,registration,yes,no,2026-01-02,Words for Ada alone\n";
        let report = import(house, format!("{HEADER}{row}{row}"));
        assert_eq!(["rows", "erased", "rejected", "added"].map(|key| count(&report, key)), [2, 1, 1, 0], "{report}");
        assert!(house.contents() == before, "something of the row was stored");
        assert_eq!(verdict(house, "ada@example.org", COMPANY), "erased");
    }

    twenty_thousand_rows_come_in_and_the_count_adds_up(house) {
        let mut csv = String::from(HEADER);
        for number in 0..20_000 {
            let address = if number % 1000 == 999 { "p0@example.org".to_owned() } else { format!("p{number}@example.org") };
            let company = ["yes", "no", "", "what"][usize::from(number % 10 == 3) * (1 + number / 10 % 3)];
            writeln!(csv, "{address},P,en,Europe/London,survey,{company},yes,2026-01-02,Yes please").unwrap();
        }
        let report = import(house, csv);
        assert_adds_up(&report);
        assert_eq!(count(&report, "rows"), 20_000);
        let bad = (0..20_000).filter(|number| number % 10 == 3 && number / 10 % 3 == 2).count();
        assert_eq!(count(&report, "rejected"), u64::try_from(bad).unwrap() + 20);
        assert_eq!(house.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM recipients"), [report["added"].to_string()]);
        let entries = count(&report, "granted") + count(&report, "withdrawn");
        assert_eq!(house.entries(), i64::try_from(entries).unwrap());
        assert_eq!(verdict(house, "p19998@example.org", COMPANY), "clear");
    }

    suppressions_come_in_with_their_scopes_reasons_and_ends(house) {
        let people = ["all", "company", "partner", "topic", "acme", "over", "until", "bounce", "free"];
        let people: Vec<_> = people.map(|name| format!("{name}@example.org")).to_vec();
        let rows: Vec<_> = people.iter().map(|address| (address.as_str(), "yes", "yes")).collect();
        house.ok(&["partner", "add", "Acme"]);
        house.ok(&["topic", "add", "Offers"]);
        house.people(&rows);
        house.people(&[("one@domain.example", "yes", "yes"), ("two@domain.example", "yes", "yes")]);
        let report = suppressions(house,
            "address,scope,reason,expires_at\n\
             All@Example.org,,,\n\
             company@example.org,company,opt_out,\n\
             partner@example.org,partner,complaint,\n\
             topic@example.org,topic:Offers,opt_out,\n\
             acme@example.org,partner:Acme,opt_out,\n\
             over@example.org,everything,staff,2020-01-01\n\
             until@example.org,everything,snoozed,2199-01-01T00:00:00Z\n\
             bounce@example.org,everything,hard_bounce,\n\
             domain.example,everything,staff,\n\
             x@example.org,sometimes,staff,\n\
             x@example.org,everything,dislike,\n\
             x@example.org,everything,staff,whenever\n\
             x@example.org,partner:Nobody,staff,\n\
             x@example.org,x@example.org,staff,\n\
             ,everything,staff,\n"
        );
        assert_eq!(["rows", "added", "known", "rejected"].map(|key| count(&report, key)), [15, 9, 0, 6], "{report}");
        let reasons: Vec<_> = left_out(&report);
        assert_eq!(reasons.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [11, 12, 13, 14, 15, 16]);
        assert!(reasons[0].1.contains("topic:NAME") && reasons[1].1.contains("hard_bounce"), "{reasons:?}");
        assert!(reasons[3].1.contains("Nobody") && !reasons[4].1.contains("x@"), "{reasons:?}");
        assert_eq!(reasons[5].1, "the address is empty");
        let with = |address: &str, list: &[&str]| verdict(house, &format!("{address}@example.org"), list);
        assert_eq!([with("all", COMPANY), with("all", PARTNER)], ["staff", "staff"]);
        assert_eq!([with("company", COMPANY), with("company", PARTNER)], ["opt_out", "clear"]);
        assert_eq!([with("partner", COMPANY), with("partner", PARTNER)], ["clear", "complaint"]);
        let (offers, acme) = (&["--stream", "company", "--topic", "Offers"], &["--stream", "partner", "--partner", "Acme"]);
        assert_eq!([with("topic", offers), with("topic", COMPANY), with("acme", offers)], ["opt_out", "clear", "clear"]);
        assert_eq!([with("acme", acme), with("acme", PARTNER), with("free", acme)], ["opt_out", "clear", "clear"]);
        assert_eq!(with("over", COMPANY), "clear");
        assert_eq!(with("until", PARTNER), "snoozed");
        assert_eq!(with("bounce", COMPANY), "hard_bounce");
        for address in ["one@domain.example", "two@domain.example"] {
            assert_eq!(verdict(house, address, COMPANY), "domain");
        }
        // Again: nothing is new, and nothing is written.
        let before = house.contents();
        let again = suppressions(house, "address,scope,reason\nall@example.org,,\ncompany@example.org,company,opt_out\n");
        assert_eq!(["added", "known"].map(|key| count(&again, key)), [0, 2]);
        assert!(house.contents() == before);
    }

    a_suppression_is_made_longer_and_never_shorter(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes"), ("cyd@example.org", "yes", "yes")]);
        let row = |address: &str, end: &str| format!("{address}@example.org,everything,snoozed,{end}\n");
        let file = |rows: &[String]| format!("address,scope,reason,expires_at\n{}", rows.concat());
        let ends = || house.texts("SELECT CAST(expires_at AS TEXT) AS value FROM suppressions ORDER BY 1");
        let year = |year: i32| chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN).and_utc();
        let micros = |of: i32| year(of).timestamp_micros().to_string();
        suppressions(house, file(&[row("ada", "2100-01-01")]));
        // Shorter, then longer, in one file and in two: the longest holds.
        assert_eq!(count(&suppressions(house, file(&[row("ada", "2050-01-01")])), "known"), 1);
        assert_eq!(ends(), [micros(2100)]);
        assert_eq!(count(&suppressions(house, file(&[row("ada", "2150-01-01")])), "added"), 1);
        assert_eq!(ends(), [micros(2150)]);
        let mixed = file(&[row("bob", "2100-01-01"), row("bob", "2170-01-01"), row("bob", "2160-01-01")]);
        let mut rehearsed = house.json(&["import", "suppressions", &house.file("s.csv", &mixed), "--json", "--dry-run"]);
        assert_eq!(ends(), [micros(2150)]);
        let report = suppressions(house, mixed);
        rehearsed["dry_run"] = false.into();
        assert_eq!(rehearsed, report);
        assert_eq!(["added", "known"].map(|key| count(&report, key)), [2, 1]);
        assert_eq!(ends(), [micros(2150), micros(2170)]);
        suppressions(house, file(&[row("ada", "")]));
        assert_eq!(count(&suppressions(house, file(&[row("ada", "2050-01-01")])), "known"), 1);
        assert!(ends().contains(&"NULL".to_owned()));
        // Each change left an entry.
        assert_eq!(house.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM ledger WHERE decision = 'suppressed'"), ["5"]);
        house.entries();
        assert_eq!(verdict(house, "cyd@example.org", COMPANY), "clear");
    }

    a_dry_run_of_suppressions_counts_as_the_real_run_over_many_batches(house) {
        let mut csv = String::from("domain,address,scope,reason,expires_at\n");
        for number in 0..1500 {
            writeln!(csv, ",p{number}@example.org,everything,snoozed,2100-01-01").unwrap();
        }
        csv.push_str("shop.example,,everything,staff,\n");
        csv.push_str(",p3@example.org,everything,snoozed,2100-01-01\n,p4@example.org,everything,snoozed,2110-01-01\n,nobody,,,\n");
        let before = house.contents();
        let file = house.file("s.csv", &csv);
        let mut rehearsed = house.json(&["import", "suppressions", &file, "--json", "--dry-run"]);
        assert!(house.contents() == before, "a dry run wrote something");
        rehearsed["dry_run"] = false.into();
        let report = house.json(&["import", "suppressions", &file, "--json"]);
        assert_eq!(rehearsed, report);
        assert_eq!(["rows", "added", "known", "rejected"].map(|key| count(&report, key)), [1504, 1502, 1, 1], "{report}");
        assert_eq!(verdict(house, "anybody@shop.example", COMPANY), "domain");
        assert_eq!(house.entries(), 1502);
    }
}

/// Memory must not grow with what is wrong in a file.
#[test]
fn a_line_of_50_megabytes_is_left_out_and_never_held_in_memory() {
    let house = House::on_sqlite();
    for (round, input) in ["-", "/dev/stdin"].into_iter().enumerate() {
        let mut command = house.command(&["import", "recipients", input, "--json"]);
        let mut importing = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut pipe = importing.stdin.take().unwrap();
        pipe.write_all(
            format!("{HEADER}first@{round}.example,,,,order,yes,,2026-01-02,Yes\n\"long@example.org").as_bytes(),
        )
        .unwrap();
        let megabyte = vec![b'x'; 1 << 20];
        for _ in 0..50 {
            pipe.write_all(&megabyte).unwrap();
        }
        pipe.write_all(format!("\nlast@{round}.example,,,,order,yes,,2026-01-02,Yes\n").as_bytes()).unwrap();
        // The pipe itself holds 64 KiB, so nearly all has been read by now, and the process is still there to be asked.
        let status = std::fs::read_to_string(format!("/proc/{}/status", importing.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim();
        let kibibytes: u64 = peak.trim_end_matches(" kB").parse().unwrap();
        assert!(kibibytes < 200 * 1024, "{kibibytes} KiB");
        drop(pipe);
        let output = importing.wait_with_output().unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(["rows", "added"].map(|key| count(&report, key)), [3, 2], "{report}");
        assert_eq!(left_out(&report), [(3, "the row is longer than 64 KiB")]);
    }
    assert_eq!(house.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM recipients"), ["4"]);
}
