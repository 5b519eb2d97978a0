//! What recipients see: the page behind a link, the preference page, help.

pub(super) mod center;
pub(super) mod pages;
pub(super) mod unsubscribe;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};

use super::answer::{frame, page};
use crate::ops::App;
use crate::ops::lists::ListName;
use pages::{HelpPage, ListView};

/// How to stop mail and how to reach us.
pub(super) async fn help(app: web::Data<App>) -> HttpResponse {
    page(StatusCode::OK, &HelpPage { frame: frame(&app) })
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

/// A moment as people read it.
fn shown(at: DateTime<Utc>) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}
