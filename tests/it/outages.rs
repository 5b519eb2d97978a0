//! The database goes away in the middle of a campaign: another writer holds it, its disk is full, its server is started
//! again. Nothing is lost or doubled, and the campaign goes on by itself.

use std::time::Duration;

use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;

use super::database_tls::{over_tls, speak_tls};
use super::support::cluster::Cluster;
use super::support::house::{House, PATIENCE, store_and_relay_agree};
use super::support::smtp_sink::{Fault, Latch, Step};

const COMPANY: &[&str] = &["--stream", "company"];
/// People of a campaign.
const CROWD: usize = 600;

/// Starts a campaign, lets `outage` happen when some of it has gone out, and counts at the end.
pub(super) fn survives(house: &House, outage: impl FnOnce()) {
    house.crowd(CROWD);
    // However quick the machine is, the campaign does not end before the outage.
    let outlived = Latch::default();
    house.sink.when(Step::FinalDot).nth(CROWD).then(Fault::Hold(outlived.clone()));
    house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(5)));
    let running = house.serve();
    let id = house.campaign(COMPANY, "Through it all");
    house.sink.wait_for(50, PATIENCE);
    outage();
    assert!(house.sink.accepted().len() < CROWD, "it was over before the outage was");
    outlived.release();
    let standing = house.wait_finished(&id);
    let count = |key: &str| standing[key].as_u64().unwrap();
    assert_eq!(count("accepted") + count("in_doubt"), CROWD as u64, "{standing}");
    store_and_relay_agree(house, &id);
    assert_eq!(house.json(&["ledger", "verify", "--json"])["result"], "intact");
    running.stop();
}

/// Longer than SQLite's own patience.
#[test]
fn a_campaign_survives_another_writer_that_keeps_the_file_locked() {
    let house = House::on_sqlite();
    let file = house.database.strip_prefix("sqlite:").unwrap().to_owned();
    survives(&house, || {
        let mut other = diesel::SqliteConnection::establish(&file).unwrap();
        other.batch_execute("PRAGMA busy_timeout = 20000; BEGIN IMMEDIATE").unwrap();
        std::thread::sleep(Duration::from_secs(8));
        other.batch_execute("ROLLBACK").unwrap();
    });
}

#[test]
fn a_campaign_survives_restarts_of_postgresql() {
    let cluster = Cluster::start();
    let house = House::on_server(&cluster.url());
    survives(&house, || {
        for mode in ["fast", "immediate"] {
            cluster.restart(mode);
            std::thread::sleep(Duration::from_millis(500));
        }
    });
}

#[test]
fn a_campaign_survives_restarts_of_postgresql_behind_tls() {
    let cluster = Cluster::start();
    let mut house = House::on_server(&cluster.url());
    let authority = speak_tls(&house, &cluster);
    house.set("DATABASE_URL", &over_tls(&house, &cluster, "localhost", &format!("sslrootcert={authority}")));
    survives(&house, || {
        for mode in ["fast", "immediate"] {
            cluster.restart(mode);
            std::thread::sleep(Duration::from_millis(500));
        }
    });
}
