//! Clearing the database's own files of what was erased, for as long as the process runs: whichever half of it that is.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{note, rest};
use crate::gate::{Halt, Halted};
use crate::ops::App;
use crate::ops::traces::{self, Housekept};

/// How often is looked whether anything was deleted.
const LOOK: Duration = Duration::from_millis(100);
/// The longest wait for somebody who reads.
const AFTER_HELD: Duration = Duration::from_secs(10);
/// Whoever reads for longer than about this is worth a line.
const WORTH_TELLING: Duration = Duration::from_secs(3);

/// The running loop.
pub struct Clearing {
    stop: watch::Sender<Halt>,
    running: JoinHandle<()>,
}

impl Clearing {
    /// Starts it.
    pub fn start(app: &App) -> Self {
        let (stop, stopped) = watch::channel(Halt::Not);
        Self { stop, running: tokio::spawn(clear(app.clone(), stopped)) }
    }

    /// Ends it between two tries.
    pub async fn stop(self) {
        self.stop.send_replace(Halt::Soon);
        note(self.running.await);
    }
}

/// Clears the database's own files of what was deleted, as soon as nobody reads it any more.
async fn clear(app: App, mut stopped: Halted) {
    let mut wait = LOOK;
    let mut held = false;
    loop {
        wait = match traces::clear(&app).await {
            Ok(Housekept::Nothing) => LOOK,
            Ok(Housekept::Cleared(deletions)) => {
                tracing::info!(deletions, "Cleared the database's own files of what was deleted");
                held = false;
                LOOK
            }
            Ok(Housekept::Held) => {
                if !held && wait >= WORTH_TELLING {
                    tracing::info!(
                        "Something reads the database as it was: what was deleted is cleared when it has ended"
                    );
                    held = true;
                }
                (wait * 2).min(AFTER_HELD)
            }
            Err(error) => {
                tracing::warn!(%error, "The database's own files could not be cleared of what was deleted");
                AFTER_HELD
            }
        };
        if rest(&mut stopped, wait).await {
            return;
        }
    }
}
