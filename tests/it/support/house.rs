//! A house: one installation of Consentry with a relay that does as it is told.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use diesel::Connection as _;
use diesel::RunQueryDsl as _;
use diesel::connection::SimpleConnection as _;
use serde_json::Value;

use super::scratch;
use super::smtp_sink::SmtpSink;

/// How long anything may take that is expected to happen. It only ends hopeless tests; nothing is timed by it.
pub(crate) const PATIENCE: Duration = Duration::from_mins(10);

/// One installation: a folder, a database, keys, and the sink as relay.
pub(crate) struct House {
    folder: PathBuf,
    pub(crate) database: String,
    postgres: Option<(String, String)>,
    pub(crate) sink: SmtpSink,
    environment: Vec<(String, String)>,
}

impl House {
    pub(crate) fn on_sqlite() -> Self {
        let folder = scratch::folder("house");
        let database = format!("sqlite:{}", folder.join("consentry.sqlite").display());
        Self::furnished(folder, database, None)
    }

    /// # Panics
    /// Without the server that `tests/run` starts: a database that is missing is never skipped in silence.
    pub(crate) fn on_postgres() -> Self {
        let server =
            std::env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL is not set; run the tests by tests/run");
        Self::on_server(&server)
    }

    /// On PostgreSQL, with a database of its own on this server.
    pub(crate) fn on_server(server: &str) -> Self {
        let folder = scratch::folder("house");
        let name = folder.file_name().unwrap().to_str().unwrap().replace('-', "_");
        let admin = format!("{server}/postgres");
        run_sql(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        run_sql(&admin, &format!("CREATE DATABASE {name}"));
        let database = format!("{server}/{name}");
        Self::furnished(folder, database, Some((admin, name)))
    }

    /// On SQLite, in this folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let database = format!("sqlite:{}", folder.join("consentry.sqlite").display());
        Self::furnished(folder.to_owned(), database, None)
    }

    fn furnished(folder: PathBuf, database: String, postgres: Option<(String, String)>) -> Self {
        let sink = SmtpSink::start();
        let setting = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let environment = vec![
            setting("DATABASE_URL", &database),
            setting("CONSENTRY_BASE_URL", "http://127.0.0.1:1"),
            setting("CONSENTRY_LISTEN", "127.0.0.1:0"),
            setting("CONSENTRY_RELAY", &sink.url()),
            setting("CONSENTRY_FROM_COMPANY", "Harbour Books <news@harbour.example>"),
            setting("CONSENTRY_FROM_PARTNER", "Partners of Harbour Books <partners@harbour.example>"),
            setting("CONSENTRY_POSTAL_ADDRESS", "Harbour Books, 12 Quay Street, Port Ellis 40210"),
            setting("CONSENTRY_SENDERS", "4"),
        ];
        let house = Self { folder, database, postgres, sink, environment };
        house.ok(&["init"]);
        house
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Changes one setting for everything that is started from now on.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> &mut Self {
        self.environment.retain(|(known, _)| known != key);
        self.environment.push((key.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn unset(&mut self, key: &str) -> &mut Self {
        self.environment.retain(|(known, _)| known != key);
        self
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_consentry"));
        command.args(arguments).current_dir(&self.folder).env_clear().envs(self.environment.iter().cloned());
        command.env("PATH", "/usr/bin:/bin").env("USER", "tester");
        command
    }

    /// Runs a command to its end, whatever that is.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// Runs a command that must succeed, and returns what it printed.
    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let (said, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "consentry {} failed: {said}{error}", arguments.join(" "));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must fail, and returns its exit code and what it said.
    pub(crate) fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert!(!output.status.success(), "consentry {} succeeded", arguments.join(" "));
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        (output.status.code().unwrap(), said)
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(arguments)).unwrap()
    }

    /// Writes a file into the house's folder and returns its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Imports people: address, company, partner; all from registration.
    pub(crate) fn people(&self, people: &[(&str, &str, &str)]) -> Value {
        let mut csv = String::from("address,name,source,company,partner,consented_at,wording\n");
        for (address, company, partner) in people {
            let name = address.split('@').next().unwrap();
            writeln!(csv, "{address},{name},registration,{company},{partner},2026-01-02T03:04:05Z,Yes please").unwrap();
        }
        let file = self.file("people.csv", csv);
        self.json(&["import", "recipients", &file, "--json"])
    }

    /// `count` people who said yes to both streams: `p0@example.org` and so on.
    pub(crate) fn crowd(&self, count: usize) -> Vec<String> {
        let addresses: Vec<_> = (0..count).map(|number| format!("p{number}@example.org")).collect();
        let people: Vec<_> = addresses.iter().map(|address| (address.as_str(), "yes", "yes")).collect();
        self.people(&people);
        addresses
    }

    /// Saves a campaign and returns its id. `list` is given as on the command line: `--stream company ...`.
    pub(crate) fn draft(&self, list: &[&str], subject: &str) -> String {
        let text = self.file("body.txt", "Hello {{ first_name | reader }}, this is the news.\n");
        let html = self
            .file("body.html", "<html><body><p>Hello {{ first_name | reader }}, this is the news.</p></body></html>");
        let mut arguments = vec!["campaign", "create"];
        arguments.extend(list);
        arguments.extend(["--name", subject, "--subject", subject, "--text", &text, "--html", &html, "--json"]);
        self.json(&arguments)["id"].to_string()
    }

    /// Saves a campaign and lets it go out now.
    pub(crate) fn campaign(&self, list: &[&str], subject: &str) -> String {
        let id = self.draft(list, subject);
        self.ok(&["campaign", "schedule", &id, "--at", "now"]);
        id
    }

    pub(crate) fn show(&self, campaign: &str) -> Value {
        self.json(&["campaign", "show", campaign, "--json"])
    }

    /// Waits until a campaign's standing is as wished, and returns it. As long as something changes, it goes on waiting.
    pub(crate) fn wait_until(&self, campaign: &str, wished: impl Fn(&Value) -> bool) -> Value {
        let (mut before, mut changed) = (Value::Null, Instant::now());
        loop {
            let standing = self.show(campaign);
            if wished(&standing) {
                return standing;
            }
            if standing != before {
                (before, changed) = (standing, Instant::now());
            }
            assert!(changed.elapsed() < PATIENCE, "the campaign never came there: {before}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub(crate) fn wait_finished(&self, campaign: &str) -> Value {
        self.wait_until(campaign, |standing| standing["state"] == "finished")
    }

    pub(crate) fn verdict(&self, address: &str, list: &[&str]) -> Value {
        let mut arguments = vec!["verdict", address];
        arguments.extend(list);
        arguments.push("--json");
        self.json(&arguments)
    }

    /// The path of the one-click link: `/u/...`.
    pub(crate) fn link(&self, address: &str, list: &[&str]) -> String {
        let mut arguments = vec!["link", address];
        arguments.extend(list);
        let url = self.ok(&arguments);
        url.trim().strip_prefix("http://127.0.0.1:1").unwrap().to_owned()
    }

    /// Starts `consentry serve` and waits until it listens.
    pub(crate) fn serve(&self) -> Running {
        self.serve_with(&[])
    }

    pub(crate) fn serve_with(&self, more: &[&str]) -> Running {
        let mut arguments = vec!["serve"];
        arguments.extend(more);
        Self::started(self.command(&arguments), more.contains(&"web"))
    }

    /// Waits until it listens, or hands over.
    pub(crate) fn started(mut command: Command, web_only: bool) -> Running {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut address = None;
        let mut said = String::new();
        loop {
            let mut line = String::new();
            let read = log.read_line(&mut line).unwrap();
            assert!(read > 0, "consentry serve ended at once: {said}");
            said.push_str(&line);
            if let Some(found) = line.trim().strip_prefix("listening on http://") {
                address = Some(found.to_owned());
            }
            let ready = if web_only { address.is_some() } else { line.starts_with("handing over to") };
            if ready {
                break;
            }
        }
        // The log is read to its end, so that the process never waits for a reader.
        let reader = std::thread::spawn(move || {
            let mut all = said;
            log.read_to_string(&mut all).map(|_| all).unwrap_or_default()
        });
        Running { child, address: address.unwrap_or_default(), reader: Some(reader) }
    }

    /// Starts the web behind proxies that are believed.
    pub(crate) fn serve_behind(&self, proxies: &[&str]) -> Running {
        let mut behind = self.command(&["serve", "--only", "web"]);
        behind.env("CONSENTRY_TRUSTED_PROXIES", proxies.join(","));
        Self::started(behind, true)
    }

    /// Starts the web with so many files that it may have open at most, and half of them before it asks for more.
    pub(crate) fn serve_with_files(&self, most: u32) -> Running {
        let plain = self.command(&["serve", "--only", "web"]);
        let mut limited = Command::new("/bin/sh");
        let limit = format!("ulimit -Sn {} && ulimit -Hn {most} && exec \"$0\" \"$@\"", most / 2);
        limited.args(["-c", &limit]).arg(plain.get_program()).args(plain.get_args()).current_dir(&self.folder);
        limited.env_clear().envs(plain.get_envs().filter_map(|(key, value)| Some((key, value?))));
        Self::started(limited, true)
    }

    /// Runs SQL on the house's database: to look behind the curtain, or to break things.
    pub(crate) fn sql(&self, text: &str) -> Result<(), String> {
        let ran = match self.database.strip_prefix("sqlite:") {
            Some(file) => {
                let mut db = diesel::SqliteConnection::establish(file).unwrap();
                db.batch_execute("PRAGMA busy_timeout = 20000").unwrap();
                db.batch_execute(text)
            }
            None => diesel::PgConnection::establish(&self.database).unwrap().batch_execute(text),
        };
        ran.map_err(|error| error.to_string())
    }
}

/// Where one delivery stands, as the store has it.
#[derive(Debug, Clone, diesel::QueryableByName)]
pub(crate) struct Stands {
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub(crate) address: String,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    state: i32,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub(crate) attempt: i32,
}

impl Stands {
    /// In the words of the table in docs/outcomes.md.
    pub(crate) fn state(&self) -> &'static str {
        ["ready", "claimed", "handing over", "deferred", "accepted", "rejected", "withheld", "in doubt"]
            [usize::try_from(self.state).unwrap()]
    }
}

impl House {
    /// Every delivery of a campaign.
    pub(crate) fn deliveries(&self, campaign: &str) -> Vec<Stands> {
        let query = diesel::sql_query(format!(
            "SELECT r.address, d.state, d.attempt FROM deliveries d JOIN recipients r ON r.id = d.recipient_id \
             WHERE d.campaign_id = {campaign} ORDER BY r.id"
        ));
        match self.database.strip_prefix("sqlite:") {
            Some(file) => query.load(&mut diesel::SqliteConnection::establish(file).unwrap()).unwrap(),
            None => query.load(&mut diesel::PgConnection::establish(&self.database).unwrap()).unwrap(),
        }
    }
}

/// What the store says of a finished campaign and what the relay has, message by message (G5): who is accepted got it once,
/// who is in doubt once or not at all, everybody else not at all, and nobody else got it.
pub(crate) fn store_and_relay_agree(house: &House, campaign: &str) {
    let subject = house.show(campaign)["name"].as_str().unwrap().to_owned();
    let mut reached: HashMap<String, usize> = HashMap::new();
    for caught in house.sink.accepted().into_iter().filter(|caught| caught.subject() == subject) {
        for recipient in caught.recipients {
            *reached.entry(recipient).or_default() += 1;
        }
    }
    let deliveries = house.deliveries(campaign);
    assert_eq!(house.show(campaign)["audience"].as_u64(), u64::try_from(deliveries.len()).ok());
    for stands in deliveries {
        let copies = reached.remove(&stands.address).unwrap_or_default();
        let allowed = match stands.state() {
            "accepted" => copies == 1,
            "in doubt" => copies <= 1,
            "withheld" | "rejected" => copies == 0,
            open => panic!("{open} in a finished campaign"),
        };
        assert!(
            allowed,
            "{subject}: {copies} at the relay of what is {} after {} tries",
            stands.state(),
            stands.attempt
        );
    }
    assert!(
        reached.is_empty(),
        "{subject}: the relay has mail to {} people that the store does not know of",
        reached.len()
    );
}

impl House {
    /// How many deliveries of all campaigns have no outcome yet, and how many of these the newest node was handing over.
    pub(crate) fn unfinished(&self) -> [i64; 2] {
        #[derive(diesel::QueryableByName)]
        struct Count {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            number: i64,
        }
        ["state IN (0, 1, 2, 3)", "state = 2 AND node_id = (SELECT id FROM nodes ORDER BY started_at DESC LIMIT 1)"]
            .map(|which| {
                let query = diesel::sql_query(format!("SELECT COUNT(*) AS number FROM deliveries WHERE {which}"));
                let counts: Vec<Count> = match self.database.strip_prefix("sqlite:") {
                    Some(file) => query.load(&mut diesel::SqliteConnection::establish(file).unwrap()).unwrap(),
                    None => query.load(&mut diesel::PgConnection::establish(&self.database).unwrap()).unwrap(),
                };
                counts[0].number
            })
    }
}

impl House {
    /// Every octet that SQLite keeps: the file, its log, and the index of that.
    pub(crate) fn files_of_sqlite(&self) -> Vec<(String, Vec<u8>)> {
        let Some(file) = self.database.strip_prefix("sqlite:") else { return Vec::new() };
        let names = ["", "-wal", "-shm"].map(|end| format!("{file}{end}"));
        names.into_iter().filter_map(|name| Some((name.clone(), std::fs::read(&name).ok()?))).collect()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        if let Some((admin, name)) = &self.postgres {
            run_sql(admin, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn run_sql(url: &str, text: &str) {
    diesel::PgConnection::establish(url).unwrap().batch_execute(text).unwrap();
}

/// A running `consentry serve`.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: String,
    reader: Option<std::thread::JoinHandle<String>>,
}

impl Running {
    /// Of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// As a loss of power would: no signal handler, no drain.
    pub(crate) fn kill_9(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.log()
    }

    /// SIGTERM, and waits for the drain. Returns what it logged.
    pub(crate) fn stop(mut self) -> String {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        let log = self.log();
        assert!(status.success(), "consentry serve did not drain: {log}");
        log
    }

    fn log(&mut self) -> String {
        self.reader.take().map(|reader| reader.join().unwrap()).unwrap_or_default()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Only the process that this house started, by its id.
        if self.reader.is_some() && self.child.kill().is_ok() {
            self.child.wait().unwrap();
        }
    }
}

impl House {
    /// A copy of the database as it is now, and its URL; [`House::drop_copy`] takes it away again.
    pub(crate) fn copy_of_database(&self, name: &str) -> String {
        match (&self.postgres, self.database.strip_prefix("sqlite:")) {
            (Some((admin, own)), _) => {
                run_sql(admin, &format!("CREATE DATABASE {own}_{name} TEMPLATE {own}"));
                format!("{}_{name}", self.database)
            }
            (None, file) => {
                let copy = self.folder.join(format!("{name}.sqlite"));
                let mut db = diesel::SqliteConnection::establish(file.unwrap()).unwrap();
                db.batch_execute(&format!("VACUUM INTO '{}'", copy.display())).unwrap();
                format!("sqlite:{}", copy.display())
            }
        }
    }

    pub(crate) fn drop_copy(&self, name: &str) {
        if let Some((admin, own)) = &self.postgres {
            run_sql(admin, &format!("DROP DATABASE {own}_{name} WITH (FORCE)"));
        }
    }

    /// Swaps a column of the first two people, past the product.
    pub(crate) fn swap_people(&self, column: &str) {
        let ids = self.texts("SELECT CAST(id AS TEXT) AS value FROM recipients ORDER BY id LIMIT 2");
        let unique = if column.ends_with("_hash") { "decode('00', 'hex')" } else { "''" };
        let unique = if self.is_sqlite() && column.ends_with("_hash") { "zeroblob(1)" } else { unique };
        let [a, b] = [&ids[0], &ids[1]];
        self.sql(&format!(
            "CREATE TABLE aside AS SELECT id, {column} AS held FROM recipients WHERE id IN ({a}, {b}); \
             UPDATE recipients SET {column} = {unique} WHERE id = {a}; \
             UPDATE recipients SET {column} = (SELECT held FROM aside WHERE id = {a}) WHERE id = {b}; \
             UPDATE recipients SET {column} = (SELECT held FROM aside WHERE id = {b}) WHERE id = {a}; DROP TABLE aside"
        ))
        .unwrap();
    }
}
