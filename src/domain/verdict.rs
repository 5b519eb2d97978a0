//! The verdict: one pure function that says whether one message may go to one recipient, and why.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, Utc};

use super::consent::{ConsentState, Standing};
use super::id::{PartnerId, Seq, TopicId};
use super::policy::PolicyState;
use super::scope::{List, Stream, UnknownWord};
use super::suppression::{Subject, Suppression, SuppressionReason};

/// Days over which the frequency cap counts.
const CAP_WINDOW_DAYS: i64 = 7;

/// What kind of message the question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// Orders, account: needs no consent.
    Transactional,
    /// Legal notices, policy amendments, confirmations: needs no consent.
    Notice,
    /// Company mail, perhaps of one topic.
    Company(Option<TopicId>),
    /// Partner mail, perhaps of one named partner.
    Partner(Option<NamedPartner>),
}

/// A partner with the place of the ledger at which it was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPartner {
    /// The partner.
    pub id: PartnerId,
    /// The last entry of the ledger when the partner was added: earlier grants of the stream do not reach it.
    pub added_after: Seq,
}

impl MessageKind {
    /// The list that the message belongs to; none where no consent is needed.
    pub const fn list(self) -> Option<List> {
        match self {
            Self::Transactional | Self::Notice => None,
            Self::Company(None) => Some(List::Stream(Stream::Company)),
            Self::Company(Some(topic)) => Some(List::Topic(topic)),
            Self::Partner(None) => Some(List::Stream(Stream::Partner)),
            Self::Partner(Some(partner)) => Some(List::Partner(partner.id)),
        }
    }

    const fn added_after(self) -> Option<Seq> {
        match self {
            Self::Partner(Some(partner)) => Some(partner.added_after),
            _ => None,
        }
    }
}

/// Everything the rules look at, read at one moment.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The fold of the recipient's ledger entries.
    pub consent: ConsentState,
    /// The suppressions that match the address or its domain.
    pub suppressions: Vec<Suppression>,
    /// The policy in force.
    pub policy: PolicyState,
    /// At most so many promotional messages in 7 days; no limit where absent.
    pub cap: Option<u32>,
    /// When promotional messages were accepted for the recipient in the last 7 days.
    pub recent: Vec<DateTime<Utc>>,
}

/// Why a message is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Rule 1: the address does not exist.
    HardBounce,
    /// Rule 1: the person was erased.
    Erased,
    /// Rules 1 and 3: staff said so.
    Staff,
    /// Rules 1 and 3: the domain is suppressed.
    Domain,
    /// Rule 3, or rule 5 where the ledger says so: the person opted out.
    OptOut,
    /// Rule 3: the person complained.
    Complaint,
    /// Rule 3: a child's address.
    ReportedChild,
    /// Rule 3: a pause asked for by the person.
    Snoozed,
    /// Rule 4: the person declined the policy.
    PolicyDeclined,
    /// Rule 4: notice of a new use has not been given, or its window is not past.
    PolicyNotice,
    /// Rule 5: no consent was ever given.
    NoConsent,
    /// Rule 5: the partner was added after the consent.
    PartnerAddedLater,
    /// Rule 6, at the end of a campaign: the cap left no room until then.
    FrequencyCap,
    /// G4: consent or suppressions could not be read.
    Unreadable,
    /// G4: the campaign's topic or partner is not known.
    UnknownList,
    /// The campaign was cancelled first.
    CampaignCancelled,
    /// The address needs SMTPUTF8 and the relay does not offer it (CONFORMANCE B16).
    NeedsSmtputf8,
    /// The message could not be composed for this recipient.
    NotComposable,
    /// A letter that could not be handed over while anybody waited for it.
    Outdated,
}

impl Reason {
    const WORDS: [(Self, &'static str, &'static str); 19] = [
        (Self::HardBounce, "hard_bounce", "the address does not exist"),
        (Self::Erased, "erased", "the person was erased"),
        (Self::Staff, "staff", "staff suppressed the address"),
        (Self::Domain, "domain", "the domain is suppressed"),
        (Self::OptOut, "opt_out", "the person opted out"),
        (Self::Complaint, "complaint", "the person complained to their provider"),
        (Self::ReportedChild, "reported_child", "the address was reported to be a child's"),
        (Self::Snoozed, "snoozed", "the person asked for a pause"),
        (Self::PolicyDeclined, "policy_declined", "the person declined the policy"),
        (Self::PolicyNotice, "policy_notice", "a new use of this mail does not apply to the person yet"),
        (Self::NoConsent, "no_consent", "no consent was given"),
        (Self::PartnerAddedLater, "partner_added_later", "the partner was added after the consent"),
        (Self::FrequencyCap, "frequency_cap", "the person has had as many messages as they want this week"),
        (Self::Unreadable, "unreadable", "consent or suppressions could not be read"),
        (Self::UnknownList, "unknown_list", "the topic or partner is not known"),
        (Self::CampaignCancelled, "campaign_cancelled", "the campaign was cancelled first"),
        (Self::NeedsSmtputf8, "needs_smtputf8", "the relay does not take internationalised addresses"),
        (Self::NotComposable, "not_composable", "the message could not be composed for this recipient"),
        (Self::Outdated, "outdated", "what the letter was for is over"),
    ];

    /// The word that the store, the command line and reports use.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(reason, ..)| *reason == self).map_or("unreadable", |(_, word, _)| word)
    }

    /// The reason as a clause for people.
    pub fn clause(self) -> &'static str {
        Self::WORDS.iter().find(|(reason, ..)| *reason == self).map_or("", |(.., clause)| clause)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Reason {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::WORDS.iter().find(|(_, word, _)| *word == text);
        found.map(|(reason, ..)| *reason).ok_or_else(|| UnknownWord(text.to_owned(), "the reasons of the verdict"))
    }
}

/// What the verdict rests on (G12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The rule of SPEC section 3 that decided, 1 to 6.
    pub rule: u8,
    /// The ledger entry, where one decided.
    pub entry: Option<Seq>,
    /// The suppression, where one decided.
    pub suppression: Option<Suppression>,
    /// The policy version in force.
    pub policy: i32,
}

/// What the gate says about one message to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may go.
    Clear(Because),
    /// It may not.
    Withheld(Reason, Because),
    /// Not now: the frequency cap has room again at this time.
    Later(DateTime<Utc>, Because),
}

impl Verdict {
    /// What the verdict rests on.
    pub const fn because(&self) -> &Because {
        match self {
            Self::Clear(because) | Self::Withheld(_, because) | Self::Later(_, because) => because,
        }
    }
}

/// Decides about one message to one recipient by the rules of SPEC section 3, in their order: the first that applies
/// gives the reason.
pub fn decide(message: MessageKind, facts: &Facts, now: DateTime<Utc>) -> Verdict {
    let because = |rule: u8| Because { rule, entry: None, suppression: None, policy: facts.policy.in_force.0 };
    let suppressed = |rule: u8, by: &Suppression| {
        let because = Because { suppression: Some(by.clone()), ..because(rule) };
        Verdict::Withheld(reason_of(by), because)
    };
    let in_force = || facts.suppressions.iter().filter(|suppression| suppression.in_force(now));

    // Rule 1: suppressed for everything, whatever the message is.
    if let Some(by) = in_force().filter(|by| by.bars_all_mail()).min_by_key(|by| (by.subject, by.reason)) {
        return suppressed(1, by);
    }
    // Rule 2: messages that need no consent are clear from here on.
    let Some(list) = message.list() else {
        return Verdict::Clear(because(2));
    };
    // Rule 3: suppressed for the stream, the topic or the partner.
    if let Some(by) = in_force().filter(|by| by.bars(list)).min_by_key(|by| (by.subject, by.reason)) {
        return suppressed(3, by);
    }
    // Rule 4: the policy.
    if let Some(seq) = facts.policy.declined {
        return Verdict::Withheld(Reason::PolicyDeclined, Because { entry: Some(seq), ..because(4) });
    }
    if let Some(new) = facts.policy.not_yet(list.stream(), facts.consent.granted_under(list), now) {
        let entry = new.notice.map(|notice| notice.entry);
        return Verdict::Withheld(Reason::PolicyNotice, Because { entry, ..because(4) });
    }
    // Rule 5: consent.
    let by_entry = |seq: Seq| Because { entry: Some(seq), ..because(5) };
    let granted_by = match facts.consent.standing(list, message.added_after()) {
        Standing::Granted(seq) => seq,
        Standing::Never => return Verdict::Withheld(Reason::NoConsent, because(5)),
        Standing::Withdrawn(seq) => return Verdict::Withheld(Reason::OptOut, by_entry(seq)),
        Standing::AddedLater(seq) => return Verdict::Withheld(Reason::PartnerAddedLater, by_entry(seq)),
    };
    // Rule 6: the frequency cap.
    if let Some(until) = facts.cap.and_then(|cap| room_again_at(cap, &facts.recent, now)) {
        return Verdict::Later(until, because(6));
    }
    Verdict::Clear(by_entry(granted_by))
}

fn reason_of(suppression: &Suppression) -> Reason {
    if suppression.subject == Subject::Domain {
        return Reason::Domain;
    }
    match suppression.reason {
        SuppressionReason::HardBounce => Reason::HardBounce,
        SuppressionReason::Erased => Reason::Erased,
        SuppressionReason::Staff => Reason::Staff,
        SuppressionReason::OptOut => Reason::OptOut,
        SuppressionReason::Complaint => Reason::Complaint,
        SuppressionReason::ReportedChild | SuppressionReason::SaidChild => Reason::ReportedChild,
        SuppressionReason::Snoozed => Reason::Snoozed,
    }
}

/// When a message fits under the cap again; none where it fits now. A cap of 0 never has room: a week from now is asked
/// again.
fn room_again_at(cap: u32, recent: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let window = Duration::days(CAP_WINDOW_DAYS);
    let mut counted: Vec<_> = recent.iter().copied().filter(|at| *at > now - window).collect();
    let cap = usize::try_from(cap).unwrap_or(usize::MAX);
    if counted.len() < cap {
        return None;
    }
    counted.sort_unstable();
    let leaves = counted.len().saturating_sub(cap);
    Some(counted.get(leaves).map_or(now, |oldest| *oldest) + window)
}
