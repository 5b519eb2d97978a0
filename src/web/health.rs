//! Health: the process lives; it can do its work.

use actix_web::{HttpResponse, web};

use crate::ops::App;

/// The process answers.
pub(super) async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// The database answers too.
pub(super) async fn ready(app: web::Data<App>) -> HttpResponse {
    match app.answers().await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(error) => {
            tracing::warn!(%error, "The database does not answer");
            let said = "not ready: the database does not answer\n";
            HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body(said)
        }
    }
}
