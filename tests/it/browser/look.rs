//! Every page and state as people see it.

use consentry::words::Language;
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

/// What stands on the page in letters that the pseudo-language leaves to names and values: words that no message file has.
const UNTRANSLATED: &str = r#"
    const names = ["Harbour Books", "Acme Travel", "Donaudampfschifffahrtsgesellschaftskapitänsreisen",
        "Weekly offers", "New & <b>noteworthy</b> books"];
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let part; (part = walker.nextNode());) {
        if (part.parentElement.closest("bdi, q, code, address, option[lang], .as-written")) continue;
        let text = part.data, shorter;
        while ((shorter = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, "")) !== text) text = shorter;
        for (const name of names) text = text.replaceAll(name, "");
        if (/[A-Za-z]{3}/.test(text)) faults.push("in no message file: " + text.trim());
    }
    for (const part of document.body.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
        for (const name of ["aria-label", "title", "alt", "placeholder"]) {
            if (/[A-Za-z]{3}/.test(part.getAttribute(name) ?? "")) faults.push(`${name} in no message file: ` + part.outerHTML);
        }
    }
    return faults;
"#;

/// What is wrong with a page, and where it was seen.
struct Notes<'a> {
    browser: &'a Browser,
    axe: &'a Axe,
    page: &'static str,
    faults: Vec<String>,
}

impl Notes<'_> {
    fn note(&mut self, mode: &str, found: Vec<String>) {
        self.faults.extend(found.into_iter().map(|fault| format!("{} {mode}: {fault}", self.page)));
    }

    fn judge(&mut self, mode: &str) {
        self.note(mode, self.axe.faults(self.browser));
    }

    fn ask(&mut self, mode: &str, body: &str) {
        self.note(mode, faults_of(self.browser, body));
    }

    fn picture(&self, mode: &str) {
        self.browser.picture(&format!("{}-{mode}", self.page));
    }

    /// Light and dark, wide and narrow, zoomed, with large letters.
    fn in_every_shape(&mut self) {
        self.browser.size(WIDE, HEIGHT, 1);
        self.judge("light");
        self.ask("light", TOO_WIDE);
        self.ask("light", FETCHED_ELSEWHERE);
        self.picture("light");
        self.browser.dark(true);
        self.judge("dark");
        self.picture("dark");
        self.browser.dark(false);
        large_letters(self.browser, true);
        self.ask("large letters", TOO_WIDE);
        large_letters(self.browser, false);
        self.browser.size(WIDE, HEIGHT, 2);
        self.ask("zoomed", TOO_WIDE);
        self.browser.size(NARROW, HEIGHT, 1);
        self.judge("narrow");
        self.ask("narrow", TOO_WIDE);
        self.picture("narrow");
    }

    /// The page once more in another language: narrow, where long words show first; right to left in every respect.
    fn in_language(&mut self, language: Language, come_again: &mut dyn FnMut()) {
        let (tag, dir) = (language.tag(), language.dir());
        let says =
            |browser: &Browser| browser.run("return [document.documentElement.lang, document.documentElement.dir]");
        self.browser.send_header("Accept-Language", tag);
        self.browser.reload();
        if says(self.browser) != json!([tag, dir]) {
            // The answer to a form, or what a letter led to, keeps its language. Two languages show what there is to see.
            if !matches!(language, Language::Arabic | Language::Pseudo) {
                return;
            }
            come_again();
        }
        let said = says(self.browser);
        if said != json!([tag, dir]) {
            self.note(tag, vec![format!("the page says it is {said}")]);
        }
        self.ask(tag, TOO_WIDE);
        match language {
            Language::Arabic => {
                self.judge("ar narrow");
                self.picture("ar-narrow");
                self.browser.size(WIDE, HEIGHT, 1);
                self.judge("ar");
                self.ask("ar", TOO_WIDE);
                self.picture("ar");
                self.browser.dark(true);
                self.judge("ar dark");
                self.browser.dark(false);
                self.browser.size(NARROW, HEIGHT, 1);
            }
            Language::Pseudo => {
                self.ask(tag, UNTRANSLATED);
                self.picture("pseudo-narrow");
            }
            _ => {}
        }
    }
}

/// Comes to every page and state, looks at it, and reports all that is wrong at once.
fn at_every_page(look: impl Fn(&mut Notes<'_>, &mut dyn FnMut())) {
    let house = House::on_sqlite();
    let mut stage = Stage::new(&house);
    let (browser, axe) = (Browser::start(), Axe::read());
    let mut notes = Notes { browser: &browser, axe: &axe, page: "", faults: Vec::new() };
    for page in PAGES {
        notes.page = page.name;
        browser.send_no_header();
        (page.come)(&mut stage, &browser);
        look(&mut notes, &mut || (page.come)(&mut stage, &browser));
        stage.mend();
    }
    let faults = notes.faults;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// SPEC section 4, CONFORMANCE L: WCAG 2.2 AA, light and dark, narrow and zoomed; no request to anybody else, no cookie.
#[test]
fn every_page_and_state_is_accessible_fits_and_asks_nobody_else() {
    at_every_page(|notes, _| {
        notes.in_every_shape();
        assert_eq!(notes.browser.cookies(), 0, "{}", notes.page);
    });
}

/// SPEC section 4: every language fits, and Arabic is as good from right to left.
#[test]
fn every_page_and_state_fits_in_every_language() {
    at_every_page(|notes, come_again| {
        notes.browser.size(NARROW, HEIGHT, 1);
        let others = Language::ALL.into_iter().filter(|language| *language != Language::English);
        for language in others.chain([Language::Pseudo]) {
            notes.in_language(language, come_again);
        }
    });
}
