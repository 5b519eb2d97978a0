//! Checkpoints: signing them, keeping them, giving them to a witness and back.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::super::support::both_databases;
use super::super::support::house::{House, PATIENCE};

fn book(house: &House) -> Vec<Value> {
    let text = std::fs::read_to_string(house.folder().join("consentry.keys.checkpoints")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn wait_for(what: &str, there: impl Fn() -> bool) {
    let began = Instant::now();
    while !there() {
        assert!(began.elapsed() < PATIENCE, "{what} never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

both_databases! {
    a_checkpoint_is_signed_printed_and_kept_beside_the_keys(house) {
        house.furnish();
        let signed = house.sign();
        assert_eq!((&signed["seq"], &signed["suppressions"]), (&9.into(), &3.into()));
        assert_eq!(book(house), std::slice::from_ref(&signed));
        let mode = std::fs::metadata(house.folder().join("consentry.keys.checkpoints")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let public = &house.json(&["keys", "list", "--json"])["checkpoints"][0];
        assert_eq!(&signed["key"], public);
        // Nothing new, nothing signed.
        assert_eq!(house.sign(), signed);
        house.ok(&["ledger", "verify"]);
        assert_eq!(book(house).len(), 1);
        house.ok(&["suppress", "add", "dora@example.org"]);
        let said = house.ok(&["ledger", "verify"]);
        assert!(said.contains("covers the entries up to 9"), "{said}");
        assert_eq!(book(house).len(), 2, "a verification that finds nothing wrong signs what it saw");
        assert!(house.ok(&["ledger", "verify"]).contains("covers the entries up to 10"));
    }

    a_checkpoint_that_was_changed_or_made_by_somebody_else_is_seen(house) {
        house.furnish();
        house.sign();
        let file = house.folder().join("consentry.keys.checkpoints");
        let good = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, good.replacen("\"suppressions\":3", "\"suppressions\":2", 1)).unwrap();
        let said = house.faults(&[]);
        assert!(said.contains("line 1 of") && said.contains("has no signature of this key ring"), "{said}");
        // One that was forged says nothing of the ledger, and one that is signed says all the same.
        std::fs::write(&file, format!("{}{good}", good.replacen("\"seq\":9", "\"seq\":99", 1))).unwrap();
        let said = house.faults(&[]);
        assert!(said.contains("line 1 of") && !said.contains("entry 99 was there"), "{said}");
        std::fs::write(&file, format!("{good}{{\"seq\":1")).unwrap();
        let said = house.ok(&["ledger", "verify"]);
        assert!(said.contains("not checked: line 2 of"), "a line that a loss of power cut short: {said}");
    }

    what_was_kept_elsewhere_is_compared_with_since(house) {
        house.furnish();
        let verified = house.json(&["ledger", "verify", "--json"]);
        let head = format!("9:{}", verified["head"].as_str().unwrap());
        let line = house.ok(&["ledger", "checkpoint"]);
        let kept = house.file("kept.jsonl", &line);
        house.ok(&["suppress", "add", "dora@example.org"]);
        for since in [head.as_str(), line.trim(), kept.as_str()] {
            house.ok(&["ledger", "verify", "--since", since]);
        }
        for nothing in ["9:12", "nowhere.jsonl", "{}", "x:y"] {
            let (code, said) = house.fails(&["ledger", "verify", "--since", nothing]);
            assert!(code == 65 && said.contains("no checkpoint"), "{said}");
        }
        // Whoever has the folder too takes the checkpoints away; what was kept elsewhere is still there.
        std::fs::remove_file(house.folder().join("consentry.keys.checkpoints")).unwrap();
        house.forge("UPDATE ledger SET note = 'other' WHERE seq = 8");
        house.rehash();
        for since in [head.as_str(), line.trim(), kept.as_str()] {
            let said = house.faults(&["--since", since]);
            assert!(said.contains("entry 9 is not the one of"), "{said}");
        }
        house.cut(3);
        for since in [head.as_str(), line.trim(), kept.as_str()] {
            let said = house.faults(&["--since", since]);
            assert!(said.contains("entry 9 was there"), "{said}");
        }
    }

    serve_signs_at_its_start_and_at_its_end_and_tells_a_witness(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let witness = house.folder().join("witness.jsonl");
        house.set("CONSENTRY_WITNESS", witness.to_str().unwrap());
        let running = house.serve_with(&["--only", "web"]);
        wait_for("the first checkpoint", || !book(house).is_empty() && witness.exists());
        super::super::support::web::one_click(&running.url(&house.link("ada@example.org", &["--stream", "company"])));
        running.stop();
        let seqs: Vec<_> = book(house).iter().map(|line| line["seq"].as_i64().unwrap()).collect();
        assert_eq!(seqs, [2, 3]);
        let witnessed = std::fs::read_to_string(&witness).unwrap();
        assert_eq!(witnessed.lines().count(), 2);
        assert!(house.ok(&["ledger", "verify", "--since", witness.to_str().unwrap()]).contains("up to 3"));
    }

    a_witness_on_the_web_gets_checkpoints_and_one_that_fails_stops_nothing(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        house.set("CONSENTRY_WITNESS", &format!("http://{address}/consentry"));
        let answers = std::thread::spawn(move || {
            let mut bodies = Vec::new();
            for answer in ["503 Service Unavailable", "204 No Content"] {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = Vec::new();
                let mut piece = [0; 4096];
                while !String::from_utf8_lossy(&request).contains('}') {
                    let read = stream.read(&mut piece).unwrap();
                    request.extend_from_slice(&piece[..read]);
                }
                write!(stream, "HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
                bodies.push(String::from_utf8(request).unwrap());
            }
            bodies
        });
        let running = house.serve_with(&["--only", "web"]);
        wait_for("the first checkpoint", || !book(house).is_empty());
        super::super::support::web::one_click(&running.url(&house.link("ada@example.org", &["--stream", "company"])));
        let log = running.stop();
        let bodies = answers.join().unwrap();
        assert!(bodies[0].starts_with("POST /consentry HTTP/1.1") && bodies[0].contains("\"seq\":2"), "{bodies:?}");
        let (_, body) = bodies[1].split_once("\r\n\r\n").unwrap();
        let told: Value = serde_json::from_str(body).unwrap();
        assert_eq!(Some(&told), book(house).last());
        assert_eq!(log.matches("did not take a checkpoint").count(), 1, "{log}");
        assert!(log.contains("takes checkpoints again"), "{log}");
    }

    a_ring_from_before_there_were_checkpoints_gets_a_key(house) {
        house.furnish();
        let file = house.folder().join("consentry.keys");
        let text = std::fs::read_to_string(&file).unwrap();
        let before: Vec<_> = text.lines().filter(|line| !line.starts_with("checkpoint_keys")).collect();
        assert!(before.len() < text.lines().count(), "{text}");
        std::fs::write(&file, before.join("\n")).unwrap();
        assert!(house.ok(&["keys", "list"]).contains("no key yet"));
        let said = house.ok(&["ledger", "verify"]);
        assert!(said.contains("not checked: that nothing was cut off"), "{said}");
        let signed = house.sign();
        assert!(house.ok(&["keys", "list"]).contains(signed["key"].as_str().unwrap()));
        house.ok(&["keys", "rotate"]);
        assert_eq!(house.sign(), signed);
        assert!(house.ok(&["ledger", "verify"]).contains("up to 9"));
    }

    /// What a witness does with a checkpoint, without anything of ours: Ed25519 over the text.
    anybody_can_verify_a_checkpoint_with_the_public_key(house) {
        house.furnish();
        let signed = house.sign();
        let text = |key: &str| signed[key].as_str().unwrap();
        let message = format!(
            "consentry checkpoint 1\nentries {} {}\nat {}\nsuppressions {} {}\npolicies {} {}\n",
            signed["seq"], text("hash"), text("at"), signed["suppressions"], text("suppressions_sha256"),
            signed["policies"], text("policies_sha256"),
        );
        let bytes = |key: &str| data_encoding::HEXLOWER.decode(text(key).as_bytes()).unwrap();
        // RFC 8410: what stands in front of the 32 bytes of an Ed25519 key.
        let der = [&[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00][..], &bytes("key")].concat();
        let (key, signature) = (house.file("key.der", der), house.file("signature", bytes("signature")));
        let message = house.file("message", message);
        let arguments = ["pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", &key, "-sigfile", &signature, "-in", &message];
        let output = std::process::Command::new("openssl").args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
}
