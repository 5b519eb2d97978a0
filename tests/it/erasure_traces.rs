//! G9 beside somebody who reads: nobody's opt-out waits for it, and what was erased goes when they have ended.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};

use super::erasure_woven::wait_until_cleared;
use super::support::both_databases;
use super::support::house::House;
use super::support::web::{one_click, press};

const COMPANY: &[&str] = &["--stream", "company"];
const ADA: &str = "ada@example.org";
const BOB: &str = "bob@example.org";
const REASON: &[&str] = &["--staff", "eve", "--reason", "asked by letter"];
/// Mailbox providers give up on a one-click before; half of what a write waits for the one writer of SQLite.
const GIVES_UP: Duration = Duration::from_secs(15);

/// A view of the database as it is now, for as long as it is held: a backup, a report.
enum Reader {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Reader {
    fn of(house: &House) -> Self {
        let look = "SELECT count(*) FROM recipients";
        if house.is_sqlite() {
            let mut connection = SqliteConnection::establish(&house.files_of_sqlite()[0].0).unwrap();
            connection.batch_execute(&format!("BEGIN; {look}")).unwrap();
            return Self::Sqlite(connection);
        }
        let mut connection = PgConnection::establish(&house.database).unwrap();
        connection.batch_execute(&format!("BEGIN ISOLATION LEVEL REPEATABLE READ; {look}")).unwrap();
        Self::Postgres(connection)
    }

    fn ends(self) {
        match self {
            Self::Sqlite(mut connection) => connection.batch_execute("COMMIT").unwrap(),
            Self::Postgres(mut connection) => connection.batch_execute("COMMIT").unwrap(),
        }
    }
}

fn erase(house: &House, address: &str) -> String {
    house.ok(&[&["recipient", "erase", address], REASON].concat())
}

/// Whether a row that nobody sees any more still holds the address, or a file of SQLite does.
fn is_in_the_files(house: &House, text: &str) -> bool {
    house.files_of_sqlite().iter().any(|(_, octets)| octets.windows(text.len()).any(|part| part == text.as_bytes()))
}

both_databases! {
    g9_an_erasure_beside_a_reader_says_what_is_left_and_clears_it_when_the_reader_has_ended(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        assert!(!erase(house, BOB).contains("still reads"));
        let link = web.url(&house.link(ADA, COMPANY));
        let reader = Reader::of(house);
        let said = erase(house, ADA);
        assert!(said.contains("erased;") && said.contains("still reads the database"), "{said}");
        assert!(!house.texts("SELECT 'left' AS value FROM traces").is_empty());
        // While it is held the opt-outs go on.
        let began = std::time::Instant::now();
        assert_eq!(one_click(&link).status, 200);
        assert!(began.elapsed() < GIVES_UP);
        reader.ends();
        wait_until_cleared(house);
        assert!(!is_in_the_files(house, ADA));
        let log = web.stop();
        assert!(log.contains("Cleared the database's own files"), "{log}");
    }

    g9_what_was_left_is_cleared_after_a_crash(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve();
        let reader = Reader::of(house);
        erase(house, ADA);
        web.kill_9();
        reader.ends();
        let web = house.serve_with(&["--only", "web"]);
        wait_until_cleared(house);
        assert!(!is_in_the_files(house, ADA));
        web.stop();
    }

    /// Whoever types a child's address takes nobody's opt-out hostage.
    g7_a_typed_report_beside_a_reader_holds_no_opt_out_up(house) {
        house.people(&[(ADA, "yes", "yes"), (BOB, "yes", "yes")]);
        let web = house.serve();
        let link = web.url(&house.link(ADA, COMPANY));
        let form = [("language", "en"), ("address", "kid@example.org"), ("name", ""), ("age", "over"), ("want", "company")];
        assert_eq!(press(&web.url("/signup"), &form, &[]).status, 200);
        let reader = Reader::of(house);
        let began = std::time::Instant::now();
        std::thread::scope(|scope| {
            let reported = scope.spawn(|| press(&web.url("/child"), &[("address", "kid@example.org")], &[]).status);
            let staff = scope.spawn(|| house.ok(&["child", "report", BOB, "--by", "eve"]));
            assert_eq!(one_click(&link).status, 200);
            assert_eq!(reported.join().unwrap(), 200);
            assert!(staff.join().unwrap().contains("reported"));
        });
        assert!(began.elapsed() < GIVES_UP);
        reader.ends();
        wait_until_cleared(house);
        web.stop();
    }
}
