//! A house with everything on its pages, and people whom nobody has touched yet.

use crate::support::house::{House, Running};
use crate::support::web::get;

/// How many people a stage has. Each page and each journey takes new ones.
const PEOPLE: usize = 100;

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
        Self { house, web, people: 0, broken: false }
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
