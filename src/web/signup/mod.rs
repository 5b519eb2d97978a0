//! The public sign-up form, its copy for other sites, and the page behind the link that confirms it.
//!
//! The form needs no token against forgery: a POST from anywhere, by anybody, for any address, makes a letter to that
//! address and nothing else. That is also why it may stand on other sites as plain HTML.

pub(in crate::web) mod confirm;
mod pages;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template as _;

use super::answer::{failed, frame, page, too_many};
use super::request::{Form, asks_for_privacy, sent_by, words_for};
use crate::domain::recipient::Locale;
use crate::domain::signup::CONFIRM_HOURS;
use crate::ops::signup::ask::{self, AddressFault, Asked, Faults, Typed, WantsFault};
use crate::ops::signup::{self, Offer, Offered};
use crate::ops::{App, StoreError};
use crate::words::Words;
use pages::{BoxView, EmbedPage, FaultsView, FormPage, LaterPage, SentPage, Snippet, TypedView, YoungPage};

/// The words of a page: in the language that the address names (`?language=de`), else in the browser's.
fn words_of(request: &HttpRequest, language: Option<&str>) -> Words {
    words_for(request, language.and_then(|tag| Locale::parse(tag).ok().flatten()).as_ref())
}

fn asked_language(request: &HttpRequest) -> Option<String> {
    let query = url::form_urlencoded::parse(request.query_string().as_bytes());
    query.into_iter().find(|(name, _)| name == "language").map(|(_, tag)| tag.into_owned())
}

/// The form, with nothing ticked.
pub(in crate::web) async fn show(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    let words = words_of(&request, asked_language(&request).as_deref());
    match signup::offer(&app, words).await {
        Ok(offer) => page(StatusCode::OK, &form(&app, &request, words, &offer, &Typed::default(), Faults::default())),
        Err(error) => failed(&app, &request, &error.into(), false),
    }
}

/// Takes a form in. Its answer is the same whoever the address belongs to.
pub(in crate::web) async fn send(app: web::Data<App>, request: HttpRequest, sent: Form) -> HttpResponse {
    let words = words_of(&request, sent.first("language"));
    let typed = Typed {
        address: sent.first("address").unwrap_or_default().to_owned(),
        name: sent.first("name").unwrap_or_default().to_owned(),
        wants: sent.all("want").map(str::to_owned).collect(),
        old_enough: match sent.first("age") {
            Some("over") => Some(true),
            Some("under") => Some(false),
            _ => None,
        },
        gpc: asks_for_privacy(&request),
    };
    let evidence = sent_by(&app, &request).evidence;
    match ask::ask(&app, words, &typed, &evidence).await {
        Ok(Asked::Kept { partner_left_out }) => {
            let view = SentPage {
                frame: frame(&app, words),
                address: typed.address.trim().to_owned(),
                hours: CONFIRM_HOURS,
                gpc: partner_left_out.then(|| words.say("signup-done-partner-off")),
            };
            page(StatusCode::OK, &view)
        }
        Ok(Asked::TooYoung) => {
            page(StatusCode::OK, &YoungPage { frame: frame(&app, words), age: app.settings.age_limit })
        }
        Ok(Asked::TooMany) => too_many(&LaterPage { frame: frame(&app, words) }),
        Ok(Asked::Faulty(faults)) => match signup::offer(&app, words).await {
            Ok(offer) => {
                let again = form(&app, &request, words, &offer, &typed, faults);
                page(StatusCode::UNPROCESSABLE_ENTITY, &again)
            }
            Err(error) => failed(&app, &request, &error.into(), true),
        },
        Err(error) => failed(&app, &request, &error.into(), true),
    }
}

/// The form as HTML for another site, ready to copy.
pub(in crate::web) async fn embed(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    let words = words_of(&request, asked_language(&request).as_deref());
    match signup::offer(&app, words).await {
        Ok(offer) => page(StatusCode::OK, &EmbedPage { frame: frame(&app, words), code: snippet(&app, words, &offer) }),
        Err(error) => failed(&app, &request, &error.into(), false),
    }
}

/// The form as HTML for another site, in a language.
///
/// # Errors
/// The database says no.
pub async fn form_for_other_sites(app: &App, words: Words) -> Result<String, StoreError> {
    Ok(snippet(app, words, &signup::offer(app, words).await?))
}

fn snippet(app: &App, words: Words, offer: &Offer) -> String {
    let base = app.settings.base_url.as_str().trim_end_matches('/');
    let form = Snippet {
        frame: frame(app, words),
        action: format!("{base}/signup"),
        company: boxes(&offer.company, &[]),
        partners: boxes(&offer.partners, &[]),
        age: app.settings.age_limit,
    };
    form.render().unwrap_or_else(|error| {
        tracing::error!(%error, "The form for other sites could not be rendered");
        String::new()
    })
}

fn boxes(offered: &[Offered], ticked: &[String]) -> Vec<BoxView> {
    let view = |offered: &Offered| {
        let value = offered.scope.to_string();
        BoxView { ticked: ticked.contains(&value), label: offered.label.clone(), value }
    };
    offered.iter().map(view).collect()
}

fn form(app: &App, request: &HttpRequest, words: Words, offer: &Offer, typed: &Typed, faults: Faults) -> FormPage {
    FormPage {
        frame: frame(app, words),
        company: boxes(&offer.company, &typed.wants),
        partners: boxes(&offer.partners, &typed.wants),
        gpc: asks_for_privacy(request) && !offer.partners.is_empty(),
        age: app.settings.age_limit,
        typed: TypedView { address: typed.address.clone(), name: typed.name.clone(), old_enough: typed.old_enough },
        faults: FaultsView {
            address: faults.address.map(|fault| match fault {
                AddressFault::Missing => words.say("signup-fault-address-missing"),
                AddressFault::NotOne => words.say("signup-fault-address"),
            }),
            name: faults.name.then(|| words.say("signup-fault-name")),
            wants: faults.wants.map(|fault| match fault {
                WantsFault::Nothing => words.say("signup-fault-wants"),
                WantsFault::Gone => words.say("signup-fault-gone"),
            }),
            age: faults.age.then(|| words.say("signup-fault-age")),
        },
    }
}
