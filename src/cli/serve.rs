//! `serve`: the web and the senders, until somebody says stop.

use std::process::ExitCode;

use tokio::signal::unix::{SignalKind, signal};

use super::args::Half;
use super::{Ended, Failure, app, say};
use crate::ops::{App, check};
use crate::web::Server;
use crate::workers::{Checkpoints, Clearing, Workers};

/// Runs until SIGTERM or SIGINT, then drains.
pub(super) async fn run(only: Option<Half>) -> Ended {
    let app = app().await?;
    for note in check::notes(&app.settings) {
        tracing::warn!("{note}");
    }
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let parts = Parts::start(&app, only).await?;
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    say::aside("stopping: what is being handed over is ended first")?;
    parts.stop().await?;
    Ok(ExitCode::SUCCESS)
}

/// What runs.
pub(super) struct Parts {
    web: Option<Server>,
    workers: Option<Workers>,
    checkpoints: Checkpoints,
    clearing: Clearing,
}

impl Parts {
    /// Starts both halves or one of them.
    pub(super) async fn start(app: &App, only: Option<Half>) -> Result<Self, Failure> {
        let web = match only {
            Some(Half::Sender) => None,
            _ => Some(Server::start(app).map_err(|error| Failure::of(&error))?),
        };
        if let Some(web) = &web {
            say::aside(&format!("listening on http://{}", web.address()))?;
        }
        let workers = match only {
            Some(Half::Web) => None,
            _ => Some(Workers::start(app).await.map_err(|error| Failure::of(&error))?),
        };
        if workers.is_some() {
            let connections = app.settings.relays.connections(app.settings.senders);
            let relays = app.settings.relays.all().iter().zip(connections);
            let each: Vec<_> = relays.map(|(relay, count)| format!("{relay} on {count} connections")).collect();
            say::aside(&format!("handing over to {}", each.join(", ")))?;
        }
        Ok(Self { web, workers, checkpoints: Checkpoints::start(app), clearing: Clearing::start(app) })
    }

    /// Senders drain while the pages still answer: an opt-out may be waiting for a message of theirs.
    pub(super) async fn stop(self) -> Result<(), Failure> {
        if let Some(workers) = self.workers {
            workers.stop().await;
        }
        if let Some(web) = self.web {
            web.stop().await.map_err(|error| Failure::of(&error))?;
        }
        self.clearing.stop().await;
        // Last, so that nothing comes after.
        self.checkpoints.stop().await;
        Ok(())
    }
}
