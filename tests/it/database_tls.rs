//! PostgreSQL on another machine: over TLS, with a certificate that is checked, or not at all.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;

use super::support::certificate::certify;
use super::support::cluster::{Cluster, PASSWORD};
use super::support::house::House;
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];

/// Gives the server a certificate for `localhost`, and returns the file of the authority that signed it.
pub(crate) fn speak_tls(house: &House, cluster: &Cluster) -> String {
    let folder = authority(house, "certificate");
    cluster.speak_tls(&folder);
    folder.join("ca.pem").display().to_string()
}

fn authority(house: &House, name: &str) -> PathBuf {
    let folder = house.folder().join(name);
    std::fs::create_dir(&folder).unwrap();
    certify(&folder, "DNS:localhost");
    folder
}

/// The house's database for the role that is let in over TLS only.
pub(crate) fn over_tls(house: &House, cluster: &Cluster, host: &str, parameters: &str) -> String {
    let name = house.database.rsplit('/').next().unwrap();
    let password = PASSWORD.replace('%', "%25").replace(' ', "%20").replace('\\', "%5C");
    format!("postgres://secured:{password}@{host}:{}/{name}?sslmode=verify-full&{parameters}", cluster.port())
}

#[test]
fn consent_is_kept_and_mail_goes_out_over_tls() {
    let cluster = Cluster::start();
    let mut house = House::on_server(&cluster.url());
    let authority = speak_tls(&house, &cluster);
    // In clear this role is not let in: what follows went over TLS.
    let in_clear = over_tls(&house, &cluster, "127.0.0.1", "sslmode=disable");
    house.set("DATABASE_URL", &in_clear);
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("pg_hba.conf rejects connection") && said.contains("no encryption"), "{said}");
    house.set("DATABASE_URL", &over_tls(&house, &cluster, "localhost", &format!("sslrootcert={authority}")));
    house.ok(&["check"]);
    house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
    let running = house.serve();
    let id = house.campaign(COMPANY, "Over TLS");
    assert_eq!(house.wait_finished(&id)["accepted"], 2);
    assert_eq!(one_click(&running.url(&house.link("ada@example.org", COMPANY))).status, 200);
    assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
    // More than one record of TLS each way.
    house.crowd(3000);
    assert!(house.ok(&["ledger", "export", "-"]).lines().count() > 6000);
    running.stop();
}

#[test]
fn a_server_that_cannot_prove_who_it_is_gets_no_password() {
    let cluster = Cluster::start();
    let mut house = House::on_server(&cluster.url());
    let ours = speak_tls(&house, &cluster);
    let other = authority(&house, "other").join("ca.pem").display().to_string();
    let no_certificate = house.file("empty.pem", "");
    let plain = std::env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL is not set; run the tests by tests/run");
    let (_, plain) = plain.rsplit_once('@').unwrap();
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let silent_port = silent.local_addr().unwrap().port();
    let smtp = house.sink.port();
    let to = |host: &str, parameters: &str| over_tls(&house, &cluster, host, parameters);
    let none = |place: &str, parameters: &str| format!("postgres://secured:hunter2@{place}/consentry?{parameters}");
    let roots = format!("sslrootcert={ours}");
    let cases = [
        (to("localhost", ""), 1, "is not to be trusted: no authority that we know has signed its certificate"),
        (to("localhost", &format!("sslrootcert={other}")), 1, "no authority that we know has signed its certificate"),
        (to("localhost", &format!("sslmode=verify-ca&sslrootcert={other}")), 1, "no authority that we know"),
        (to("127.0.0.1", &roots), 1, "its certificate is not for the name 127.0.0.1"),
        (to("db.example.org", &format!("{roots}&hostaddr=127.0.0.1")), 1, "is not for the name db.example.org"),
        (to("local host", &roots), 1, "no host name that a certificate could be for"),
        (to("localhost", &format!("sslrootcert={no_certificate}")), 1, "there is no certificate in it"),
        (to("localhost", "sslrootcert=nothing.pem"), 1, "the authority's certificate nothing.pem cannot be read"),
        (none(plain, "sslmode=verify-full"), 1, "refuses TLS; switch it on there (ssl = on), or accept"),
        // As far as anybody can tell from this address, it is another machine; nothing was said of TLS.
        (none(&plain.replace("127.0.0.1", "0.0.0.0"), ""), 1, "refuses TLS; switch it on there"),
        (none("127.0.0.1:1", "sslmode=verify-full"), 75, "\"127.0.0.1\", port 1 failed: Connection refused"),
        (none(&format!("127.0.0.1:{smtp}"), "sslmode=verify-full"), 75, "broke off before TLS began"),
        (
            none(&format!("127.0.0.1:{silent_port}"), "sslmode=verify-full&connect_timeout=1"),
            75,
            "failed: it did not answer within 1s",
        ),
        (to("secured:wrong@localhost", &roots).replace("secured:hunter2%20%5C%20%2540@", ""), 75, "over TLS failed: "),
    ];
    for (url, code, sentence) in cases {
        house.set("DATABASE_URL", &url);
        let (ended, said) = house.fails(&["ledger", "verify"]);
        assert!(said.contains(sentence), "{url}: {said}");
        assert_eq!(ended, code, "{url}: {said}");
        assert!(!said.contains("hunter2") && !said.contains("server closed the connection"), "{url}: {said}");
        let (_, said) = house.fails(&["check"]);
        assert!(said.contains(sentence), "{url}: {said}");
    }
    let rejected = house.run(&["ledger", "verify"]);
    let said = String::from_utf8_lossy(&rejected.stderr).into_owned();
    assert!(said.contains("password authentication failed for user \"secured\""), "{said}");
    assert!(said.contains(&format!("server at \"localhost\", port {}, over TLS", cluster.port())), "{said}");
    assert!(!said.contains("PGSQL") && !said.contains("close_notify"), "{said}");
}

#[test]
fn an_own_authority_and_another_address_are_good_enough_where_they_are_named() {
    let cluster = Cluster::start();
    let mut house = House::on_server(&cluster.url());
    let authority = speak_tls(&house, &cluster);
    for (host, parameters) in [
        ("127.0.0.1", format!("sslmode=verify-ca&sslrootcert={authority}")),
        ("localhost", format!("hostaddr=127.0.0.1&sslrootcert={authority}")),
        // The first that lets us in is taken.
        ("127.0.0.1:1,localhost", format!("sslrootcert={authority}")),
        ("localhost", "sslrootcert=certificate/ca.pem".to_owned()),
    ] {
        let url = over_tls(&house, &cluster, host, &parameters);
        house.set("DATABASE_URL", &url);
        house.ok(&["check"]);
    }
}

/// A network is never used in clear without a word, neither before nor after somebody has chosen it.
#[test]
fn whoever_speaks_in_clear_over_a_network_is_told_so() {
    let mut house = House::on_postgres();
    // Here this address leads to this machine, but nobody can know.
    let there = house.database.replace("127.0.0.1", "0.0.0.0");
    house.set("DATABASE_URL", &there);
    house.fails(&["ledger", "verify"]);
    house.set("DATABASE_URL", &format!("{there}?sslmode=disable"));
    house.ok(&["ledger", "verify"]);
    let said = house.ok(&["check"]);
    let note = "DATABASE_URL: sslmode=disable: everybody between here and the server at \"0.0.0.0\", port";
    assert!(said.contains(&format!("note: {note}")) && said.contains("are in order"), "{said}");
    let running = house.serve_with(&["--only", "web"]);
    assert!(running.stop().contains(note), "the log has no warning");
}
