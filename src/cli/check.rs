//! `check` and `health`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use super::{Ended, Failure, say, settings};
use crate::config::Settings;
use crate::ops::check;

/// Prints every fault at once.
pub(super) async fn run() -> Ended {
    let (settings, faults) = Settings::survey(Path::new(""));
    let findings = check::everything(&settings, &faults).await;
    let notes = check::notes(&settings);
    notes.iter().try_for_each(|note| say::line(&format!("note: {note}")))?;
    if findings.is_empty() {
        say::line("configuration, keys, database and relay are in order")?;
        return Ok(ExitCode::SUCCESS);
    }
    for check::Finding(text) in &findings {
        say::line(&format!("- {text}"))?;
    }
    Ok(ExitCode::FAILURE)
}

/// Asks the server of this configuration whether it is ready.
pub(super) async fn health() -> Ended {
    let mut address = settings()?.listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let asked = tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(5))).build().into();
        agent.get(format!("http://{address}/health/ready")).call().map(|_| ())
    });
    asked
        .await
        .map_err(|error| Failure::of(&error))?
        .map_err(|error| Failure::sentence(format!("not ready: {error}")))?;
    say::line("ready")?;
    Ok(ExitCode::SUCCESS)
}
