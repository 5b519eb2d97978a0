//! What every answer carries, whatever it answers.

use super::support::house::House;
use super::support::web::{Answer, get, one_click};

#[track_caller]
fn strict(answer: &Answer, path: &str) {
    let is = |name: &str, wanted: &str| {
        let value = answer.header(name).unwrap_or_default();
        assert!(value.contains(wanted), "{path}: {name} is {value:?}");
    };
    for wanted in ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
        is("content-security-policy", wanted);
    }
    is("x-content-type-options", "nosniff");
    is("referrer-policy", "no-referrer");
    is("cache-control", "no-store");
    is("strict-transport-security", "max-age=31536000");
    if !answer.body.is_empty() {
        is("content-type", "; charset=utf-8");
    }
    for name in ["set-cookie", "access-control-allow-origin", "location", "server", "x-powered-by"] {
        assert_eq!(answer.header(name), None, "{path}");
    }
}

#[test]
fn every_answer_of_a_page_has_the_strict_headers() {
    let mut house = House::on_sqlite();
    house.people(&[("ada@example.org", "yes", "yes")]);
    let link = house.link("ada@example.org", &["--stream", "company"]);
    house.set("CONSENTRY_BASE_URL", "https://mail.example.org");
    let web = house.serve_with(&["--only", "web"]);
    for path in ["/", "/help", "/child", "/signup", "/preferences", "/u/nonsense", "/nothing", link.as_str()] {
        strict(&get(&web.url(path)), path);
    }
    strict(&one_click(&web.url(&link)), "one-click");
    strict(&one_click(&web.url("/u/nonsense")), "one-click by nobody");
    strict(&one_click(&web.url("/help")), "a method that is not here");
    web.stop();
}
