//! `partner`, `topic`, `verdict` and `link`.

use std::process::ExitCode;

use serde_json::json;

use super::args::{AddWhat, ListArguments};
use super::{Ended, Failure, app, say};
use crate::domain::Address;
use crate::ops::lists::{self, ListError, Named};
use crate::ops::verdict;

impl From<ListArguments> for Named {
    fn from(list: ListArguments) -> Self {
        Self { stream: list.stream, topic: list.topic, partner: list.partner }
    }
}

/// Adds a partner.
pub(super) async fn partner(AddWhat::Add { name, json }: AddWhat) -> Ended {
    let partner = lists::add_partner(&app().await?, &name).await.map_err(|error| not_added(&error))?;
    added(json, partner.named.id.get(), &partner.name, "partner")
}

/// Adds a topic.
pub(super) async fn topic(AddWhat::Add { name, json }: AddWhat) -> Ended {
    let topic = lists::add_topic(&app().await?, &name).await.map_err(|error| not_added(&error))?;
    added(json, topic.id.get(), &topic.name, "topic")
}

fn not_added(error: &ListError) -> Failure {
    match error {
        ListError::BadName | ListError::Address => Failure::data(error),
        ListError::NoTopic(_) | ListError::NoPartner(_) | ListError::WrongStream | ListError::Store(_) => {
            Failure::of(error)
        }
    }
}

fn added(json: bool, id: i64, name: &str, what: &str) -> Ended {
    if json {
        say::json(&json!({ "id": id, "name": name }))?;
    } else {
        say::line(&format!("{what} {name:?} has the id {id}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn parse(address: &str) -> Result<Address, Failure> {
    Address::parse(address.trim()).map_err(|error| Failure::data(&error))
}

/// Says what the gate would say.
pub(super) async fn verdict(address: &str, list: ListArguments, json: bool) -> Ended {
    let explained = verdict::explain(&app().await?, &parse(address)?, list.into()).await;
    let explained = explained.map_err(|error| Failure::of(&error))?;
    if json {
        say::json(&explained)?;
    } else {
        let reason = explained.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        say::line(&format!("{}{reason}", explained.verdict))?;
        for ground in &explained.because {
            say::line(&format!("  rule {}: {}", ground.rule, ground.text))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the one-click URL.
pub(super) async fn link(address: &str, list: ListArguments) -> Ended {
    let url = verdict::link(&app().await?, &parse(address)?, list.into()).await;
    say::line(&url.map_err(|error| Failure::of(&error))?)?;
    Ok(ExitCode::SUCCESS)
}
