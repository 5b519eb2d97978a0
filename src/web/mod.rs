//! The web: public pages, one-click, health. actix-web lives here (and in the catcher's view) and nowhere else.
//!
//! Powers: calls operations, fills pages. Never: SQL, SMTP, minting a link. GET and HEAD change nothing (G6): only the
//! handlers of POST call an operation that writes, and every route stands in [`routes`].

mod answer;
mod child;
mod connections;
mod data;
mod frame;
mod health;
mod multipart;
mod policy;
mod preference;
mod request;
mod signup;

use std::net::SocketAddr;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{DefaultHeaders, from_fn};
use actix_web::{App as Site, HttpServer, web};

use connections::{Connections, HEAD_TIMEOUT, IDLE_TIMEOUT, end_when_many};

use crate::ops::App;
pub use signup::form_for_other_sites;

/// Seconds that open requests have to end when the server stops.
const DRAIN_SECONDS: u64 = 15;

/// The web server does not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken or not ours to take.
    #[error("cannot listen on {address}: {reason}; is another consentry running? choose another CONSENTRY_LISTEN")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        reason: std::io::Error,
    },
    /// It ended by itself.
    #[error("the web server ended")]
    Ended(#[from] std::io::Error),
}

/// A server that has its port and runs.
pub struct Server {
    handle: ServerHandle,
    running: tokio::task::JoinHandle<std::io::Result<()>>,
    address: SocketAddr,
}

impl Server {
    /// Takes the port and starts answering.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub fn start(app: &App) -> Result<Self, ServeError> {
        let state = web::Data::new(app.clone());
        let https = app.settings.base_url.as_str().starts_with("https://");
        let connections = Connections::default();
        let counted = connections.count();
        let connections = web::Data::new(connections);
        let server = HttpServer::new(move || {
            let site = Site::new().app_data(state.clone()).app_data(connections.clone());
            site.wrap(headers(https)).wrap(from_fn(end_when_many)).configure(routes)
        });
        let server = server.on_connect(counted).client_request_timeout(HEAD_TIMEOUT).keep_alive(IDLE_TIMEOUT);
        let address = app.settings.listen;
        let refused = |reason| ServeError::Listen { address, reason };
        let server = server.workers(workers()).disable_signals().shutdown_timeout(DRAIN_SECONDS);
        let server = server.bind(address).map_err(refused)?;
        let address = server.addrs().first().copied().unwrap_or(address);
        let server = server.run();
        let handle = server.handle();
        Ok(Self { handle, running: tokio::spawn(server), address })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers what is open, and stops.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub async fn stop(self) -> Result<(), ServeError> {
        self.handle.stop(true).await;
        match self.running.await {
            Ok(ended) => Ok(ended?),
            Err(error) => Err(ServeError::Ended(std::io::Error::other(error))),
        }
    }
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// What every answer carries: nothing is cached, framed, sniffed, sent on as a referrer or loaded from elsewhere.
fn headers(https: bool) -> DefaultHeaders {
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                  frame-ancestors 'none'";
    let headers = DefaultHeaders::new()
        .add(("Content-Security-Policy", policy))
        .add(("Cache-Control", "no-store"))
        .add(("Referrer-Policy", "no-referrer"))
        .add(("X-Content-Type-Options", "nosniff"))
        .add(("X-Robots-Tag", "noindex, nofollow"))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
        .add(("Cross-Origin-Resource-Policy", "same-origin"));
    if https { headers.add(("Strict-Transport-Security", "max-age=31536000; includeSubDomains")) } else { headers }
}

/// Every route of the server.
fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/u/undo/{token}")
                .route(web::post().to(preference::unsubscribe::undo))
                .default_service(web::to(preference::unsubscribe::not_here)),
        )
        .service(
            web::resource("/u/{token}")
                .route(web::get().to(preference::unsubscribe::ask))
                .route(web::head().to(preference::unsubscribe::ask))
                .route(web::post().to(preference::unsubscribe::stop)),
        )
        .service(
            web::resource("/child")
                .route(web::get().to(child::ask_address))
                .route(web::head().to(child::ask_address))
                .route(web::post().to(child::report_address)),
        )
        .service(
            web::resource("/child/{token}")
                .route(web::get().to(child::ask))
                .route(web::head().to(child::ask))
                .route(web::post().to(child::report)),
        )
        .service(
            web::resource("/policy/undo/{token}")
                .route(web::post().to(policy::undo))
                .default_service(web::to(preference::unsubscribe::not_here)),
        )
        .service(
            web::resource("/policy/{token}")
                .route(web::get().to(policy::show))
                .route(web::head().to(policy::show))
                .route(web::post().to(policy::answer)),
        )
        .service(
            web::resource("/preferences")
                .route(web::get().to(data::link_form))
                .route(web::head().to(data::link_form))
                .route(web::post().to(data::link)),
        )
        .service(
            web::resource("/preferences/{token}/data")
                .route(web::post().to(data::ask))
                .default_service(web::to(preference::unsubscribe::not_here)),
        )
        .service(
            web::resource("/data/{token}")
                .route(web::get().to(data::show))
                .route(web::head().to(data::show))
                .route(web::post().to(data::act)),
        )
        .service(
            web::resource("/preferences/{token}")
                .route(web::get().to(preference::center::show))
                .route(web::head().to(preference::center::show))
                .route(web::post().to(preference::center::save)),
        )
        .service(
            web::resource("/preferences/{token}/receipt")
                .route(web::post().to(preference::receipt::send))
                .default_service(web::to(preference::unsubscribe::not_here)),
        )
        .service(
            web::resource("/signup")
                .route(web::get().to(signup::show))
                .route(web::head().to(signup::show))
                .route(web::post().to(signup::send)),
        )
        .service(
            web::resource("/signup/embed").route(web::get().to(signup::embed)).route(web::head().to(signup::embed)),
        )
        .service(
            web::resource("/signup/{token}")
                .route(web::get().to(signup::confirm::ask))
                .route(web::head().to(signup::confirm::ask))
                .route(web::post().to(signup::confirm::say_yes)),
        )
        .service(web::resource("/help").route(web::get().to(preference::help)).route(web::head().to(preference::help)))
        .service(web::resource("/").route(web::get().to(preference::help)).route(web::head().to(preference::help)))
        .service(
            web::resource("/static/app.css").route(web::get().to(answer::style)).route(web::head().to(answer::style)),
        )
        .service(
            web::resource("/static/icon.svg").route(web::get().to(answer::icon)).route(web::head().to(answer::icon)),
        )
        .service(web::resource("/health/live").route(web::get().to(health::live)).route(web::head().to(health::live)))
        .service(
            web::resource("/health/ready").route(web::get().to(health::ready)).route(web::head().to(health::ready)),
        )
        .default_service(web::to(preference::unsubscribe::not_here));
}
