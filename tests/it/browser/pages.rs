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
/// A button of the page of a policy version.
pub(super) const SAY_NO: &str = "button[name=answer][value=no]";
pub(super) const SAY_YES: &str = "button[name=answer][value=yes]";
/// The button that reports a child's address.
const REPORT: &str = "form[action^='/child'] button";
/// The button of the page behind a link of a letter.
pub(super) const CONFIRM: &str = "form[action^='/data/'] button";
/// The button of the form to sign up, and of the page behind the link of its letter.
pub(super) const SIGN_UP: &str = "form[action^='/signup'] button";
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
            browser.follow(UNDO);
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
            browser.follow(ONWARD);
        },
    },
    Page {
        name: "saved",
        come: |stage, browser| {
            center(stage, browser);
            browser.click("input[name=topic]");
            browser.click("input[name=partner][value=no]");
            browser.follow(SAVE);
        },
    },
    Page {
        name: "saved-nothing",
        come: |stage, browser| {
            center(stage, browser);
            browser.follow(SAVE);
        },
    },
    Page {
        name: "saved-less",
        come: |stage, browser| {
            center(stage, browser);
            browser.click("input[name=pause][value='30']");
            browser.click("select[name=cap] option[value='2']");
            browser.click("select[name=language] option[value=en]");
            browser.follow(SAVE);
        },
    },
    Page { name: "saved-paused", come: |stage, browser| paused(stage, browser) },
    Page {
        name: "center-paused",
        come: |stage, browser| {
            paused(stage, browser);
            browser.follow(ONWARD);
        },
    },
    Page {
        name: "saved-more",
        come: |stage, browser| {
            pressed(stage, browser, STOP_EVERYTHING);
            browser.follow(ONWARD);
            browser.click("input[name=company][value=yes]");
            browser.click("input[name=from_partner]");
            browser.follow(SAVE);
        },
    },
    Page {
        name: "saved-higher-limit",
        come: |stage, browser| {
            center(stage, browser);
            higher_limit(browser);
        },
    },
    Page {
        name: "saved-end-of-break",
        come: |stage, browser| {
            paused(stage, browser);
            browser.follow(ONWARD);
            browser.click("input[name=end_pause]");
            browser.follow(SAVE);
        },
    },
    Page { name: "data-more", come: |stage, browser| more(stage, browser) },
    Page {
        name: "data-more-done",
        come: |stage, browser| {
            more(stage, browser);
            browser.follow(CONFIRM);
        },
    },
    Page { name: "center-barred", come: |stage, browser| barred(stage, browser) },
    Page { name: "signup", come: |stage, browser| browser.open(&stage.url("/signup")) },
    Page {
        name: "signup-gpc",
        come: |stage, browser| {
            browser.send_header("Sec-GPC", "1");
            browser.open(&stage.url("/signup"));
        },
    },
    Page {
        name: "signup-faults",
        come: |stage, browser| {
            browser.open(&stage.url("/signup"));
            browser.follow(SIGN_UP);
        },
    },
    Page {
        name: "signup-young",
        come: |stage, browser| {
            let stranger = stage.stranger();
            sign_up(stage, browser, &stranger, "under");
        },
    },
    Page {
        name: "signup-sent",
        come: |stage, browser| {
            let stranger = stage.stranger();
            sign_up(stage, browser, &stranger, "over");
        },
    },
    Page { name: "signup-confirm", come: |stage, browser| confirmation(stage, browser) },
    Page {
        name: "signup-done",
        come: |stage, browser| {
            confirmation(stage, browser);
            browser.follow(SIGN_UP);
        },
    },
    Page { name: "help", come: |stage, browser| browser.open(&stage.url("/help")) },
    Page { name: "refused", come: |stage, browser| browser.open(&stage.url("/u/cut-off")) },
    Page { name: "policy", come: |stage, browser| policy(stage, browser, None) },
    Page {
        name: "policy-gpc",
        come: |stage, browser| {
            browser.send_header("Sec-GPC", "1");
            policy(stage, browser, None);
        },
    },
    Page { name: "policy-declined", come: |stage, browser| policy(stage, browser, Some(SAY_NO)) },
    Page { name: "policy-accepted", come: |stage, browser| policy(stage, browser, Some(SAY_YES)) },
    Page {
        name: "policy-undone",
        come: |stage, browser| {
            policy(stage, browser, Some(SAY_NO));
            browser.follow(UNDO);
        },
    },
    Page {
        name: "policy-said-no",
        come: |stage, browser| {
            policy(stage, browser, Some(SAY_NO));
            browser.follow(ONWARD);
        },
    },
    Page { name: "child", come: |stage, browser| child(stage, browser) },
    Page {
        name: "child-done",
        come: |stage, browser| {
            child(stage, browser);
            browser.follow(REPORT);
        },
    },
    Page {
        name: "child-told",
        come: |stage, browser| {
            child(stage, browser);
            browser.follow(REPORT);
            browser.follow("form[action$='/letter'] button");
        },
    },
    Page {
        name: "child-not",
        come: |stage, browser| {
            let person = stage.person();
            browser.open(&stage.preferences(&person).replace("/preferences/", "/child/"));
            browser.follow(REPORT);
            let link = stage.mailed(&person, "/data/");
            browser.open(&link);
        },
    },
    Page { name: "child-typed", come: |stage, browser| browser.open(&stage.url("/child")) },
    Page {
        name: "child-typed-fault",
        come: |stage, browser| {
            browser.open(&stage.url("/child"));
            browser.follow(REPORT);
        },
    },
    Page { name: "link", come: |stage, browser| browser.open(&stage.url("/preferences")) },
    Page {
        name: "link-fault",
        come: |stage, browser| {
            browser.open(&stage.url("/preferences"));
            browser.write("#address", "nobody at home");
            browser.follow("form[action='/preferences'] button");
        },
    },
    Page {
        name: "move-fault",
        come: |stage, browser| {
            center(stage, browser);
            browser.write("#new-address", "nobody");
            browser.follow("form:has(#new-address) button");
        },
    },
    Page {
        name: "link-sent",
        come: |stage, browser| {
            browser.open(&stage.url("/preferences"));
            browser.write("#address", "nobody@example.org");
            browser.follow("form[action='/preferences'] button");
        },
    },
    Page {
        name: "data-asked",
        come: |stage, browser| {
            center(stage, browser);
            browser.follow("button[name=wish][value=see]");
        },
    },
    Page { name: "data-see", come: |stage, browser| data(stage, browser, "see") },
    Page { name: "data-expired", come: |stage, browser| browser.open(&stage.expired()) },
    Page {
        name: "data-see-faults",
        come: |stage, browser| {
            data(stage, browser, "see");
            browser.write("#zip", "40210 Düsseldorf");
            browser.write("#locale", "German");
            browser.follow(CONFIRM);
        },
    },
    Page {
        name: "data-corrected",
        come: |stage, browser| {
            data(stage, browser, "see");
            browser.write("#zip", "10115");
            browser.follow(CONFIRM);
        },
    },
    Page { name: "data-erase", come: |stage, browser| data(stage, browser, "erase") },
    Page {
        name: "data-erased",
        come: |stage, browser| {
            data(stage, browser, "erase");
            browser.follow(CONFIRM);
        },
    },
    Page { name: "data-download", come: |stage, browser| data(stage, browser, "download") },
    Page {
        name: "data-copy",
        come: |stage, browser| {
            data(stage, browser, "download");
            browser.follow("button[name=as][value=page]");
        },
    },
    Page { name: "center-policy", come: |stage, browser| center(stage, browser) },
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
    browser.follow(button);
}

fn stopped(stage: &mut Stage<'_>, browser: &Browser, button: &str) {
    let person = stage.person();
    let link = stage.link(&person, TOPIC);
    browser.open(&link);
    browser.follow(button);
    browser.open(&link);
}

fn center(stage: &mut Stage<'_>, browser: &Browser) {
    let person = stage.person();
    browser.open(&stage.preferences(&person));
}

fn child(stage: &mut Stage<'_>, browser: &Browser) {
    let person = stage.person();
    browser.open(&stage.preferences(&person).replace("/preferences/", "/child/"));
}

fn barred(stage: &mut Stage<'_>, browser: &Browser) {
    let person = stage.person();
    for (scope, reason) in [("company", "complaint"), ("everything", "staff")] {
        stage.house.ok(&["suppress", "add", &person, "--scope", scope, "--reason", reason]);
    }
    browser.open(&stage.preferences(&person));
}

fn policy(stage: &mut Stage<'_>, browser: &Browser, press: Option<&str>) {
    let person = stage.person();
    browser.open(&stage.policy(&person));
    if let Some(button) = press {
        browser.follow(button);
    }
}

/// The page behind the link of a letter that was asked for on the preference page.
fn data(stage: &mut Stage<'_>, browser: &Browser, wish: &str) {
    let person = stage.person();
    browser.open(&stage.preferences(&person));
    browser.follow(&format!("button[name=wish][value={wish}]"));
    browser.open(&stage.mailed(&person, "/data/"));
}

fn higher_limit(browser: &Browser) {
    browser.click("#cap option[value='2']");
    browser.follow(SAVE);
    browser.follow(ONWARD);
    browser.click("#cap option[value='']");
    browser.follow(SAVE);
}

/// The page behind the link of a letter that gives more mail of every kind.
fn more(stage: &mut Stage<'_>, browser: &Browser) {
    let person = stage.person();
    browser.open(&stage.link(&person, ACME));
    browser.follow(STOP_LIST);
    browser.follow(ONWARD);
    browser.click("input[name=pause][value='30']");
    browser.click("#cap option[value='2']");
    browser.follow(SAVE);
    browser.follow(ONWARD);
    browser.click("input[name=end_pause][value=company]");
    browser.click("input[name=from_partner]:not(:checked)");
    browser.click("#cap option[value='5']");
    browser.follow(SAVE);
    browser.open(&stage.mailed(&person, "/data/"));
}

fn paused(stage: &mut Stage<'_>, browser: &Browser) {
    center(stage, browser);
    browser.click("input[name=pause][value='30']");
    browser.follow(SAVE);
}

fn sign_up(stage: &Stage<'_>, browser: &Browser, address: &str, age: &str) {
    browser.open(&stage.url("/signup"));
    browser.write("#field-address", address);
    browser.click("input[name=want]");
    browser.click(&format!("input[name=age][value={age}]"));
    browser.follow(SIGN_UP);
}

fn confirmation(stage: &mut Stage<'_>, browser: &Browser) {
    let stranger = stage.stranger();
    sign_up(stage, browser, &stranger, "over");
    browser.open(&stage.confirmation(&stranger));
}
