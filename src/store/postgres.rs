//! Opening a connection to PostgreSQL: on this machine by libpq itself, to another one over TLS.

use diesel::Connection as _;
use diesel::pg::PgConnection;

use super::error::StoreError;
use super::tunnel::{Tunnel, TunnelFault};
use crate::config::postgres::{PostgresUrl, Server, Way};

/// Why one server gave no connection, and whether asking again may help.
struct Refusal {
    said: String,
    temporary: bool,
}

/// Tries the servers in their order, and takes the first that lets us in.
///
/// # Errors
/// [`StoreError::Connect`] or [`StoreError::Unusable`] with what each server said, less anything secret.
pub(super) fn connect(url: &PostgresUrl) -> Result<PgConnection, StoreError> {
    let mut refusals = Vec::new();
    for server in url.servers() {
        match enter(url, server) {
            Ok(connection) => return Ok(connection),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let temporary = refusals.iter().any(|refusal| refusal.temporary);
    let said = refusals.into_iter().map(|refusal| refusal.said).collect::<Vec<_>>().join("; ");
    Err(if temporary { StoreError::Connect(said) } else { StoreError::Unusable(said) })
}

fn enter(url: &PostgresUrl, server: &Server) -> Result<PgConnection, Refusal> {
    let Way::Tls(check) = &server.way else {
        let by_itself = PgConnection::establish(url.direct(server).reveal());
        return by_itself.map_err(|error| Refusal { said: one_line(&error), temporary: true });
    };
    let tunnel = Tunnel::open(server, check, url.connect_timeout())?;
    PgConnection::establish(url.by_socket(&tunnel.door).reveal()).map_err(|error| {
        // libpq names the door, which tells nobody anything.
        let said = one_line(&error);
        let (_, after) = said.rsplit_once("/.s.PGSQL.5432\" failed: ").unwrap_or(("", &said));
        let fault = tunnel.fault().map(|fault| format!(" ({fault})")).unwrap_or_default();
        Refusal { said: format!("connection to server at {server}, over TLS failed: {after}{fault}"), temporary: true }
    })
}

fn one_line(error: &diesel::ConnectionError) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl From<TunnelFault> for Refusal {
    fn from(fault: TunnelFault) -> Self {
        Self { said: fault.to_string(), temporary: fault.is_temporary() }
    }
}
