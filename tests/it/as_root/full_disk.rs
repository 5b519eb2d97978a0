//! The disk under the database is full in the middle of a campaign.

use std::time::{Duration, Instant};

use crate::outages::survives;
use crate::support::cluster::Cluster;
use crate::support::house::{House, PATIENCE};
use crate::support::scratch::Disk;

#[test]
fn a_campaign_survives_a_full_disk() {
    let disk = Disk::mount(8);
    let house = House::in_folder(&disk.folder().join("house"));
    survives(&house, || {
        disk.fill();
        std::thread::sleep(Duration::from_secs(3));
        disk.make_room();
    });
    drop(house);
}

/// PostgreSQL may refuse statements for want of room, or end for it and stay down.
#[test]
fn a_campaign_survives_a_full_disk_under_postgresql() {
    let disk = Disk::mount(128);
    let cluster = Cluster::start_on(disk.folder());
    let house = House::on_server(&cluster.url());
    survives(&house, || {
        disk.fill();
        let begun = Instant::now();
        while !cluster.log().contains("No space left on device") {
            assert!(begun.elapsed() < PATIENCE, "the server did not notice: {}", cluster.log());
            std::thread::sleep(Duration::from_millis(50));
        }
        disk.make_room();
        cluster.start_if_down();
    });
    drop(house);
    drop(cluster);
}
