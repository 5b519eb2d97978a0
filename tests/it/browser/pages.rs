//! Every public page and every state of one: a name, and how to come there.

use super::stage::{ACME, COMPANY, PARTNER, Stage, TOPIC};
use crate::support::browser::Browser;

pub(super) struct Page {
    pub(super) name: &'static str,
    /// Leaves the browser on the page.
    pub(super) come: fn(&mut Stage<'_>, &Browser),
}

/// A button of the page behind a link.
pub(super) const STOP_LIST: &str = "button[name=stop][value=list]";
pub(super) const STOP_COMPANY: &str = "button[name=stop][value=company]";
pub(super) const STOP_EVERYTHING: &str = "button[name=stop][value=everything]";
pub(super) const SAVE: &str = "form.choices button.button-main";
pub(super) const UNDO: &str = ".undo button";
pub(super) const ONWARD: &str = "a.onward";

pub(super) const PAGES: &[Page] = &[
    Page { name: "ask-topic", come: |stage, browser| ask(stage, browser, TOPIC) },
    Page { name: "ask-partner", come: |stage, browser| ask(stage, browser, ACME) },
    Page { name: "ask-company", come: |stage, browser| ask(stage, browser, COMPANY) },
    Page { name: "ask-all-partners", come: |stage, browser| ask(stage, browser, PARTNER) },
    Page {
        name: "ask-partner-gpc",
        come: |stage, browser| {
            browser.send_header("Sec-GPC", "1");
            ask(stage, browser, ACME);
        },
    },
    Page { name: "ask-already", come: |stage, browser| stopped(stage, browser, STOP_LIST) },
    Page { name: "ask-stopped-everything", come: |stage, browser| stopped(stage, browser, STOP_EVERYTHING) },
    Page { name: "result-list", come: |stage, browser| pressed(stage, browser, STOP_LIST) },
    Page { name: "result-company", come: |stage, browser| pressed(stage, browser, STOP_COMPANY) },
    Page { name: "result-everything", come: |stage, browser| pressed(stage, browser, STOP_EVERYTHING) },
    Page {
        name: "undone",
        come: |stage, browser| {
            pressed(stage, browser, STOP_EVERYTHING);
            browser.click(UNDO);
        },
    },
    Page { name: "center", come: |stage, browser| center(stage, browser) },
    Page {
        name: "center-gpc",
        come: |stage, browser| {
            browser.send_header("Sec-GPC", "1");
            center(stage, browser);
        },
    },
    Page {
        name: "center-all-off",
        come: |stage, browser| {
            pressed(stage, browser, STOP_EVERYTHING);
            browser.click(ONWARD);
        },
    },
    Page {
        name: "saved",
        come: |stage, browser| {
            center(stage, browser);
            browser.click("input[name=topic]");
            browser.click("input[name=partner][value=no]");
            browser.click(SAVE);
        },
    },
    Page {
        name: "saved-nothing",
        come: |stage, browser| {
            center(stage, browser);
            browser.click(SAVE);
        },
    },
    Page { name: "help", come: |stage, browser| browser.open(&stage.url("/help")) },
    Page { name: "refused", come: |stage, browser| browser.open(&stage.url("/u/cut-off")) },
    Page {
        name: "error",
        come: |stage, browser| {
            let url = {
                let person = stage.person();
                stage.link(&person, COMPANY)
            };
            stage.break_suppressions();
            browser.open(&url);
        },
    },
];

fn ask(stage: &mut Stage<'_>, browser: &Browser, list: &[&str]) {
    let person = stage.person();
    browser.open(&stage.link(&person, list));
}

fn pressed(stage: &mut Stage<'_>, browser: &Browser, button: &str) {
    ask(stage, browser, TOPIC);
    browser.click(button);
}

fn stopped(stage: &mut Stage<'_>, browser: &Browser, button: &str) {
    let person = stage.person();
    let link = stage.link(&person, TOPIC);
    browser.open(&link);
    browser.click(button);
    browser.open(&link);
}

fn center(stage: &mut Stage<'_>, browser: &Browser) {
    let person = stage.person();
    browser.open(&stage.preferences(&person));
}
