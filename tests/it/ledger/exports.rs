//! Exports: what is seen of them with the key ring, with the public key, and without either.

use serde_json::Value;

use super::super::support::both_databases;
use super::NOT_AS_WRITTEN;

both_databases! {
    an_export_that_was_cut_and_given_a_new_end_is_seen(house) {
        house.furnish();
        let path = house.folder().join("good.jsonl").to_str().unwrap().to_owned();
        house.ok(&["ledger", "export", &path]);
        let good = house.ok(&["ledger", "verify", "--export", &path]);
        assert!(good.contains("a checkpoint of this installation covers the entries up to 9"), "{good}");
        let lines: Vec<String> = std::fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
        let (end, entries) = lines.split_last().unwrap();
        let end: Value = serde_json::from_str(end).unwrap();
        let cut = &entries[..7];
        let last: Value = serde_json::from_str(&cut[6]).unwrap();
        let ended = |checkpoint: Value| {
            let end = serde_json::json!({"entries": 7, "head": last["hash"], "checkpoint": checkpoint});
            [cut, &[end.to_string()]].concat()
        };
        let older = serde_json::json!({"entries": 7, "head": last["hash"]});
        let mut moved = end["checkpoint"].clone();
        (moved["seq"], moved["hash"]) = (7.into(), last["hash"].clone());
        for (lines, sentence) in [
            (ended(Value::Null), "it carries no checkpoint"),
            ([cut, &[older.to_string()]].concat(), "it carries no checkpoint"),
            (ended(end["checkpoint"].clone()), "its checkpoint is of another end, entry 9"),
            (ended(moved), "was not signed by this installation"),
            ([&lines[..], &lines[9..]].concat(), "something stands behind its last line"),
            (lines[..9].to_vec(), "has no last line"),
            ([&lines[1..2], &lines[..]].concat(), "entry 1 is the first"),
            ([&[lines[0].replacen('{', "{\"comment\":\"forged\",", 1)], &lines[1..]].concat(), "entry 1 is the first"),
        ] {
            let file = house.file("bad.jsonl", lines.join("\n"));
            let (code, said) = house.fails(&["ledger", "verify", "--export", &file]);
            assert!(code == NOT_AS_WRITTEN && said.contains(sentence), "{sentence}: {said}");
        }
        // Elsewhere, with the public key alone.
        let public = house.json(&["keys", "list", "--json"])["checkpoints"][0].as_str().unwrap().to_owned();
        let elsewhere = house.folder().join("elsewhere");
        std::fs::create_dir_all(&elsewhere).unwrap();
        let verify = |file: &str, more: &[&str]| {
            let arguments = [&["ledger", "verify", "--export", file][..], more].concat();
            let output = house.command(&arguments).env_remove("CONSENTRY_KEYS").current_dir(&elsewhere).output().unwrap();
            (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
        };
        let bad = house.file("bad.jsonl", ended(Value::Null).join("\n"));
        assert_eq!(verify(&path, &["--key", &public]).0, 0);
        assert_eq!(verify(&bad, &["--key", &public]).0, NOT_AS_WRITTEN);
        let other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(verify(&path, &["--key", other]).0, NOT_AS_WRITTEN);
        // With nothing: what could not be looked at is said.
        let (code, said) = verify(&bad, &[]);
        assert!(code == 0 && said.contains("not checked: whether the export was cut and given a new end"), "{said}");
        // A head that was kept sees it without any key.
        let since = format!("9:{}", end["head"].as_str().unwrap());
        let (code, said) = verify(&bad, &["--since", &since]);
        assert!(code == NOT_AS_WRITTEN && said.contains("entry 9 was there"), "{said}");
    }
}
