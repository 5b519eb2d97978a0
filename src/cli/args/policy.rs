//! The grammar of `policy` and of `child`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::{PolicyVersion, Stream};

#[derive(Subcommand)]
pub(in crate::cli) enum PolicyWhat {
    /// Publish a version and give everybody notice of it by mail
    ///
    /// What is new in it applies to a person only when the version is in force, the relay has taken their notice, and the
    /// window after that is past. Until then, and for good if they say no, the gate withholds the mail that it is about.
    /// Those who give their consent from now on give it under this version.
    Publish(PublishArguments),
    /// List all versions
    List {
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a version with its text
    Show {
        /// The version
        #[arg(value_name = "VERSION")]
        number: PolicyVersion,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// List the people whom no notice of a version has reached, and why
    Unreached {
        /// The version
        #[arg(value_name = "VERSION")]
        number: PolicyVersion,
        /// Their addresses in clear; masked otherwise
        #[arg(long)]
        addresses: bool,
        /// Answer as lines of JSON, one for each person
        #[arg(long)]
        json: bool,
    },
    /// Give notice again, to those whom no notice of a version has reached
    Notify {
        /// The version
        #[arg(value_name = "VERSION")]
        number: PolicyVersion,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub(in crate::cli) struct PublishArguments {
    /// A file with the whole text
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) text: PathBuf,
    /// A file that says in plain words what changed
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) summary: PathBuf,
    /// A folder with the same in other languages: de.txt, fr.txt, zh-Hans.txt, ...
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) summaries: Option<PathBuf>,
    /// company or partner: the mail of which the version brings a new use; can be given twice
    #[arg(long, value_name = "STREAM")]
    pub(in crate::cli) new_use: Vec<Stream>,
    /// When it comes into force: now, a day such as 2026-12-01, or a time with its zone
    #[arg(long, value_name = "TIME", default_value = "now")]
    pub(in crate::cli) effective: String,
    /// How long after the notice a new use still does not apply: 30d, 72h, 90m, 10s
    #[arg(long, value_name = "TIME", default_value = "30d")]
    pub(in crate::cli) window: String,
    /// Your name, for the record
    #[arg(long, env = "USER", default_value = "staff")]
    pub(in crate::cli) by: String,
    /// Answer as JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Subcommand)]
pub(in crate::cli) enum ChildWhat {
    /// Stop all promotional mail to an address and erase what is held about the person
    ///
    /// Only a code made from the address stays, so that no import brings it back. This cannot be undone.
    Report {
        /// The address
        address: String,
        /// Your name, for the ledger
        #[arg(long, env = "USER", default_value = "staff")]
        by: String,
        /// How it became known, in your words, without the address
        #[arg(long)]
        note: Option<String>,
    },
}
