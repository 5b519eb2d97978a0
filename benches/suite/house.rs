//! One installation of Consentry in a folder of its own, run by the real binary.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use consentry::config::DatabaseUrl;
use consentry::store::Db;
use diesel::RunQueryDsl as _;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::content;
use super::figures::{processor_time, temporary};
use super::postgres::Cluster;

static HOUSES: AtomicU32 = AtomicU32::new(0);

/// Which database a house is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum On {
    Sqlite,
    Postgres,
}

impl On {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// One installation.
pub(crate) struct House {
    pub(crate) folder: PathBuf,
    pub(crate) url: DatabaseUrl,
    /// The server's first process, where there is a server.
    server: Option<u32>,
    environment: Vec<(String, String)>,
}

impl House {
    pub(crate) fn build(on: On, cluster: Option<&Cluster>) -> Self {
        let number = HOUSES.fetch_add(1, Ordering::Relaxed);
        let folder = temporary().join(format!("consentry-bench-{}-{number}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let (database, server) = match (on, cluster) {
            (On::Sqlite, _) => (format!("sqlite:{}", folder.join("consentry.sqlite").display()), None),
            (On::Postgres, Some(cluster)) => {
                let name = format!("house{number}");
                let mut admin = Db::open(&DatabaseUrl::parse(&cluster.url("postgres")).unwrap()).unwrap();
                diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut admin).unwrap();
                (cluster.url(&name), Some(cluster.pid()))
            }
            (On::Postgres, None) => unreachable!("no cluster was started"),
        };
        let setting = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let environment = vec![
            setting("DATABASE_URL", &database),
            setting("CONSENTRY_BASE_URL", "http://127.0.0.1:1"),
            setting("CONSENTRY_LISTEN", "127.0.0.1:0"),
            setting("CONSENTRY_FROM_COMPANY", "Harbour Books <news@harbour.example>"),
            setting("CONSENTRY_FROM_PARTNER", "Partners of Harbour Books <partners@harbour.example>"),
            setting("CONSENTRY_POSTAL_ADDRESS", "Harbour Books, 12 Quay Street, Port Ellis 40210"),
            setting("CONSENTRY_LOG", "warn"),
        ];
        let house = Self { folder, url: DatabaseUrl::parse(&database).unwrap(), server, environment };
        house.ok(&["init"]);
        house
    }

    /// Changes one setting for everything that is started from now on.
    pub(crate) fn set(&mut self, key: &str, value: &str) {
        self.environment.retain(|(known, _)| known != key);
        self.environment.push((key.to_owned(), value.to_owned()));
    }

    /// The database as a setting names it.
    pub(crate) fn database(&self) -> &str {
        self.environment.iter().find(|(key, _)| key == "DATABASE_URL").map(|(_, value)| value.as_str()).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = ends_with_us("TERM");
        command
            .arg(env!("CARGO_BIN_EXE_consentry"))
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .envs(self.environment.iter().cloned());
        command.env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
        command
    }

    /// Runs a command that must succeed, and returns what it printed.
    pub(crate) fn ok(&self, arguments: &[&str]) -> String {
        said(&mut self.command(arguments))
    }

    /// Imports this many people who said yes to both streams.
    pub(crate) fn import(&self, count: usize) {
        let file = self.folder.join("people.csv");
        std::fs::write(&file, content::people(count)).unwrap();
        self.ok(&["import", "recipients", file.to_str().unwrap()]);
        std::fs::remove_file(file).unwrap();
    }

    /// A connection of the benchmark's own, to look on.
    pub(crate) fn db(&self) -> Db {
        Db::open(&self.url).unwrap()
    }

    /// Saves the campaign.
    pub(crate) fn draft(&self, name: &str) -> i64 {
        let file = |name: &str, content: String| {
            let path = self.folder.join(name);
            std::fs::write(&path, content).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let (text, html) = (file("body.txt", content::text()), file("body.html", content::html()));
        let create = ["campaign", "create", "--stream", "company", "--name", name, "--subject", content::SUBJECT];
        let made = self.ok(&[&create[..], &["--text", &text, "--html", &html, "--json"]].concat());
        let made: serde_json::Value = serde_json::from_str(&made).unwrap();
        made["id"].as_i64().unwrap()
    }

    /// Saves the campaign and schedules it for now.
    pub(crate) fn campaign(&self, name: &str) -> i64 {
        let id = self.draft(name);
        self.ok(&["campaign", "schedule", &id.to_string(), "--at", "now"]);
        id
    }

    /// Starts `consentry serve` and waits until it is ready.
    pub(crate) fn serve(&self, more: &[&str]) -> Serving {
        let mut child =
            self.command(&[&["serve"], more].concat()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let (mut address, mut heard) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "consentry serve ended at once: {heard}");
            heard.push_str(&line);
            if let Some(found) = line.trim().strip_prefix("listening on http://") {
                found.clone_into(&mut address);
            }
            if line.starts_with("handing over to") || (more.contains(&"web") && !address.is_empty()) {
                break;
            }
        }
        // Read to its end, so that the process never waits for a reader; a warning is worth a reader's attention.
        std::thread::spawn(move || {
            let mut rest = String::new();
            if log.read_to_string(&mut rest).is_ok() {
                for line in rest.lines().filter(|line| line.contains("WARN") || line.contains("ERROR")).take(3) {
                    println!("  consentry said: {line}");
                }
            }
        });
        let server = self.server.map(|pid| (pid, processor_time(pid)));
        Serving { child, address, server }
    }

    /// Messages of a campaign that the relay has so far.
    pub(crate) fn accepted(&self, campaign: i64) -> usize {
        let count = format!(
            "SELECT COUNT(*) AS accepted, MAX(updated_at) AS last FROM deliveries \
             WHERE campaign_id = {campaign} AND state = 4"
        );
        let counted: Counted = diesel::sql_query(count).get_result(&mut self.db()).unwrap();
        usize::try_from(counted.accepted).unwrap()
    }

    /// Waits until the campaign has ended, and returns how it went.
    pub(crate) fn wait_for(&self, campaign: i64) -> Ended {
        let mut db = self.db();
        let begun = Instant::now();
        loop {
            let asked = diesel::sql_query(format!("SELECT state, started_at FROM campaigns WHERE id = {campaign}"));
            let standing: Standing = asked.get_result(&mut db).unwrap();
            if standing.state == "finished" {
                let counted = diesel::sql_query(format!(
                    "SELECT COUNT(*) AS accepted, MAX(updated_at) AS last FROM deliveries \
                     WHERE campaign_id = {campaign} AND state = 4"
                ));
                let counted: Counted = counted.get_result(&mut db).unwrap();
                let micros = counted.last.unwrap() - standing.started_at.unwrap();
                return Ended {
                    accepted: usize::try_from(counted.accepted).unwrap(),
                    seconds: Duration::from_micros(micros.try_into().unwrap()).as_secs_f64(),
                };
            }
            assert!(standing.state != "paused", "the campaign was held");
            assert!(begun.elapsed() < Duration::from_mins(20), "the campaign does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Standing {
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    started_at: Option<i64>,
}

#[derive(diesel::QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    accepted: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    last: Option<i64>,
}

/// How a campaign went: from its start in the database, the audience still to be filled, to its last recorded outcome.
pub(crate) struct Ended {
    pub(crate) accepted: usize,
    pub(crate) seconds: f64,
}

impl Drop for House {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

/// A running `consentry serve`; dropped, it drains and stops.
pub(crate) struct Serving {
    child: Child,
    pub(crate) address: String,
    /// The database server's first process, and the processor time that it had taken before.
    server: Option<(u32, f64)>,
}

impl Serving {
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Processor time so far, of the process and of the database server where there is one.
    pub(crate) fn processor_time(&self) -> f64 {
        let of_server = self.server.map_or(0.0, |(pid, before)| processor_time(pid) - before);
        processor_time(self.pid()) + of_server
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        stop(&mut self.child, "-TERM");
    }
}

/// Tells a process that this benchmark started to end, and waits for it.
pub(crate) fn stop(child: &mut Child, signal: &str) {
    let told = Command::new("kill").args([signal, &child.id().to_string()]).status();
    let ended = told.and_then(|_| child.wait());
    assert!(ended.is_ok() || std::thread::panicking(), "a process did not end");
}

/// The beginning of a command that gets `signal` when this process ends, however it does.
pub(crate) fn ends_with_us(signal: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", signal]);
    command
}

/// Runs a command that must succeed, and returns what it printed.
pub(crate) fn said(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}
