//! A real browser: Debian's Chromium, led over WebDriver by its ChromeDriver.
//!
//! WebDriver is JSON over HTTP, so `ureq`, which is here anyway, is the whole client: the crates that speak it bring an
//! HTTP stack, and some a TLS stack, of their own. Each browser has a driver, a profile and a port of its own, resolves no
//! name, and ends with the test, also with one that fails: by its id, and no other process.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

use super::scratch;

/// How long a page may take. It only ends hopeless tests.
const PATIENCE: Duration = Duration::from_mins(2);
/// The key under which WebDriver hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const TAB: &str = "\u{e004}";
/// How many presses of Tab a page may take before a control counts as out of the keyboard's reach.
const MANY_TABS: usize = 60;

/// One at a time in a process. (Between processes, nextest's group `browser` sees to it.)
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A browser with one window.
pub(crate) struct Browser {
    driver: Child,
    agent: ureq::Agent,
    session: String,
    process: u64,
    profile: PathBuf,
    headers: RefCell<serde_json::Map<String, Value>>,
    _alone: MutexGuard<'static, ()>,
}

impl Browser {
    /// # Panics
    /// Without Chromium and ChromeDriver: a browser that is missing is never skipped in silence.
    pub(crate) fn start() -> Self {
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let profile = scratch::folder("browser");
        let (driver, port) = driver(&profile);
        let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_mins(3)));
        let agent = config.max_redirects(0).http_status_as_error(false).build().into();
        let session = format!("http://127.0.0.1:{port}/session");
        let mut browser =
            Self { driver, agent, session, process: 0, profile, headers: RefCell::default(), _alone: alone };
        let answer = browser.call("POST", "", &capabilities(&browser.profile));
        browser.process = answer["capabilities"]["goog:processID"].as_u64().unwrap();
        browser.session = format!("{}/{}", browser.session, answer["sessionId"].as_str().unwrap());
        browser.call("POST", "/timeouts", &json!({"pageLoad": 120_000, "script": 120_000}));
        browser
    }

    /// Sends one command and returns its value.
    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_call(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn try_call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let url = format!("{}{path}", self.session);
        let sent = match method {
            "GET" => self.agent.get(url).call(),
            "DELETE" => self.agent.delete(url).call(),
            _ => self.agent.post(url).header("Content-Type", "application/json").send(body.to_string()),
        };
        let mut answer = sent.map_err(|error| error.to_string())?;
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string().map_err(|e| e.to_string())?;
        let value = serde_json::from_str::<Value>(&text).map_err(|_| text)?["value"].take();
        if answer.status().is_success() { Ok(value) } else { Err(value["message"].to_string()) }
    }

    /// A command of the browser's own developer tools.
    pub(crate) fn tool(&self, command: &str, parameters: &Value) -> Value {
        self.call("POST", "/goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// Loads a page, with everything that it runs and fetches.
    pub(crate) fn open(&self, url: &str) {
        self.call("POST", "/url", &json!({"url": url}));
    }

    pub(crate) fn url(&self) -> String {
        self.call("GET", "/url", &Value::Null).as_str().unwrap().to_owned()
    }

    pub(crate) fn title(&self) -> String {
        self.call("GET", "/title", &Value::Null).as_str().unwrap().to_owned()
    }

    pub(crate) fn cookies(&self) -> usize {
        self.call("GET", "/cookie", &Value::Null).as_array().unwrap().len()
    }

    /// Runs a function body in the page, also where the page may run none itself, and returns its value.
    pub(crate) fn run(&self, body: &str) -> Value {
        self.call("POST", "/execute/sync", &json!({"script": body, "args": []}))
    }

    /// The same for a body that calls `done(value)` in the end.
    pub(crate) fn run_until_done(&self, body: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1];\n{body}");
        self.call("POST", "/execute/async", &json!({"script": script, "args": []}))
    }

    fn find(&self, css: &str) -> String {
        let found = self.try_call("POST", "/element", &json!({"using": "css selector", "value": css}));
        let found = found.unwrap_or_else(|error| panic!("{error} on {} ({})", self.url(), self.title()));
        found[ELEMENT].as_str().unwrap().to_owned()
    }

    pub(crate) fn has(&self, css: &str) -> bool {
        let all = self.call("POST", "/elements", &json!({"using": "css selector", "value": css}));
        !all.as_array().unwrap().is_empty()
    }

    /// Presses and releases the mouse over the middle of an element; fails when something lies over it.
    pub(crate) fn click(&self, css: &str) {
        let element = self.find(css);
        self.call("POST", &format!("/element/{element}/click"), &json!({}));
    }

    /// Writes into a field.
    pub(crate) fn write(&self, css: &str, text: &str) {
        let element = self.find(css);
        self.call("POST", &format!("/element/{element}/value"), &json!({"text": text}));
    }

    /// Presses and releases one key, wherever the focus is.
    pub(crate) fn key(&self, key: &str) {
        let keys = json!({"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key},
        ]});
        self.call("POST", "/actions", &json!({"actions": [keys]}));
    }

    /// Presses Tab until `css` has the focus. Wherever the focus comes on its way, it must be seen and nothing may lie
    /// over it (WCAG 2.4.7, 2.4.11).
    pub(crate) fn tab_to(&self, css: &str) {
        let there = format!("return document.activeElement?.matches({})", json!(css));
        for _ in 0..MANY_TABS {
            self.key(TAB);
            let seen = self.run(FOCUS_IS_SEEN);
            assert_eq!(seen, json!("seen"), "the focus on {}", self.url());
            if self.run(&there) == json!(true) {
                return;
            }
        }
        panic!("the keyboard never came to {css} on {}", self.url());
    }

    pub(crate) fn is_checked(&self, css: &str) -> bool {
        let element = self.find(css);
        self.call("GET", &format!("/element/{element}/selected"), &Value::Null) == json!(true)
    }

    /// Does something that leads to another page, and waits until that page is there as a whole: neither a key nor a
    /// click waits for a server that takes its time.
    pub(crate) fn leave(&self, act: impl FnOnce(&Self)) {
        let before = self.url();
        self.run("document.documentElement.dataset.left = 1");
        act(self);
        let there = "return !document.documentElement.dataset.left && document.readyState === 'complete'";
        let began = Instant::now();
        while self.try_call("POST", "/execute/sync", &json!({"script": there, "args": []})) != Ok(json!(true)) {
            assert!(began.elapsed() < PATIENCE, "nothing led on from {before}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Clicks a button or a link, and waits for the page that it leads to.
    pub(crate) fn follow(&self, css: &str) {
        self.leave(|browser| browser.click(css));
    }

    /// The window's size in CSS pixels. Zoomed to 200 %, the same window has half of them, each twice as large.
    pub(crate) fn size(&self, width: u32, height: u32, zoom: u32) {
        let size = json!({"width": width / zoom, "height": height / zoom, "deviceScaleFactor": zoom, "mobile": false});
        self.tool("Emulation.setDeviceMetricsOverride", &size);
    }

    pub(crate) fn dark(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tool("Emulation.setEmulatedMedia", &features);
        // Nobody judges colours that are still on their way.
        self.run("document.getAnimations().forEach(change => change.finish())");
    }

    /// Lets pages run scripts, or none.
    pub(crate) fn scripts(&self, allowed: bool) {
        self.tool("Emulation.setScriptExecutionDisabled", &json!({"value": !allowed}));
    }

    /// What every request carries from now on, besides what was set before: `Accept-Language`, `Sec-GPC`.
    pub(crate) fn send_header(&self, name: &str, value: &str) {
        self.headers.borrow_mut().insert(name.to_owned(), json!(value));
        self.tool("Network.enable", &json!({}));
        self.tool("Network.setExtraHTTPHeaders", &json!({"headers": *self.headers.borrow()}));
    }

    /// Requests carry nothing out of the ordinary any more.
    pub(crate) fn send_no_header(&self) {
        self.headers.borrow_mut().clear();
        self.tool("Network.setExtraHTTPHeaders", &json!({"headers": {}}));
    }

    /// Loads the page once more; a page that answers a form, by sending the form once more.
    pub(crate) fn reload(&self) {
        self.leave(|browser| drop(browser.call("POST", "/refresh", &json!({}))));
    }

    /// Writes a picture of the whole page to `target/screenshots/NAME.png`.
    pub(crate) fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let taken = self.tool("Page.captureScreenshot", &json!({"format": "png", "captureBeyondViewport": true}));
        let picture = base64::engine::general_purpose::STANDARD.decode(taken["data"].as_str().unwrap()).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), picture).unwrap();
    }
}

/// "seen", or what is wrong with where the focus is.
const FOCUS_IS_SEEN: &str = r#"
    const at = document.activeElement;
    if (!at || at === document.body) return "seen";
    const name = at.outerHTML.slice(0, 120);
    if (!at.matches(":focus-visible")) return "not :focus-visible: " + name;
    const shown = [at, at.closest("label")].filter(Boolean).some(part => {
        const style = getComputedStyle(part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    if (!shown) return "no outline: " + name;
    const box = at.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return "out of sight: " + name;
    const top = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
    if (top && !at.contains(top) && !top.contains(at) && !at.closest("label")?.contains(top)) {
        return "covered by " + top.outerHTML.slice(0, 80) + ": " + name;
    }
    return "seen";
"#;

fn capabilities(profile: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    let arguments = [
        "--headless",
        "--no-sandbox", // tests may run as root, in containers that give a sandbox no room
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--hide-scrollbars=false",
        "--lang=en",
        &profile,
    ];
    let options = json!({"binary": "/usr/bin/chromium", "args": arguments});
    json!({"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}})
}

/// ChromeDriver wants the same port for IPv4 and, where there is one, IPv6, and says which it has; another start is given
/// another port.
fn driver(profile: &Path) -> (Child, u16) {
    let mut said = Vec::new();
    for _ in 0..20 {
        let mut driver = Command::new("chromedriver")
            .args([&format!("--port={}", scratch::port()), "--log-level=WARNING"])
            // Whoever runs the tests may have no home, or one that cannot be written to, and any language.
            .env("HOME", profile)
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is not there; run the tests by tests/run, which installs it");
        match port_of(&mut driver) {
            Ok(port) => return (driver, port),
            Err(words) if words.contains("port not available") => said.push(words),
            Err(words) => panic!("chromedriver ended at once: {words}"),
        }
        driver.wait().unwrap();
    }
    panic!("chromedriver found no port, {} times: {said:?}", said.len());
}

/// The port that it says it listens on, or all that it said before it ended.
fn port_of(driver: &mut Child) -> Result<u16, String> {
    let mut said = BufReader::new(driver.stdout.take().unwrap());
    let mut all = String::new();
    while said.read_line(&mut all).unwrap() > 0 {
        if let Some((_, port)) = all.rsplit_once("successfully on port ") {
            let port = port.trim().trim_end_matches('.').parse().unwrap();
            // What else it says is read, so that it never waits for a reader.
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return Ok(port);
        }
    }
    Err(all)
}

impl Drop for Browser {
    fn drop(&mut self) {
        let ended = self.try_call("DELETE", "", &Value::Null);
        // Only the driver that this test started, and the browser that the driver started for it.
        drop(self.driver.kill());
        drop(self.driver.wait());
        let command = std::fs::read(format!("/proc/{}/cmdline", self.process)).unwrap_or_default();
        let ours = String::from_utf8_lossy(&command).contains(self.profile.to_str().unwrap_or("?"));
        if ended.is_err() && ours {
            drop(Command::new("kill").args(["-KILL", &self.process.to_string()]).status());
        }
        drop(std::fs::remove_dir_all(&self.profile));
    }
}
