//! How a sender is told to stop.

use tokio::sync::watch;

/// How urgently. Each step includes those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Halt {
    /// Not at all.
    #[default]
    Not,
    /// What has not passed its last look goes no further: nothing of it was sent. What has is ended.
    Soon,
    /// Nothing is waited for any more. What may have been sent is in doubt.
    Now,
}

/// What a sender hears of it.
pub type Halted = watch::Receiver<Halt>;

/// Ends when it is as urgent as that. Whoever could have said so being gone is a stop too.
pub async fn halted(halted: &mut Halted, urgency: Halt) {
    if halted.wait_for(|now| *now >= urgency).await.is_err() {
        tracing::debug!("Nobody is left to say stop");
    }
}
