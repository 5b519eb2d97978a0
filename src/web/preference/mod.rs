//! What recipients see: the page behind a link, the preference page, help.

pub(super) mod center;
pub(super) mod pages;
pub(super) mod receipt;
pub(super) mod unsubscribe;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{frame, page};
use super::request::words_for;
use crate::ops::App;
use crate::ops::lists::ListName;
use pages::{HelpPage, ListView};

/// How to stop mail and how to reach us.
pub(super) async fn help(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    page(StatusCode::OK, &HelpPage { frame: frame(&app, words_for(&request, None)) })
}

fn list_view(name: ListName) -> ListView {
    match name {
        ListName::Topic(name) => ListView::Topic(name),
        ListName::Partner(name) => ListView::Partner(name),
        ListName::Company => ListView::Company,
        ListName::AllPartners => ListView::AllPartners,
        ListName::Everything => ListView::Everything,
    }
}
