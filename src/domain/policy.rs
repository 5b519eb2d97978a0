//! The privacy policy as the verdict sees it: which version is in force and what the recipient knows of it.

use chrono::{DateTime, Duration, Utc};

use super::scope::Stream;

/// Days a person has to decline a new version before its new uses apply (SPEC section 3, rule 4).
pub const DEFAULT_WINDOW_DAYS: i64 = 30;

/// The number of a policy version, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PolicyVersion(pub i32);

/// The policy in force and one recipient's place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyState {
    /// The version in force.
    pub in_force: PolicyVersion,
    /// Whether the recipient declined it.
    pub declined: bool,
    /// The streams for which this version brings a new use.
    pub new_uses: Vec<Stream>,
    /// When the recipient's notice of this version was handed over, if it was.
    pub notice_at: Option<DateTime<Utc>>,
    /// How long after the notice a new use still does not apply.
    pub window: Duration,
}

impl PolicyState {
    /// A version that nobody declined and that brings nothing new.
    pub fn unchanged(in_force: PolicyVersion) -> Self {
        Self {
            in_force,
            declined: false,
            new_uses: Vec::new(),
            notice_at: None,
            window: Duration::days(DEFAULT_WINDOW_DAYS),
        }
    }

    /// Whether a new use of `stream` applies to the recipient at `now`: notice was handed over and the window is past.
    pub fn applies(&self, stream: Stream, now: DateTime<Utc>) -> bool {
        !self.new_uses.contains(&stream) || self.notice_at.is_some_and(|at| now >= at + self.window)
    }
}
