//! The database goes away in the middle of a campaign: another writer holds it, its disk is full, its server is started
//! again. Nothing is lost or doubled, and the campaign goes on by itself.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;

use super::support::cluster::Cluster;
use super::support::house::{House, PATIENCE, store_and_relay_agree};
use super::support::smtp_sink::{Fault, Step};

const COMPANY: &[&str] = &["--stream", "company"];
/// People of a campaign.
const CROWD: usize = 600;

/// Starts a campaign, lets `outage` happen when some of it has gone out, and counts at the end.
fn survives(house: &House, outage: impl FnOnce()) {
    house.crowd(CROWD);
    house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(5)));
    let running = house.serve();
    let id = house.campaign(COMPANY, "Through it all");
    house.sink.wait_for(50, PATIENCE);
    outage();
    assert!(house.sink.accepted().len() < CROWD, "it was over before the outage was");
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
fn a_campaign_survives_a_full_disk() {
    let disk = Disk::mount(8);
    let house = House::in_folder(&disk.folder.join("house"));
    survives(&house, || disk.full_for(Duration::from_secs(3)));
    drop(house);
}

/// PostgreSQL may refuse statements for want of room, or end for it and stay down.
#[test]
fn a_campaign_survives_a_full_disk_under_postgresql() {
    let disk = Disk::mount(128);
    let cluster = Cluster::start_in(disk.folder.join("cluster"));
    let house = House::on_server(&cluster.url());
    survives(&house, || {
        disk.full_for(Duration::from_secs(3));
        let said = Cluster::log();
        assert!(said.contains("No space left on device"), "the server did not notice: {said}");
        cluster.start_if_down();
    });
    drop(house);
    drop(cluster);
}

/// A small disk of its own.
struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// # Panics
    /// When this is not root: a test that did not run is never passed in silence.
    fn mount(megabytes: u32) -> Self {
        let folder = PathBuf::from(format!("/tmp/consentry-disk-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        run(Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"]).arg(&folder));
        Self { folder }
    }

    /// Fills it to the last byte, and takes back what filled it after a while.
    fn full_for(&self, time: Duration) {
        let ballast = self.folder.join("ballast");
        let of = format!("of={}", ballast.display());
        let filled = Command::new("dd").args(["if=/dev/zero", "bs=4096", &of]).output().unwrap();
        assert!(!filled.status.success(), "the disk took it all");
        std::thread::sleep(time);
        std::fs::remove_file(&ballast).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        unmount(&self.folder);
    }
}

fn unmount(folder: &Path) {
    let unmounted = Command::new("umount").arg(folder).output();
    assert!(std::thread::panicking() || unmounted.is_ok_and(|output| output.status.success()), "not unmounted");
    assert!(std::thread::panicking() || std::fs::remove_dir(folder).is_ok(), "not removed");
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?} failed, which root can do: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
