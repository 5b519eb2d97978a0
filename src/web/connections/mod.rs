//! The connections: who opens many and says little is in nobody's way (G7).
//!
//! | file | what it is |
//! |---|---|
//! | [`phase`] | what a connection is doing, how long it may, whether it may be ended: rules |
//! | [`connection`] | one of them |
//! | [`crowd`] | all of them: how many there may be, and who makes room |
//! | [`stream`] | what HTTP reads from and writes to |
//! | [`turn`] | the turn of a handler |
//! | [`own_words`] | answers that no handler makes |
//! | [`files`] | how many files we may open |
//!
//! # Why
//! `HttpServer` of actix-web watches the first head of a connection and nothing else: a later head, a chunked body that
//! nobody wants and an answer that nobody reads may take for ever, and each holds a file. So the same parts (actix-server
//! accepts, actix-http speaks HTTP, actix-web routes) are put together here around a stream that we can watch and end.

mod connection;
mod crowd;
mod files;
mod own_words;
mod phase;
mod stream;
mod turn;

use std::cell::Cell;
use std::fmt::Debug;
use std::net::{SocketAddr, TcpListener};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use actix_http::{HttpService, KeepAlive, Request, Response};
use actix_server::Server;
use actix_service::{
    IntoServiceFactory, Service, ServiceFactory, ServiceFactoryExt as _, fn_factory, fn_service, map_config,
};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::AppConfig;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};

pub(super) use crowd::Crowd;
use crowd::{Admitted, Room};
use stream::{Left, Stream};
pub(super) use turn::{connection_of, take_turn};

use crate::config::Settings;

/// Connections that the system holds for us until we take them; it has a limit of its own (`net.core.somaxconn`).
const BACKLOG: u32 = 8192;
/// Octets that are thrown away of what a client still sends after its last answer, so that it comes to read that.
const THROWN_AWAY: usize = 4 << 20;

/// Raises the limit of open files, and makes room for as many connections as it allows.
pub(super) fn make_room(settings: &Settings) -> Crowd {
    let room = Room::within(files::raise_limit());
    Crowd::new(room, settings.trusted_proxies.iter().map(std::net::IpAddr::to_canonical).collect())
}

/// Takes the port.
///
/// # Errors
/// It is taken, or not ours to take.
pub(super) fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)?.into_std()
}

/// Serves `site` on what comes in at `listener`.
///
/// # Errors
/// The system says no.
pub(super) fn serve<F, I, S, B>(
    listener: TcpListener,
    workers: usize,
    drain: Duration,
    https: bool,
    crowd: &Crowd,
    site: F,
) -> std::io::Result<Server>
where
    F: Fn() -> I + Clone + Send + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig, Error = actix_web::Error> + 'static,
    S::InitError: Debug,
    S::Response: Into<Response<B>>,
    S::Service: 'static,
    <S::Service as Service<Request>>::Future: 'static,
    B: MessageBody + 'static,
{
    let most = crowd.most_at_once().div_ceil(workers);
    let server = Server::build().workers(workers).disable_signals().shutdown_timeout(drain.as_secs());
    let crowd = crowd.clone();
    let server = server.max_concurrent_connections(most).listen("web", listener, move || {
        let site = site.clone();
        let crowd = crowd.clone();
        fn_factory(move || {
            let site = site().into_factory().map_err(|error| Response::<BoxBody>::from(error.error_response()));
            let site = map_config(site, |()| AppConfig::default());
            // Every limit of time is ours.
            let http = HttpService::build().keep_alive(KeepAlive::Os).client_request_timeout(Duration::ZERO);
            let http = http.on_connect_ext(|stream: &Stream, data| {
                data.insert(Arc::clone(&stream.connection));
            });
            let http = http.h1(site).new_service(());
            let crowd = crowd.clone();
            async move {
                let http = Rc::new(http.await?);
                Ok::<_, ()>(fn_service(move |tcp: TcpStream| {
                    let (http, crowd) = (Rc::clone(&http), crowd.clone());
                    async move {
                        // Not before its turn has come: in a rush it would be the longest waiting before it was heard.
                        if let Some(admitted) = admit(&crowd, &tcp) {
                            converse(tcp, &admitted, https, &*http).await;
                        }
                        Ok::<_, ()>(())
                    }
                }))
            }
        })
    })?;
    Ok(server.run())
}

/// None where the peer has gone already, or has too many.
fn admit(crowd: &Crowd, tcp: &TcpStream) -> Option<Admitted> {
    crowd.admit(tcp.peer_addr().ok()?.ip())
}

/// One connection from its first octet to its last.
async fn converse<H>(tcp: TcpStream, admitted: &Admitted, https: bool, http: &H)
where
    H: Service<(Stream, Option<SocketAddr>)>,
{
    let connection = &admitted.connection;
    // Whoever says nothing costs no buffers.
    tokio::select! {
        biased;
        () = connection.ended() => return,
        readable = tcp.readable() => if readable.is_err() { return },
    }
    let (peer, left) = (tcp.peer_addr().ok(), Left::new(Cell::new(None)));
    let stream = Stream::new(tcp, Arc::clone(connection), https, &left);
    let ended = tokio::select! {
        _ = http.call((stream, peer)) => false,
        () = connection.ended() => true,
    };
    let Some(mut tcp) = left.take() else { return };
    if connection.is_told_of_its_slow_head() {
        connection.leaves();
        // Into an empty buffer of the system's: it fits, or nobody is there.
        if tcp.try_write(&own_words::answer(own_words::TOO_SLOW, https)).is_err() {
            return;
        }
    } else if ended && !connection.is_leaving() {
        return;
    }
    tokio::select! {
        () = connection.ended() => {}
        _ = tokio::time::timeout(phase::LEAVING, leave(&mut tcp)) => {}
    }
}

/// Says that nothing more comes, and throws away what the client still sends: a connection that is closed before is
/// reset, and the client may never see its answer.
async fn leave(tcp: &mut TcpStream) {
    let mut room = THROWN_AWAY;
    if tcp.shutdown().await.is_err() {
        return;
    }
    while room > 0 && tcp.readable().await.is_ok() {
        match tcp.try_read(&mut [0; 16 * 1024]) {
            Ok(0) => return,
            Ok(octets) => room = room.saturating_sub(octets),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}
