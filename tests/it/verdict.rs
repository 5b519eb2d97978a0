//! The verdict against an oracle, and what must hold of any ledger, any suppressions and any message.
//!
//! The oracle is SPEC section 3 written a second time, from its text: the ledger is replayed in its order over a table
//! that has a line for every list. It shares no rule with the product, only the words for what goes in and out.

use chrono::{DateTime, Duration, Utc};
use consentry::domain::consent::{ConsentEvent, ConsentState, Decision, Source};
use consentry::domain::policy::{Heard, NewUse, Notice, PolicyState, PolicyVersion, Version, Versions};
use consentry::domain::suppression::{Subject, Suppression, SuppressionReason};
use consentry::domain::verdict::{Facts, MessageKind, NamedPartner, Reason, Verdict, decide};
use consentry::domain::{PartnerId, Scope, Seq, Stream, TopicId};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Ids of topics and of partners: the same numbers, so that mixing the two up shows.
const IDS: [i64; 3] = [1, 2, 3];
/// A partner that no generated entry names.
const NEWCOMER: i64 = 9;
/// A place of the ledger that holds nothing of the person.
const ELSEWHERE: i64 = 1_000;
/// Entries of a generated ledger stand this far apart at least, so that another fits behind each.
const GAP: i64 = 2;

const COMPANY: Scope = Scope::Stream(Stream::Company);
const PARTNER: Scope = Scope::Stream(Stream::Partner);

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::days(20_000)
}

/// All that bears on the verdicts about one person, as it was written down.
#[derive(Clone, Debug)]
struct Person {
    ledger: Vec<ConsentEvent>,
    /// The last entry of the ledger when each of the partners was added.
    added_after: [i64; 3],
    suppressions: Vec<Suppression>,
    policy: PolicyState,
    cap: Option<u32>,
    recent: Vec<DateTime<Utc>>,
}

impl Person {
    /// Somebody who may be sent everything.
    fn who_said_yes_to_everything() -> Self {
        Self::with_ledger(vec![entry(1, Scope::Everything, Decision::Granted)])
    }

    fn with_ledger(ledger: Vec<ConsentEvent>) -> Self {
        let policy = PolicyState::unchanged(PolicyVersion(1));
        Self { ledger, added_after: [0; 3], suppressions: Vec::new(), policy, cap: None, recent: Vec::new() }
    }

    /// One message of every list, and the two kinds that need no consent.
    fn messages(&self) -> Vec<MessageKind> {
        let mut messages = vec![MessageKind::Transactional, MessageKind::Notice];
        messages.extend([MessageKind::Company(None), MessageKind::Partner(None)]);
        messages.extend(IDS.map(|id| MessageKind::Company(Some(TopicId::new(id)))));
        messages.extend(IDS.iter().zip(self.added_after).map(|(id, added)| of_partner(*id, added)));
        messages
    }

    fn verdict(&self, message: MessageKind) -> Verdict {
        let facts = Facts {
            consent: ConsentState::fold(&self.ledger),
            suppressions: self.suppressions.clone(),
            policy: self.policy.clone(),
            cap: self.cap,
            recent: self.recent.clone(),
        };
        decide(message, &facts, now())
    }

    fn end_of_ledger(&self) -> i64 {
        self.ledger.iter().map(|entry| entry.seq.get()).max().unwrap_or(0)
    }

    /// The same person after one more entry.
    fn after(&self, scope: Scope, decision: Decision) -> Self {
        let mut later = self.clone();
        later.ledger.push(entry(self.end_of_ledger() + 1, scope, decision));
        later
    }
}

fn entry(seq: i64, scope: Scope, decision: Decision) -> ConsentEvent {
    let policy = PolicyVersion::FIRST;
    ConsentEvent { seq: Seq::new(seq), scope, decision, source: Source::Preferences, happened_at: now(), policy }
}

fn of_partner(id: i64, added_after: i64) -> MessageKind {
    MessageKind::Partner(Some(NamedPartner { id: PartnerId::new(id), added_after: Seq::new(added_after) }))
}

fn is_promotional(message: MessageKind) -> bool {
    !matches!(message, MessageKind::Transactional | MessageKind::Notice)
}

// The oracle.

/// How a scope reaches a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Not,
    /// As part of a stream, or of everything.
    Whole,
    /// As the topic or partner that it names.
    ByName,
}

fn reach(scope: Scope, message: MessageKind) -> Reach {
    match (scope, message) {
        (_, MessageKind::Transactional | MessageKind::Notice) => Reach::Not,
        (Scope::Everything, _)
        | (Scope::Stream(Stream::Company), MessageKind::Company(_))
        | (Scope::Stream(Stream::Partner), MessageKind::Partner(_)) => Reach::Whole,
        (Scope::Topic(named), MessageKind::Company(Some(topic))) if named == topic => Reach::ByName,
        (Scope::Partner(named), MessageKind::Partner(Some(partner))) if named == partner.id => Reach::ByName,
        _ => Reach::Not,
    }
}

/// What the person's word for a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Never,
    Yes,
    No,
    /// Yes to the stream, before the partner was added to it.
    TooEarly,
}

/// One line of the table.
struct Line {
    list: MessageKind,
    word: Word,
    left_by_name: bool,
    /// The policy version of the yes to the list by its name, and of the one to its stream.
    under: [Option<PolicyVersion>; 2],
}

impl Line {
    fn hear_yes(&mut self, scope: Scope, seq: Seq, policy: PolicyVersion) {
        match reach(scope, self.list) {
            Reach::ByName => self.under[0] = Some(policy),
            Reach::Whole => self.under[1] = Some(policy),
            Reach::Not => {}
        }
        let was_there = match self.list {
            MessageKind::Partner(Some(partner)) => partner.added_after < seq,
            _ => true,
        };
        match reach(scope, self.list) {
            Reach::ByName => (self.word, self.left_by_name) = (Word::Yes, false),
            Reach::Whole if self.left_by_name => {}
            Reach::Whole if was_there => self.word = Word::Yes,
            Reach::Whole if self.word != Word::Yes => self.word = Word::TooEarly,
            Reach::Whole | Reach::Not => {}
        }
    }

    fn hear_no(&mut self, scope: Scope) {
        match reach(scope, self.list) {
            Reach::ByName => self.under[0] = None,
            Reach::Whole => self.under = [None, None],
            Reach::Not => {}
        }
        match reach(scope, self.list) {
            Reach::ByName => (self.word, self.left_by_name) = (Word::No, true),
            Reach::Whole => self.word = Word::No,
            Reach::Not => {}
        }
    }
}

/// Replays the ledger over every list and looks up the one in question: the word for it, and the newest policy version of
/// a yes that stands.
fn word_for(person: &Person, message: MessageKind) -> (Word, Option<PolicyVersion>) {
    let line = |list| Line { list, word: Word::Never, left_by_name: false, under: [None, None] };
    let mut table: Vec<_> = person.messages().into_iter().map(line).collect();
    let mut in_order = person.ledger.clone();
    in_order.sort_by_key(|entry| entry.seq);
    for entry in &in_order {
        let takes_it_back =
            |later: &ConsentEvent| later.decision == Decision::Undone(entry.seq) && later.seq > entry.seq;
        let void = in_order.iter().any(takes_it_back);
        for line in &mut table {
            match entry.decision {
                Decision::Granted => line.hear_yes(entry.scope, entry.seq, entry.policy),
                Decision::Withdrawn if !void => line.hear_no(entry.scope),
                _ => {}
            }
        }
    }
    let line = table.iter().find(|line| line.list == message);
    line.map_or((Word::Never, None), |line| (line.word, line.under.into_iter().flatten().max()))
}

/// Rule 1, in the order of its text.
const FOR_ALL_MAIL: [Reason; 4] = [Reason::HardBounce, Reason::Erased, Reason::Staff, Reason::Domain];
/// Rule 3, in the order of its text.
const FOR_THE_LIST: [Reason; 5] =
    [Reason::OptOut, Reason::Complaint, Reason::ReportedChild, Reason::Staff, Reason::Snoozed];

fn reason_for(bar: &Suppression) -> Reason {
    match (bar.subject, bar.reason) {
        (Subject::Domain, _) => Reason::Domain,
        (Subject::Address, SuppressionReason::HardBounce) => Reason::HardBounce,
        (Subject::Address, SuppressionReason::Erased) => Reason::Erased,
        (Subject::Address, SuppressionReason::Staff) => Reason::Staff,
        (Subject::Address, SuppressionReason::OptOut) => Reason::OptOut,
        (Subject::Address, SuppressionReason::Complaint) => Reason::Complaint,
        (Subject::Address, SuppressionReason::ReportedChild | SuppressionReason::SaidChild) => Reason::ReportedChild,
        (Subject::Address, SuppressionReason::Snoozed) => Reason::Snoozed,
    }
}

/// What SPEC section 3 says.
#[derive(Debug)]
enum Expected {
    Clear,
    /// The rule, and the reasons it may give: more than one only where its text does not rank them.
    Withheld(u8, Vec<Reason>),
    /// The first moment with room; none where there never is any.
    Later(Option<DateTime<Utc>>),
}

fn expected(person: &Person, message: MessageKind) -> Expected {
    let barred: Vec<_> =
        person.suppressions.iter().filter(|bar| bar.expires_at.is_none_or(|end| end > now())).collect();
    let everything = |bar: &&&Suppression| bar.scope == Scope::Everything;
    let for_all_mail: Vec<_> = barred.iter().filter(everything).map(|bar| reason_for(bar)).collect();
    if let Some(reason) = FOR_ALL_MAIL.iter().find(|reason| for_all_mail.contains(reason)) {
        return Expected::Withheld(1, vec![*reason]);
    }
    let stream = match message {
        MessageKind::Transactional | MessageKind::Notice => return Expected::Clear,
        MessageKind::Company(_) => Stream::Company,
        MessageKind::Partner(_) => Stream::Partner,
    };
    let here = |bar: &&&Suppression| reach(bar.scope, message) != Reach::Not;
    let for_the_list: Vec<_> = barred.iter().filter(here).map(|bar| reason_for(bar)).collect();
    if !for_the_list.is_empty() {
        let first = FOR_THE_LIST.iter().find(|reason| for_the_list.contains(reason)).copied();
        let unranked = for_the_list.into_iter().filter(|reason| !FOR_THE_LIST.contains(reason));
        return Expected::Withheld(3, unranked.chain(first).collect());
    }
    if person.policy.declined.is_some() {
        return Expected::Withheld(4, vec![Reason::PolicyDeclined]);
    }
    let (word, said_yes_under) = word_for(person, message);
    for new in &person.policy.new_uses {
        let told = new.notice.is_some_and(|notice| notice.at + new.window <= now());
        let asked = said_yes_under.is_some_and(|version| version >= new.version);
        if new.streams.contains(&stream) && !told && !asked {
            return Expected::Withheld(4, vec![Reason::PolicyNotice]);
        }
    }
    match word {
        Word::Never => Expected::Withheld(5, vec![Reason::NoConsent]),
        Word::No => Expected::Withheld(5, vec![Reason::OptOut]),
        Word::TooEarly => Expected::Withheld(5, vec![Reason::PartnerAddedLater]),
        Word::Yes => capped(person),
    }
}

fn capped(person: &Person) -> Expected {
    let week = Duration::days(7);
    let has_room = |at: DateTime<Utc>| {
        let sent = person.recent.iter().filter(|sent| **sent > at - week).count();
        person.cap.is_none_or(|cap| sent < usize::try_from(cap).unwrap_or(usize::MAX))
    };
    if has_room(now()) {
        return Expected::Clear;
    }
    let mut moments: Vec<_> = person.recent.iter().map(|sent| *sent + week).filter(|at| has_room(*at)).collect();
    moments.sort_unstable();
    Expected::Later(moments.first().copied())
}

fn agrees(verdict: &Verdict, expected: &Expected) -> bool {
    match (verdict, expected) {
        (Verdict::Clear(_), Expected::Clear) => true,
        (Verdict::Withheld(reason, because), Expected::Withheld(rule, reasons)) => {
            because.rule == *rule && reasons.contains(reason)
        }
        (Verdict::Later(until, because), Expected::Later(at)) => {
            because.rule == 6 && at.map_or(*until > now(), |at| *until == at)
        }
        _ => false,
    }
}

// What goes in.

/// Whole days, and a moment to either side of them.
fn moment(days: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = DateTime<Utc>> {
    (days, -1_i64..=1).prop_map(|(days, moments)| now() + Duration::days(days) + Duration::microseconds(moments))
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        1 => Just(Scope::Everything),
        2 => Just(COMPANY),
        2 => Just(PARTNER),
        3 => select(&IDS[..]).prop_map(|id| Scope::Topic(TopicId::new(id))),
        3 => select(&IDS[..]).prop_map(|id| Scope::Partner(PartnerId::new(id))),
    ]
}

/// Entries of one person, oldest first; an undo names a withdrawal before it, or nothing of the person.
fn ledger() -> impl Strategy<Value = Vec<ConsentEvent>> {
    let undone = Decision::Undone(Seq::new(ELSEWHERE));
    let decision = prop_oneof![
        6 => Just(Decision::Granted),
        5 => Just(Decision::Withdrawn),
        3 => Just(undone),
        1 => select(&[Decision::Overtaken, Decision::Lifted, Decision::Suppressed, Decision::Changed][..]),
    ];
    let drawn = (GAP..=GAP + 1, scope(), decision, any::<Index>(), moment(-400..=0), 1_i32..4);
    prop::collection::vec(drawn, 0..12).prop_map(|drawn| {
        let mut events: Vec<ConsentEvent> = Vec::new();
        let mut seq = 0;
        for (gap, scope, decision, which, happened_at, policy) in drawn {
            seq += gap;
            let policy = PolicyVersion(policy);
            let mut event = ConsentEvent { happened_at, policy, ..entry(seq, scope, decision) };
            let earlier: Vec<_> = events.iter().filter(|event| event.decision == Decision::Withdrawn).collect();
            if matches!(decision, Decision::Undone(_)) && !earlier.is_empty() {
                let taken_back = which.get(&earlier);
                event = ConsentEvent { scope: taken_back.scope, decision: Decision::Undone(taken_back.seq), ..event };
            }
            events.push(event);
        }
        events
    })
}

fn suppression() -> impl Strategy<Value = Suppression> {
    use SuppressionReason as Why;
    let subject = prop_oneof![4 => Just(Subject::Address), 1 => Just(Subject::Domain)];
    let all = [Why::HardBounce, Why::Erased, Why::Staff, Why::OptOut, Why::Complaint, Why::ReportedChild, Why::Snoozed];
    let expires_at = prop::option::of(moment(-2..=2));
    let drawn = (subject, scope(), select(all.to_vec()), moment(-2..=2), expires_at);
    drawn.prop_map(|(subject, scope, reason, since, expires_at)| Suppression {
        subject,
        scope,
        reason,
        since,
        expires_at,
    })
}

fn streams() -> impl Strategy<Value = Vec<Stream>> {
    prop::sample::subsequence(vec![Stream::Company, Stream::Partner], 0..=2)
}

fn window() -> impl Strategy<Value = Duration> {
    select(vec![0, 1, 30]).prop_map(Duration::days)
}

fn policy() -> impl Strategy<Value = PolicyState> {
    let notice = prop::option::of(moment(-31..=1).prop_map(|at| Notice { at, entry: Seq::new(ELSEWHERE) }));
    let new_use = (1..4, streams(), notice, window()).prop_map(|(version, streams, notice, window)| NewUse {
        version: PolicyVersion(version),
        streams,
        notice,
        window,
    });
    let drawn = (1..4, prop::option::weighted(0.1, Just(Seq::new(ELSEWHERE))), prop::collection::vec(new_use, 0..3));
    drawn.prop_map(|(version, declined, new_uses)| PolicyState { in_force: PolicyVersion(version), declined, new_uses })
}

fn person() -> impl Strategy<Value = Person> {
    let suppressions = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(suppression(), 1..4)];
    let policy = prop_oneof![2 => Just(PolicyState::unchanged(PolicyVersion(1))), 1 => policy()];
    let recent = prop::collection::vec(moment(-8..=1), 0..6);
    let added_after = [0_i64..30, 0..30, 0..30];
    let drawn = (ledger(), added_after, suppressions, policy, prop::option::of(0_u32..5), recent);
    drawn.prop_map(|(ledger, added_after, suppressions, policy, cap, recent)| Person {
        ledger,
        added_after,
        suppressions,
        policy,
        cap,
        recent,
    })
}

/// Failures are printed with the smallest case; nothing is written beside the tests.
fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number) }
}

/// How tight a verdict is.
fn tightness(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Clear(_) => 0,
        Verdict::Later(..) => 1,
        Verdict::Withheld(..) => 2,
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_verdict_is_the_one_that_the_rules_give(person in person()) {
        for message in person.messages() {
            let (verdict, expected) = (person.verdict(message), expected(&person, message));
            prop_assert!(agrees(&verdict, &expected), "{message:?}: {verdict:?}, but the rules say {expected:?}");
        }
    }

    #[test]
    fn a_verdict_names_the_suppression_and_the_entry_that_it_rests_on(person in person()) {
        for message in person.messages() {
            let verdict = person.verdict(message);
            let because = verdict.because();
            prop_assert_eq!(because.policy, person.policy.in_force.0);
            let barred = matches!(because.rule, 1 | 3);
            prop_assert_eq!(because.suppression.is_some(), barred);
            if let (Verdict::Withheld(reason, _), Some(bar)) = (&verdict, &because.suppression) {
                prop_assert!(person.suppressions.contains(bar));
                prop_assert_eq!(*reason, reason_for(bar));
            }
            let says = match verdict {
                Verdict::Clear(_) if is_promotional(message) => Some(Decision::Granted),
                Verdict::Withheld(Reason::OptOut, _) if !barred => Some(Decision::Withdrawn),
                Verdict::Withheld(Reason::PartnerAddedLater, _) => Some(Decision::Granted),
                _ => None,
            };
            let named = person.ledger.iter().find(|entry| Some(entry.seq) == because.entry);
            prop_assert_eq!(named.map(|entry| entry.decision), says, "{:?}: {:?}", message, because);
            prop_assert!(named.is_none_or(|entry| reach(entry.scope, message) != Reach::Not));
            let taken_back = |entry: &ConsentEvent| {
                person.ledger.iter().any(|later| later.decision == Decision::Undone(entry.seq))
            };
            prop_assert!(!named.is_some_and(taken_back), "{:?} rests on an entry that was undone", message);
        }
    }

    #[test]
    fn the_first_rule_that_would_apply_on_its_own_gives_the_reason(person in person()) {
        let plain = Person::who_said_yes_to_everything();
        let bars_all_mail = |bar: &Suppression| {
            let alone = Person { suppressions: vec![bar.clone()], ..plain.clone() };
            !matches!(alone.verdict(MessageKind::Notice), Verdict::Clear(_))
        };
        let (first, third): (Vec<_>, Vec<_>) = person.suppressions.iter().cloned().partition(bars_all_mail);
        let one_rule_each = |message| {
            let mut policy = Person { policy: person.policy.clone(), ..plain.clone() };
            // Whom the policy is news to depends on the version under which they said yes.
            policy.ledger[0].policy = word_for(&person, message).1.unwrap_or(PolicyVersion(0));
            [
                (1, Person { suppressions: first.clone(), ..plain.clone() }),
                (3, Person { suppressions: third.clone(), ..plain.clone() }),
                (4, policy),
                (5, Person { ledger: person.ledger.clone(), added_after: person.added_after, ..plain.clone() }),
                (6, Person { cap: person.cap, recent: person.recent.clone(), ..plain.clone() }),
            ]
        };
        for (place, message) in person.messages().into_iter().enumerate() {
            let verdict = person.verdict(message);
            let one_rule_each = one_rule_each(message);
            let alone = one_rule_each.iter().map(|(rule, person)| (rule, person.verdict(person.messages()[place])));
            match alone.into_iter().find(|(_, verdict)| !matches!(verdict, Verdict::Clear(_))) {
                None => prop_assert!(matches!(verdict, Verdict::Clear(_)), "{message:?}: {verdict:?}"),
                Some((rule, alone)) => {
                    prop_assert_eq!(verdict.because().rule, *rule, "{:?}: {:?}", message, verdict);
                    prop_assert_eq!(tightness(&verdict), tightness(&alone));
                    if let (Verdict::Withheld(reason, _), Verdict::Withheld(alone, _)) = (verdict, alone) {
                        prop_assert_eq!(reason, alone);
                    }
                }
            }
        }
    }

    #[test]
    fn orders_and_notices_go_out_unless_all_mail_is_barred(person in person()) {
        for message in [MessageKind::Transactional, MessageKind::Notice] {
            let verdict = person.verdict(message);
            match &verdict {
                Verdict::Clear(because) => prop_assert_eq!(because.rule, 2),
                Verdict::Withheld(_, because) => {
                    prop_assert_eq!(because.rule, 1);
                    let bar = because.suppression.as_ref();
                    prop_assert_eq!(bar.map(|bar| bar.scope), Some(Scope::Everything));
                }
                Verdict::Later(..) => prop_assert!(false, "{:?}", verdict),
            }
            let unbarred = Person { suppressions: Vec::new(), ..person.clone() };
            prop_assert!(matches!(unbarred.verdict(message), Verdict::Clear(_)));
        }
    }

    #[test]
    fn one_more_suppression_never_loosens_a_verdict(person in person(), bar in suppression(), at in any::<Index>()) {
        let mut barred = person.clone();
        barred.suppressions.insert(at.index(person.suppressions.len() + 1), bar);
        for message in person.messages() {
            let (before, after) = (person.verdict(message), barred.verdict(message));
            prop_assert!(tightness(&after) >= tightness(&before), "{message:?}: {before:?}, then {after:?}");
        }
    }

    #[test]
    fn one_more_withdrawal_never_loosens_a_verdict(person in person(), scope in scope(), behind in any::<Index>()) {
        let places: Vec<i64> = std::iter::once(0).chain(person.ledger.iter().map(|entry| entry.seq.get())).collect();
        let mut left = person.clone();
        left.ledger.push(entry(behind.get(&places) + 1, scope, Decision::Withdrawn));
        for message in person.messages() {
            let (before, after) = (person.verdict(message), left.verdict(message));
            prop_assert!(tightness(&after) >= tightness(&before), "{message:?}: {before:?}, then {after:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn the_ledgers_order_decides_and_not_the_order_of_reading(
        (events, shuffled) in ledger().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        prop_assert_eq!(ConsentState::fold(&shuffled), ConsentState::fold(&events));
    }

    #[test]
    fn a_partner_added_later_starts_at_no_until_it_is_named_or_the_stream_is_granted_again(
        events in ledger(),
        other in select(vec![COMPANY, Scope::Topic(TopicId::new(1)), Scope::Partner(PartnerId::new(1))]),
        again in select(vec![Scope::Everything, PARTNER, Scope::Partner(PartnerId::new(NEWCOMER))]),
    ) {
        let person = Person::with_ledger(events);
        let newcomer = of_partner(NEWCOMER, person.end_of_ledger());
        prop_assert!(matches!(person.verdict(newcomer), Verdict::Withheld(_, because) if because.rule == 5));
        let person = person.after(other, Decision::Granted);
        prop_assert!(matches!(person.verdict(newcomer), Verdict::Withheld(_, because) if because.rule == 5));
        let person = person.after(again, Decision::Granted);
        prop_assert!(matches!(person.verdict(newcomer), Verdict::Clear(_)));
    }

    #[test]
    fn leaving_a_stream_leaves_all_under_it_and_nothing_of_the_other(
        events in ledger(),
        added_after in [0_i64..30, 0..30, 0..30],
        left in select(vec![Scope::Everything, COMPANY, PARTNER]),
    ) {
        let before = Person { added_after, ..Person::with_ledger(events) };
        let after = before.after(left, Decision::Withdrawn);
        for message in before.messages() {
            let verdict = after.verdict(message);
            if reach(left, message) == Reach::Not {
                prop_assert_eq!(verdict, before.verdict(message));
            } else {
                prop_assert!(matches!(verdict, Verdict::Withheld(Reason::OptOut, _)), "{message:?}: {verdict:?}");
            }
        }
    }

    #[test]
    fn undoing_a_withdrawal_gives_exactly_the_state_before_it(
        events in ledger(),
        left in scope(),
        meanwhile in prop::collection::vec((scope(), select(vec![Decision::Granted, Decision::Withdrawn])), 0..3),
    ) {
        let before = Person::with_ledger(events);
        let mut after = before.after(left, Decision::Withdrawn);
        let withdrawal = Seq::new(after.end_of_ledger());
        prop_assert!(!ConsentState::fold(&after.ledger).grants_any_of(left));
        for (scope, decision) in meanwhile {
            after = after.after(scope, decision);
        }
        let undone = after.after(left, Decision::Undone(withdrawal));
        let never_said: Vec<_> = after.ledger.into_iter().filter(|entry| entry.seq != withdrawal).collect();
        prop_assert_eq!(ConsentState::fold(&undone.ledger), ConsentState::fold(&never_said));
    }

    #[test]
    fn an_undo_reaches_no_withdrawal_that_comes_after_it(events in ledger(), left in scope()) {
        let person = Person::with_ledger(events);
        let next_but_one = Seq::new(person.end_of_ledger() + 2);
        let too_early = person.after(left, Decision::Undone(next_but_one)).after(left, Decision::Withdrawn);
        let plainly = person.after(left, Decision::Overtaken).after(left, Decision::Withdrawn);
        prop_assert_eq!(ConsentState::fold(&too_early.ledger), ConsentState::fold(&plainly.ledger));
    }

    #[test]
    fn entries_about_suppressions_and_policies_say_nothing_about_consent(
        events in ledger(),
        scope in scope(),
        decision in select(vec![
            Decision::Overtaken,
            Decision::Lifted,
            Decision::Suppressed,
            Decision::Changed,
            Decision::Notified(PolicyVersion(2)),
            Decision::Declined(PolicyVersion(2)),
            Decision::Accepted(PolicyVersion(2)),
        ]),
    ) {
        let person = Person::with_ledger(events);
        let after = person.after(scope, decision);
        prop_assert_eq!(ConsentState::fold(&after.ledger), ConsentState::fold(&person.ledger));
    }
}

/// Versions 1 to 4 of which the first was there from the start.
fn versions() -> impl Strategy<Value = Vec<Version>> {
    let version = (moment(-60..=1), moment(-60..=1), streams(), window());
    prop::collection::vec(version, 0..4).prop_map(|drawn| {
        let first = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH, Vec::new(), Duration::days(30));
        let numbered = (1..).zip(std::iter::once(first).chain(drawn));
        let version = |(number, (published_at, effective_at, new_uses, window))| Version {
            number: PolicyVersion(number),
            published_at,
            effective_at,
            new_uses,
            window,
        };
        numbered.map(version).collect()
    })
}

/// What one person heard and said of versions, oldest first; an undo names an entry before it, or after it.
fn heard() -> impl Strategy<Value = Vec<ConsentEvent>> {
    let about = (0..5, 1..5, 0..8_i64).prop_map(|(which, version, undone)| match which {
        0 => Decision::Undone(Seq::new(undone)),
        1 | 2 => Decision::Notified(PolicyVersion(version)),
        3 => Decision::Declined(PolicyVersion(version)),
        _ => Decision::Accepted(PolicyVersion(version)),
    });
    prop::collection::vec((about, moment(-40..=1)), 0..8).prop_map(|drawn| {
        let event = |(seq, (decision, happened_at)): (i64, (Decision, DateTime<Utc>))| {
            let policy = decision.policy().unwrap_or(PolicyVersion::FIRST);
            ConsentEvent { happened_at, policy, ..entry(seq, Scope::Everything, decision) }
        };
        (1..).zip(drawn).map(event).collect()
    })
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// SPEC section 4, written a second time: each version with new uses that is in force, or was when a later one took its
    /// place, waits for its own notice and window; a no stands until a yes to as much, or until it is taken back.
    #[test]
    fn rule_4_reads_the_ledger_as_the_spec_does(versions in versions(), said in heard(), shuffled in any::<bool>()) {
        let stands: Vec<_> = said.iter().filter(|entry| {
            !said.iter().any(|later| later.decision == Decision::Undone(entry.seq) && later.seq > entry.seq)
        }).collect();
        let in_force = versions.iter().filter(|version| version.effective_at <= now()).map(|version| version.number).max();
        let in_force = in_force.unwrap();
        let declined = (1..5).map(PolicyVersion).any(|version| {
            let last = |wanted: &dyn Fn(Decision) -> bool| {
                stands.iter().rev().find(|entry| wanted(entry.decision)).map_or(0, |entry| entry.seq.get())
            };
            let no = last(&|decision| decision == Decision::Declined(version));
            no > last(&|decision| matches!(decision, Decision::Accepted(yes) if yes >= version))
        });
        let mut read: Vec<_> = said.clone();
        if shuffled {
            read.reverse();
        }
        let state = Versions::new(versions.clone()).state(&read, now());
        prop_assert_eq!(state.in_force, in_force);
        prop_assert_eq!(state.declined.is_some(), declined);
        prop_assert_eq!(Heard::fold(&read).declined().map(|(_, seq)| seq), state.declined);
        for stream in [Stream::Company, Stream::Partner] {
            for under in [None, Some(1), Some(2), Some(3), Some(4)].map(|under| under.map(PolicyVersion)) {
                let held = versions.iter().any(|version| {
                    let brings = version.number <= in_force && version.new_uses.contains(&stream);
                    let notice = stands.iter().find(|entry| entry.decision == Decision::Notified(version.number));
                    let told = notice.is_some_and(|notice| notice.happened_at + version.window <= now());
                    brings && !told && under.is_none_or(|under| under < version.number)
                });
                prop_assert_eq!(state.not_yet(stream, under, now()).is_some(), held, "{} under {:?}", stream, under);
            }
        }
    }
}

#[test]
fn where_every_rule_applies_the_reasons_come_in_the_order_of_the_rules() {
    let bar = |scope, reason| {
        let (subject, expires_at) = (Subject::Address, None);
        Suppression { subject, scope, reason, since: now(), expires_at }
    };
    let opted_out = bar(COMPANY, SuppressionReason::OptOut);
    let mut person = Person::with_ledger(vec![entry(1, COMPANY, Decision::Withdrawn)]);
    person.suppressions = vec![opted_out.clone(), bar(Scope::Everything, SuppressionReason::HardBounce)];
    person.policy.declined = Some(Seq::new(ELSEWHERE));
    let (streams, window) = (vec![Stream::Company], Duration::days(30));
    person.policy.new_uses = vec![NewUse { version: PolicyVersion(2), streams, notice: None, window }];
    (person.cap, person.recent) = (Some(1), vec![now() - Duration::days(1)]);
    let verdict = |person: &Person| match person.verdict(MessageKind::Company(None)) {
        Verdict::Withheld(reason, because) => (because.rule, Some(reason)),
        Verdict::Later(_, because) => (because.rule, None),
        Verdict::Clear(_) => (0, None),
    };

    assert_eq!(verdict(&person), (1, Some(Reason::HardBounce)));
    person.suppressions = vec![opted_out];
    assert_eq!(verdict(&person), (3, Some(Reason::OptOut)));
    person.suppressions.clear();
    assert_eq!(verdict(&person), (4, Some(Reason::PolicyDeclined)));
    person.policy.declined = None;
    assert_eq!(verdict(&person), (4, Some(Reason::PolicyNotice)));
    person.policy.new_uses.clear();
    assert_eq!(verdict(&person), (5, Some(Reason::OptOut)));
    person = person.after(COMPANY, Decision::Granted);
    assert_eq!(verdict(&person), (6, None));
    person.cap = None;
    assert_eq!(verdict(&person), (0, None));
}
