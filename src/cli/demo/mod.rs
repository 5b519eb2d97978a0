//! `demo`: everything at work with made-up people, the built-in relay, and nothing outside.

mod check;
mod content;
mod people;

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tokio::sync::watch;

use super::serve::Parts;
use super::{Ended, Failure, open, private, say};
use crate::catcher::{self, Catcher, Mailbox};
use crate::config::{self, Settings};
use crate::domain::CampaignId;
use crate::link::KeyRing;
use crate::ops::{App, lists, recipients_import};

/// Where the demo keeps its things.
const FOLDER: &str = "consentry-demo";
/// The file that says that the folder is the demo's own.
const MARK: &str = "made-by-consentry-demo";
/// The pages' port, if it is free.
const WEB_PORT: u16 = 8025;
/// The mail catcher's view, if it is free.
const CATCHER_PORT: u16 = 8026;

/// A demo that runs.
struct Demo {
    app: App,
    mailbox: Mailbox,
    catcher_view: SocketAddr,
    parts: Parts,
    stop: watch::Sender<bool>,
}

/// Runs the demo: with a person until Ctrl-C, or by itself with `--check`.
pub(super) async fn run(check: bool) -> Ended {
    let demo = Demo::start().await?;
    let ended = if check { check::run(&demo).await } else { demo.show().await };
    demo.stop.send_replace(true);
    demo.parts.stop().await?;
    ended
}

impl Demo {
    async fn start() -> Result<Self, Failure> {
        let folder = fresh_folder()?;
        let loopback = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let relay = Catcher::bind(loopback(0)).await.map_err(|error| Failure::of(&error))?;
        let mailbox = relay.mailbox().clone();
        let relay_address = relay.local_addr();
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(relay.run(until_stopped(stopped)));
        let catcher_view = loopback(free_port(CATCHER_PORT)?);
        catcher::web::serve(&mailbox, catcher_view)?;
        let listen = loopback(free_port(WEB_PORT)?);
        let settings = settings(&folder, listen, relay_address)?;
        KeyRing::generate().and_then(|ring| ring.create_file(&settings.keys)).map_err(|error| Failure::of(&error))?;
        let app = open(settings).await?;
        lists::add_partner(&app, content::PARTNER).await.map_err(|error| Failure::of(&error))?;
        lists::add_topic(&app, content::TOPIC).await.map_err(|error| Failure::of(&error))?;
        let people = people::csv();
        let report = recipients_import::import(&app, people.as_bytes(), false, |_| {}).await;
        let report = report.map_err(|error| Failure::of(&error))?;
        say::line(&format!(
            "{} made-up people from four sources were imported into the folder {FOLDER}: {} consents, {} refusals.",
            report.added, report.granted, report.withdrawn
        ))?;
        let parts = Parts::start(&app, None).await?;
        Ok(Self { app, mailbox, catcher_view, parts, stop })
    }

    async fn show(&self) -> Ended {
        let company = content::send_company(&self.app, "Autumn news").await?;
        let partner = content::send_partner(&self.app).await?;
        let base = self.app.settings.base_url.as_str();
        say::line(&format!(
            "Two campaigns are going out, company mail ({company}) and partner mail ({partner}), by a mail catcher in this \
             program: nothing leaves this machine.\n\n\
             \x20 Open this               http://{view}/    the mail that went out\n\
             \x20 and this                {base}/help    a page of Consentry\n\n\
             Try this:\n\
             \x20 1. Open the mail view, choose a message, follow its unsubscribe link: nothing has changed yet.\n\
             \x20 2. Press a button there. Undo it. Press it again.\n\
             \x20 3. Open the preference page from the message: company and partner mail are two choices.\n\
             \x20 4. In another terminal, in the folder {FOLDER}:\n\
             \x20      {program} campaign show {company}\n\
             \x20      {program} verdict ADDRESS --stream partner --partner \"{partner_name}\"\n\
             \x20      {program} ledger verify\n\n\
             Ctrl-C stops.",
            program = config::program(),
            view = self.catcher_view,
            partner_name = content::PARTNER,
        ))?;
        tokio::signal::ctrl_c().await?;
        Ok(ExitCode::SUCCESS)
    }

    /// Waits until a campaign is over.
    async fn wait_for(&self, campaign: CampaignId) -> Result<crate::ops::campaigns::Standing, Failure> {
        let started = std::time::Instant::now();
        loop {
            let standing =
                crate::ops::campaigns::show(&self.app, campaign).await.map_err(|error| Failure::of(&error))?;
            if standing.state == "finished" {
                return Ok(standing);
            }
            if started.elapsed() > std::time::Duration::from_mins(2) {
                return Err(Failure::sentence(format!("campaign {campaign} did not finish within two minutes")));
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
}

async fn until_stopped(mut stopped: watch::Receiver<bool>) {
    if stopped.wait_for(|stop| *stop).await.is_err() {
        tracing::debug!("The demo ended without saying stop");
    }
}

/// An empty folder of the demo's own. A folder that the demo did not make is never touched.
fn fresh_folder() -> Result<PathBuf, Failure> {
    let folder = PathBuf::from(FOLDER);
    let mark = folder.join(MARK);
    if folder.exists() {
        if !mark.exists() {
            return Err(Failure::sentence(format!("the folder {FOLDER} is there and not the demo's; move it away")));
        }
        std::fs::remove_dir_all(&folder)?;
    }
    private::new_folder(&folder)?;
    private::new_file(&mark)?
        .write_all(b"This folder belongs to `consentry demo` and is emptied by its next start.\n")?;
    Ok(folder)
}

fn settings(folder: &Path, listen: SocketAddr, relay: SocketAddr) -> Result<Settings, Failure> {
    let text = format!(
        "# Made by `consentry demo`.\n\
         database_url = \"sqlite:consentry.sqlite\"\n\
         base_url = \"http://{listen}\"\n\
         listen = \"{listen}\"\n\
         relay = \"smtp://{relay}?tls=none\"\n\
         keys = \"consentry.keys\"\n\
         from_company = \"Harbour Books <news@harbour.example>\"\n\
         from_partner = \"Partners of Harbour Books <partners@harbour.example>\"\n\
         postal_address = \"Harbour Books, 12 Quay Street, Port Ellis 40210\"\n\
         senders = 2\n"
    );
    private::new_file(&folder.join(crate::config::FILE_NAME))?.write_all(text.as_bytes())?;
    // The demo looks the same everywhere, so the environment has no say in it.
    Settings::read(folder, |_| None).map_err(|faults| Failure::settings(&faults))
}

/// `wanted` if it is free, any other port if not.
fn free_port(wanted: u16) -> Result<u16, Failure> {
    let try_port = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|taken| taken.local_addr());
    Ok(try_port(wanted).or_else(|_| try_port(0))?.port())
}
