//! Asking for a receipt: it goes to the person's own address, whoever presses the button.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::center;
use super::pages::ReceiptPage;
use crate::ops::App;
use crate::ops::receipt;
use crate::ops::signal;
use crate::ops::visit::Place;
use crate::web::answer::{by_signal, failed, frame, page};
use crate::web::request::{Form, sent_by_form, words_for};

/// Posts the receipt.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    if form.visit(&app, Place::Preferences(&token)).is_none() {
        return center::shown(&app, &request, token.into_inner(), true).await;
    }
    let person = match receipt::ask(&app, &token).await {
        Ok(person) => person,
        Err(error) => return failed(&app, &request, &error, true),
    };
    let words = words_for(&request, person.locale.as_ref());
    match signal::obey(&app, person.recipient, sent_by_form(&app, &request, None)).await {
        Ok(stopped) => {
            let view = ReceiptPage {
                frame: frame(&app, words),
                token: token.into_inner(),
                masked_address: person.masked_address,
                by_signal: by_signal(stopped.as_ref(), words),
            };
            page(StatusCode::OK, &view)
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}
