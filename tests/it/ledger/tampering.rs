//! What is done to the database, and what is said of it.

use super::super::support::both_databases;

both_databases! {
    an_edited_entry_is_named(house) {
        house.furnish();
        house.sign();
        house.forge("UPDATE ledger SET decision = 'granted' WHERE seq = 7");
        let said = house.faults(&[]);
        assert!(said.starts_with("entry 7 is the first that is not as it was written"), "{said}");
        assert!(!said.contains("was cut"), "nothing was: {said}");
    }

    of_two_swapped_entries_the_first_is_named(house) {
        house.furnish();
        house.forge("UPDATE ledger SET seq = -1 WHERE seq = 3; UPDATE ledger SET seq = 3 WHERE seq = 4; UPDATE ledger SET seq = 4 WHERE seq = -1");
        assert!(house.faults(&[]).contains("entry 3 is the first"));
    }

    a_tail_that_was_cut_is_seen_by_the_head(house) {
        house.furnish();
        house.forge("DELETE FROM ledger WHERE seq = 9");
        assert!(house.faults(&[]).contains("the chain ends at entry 8, and 9 entries were written"));
    }

    a_tail_that_was_cut_with_the_head_moved_is_seen_by_the_checkpoint(house) {
        house.furnish();
        house.sign();
        house.cut(2);
        house.forge("DELETE FROM suppressions");
        let said = house.faults(&[]);
        assert!(said.contains("it has 7 entries, and entry 9 was there"), "{said}");
        assert!(said.contains("restore a newer backup"), "{said}");
        // Nothing is signed that would cover it up.
        let (_, refused) = house.fails(&["ledger", "checkpoint"]);
        assert!(refused.contains("no checkpoint was signed") && refused.contains("entry 9 was there"), "{refused}");
    }

    an_emptied_ledger_is_seen_by_the_checkpoint(house) {
        house.furnish();
        house.sign();
        let nothing = house.bytes(&[0; 32]);
        house.forge(&format!("DELETE FROM ledger; DELETE FROM suppressions; UPDATE ledger_head SET seq = 0, hash = {nothing}"));
        assert!(house.faults(&[]).contains("it has 0 entries, and entry 9 was there"));
    }

    a_ledger_that_was_written_anew_as_a_whole_is_seen_by_the_checkpoint(house) {
        house.furnish();
        house.sign();
        house.forge("UPDATE ledger SET decision = 'granted', source = 'order' WHERE seq = 2");
        house.rehash();
        let said = house.faults(&[]);
        assert!(said.contains("entry 9 is not the one of the checkpoint of entry 9"), "{said}");
    }

    a_forged_consent_at_the_end_of_a_whole_chain_is_seen_where_its_person_is_another(house) {
        house.furnish();
        house.sign();
        let columns = "recipient_id, subject, scope, decision, undoes, source, basis, happened_at, recorded_at, wording, \
             language, policy_version, actor, request_id, campaign_id, evidence, note, hash, holds";
        // Carl's consent becomes Bob's.
        house.forge(&format!(
            "INSERT INTO ledger (seq, person, {columns}) SELECT 10, person, {} FROM ledger WHERE seq = 5",
            columns.replace("recipient_id", "(SELECT recipient_id FROM ledger WHERE seq = 3)")
        ));
        house.rehash();
        assert!(house.faults(&[]).contains("the keyed hash is not the one of their last entry"));
    }

    an_older_backup_is_seen_by_the_checkpoint_and_check_says_so(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let older = house.copy_of_database("older");
        house.ok(&["suppress", "add", "ada@example.org"]);
        house.sign();
        house.ok(&["ledger", "verify"]);
        let newer = house.database.clone();
        house.set("DATABASE_URL", &older);
        let said = house.faults(&[]);
        assert!(said.contains("the ledger is older than the checkpoint of entry 3"), "{said}");
        let (_, said) = house.fails(&["check"]);
        assert!(said.contains("the ledger is older than the checkpoint of entry 3"), "{said}");
        let running = house.serve();
        let log = running.stop();
        assert!(log.contains("The ledger was not signed") && log.contains("is older than"), "{log}");
        house.set("DATABASE_URL", &newer);
        house.drop_copy("older");
        house.ok(&["check"]);
    }

    words_that_were_changed_under_their_digest_are_seen(house) {
        house.furnish();
        house.forge("UPDATE wordings SET text = 'I want everything from everybody'");
        assert!(house.faults(&[]).contains("the words that entry 1 names are other ones"));
        house.forge("DELETE FROM wordings");
        assert!(house.faults(&[]).contains("the words that entry 1 names are missing"));
    }

    suppressions_that_were_deleted_changed_or_added_are_named(house) {
        house.furnish();
        house.ok(&["ledger", "verify"]);
        let first = |reason: &str| {
            let hex = if house.is_sqlite() { "lower(hex(subject))" } else { "encode(subject, 'hex')" };
            house.texts(&format!("SELECT substr({hex}, 1, 12) AS value FROM suppressions WHERE reason = '{reason}'"))[0].clone()
        };
        let ada = first("opt_out");
        house.forge("DELETE FROM suppressions WHERE reason = 'opt_out'");
        let said = house.faults(&[]);
        assert!(said.contains(&format!("the suppression of #{ada} (company, opt_out) is missing")), "{said}");
        house.forge("UPDATE suppressions SET expires_at = 1 WHERE expires_at IS NOT NULL");
        let said = house.faults(&[]);
        assert!(said.contains("(everything, staff) is not as the ledger has it") && said.contains("is missing"), "{said}");
        house.forge("UPDATE suppressions SET label = 'nice.test' WHERE label IS NOT NULL");
        assert!(house.faults(&[]).contains("has the name of another domain"));
        house.forge("UPDATE suppressions SET scope = 'nothing' WHERE label IS NOT NULL");
        assert!(house.faults(&[]).contains("holds what we could not have written"));
        let carl = house.bytes(&[7; 32]);
        house.forge(&format!(
            "DELETE FROM suppressions; INSERT INTO suppressions (subject, scope, reason, is_domain, since, actor) \
             VALUES ({carl}, 'everything', 'staff', FALSE, 0, 'staff')"
        ));
        let said = house.faults(&[]);
        assert!(said.contains("the suppression of #070707070707 (everything, staff) has no entry"), "{said}");
        assert_eq!(said.matches("is missing").count(), 3, "{said}");
    }

    suppressions_that_were_changed_before_they_were_signed_are_seen_still_when_they_are_back(house) {
        house.furnish();
        let columns = "subject, scope, reason, is_domain, label, since, expires_at, actor, note";
        house.forge(&format!("CREATE TABLE aside AS SELECT {columns} FROM suppressions; DELETE FROM suppressions"));
        house.sign();
        house.forge(&format!("INSERT INTO suppressions ({columns}) SELECT {columns} FROM aside; DROP TABLE aside"));
        let said = house.faults(&[]);
        assert!(said.contains("was signed, the suppressions were not those of the ledger"), "{said}");
    }

    a_weekly_limit_that_was_changed_is_seen(house) {
        house.furnish();
        house.forge("UPDATE recipients SET weekly_cap = 7");
        assert_eq!(house.faults(&[]).matches("the weekly limit is not the one that the ledger has").count(), 3);
    }

    an_address_that_was_replaced_is_seen(house) {
        house.furnish();
        house.forge("UPDATE recipients SET address = 'someone@else.test' WHERE name = 'ada'");
        let id = house.number("SELECT id FROM recipients WHERE name = 'ada'");
        assert!(house.faults(&[]).contains(&format!("recipient {id}: the address is not the one")));
    }

    two_people_whose_hashes_were_swapped_are_seen(house) {
        house.furnish();
        house.swap_people("address_hash");
        let said = house.faults(&[]);
        assert_eq!(said.matches("the address is not the one that its keyed hash was made of").count(), 2, "{said}");
    }

    /// Whoever swaps all of two people needs no key to make addresses and hashes fit; the entries tell whose they are.
    two_people_who_were_swapped_as_a_whole_are_seen(house) {
        house.furnish();
        house.swap_people("address_hash");
        house.swap_people("domain_hash");
        house.swap_people("address");
        let said = house.faults(&[]);
        assert_eq!(said.matches("the entries are about another address").count(), 2, "{said}");
    }

    policies_that_were_rewritten_are_seen_by_the_checkpoint(house) {
        house.furnish();
        let text = house.file("policy.txt", "Our policy.\n");
        let summary = house.file("summary.txt", "Nothing changes.\n");
        house.ok(&["policy", "publish", "--text", &text, "--summary", &summary]);
        house.sign();
        house.ok(&["policy", "publish", "--text", &text, "--summary", &summary]);
        house.ok(&["ledger", "verify"]);
        house.forge("UPDATE policies SET opt_out_window = 0 WHERE version = 2");
        assert!(house.faults(&[]).contains("the policy versions are not those of the checkpoint"));
        house.forge("UPDATE ledger_head SET policy_version = 1");
        assert!(house.faults(&[]).contains("new entries are not stamped with the newest policy version"));
    }
}
