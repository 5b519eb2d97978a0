//! Reporting a child's address: by the link of a message, or by typing it.

mod pages;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::Address;
use crate::ops::App;
use crate::ops::child::{self, Typed};
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page, too_many};
use crate::web::preference::pages::UndoView;
use crate::web::request::{Form, sent_by, sent_on, words_for};
use pages::{ChildDonePage, ChildLaterPage, ChildPage, ChildToldPage, TypedChildPage};

/// What a report would do. It changes nothing, however often it is fetched (G6).
pub(super) async fn ask(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    shown(&app, &request, token.into_inner(), false).await
}

/// The page; `stale` where a form came that was not its own, or too old.
async fn shown(app: &App, request: &HttpRequest, token: String, stale: bool) -> HttpResponse {
    let asked = match child::ask(app, &token).await {
        Ok(asked) => asked,
        Err(error) => return failed(app, request, &error, false),
    };
    let view = ChildPage {
        frame: frame(app, words_for(request, asked.locale.as_ref())),
        visit: visit::begin(app, Place::Child(&token)),
        token,
        masked_address: asked.masked_address,
        age: app.settings.age_limit.into(),
        stale,
    };
    page(if stale { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

/// Reports by link, and answers when it is final (G3). A form that is not the page's own reports nobody (CONFORMANCE N3).
pub(super) async fn report(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    let sent = sent_on(&app, &request, &form, Place::Child(&token));
    if sent.visit.is_none() {
        return shown(&app, &request, token.into_inner(), true).await;
    }
    match child::report_by_link(&app, &token, sent, words_for(&request, None)).await {
        Ok(receipt) => {
            let words = words_for(&request, receipt.locale.as_ref());
            let address = [("address", receipt.masked_address.as_str().into())];
            let lead =
                if receipt.news { words.with("child-done-stopped", &address) } else { words.say("child-done-before") };
            let view = ChildDonePage {
                frame: frame(&app, words),
                visit: visit::begin(&app, Place::Child(&token)),
                lead,
                told: receipt.posted.then(|| words.with("child-letter-sent", &address)),
                on_its_way: receipt.on_its_way.into_iter().next(),
                undo: receipt.undo.map(|token| UndoView { token }),
                letter: Some(token.into_inner()),
                masked_address: receipt.masked_address,
            };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// Sends the mailbox the letter with the links that erase everything, or lift the report.
pub(super) async fn send_letter(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    if form.visit(&app, Place::Child(&token)).is_none() {
        return shown(&app, &request, token.into_inner(), true).await;
    }
    match child::send_letter(&app, &token, words_for(&request, None)).await {
        Ok(told) => {
            let words = words_for(&request, told.locale.as_ref());
            let address = [("address", told.masked_address.as_str().into())];
            let (title, lead) = if told.posted {
                (words.plain("data-asked-title"), words.with("child-letter-sent", &address))
            } else {
                (words.plain("data-asked-often-title"), words.with("data-asked-often", &address))
            };
            let view = ChildToldPage { frame: frame(&app, words), title, lead, token: token.into_inner() };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// The form that takes an address.
pub(super) async fn ask_address(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    typed(&app, &request, StatusCode::OK, String::new(), false)
}

fn typed(app: &App, request: &HttpRequest, status: StatusCode, typed: String, bad: bool) -> HttpResponse {
    let view = TypedChildPage {
        frame: frame(app, words_for(request, None)),
        age: app.settings.age_limit.into(),
        stale: status != StatusCode::OK && !bad,
        typed,
        bad,
        visit: visit::begin(app, Place::TypedChild),
    };
    page(status, &view)
}

/// Reports the address that was typed.
pub(super) async fn report_address(app: web::Data<App>, request: HttpRequest, form: Form) -> HttpResponse {
    let written = form.first("address").unwrap_or_default().trim().to_owned();
    let Ok(address) = Address::parse(&written) else {
        return typed(&app, &request, StatusCode::UNPROCESSABLE_ENTITY, written, true);
    };
    if form.visit(&app, Place::TypedChild).is_none() {
        return typed(&app, &request, StatusCode::UNPROCESSABLE_ENTITY, written, false);
    }
    let words = words_for(&request, None);
    match child::report_address(&app, &address, sent_by(&app, &request), words).await {
        Ok(Typed::TooMany) => too_many(&ChildLaterPage { frame: frame(&app, words) }),
        Ok(Typed::Reported) => {
            let view = ChildDonePage {
                frame: frame(&app, words),
                visit: String::new(),
                lead: words.say("child-done-typed"),
                told: None,
                on_its_way: None,
                undo: None,
                letter: None,
                masked_address: String::new(),
            };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}
