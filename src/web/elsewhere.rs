//! Forms that come from other sites.
//!
//! A page of somebody else can let its visitors' browsers post to us, and each of them is another network (ASVS 5.0
//! 3.5.1). So a form that a browser says it sends from another site is refused, but for two that are meant to come from
//! anywhere: a one-click with its body (RFC 8058 section 3.1), which its handler looks at, and a sign-up, which makes a
//! letter to its address and nothing else and stands on other sites as plain HTML.
//!
//! `Sec-Fetch-Site` decides where it is there. `Origin` is asked where it is not: our pages send no referrer, and with
//! that a browser says `Origin: null` of our own forms too (Fetch, "append a request `Origin` header"), so `null` says
//! nothing. What carries neither comes from no browser of these years; there the link, or the word of the visit, is what
//! counts.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, HeaderMap, ORIGIN};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse};
use url::Url;

use super::answer::{frame, page};
use super::preference::pages::ElsewherePage;
use super::request::words_for;
use crate::ops::App;

/// Refuses what comes from another site, but where the handler decides.
pub(super) async fn refuse_other_sites(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let app = request.app_data::<Data<App>>().cloned();
    if let Some(app) = app.filter(|app| !is_open_to_all(request.path()) && is_from_elsewhere(app, request.request())) {
        let answer = not_ours(&app, request.request());
        return Ok(request.into_response(answer));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// A sign-up comes from anywhere; of `/u/{token}` the handler reads the body first.
fn is_open_to_all(path: &str) -> bool {
    path == "/signup" || path.strip_prefix("/u/").is_some_and(|token| !token.contains('/'))
}

/// Whether a browser says that it posts this from another site.
pub(super) fn is_from_elsewhere(app: &App, request: &HttpRequest) -> bool {
    request.method() == Method::POST && crosses(request.headers(), app.settings.base_url.as_str())
}

fn crosses(headers: &HeaderMap, base_url: &str) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("Sec-Fetch-Site") {
        return !["same-origin", "same-site", "none"].iter().any(|ours| site.as_bytes() == ours.as_bytes());
    }
    let Some(origin) = headers.get(ORIGIN) else { return false };
    if origin.as_bytes() == b"null" {
        return false;
    }
    let Some(origin) = origin.to_str().ok().and_then(|text| Url::parse(text).ok()) else { return true };
    let ours = Url::parse(base_url).is_ok_and(|ours| ours.origin() == origin.origin());
    // The host that the browser itself asked: no page can put another one there.
    let authority = |url: &Url| {
        let host = url.host_str()?.to_owned();
        Some(url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}")))
    };
    let asked = said(HOST.as_str()).is_some_and(|host| authority(&origin).as_deref() == Some(host));
    !(ours || asked)
}

/// The answer: nothing was done, and here is the page with the button.
pub(super) fn not_ours(app: &App, request: &HttpRequest) -> HttpResponse {
    let view = ElsewherePage { frame: frame(app, words_for(request, None)), to: page_of(request.path()) };
    page(StatusCode::FORBIDDEN, &view)
}

/// Where the form of a route stands; none where no link leads there.
fn page_of(path: &str) -> Option<String> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [_, _, "undo", _] => None,
        [_, "preferences", token, "data" | "receipt"] => Some(format!("/preferences/{token}")),
        [_, "child", token, "letter"] => Some(format!("/child/{token}")),
        _ => Some(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn is_refused(headers: &[(&'static str, &'static str)]) -> bool {
        let pairs = headers.iter();
        let pairs = pairs.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        crosses(&pairs.collect(), "https://mail.example.org/prefs")
    }

    #[test]
    fn what_a_browser_says_of_the_site_decides_and_then_the_origin() {
        for good in [
            &[][..],
            &[("sec-fetch-site", "same-origin"), ("origin", "null")],
            &[("sec-fetch-site", "none")],
            &[("origin", "null")],
            &[("origin", "https://mail.example.org")],
            &[("origin", "https://alias.example.org"), ("host", "alias.example.org")],
            &[("origin", "http://[::1]:8025"), ("host", "[::1]:8025")],
        ] {
            assert!(!is_refused(good), "{good:?}");
        }
        for bad in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://mail.example.org")],
            &[("sec-fetch-site", "")],
            &[("origin", "https://evil.example")],
            &[("origin", "https://mail.example.org.evil.example"), ("host", "mail.example.org")],
            &[("origin", "http://mail.example.org")],
            &[("origin", "https://mail.example.org:8443"), ("host", "mail.example.org")],
            &[("origin", "mail.example.org")],
            &[("origin", "")],
        ] {
            assert!(is_refused(bad), "{bad:?}");
        }
    }

    #[test]
    fn the_page_of_a_form_is_where_its_button_stands() {
        for (path, page) in [
            ("/child", Some("/child")),
            ("/child/abc/letter", Some("/child/abc")),
            ("/preferences/abc/data", Some("/preferences/abc")),
            ("/preferences/abc/receipt", Some("/preferences/abc")),
            ("/data/abc", Some("/data/abc")),
            ("/u/undo/abc", None),
        ] {
            assert_eq!(page_of(path).as_deref(), page, "{path}");
        }
    }
}
