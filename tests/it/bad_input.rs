//! What goes wrong outside: each gets a sentence that says what to do, nothing is lost or half done, and no sentence
//! tells a password or an address.

use std::collections::BTreeMap;

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];
/// Stands for every password: it may turn up nowhere.
const SECRET: &str = "hunter2";

/// The house's files and tables.
type State = (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<String>>);

fn files(house: &House) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(house.folder()).unwrap().map(|entry| entry.unwrap());
    let files = entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()));
    files.filter(|(name, _)| !name.starts_with("consentry.sqlite")).collect()
}

fn state(house: &House) -> State {
    (files(house), house.contents())
}

/// Commands of every kind: each must refuse for the same reason, whatever it was about to do.
fn commands(house: &House) -> Vec<Vec<String>> {
    house.file("people.csv", "address,source,company,partner\nnew@example.org,order,yes,yes\n");
    house.file("bars.csv", "address\nnew@example.org\n");
    // By their names alone: the way to the house may have a space in it.
    let lines = [
        "import recipients people.csv --json",
        "import suppressions bars.csv",
        "partner add Acme",
        "campaign show 1 --json",
        "campaign schedule 1 --at now",
        "verdict ada@example.org --stream company --json",
        "link ada@example.org --stream company",
        "suppress add ada@example.org",
        "suppress list",
        "ledger verify",
        "serve",
        "serve --only web",
        "serve --only sender",
        "check",
        "init",
    ];
    lines.iter().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

/// Runs a command that must fail with a sentence that holds `sentence` and nothing secret.
fn refused(house: &House, arguments: &[&str], sentence: &str) -> i32 {
    let (code, said) = house.fails(arguments);
    assert!(said.contains(sentence), "consentry {}: {sentence:?} is not in {said:?}", arguments.join(" "));
    assert_discreet(&said);
    code
}

fn assert_discreet(said: &str) {
    let told = [SECRET, "ada@", "new@", "p0@", "@harbour", "panicked"].into_iter().find(|word| said.contains(word));
    assert_eq!(told, None, "{said}");
}

fn all_refused(house: &House, sentence: &str) {
    let all = commands(house);
    let before = files(house);
    for command in &all {
        let arguments: Vec<_> = command.iter().map(String::as_str).collect();
        refused(house, &arguments, sentence);
    }
    assert!(files(house) == before, "a file was changed");
}

/// The faults that `check` prints, one in each line.
fn faults(house: &House) -> Vec<String> {
    let (code, said) = house.fails(&["check"]);
    assert_eq!(code, 1, "{said}");
    assert_discreet(&said);
    let line =
        |line: &str| line.strip_prefix("- ").unwrap_or_else(|| panic!("not one fault a line: {said}")).to_owned();
    said.lines().map(line).collect()
}

fn assert_faults(house: &House, beginnings: &[&str]) {
    let found = faults(house);
    assert_eq!(found.len(), beginnings.len(), "{found:#?}");
    for beginning in beginnings {
        assert!(found.iter().any(|fault| fault.starts_with(beginning)), "{beginning:?} is not in {found:#?}");
    }
}

both_databases! {
    the_keys_of_another_installation_are_refused_before_anything_is_done(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let own = std::fs::read(house.folder().join("consentry.keys")).unwrap();
        std::fs::copy(House::on_sqlite().folder().join("consentry.keys"), house.folder().join("consentry.keys")).unwrap();
        commands(house);
        let before = state(house);
        all_refused(house, "the key file does not belong to this database");
        all_refused(house, "Restore the key file that was made with the database");
        assert!(state(house) == before, "something was changed");
        house.file("consentry.keys", own);
        house.ok(&["check"]);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
    }

    /// New keys would forget every suppression: `init` makes them for an empty database only.
    a_lost_key_file_is_never_replaced_by_new_keys(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let keys = house.folder().join("consentry.keys");
        let own = std::fs::read(&keys).unwrap();
        std::fs::remove_file(&keys).unwrap();
        commands(house);
        let before = state(house);
        all_refused(house, "the key file consentry.keys is missing");
        assert!(!keys.exists());
        refused(house, &["init"], "restore it from your copy");
        refused(house, &["keys", "rotate"], "the key file consentry.keys is missing");
        assert!(state(house) == before, "something was changed");
        std::fs::write(&keys, own).unwrap();
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
    }

    a_file_that_holds_no_keys_is_left_as_it_is(house) {
        let own = std::fs::read_to_string(house.folder().join("consentry.keys")).unwrap();
        let half = own.split_at(own.len() / 2).0;
        let broken = own.replace("signing_key = 1", "signing_key = 7");
        let contents: [&[u8]; 6] = [b"", b"hello\n", b"\xff\xfe\x00", half.as_bytes(), broken.as_bytes(), b"address_key = \"hunter2\"\n"];
        for content in contents {
            house.file("consentry.keys", content);
            commands(house);
            let before = state(house);
            refused(house, &["verdict", "ada@example.org", "--stream", "company"], "consentry.keys is not a key file");
            refused(house, &["init"], "restore it from your copy");
            refused(house, &["keys", "rotate"], "consentry.keys is not a key file");
            assert_faults(house, &["consentry.keys is not a key file"]);
            assert!(state(house) == before, "something was changed");
        }
        house.file("consentry.keys", own);
        house.ok(&["check"]);
    }

    a_database_of_a_newer_version_is_left_alone(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.sql("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000000')").unwrap();
        commands(house);
        let before = state(house);
        all_refused(house, "the database was made by a newer consentry (it knows the step 99990101000000)");
        assert_eq!(refused(house, &["migrate"], "install that version or a later one"), 1, "not 75: waiting does not help");
        assert_eq!(refused(house, &["ledger", "verify"], "newer consentry"), 1);
        assert!(state(house) == before, "something was changed");
        house.sql("DELETE FROM __diesel_schema_migrations WHERE version = '99990101000000'").unwrap();
        house.ok(&["check"]);
    }

    /// Looking changes nothing: not even an empty database is filled.
    check_says_what_is_missing_and_makes_nothing(house) {
        if house.is_sqlite() {
            std::fs::remove_file(house.folder().join("consentry.sqlite")).unwrap();
            assert_faults(house, &["the database"]);
            assert!(faults(house)[0].ends_with("is not there; `consentry init` makes it"));
            assert!(!house.folder().join("consentry.sqlite").exists());
        } else {
            house.sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").unwrap();
            assert_faults(house, &["the database is "]);
            assert!(house.tables().is_empty());
        }
        house.ok(&["init"]);
        house.ok(&["check"]);
    }

    a_port_that_is_taken_is_named(house) {
        let running = house.serve();
        let listen = running.address.clone();
        house.set("CONSENTRY_LISTEN", &listen);
        for arguments in [&["serve"][..], &["serve", "--only", "web"]] {
            let code = refused(house, arguments, &format!("cannot listen on {listen}"));
            assert_eq!(code, 1);
            refused(house, arguments, "is another consentry running? choose another CONSENTRY_LISTEN");
        }
        // The first one does not mind.
        house.people(&[("ada@example.org", "yes", "yes")]);
        let id = house.campaign(COMPANY, "Still here");
        assert_eq!(house.wait_finished(&id)["accepted"], 1);
        running.stop();
    }

    a_relay_that_is_down_is_reported_by_check_and_stops_nothing_else(house) {
        house.set("CONSENTRY_RELAY", &format!("smtp://ada:{SECRET}@127.0.0.1:1?tls=none"));
        assert_faults(house, &["CONSENTRY_RELAY: nothing answers at 127.0.0.1:1: Connection refused"]);
        house.crowd(3);
        let running = house.serve();
        let id = house.campaign(COMPANY, "Waits");
        let standing = house.wait_until(&id, |standing| standing["audience"] == 3);
        assert_eq!((&standing["accepted"], &standing["rejected"]), (&0.into(), &0.into()));
        let log = running.stop();
        assert_discreet(&log);
        assert_eq!(house.show(&id)["in_doubt"], 0);
    }

    every_fault_is_printed_at_once(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let before = house.contents();
        house.file("consentry.toml", "lisen = \"127.0.0.1:1\"\nweekly_cap = \"many\"\nsenders = 1.5\n");
        house.set("CONSENTRY_RELAY", &format!("smtp://ada:{SECRET}@127.0.0.1:1?tls=none"));
        house.set("CONSENTRY_BASE_URL", "http://mail.example.org").set("CONSENTRY_RETRY_AFTER", "soon");
        house.set("CONSENTRY_FROM_COMPANY", "Harbour Books").unset("CONSENTRY_POSTAL_ADDRESS").unset("CONSENTRY_SENDERS");
        std::fs::remove_file(house.folder().join("consentry.keys")).unwrap();
        house.sql("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000000')").unwrap();
        let beginnings = [
            "consentry.toml: \"lisen\" is no setting; the settings are database_url,",
            "CONSENTRY_WEEKLY_CAP: \"many\" is not a whole number",
            "CONSENTRY_SENDERS: senders in consentry.toml is a text in quotes, a whole number",
            "CONSENTRY_BASE_URL: it must begin with https://",
            "CONSENTRY_RETRY_AFTER: \"soon\" is not a duration; write it as `30s`",
            "CONSENTRY_FROM_COMPANY: write `Name <",
            "CONSENTRY_POSTAL_ADDRESS is not set: ",
            "the key file consentry.keys is missing",
            "the database was made by a newer consentry",
            "CONSENTRY_RELAY: nothing answers at 127.0.0.1:1",
        ];
        let found = faults(house);
        for beginning in beginnings {
            assert!(found.iter().any(|fault| fault.starts_with(beginning)), "{beginning:?} is not in {found:#?}");
        }
        assert_eq!(found.len(), beginnings.len(), "{found:#?}");
        assert!(house.contents() == before, "check wrote something");
    }
}

#[test]
fn a_database_that_is_none_is_refused_and_none_is_made() {
    let mut house = House::on_sqlite();
    let before = files(&house);
    for (url, sentence) in [
        ("mysql://ada:hunter2@db/consentry", "write `sqlite:FILE` or `postgres://"),
        ("consentry.sqlite", "write `sqlite:FILE`"),
        ("postgres:consentry", "write `sqlite:FILE`"),
        ("sqlite:", "`sqlite:` needs the name of a file"),
        ("postgres://ada:hunter2%@127.0.0.1:1/db", "DATABASE_URL: the PostgreSQL URL cannot be read"),
        ("postgres://ada:hunter2@x@127.0.0.1:1/db", "DATABASE_URL: the PostgreSQL URL cannot be read"),
        ("postgres://ada:x@hunter2@127.0.0.1:1/db", "DATABASE_URL: the PostgreSQL URL cannot be read"),
        ("postgres://ada:hunter2/x@127.0.0.1:1/db", "DATABASE_URL: the PostgreSQL URL cannot be read"),
        (
            "postgres://ada:hunter2@db.example.org:1/db?sslmode=require",
            "sslmode is verify-full (what holds for a server",
        ),
        ("postgres://ada:hunter2@db.example.org:1/db?sslmode=verify-ca", "needs the file of your own authority"),
        ("postgres://ada:hunter2@db.example.org:1/db?sslcert=me.pem", "asks for sslcert, which Consentry does not do"),
        ("postgres://ada:hunter2@db.example.org:1/db?service=main", "a PostgreSQL service (service=) is not looked up"),
    ] {
        house.set("DATABASE_URL", url);
        for arguments in [&["migrate"][..], &["serve"], &["check"], &["ledger", "verify"], &["init"]] {
            let (_, said) = house.fails(arguments);
            assert!(said.contains("DATABASE_URL: ") && said.contains(sentence), "{url}: {said}");
            assert!(!said.contains(SECRET) && !said.contains("@127"), "{url}: {said}");
        }
    }
    assert!(files(&house) == before, "a file was made");
}

#[test]
fn a_server_that_is_away_is_named_without_its_password() {
    let mut house = House::on_sqlite();
    house.set("DATABASE_URL", &format!("postgres://ada:{SECRET}@127.0.0.1:1/consentry"));
    all_refused(&house, "the database cannot be reached: connection to server at \"127.0.0.1\", port 1 failed");
    // 75: a script may try again later.
    assert_eq!(refused(&house, &["migrate"], "Connection refused"), 75);
    assert_eq!(refused(&house, &["ledger", "verify"], "Connection refused"), 75);
    assert_faults(&house, &["the database cannot be reached: "]);
    // `init` without a database makes no keys yet.
    std::fs::remove_file(house.folder().join("consentry.keys")).unwrap();
    refused(&house, &["init"], "Connection refused");
    assert!(!house.folder().join("consentry.keys").exists());
}

#[test]
fn a_server_that_does_not_know_us_is_named_without_our_password() {
    let postgres = House::on_postgres();
    let mut house = House::on_sqlite();
    let (server, _) = postgres.database.rsplit_once('/').unwrap();
    let server = server.replace("postgres://consentry@", &format!("postgres://consentry:{SECRET}@"));
    house.set("DATABASE_URL", &format!("{server}/there_is_no_such_database"));
    refused(&house, &["ledger", "verify"], "database \"there_is_no_such_database\" does not exist");
    house.set("DATABASE_URL", &format!("{}/postgres", server.replace("consentry:", "nobody_of_that_name:")));
    refused(&house, &["ledger", "verify"], "role \"nobody_of_that_name\" does not exist");
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let mut house = House::on_sqlite();
    let letter =
        "Dear reader, this is a letter and no database, and it is long enough to be taken for one.\n".repeat(40);
    house.file("letter.txt", &letter);
    house.set("DATABASE_URL", "sqlite:letter.txt");
    all_refused(
        &house,
        "the database cannot be used: letter.txt is no SQLite database; name another file in DATABASE_URL",
    );
    assert_eq!(refused(&house, &["migrate"], "letter.txt"), 1, "not 75: waiting does not help");
    assert_eq!(std::fs::read_to_string(house.folder().join("letter.txt")).unwrap(), letter);
    house.set("DATABASE_URL", "sqlite:nowhere/consentry.sqlite");
    refused(&house, &["migrate"], "nowhere/consentry.sqlite cannot be opened; its folder must be there");
    assert_faults(&house, &["the database nowhere/consentry.sqlite is not there"]);
    house.set("DATABASE_URL", "sqlite:.");
    refused(&house, &["migrate"], "cannot be opened");
    // Another program's database is no place for our tables either, but nobody can tell; ours are added beside its own.
}

#[test]
fn mail_and_links_never_travel_in_clear_beyond_this_machine() {
    let mut house = House::on_sqlite();
    for relay in ["relay.example.org", "10.0.0.1:25", "localhost.example.org", "[2001:db8::1]:25"] {
        house.set("CONSENTRY_RELAY", &format!("smtp://ada:{SECRET}@{relay}?tls=none"));
        for arguments in [&["serve"][..], &["check"], &["link", "ada@example.org", "--stream", "company"]] {
            refused(&house, arguments, "CONSENTRY_RELAY: `tls=none` is only for a relay on loopback");
        }
    }
    for relay in
        ["smtp://ada:hunter2@127.0.0.1?tls=maybe", "relay:25", "http://127.0.0.1", "smtp://ada:x/hunter2@127.0.0.1:1"]
    {
        house.set("CONSENTRY_RELAY", relay);
        let (code, said) = house.fails(&["serve"]);
        assert!(code == 65 && said.contains("CONSENTRY_RELAY: ") && !said.contains(SECRET), "{said}");
    }
    let sink = house.sink.url();
    house.set("CONSENTRY_RELAY", &sink);
    for base in [
        "http://mail.example.org",
        "http://10.0.0.1",
        "http://localhost.example.org",
        "ftp://127.0.0.1",
        "mail.example.org",
    ] {
        house.set("CONSENTRY_BASE_URL", base);
        let (code, said) = house.fails(&["serve"]);
        assert!(code == 65 && said.contains("CONSENTRY_BASE_URL: ") && said.contains("https://"), "{base}: {said}");
    }
    house.set("CONSENTRY_BASE_URL", &format!("https://ada:{SECRET}@mail.example.org"));
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("no query, no fragment and no login") && !said.contains(SECRET), "{said}");
}

/// A relay that cannot do what it must is as good as none, and what it says goes without our password.
#[test]
fn a_relay_that_cannot_do_what_it_must_is_reported() {
    let mut house = House::on_sqlite();
    let port = house.sink.port();
    house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{port}"));
    assert_faults(&house, &["CONSENTRY_RELAY: no secure connection to the relay"]);
    assert!(faults(&house)[0].ends_with("the relay must offer STARTTLS, or use smtps://"));
    house.set("CONSENTRY_RELAY", &format!("smtps://ada:{SECRET}@127.0.0.1:{port}"));
    assert_faults(&house, &["CONSENTRY_RELAY: no secure connection to the relay"]);
    house.set("CONSENTRY_RELAY", &format!("smtp://ada:{SECRET}@127.0.0.1:{port}?tls=none"));
    assert_faults(&house, &["CONSENTRY_RELAY: the relay refused the login"]);
    house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{port}?tls=none"));
    house.set("CONSENTRY_RELAY_CA", "nowhere.pem");
    assert_faults(&house, &["CONSENTRY_RELAY: the authority's certificate nowhere.pem cannot be read as PEM"]);
    house.unset("CONSENTRY_RELAY_CA").unset("CONSENTRY_RELAY");
    refused(&house, &["serve"], "CONSENTRY_RELAY is not set: a sender needs a relay");
}

#[test]
fn a_settings_file_is_never_quoted() {
    let mut house = House::on_sqlite();
    house.unset("CONSENTRY_RELAY").unset("DATABASE_URL");
    for (content, sentence) in [
        (
            format!("senders = 3\nrelay = \"smtp://ada:{SECRET}@relay.example.org\n"),
            "consentry.toml is not a settings file: line 2: ",
        ),
        (format!("relay = smtp://ada:{SECRET}@relay.example.org\n"), "consentry.toml is not a settings file: line 1: "),
        (
            format!("database_url = 'a'\ndatabase_url = 'postgres://ada:{SECRET}@h/d'\n"),
            "consentry.toml is not a settings file: line 2: ",
        ),
        (format!("[relay]\npassword = \"{SECRET}\"\n"), "CONSENTRY_RELAY: relay in consentry.toml is a text in quotes"),
        (format!("relais = \"smtp://ada:{SECRET}@relay.example.org\"\n"), "consentry.toml: \"relais\" is no setting"),
        (format!("relay = \"smtp://ada:{SECRET}@relay.example.org:none\"\n"), "CONSENTRY_RELAY: write `smtp://"),
        (
            format!("database_url = \"postgres://ada:{SECRET}@h:none/d\"\n"),
            "DATABASE_URL: the PostgreSQL URL cannot be read",
        ),
    ] {
        house.file("consentry.toml", &content);
        for arguments in [&["check"][..], &["serve"], &["init"], &["ledger", "verify"]] {
            let (_, said) = house.fails(arguments);
            assert!(said.contains(sentence), "{sentence:?} is not in {said:?}");
            assert!(!said.contains(SECRET), "{said}");
        }
        assert_eq!(std::fs::read_to_string(house.folder().join("consentry.toml")).unwrap(), content);
    }
    house.file("consentry.toml", b"relay = \"\xff\"\n");
    assert_faults(&house, &["consentry.toml cannot be read: "]);
    std::fs::remove_file(house.folder().join("consentry.toml")).unwrap();
    std::fs::create_dir(house.folder().join("consentry.toml")).unwrap();
    assert_faults(&house, &["consentry.toml cannot be read: "]);
}
