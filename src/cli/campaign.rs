//! `campaign`.

use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::args::CampaignWhat;
use super::{DATA, Ended, Failure, app, say};
use crate::clock;
use crate::domain::CampaignId;
use crate::domain::campaign::CampaignStep;
use crate::domain::window::{Days, Window, WindowError, Zone};
use crate::ops::campaigns::{self, CampaignError, Draft, Standing};

/// Runs one campaign command.
pub(super) async fn run(what: CampaignWhat) -> Ended {
    match what {
        CampaignWhat::Create { list, name, subject, text, html, json } => {
            let draft = Draft { name, named: list.into(), subject, text: read(&text)?, html: read(&html)? };
            let id = campaigns::create(&app().await?, draft).await.map_err(|error| refused(&error))?;
            if json {
                say::json(&json!({ "id": id }))?;
            } else {
                say::line(&format!("saved as draft {id}; next: consentry campaign schedule {id} --at now"))?;
            }
        }
        CampaignWhat::Schedule { id, at, zone, hours, days, json } => {
            let at = parse_time(&at, zone)?;
            let window = hours.zip(zone).map(|(hours, zone)| Window::new(days.unwrap_or(Days::ALL), hours, zone));
            let scheduled = campaigns::schedule(&app().await?, id, at, window).await;
            let campaign = scheduled.map_err(|error| refused(&error))?;
            let at = campaign.scheduled_at.unwrap_or(at).to_rfc3339();
            let window = campaign.window.map(|window| window.to_string());
            if json {
                let state = campaign.state.as_str();
                say::json(&json!({ "id": id, "state": state, "scheduled_at": at, "window": window }))?;
            } else {
                let within = window.map(|window| format!(", {window} only")).unwrap_or_default();
                say::line(&format!("campaign {id} goes out at {at}{within}, by any running `consentry serve`"))?;
            }
        }
        CampaignWhat::Pause { id } => step(id, CampaignStep::Pause).await?,
        CampaignWhat::Resume { id } => step(id, CampaignStep::Resume).await?,
        CampaignWhat::Cancel { id } => step(id, CampaignStep::Cancel).await?,
        CampaignWhat::Show { id, json } => {
            let standing = campaigns::show(&app().await?, id).await.map_err(|error| refused(&error))?;
            if json { say::json(&standing)? } else { show(&standing)? }
        }
        CampaignWhat::List => {
            let all = campaigns::list(&app().await?).await.map_err(|error| refused(&error))?;
            for (id, name, state) in all {
                say::line(&format!("{id}  {state:<9}  {name}"))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn step(id: CampaignId, step: CampaignStep) -> Result<(), Failure> {
    let campaign = campaigns::step(&app().await?, id, step).await.map_err(|error| refused(&error))?;
    say::line(&format!("campaign {id} is {}", campaign.state))
}

fn refused(error: &CampaignError) -> Failure {
    match error {
        CampaignError::Compose(_) | CampaignError::BadName | CampaignError::Address | CampaignError::List(_) => {
            Failure::data(error)
        }
        _ => Failure::of(error),
    }
}

pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let refused = |said: String| Failure { code: DATA, said };
    let bytes = std::fs::read(path).map_err(|error| refused(format!("{}: {error}", path.display())))?;
    String::from_utf8(bytes).map_err(|_| {
        let path = path.display();
        refused(format!("{path} is not UTF-8; convert it: iconv -f ISO-8859-1 -t UTF-8 {path} > NEW"))
    })
}

fn parse_time(text: &str, zone: Option<Zone>) -> Result<DateTime<Utc>, Failure> {
    if text == "now" {
        return Ok(clock::now());
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.with_timezone(&Utc));
    }
    let forms =
        "write `now`, a time with its offset, such as 2026-12-01T09:00:00+01:00, or `2026-12-01 09:00` and its --zone";
    let said = |why: &dyn std::fmt::Display| Failure { code: DATA, said: format!("--at {text:?}: {why}") };
    match zone.map(|zone| zone.moment(text)) {
        Some(Ok(at)) => Ok(at),
        Some(Err(error @ WindowError::LeftOut { .. })) => Err(said(&error)),
        Some(Err(_)) | None => Err(said(&forms)),
    }
}

fn show(standing: &Standing) -> Result<(), Failure> {
    let partial = if standing.expanded { "" } else { " so far" };
    say::line(&format!("{} ({}), {}", standing.name, standing.stream, standing.state))?;
    if let Some(why) = &standing.paused_because {
        say::line(&format!("  held because {why}; mend it, then: consentry campaign resume {}", standing.id))?;
    }
    if let Some(window) = &standing.window {
        let shut = standing.opens_at.as_ref().map(|at| format!("; it goes on at {at}")).unwrap_or_default();
        say::line(&format!("  goes out {window} only{shut}"))?;
    }
    if let Some(why) = &standing.waits_because {
        say::line(&format!("  waits because of {why}; it goes on by itself once that is mended"))?;
    }
    say::line(&format!("  audience  {}{partial}", standing.audience))?;
    say::line(&format!("  accepted  {}", standing.accepted))?;
    say::line(&format!("  withheld  {}", standing.withheld.values().sum::<i64>()))?;
    for (reason, number) in &standing.withheld {
        say::line(&format!("    {number}  {reason}"))?;
    }
    say::line(&format!("  deferred  {}", standing.deferred))?;
    say::line(&format!("  rejected  {}", standing.rejected))?;
    say::line(&format!("  in doubt  {}", standing.in_doubt))?;
    say::line(&format!("  ready     {}", standing.ready))?;
    for storm in &standing.storms {
        let domain = storm.domain.as_deref().unwrap_or("one domain");
        let people = storm.people;
        say::line(&format!(
            "  {people} people of {domain} left within seconds of the message; perhaps a filter pressed the button for them"
        ))?;
    }
    Ok(())
}
