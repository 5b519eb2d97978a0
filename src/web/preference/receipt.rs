//! Asking for a receipt: it goes to the person's own address, whoever presses the button.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::pages::ReceiptPage;
use crate::ops::App;
use crate::ops::receipt;
use crate::web::answer::{failed, frame, page};
use crate::web::request::words_for;

/// Posts the receipt.
pub(in crate::web) async fn send(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    match receipt::ask(&app, &token).await {
        Ok(person) => {
            let words = words_for(&request, person.locale.as_ref());
            let masked_address = person.masked_address;
            page(StatusCode::OK, &ReceiptPage { frame: frame(&app, words), token: token.into_inner(), masked_address })
        }
        Err(error) => failed(&app, &request, &error, true),
    }
}
