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
        CampaignWhat::Schedule { id, at, json } => {
            let at = parse_time(&at)?;
            let campaign = campaigns::schedule(&app().await?, id, at).await.map_err(|error| refused(&error))?;
            let at = campaign.scheduled_at.unwrap_or(at).to_rfc3339();
            if json {
                say::json(&json!({ "id": id, "state": campaign.state.as_str(), "scheduled_at": at }))?;
            } else {
                say::line(&format!("campaign {id} goes out at {at}, by any running `consentry serve`"))?;
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
        CampaignError::Compose(_) | CampaignError::BadName | CampaignError::List(_) => Failure::data(error),
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

fn parse_time(text: &str) -> Result<DateTime<Utc>, Failure> {
    if text == "now" {
        return Ok(clock::now());
    }
    let parsed = DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    parsed.map_err(|_| Failure {
        code: DATA,
        said: format!("--at {text:?}: write `now` or a time with its zone, such as 2026-12-01T09:00:00+01:00"),
    })
}

fn show(standing: &Standing) -> Result<(), Failure> {
    let partial = if standing.expanded { "" } else { " so far" };
    say::line(&format!("{} ({}), {}", standing.name, standing.stream, standing.state))?;
    if let Some(why) = &standing.paused_because {
        say::line(&format!("  held because {why}; mend it, then: consentry campaign resume {}", standing.id))?;
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
    say::line(&format!("  ready     {}", standing.ready))
}
