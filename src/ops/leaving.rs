//! Leaving, and nothing else: the act of nearly everybody, read and written together with those of all who leave at the
//! same time. What is more than that goes the general way, [`Act::commit`], and both come to the same.

use chrono::Duration;

use super::App;
use super::act::{Act, Committed, Done};
use super::finality;
use super::lists::scope_name;
use super::standing::{Standing, masked};
use super::unsubscribe::{ChoiceError, UNDO_HOURS};
use crate::domain::consent::{ConsentEvent, Decision};
use crate::domain::policy::PolicyVersion;
use crate::domain::suppression::{Subject, Suppression, SuppressionReason};
use crate::domain::{Scope, Seq, Stream};
use crate::store::Db;
use crate::store::choices::{Decided, Known};
use crate::store::suppressions::Held;

/// Commits an act with the recipient's lock, so that no last look can slip past (G3).
pub(super) async fn commit(app: &App, act: &Act) -> Result<Committed, ChoiceError> {
    if act.only_leaves() {
        let leaving = act.clone();
        let since = finality::doubts_since(act.now);
        if let Some(left) = app.store.choose(act.recipient, since, move |db, known| leaving.leave(db, known)).await? {
            return Ok(left);
        }
    }
    let act = act.clone();
    app.store.write(vec![act.recipient], move |db| act.commit(db)).await
}

impl Act {
    fn only_leaves(&self) -> bool {
        let choices = &self.choices;
        !choices.off.is_empty() && choices.pause.is_none() && choices.weekly_cap.is_none() && choices.locale.is_none()
    }

    /// Decides on what is known; none where it takes the general way to tell.
    fn leave(&self, db: &mut Db, known: Option<&Known>) -> Result<Decided<Option<Committed>>, ChoiceError> {
        let Known { person, events, held, passed } = known.ok_or(ChoiceError::NobodyKnown)?;
        let standing = Standing::of(events, held.iter().cloned());
        let partner = Scope::Stream(Stream::Partner);
        let covers_partner = self.choices.off.iter().any(|chosen| chosen.includes(partner));
        let partner_by_signal = self.request.gpc && standing.still().partner && !covers_partner;
        let mut off = self.choices.off.clone();
        off.extend(partner_by_signal.then_some(partner));
        // A bar that ran out makes room for the new one, and who is another one by now is looked up with that one's lock.
        let ran_out = |held: &Suppression| held.expires_at.is_some() && held.reason == SuppressionReason::OptOut;
        let the_general_way = || Decided { entries: Vec::new(), suppressions: Vec::new(), then: Box::new(|_| None) };
        if held.iter().any(ran_out) || person.merged_into.is_some() {
            return Ok(the_general_way());
        }
        let nos = self.nos_of(db, &standing, &off)?;
        // A second time in one visit may be taken back as the first.
        if nos.with_effect.is_empty() && self.request.visit.is_some() {
            return Ok(the_general_way());
        }
        let since = self.choices.off.iter().filter_map(|scope| standing.stopped_since(*scope)).max();
        let new: Vec<_> = nos.all().collect();
        let bars: Vec<_> = new.iter().map(|scope| self.bar(*scope)).collect();
        let after = Standing::of(&self.after(events, &new), held.iter().chain(&bars).cloned());
        let mut names = |scopes: &[Scope]| scopes.iter().map(|scope| scope_name(db, *scope)).collect::<Result<_, _>>();
        let committed = Committed {
            recipient: person.id,
            masked_address: masked(person),
            locale: person.locale.clone(),
            stopped: names(&self.choices.off)?,
            done: Done { stopped: names(&nos.with_effect)?, ..Done::default() },
            at: if nos.with_effect.is_empty() { since.unwrap_or(self.now) } else { self.now },
            undoable: None,
            partner_by_signal,
            still: after.still_unpaused(),
            on_their_way: finality::covered(passed, &off, self.now),
        };
        let until = self.now + Duration::hours(UNDO_HOURS);
        let bar = |suppression| Held {
            subject: person.address_hash,
            suppression,
            label: None,
            actor: "recipient".to_owned(),
            note: None,
        };
        let any_effect = !nos.with_effect.is_empty();
        let entries = nos.with_effect.iter().map(|scope| self.entry(*scope, Decision::Withdrawn));
        Ok(Decided {
            entries: entries.chain(nos.again.iter().map(|scope| self.said_again(*scope))).collect(),
            suppressions: bars.into_iter().map(bar).collect(),
            then: Box::new(move |first| {
                let undoable = first.filter(|_| any_effect).map(|first| (first, until));
                Some(Committed { undoable, ..committed })
            }),
        })
    }

    fn bar(&self, scope: Scope) -> Suppression {
        let (subject, reason) = (Subject::Address, SuppressionReason::OptOut);
        Suppression { subject, scope, reason, since: self.now, expires_at: None }
    }

    /// What the person has said once this is written.
    fn after(&self, events: &[ConsentEvent], new: &[Scope]) -> Vec<ConsentEvent> {
        let last = events.iter().map(|event| event.seq.get()).max().unwrap_or_default();
        let left = (last + 1..).zip(new).map(|(seq, scope)| ConsentEvent {
            seq: Seq::new(seq),
            scope: *scope,
            decision: Decision::Withdrawn,
            source: self.source,
            happened_at: self.now,
            policy: PolicyVersion::FIRST,
        });
        events.iter().copied().chain(left).collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::clock;
    use crate::config::DatabaseUrl;
    use crate::domain::consent::Source;
    use crate::domain::id::NodeId;
    use crate::domain::verdict::MessageKind;
    use crate::domain::{Address, AddressHash, CampaignId, RecipientId};
    use crate::ops::act::{Choices, Pause};
    use crate::ops::unsubscribe::{Evidence, Request};
    use crate::store::campaigns::{self, NewCampaign};
    use crate::store::ledger_fold::{self, Fold, Part};
    use crate::store::looks::LookRequest;
    use crate::store::recipients::{self, NewRecipient};
    use crate::store::{Store, StoreError, deliveries, expansion, ledger, lists, suppressions};

    /// Chance that can be repeated.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, sides: u64) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % sides).unwrap()
        }

        fn pick<T: Copy>(&mut self, from: &[T]) -> T {
            from[self.below(u64::try_from(from.len()).unwrap())]
        }
    }

    fn campaign(kind: MessageKind, name: &str) -> NewCampaign {
        let text = || name.to_owned();
        NewCampaign { name: text(), kind, subject: text(), text: text(), html: text() }
    }

    fn person(number: u8) -> NewRecipient {
        NewRecipient {
            address: Address::parse(&format!("p{number}@example.org")).unwrap(),
            address_hash: AddressHash::from_slice(&[number; 32]).unwrap(),
            domain_hash: AddressHash::from_slice(&[255; 32]).unwrap(),
            name: None,
            locale: None,
            time_zone: None,
            source: Source::Registration,
        }
    }

    /// People with consents of all kinds, and two campaigns of which every other message has passed its last look.
    async fn settle(store: &Store) -> (Vec<RecipientId>, Vec<Scope>) {
        let now = clock::now();
        let settled = store.write(Vec::new(), move |db| {
            let people = recipients::add(db, &(0..6).map(person).collect::<Vec<_>>(), now)?;
            let topic = Scope::Topic(lists::add_topic(db, "Tides", now)?.id);
            let partner = lists::add_partner(db, "Acme", now)?.named;
            let streams = Stream::ALL.map(Scope::Stream);
            for recipient in &people {
                let grant = |scope| act(*recipient, &[], None, now).entry(scope, Decision::Granted);
                ledger::append(db, &streams.map(grant))?;
            }
            for kind in [MessageKind::Company(None), MessageKind::Partner(Some(partner))] {
                let id = campaigns::add(db, &campaign(kind, "News"), now)?;
                start(db, id, now)?;
            }
            Ok::<_, StoreError>((
                people,
                [&streams[..], &[topic, Scope::Partner(partner.id), Scope::Everything]].concat(),
            ))
        });
        settled.await.unwrap()
    }

    fn start(db: &mut Db, id: CampaignId, now: DateTime<Utc>) -> Result<(), StoreError> {
        use crate::domain::campaign::CampaignState::{Draft, Scheduled};
        campaigns::set_time(db, id, now)?;
        campaigns::change_state(db, id, Draft, Scheduled, now)?;
        campaigns::start(db, id, now)?;
        expansion::step(db, id, now).map(|_| ())
    }

    async fn hand_over_some(store: &Store, dice: &mut Dice) {
        let now = clock::now();
        let node = NodeId::new(7);
        let sending = [crate::domain::campaign::CampaignState::Sending];
        for campaign in store.read(move |db| campaigns::in_states(db, &sending)).await.unwrap() {
            let id = campaign.id;
            let page = store
                .write_sending(move |db| deliveries::claim(db, id, node, 100, deliveries::Places::default(), now))
                .await
                .unwrap();
            for claim in page.claimed {
                if dice.below(2) == 0 {
                    let look = LookRequest { delivery: claim.delivery, attempt: claim.attempt, node, cap: None, now };
                    store.look(look).await.unwrap();
                }
            }
        }
    }

    fn act(recipient: RecipientId, off: &[Scope], visit: Option<&str>, now: DateTime<Utc>) -> Act {
        Act {
            recipient,
            choices: Choices { off: off.to_vec(), ..Choices::default() },
            source: Source::Link,
            campaign: None,
            request: Request {
                evidence: Evidence { ip: "192.0.2.1".to_owned(), user_agent: "test".to_owned() },
                visit: visit.map(str::to_owned),
                gpc: false,
            },
            now,
        }
    }

    /// Of acts at the same time the general ones come first, and any order is right; here it is to be the same twice, so
    /// what goes the general way comes alone.
    fn random_act(dice: &mut Dice, people: &[RecipientId], scopes: &[Scope], alone: bool) -> Act {
        let off: Vec<_> = (0..=dice.below(2)).map(|_| dice.pick(scopes)).collect();
        let visit = dice.pick(&[None, None, Some("first-visit-of-all"), Some("another-visit-then")]).filter(|_| alone);
        let mut act = act(dice.pick(people), &off, visit, clock::now());
        act.request.gpc = dice.below(3) == 0;
        if alone && dice.below(8) == 0 {
            act.choices.pause = Some(Pause { scope: Scope::Everything, days: 30 });
        }
        act
    }

    /// What changes between acts: a yes, or a bar that may have run out.
    async fn stir(store: &Store, act: Act, kind: usize) {
        let change = move |db: &mut Db| {
            let scope = act.choices.off[0];
            let Some(person) = recipients::find(db, act.recipient)? else { return Ok(()) };
            let hour = Duration::hours(1);
            let (reason, expires_at) = match kind {
                0 => return ledger::append(db, &[act.entry(scope, Decision::Granted)]).map(|_| ()),
                1 => (SuppressionReason::OptOut, Some(act.now - hour)),
                2 => (SuppressionReason::Snoozed, Some(act.now + hour)),
                _ => (SuppressionReason::Staff, None),
            };
            let suppression = Suppression { reason, expires_at, ..act.bar(scope) };
            let actor = "staff".to_owned();
            suppressions::put(
                db,
                &[Held { subject: person.address_hash, suppression, label: None, actor, note: None }],
            )?;
            ledger::append(db, &[act.entry(scope, Decision::Overtaken)]).map(|_| ())
        };
        store.write(Vec::new(), change).await.unwrap();
    }

    fn told(committed: &Committed) -> String {
        let Committed {
            recipient,
            masked_address,
            locale,
            stopped,
            done,
            at,
            undoable,
            partner_by_signal,
            still,
            on_their_way,
        } = committed;
        let mut names: Vec<_> = on_their_way.iter().map(|message| format!("{message:?}")).collect();
        names.sort();
        format!(
            "{recipient} {masked_address} {locale:?} {stopped:?} {done:?} {at} {undoable:?} {partner_by_signal} {still:?} {names:?}"
        )
    }

    async fn by_the_lane(store: &Store, act: Act) -> String {
        let leaving = act.clone();
        let since = finality::doubts_since(act.now);
        let left = if act.only_leaves() {
            store.choose(act.recipient, since, move |db, known| leaving.leave(db, known)).await.unwrap()
        } else {
            None
        };
        match left {
            Some(left) => told(&left),
            None => told(&store.write(vec![act.recipient], move |db| act.commit(db)).await.unwrap()),
        }
    }

    /// Everything that an act can change, without what chance makes: salts, and the hashes over them.
    async fn left_behind(store: &Store, people: &[RecipientId]) -> Vec<String> {
        let people = people.to_vec();
        let looked = store.read(move |db| {
            let mut seen = Vec::new();
            // Whatever was done, what is held is what the entries come to (G8).
            let mut fold = Fold::new(Part::WHOLE);
            fold.up_to(db, i64::MAX)?;
            ledger_fold::each_held(db, Part::WHOLE, |found| {
                let (key, bar) = found.bar.unwrap();
                assert_eq!(fold.take(&key), Some(bar), "{key:?}");
            })?;
            assert_eq!(fold.left().collect::<Vec<_>>(), []);
            for mut row in ledger::rows_after(db, 0, 100_000)? {
                (row.hash, row.evidence) = (Vec::new(), row.evidence.map(|_| Vec::new()));
                seen.push(format!("{row:?}"));
            }
            for id in people {
                let Some(person) = recipients::find(db, id)? else { continue };
                let held = suppressions::against(db, &[person.address_hash])?;
                let mut held: Vec<_> = held.into_iter().map(|held| format!("{held:?}")).collect();
                held.sort();
                seen.extend(held);
            }
            Ok::<_, StoreError>(seen)
        });
        looked.await.unwrap()
    }

    /// Random acts, some alone and some at once: what is answered and what is written are the same by both ways.
    #[test]
    fn leaving_together_comes_to_the_same_as_leaving_one_by_one() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        for seed in 1..=12 {
            runtime.block_on(compare(seed));
        }
    }

    async fn compare(seed: u64) {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let mut dice = Dice(seed * 7919);
        let (people, scopes) = {
            let store = Store::open(&DatabaseUrl::Sqlite(file("one"))).unwrap();
            let settled = settle(&store).await;
            hand_over_some(&store, &mut dice).await;
            settled
        };
        std::fs::copy(file("one"), file("other")).unwrap();
        let together = Store::open(&DatabaseUrl::Sqlite(file("one"))).unwrap();
        let alone = Store::open(&DatabaseUrl::Sqlite(file("other"))).unwrap();
        let mut ran_out = false;
        for _ in 0..25 {
            let size = if ran_out || dice.below(3) == 0 { 1 } else { 2 + dice.below(8) };
            // One person many times, or many people once: between the two the order is the writer's own.
            let (same, first) = (dice.below(2) == 0, dice.below(6));
            let who = |number: usize| if same { people[first] } else { people[(first + number) % people.len()] };
            let size = if same { size } else { size.min(people.len()) };
            let acts: Vec<_> =
                (0..size).map(|number| random_act(&mut dice, &[who(number)], &scopes, size == 1)).collect();
            let mut tasks = Vec::new();
            for act in acts.clone() {
                let store = together.clone();
                tasks.push(tokio::spawn(async move { by_the_lane(&store, act).await }));
            }
            for (task, act) in tasks.into_iter().zip(acts) {
                let committed = alone.write(vec![act.recipient], {
                    let act = act.clone();
                    move |db| act.commit(db)
                });
                assert_eq!(task.await.unwrap(), told(&committed.await.unwrap()), "seed {seed}: {act:?}");
            }
            assert_eq!(left_behind(&together, &people).await, left_behind(&alone, &people).await, "seed {seed}");
            if dice.below(2) == 0 {
                let (act, kind) = (random_act(&mut dice, &people, &scopes, true), dice.below(8));
                ran_out |= kind == 1;
                stir(&together, act.clone(), kind).await;
                stir(&alone, act, kind).await;
            }
        }
    }
}
