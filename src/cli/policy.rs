//! `policy`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::args::{PolicyWhat, PublishArguments};
use super::campaign::read;
use super::{DATA, Ended, Failure, app, say};
use crate::clock;
use crate::config::parse_duration;
use crate::domain::PolicyVersion;
use crate::ops::policy::publish::{self, Draft, PolicyError, Shown};
use crate::ops::policy::unreached;
use crate::ops::recipients_import::parse_moment;

/// Runs one policy command.
pub(super) async fn run(what: PolicyWhat) -> Ended {
    match what {
        PolicyWhat::Publish(arguments) => publish(arguments).await?,
        PolicyWhat::List { json } => {
            let all = publish::list(&app().await?).await.map_err(|error| refused(&error))?;
            if json {
                say::json(&all)?;
            } else {
                for version in &all {
                    say::line(&line(version))?;
                }
            }
        }
        PolicyWhat::Show { number: version, json } => {
            let shown = publish::show(&app().await?, version).await.map_err(|error| refused(&error))?;
            if json { say::json(&shown)? } else { show(&shown)? }
        }
        PolicyWhat::Unreached { number: version, addresses, json } => list_unreached(version, addresses, json).await?,
        PolicyWhat::Notify { number: version, json } => {
            let id = publish::notify(&app().await?, version).await.map_err(|error| refused(&error))?;
            if json {
                say::json(&json!({ "version": version, "campaign": id }))?;
            } else {
                say::line(&format!(
                    "campaign {id} gives notice of version {version}, by any running `consentry serve`"
                ))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn publish(arguments: PublishArguments) -> Result<(), Failure> {
    let json = arguments.json;
    let published = publish::publish(&app().await?, draft(arguments)?).await.map_err(|error| refused(&error))?;
    if json {
        return say::json(&published);
    }
    let (version, campaign) = (published.version, published.campaign);
    say::line(&format!("published as version {version}, in force from {}", published.effective_at.to_rfc3339()))?;
    say::line(&format!("campaign {campaign} gives notice of it, by any running `consentry serve`"))?;
    say::line(&format!("whom it does not reach: consentry policy unreached {version}"))
}

fn draft(arguments: PublishArguments) -> Result<Draft, Failure> {
    let refused = |said: String| Failure { code: DATA, said };
    let window = parse_duration(&arguments.window).map_err(|said| refused(format!("--window: {said}")))?;
    let window = Duration::from_std(window).map_err(|error| refused(format!("--window: {error}")))?;
    Ok(Draft {
        text: read(&arguments.text)?,
        summary: read(&arguments.summary)?,
        summaries: arguments.summaries.as_deref().map(read_folder).transpose()?.unwrap_or_default(),
        new_uses: arguments.new_use,
        effective_at: parse_effective(&arguments.effective)?,
        window,
        actor: arguments.by,
    })
}

/// Files named by their language: `de.txt`.
fn read_folder(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let refused =
        |error: &dyn std::fmt::Display| Failure { code: DATA, said: format!("{}: {error}", folder.display()) };
    let mut summaries = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(|error| refused(&error))? {
        let path = entry.map_err(|error| refused(&error))?.path();
        if path.is_file()
            && let Some(language) = path.file_stem().and_then(|name| name.to_str())
        {
            summaries.insert(language.to_owned(), read(&path)?);
        }
    }
    Ok(summaries)
}

fn parse_effective(text: &str) -> Result<Option<DateTime<Utc>>, Failure> {
    if text == "now" {
        return Ok(None);
    }
    let said = || format!("--effective {text:?}: write `now`, a day such as 2026-12-01, or a time with its zone");
    parse_moment(text).map(Some).ok_or_else(|| Failure { code: DATA, said: said() })
}

fn refused(error: &PolicyError) -> Failure {
    match error {
        PolicyError::BadText | PolicyError::BadSummary(_) | PolicyError::NoLanguage(_) => Failure::data(error),
        PolicyError::NotThere(_) | PolicyError::NotPublished(_) | PolicyError::Notice(_) | PolicyError::Store(_) => {
            Failure::of(error)
        }
    }
}

fn line(version: &Shown) -> String {
    let state = match version.effective_at {
        _ if version.in_force => "in force",
        Some(at) if at > clock::now() => "to come",
        _ => "replaced",
    };
    let from =
        version.effective_at.map_or_else(|| "from the start".to_owned(), |at| format!("from {}", at.to_rfc3339()));
    let new: Vec<_> = version.new_uses.iter().map(ToString::to_string).collect();
    let new = if new.is_empty() { "nothing new".to_owned() } else { format!("new use: {}", new.join(", ")) };
    format!("{}  {state:<8}  {from}  {new}", version.version)
}

fn show(version: &Shown) -> Result<(), Failure> {
    say::line(&line(version))?;
    if let Some(at) = version.published_at {
        say::line(&format!("published {} by {}", at.to_rfc3339(), version.actor))?;
        say::line(&format!("a new use applies {} days after its notice", version.window_seconds / 86_400))?;
    }
    for campaign in &version.notices {
        say::line(&format!("notice: consentry campaign show {campaign}"))?;
    }
    if !version.languages.is_empty() {
        say::line(&format!("summaries also in: {}", version.languages.join(", ")))?;
    }
    if !version.summary.is_empty() {
        say::line(&format!("\n{}", version.summary.trim_end()))?;
    }
    match &version.text {
        Some(text) => say::line(&format!("\n{}", text.trim_end())),
        None => Ok(()),
    }
}

async fn list_unreached(version: PolicyVersion, addresses: bool, json: bool) -> Result<(), Failure> {
    let app = app().await?;
    let (mut after, mut number) = (None, 0_u64);
    loop {
        let page = unreached::page(&app, version, after, addresses).await.map_err(|error| refused(&error))?;
        for person in &page.people {
            if json {
                say::json(person)?;
            } else {
                say::line(&format!("{}  {}  {}", person.recipient, person.address, person.why.clause()))?;
            }
            number += 1;
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    if json { Ok(()) } else { say::aside(&format!("{number} people have not been reached")) }
}
