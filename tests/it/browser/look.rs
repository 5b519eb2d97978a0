//! Every page and state as people see it.

use serde_json::{Value, json};

use super::axe::Axe;
use super::pages::PAGES;
use super::stage::Stage;
use crate::support::browser::Browser;
use crate::support::house::House;

const HEIGHT: u32 = 800;
/// The smallest screen that WCAG 1.4.10 knows.
const NARROW: u32 = 320;
const WIDE: u32 = 1280;

/// What is on the page and too wide for it, as text; nothing where all fits.
const TOO_WIDE: &str = r#"
    const root = document.documentElement;
    const faults = [];
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);
    for (const part of document.body.querySelectorAll("*")) {
        const box = part.getBoundingClientRect();
        const seen = box.width > 1 && box.height > 1 && part.checkVisibility() && !part.classList.contains("skip");
        if (seen && (box.right > innerWidth + 1 || box.left < -1)) faults.push("sticks out: " + part.outerHTML.slice(0, 90));
        const style = getComputedStyle(part);
        if (seen && style.display !== "inline" && part.scrollWidth > part.clientWidth + 1) {
            faults.push("spills over: " + part.outerHTML.slice(0, 90));
        }
    }
    return faults;
"#;

/// Whether everything that the page fetched came from where the page came from.
const FETCHED_ELSEWHERE: &str = r#"
    return performance.getEntriesByType("resource").map(entry => entry.name).filter(name => !name.startsWith(origin + "/"));
"#;

fn faults_of(browser: &Browser, body: &str) -> Vec<String> {
    let found: Value = browser.run(body);
    found.as_array().unwrap().iter().map(|fault| fault.as_str().unwrap().to_owned()).collect()
}

/// Text twice as large, and nothing else: WCAG 1.4.4 for who sets the letters and not the zoom.
fn large_letters(browser: &Browser, large: bool) {
    browser.run(&format!("document.documentElement.style.fontSize = {}", json!(if large { "200%" } else { "" })));
}

/// SPEC section 4: WCAG 2.2 AA, light and dark, narrow and zoomed, no request to anybody else, no cookie.
#[test]
fn every_page_and_state_is_accessible_fits_and_asks_nobody_else() {
    let house = House::on_sqlite();
    let mut stage = Stage::new(&house);
    let (browser, axe) = (Browser::start(), Axe::read());
    let mut faults: Vec<String> = Vec::new();
    for page in PAGES {
        browser.size(WIDE, HEIGHT, 1);
        browser.dark(false);
        (page.come)(&mut stage, &browser);
        let mut note = |mode: &str, found: Vec<String>| {
            faults.extend(found.into_iter().map(|fault| format!("{} {mode}: {fault}", page.name)));
        };
        note("light", axe.faults(&browser));
        note("light", faults_of(&browser, TOO_WIDE));
        note("light", faults_of(&browser, FETCHED_ELSEWHERE));
        browser.picture(&format!("{}-light", page.name));
        browser.dark(true);
        note("dark", axe.faults(&browser));
        browser.picture(&format!("{}-dark", page.name));
        browser.dark(false);
        large_letters(&browser, true);
        note("large letters", faults_of(&browser, TOO_WIDE));
        large_letters(&browser, false);
        browser.size(WIDE, HEIGHT, 2);
        note("zoomed", faults_of(&browser, TOO_WIDE));
        note("zoomed", axe.faults(&browser));
        browser.size(NARROW, HEIGHT, 1);
        note("narrow", faults_of(&browser, TOO_WIDE));
        note("narrow", axe.faults(&browser));
        browser.picture(&format!("{}-narrow", page.name));
        assert_eq!(browser.cookies(), 0, "{}", page.name);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
