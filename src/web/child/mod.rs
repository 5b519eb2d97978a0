//! Reporting a child's address: by the link of a message, or by typing it.

mod pages;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::Address;
use crate::ops::App;
use crate::ops::child::{self, Typed};
use crate::web::answer::{failed, frame, page, too_many};
use crate::web::request::{Form, new_visit, sent_by, words_for};
use pages::{ChildDonePage, ChildLaterPage, ChildPage, TypedChildPage};

/// What a report would do. It changes nothing, however often it is fetched (G6).
pub(super) async fn ask(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    shown(&app, &request, token.into_inner(), StatusCode::OK).await
}

async fn shown(app: &App, request: &HttpRequest, token: String, status: StatusCode) -> HttpResponse {
    let asked = match child::ask(app, &token).await {
        Ok(asked) => asked,
        Err(error) => return failed(app, request, &error, false),
    };
    let view = ChildPage {
        frame: frame(app, words_for(request, asked.locale.as_ref())),
        token,
        masked_address: asked.masked_address,
        age: app.settings.age_limit.into(),
        visit: new_visit(),
    };
    page(status, &view)
}

/// Reports by link, and answers when it is final (G3). A form that is not the page's own erases nobody (CONFORMANCE N3).
pub(super) async fn report(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    if !form.is_of_a_page() {
        return shown(&app, &request, token.into_inner(), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match child::report_by_link(&app, &token, sent_by(&app, &request, form.visit())).await {
        Ok(receipt) => {
            let words = words_for(&request, receipt.locale.as_ref());
            let address = [("address", receipt.masked_address.as_str().into())];
            let lead =
                if receipt.news { words.with("child-done-erased", &address) } else { words.say("child-done-before") };
            let on_its_way = receipt.on_its_way.into_iter().next();
            page(StatusCode::OK, &ChildDonePage { frame: frame(&app, words), lead, on_its_way })
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}

/// The form that takes an address.
pub(super) async fn ask_address(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    typed(&app, &request, StatusCode::OK, String::new(), false)
}

fn typed(app: &App, request: &HttpRequest, status: StatusCode, typed: String, bad: bool) -> HttpResponse {
    let frame = frame(app, words_for(request, None));
    page(status, &TypedChildPage { frame, age: app.settings.age_limit.into(), typed, bad, visit: new_visit() })
}

/// Reports the address that was typed.
pub(super) async fn report_address(app: web::Data<App>, request: HttpRequest, form: Form) -> HttpResponse {
    let written = form.first("address").unwrap_or_default().trim().to_owned();
    let Ok(address) = Address::parse(&written) else {
        return typed(&app, &request, StatusCode::UNPROCESSABLE_ENTITY, written, true);
    };
    if !form.is_of_a_page() {
        return typed(&app, &request, StatusCode::UNPROCESSABLE_ENTITY, written, false);
    }
    match child::report_address(&app, &address, sent_by(&app, &request, form.visit())).await {
        Ok(Typed::TooMany) => {
            let view = ChildLaterPage { frame: frame(&app, words_for(&request, None)) };
            too_many(&view)
        }
        Ok(Typed::Reported) => {
            let words = words_for(&request, None);
            let lead = words.say("child-done-typed");
            page(StatusCode::OK, &ChildDonePage { frame: frame(&app, words), lead, on_its_way: None })
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}
