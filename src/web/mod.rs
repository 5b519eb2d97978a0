//! The web: public pages, one-click, health. actix-web lives here (and in the catcher's view) and nowhere else.
//!
//! Powers: calls operations, fills pages. Never: SQL, SMTP, minting a link. GET and HEAD change nothing (G6): only the
//! handlers of POST call an operation that writes, and every route stands in [`routes`].

mod answer;
mod child;
mod connections;
mod data;
mod elsewhere;
mod frame;
mod headers;
mod health;
mod links;
mod multipart;
mod policy;
mod preference;
mod request;
mod signup;

use std::net::SocketAddr;
use std::time::Duration;

use actix_server::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App as Site, web};
use tokio::task::JoinHandle;

use connections::{Crowd, take_turn};

use crate::ops::App;
use elsewhere::refuse_other_sites;
pub use signup::form_for_other_sites;

/// How long open requests have to end when the server stops.
const DRAIN: Duration = Duration::from_secs(15);

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
    running: JoinHandle<std::io::Result<()>>,
    crowd: Crowd,
    sweeping: JoinHandle<()>,
    address: SocketAddr,
}

impl Server {
    /// Takes the port and starts answering.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub fn start(app: &App) -> Result<Self, ServeError> {
        let https = app.settings.base_url.as_str().starts_with("https://");
        let address = app.settings.listen;
        let refused = |reason| ServeError::Listen { address, reason };
        let listener = connections::listen(address).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let crowd = connections::make_room(&app.settings);
        let (state, everybody) = (web::Data::new(app.clone()), web::Data::new(crowd.clone()));
        let site = move || {
            let site = Site::new().app_data(state.clone()).app_data(everybody.clone()).configure(routes);
            let site = site.wrap(from_fn(refuse_other_sites));
            site.wrap(headers::of_handlers(https)).wrap(from_fn(links::tidy_up)).wrap(from_fn(take_turn))
        };
        let server = connections::serve(listener, workers(), DRAIN, https, &crowd, site).map_err(refused)?;
        let sweeping = tokio::spawn(crowd.clone().sweep());
        Ok(Self { handle: server.handle(), running: tokio::spawn(server), crowd, sweeping, address })
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
        self.crowd.disperse();
        self.handle.stop(true).await;
        self.sweeping.abort();
        match self.running.await {
            Ok(ended) => Ok(ended?),
            Err(error) => Err(ServeError::Ended(std::io::Error::other(error))),
        }
    }
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
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
            web::resource("/child/{token}/letter")
                .route(web::post().to(child::send_letter))
                .default_service(web::to(preference::unsubscribe::not_here)),
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
