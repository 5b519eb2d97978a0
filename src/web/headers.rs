//! What every answer carries: nothing is cached, framed, sniffed, sent on as a referrer or loaded from elsewhere.

use actix_web::middleware::DefaultHeaders;

const ALWAYS: [(&str, &str); 7] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex, nofollow"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// For our own name only: what stands under it is for others to say.
const HTTPS_ONLY: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// The fields; one more where the pages are reached by https.
pub(super) fn always(https: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    ALWAYS.into_iter().chain(https.then_some(HTTPS_ONLY))
}

/// The same, for what handlers answer.
pub(super) fn of_handlers(https: bool) -> DefaultHeaders {
    always(https).fold(DefaultHeaders::new(), DefaultHeaders::add)
}
