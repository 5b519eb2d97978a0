//! The page behind the link of the letter: GET shows, POST acts (G6).

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::pages::{ConfirmPage, DonePage, OverPage};
use crate::domain::signup::{CONFIRM_HOURS, KEPT_HOURS};
use crate::ops::App;
use crate::ops::signup::confirm::{self, Behind, ConfirmError, Done, Pressed};
use crate::ops::visit::{self, Place};
use crate::web::answer::{failed, frame, page};
use crate::web::request::{Form, asks_for_privacy, sent_by, words_for};
use crate::words::Words;

/// Shows what was asked for, and the button. It changes nothing, however often it is fetched.
pub(in crate::web) async fn ask(app: web::Data<App>, request: HttpRequest, token: web::Path<String>) -> HttpResponse {
    asked(app, request, token, StatusCode::OK).await
}

async fn asked(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    status: StatusCode,
) -> HttpResponse {
    match confirm::view(&app, &token).await {
        Ok(Behind::Done(done)) => page(StatusCode::OK, &done_page(&app, done)),
        Ok(Behind::Waiting { masked_address, wordings, partner, reported, partner_on, language }) => {
            let words = Words::new(language);
            let before = match (partner_on, partner) {
                (true, _) => Some(words.say("preference-gpc-before")),
                (false, true) => Some(words.say("signup-partner-off")),
                (false, false) => None,
            };
            let view = ConfirmPage {
                frame: frame(&app, words),
                visit: visit::begin(&app, Place::SignUp(&token)),
                token: token.into_inner(),
                masked_address,
                reported,
                stale: status != StatusCode::OK,
                wordings,
                days: KEPT_HOURS / 24,
                gpc: before.filter(|_| asks_for_privacy(&request)),
            };
            page(status, &view)
        }
        Err(error) => not_possible(&app, &request, error, false),
    }
}

/// Makes the sign-up count; what no form of the page sent is shown the page (CONFORMANCE N3).
pub(in crate::web) async fn say_yes(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
    form: Form,
) -> HttpResponse {
    if form.visit(&app, Place::SignUp(&token)).is_none() {
        return asked(app, request, token, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let pressed = Pressed { evidence: sent_by(&app, &request).evidence, gpc: asks_for_privacy(&request) };
    match confirm::confirm(&app, &token, pressed).await {
        Ok(done) => page(StatusCode::OK, &done_page(&app, done)),
        Err(error) => not_possible(&app, &request, error, true),
    }
}

fn done_page(app: &App, done: Done) -> DonePage {
    let words = Words::new(done.language);
    let gpc = match (done.partner_stopped, done.partner_by_signal) {
        (true, _) => Some(words.say("preference-partner-by-signal")),
        (false, true) => Some(words.say("signup-done-partner-off")),
        (false, false) => None,
    };
    DonePage {
        frame: frame(app, words),
        masked_address: done.masked_address,
        on: done.on,
        off: done.off,
        gpc,
        receipt: done.receipt,
        preferences: done.preferences,
    }
}

fn not_possible(app: &App, request: &HttpRequest, error: ConfirmError, acting: bool) -> HttpResponse {
    match error {
        ConfirmError::Over => {
            let view = OverPage { frame: frame(app, words_for(request, None)), hours: CONFIRM_HOURS };
            page(StatusCode::GONE, &view)
        }
        error => failed(app, request, &error.into(), acting),
    }
}
