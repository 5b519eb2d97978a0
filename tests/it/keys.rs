//! The key ring: one file, readable by its owner only, that every link and every suppression rests on.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Stdio;

use super::support::both_databases;
use super::support::house::House;
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];

fn file(house: &House) -> PathBuf {
    house.folder().join("consentry.keys")
}

fn text(house: &House) -> String {
    std::fs::read_to_string(file(house)).unwrap()
}

fn mode(path: &std::path::Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// The values of a key file, without its comments.
fn values(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains(" = ")).collect()
}

/// What lies in the folder: no draft of a key file may stay behind.
fn names(house: &House) -> Vec<String> {
    let entries = std::fs::read_dir(house.folder()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with("consentry.sqlite"));
    names.sort_unstable();
    names
}

#[test]
fn only_its_owner_can_read_the_key_file() {
    let house = House::on_sqlite();
    assert_eq!(mode(&file(&house)), 0o600);
    house.ok(&["keys", "rotate"]);
    assert_eq!(mode(&file(&house)), 0o600);
    // Whoever opened the file up is told, and the next rotation closes it.
    std::fs::set_permissions(file(&house), std::fs::Permissions::from_mode(0o644)).unwrap();
    let (_, said) = house.fails(&["check"]);
    assert!(said.contains("can be read by others; run: chmod 600 consentry.keys"), "{said}");
    house.ok(&["keys", "rotate"]);
    assert_eq!(mode(&file(&house)), 0o600);
    house.ok(&["check"]);
}

#[test]
fn a_rotation_adds_one_key_and_keeps_all_others() {
    let house = House::on_sqlite();
    for round in 2..=5 {
        let before = text(&house);
        let said = house.ok(&["keys", "rotate"]);
        assert!(said.contains(&format!("key {round} signs links from now on")), "{said}");
        assert!(said.contains(&format!("{} older keys go on verifying", round - 1)), "{said}");
        assert!(said.contains("Copy consentry.keys to every node"), "{said}");
        let after = text(&house);
        let (old, new) = (values(&before), values(&after));
        assert_eq!(new.len(), old.len() + 1);
        let kept = |line: &&&str| !line.starts_with("signing_key");
        assert!(old.iter().filter(kept).all(|line| new.contains(line)), "a key was lost");
        assert!(new.contains(&format!("signing_key = {round}").as_str()), "{after}");
        assert!(!said.contains(new[0].split('"').nth(1).unwrap()), "a key was printed");
    }
    assert_eq!(names(&house), ["consentry.keys", "consentry.toml"]);
    house.ok(&["check"]);
}

#[test]
fn a_rotation_that_cannot_be_written_leaves_the_ring_as_it_was() {
    let house = House::on_sqlite();
    std::fs::write(file(&house), "address_key = \"").unwrap();
    let (code, said) = house.fails(&["keys", "rotate"]);
    assert!(code == 1 && said.contains("consentry.keys is not a key file"), "{said}");
    assert_eq!(text(&house), "address_key = \"", "what cannot be read is not written over");
    std::fs::remove_file(file(&house)).unwrap();
    let (code, said) = house.fails(&["keys", "rotate"]);
    assert!(code == 1 && said.contains("the key file consentry.keys is missing"), "{said}");
    assert_eq!(names(&house), ["consentry.toml"]);
}

/// Eight rotations and eight new DKIM keys: each finds what the ones before it have written.
#[test]
fn no_key_is_lost_where_many_are_made_at_once() {
    let house = House::on_sqlite();
    let start = |arguments: &[&str]| {
        let mut command = house.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut started = Vec::new();
    for number in 0..8 {
        started.push(start(&["keys", "rotate"]));
        started.push(start(&["keys", "dkim", "--algorithm", "ed25519", "--selector", &format!("s{number}")]));
    }
    let mut said = String::new();
    for one in started {
        let output = one.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        said.push_str(&String::from_utf8_lossy(&output.stdout));
    }
    let text = text(&house);
    for number in 0..8 {
        assert!(said.contains(&format!("key {} signs links from now on", number + 2)), "{said}");
        assert!(text.contains(&format!("\n{} = \"", number + 2)), "a link key was lost");
        assert!(text.contains(&format!("selector = \"s{number}\"")), "a DKIM key was lost");
    }
    assert!(text.contains("signing_key = 9"), "the last one signs");
    assert_eq!(names(&house), ["consentry.keys", "consentry.toml"]);
    house.ok(&["check"]);
}

/// Somebody reads the file all the time, and never sees half a ring.
#[test]
fn the_key_file_is_replaced_in_one_step() {
    let house = House::on_sqlite();
    let path = file(&house);
    let done = std::sync::atomic::AtomicBool::new(false);
    let reads = std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut reads = 0;
            while !done.load(std::sync::atomic::Ordering::Acquire) {
                let text = std::fs::read_to_string(&path).unwrap();
                let signing = text.lines().find_map(|line| line.strip_prefix("signing_key = ")).unwrap();
                assert!(text.contains(&format!("\n{signing} = \"")), "{text}");
                reads += 1;
            }
            reads
        });
        for _ in 0..10 {
            house.ok(&["keys", "rotate"]);
        }
        done.store(true, std::sync::atomic::Ordering::Release);
        reader.join().unwrap()
    });
    assert!(reads > 0);
    assert_eq!(values(&text(&house)).len(), 14);
}

both_databases! {
    the_key_file_may_lie_anywhere(house) {
        let elsewhere = house.folder().join("secrets");
        std::fs::create_dir(&elsewhere).unwrap();
        let moved = elsewhere.join("ring.txt");
        std::fs::rename(file(house), &moved).unwrap();
        house.fails(&["ledger", "verify"]);
        house.set("CONSENTRY_KEYS", moved.to_str().unwrap());
        house.ok(&["ledger", "verify"]);
        house.ok(&["init"]);
        house.ok(&["keys", "rotate"]);
        assert!(!file(house).exists(), "nothing was written where the file usually is");
        assert_eq!(mode(&moved), 0o600);
        let mut beside: Vec<_> = std::fs::read_dir(&elsewhere).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        beside.sort();
        assert_eq!(beside, ["ring.txt", "ring.txt.checkpoints"]);
        // A name in the settings file is taken from the folder of that file.
        house.unset("CONSENTRY_KEYS");
        house.file("consentry.toml", "keys = \"secrets/ring.txt\"\n");
        house.ok(&["check"]);
    }

    no_link_is_longer_than_64_characters_and_every_one_outlives_rotation(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        house.ok(&["partner", "add", "Acme"]);
        house.ok(&["topic", "add", "Offers"]);
        house.people(&[("bob@example.org", "yes", "yes")]);
        let lists = [COMPANY, &["--stream", "partner", "--partner", "Acme"], &["--stream", "company", "--topic", "Offers"]];
        let old = house.link("ada@example.org", COMPANY);
        let running = house.serve();
        for round in 0..2 {
            for list in lists {
                let link = house.link("ada@example.org", list);
                assert!(link.strip_prefix("/u/").unwrap().len() <= 64, "{link}");
            }
            // The links of messages carry the campaign as evidence as well.
            let id = house.campaign(&["--stream", "partner", "--partner", "Acme"], &format!("Round {round}"));
            assert_eq!(house.wait_finished(&id)["accepted"], 1);
            let message = house.sink.accepted().pop().unwrap();
            let text = String::from_utf8(message.data).unwrap().replace("\r\n ", " ");
            let (_, after) = text.split_once("http://127.0.0.1:1/u/").unwrap();
            let token = after.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).next().unwrap();
            assert!((1..=64).contains(&token.len()), "{token}");
            house.ok(&["keys", "rotate"]);
        }
        assert_ne!(house.link("ada@example.org", COMPANY), old, "new links are signed by the new key");
        // The running server has never heard of the new key; it takes links of both.
        assert_eq!(one_click(&running.url(&house.link("bob@example.org", COMPANY))).status, 200);
        assert_eq!(house.verdict("bob@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(one_click(&running.url(&old)).status, 200);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        running.stop();
    }

    /// Two containers on one volume: whoever is second takes the keys of the first.
    several_installations_at_once_agree_on_one_key_file(house) {
        house.sql("DELETE FROM settings").unwrap();
        std::fs::remove_file(file(house)).unwrap();
        let start = |_| house.command(&["init"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let started: Vec<_> = (0..4).map(start).collect();
        let mut wrote = 0;
        for one in started {
            let output = one.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            wrote += usize::from(String::from_utf8_lossy(&output.stdout).contains("wrote the keys"));
        }
        assert_eq!(wrote, 1);
        assert_eq!(names(house), ["consentry.keys", "consentry.toml"]);
        house.ok(&["check"]);
        house.people(&[("ada@example.org", "yes", "yes")]);
    }
}
