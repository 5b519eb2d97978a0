//! Signing checkpoints of the ledger while the product runs, whichever half of it does.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{note, rest};
use crate::gate::Halt;
use crate::ops::App;
use crate::ops::ledger::Keeper;

/// How often it is looked whether a checkpoint is due, and the witness is asked again.
const LOOK: Duration = Duration::from_secs(30);

/// The loop that signs checkpoints.
pub struct Checkpoints {
    stop: watch::Sender<Halt>,
    running: JoinHandle<()>,
}

impl Checkpoints {
    /// Starts it; the first checkpoint is signed at once, beside everything else.
    pub fn start(app: &App) -> Self {
        let (stop, mut stopped) = watch::channel(Halt::Not);
        let mut keeper = Keeper::new(app.clone());
        let running = tokio::spawn(async move {
            loop {
                keeper.look(false).await;
                if rest(&mut stopped, LOOK).await {
                    return keeper.look(true).await;
                }
            }
        });
        Self { stop, running }
    }

    /// Signs what has come since, and ends.
    pub async fn stop(self) {
        self.stop.send_replace(Halt::Soon);
        note(self.running.await);
    }
}
