//! The command line's grammar. Scripts rely on it: it is extended, not bent.

#![expect(clippy::doc_markdown, reason = "these comments are help texts, read on a terminal")]

mod ledger;
mod policy;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::dkim::Algorithm;
use crate::domain::window::{Days, Hours, Zone};
use crate::domain::{CampaignId, Stream};
pub(super) use ledger::LedgerWhat;
pub(super) use policy::{ChildWhat, PolicyWhat, PublishArguments};

/// E-mail preference center and mailing gatekeeper: keeps consent, checks it at the last moment, and proves it.
///
/// Settings come from consentry.toml in the current folder and from the environment; the environment wins.
/// `consentry init` writes both a commented settings file and the keys. `consentry demo` shows everything at work.
#[derive(Parser)]
#[command(name = "consentry", version, max_term_width = 100, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Write consentry.toml and the keys where there are none, then create and migrate the database
    Init,
    /// Serve the pages and send what is due; SIGTERM drains: what is being handed over is ended, the rest is given back
    Serve {
        /// Only one half of it: the pages, or the sending
        #[arg(long)]
        only: Option<Half>,
    },
    /// Make the database's schema current; `serve` does it too
    Migrate,
    /// Report every fault of configuration, keys, database and relay at once
    Check,
    /// Ask the server of this configuration whether it is ready; for health checks of containers
    Health,
    /// Import people or suppressions from a CSV file
    Import {
        #[command(subcommand)]
        what: ImportWhat,
    },
    /// Partners: named third parties on whose behalf we send
    Partner {
        #[command(subcommand)]
        what: AddWhat,
    },
    /// Topics of the company stream
    Topic {
        #[command(subcommand)]
        what: AddWhat,
    },
    /// Write, schedule, hold, stop and watch campaigns
    Campaign {
        #[command(subcommand)]
        what: CampaignWhat,
    },
    /// Versions of the privacy policy
    Policy {
        #[command(subcommand)]
        what: PolicyWhat,
    },
    /// Print the record of processing activities (GDPR article 30): what is done with whose data, why, and for how long
    Activities {
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Addresses that belong to children
    Child {
        #[command(subcommand)]
        what: ChildWhat,
    },
    /// What the gate would say about a message to an address right now, and why
    Verdict {
        /// The address
        address: String,
        #[command(flatten)]
        list: ListArguments,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the one-click URL that a message to an address would carry
    Link {
        /// The address
        address: String,
        #[command(flatten)]
        list: ListArguments,
    },
    /// Addresses and domains that are not to be mailed
    Suppress {
        #[command(subcommand)]
        what: SuppressWhat,
    },
    /// The public sign-up form
    Signup {
        #[command(subcommand)]
        what: SignupWhat,
    },
    /// What we hold about one person
    Recipient {
        #[command(subcommand)]
        what: RecipientWhat,
    },
    /// The ledger of consent
    Ledger {
        #[command(subcommand)]
        what: LedgerWhat,
    },
    /// The key ring
    Keys {
        #[command(subcommand)]
        what: KeysWhat,
    },
    /// Show everything at work with made-up people, a built-in relay and nothing outside
    Demo {
        /// Without a person: click links while mail goes out, count, and end with 0 only if all is right
        #[arg(long)]
        check: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Half {
    /// The pages
    Web,
    /// The sending
    Sender,
}

/// A stream, perhaps with a topic or a partner.
#[derive(Args, Clone)]
pub(super) struct ListArguments {
    /// company or partner
    #[arg(long)]
    pub(super) stream: Stream,
    /// A topic of company mail, by name
    #[arg(long)]
    pub(super) topic: Option<String>,
    /// A partner, by name
    #[arg(long)]
    pub(super) partner: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum ImportWhat {
    /// People with proof of consent
    ///
    /// Columns by header: address, source (registration, order, survey or contest), company and partner (yes, no, or
    /// empty for `not asked`) must be there; name, locale, time_zone, consented_at, wording, age, birth_date and age_band
    /// may. A row that is not good is reported with its line and left out; the others are kept. A row of somebody
    /// younger than CONSENTRY_AGE_LIMIT is refused, and what was known of the address is erased. Nothing ever lifts an
    /// opt-out or a suppression. Importing the same file again changes nothing.
    Recipients(ImportArguments),
    /// Suppressions
    ///
    /// Columns by header: address or domain, and, where wanted, scope (everything, company, partner, topic:NAME,
    /// partner:NAME), reason (hard_bounce, erased, staff, opt_out, complaint, reported_child, said_child, snoozed), expires_at.
    Suppressions(ImportArguments),
}

#[derive(Args)]
pub(super) struct ImportArguments {
    /// The CSV file, UTF-8; - for standard input
    pub(super) file: PathBuf,
    /// Say what would happen and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Subcommand)]
pub(super) enum AddWhat {
    /// Add one; adding it twice changes nothing
    Add {
        /// What people read
        name: String,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
pub(super) enum CampaignWhat {
    /// Save a draft
    ///
    /// Placeholders: {{name}}, {{first_name}}, {{address}}, {{unsubscribe_url}}, {{preferences_url}},
    /// {{postal_address}}, {{list_name}}, {{sender_name}}; {{name | friend}} gives a word for people without a name. A
    /// message without an unsubscribe link gets a footer with one.
    #[command(
        override_usage = "consentry campaign create --stream company|partner [--topic NAME|--partner NAME] \\\n       \
                                --name NAME --subject TEXT --text FILE --html FILE [--json]"
    )]
    Create {
        #[command(flatten)]
        list: ListArguments,
        /// What staff call it
        #[arg(long)]
        name: String,
        /// The subject line
        #[arg(long)]
        subject: String,
        /// A file with the text part
        #[arg(long, value_name = "FILE")]
        text: PathBuf,
        /// A file with the HTML part
        #[arg(long, value_name = "FILE")]
        html: PathBuf,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Give a campaign its time
    Schedule {
        /// The campaign
        id: CampaignId,
        /// `now`, a time such as 2026-12-01T09:00:00+01:00, or `2026-12-01 09:00` in --zone (of an hour that clocks show
        /// twice, the first)
        #[arg(long)]
        at: String,
        /// The time zone of --at and --window, such as Europe/Berlin
        #[arg(long)]
        zone: Option<Zone>,
        /// Messages go out in these hours only, such as 09:00-18:00 (22:00-06:00 ends on the next day); without it at any
        /// time, whatever was set before
        #[arg(long = "window", value_name = "HOURS", requires = "zone")]
        hours: Option<Hours>,
        /// ... and on these days only, such as mon-fri or mon,wed,sat
        #[arg(long, requires = "hours")]
        days: Option<Days>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Hold a campaign; nothing more goes out until it is resumed
    Pause {
        /// The campaign
        id: CampaignId,
    },
    /// Let a held campaign go on
    Resume {
        /// The campaign
        id: CampaignId,
    },
    /// Stop a campaign for good; what has not gone out is withheld
    Cancel {
        /// The campaign
        id: CampaignId,
    },
    /// Show a campaign's state and counts
    Show {
        /// The campaign
        id: CampaignId,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// List all campaigns
    List,
}

#[derive(Subcommand)]
pub(super) enum SuppressWhat {
    /// Put a suppression in force
    Add(SuppressArguments),
    /// Show what is held against an address or a domain, or the newest suppressions
    List {
        /// An address or a domain
        whom: Option<String>,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Take a suppression out of force; the reason goes into the ledger
    Lift(SuppressArguments),
}

#[derive(Args)]
pub(super) struct SuppressArguments {
    /// An address or a domain
    pub(super) whom: String,
    /// What it bars: everything, company, partner, topic:ID or partner:ID
    #[arg(long, default_value = "everything")]
    pub(super) scope: String,
    /// hard_bounce, erased, staff, opt_out, complaint, reported_child, said_child or snoozed
    #[arg(long, default_value = "staff")]
    pub(super) reason: String,
    /// Until when, such as 2027-03-01; for ever unless given
    #[arg(long)]
    pub(super) expires_at: Option<String>,
    /// Your name, for the ledger
    #[arg(long, env = "USER", default_value = "staff")]
    pub(super) by: String,
    /// Why, in your words, without an address; needed to lift one
    #[arg(long)]
    pub(super) note: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum SignupWhat {
    /// Print the form as plain HTML, to be copied into another site
    ///
    /// It needs no script and no cookie. Whoever sends it gets a letter, and only the link in it signs them up. Print it
    /// again when a topic or a partner is added.
    Form {
        /// en, de, fr, es, it, pt, nl, pl, sv, tr, ja, zh-Hans or ar
        #[arg(long, default_value = "en")]
        language: String,
    },
}

#[derive(Subcommand)]
pub(super) enum RecipientWhat {
    /// Print the person's consent records as JSON, with the fields of ISO/IEC TS 27560:2023
    ///
    /// One record for each scope that was ever spoken of, and in it a version for every entry of the ledger: what was
    /// said, when, where, under which words and which policy. It holds no address.
    Record {
        /// Their address
        address: String,
        /// As a receipt for the person: with an id of its own
        #[arg(long)]
        receipt: bool,
    },
    /// Erase a person: address, facts, IP addresses; what stays is a keyed hash, so that nobody mails them again
    ///
    /// It cannot be undone. The staff's name and the reason stay in the ledger, which never forgets: they must hold no
    /// address.
    Erase {
        /// Their address
        address: String,
        /// Who does it
        #[arg(long)]
        staff: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

#[derive(Subcommand)]
pub(super) enum KeysWhat {
    /// Show the names of the keys, and the public key that checkpoints of the ledger are verified with
    List {
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a new key that signs links from now on; all older keys go on verifying
    Rotate,
    /// Make the keys that sign messages (DKIM), and print their DNS records ready to paste
    ///
    /// Unless told otherwise it makes an RSA key of 2048 bits and an Ed25519 key; messages then get both signatures. A
    /// key that is there already stays as it is, and its record is printed again.
    ///
    /// First make the keys, and copy the key file to every node. Then publish the records under every From domain. When
    /// the DNS shows them, restart the senders: they sign with the keys that they find at their start, of each algorithm
    /// with the one made last. Leave the records of older keys in the DNS for a week: mail under way needs them.
    ///
    /// sign in consentry.toml (CONSENTRY_SIGN) decides: auto signs when there are keys, true sends nothing without one,
    /// false leaves signing to the relay.
    Dkim {
        /// The key's name in the DNS; letters, digits and hyphens. Without --algorithm, r and e are added to it for the
        /// two keys. Made from the month unless given: c202611r, c202611e
        #[arg(long, value_name = "NAME")]
        selector: Option<String>,
        /// Only this one: rsa or ed25519
        #[arg(long)]
        algorithm: Option<Algorithm>,
        /// Answer as JSON, which has each record's value in one piece, too
        #[arg(long)]
        json: bool,
    },
}
