//! The privacy policy as the verdict sees it: its published versions, and what one recipient has heard and said of them.
//!
//! # Why a later version's notice does not stand for an earlier one's
//! A notice says what changed from the version before. Who missed one has not been told of its new uses by the next, so
//! each version with new uses waits for its own notice and its own window.
//!
//! # Why a no reaches on
//! A later version holds what an earlier one brought. Who said no to one is not mailed under the next either, until they
//! say yes to it: nothing that we publish lifts a no (G11).

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use super::consent::{ConsentEvent, Decision, in_order};
pub use super::id::PolicyVersion;
use super::id::Seq;
use super::scope::Stream;

/// Days a person has to decline a new version before its new uses apply (SPEC section 3, rule 4).
pub const DEFAULT_WINDOW_DAYS: i64 = 30;

/// A published version, as far as the rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub number: PolicyVersion,
    /// When it was published: from then on it is what people are shown.
    pub published_at: DateTime<Utc>,
    /// From when on it is in force.
    pub effective_at: DateTime<Utc>,
    /// The streams of which it brings a new use.
    pub new_uses: Vec<Stream>,
    /// How long after the notice a new use still does not apply.
    pub window: Duration,
}

/// Every published version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(Vec<Version>);

impl Versions {
    /// The versions, in any order.
    pub fn new(mut versions: Vec<Version>) -> Self {
        versions.sort_by_key(|version| version.number);
        Self(versions)
    }

    /// The versions, oldest first.
    pub fn all(&self) -> &[Version] {
        &self.0
    }

    /// The version in force at `now`: a later one takes the place of all before it.
    pub fn in_force(&self, now: DateTime<Utc>) -> PolicyVersion {
        let effective = self.0.iter().rev().find(|version| version.effective_at <= now);
        effective.map_or(PolicyVersion::FIRST, |version| version.number)
    }

    /// The version that people were shown at `at`.
    pub fn shown_at(&self, at: DateTime<Utc>) -> PolicyVersion {
        let published = self.0.iter().rev().find(|version| version.published_at <= at);
        published.map_or(PolicyVersion::FIRST, |version| version.number)
    }

    /// Where the person of `events` stands at `now`.
    pub fn state(&self, events: &[ConsentEvent], now: DateTime<Utc>) -> PolicyState {
        let in_force = self.in_force(now);
        let heard = Heard::fold(events);
        let with_new_uses = self.0.iter().filter(|version| version.number <= in_force && !version.new_uses.is_empty());
        let new_uses = with_new_uses.map(|version| NewUse {
            version: version.number,
            streams: version.new_uses.clone(),
            notice: heard.notice(version.number),
            window: version.window,
        });
        PolicyState { in_force, declined: heard.declined().map(|(_, by)| by), new_uses: new_uses.collect() }
    }
}

/// A notice that the relay took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// When.
    pub at: DateTime<Utc>,
    /// The entry that says so.
    pub entry: Seq,
}

/// What one person has heard and said of the versions: a fold of their ledger entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    notices: BTreeMap<PolicyVersion, Notice>,
    declined: BTreeMap<PolicyVersion, Seq>,
    accepted: BTreeMap<PolicyVersion, Seq>,
}

impl Heard {
    /// Folds the entries of one recipient.
    pub fn fold(events: &[ConsentEvent]) -> Self {
        let mut heard = Self::default();
        for event in in_order(events) {
            match event.decision {
                // The first notice counts: a second one takes no time away and gives none.
                Decision::Notified(version) => {
                    let notice = Notice { at: event.happened_at, entry: event.seq };
                    heard.notices.entry(version).or_insert(notice);
                }
                Decision::Declined(version) => {
                    heard.accepted.retain(|accepted, _| *accepted < version);
                    heard.declined.insert(version, event.seq);
                }
                Decision::Accepted(version) => {
                    heard.declined.retain(|declined, _| *declined > version);
                    heard.accepted.insert(version, event.seq);
                }
                Decision::Granted
                | Decision::Withdrawn
                | Decision::Undone(_)
                | Decision::Overtaken
                | Decision::Lifted
                | Decision::Suppressed
                | Decision::Changed => {}
            }
        }
        heard
    }

    /// The notice of `version`, if it was given.
    pub fn notice(&self, version: PolicyVersion) -> Option<Notice> {
        self.notices.get(&version).copied()
    }

    /// The newest version that was declined, with the entry that says so; none where every no was taken back.
    pub fn declined(&self) -> Option<(PolicyVersion, Seq)> {
        self.declined.last_key_value().map(|(version, by)| (*version, *by))
    }

    /// Every version that was declined, where that stands.
    pub fn declined_versions(&self) -> impl Iterator<Item = PolicyVersion> + '_ {
        self.declined.keys().copied()
    }

    /// The entries by which versions up to this one were declined.
    pub fn declined_up_to(&self, version: PolicyVersion) -> Vec<Seq> {
        self.declined.range(..=version).map(|(_, by)| *by).collect()
    }

    /// Every entry of these that has to be taken back so that no no stands: one may hide another.
    pub fn all_declined(events: &[ConsentEvent]) -> Vec<Seq> {
        let mut left = events.to_vec();
        let mut found = Vec::new();
        while let Some((_, by)) = Self::fold(&left).declined() {
            left.retain(|event| event.seq != by);
            found.push(by);
        }
        found
    }

    /// The entry by which this very version was declined.
    pub fn declined_by(&self, version: PolicyVersion) -> Option<Seq> {
        self.declined.get(&version).copied()
    }

    /// The entry by which this version, or a later one, was accepted, if that stands.
    pub fn accepted_by(&self, version: PolicyVersion) -> Option<Seq> {
        self.accepted.range(version..).next().map(|(_, by)| *by)
    }
}

/// A new use of some streams and how much one person knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUse {
    /// The version that brings it.
    pub version: PolicyVersion,
    /// The streams.
    pub streams: Vec<Stream>,
    /// The notice that the person was given of it.
    pub notice: Option<Notice>,
    /// How long after the notice it still does not apply.
    pub window: Duration,
}

impl NewUse {
    /// From when on it applies to the person; none while no notice was given.
    pub fn applies_from(&self) -> Option<DateTime<Utc>> {
        self.notice.map(|notice| notice.at.checked_add_signed(self.window).unwrap_or(DateTime::<Utc>::MAX_UTC))
    }
}

/// The policy in force and one recipient's place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyState {
    /// The version in force.
    pub in_force: PolicyVersion,
    /// The entry by which the recipient declined it, or one before it, or one that is to come into force.
    pub declined: Option<Seq>,
    /// What the version in force and those before it brought that was new.
    pub new_uses: Vec<NewUse>,
}

impl PolicyState {
    /// A version that nobody declined and that brings nothing new.
    pub const fn unchanged(in_force: PolicyVersion) -> Self {
        Self { in_force, declined: None, new_uses: Vec::new() }
    }

    /// The new use of `stream` that does not apply to the recipient at `now`, if there is one: notice was not given or
    /// its window is not past, and the stream was granted under an earlier version.
    pub fn not_yet(&self, stream: Stream, granted_under: Option<PolicyVersion>, now: DateTime<Utc>) -> Option<&NewUse> {
        let new_to_them = |new: &&NewUse| granted_under.is_none_or(|under| under < new.version);
        let of_stream = self.new_uses.iter().filter(|new| new.streams.contains(&stream)).filter(new_to_them);
        of_stream.into_iter().find(|new| new.applies_from().is_none_or(|from| now < from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Scope;
    use crate::domain::consent::Source;

    fn day(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::days(day)
    }

    /// Version 1 from the start, 2 published on day 10 and in force from day 20, 3 published and in force on day 30.
    fn three() -> Versions {
        let version = |number, published, effective, new_uses| Version {
            number: PolicyVersion(number),
            published_at: day(published),
            effective_at: day(effective),
            new_uses,
            window: Duration::days(5),
        };
        let partner = vec![Stream::Partner];
        Versions::new(vec![version(3, 30, 30, Vec::new()), version(1, 0, 0, Vec::new()), version(2, 10, 20, partner)])
    }

    fn event(seq: i64, on: i64, decision: Decision) -> ConsentEvent {
        ConsentEvent {
            seq: Seq::new(seq),
            scope: Scope::Everything,
            decision,
            source: Source::Policy,
            happened_at: day(on),
            policy: decision.policy().unwrap_or(PolicyVersion::FIRST),
        }
    }

    const SECOND: PolicyVersion = PolicyVersion(2);
    const THIRD: PolicyVersion = PolicyVersion(3);

    #[test]
    fn a_version_is_shown_when_it_is_published_and_in_force_when_it_says() {
        let versions = three();
        assert_eq!((versions.shown_at(day(9)), versions.shown_at(day(10))), (PolicyVersion::FIRST, SECOND));
        assert_eq!((versions.in_force(day(19)), versions.in_force(day(20))), (PolicyVersion::FIRST, SECOND));
        assert_eq!(versions.in_force(day(40)), THIRD);
        assert_eq!(Versions::default().in_force(day(0)), PolicyVersion::FIRST);
    }

    #[test]
    fn a_new_use_waits_for_its_notice_and_its_window_whatever_comes_later() {
        let held = |events: &[ConsentEvent], on| {
            let state = three().state(events, day(on));
            state.not_yet(Stream::Partner, Some(PolicyVersion::FIRST), day(on)).is_some()
        };
        assert!(!held(&[], 19), "it is not in force yet");
        assert!(held(&[], 20));
        assert!(held(&[], 400));
        assert!(held(&[event(1, 30, Decision::Notified(THIRD))], 400), "the next notice speaks of something else");
        let notified = [event(1, 21, Decision::Notified(SECOND)), event(2, 25, Decision::Notified(SECOND))];
        assert!(held(&notified, 25));
        assert!(!held(&notified, 26), "a second notice takes no time away and gives none");
    }

    #[test]
    fn who_joined_under_the_version_or_uses_the_other_stream_is_not_held() {
        let state = three().state(&[], day(20));
        assert_eq!(state.not_yet(Stream::Partner, Some(SECOND), day(20)), None);
        assert_eq!(state.not_yet(Stream::Partner, Some(THIRD), day(20)), None);
        assert_eq!(state.not_yet(Stream::Company, Some(PolicyVersion::FIRST), day(20)), None);
        assert!(state.not_yet(Stream::Partner, None, day(20)).is_some());
    }

    #[test]
    fn a_no_stands_until_the_person_says_yes_to_as_much() {
        let declined = |decisions: &[Decision]| {
            let events: Vec<_> = (1..).zip(decisions).map(|(seq, decision)| event(seq, 20, *decision)).collect();
            three().state(&events, day(30)).declined.map(Seq::get)
        };
        assert_eq!(declined(&[Decision::Declined(SECOND)]), Some(1), "version 3 came later and lifts nothing");
        assert_eq!(declined(&[Decision::Declined(SECOND), Decision::Accepted(THIRD)]), None);
        assert_eq!(declined(&[Decision::Declined(THIRD), Decision::Accepted(SECOND)]), Some(1));
        assert_eq!(declined(&[Decision::Accepted(THIRD), Decision::Declined(SECOND)]), Some(2));
        assert_eq!(declined(&[Decision::Declined(SECOND), Decision::Undone(Seq::new(1))]), None);
        let taken_back = [Decision::Declined(SECOND), Decision::Accepted(SECOND), Decision::Undone(Seq::new(2))];
        assert_eq!(declined(&taken_back), Some(1), "taking the yes back leaves the no");
    }

    #[test]
    fn every_no_that_would_stand_is_found_and_no_other() {
        let found = |decisions: &[Decision]| {
            let events: Vec<_> = (1..).zip(decisions).map(|(seq, decision)| event(seq, 20, *decision)).collect();
            Heard::all_declined(&events).into_iter().map(Seq::get).collect::<Vec<_>>()
        };
        assert_eq!(
            found(&[Decision::Declined(SECOND), Decision::Declined(THIRD), Decision::Declined(SECOND)]),
            [2, 3, 1]
        );
        assert_eq!(found(&[Decision::Declined(SECOND), Decision::Accepted(SECOND), Decision::Declined(SECOND)]), [3]);
        assert!(found(&[Decision::Declined(SECOND), Decision::Accepted(THIRD)]).is_empty());
    }
}
