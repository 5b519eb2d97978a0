//! `activities`.

use std::process::ExitCode;

use super::{Ended, Failure, app, say};
use crate::ops::activities::{self, Activities};

/// Prints the record of processing activities.
pub(super) async fn run(json: bool) -> Ended {
    let record = activities::record(&app().await?).await.map_err(|error| Failure::of(&error))?;
    let printed = if json { say::json(&record) } else { print(&record) };
    printed.map(|()| ExitCode::SUCCESS)
}

fn print(record: &Activities) -> Result<(), Failure> {
    let who = &record.controller;
    say::line(&format!("RECORD OF PROCESSING ACTIVITIES (GDPR article 30), {}", record.made_at))?;
    say::line("")?;
    row("controller", &who.name)?;
    row("contact", &who.contact)?;
    row("address", &who.postal_address)?;
    row("law", &who.jurisdiction)?;
    row("stored", &who.storage_location)?;
    row("transfers", record.transfers)?;
    row("policy", &format!("version {}", record.policy_version))?;
    for activity in &record.activities {
        say::line("")?;
        say::line(&activity.name.to_uppercase())?;
        row("purpose", &activity.purpose)?;
        row("basis", &activity.legal_bases.join("; "))?;
        row("whose data", activity.data_subjects)?;
        row("which data", &activity.personal_data.join("; "))?;
        let given_to = activity.recipients.join("; ");
        row("given to", if given_to.is_empty() { "nobody" } else { &given_to })?;
        row("kept", &activity.kept)?;
    }
    say::line("")?;
    say::line("RELAYS")?;
    for relay in &record.processors {
        say::line(&format!("  {relay}"))?;
    }
    say::line("")?;
    say::line("SECURITY")?;
    for measure in &record.security {
        say::line(&format!("  {measure}"))?;
    }
    Ok(())
}

fn row(name: &str, said: &str) -> Result<(), Failure> {
    say::line(&format!("  {name:<11} {said}"))
}
