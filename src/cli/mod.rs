//! The command line: parses arguments, composes the parts, and is the only place that prints.

mod activities;
mod args;
mod campaign;
mod check;
mod child;
mod demo;
mod import;
mod init;
mod keys;
mod ledger;
mod lists;
mod log;
mod policy;
mod private;
mod process;
mod recipient;
mod say;
mod serve;
mod signup;
mod suppress;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;

use crate::config::{Fault, Settings};
use crate::domain::note::Note;
use crate::domain::staff::StaffName;
use crate::ops::check::chain;
use crate::ops::{App, StartError};
use crate::store::pool::OpenError;
use args::{Arguments, Command};

/// The caller's data cannot be used (sysexits.h, `EX_DATAERR`).
const DATA: u8 = 65;
/// Something is away for now; asking again may help (`EX_TEMPFAIL`).
const LATER: u8 = 75;

/// How a command failed, with the exit code it ends in.
#[derive(Debug)]
struct Failure {
    code: u8,
    said: String,
}

impl Failure {
    /// An error with all its causes.
    fn of(error: &dyn std::error::Error) -> Self {
        Self { code: 1, said: chain(error) }
    }

    /// The caller's data cannot be used.
    fn data(error: &dyn std::error::Error) -> Self {
        Self { code: DATA, said: chain(error) }
    }

    /// The settings are not what they should be.
    fn settings(faults: &[Fault]) -> Self {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        Self { code: DATA, said: lines.join("\n") }
    }

    /// What keeps us from starting, for now or until somebody sees to it.
    fn at_start(error: &dyn std::error::Error, temporary: bool) -> Self {
        Self { code: if temporary { LATER } else { 1 }, said: chain(error) }
    }

    /// One sentence.
    fn sentence(said: impl Into<String>) -> Self {
        Self { code: 1, said: said.into() }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::of(&error)
    }
}

type Ended = Result<ExitCode, Failure>;

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let closed_up = process::close_up();
    let arguments = Arguments::parse();
    let strangers = log::start(&arguments.command);
    if let Err(error) = closed_up {
        tracing::warn!(%error, "The system does not let core dumps be switched off: one would hold keys and addresses");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return say::failure(&Failure::of(&error)),
    };
    runtime.spawn(strangers.clone().count());
    let ended = runtime.block_on(run(arguments.command));
    strangers.tell_the_rest();
    // Nothing that matters is left on blocking threads: what was acknowledged was committed.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    match ended {
        Ok(code) => code,
        Err(failure) => say::failure(&failure),
    }
}

async fn run(command: Command) -> Ended {
    match command {
        Command::Init => init::run().await,
        Command::Serve { only } => serve::run(only).await,
        Command::Migrate => init::migrate().await,
        Command::Check => check::run().await,
        Command::Health => check::health().await,
        Command::Import { what } => import::run(what).await,
        Command::Partner { what } => lists::partner(what).await,
        Command::Topic { what } => lists::topic(what).await,
        Command::Campaign { what } => campaign::run(what).await,
        Command::Policy { what } => policy::run(what).await,
        Command::Activities { json } => activities::run(json).await,
        Command::Child { what } => child::run(what).await,
        Command::Verdict { address, list, json } => lists::verdict(&address, list, json).await,
        Command::Link { address, list } => lists::link(&address, list).await,
        Command::Suppress { what } => suppress::run(what).await,
        Command::Signup { what } => signup::run(what).await,
        Command::Recipient { what } => recipient::run(what).await,
        Command::Ledger { what } => ledger::run(what).await,
        Command::Keys { what } => keys::run(what),
        Command::Demo { check } => demo::run(check).await,
    }
}

/// The words of staff that an argument holds.
fn note_of(text: Option<&str>) -> Result<Option<Note>, Failure> {
    Ok(text.map(Note::parse).transpose().map_err(|error| Failure::data(&error))?.flatten())
}

/// The name of staff that an argument holds.
fn staff_of(text: &str) -> Result<StaffName, Failure> {
    StaffName::parse(text).map_err(|error| Failure::data(&error))
}

/// Loads the settings of the current folder and the environment.
fn settings() -> Result<Settings, Failure> {
    Settings::load(Path::new("")).map_err(|faults| Failure::settings(&faults))
}

/// Everything an operation needs.
async fn app() -> Result<App, Failure> {
    open(settings()?).await
}

async fn open(settings: Settings) -> Result<App, Failure> {
    App::open(settings).await.map_err(|error| {
        let temporary = match &error {
            StartError::Open(error) => error.is_temporary(),
            StartError::Store(error) => error.is_temporary(),
            StartError::Keys(_) | StartError::ForeignKeys => false,
        };
        Failure::at_start(&error, temporary)
    })
}

/// A database that did not open.
fn not_open(error: &OpenError) -> Failure {
    Failure::at_start(error, error.is_temporary())
}
