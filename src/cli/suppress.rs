//! `suppress`.

use std::process::ExitCode;

use super::args::{SuppressArguments, SuppressWhat};
use super::{DATA, Ended, Failure, app, note_of, say, staff_of};
use crate::ops::recipients_import::parse_moment;
use crate::ops::suppress::{self, Listed, Order, Whom};

/// The newest suppressions that a list without an address shows.
const NEWEST: i64 = 50;

/// Runs one suppression command.
pub(super) async fn run(what: SuppressWhat) -> Ended {
    match what {
        SuppressWhat::Add(arguments) => {
            let new = suppress::add(&app().await?, order(&arguments)?).await.map_err(|error| Failure::of(&error))?;
            say::line(if new { "suppressed" } else { "that suppression is in force already" })?;
        }
        SuppressWhat::Lift(arguments) => {
            let order = order(&arguments)?;
            if order.note.is_none() {
                let said = "say why with --note: lifting a suppression leaves a reason in the ledger".to_owned();
                return Err(Failure { code: DATA, said });
            }
            suppress::lift(&app().await?, order).await.map_err(|error| Failure::of(&error))?;
            say::line("lifted; the ledger says by whom and why")?;
        }
        SuppressWhat::List { whom: Some(whom), json } => {
            let whom = Whom::parse(&whom).map_err(|error| Failure::data(&error))?;
            let held = suppress::list_of(&app().await?, &whom).await.map_err(|error| Failure::of(&error))?;
            show(&held, json)?;
            if held.is_empty() && !json {
                say::line("nothing is held against it")?;
            }
        }
        SuppressWhat::List { whom: None, json } => {
            let newest = suppress::newest(&app().await?, NEWEST).await;
            let (held, counts) = newest.map_err(|error| Failure::of(&error))?;
            show(&held, json)?;
            if !json {
                for (reason, number) in counts {
                    say::line(&format!("{number} by {reason}"))?;
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(held: &[Listed], json: bool) -> Result<(), Failure> {
    if json {
        return say::json(&held);
    }
    for one in held {
        let until = one.expires_at.as_ref().map(|end| format!(" until {end}")).unwrap_or_default();
        say::line(&format!(
            "{}  {}  {}  since {}{until}  by {}",
            one.subject, one.scope, one.reason, one.since, one.actor
        ))?;
    }
    Ok(())
}

fn order(arguments: &SuppressArguments) -> Result<Order, Failure> {
    let expires_at = match &arguments.expires_at {
        None => None,
        Some(text) => Some(parse_moment(text).ok_or_else(|| {
            let said = format!("--expires-at {text:?}: write a date such as 2027-03-01");
            Failure { code: DATA, said }
        })?),
    };
    Ok(Order {
        whom: Whom::parse(&arguments.whom).map_err(|error| Failure::data(&error))?,
        scope: arguments.scope.parse().map_err(|error| Failure::data(&error))?,
        reason: arguments.reason.parse().map_err(|error| Failure::data(&error))?,
        expires_at,
        staff: staff_of(&arguments.by)?,
        note: note_of(arguments.note.as_deref())?,
    })
}
