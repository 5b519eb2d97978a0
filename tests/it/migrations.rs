//! The schema: the same on both databases, made current by any number of nodes at once, and a ledger that nobody edits.

use std::process::Stdio;

use super::support::both_databases;
use super::support::house::House;

/// The house's database as it was before anything was in it.
fn demolish(house: &House) {
    match house.database.strip_prefix("sqlite:") {
        Some(file) => {
            for end in ["", "-wal", "-shm"] {
                let path = format!("{file}{end}");
                assert!(!std::fs::exists(&path).unwrap() || std::fs::remove_file(&path).is_ok(), "{path}");
            }
        }
        None => house.sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").unwrap(),
    }
}

/// `table.column type null` of every column, in the words of SQLite.
fn columns(house: &House) -> Vec<String> {
    let question = if house.is_sqlite() {
        "SELECT m.name || '.' || p.name || ' ' || lower(p.type) || CASE p.\"notnull\" WHEN 1 THEN ' not null' ELSE ' null' END \
         AS value FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
    } else {
        "SELECT table_name || '.' || column_name || ' ' || replace(data_type, 'bytea', 'blob') || \
         CASE is_nullable WHEN 'NO' THEN ' not null' ELSE ' null' END AS value \
         FROM information_schema.columns WHERE table_schema = 'public'"
    };
    let mut all = house.texts(question);
    all.retain(|column| !column.starts_with("__") && !column.starts_with("sqlite_"));
    all.sort_unstable();
    all
}

/// The indexes that have a name of ours.
fn indexes(house: &House) -> Vec<String> {
    let mut all = house.texts(if house.is_sqlite() {
        "SELECT tbl_name || ' ' || name AS value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    } else {
        "SELECT tablename || ' ' || indexname AS value FROM pg_indexes WHERE schemaname = 'public' \
         AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key' AND tablename NOT LIKE '\\_\\_%'"
    });
    all.sort_unstable();
    all
}

/// `table: columns` of every primary key and unique constraint.
fn unique_keys(house: &House) -> Vec<String> {
    let mut all = house.texts(if house.is_sqlite() {
        "SELECT k || ': ' || group_concat(c, ',') AS value FROM (SELECT m.name AS k, i.name AS n, x.name AS c \
         FROM sqlite_master m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) x \
         WHERE m.type = 'table' AND i.\"unique\" = 1 ORDER BY m.name, i.name, x.seqno) GROUP BY k, n \
         UNION SELECT m.name || ': ' || p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p \
         WHERE m.type = 'table' AND p.pk = 1 AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE pk = 2)"
    } else {
        "SELECT c.conrelid::regclass || ': ' || (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM \
         unnest(c.conkey) WITH ORDINALITY k (attnum, n) JOIN pg_attribute a \
         ON a.attrelid = c.conrelid AND a.attnum = k.attnum) AS value \
         FROM pg_constraint c WHERE c.contype IN ('p', 'u') AND c.connamespace = 'public'::regnamespace"
    });
    all.retain(|key| !key.starts_with("__") && !key.starts_with("sqlite_"));
    all.sort_unstable();
    all
}

#[test]
fn both_databases_end_with_the_same_schema() {
    let (sqlite, postgres) = (House::on_sqlite(), House::on_postgres());
    assert_eq!(sqlite.tables(), postgres.tables());
    assert!(sqlite.tables().contains(&"ledger".to_owned()), "{:?}", sqlite.tables());
    assert_eq!(columns(&sqlite), columns(&postgres));
    assert!(columns(&sqlite).contains(&"recipients.address_hash blob not null".to_owned()));
    assert_eq!(indexes(&sqlite), indexes(&postgres));
    assert_eq!(unique_keys(&sqlite), unique_keys(&postgres));
    assert!(unique_keys(&sqlite).contains(&"deliveries: campaign_id,recipient_id,letter".to_owned()), "G5 rests on it");
    let versions =
        |house: &House| house.texts("SELECT version AS value FROM __diesel_schema_migrations ORDER BY version");
    assert_eq!(versions(&sqlite), versions(&postgres));
}

both_databases! {
    migrating_a_current_database_changes_nothing(house) {
        house.crowd(3);
        let before = (house.contents(), columns(house));
        for _ in 0..2 {
            assert_eq!(house.ok(&["migrate"]), "the database is current\n");
        }
        assert!((house.contents(), columns(house)) == before);
    }

    four_nodes_that_migrate_an_empty_database_at_once_all_succeed(house) {
        let schema = (columns(house), indexes(house), unique_keys(house));
        demolish(house);
        let start = |_| house.command(&["migrate"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let nodes: Vec<_> = (0..4).map(start).collect();
        let mut said: Vec<_> = nodes.into_iter().map(|node| {
            let output = node.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        }).collect();
        said.sort_unstable_by_key(|text| text.starts_with("ran step"));
        assert!(said[3].starts_with("ran step 2026"), "{said:?}");
        assert_eq!(said[..3], ["the database is current\n"; 3]);
        assert!((columns(house), indexes(house), unique_keys(house)) == schema);
        assert_eq!(house.entries(), 0);
    }

    /// G8.
    nobody_changes_or_removes_an_entry_of_the_ledger(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "no")]);
        let before = house.contents();
        let mut attempts = vec![
            "UPDATE ledger SET decision = 'granted' WHERE seq = 4",
            "UPDATE ledger SET note = 'x'",
            "UPDATE ledger SET seq = seq + 100",
            "DELETE FROM ledger WHERE seq = 4",
            "DELETE FROM ledger",
            "INSERT INTO ledger SELECT * FROM ledger WHERE seq = 4 ON CONFLICT (seq) DO UPDATE SET decision = 'granted'",
            "UPDATE ledger_head SET seq = 3",
            "DELETE FROM ledger_head",
        ];
        attempts.extend(if house.is_sqlite() {
            &["INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE seq = 4",
              "REPLACE INTO ledger SELECT * FROM ledger",
              "UPDATE OR REPLACE ledger SET seq = 1 WHERE seq = 4",
              "INSERT OR REPLACE INTO ledger_head (id, seq, hash) VALUES (1, 0, zeroblob(32))"][..]
        } else {
            &["TRUNCATE ledger", "TRUNCATE ledger_head", "TRUNCATE ledger CASCADE", "TRUNCATE ledger, ledger_head",
              "INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, '') ON CONFLICT (id) DO UPDATE SET seq = 0"][..]
        });
        for attempt in attempts {
            let refused = house.sql(attempt).expect_err(attempt);
            assert!(refused.contains("append-only"), "{attempt}: {refused}");
        }
        assert!(house.contents() == before, "an entry was changed");
        assert_eq!(house.entries(), 4);
    }
}
