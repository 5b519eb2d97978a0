//! The command line that scripts rely on: every word of it, and what it answers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];

/// The contract: what stands here is extended and never bent.
const CONTRACT: &[(&str, &str)] = &[
    ("init", ""),
    ("serve", "--only web sender"),
    ("migrate", ""),
    ("check", ""),
    ("import recipients", "<FILE> --dry-run --json"),
    ("import suppressions", "<FILE> --dry-run --json"),
    ("partner add", "<NAME>"),
    ("topic add", "<NAME>"),
    ("campaign create", "--stream --topic --partner --name --subject --text --html --json"),
    ("campaign schedule", "<ID> --at now"),
    ("campaign pause", "<ID>"),
    ("campaign resume", "<ID>"),
    ("campaign cancel", "<ID>"),
    ("campaign show", "<ID> --json"),
    ("verdict", "<ADDRESS> --stream --partner --topic --json"),
    ("link", "<ADDRESS> --stream --partner --topic"),
    ("suppress add", "<WHOM> --scope --reason --expires-at --by --note"),
    ("suppress list", "[WHOM] --json"),
    ("suppress lift", "<WHOM> --scope --reason --note"),
    ("ledger verify", "--export <FILE> --since --key --json"),
    ("ledger checkpoint", ""),
    ("ledger export", "<FILE>"),
    ("keys list", "--json"),
    ("keys rotate", ""),
    ("demo", "--check"),
];

fn help(house: &House, command: &str) -> String {
    let mut arguments: Vec<_> = command.split_whitespace().collect();
    arguments.push("--help");
    house.ok(&arguments)
}

/// The commands that a help text lists.
fn listed(help: &str) -> Vec<&str> {
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap_or_else(|| panic!("{value} is no object")).keys().map(String::as_str).collect()
}

fn assert_has(value: &Value, wanted: &[&str]) {
    let there = keys(value);
    for key in wanted {
        assert!(there.contains(key), "{key} is missing: {value}");
    }
}

#[test]
fn every_command_and_flag_of_the_contract_is_there() {
    let house = House::on_sqlite();
    for (command, words) in CONTRACT {
        let text = help(&house, command);
        let found: BTreeSet<_> = text.split(|c: char| c.is_whitespace() || ",;:.()`".contains(c)).collect();
        for word in words.split_whitespace() {
            assert!(found.contains(word), "{command} --help does not name {word}:\n{text}");
        }
    }
}

/// Every command there is, those beyond the contract too.
#[test]
fn every_help_text_says_something_and_fits_a_terminal() {
    let house = House::on_sqlite();
    let mut open = vec![String::new()];
    let mut seen = Vec::new();
    while let Some(command) = open.pop() {
        let text = help(&house, &command);
        let about = text.lines().next().unwrap();
        assert!(about.len() > 7 && about.starts_with(char::is_uppercase), "{command:?} has no sentence: {about}");
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{command:?}: {line}");
        }
        let inner = listed(&text).into_iter().map(|name| format!("{command} {name}").trim().to_owned());
        open.extend(inner);
        seen.push(command);
    }
    for (command, _) in CONTRACT {
        assert!(seen.iter().any(|known| known == command), "{command} is in no list of commands: {seen:?}");
    }
    let (code, said) = house.fails(&["campaign", "begin"]);
    assert!(code == 2 && said.contains("unrecognized subcommand"), "{said}");
    let (code, _) = house.fails(&["verdict", "ada@example.org"]);
    assert_eq!(code, 2, "a verdict needs a stream");
    assert!(house.ok(&["--version"]).starts_with("consentry "));
}

both_databases! {
    init_twice_changes_nothing(house) {
        let read = |name: &str| std::fs::read(house.folder().join(name)).unwrap();
        let (settings, ring, before) = (read("consentry.toml"), read("consentry.keys"), house.contents());
        let said = house.ok(&["init"]);
        assert!(said.contains("consentry.toml is there and stays as it is"), "{said}");
        assert!(said.contains("consentry.keys is there and stays as it is"), "{said}");
        assert!(read("consentry.toml") == settings && read("consentry.keys") == ring, "a file was changed");
        assert!(house.contents() == before, "the database was changed");
        house.ok(&["check"]);
    }

    a_campaign_answers_scripts_as_they_expect(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "no", "")]);
        house.ok(&["topic", "add", "Offers"]);
        house.ok(&["partner", "add", "Acme"]);
        let text = house.file("t.txt", "Hello {{name}}\n");
        let html = house.file("h.html", "<p>Hello {{name}}</p>");
        let mut ids = BTreeSet::new();
        for list in [COMPANY, PARTNER, &["--stream", "company", "--topic", "Offers"], &["--stream", "partner", "--partner", "Acme"]] {
            let mut arguments = vec!["campaign", "create"];
            arguments.extend(list);
            arguments.extend(["--name", "N", "--subject", "S", "--text", &text, "--html", &html, "--json"]);
            let created = house.json(&arguments);
            assert_eq!(keys(&created), ["id"].into());
            let id = created["id"].as_u64().unwrap();
            assert!(id < 1 << 53, "a script in JavaScript would lose digits of {id}");
            ids.insert(id);
        }
        assert_eq!(ids.len(), 4);
        let id = ids.first().unwrap().to_string();
        let numbers = ["audience", "accepted", "deferred", "rejected", "in_doubt", "ready"];
        let show = || {
            let standing = house.show(&id);
            assert_has(&standing, &["state", "withheld"]);
            assert_has(&standing, &numbers);
            assert!(numbers.iter().all(|key| standing[key].is_u64()) && standing["withheld"].is_object(), "{standing}");
            standing["state"].as_str().unwrap().to_owned()
        };
        assert_eq!(show(), "draft");
        house.ok(&["campaign", "schedule", &id, "--at", "2199-12-01T09:00:00+01:00"]);
        assert_eq!(show(), "scheduled");
        house.ok(&["campaign", "pause", &id]);
        assert_eq!(show(), "paused");
        house.ok(&["campaign", "resume", &id]);
        assert_eq!(show(), "scheduled");
        house.ok(&["campaign", "cancel", &id]);
        assert_eq!(show(), "cancelled");
        let (code, said) = house.fails(&["campaign", "schedule", &id, "--at", "now"]);
        assert!(code == 1 && said.contains("a campaign that is cancelled cannot be scheduled"), "{said}");
        let (_, said) = house.fails(&["campaign", "show", "2"]);
        assert!(said.contains("there is no campaign 2"), "{said}");
        for at in ["tomorrow", "2199-12-01", "2199-12-01T09:00:00", "09:00"] {
            let (code, said) = house.fails(&["campaign", "schedule", &id, "--at", at]);
            assert!(code == 65 && said.contains("2026-12-01T09:00:00+01:00"), "{said}");
        }
    }

    a_campaign_waits_for_its_time_while_others_go_out(house) {
        house.crowd(5);
        let running = house.serve();
        let later = house.draft(COMPANY, "Later");
        let scheduled = house.json(&["campaign", "schedule", &later, "--at", "2199-12-01T09:00:00+01:00", "--json"]);
        assert_eq!(scheduled["state"], "scheduled");
        assert_eq!(scheduled["scheduled_at"], "2199-12-01T08:00:00+00:00");
        let now = house.campaign(COMPANY, "Now");
        assert_eq!(house.wait_finished(&now)["accepted"], 5);
        let standing = house.show(&later);
        assert_eq!((&standing["state"], &standing["accepted"]), (&"scheduled".into(), &0.into()), "{standing}");
        assert!(!house.sink.subjects().contains(&"Later".to_owned()));
        // Another time, and it goes.
        house.ok(&["campaign", "schedule", &later, "--at", "now"]);
        assert_eq!(house.wait_finished(&later)["accepted"], 5);
        running.stop();
    }

    a_verdict_says_what_it_rests_on(house) {
        house.people(&[("ada@example.org", "yes", "no")]);
        house.ok(&["suppress", "add", "bob@example.org", "--reason", "complaint", "--scope", "partner"]);
        let clear = house.verdict("ada@example.org", COMPANY);
        assert_eq!((&clear["verdict"], &clear["reason"]), (&"clear".into(), &Value::Null));
        let withheld = house.verdict("ADA@example.org", PARTNER);
        assert_eq!((&withheld["verdict"], &withheld["reason"]), (&"withheld".into(), &"opt_out".into()));
        for answer in [&clear, &withheld] {
            assert_eq!(keys(answer), ["because", "reason", "verdict"].into());
            let because = answer["because"].as_array().unwrap();
            assert!(!because.is_empty());
            assert_has(&because[0], &["rule", "text", "entry", "policy_version"]);
        }
        let barred = house.verdict("bob@example.org", PARTNER);
        assert_eq!(barred["because"][0]["suppression"], "complaint in partner");
        assert_eq!(house.verdict("nobody@example.org", COMPANY)["reason"], "no_consent");
        assert!(house.ok(&["verdict", "ada@example.org", "--stream", "company"]).starts_with("clear\n"));
        let (_, said) = house.fails(&["verdict", "ada@example.org", "--stream", "company", "--topic", "None"]);
        assert!(said.contains("there is no topic \"None\"; add it with `consentry topic add`"), "{said}");
        let (_, said) = house.fails(&["verdict", "ada@example.org", "--stream", "company", "--partner", "Acme"]);
        assert!(said.contains("not the other way round"), "{said}");
    }

    a_link_is_one_url_on_one_line(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.ok(&["partner", "add", "Acme"]);
        house.ok(&["topic", "add", "Offers"]);
        let mut all = BTreeSet::new();
        for list in [COMPANY, PARTNER, &["--stream", "company", "--topic", "Offers"], &["--stream", "partner", "--partner", "Acme"]] {
            let mut arguments = vec!["link", "ada@example.org"];
            arguments.extend(list);
            let said = house.ok(&arguments);
            let url = said.strip_suffix('\n').unwrap();
            let token = url.strip_prefix("http://127.0.0.1:1/u/").unwrap();
            assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{url}");
            all.insert(url.to_owned());
        }
        assert_eq!(all.len(), 4, "each list has a link of its own");
        let (_, said) = house.fails(&["link", "nobody@example.org", "--stream", "company"]);
        assert!(said.contains("nobody with this address is known") && !said.contains('@'), "{said}");
    }

    a_partner_or_topic_added_twice_is_the_same_one(house) {
        for what in ["partner", "topic"] {
            let first = house.json(&[what, "add", "Acme & Söhne", "--json"]);
            assert_eq!(first["name"], "Acme & Söhne");
            let before = house.contents();
            assert_eq!(house.json(&[what, "add", " Acme & Söhne ", "--json"]), first);
            assert!(house.contents() == before);
            assert_ne!(house.json(&[what, "add", "Other", "--json"])["id"], first["id"]);
            assert!(house.ok(&[what, "add", "Acme & Söhne"]).contains(&first["id"].to_string()));
            let long = "n".repeat(81);
            for name in ["", "  ", "two\nlines", &long] {
                let (_, said) = house.fails(&[what, "add", name]);
                assert!(said.contains("a name has 1 to 80 visible characters"), "{said}");
            }
        }
    }

    a_suppression_of_a_list_that_there_is_not_is_refused_with_those_that_there_are(house) {
        let (_, none) = house.fails(&["suppress", "add", "ada@example.org", "--scope", "topic:7"]);
        assert!(none.contains("there is no topic:7") && none.contains("consentry topic add"), "{none}");
        house.ok(&["partner", "add", "Lighthouse"]);
        let (_, some) = house.fails(&["suppress", "add", "ada@example.org", "--scope", "partner:7"]);
        assert!(some.contains("there is no partner:7; there are partner:") && some.contains("(Lighthouse)"), "{some}");
    }

    /// CONFORMANCE I8: purposes, categories, recipients (partners by name) and how long, as it is on that day.
    i8_the_record_of_processing_activities_can_be_printed(house) {
        house.ok(&["partner", "add", "Lighthouse"]);
        house.ok(&["topic", "add", "Weekly letter"]);
        house.set("CONSENTRY_REGIMES", "order.company=granted:soft opt-in (PECR 22)");
        house.set("CONSENTRY_RETENTION", "until you withdraw").set("CONSENTRY_JURISDICTION", "Ireland");
        house.set("CONSENTRY_RELAY", "smtps://user:hush-hush@relay.example.org").set("CONSENTRY_EVIDENCE_MONTHS", "7");
        let text = house.ok(&["activities"]);
        for told in [
            "by topic: Weekly letter", "on behalf of: Lighthouse", "the partners receive no personal data",
            "soft opt-in (PECR 22), for people from order who were not asked", "until you withdraw", "7 months", "Ireland",
            "relay.example.org (encrypted)", "keyed hash", "Port Ellis",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert!(!text.contains("hush-hush") && !text.contains("user:"), "{text}");
        let record = house.json(&["activities", "--json"]);
        assert_has(&record, &["made_at", "controller", "policy_version", "activities", "processors", "transfers", "security"]);
        for activity in record["activities"].as_array().unwrap() {
            assert_has(activity, &["name", "purpose", "legal_bases", "data_subjects", "personal_data", "recipients", "kept"]);
        }
    }

    a_suppression_is_added_listed_and_lifted_with_a_reason(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        assert_eq!(house.json(&["suppress", "list", "ada@example.org", "--json"]), Value::Array(Vec::new()));
        let note = "asked by telephone";
        house.ok(&["suppress", "add", "Ada@Example.org", "--scope", "partner", "--reason", "opt_out", "--by", "Bea", "--note", note]);
        assert!(house.ok(&["suppress", "add", "ada@example.org", "--scope", "partner", "--reason", "opt_out"]).contains("already"));
        house.ok(&["suppress", "add", "shop.example", "--expires-at", "2199-01-01"]);
        let held = house.json(&["suppress", "list", "ada@example.org", "--json"]);
        let one = &held[0];
        assert_eq!(["scope", "reason", "actor", "note"].map(|key| one[key].as_str().unwrap()), ["partner", "opt_out", "staff Bea", note]);
        assert_has(one, &["subject", "since", "expires_at"]);
        assert_eq!(house.verdict("ada@example.org", PARTNER)["reason"], "opt_out");
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        let all = house.json(&["suppress", "list", "--json"]);
        assert_eq!(all.as_array().unwrap().len(), 2);
        let list = house.ok(&["suppress", "list"]);
        assert!(list.contains("shop.example") && list.contains("1 by staff") && !list.contains('@'), "{list}");
        // G11: nobody lifts anything without saying why, and the ledger keeps who and why.
        let undo = ["suppress", "lift", "ada@example.org", "--scope", "partner", "--reason", "opt_out"];
        let before = house.contents();
        for note in [&[][..], &["--note", " "]] {
            let (code, said) = house.fails(&[&undo[..], note].concat());
            assert!(code == 65 && said.contains("say why with --note"), "{said}");
        }
        // G9: a note stays when the person goes, so it must not say who they were.
        let naming = ["--note", "she wrote from ada@example.org"];
        for what in [&undo[..], &["suppress", "add", "ada@example.org"], &["child", "report", "ada@example.org"]] {
            let (code, said) = house.fails(&[what, &naming].concat());
            assert!(code == 65 && said.contains("without the address") && !said.contains("ada@"), "{said}");
        }
        let (code, said) = house.fails(&["suppress", "lift", "ada@example.org", "--note", "x"]);
        assert!(code == 1 && said.contains("there is no such suppression"), "{said}");
        assert!(house.contents() == before, "something was written");
        house.ok(&[&undo[..], &["--by", "Bea", "--note", "confirmed in writing"]].concat());
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear");
        let entry = house.texts("SELECT actor || ': ' || note AS value FROM ledger WHERE decision = 'lifted'");
        assert_eq!(entry, ["staff Bea: confirmed in writing"]);
        house.entries();
        for (arguments, sentence) in [
            (["suppress", "add", "ada@example.org", "--scope", "mail"], "everything, company, partner, topic:ID, partner:ID"),
            (["suppress", "add", "ada@example.org", "--reason", "dislike"], "hard_bounce, erased, staff, opt_out"),
            (["suppress", "add", "ada@example.org", "--expires-at", "soon"], "write a date such as 2027-03-01"),
        ] {
            let (code, said) = house.fails(&arguments);
            assert!(code == 65 && said.contains(sentence) && !said.contains('@'), "{said}");
        }
    }

    the_ledger_is_verified_in_the_database_and_in_an_export(house) {
        house.crowd(30);
        let verified = house.json(&["ledger", "verify", "--json"]);
        assert_eq!((&verified["result"], &verified["entries"]), (&"intact".into(), &60.into()));
        let export = house.folder().join("ledger.jsonl");
        let path = export.to_str().unwrap();
        house.ok(&["ledger", "export", path]);
        let exported = house.json(&["ledger", "verify", "--export", path, "--json"]);
        for part in ["result", "entries", "head"] {
            assert_eq!(exported[part], verified[part], "{part}");
        }
        let lines = std::fs::read_to_string(&export).unwrap();
        assert!(!lines.contains('@') && lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
        assert_eq!(lines, house.ok(&["ledger", "export", "-"]));
        // What was there is not written over.
        house.fails(&["ledger", "export", path]);
        assert_eq!(std::fs::read_to_string(&export).unwrap(), lines);
        let cut: Vec<_> = lines.lines().filter(|line| !line.starts_with("{\"seq\":17,")).collect();
        let cut = house.file("cut.jsonl", cut.join("\n"));
        let (code, said) = house.fails(&["ledger", "verify", "--export", &cut]);
        assert!(code == 3 && said.contains("entry 17 is the first"), "{said}");
        let (code, _) = house.fails(&["ledger", "verify", "--export", "nowhere.jsonl"]);
        assert_eq!(code, 65);
    }
}

/// The file is read from the current folder, and an empty variable is as good as none.
#[test]
fn the_environment_wins_over_the_file() {
    let mut house = House::on_sqlite();
    house.people(&[("ada@example.org", "yes", "yes")]);
    house.file("consentry.toml", "base_url = \"http://127.0.0.1:7\"\nkeys = \"consentry.keys\"\nsenders = 3\n");
    let link = |house: &House| house.ok(&["link", "ada@example.org", "--stream", "company"]);
    assert!(link(&house).starts_with("http://127.0.0.1:1/u/"), "the environment wins");
    house.set("CONSENTRY_BASE_URL", "  ");
    assert!(link(&house).starts_with("http://127.0.0.1:7/u/"), "an empty variable is none");
    house.unset("CONSENTRY_BASE_URL");
    assert!(link(&house).starts_with("http://127.0.0.1:7/u/"), "the file counts where the environment is silent");
    house.set("CONSENTRY_BASE_URL", "https://mail.harbour.example/news/");
    assert!(link(&house).starts_with("https://mail.harbour.example/news/u/"));
    house.set("CONSENTRY_SENDERS", "none");
    assert!(house.fails(&["check"]).1.contains("CONSENTRY_SENDERS"), "even a bad value is not passed over");
    house.unset("CONSENTRY_SENDERS");
    house.ok(&["check"]);
}

/// What `init` writes is a file that `check` can read: every setting is either the default or a comment.
#[test]
fn the_settings_file_of_init_works_as_it_is() {
    let mut house = House::on_sqlite();
    for key in ["DATABASE_URL", "CONSENTRY_BASE_URL", "CONSENTRY_LISTEN", "CONSENTRY_RELAY", "CONSENTRY_FROM_COMPANY"] {
        house.unset(key);
    }
    for key in ["CONSENTRY_FROM_PARTNER", "CONSENTRY_POSTAL_ADDRESS", "CONSENTRY_SENDERS"] {
        house.unset(key);
    }
    let (code, said) = house.fails(&["check"]);
    assert_eq!(code, 1);
    let missing = ["RELAY", "FROM_COMPANY", "FROM_PARTNER", "POSTAL_ADDRESS"]
        .map(|key| format!("- CONSENTRY_{key} is not set: "));
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), missing.len(), "{said}");
    for (line, missing) in lines.iter().zip(missing) {
        assert!(line.starts_with(&missing), "{said}");
    }
    // With the comment signs taken away, the examples are good values too.
    let sample = std::fs::read_to_string(house.folder().join("consentry.toml")).unwrap();
    let mut seen = BTreeSet::new();
    let filled: String = sample
        .lines()
        .map(|line| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).unwrap_or(line))
        .filter(|line| {
            let elsewhere = ["relay_ca", "relays"];
            line.split_once(" = ")
                .is_none_or(|(key, _)| key.contains(' ') || (!elsewhere.contains(&key) && seen.insert(key)))
        })
        .fold(String::new(), |text, line| text + line + "\n");
    house.file("consentry.toml", filled.replace("relay.example.org:587?tls=starttls", "127.0.0.1:1"));
    let (_, said) = house.fails(&["check"]);
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 1, "{said}");
    assert!(lines[0].starts_with("- CONSENTRY_RELAY: nothing answers at 127.0.0.1:1"), "{said}");
}
