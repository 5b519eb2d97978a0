//! What the database refuses by itself.

use super::super::support::both_databases;

both_databases! {
    the_database_lets_nobody_change_words_or_take_suppressions_away(house) {
        house.furnish();
        let before = house.contents();
        let mut attempts = vec![
            "UPDATE wordings SET text = 'yes'",
            "DELETE FROM wordings",
            "DELETE FROM suppressions",
            "DELETE FROM suppressions WHERE reason = 'opt_out'",
            "UPDATE suppressions SET expires_at = 1",
            "UPDATE suppressions SET scope = 'partner' WHERE reason = 'opt_out'",
            "UPDATE suppressions SET since = since + 1",
            "UPDATE suppressions SET reason = 'snoozed' WHERE reason = 'opt_out'",
            "INSERT INTO wordings SELECT digest, 'yes' FROM wordings WHERE TRUE ON CONFLICT (digest) DO UPDATE SET text = 'yes'",
        ];
        attempts.extend(if house.is_sqlite() {
            &["INSERT OR REPLACE INTO suppressions SELECT * FROM suppressions",
              "INSERT OR REPLACE INTO wordings SELECT digest, 'yes' FROM wordings"][..]
        } else {
            &["TRUNCATE wordings", "TRUNCATE suppressions", "TRUNCATE suppressions, wordings CASCADE"][..]
        });
        for attempt in attempts {
            if let Err(refused) = house.sql(attempt) {
                let sentence = ["words that were shown stay", "lifted with an entry in the ledger only"];
                assert!(sentence.iter().any(|sentence| refused.contains(sentence)), "{attempt}: {refused}");
            } else {
                assert!(attempt.contains("INTO wordings") && house.is_sqlite(), "{attempt} was not refused");
            }
            assert!(house.contents() == before, "{attempt}");
        }
        // What staff do with a reason goes on.
        house.ok(&["suppress", "lift", "bob@example.org", "--note", "asked by letter", "--by", "eve"]);
        house.ok(&["suppress", "add", "bob@example.org", "--expires-at", "2099-01-01"]);
        house.ok(&["suppress", "add", "bob@example.org"]);
        assert_eq!(house.number("SELECT COUNT(*) FROM lifts"), 0);
        house.ok(&["ledger", "verify"]);
    }
}
