//! Turning pages and errors into answers: the one place that decides status and words for people.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::frame::{FrameView, SenderView};
use super::preference::pages::{ErasedPage, ErrorPage, RefusedPage};
use super::request::words_for;
use crate::ops::App;
use crate::ops::check::chain;
use crate::ops::unsubscribe::{ChoiceError, Receipt};
use crate::words::Words;

const CSS: &str = include_str!("../../static/app.css");
const ICON: &str = include_str!("../../static/icon.svg");
/// Seconds after which asking again makes sense.
const RETRY_SECONDS: &str = "5";

/// What stands around every page.
pub(super) fn frame(app: &App, words: Words) -> FrameView {
    let settings = &app.settings;
    let company = settings.from_company.as_ref();
    let domain = company.map_or_else(|| "localhost".to_owned(), |from| from.address.domain().to_owned());
    let remove = settings.remove_address.clone().unwrap_or_else(|| format!("remove@{domain}"));
    FrameView {
        words,
        lang: words.language().tag(),
        dir: words.language().dir(),
        sender: SenderView {
            name: settings.sender_name(),
            postal_address: settings.postal_address.clone().unwrap_or_default(),
            contact: remove.clone(),
            remove_address: remove,
        },
    }
}

/// Seconds after which whoever asked too often may ask again.
const LATER_SECONDS: &str = "3600";

/// The answer to whoever asked too often within the hour.
pub(super) fn too_many(view: &impl Template) -> HttpResponse {
    let mut answer = page(StatusCode::TOO_MANY_REQUESTS, view);
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(LATER_SECONDS));
    answer
}

/// A page with its status. A page that cannot be rendered is our bug and says so.
pub(super) fn page(status: StatusCode, page: &impl Template) -> HttpResponse {
    match page.render() {
        Ok(html) => HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!(%error, "A page could not be rendered");
            HttpResponse::InternalServerError()
                .content_type("text/plain; charset=utf-8")
                .body("Sorry, this is our fault.\n")
        }
    }
}

/// One plain page for every link that is not good: it tells nobody whether an address exists (CONFORMANCE A11).
pub(super) fn refused(app: &App, request: &HttpRequest) -> HttpResponse {
    page(StatusCode::NOT_FOUND, &RefusedPage { frame: frame(app, words_for(request, None)) })
}

/// What went wrong with a choice. The cause goes to the log, once; the person gets a number to name.
pub(super) fn failed(app: &App, request: &HttpRequest, error: &ChoiceError, acting: bool) -> HttpResponse {
    match error {
        ChoiceError::Link(_) | ChoiceError::NobodyKnown | ChoiceError::NotUndoable => refused(app, request),
        ChoiceError::Erased => page(StatusCode::GONE, &ErasedPage { frame: frame(app, words_for(request, None)) }),
        ChoiceError::Store(store) => {
            let incident = incident();
            let busy = store.is_temporary();
            tracing::error!(incident, busy, cause = chain(error), "A request failed");
            let status = if busy { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::INTERNAL_SERVER_ERROR };
            let frame = frame(app, words_for(request, None));
            let mut answer = page(status, &ErrorPage { frame, incident, busy, acting });
            if busy {
                answer
                    .headers_mut()
                    .insert(RETRY_AFTER, actix_web::http::header::HeaderValue::from_static(RETRY_SECONDS));
            }
            answer
        }
    }
}

/// A number that a person can name and staff can find in the log.
fn incident() -> String {
    let mut bytes = [0; 6];
    match getrandom::fill(&mut bytes) {
        Ok(()) => data_encoding::BASE32_NOPAD.encode(&bytes),
        Err(_) => "UNKNOWN".to_owned(),
    }
}

/// The one style sheet. It is the same for everybody, so it may be cached.
pub(super) async fn style() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").insert_header((CACHE_CONTROL, "max-age=3600")).body(CSS)
}

/// The icon.
pub(super) async fn icon() -> HttpResponse {
    HttpResponse::Ok().content_type("image/svg+xml").insert_header((CACHE_CONTROL, "max-age=86400")).body(ICON)
}

/// What the browser's signal stopped, as sentences.
pub(super) fn by_signal(stopped: Option<&Receipt>, words: Words) -> Vec<String> {
    let Some(stopped) = stopped else { return Vec::new() };
    let late = stopped.on_its_way.iter();
    let late = late.map(|subject| words.with("preference-on-its-way", &[("subject", subject.as_str().into())]));
    std::iter::once(words.say("preference-partner-by-signal")).chain(late).collect()
}
