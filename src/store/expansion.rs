//! Audience expansion: set-based, in pages, resumable at any page by any node.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};

use super::columns::micros;
use super::db::Db;
use super::error::StoreError;
use super::looks::Backend;
use super::schema::campaigns;
use crate::domain::CampaignId;

/// Recipients of one page: about 20 ms of the one writer.
const PAGE: i64 = 5000;

/// Whom a policy version is news to: they have had no notice of it, and were there before it or came with a consent from
/// before. Nothing hangs on it but who gets the notice: to miss one keeps new uses away from a person.
const TO_BE_NOTIFIED: &str = "AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.recipient_id = recipients.id \
     AND ledger.decision = 'notified' AND ledger.policy_version = $5) \
     AND (created_at < (SELECT published_at FROM policies WHERE version = $5) \
     OR EXISTS (SELECT 1 FROM ledger WHERE ledger.recipient_id = recipients.id \
     AND ledger.decision = 'granted' AND ledger.policy_version < $5))";

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expanded {
    /// A page was added; there may be more.
    Page(i64),
    /// The audience is complete.
    Complete,
}

#[derive(QueryableByName)]
struct Last {
    #[diesel(sql_type = Nullable<BigInt>)]
    last: Option<i64>,
}

/// Adds the next page of the audience; run inside a write transaction.
///
/// The place is moved on by compare-and-set, so two nodes never add the same page, and the primary key of deliveries
/// makes even that harmless (G5).
///
/// # Errors
/// The database says no.
pub fn step(db: &mut Db, id: CampaignId, now: DateTime<Utc>) -> Result<Expanded, StoreError> {
    let columns = (campaigns::expand_after, campaigns::expand_up_to, campaigns::expanded, campaigns::policy_version);
    let (after, up_to, expanded, policy): (i64, i64, bool, Option<i32>) =
        campaigns::table.find(id.get()).select(columns).first(db)?;
    if expanded {
        return Ok(Expanded::Complete);
    }
    let last: Last = diesel::sql_query(
        "SELECT MAX(id) AS last FROM (SELECT id FROM recipients WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3) page",
    )
    .bind::<BigInt, _>(after)
    .bind::<BigInt, _>(up_to)
    .bind::<BigInt, _>(PAGE)
    .get_result(db)?;
    let Some(last) = last.last else {
        diesel::update(campaigns::table.find(id.get())).set(campaigns::expanded.eq(true)).execute(db)?;
        return Ok(Expanded::Complete);
    };
    let still_there = campaigns::table.find(id.get()).filter(campaigns::expand_after.eq(after));
    if diesel::update(still_there).set(campaigns::expand_after.eq(last)).execute(db)? == 0 {
        return Ok(Expanded::Page(0));
    }
    let text = format!(
        "INSERT INTO deliveries (campaign_id, recipient_id, state, due_at, attempt, updated_at) \
         SELECT $1, id, 0, $2, 0, $2 FROM recipients \
         WHERE id > $3 AND id <= $4 AND erased_at IS NULL {} ORDER BY id",
        if policy.is_some() { TO_BE_NOTIFIED } else { "" }
    );
    let query = diesel::sql_query(text).into_boxed::<Backend>();
    let query = query.bind::<BigInt, _>(id.get()).bind::<BigInt, _>(micros(now)).bind::<BigInt, _>(after);
    let query = query.bind::<BigInt, _>(last);
    let added = match policy {
        Some(version) => query.bind::<Integer, _>(version).execute(db)?,
        None => query.execute(db)?,
    };
    let added = i64::try_from(added).unwrap_or(i64::MAX);
    diesel::update(campaigns::table.find(id.get()))
        .set(campaigns::audience.eq(campaigns::audience + added))
        .execute(db)?;
    Ok(Expanded::Page(added))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;
    use std::sync::Mutex;

    use chrono::Duration;
    use proptest::prelude::*;

    use super::*;
    use crate::config::DatabaseUrl;
    use crate::domain::campaign::CampaignState;
    use crate::domain::consent::{Decision, Source};
    use crate::domain::policy::PolicyState;
    use crate::domain::verdict::{Facts, MessageKind, Reason, Verdict, decide};
    use crate::domain::{Address, AddressHash, PolicyVersion, RecipientId, Scope, Stream};
    use crate::store::campaigns::{self, NewCampaign};
    use crate::store::ledger::{self, About, NewEntry};
    use crate::store::policies::{self, NewPolicy};
    use crate::store::recipients::{self, NewRecipient};
    use crate::store::schema::deliveries;
    use crate::store::{facts, migrate};

    const PUBLISHED: i64 = 10;
    const SECOND: PolicyVersion = PolicyVersion(2);

    fn day(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(20_000 + day)
    }

    /// Somebody who came on a day, with what was said and heard on days.
    #[derive(Clone, Debug)]
    struct Person {
        came: i64,
        events: Vec<(Decision, i64)>,
    }

    fn person() -> impl Strategy<Value = Person> {
        let decision = prop_oneof![
            4 => Just(Decision::Granted),
            2 => Just(Decision::Withdrawn),
            1 => Just(Decision::Notified(SECOND)),
            1 => Just(Decision::Notified(PolicyVersion(3))),
            1 => Just(Decision::Declined(SECOND)),
        ];
        let events = prop::collection::vec((decision, 1_i64..20), 0..5);
        (1_i64..20, events).prop_map(|(came, events)| Person { came, events })
    }

    fn entry(id: RecipientId, decision: Decision, on: i64) -> NewEntry {
        NewEntry {
            about: About::Recipient(id),
            scope: Scope::Stream(Stream::Partner),
            decision,
            source: Source::Registration,
            basis: "test".to_owned(),
            happened_at: day(on),
            recorded_at: day(20),
            wording: None,
            language: None,
            actor: "test".to_owned(),
            request_id: "test".to_owned(),
            campaign: None,
            evidence: None,
            note: None,
        }
    }

    /// Everybody with whether they are in the audience of a notice, and with their facts.
    fn audience(db: &mut Db, people: &[Person]) -> Result<Vec<(bool, Facts)>, StoreError> {
        let policy = NewPolicy {
            text: "text".to_owned(),
            summaries: std::iter::once((String::new(), "summary".to_owned())).collect(),
            new_uses: vec![Stream::Partner],
            effective_at: day(PUBLISHED),
            window: Duration::days(1),
            actor: "test".to_owned(),
        };
        policies::publish(db, &policy, day(PUBLISHED))?;
        let mut ids = Vec::new();
        for (number, person) in (1_u8..).zip(people) {
            let new = NewRecipient {
                address: Address::parse(&format!("p{number}@example.org")).unwrap(),
                address_hash: AddressHash::new([number; 32]),
                domain_hash: AddressHash::new([0; 32]),
                name: None,
                locale: None,
                time_zone: None,
                source: Source::Registration,
            };
            let id = recipients::add(db, &[new], day(person.came))?[0];
            let entries: Vec<_> = person.events.iter().map(|(decision, on)| entry(id, *decision, *on)).collect();
            ledger::append(db, &entries)?;
            ids.push(id);
        }
        let (subject, text, html) = ("subject".to_owned(), "text".to_owned(), String::new());
        let new = NewCampaign { name: "notice".to_owned(), kind: MessageKind::Notice, subject, text, html };
        let campaign = campaigns::add(db, &new, day(20))?;
        campaigns::give_notice_of(db, campaign, SECOND)?;
        campaigns::change_state(db, campaign, CampaignState::Draft, CampaignState::Scheduled, day(20))?;
        campaigns::start(db, campaign, day(20))?;
        while step(db, campaign, day(20))? != Expanded::Complete {}
        let told = deliveries::table.filter(deliveries::campaign_id.eq(campaign.get()));
        let told: Vec<i64> = told.select(deliveries::recipient_id).load(db)?;
        let told: BTreeSet<_> = told.into_iter().map(RecipientId::new).collect();
        let mut facts = facts::read(db, &ids, None, day(400))?;
        Ok(ids.into_iter().map(|id| (told.contains(&id), facts.remove(&id).unwrap())).collect())
    }

    static DATABASE: Mutex<Option<Db>> = Mutex::new(None);

    /// Does something in an empty database, and takes it back.
    fn in_database<T>(work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        let mut database = DATABASE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let db = database.get_or_insert_with(|| {
            let mut db = Db::open(&DatabaseUrl::Sqlite(PathBuf::from(":memory:"))).unwrap();
            migrate::run(&mut db).unwrap();
            db
        });
        db.rehearse(work).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

        /// SQL picks whom a notice is for, the verdict says whose mail waits for one: who waits for it and would get mail
        /// otherwise is picked, and nobody is told twice.
        #[test]
        fn a_notice_is_for_everybody_whose_mail_waits_for_it(people in prop::collection::vec(person(), 1..12)) {
            for (told, facts) in in_database(|db| audience(db, &people)) {
                let kind = MessageKind::Partner(None);
                let waits = matches!(decide(kind, &facts, day(400)), Verdict::Withheld(Reason::PolicyNotice, _));
                let policy = PolicyState::unchanged(PolicyVersion::FIRST);
                let otherwise = decide(kind, &Facts { policy, ..facts.clone() }, day(400));
                if waits && matches!(otherwise, Verdict::Clear(_)) {
                    prop_assert!(told, "{facts:?}");
                }
                let notified = facts.policy.new_uses.iter().any(|new| new.version == SECOND && new.notice.is_some());
                prop_assert!(!(told && notified), "{facts:?}");
            }
        }
    }
}
