//! A campaign: one mailing in one stream, and the states it goes through.

use std::fmt;
use std::str::FromStr;

use super::scope::UnknownWord;

/// Where a campaign stands.
///
/// ```text
/// draft -> scheduled -> sending <-> paused
///            |            |           |
///            +----> finished | cancelled
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CampaignState {
    /// Written, not yet given a time.
    Draft,
    /// Waiting for its time.
    Scheduled,
    /// Going out.
    Sending,
    /// Held by staff; nothing goes out until it is resumed.
    Paused,
    /// Every delivery has its outcome.
    Finished,
    /// Stopped for good; what had not gone out was withheld.
    Cancelled,
}

/// What staff can do with a campaign, or time with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CampaignStep {
    /// Give it a time.
    Schedule,
    /// Its time has come.
    Start,
    /// Hold it.
    Pause,
    /// Let it go on.
    Resume,
    /// Stop it for good.
    Cancel,
    /// Nothing is left to do.
    Finish,
}

/// The step does not lead anywhere from this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a campaign that is {from} cannot be {}", .step.participle())]
pub struct StepError {
    from: CampaignState,
    step: CampaignStep,
}

impl CampaignStep {
    const fn participle(self) -> &'static str {
        match self {
            Self::Schedule => "scheduled",
            Self::Start => "started",
            Self::Pause => "paused",
            Self::Resume => "resumed",
            Self::Cancel => "cancelled",
            Self::Finish => "finished",
        }
    }
}

impl CampaignState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Scheduled, Self::Sending, Self::Paused, Self::Finished, Self::Cancelled];

    /// The state after `step`.
    ///
    /// # Errors
    /// The step does not lead anywhere from here.
    pub fn after(self, step: CampaignStep) -> Result<Self, StepError> {
        use CampaignState as S;
        use CampaignStep as T;
        match (self, step) {
            (S::Draft | S::Scheduled, T::Schedule) => Ok(S::Scheduled),
            (S::Scheduled, T::Start) | (S::Paused, T::Resume) => Ok(S::Sending),
            (S::Scheduled | S::Sending, T::Pause) => Ok(S::Paused),
            (S::Draft | S::Scheduled | S::Sending | S::Paused, T::Cancel) => Ok(S::Cancelled),
            (S::Sending, T::Finish) => Ok(S::Finished),
            (from, step) => Err(StepError { from, step }),
        }
    }

    /// The word that the store and the command line use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for CampaignState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for CampaignState {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = "draft, scheduled, sending, paused, finished, cancelled";
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| UnknownWord(text.to_owned(), known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_stays_over() {
        let steps = [
            CampaignStep::Schedule,
            CampaignStep::Start,
            CampaignStep::Pause,
            CampaignStep::Resume,
            CampaignStep::Cancel,
            CampaignStep::Finish,
        ];
        for step in steps {
            assert!(CampaignState::Finished.after(step).is_err());
            assert!(CampaignState::Cancelled.after(step).is_err());
        }
        let refused = CampaignState::Finished.after(CampaignStep::Pause).unwrap_err();
        assert_eq!(refused.to_string(), "a campaign that is finished cannot be paused");
    }
}
