//! Where an address is typed: by somebody who has no link, and by somebody whose new address was none.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::pages::AddressPage;
use crate::ops::App;
use crate::ops::data::{self, LinkError};
use crate::ops::unsubscribe::ChoiceError;
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page};
use crate::web::request::{Form, sent_by, words_for};
use crate::words::Words;

/// Where somebody without a link asks for one.
pub(in crate::web) async fn link_form(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    page(StatusCode::OK, &link_page(&app, words_for(&request, None), None))
}

fn link_page(app: &App, words: Words, bad: Option<&str>) -> AddressPage {
    let frame = frame(app, words);
    let remove = [("address", frame.sender.remove_address.clone().into())];
    AddressPage {
        title: words.plain("data-link-title"),
        lead: words.with("data-link-lead", &remove),
        label: words.say("data-link-field"),
        button: words.say("data-link-button"),
        to: "/preferences".to_owned(),
        wish: None,
        bad: bad.map(|typed| bad_address(words, typed)),
        typed: bad.unwrap_or_default().to_owned(),
        visit: None,
        stale: false,
        frame,
    }
}

/// What is wrong with what was typed, and how to mend it.
fn bad_address(words: Words, typed: &str) -> String {
    let fault = if typed.trim().is_empty() { "signup-fault-address-missing" } else { "signup-fault-address" };
    words.say(fault)
}

/// The new address once more: to be mended, or to be sent again.
pub(super) fn move_page(app: &App, words: Words, token: &str, typed: &str, stale: bool) -> AddressPage {
    AddressPage {
        title: words.plain("data-move-title"),
        lead: words.say("data-about"),
        label: words.say("data-move"),
        button: words.say("data-move-button"),
        to: format!("/preferences/{token}/data"),
        wish: Some("move"),
        bad: (!stale).then(|| bad_address(words, typed)),
        typed: typed.to_owned(),
        visit: Some(visit::begin(app, Place::Preferences(token))),
        stale,
        frame: frame(app, words),
    }
}

/// Posts a link, if we know the address; the answer is the same for every address.
pub(in crate::web) async fn link(app: web::Data<App>, request: HttpRequest, form: Form) -> HttpResponse {
    let words = words_for(&request, None);
    let typed = form.first("address").unwrap_or_default();
    match data::link(&app, typed, &sent_by(&app, &request), words).await {
        Ok(address) => {
            let lead = words.with("data-link-sent", &[("address", address.to_string().into())]);
            super::plain(&app, words, words.plain("data-link-sent-title"), vec![lead], true, None)
        }
        Err(LinkError::Address(_)) => page(StatusCode::UNPROCESSABLE_ENTITY, &link_page(&app, words, Some(typed))),
        Err(LinkError::Store(error)) => failed(&app, &request, &ChoiceError::Store(error), true),
    }
}
