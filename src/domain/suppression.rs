//! Suppressions: rows that say "do not mail this address (or domain) in this scope".

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::scope::{List, Scope, UnknownWord};

/// Why an address is suppressed, in the order of rules 1 and 3 of SPEC section 3: of several, the first is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuppressionReason {
    /// The address does not exist (CONFORMANCE D7).
    HardBounce,
    /// The person was erased; the keyed hash stays so that nobody mails them again (G9).
    Erased,
    /// The person opted out.
    OptOut,
    /// The person complained to their mail provider.
    Complaint,
    /// The address was reported to be a child's, by staff, by a file, or by a link mailed to it.
    ReportedChild,
    /// Somebody of whom we know nothing says that the address is a child's: by the link of a message, or by typing it. The
    /// mailbox can lift it.
    SaidChild,
    /// Named staff put it there.
    Staff,
    /// The person asked for a pause; it has an expiry.
    Snoozed,
}

impl SuppressionReason {
    const WORDS: [(Self, &'static str); 8] = [
        (Self::HardBounce, "hard_bounce"),
        (Self::Erased, "erased"),
        (Self::Staff, "staff"),
        (Self::OptOut, "opt_out"),
        (Self::Complaint, "complaint"),
        (Self::ReportedChild, "reported_child"),
        (Self::SaidChild, "said_child"),
        (Self::Snoozed, "snoozed"),
    ];

    /// The word that the store, the command line and exports use.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(reason, _)| *reason == self).map_or("staff", |(_, word)| word)
    }
}

impl fmt::Display for SuppressionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for SuppressionReason {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::WORDS.iter().find(|(_, word)| *word == text);
        found.map(|(reason, _)| *reason).ok_or_else(|| {
            let known = "hard_bounce, erased, staff, opt_out, complaint, reported_child, said_child, snoozed";
            UnknownWord(text.to_owned(), known)
        })
    }
}

/// What a suppression is matched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One address.
    Address,
    /// Every address of one domain.
    Domain,
}

/// One suppression that matches the recipient in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Address or domain.
    pub subject: Subject,
    /// What it bars.
    pub scope: Scope,
    /// Why.
    pub reason: SuppressionReason,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when; for ever where absent.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Suppression {
    /// Whether it is in force at `now`.
    pub fn in_force(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }

    /// Whether it bars every message, transactional ones and notices too (SPEC section 3, rule 1): a hard bounce, an
    /// erasure, staff's word for everything, or a domain rule for everything.
    pub fn bars_all_mail(&self) -> bool {
        let final_reason =
            matches!(self.reason, SuppressionReason::HardBounce | SuppressionReason::Erased | SuppressionReason::Staff);
        self.scope == Scope::Everything && (final_reason || self.subject == Subject::Domain)
    }

    /// Whether it bars a promotional message of `list`.
    pub fn bars(&self, list: List) -> bool {
        self.scope.covers(list)
    }
}
