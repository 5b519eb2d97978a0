//! axe-core, which finds what a machine can find of WCAG 2.2 A and AA.

use std::path::Path;

use serde_json::Value;

use crate::support::browser::Browser;

/// Runs in the page, where axe-core is, and answers with the violations alone.
const JUDGE: &str = r#"
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    axe.run(document, {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]}).then(
        result => done(result.violations.flatMap(fault => fault.nodes.map(
            node => fault.id + ": " + node.html.slice(0, 200) + " (" + node.failureSummary + ")"))),
        error => done(["axe failed: " + error]),
    );
"#;

/// The judge: its text is read once.
pub(super) struct Axe(String);

impl Axe {
    /// # Panics
    /// Without axe-core: a judge that is missing is never skipped in silence.
    pub(super) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/node_modules/axe-core/axe.min.js");
        let text = std::fs::read_to_string(path);
        Self(text.expect("target/axe is not there; run the tests by tests/run, or tests/axe/install once"))
    }

    /// What is wrong with the page as it stands.
    pub(super) fn faults(&self, browser: &Browser) -> Vec<String> {
        if browser.run("return typeof axe") == "undefined" {
            browser.run(&self.0);
        }
        let answer = browser.run_until_done(JUDGE);
        let faults = answer.as_array().unwrap().iter();
        faults.map(|fault: &Value| fault.as_str().unwrap().replace('\n', " ")).collect()
    }
}

#[test]
fn the_judge_finds_what_is_wrong() {
    let (browser, axe) = (Browser::start(), Axe::read());
    browser.open("data:text/html,<html lang=en><title>t</title><p style='color:%23999'>pale</p><img src=x><input>");
    let faults = axe.faults(&browser);
    for rule in ["color-contrast: ", "image-alt: ", "label: "] {
        assert!(faults.iter().any(|fault| fault.starts_with(rule)), "{rule} is not in {faults:?}");
    }
}
