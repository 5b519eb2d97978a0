//! Consent: the events that the ledger keeps, and the state that is their fold.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::id::{PartnerId, PolicyVersion, Seq};
use super::scope::{List, Scope, Stream, UnknownWord};
pub use super::source::Source;

/// The basis of an entry whose scope the person said yes to. A default that the operator set has its own words instead.
pub const BASIS_CONSENT: &str = "consent";

/// What a ledger entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The person said yes to the scope.
    Granted,
    /// The person, or staff for them, said no to the scope.
    Withdrawn,
    /// The withdrawal, pause or change at this place was undone within the same visit, or the no to the policy was taken
    /// back by signing up again: it counts as if it had never been.
    Undone(Seq),
    /// A message that had passed its last look was still on its way when a withdrawal was acknowledged (G3).
    /// It says nothing about consent.
    Overtaken,
    /// Staff lifted a suppression, with a reason (G11). It says nothing about consent.
    Lifted,
    /// The person (a pause), staff or a report put a suppression in force. It says nothing about consent.
    Suppressed,
    /// The person changed something else that they may choose: how much mail, in which language. Its note says what, and
    /// it says nothing about consent.
    Changed,
    /// The relay took the notice of this policy version: notice is given, and nothing else is. Silence is no consent.
    Notified(PolicyVersion),
    /// The person said no to this policy version.
    Declined(PolicyVersion),
    /// The person said yes to this policy version and every one before. It grants no mail.
    Accepted(PolicyVersion),
}

impl Decision {
    /// The word that the store and exports keep.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Withdrawn => "withdrawn",
            Self::Undone(_) => "undone",
            Self::Overtaken => "overtaken",
            Self::Lifted => "lifted",
            Self::Suppressed => "suppressed",
            Self::Changed => "changed",
            Self::Notified(_) => "notified",
            Self::Declined(_) => "declined",
            Self::Accepted(_) => "accepted",
        }
    }

    /// Reads what is stored: the word, the entry it refers to, and the policy version of its entry.
    ///
    /// # Errors
    /// The word is none of ours, or an undo names no entry.
    pub fn from_parts(word: &str, undoes: Option<Seq>, policy: PolicyVersion) -> Result<Self, UnknownWord> {
        match (word, undoes) {
            ("granted", None) => Ok(Self::Granted),
            ("withdrawn", None) => Ok(Self::Withdrawn),
            ("undone", Some(seq)) => Ok(Self::Undone(seq)),
            ("overtaken", None) => Ok(Self::Overtaken),
            ("lifted", None) => Ok(Self::Lifted),
            ("suppressed", None) => Ok(Self::Suppressed),
            ("changed", None) => Ok(Self::Changed),
            ("notified", None) => Ok(Self::Notified(policy)),
            ("declined", None) => Ok(Self::Declined(policy)),
            ("accepted", None) => Ok(Self::Accepted(policy)),
            _ => {
                let known = "granted, withdrawn, undone with its entry, overtaken, lifted, suppressed, changed, \
                             notified, declined, accepted";
                Err(UnknownWord(word.to_owned(), known))
            }
        }
    }

    /// The entry that this one undoes.
    pub const fn undoes(self) -> Option<Seq> {
        match self {
            Self::Undone(seq) => Some(seq),
            _ => None,
        }
    }

    /// The policy version that this one is about; none where it is about mail.
    pub const fn policy(self) -> Option<PolicyVersion> {
        match self {
            Self::Notified(version) | Self::Declined(version) | Self::Accepted(version) => Some(version),
            Self::Granted
            | Self::Withdrawn
            | Self::Undone(_)
            | Self::Overtaken
            | Self::Lifted
            | Self::Suppressed
            | Self::Changed => None,
        }
    }
}

/// One consent event as the fold needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsentEvent {
    /// Its place in the ledger.
    pub seq: Seq,
    /// What it is about.
    pub scope: Scope,
    /// What it says.
    pub decision: Decision,
    /// Where it was made.
    pub source: Source,
    /// When it happened, which may be long before it was recorded.
    pub happened_at: DateTime<Utc>,
    /// The newest policy version that had been published when it happened, or the one that it is about.
    pub policy: PolicyVersion,
}

/// The events that stand, in the order of the ledger, which decides whatever order they come in. An undo reaches back
/// only: no entry takes back what has not been said yet.
pub(super) fn in_order(events: &[ConsentEvent]) -> Vec<&ConsentEvent> {
    let reaches = |event: &ConsentEvent| event.decision.undoes().filter(|seq| *seq < event.seq);
    let undone: BTreeSet<Seq> = events.iter().filter_map(reaches).collect();
    let mut standing: Vec<_> = events.iter().filter(|event| !undone.contains(&event.seq)).collect();
    standing.sort_by_key(|event| event.seq);
    standing
}

/// What holds for one scope, and the entry that made it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    granted: bool,
    by: Seq,
    under: PolicyVersion,
}

/// The answer of the consent state for one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody ever said anything that covers the list.
    Never,
    /// Said yes, by this entry.
    Granted(Seq),
    /// Said no, by this entry.
    Withdrawn(Seq),
    /// The partner was added after the grant at this entry, so the grant does not reach it.
    AddedLater(Seq),
}

/// The current consent of one recipient: a fold of their ledger entries, never stored on its own (G8).
///
/// Leaving a stream leaves all under it. Granting one topic or partner while its stream is off turns the stream on for
/// that one only. A grant of a stream does not bring back a topic or partner that was left by name: only naming it
/// again does, so that a repeated sign-up never lifts an opt-out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsentState {
    streams: BTreeMap<Stream, Choice>,
    named: BTreeMap<Scope, Choice>,
}

impl ConsentState {
    /// Folds the entries of one recipient. They may come in any order: their place in the ledger decides.
    pub fn fold(events: &[ConsentEvent]) -> Self {
        let mut state = Self::default();
        for event in in_order(events) {
            let choice = |granted| Choice { granted, by: event.seq, under: event.policy };
            match event.decision {
                Decision::Granted => state.apply(event.scope, choice(true)),
                Decision::Withdrawn => state.apply(event.scope, choice(false)),
                Decision::Undone(_)
                | Decision::Overtaken
                | Decision::Lifted
                | Decision::Suppressed
                | Decision::Changed
                | Decision::Notified(_)
                | Decision::Declined(_)
                | Decision::Accepted(_) => {}
            }
        }
        state
    }

    fn apply(&mut self, scope: Scope, choice: Choice) {
        match scope {
            Scope::Everything | Scope::Stream(_) => {
                for stream in scope.streams() {
                    self.streams.insert(*stream, choice);
                    if !choice.granted {
                        self.named.retain(|named, held| named.stream() != Some(*stream) || !held.granted);
                    }
                }
            }
            Scope::Topic(_) | Scope::Partner(_) => {
                self.named.insert(scope, choice);
            }
        }
    }

    /// What the recipient has said about `list`.
    ///
    /// `added_after` is the last place of the ledger when the named partner was added: a grant of the whole partner
    /// stream reaches only partners that were there when it was recorded. The ledger's order decides and not a clock,
    /// because an import may carry dates of long ago and clocks of several nodes differ.
    pub fn standing(&self, list: List, added_after: Option<Seq>) -> Standing {
        let of_stream = self.streams.get(&list.stream());
        match self.named.get(&list.scope()) {
            Some(Choice { granted: true, by, .. }) => return Standing::Granted(*by),
            Some(Choice { granted: false, by, .. }) => return Standing::Withdrawn(*by),
            None => {}
        }
        match of_stream {
            None => Standing::Never,
            Some(Choice { granted: false, by, .. }) => Standing::Withdrawn(*by),
            Some(Choice { granted: true, by, .. }) => match (list, added_after) {
                (List::Partner(_), Some(added)) if added >= *by => Standing::AddedLater(*by),
                _ => Standing::Granted(*by),
            },
        }
    }

    /// The newest policy version under which mail of `list` was granted, by name or with its stream; none where nobody
    /// said yes. What a version brings that is new was part of the question to those who said yes under it.
    pub fn granted_under(&self, list: List) -> Option<PolicyVersion> {
        let choices = [self.named.get(&list.scope()), self.streams.get(&list.stream())];
        choices.into_iter().flatten().filter(|choice| choice.granted).map(|choice| choice.under).max()
    }

    /// Whether anything in `scope` may still be mailed as far as consent goes: what a withdrawal would change.
    pub fn grants_any_of(&self, scope: Scope) -> bool {
        let stream_on = |stream: &Stream| self.streams.get(stream).is_some_and(|choice| choice.granted);
        match scope {
            Scope::Everything | Scope::Stream(_) => scope.streams().iter().any(|stream| {
                let named_on = |(named, choice): (&Scope, &Choice)| named.stream() == Some(*stream) && choice.granted;
                stream_on(stream) || self.named.iter().any(named_on)
            }),
            Scope::Topic(_) | Scope::Partner(_) => match self.named.get(&scope) {
                Some(choice) => choice.granted,
                None => scope.streams().iter().any(stream_on),
            },
        }
    }

    /// Whether the recipient has ever said no to `scope` or to something that includes it, and it still stands.
    pub fn withdrawn(&self, scope: Scope) -> Option<Seq> {
        let choice = self.named.get(&scope).or_else(|| {
            let of_streams: Vec<_> = scope.streams().iter().map(|stream| self.streams.get(stream)).collect();
            of_streams.into_iter().flatten().find(|choice| !choice.granted)
        });
        choice.filter(|choice| !choice.granted).map(|choice| choice.by)
    }

    /// What was said about exactly this scope and stands: whether it was a yes, and the entry. Nothing for everything,
    /// which is two streams.
    pub fn said(&self, scope: Scope) -> Option<(bool, Seq)> {
        let choice = match scope {
            Scope::Everything => None,
            Scope::Stream(stream) => self.streams.get(&stream),
            Scope::Topic(_) | Scope::Partner(_) => self.named.get(&scope),
        };
        choice.map(|choice| (choice.granted, choice.by))
    }

    /// The entry that granted the stream as a whole, if it stands.
    pub fn stream_grant(&self, stream: Stream) -> Option<Seq> {
        self.streams.get(&stream).filter(|choice| choice.granted).map(|choice| choice.by)
    }

    /// Partners granted by name, whatever the stream says.
    pub fn partners_by_name(&self) -> impl Iterator<Item = PartnerId> + '_ {
        self.named.iter().filter_map(|(scope, choice)| match (scope, choice.granted) {
            (Scope::Partner(id), true) => Some(*id),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::TopicId;

    fn event(seq: i64, scope: Scope, decision: Decision) -> ConsentEvent {
        ConsentEvent {
            seq: Seq::new(seq),
            scope,
            decision,
            source: Source::Registration,
            happened_at: DateTime::UNIX_EPOCH,
            policy: PolicyVersion::FIRST,
        }
    }

    const COMPANY: Scope = Scope::Stream(Stream::Company);
    const PARTNER: Scope = Scope::Stream(Stream::Partner);

    fn topic(id: i64) -> Scope {
        Scope::Topic(TopicId::new(id))
    }

    #[test]
    fn nothing_said_is_not_a_yes() {
        let state = ConsentState::fold(&[]);
        assert_eq!(state.standing(List::Stream(Stream::Company), None), Standing::Never);
    }

    #[test]
    fn leaving_a_stream_leaves_all_under_it_and_not_the_other() {
        let state = ConsentState::fold(&[
            event(1, COMPANY, Decision::Granted),
            event(2, topic(7), Decision::Granted),
            event(3, PARTNER, Decision::Granted),
            event(4, COMPANY, Decision::Withdrawn),
        ]);
        assert_eq!(state.standing(List::Topic(TopicId::new(7)), None), Standing::Withdrawn(Seq::new(4)));
        assert_eq!(state.standing(List::Stream(Stream::Partner), None), Standing::Granted(Seq::new(3)));
    }

    #[test]
    fn granting_one_topic_while_the_stream_is_off_turns_on_that_one_only() {
        let state =
            ConsentState::fold(&[event(1, COMPANY, Decision::Withdrawn), event(2, topic(7), Decision::Granted)]);
        assert_eq!(state.standing(List::Topic(TopicId::new(7)), None), Standing::Granted(Seq::new(2)));
        assert_eq!(state.standing(List::Topic(TopicId::new(8)), None), Standing::Withdrawn(Seq::new(1)));
        assert_eq!(state.standing(List::Stream(Stream::Company), None), Standing::Withdrawn(Seq::new(1)));
    }

    #[test]
    fn granting_the_stream_again_does_not_bring_back_a_topic_left_by_name() {
        let state = ConsentState::fold(&[
            event(1, COMPANY, Decision::Granted),
            event(2, topic(7), Decision::Withdrawn),
            event(3, COMPANY, Decision::Granted),
        ]);
        assert_eq!(state.standing(List::Topic(TopicId::new(7)), None), Standing::Withdrawn(Seq::new(2)));
    }

    #[test]
    fn a_partner_added_later_starts_at_no() {
        let acme = List::Partner(PartnerId::new(1));
        let state = ConsentState::fold(&[event(5, PARTNER, Decision::Granted)]);
        assert_eq!(state.standing(acme, Some(Seq::new(4))), Standing::Granted(Seq::new(5)));
        assert_eq!(state.standing(acme, Some(Seq::new(5))), Standing::AddedLater(Seq::new(5)));
    }

    #[test]
    fn an_undone_withdrawal_leaves_the_state_as_it_was() {
        let before = [event(1, COMPANY, Decision::Granted), event(2, topic(7), Decision::Granted)];
        let mut after = before.to_vec();
        after.push(event(3, Scope::Everything, Decision::Withdrawn));
        assert_ne!(ConsentState::fold(&after), ConsentState::fold(&before));
        after.push(event(4, Scope::Everything, Decision::Undone(Seq::new(3))));
        assert_eq!(ConsentState::fold(&after), ConsentState::fold(&before));
    }
}
