//! `signup`.

use std::process::ExitCode;

use super::args::SignupWhat;
use super::{DATA, Ended, Failure, app, say};
use crate::web;
use crate::words::{Language, Words};

/// Prints the sign-up form.
pub(super) async fn run(SignupWhat::Form { language }: SignupWhat) -> Ended {
    let unknown = || Failure { code: DATA, said: format!("{language:?} is no language of ours; see --help") };
    let language = Language::of_tag(&language).ok_or_else(unknown)?;
    let form = web::form_for_other_sites(&app().await?, Words::new(language)).await;
    say::line(&form.map_err(|error| Failure::of(&error))?)?;
    Ok(ExitCode::SUCCESS)
}
