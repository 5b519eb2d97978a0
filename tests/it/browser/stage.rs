//! A house with everything on its pages, and people whom nobody has touched yet.

use std::collections::BTreeSet;

use consentry::clock;
use consentry::domain::action::Action;
use consentry::domain::{RecipientId, RequestId};
use consentry::link::{Claim, Keys};
use mail_parser::MessageParser;

use crate::support::house::{House, PATIENCE, Running};
use crate::support::smtp_sink::Caught;
use crate::support::web::get;

/// How many people a stage has. Each page and each journey takes new ones.
const PEOPLE: usize = 150;

pub(super) const COMPANY: &[&str] = &["--stream", "company"];
pub(super) const PARTNER: &[&str] = &["--stream", "partner"];
pub(super) const TOPIC: &[&str] = &["--stream", "company", "--topic", "Weekly offers"];
pub(super) const ACME: &[&str] = &["--stream", "partner", "--partner", "Acme Travel"];
/// No line of a small screen holds it.
const LONG_NAME: &str = "Donaudampfschifffahrtsgesellschaftskapitänsreisen";

pub(super) struct Stage<'a> {
    pub(super) house: &'a House,
    web: Running,
    people: usize,
    broken: bool,
    policy_is_out: bool,
    strangers: usize,
}

impl<'a> Stage<'a> {
    /// Topics, partners, people who want everything, and a message that each of them has got.
    pub(super) fn new(house: &'a House) -> Self {
        for topic in ["Weekly offers", "New & <b>noteworthy</b> books"] {
            house.ok(&["topic", "add", topic]);
        }
        for partner in ["Acme Travel", LONG_NAME] {
            house.ok(&["partner", "add", partner]);
        }
        house.crowd(PEOPLE);
        let web = house.serve();
        let sent = house.campaign(TOPIC, "What is new this week");
        house.wait_finished(&sent);
        Self { house, web, people: 0, broken: false, policy_is_out: false, strangers: 0 }
    }

    /// Somebody new, who wants everything.
    pub(super) fn person(&mut self) -> String {
        self.people += 1;
        assert!(self.people <= PEOPLE, "the stage has too few people");
        format!("p{}@example.org", self.people - 1)
    }

    pub(super) fn url(&self, path: &str) -> String {
        self.web.url(path)
    }

    /// The link in a message of this list to this person.
    pub(super) fn link(&self, person: &str, list: &[&str]) -> String {
        self.url(&self.house.link(person, list))
    }

    /// The person's preference page.
    pub(super) fn preferences(&self, person: &str) -> String {
        let token = get(&self.link(person, COMPANY)).between("href=\"/preferences/").unwrap();
        self.url(&format!("/preferences/{token}"))
    }

    /// The link in the notice of a policy version that is new in partner mail. It is published when it is first asked for.
    pub(super) fn policy(&mut self, person: &str) -> String {
        if !std::mem::replace(&mut self.policy_is_out, true) {
            publish(self.house);
        }
        let notices = self.house.sink.accepted();
        let to_them = notices.iter().filter(|mail| mail.recipients == [person]);
        let link = to_them.flat_map(links).find(|path| path.starts_with("/policy/"));
        self.url(&link.unwrap_or_else(|| panic!("no notice to {person}")))
    }

    /// An address that nobody knows yet.
    pub(super) fn stranger(&mut self) -> String {
        self.strangers += 1;
        format!("new{}@example.org", self.strangers)
    }

    /// The link in the letter that asks a stranger to confirm.
    pub(super) fn confirmation(&self, stranger: &str) -> String {
        self.mailed(stranger, "/signup/")
    }

    /// The link that begins so in a letter to an address.
    pub(super) fn mailed(&self, address: &str, begins: &str) -> String {
        for count in self.house.sink.accepted().len().. {
            let letters = self.house.sink.accepted();
            let to_them = letters.iter().filter(|mail| mail.recipients == [address]);
            if let Some(link) = to_them.flat_map(links).find(|path| path.starts_with(begins)) {
                return self.url(&link);
            }
            self.house.sink.wait_for(count + 1, PATIENCE);
        }
        unreachable!()
    }

    /// A link of a letter that has run out.
    pub(super) fn expired(&self) -> String {
        let keys = Keys::load(self.house.folder().join("consentry.keys")).unwrap();
        let (recipient, request) = (RecipientId::new(1), RequestId::new(1));
        let expires_at = clock::now() - chrono::Duration::minutes(1);
        let claim = Claim::Mailed { recipient, action: Action::See, request, expires_at };
        self.url(&format!("/data/{}", keys.mint(&claim)))
    }

    /// Nothing can be decided until [`Self::mend`].
    pub(super) fn break_suppressions(&mut self) {
        self.house.sql("ALTER TABLE suppressions RENAME TO broken_suppressions").unwrap();
        self.broken = true;
    }

    /// Everything works again.
    pub(super) fn mend(&mut self) {
        if std::mem::take(&mut self.broken) {
            self.house.sql("ALTER TABLE broken_suppressions RENAME TO suppressions").unwrap();
        }
    }

    pub(super) fn verdict(&self, person: &str, list: &[&str]) -> String {
        self.house.verdict(person, list)["verdict"].as_str().unwrap().to_owned()
    }
}

/// Publishes a policy version that is new in partner mail, and waits until everybody has been told.
pub(super) fn publish(house: &House) {
    let text = house.file("policy.txt", "Our policy.\n\nWe keep little, and what we keep we keep for you.\n");
    let summary = house.file("summary.txt", "Partner mail may now be about travel.\n\nNothing else changes.\n");
    let new = ["--new-use", "partner", "--window", "30d"];
    let published =
        house.json(&[&["policy", "publish", "--text", &text, "--summary", &summary, "--json"], &new[..]].concat());
    house.wait_finished(&published["campaign"].to_string());
}

/// What stands in front of the links of a house's mails.
const BASE: &str = "http://127.0.0.1:1/";

/// Everything in a mail that a person or a machine may take for a link to us, as paths on our server.
pub(super) fn links(caught: &Caught) -> BTreeSet<String> {
    let message = MessageParser::default().parse(&caught.data).unwrap();
    let bodies = message.text_bodies().chain(message.html_bodies()).filter_map(|part| part.text_contents());
    let mut texts: Vec<_> = bodies.map(|text| text.replace("&amp;", "&")).collect();
    for name in ["List-Unsubscribe", "List-Help"] {
        texts.extend(message.header_raw(name).map(|raw| raw.replace("\r\n", "")));
    }
    texts.iter().flat_map(|text| addresses(text)).collect()
}

fn addresses(text: &str) -> Vec<String> {
    let ends = |c: char| c.is_whitespace() || "<>\"')".contains(c);
    let found = text.split(BASE).skip(1).map(|rest| format!("/{}", rest.split(ends).next().unwrap()));
    found.map(|path| path.trim_end_matches('.').to_owned()).collect()
}
