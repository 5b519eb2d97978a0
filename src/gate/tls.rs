//! TLS to the relay: public authorities and, if told so, one of the operator's own.

use std::path::Path;
use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::tls::{self, Authorities, AuthorityFault};

/// What is wrong with the TLS settings.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// The authority's file cannot be read.
    #[error(transparent)]
    Authority(#[from] AuthorityFault),
    /// The host is no name that a certificate could be for.
    #[error("{0:?} is no host name that a certificate could be for")]
    Host(String),
}

/// What TLS to one relay takes: from the first byte and by STARTTLS alike.
#[derive(Clone)]
pub struct TlsSettings {
    pub(super) connector: TlsConnector,
    pub(super) host: ServerName<'static>,
}

impl TlsSettings {
    /// Prepares TLS to `host`; its certificate is always checked.
    ///
    /// # Errors
    /// See [`TlsFault`].
    pub fn new(host: &str, authority: Option<&Path>) -> Result<Self, TlsFault> {
        let config = tls::by_name(authority.map_or(Authorities::Public, Authorities::PublicAnd))?;
        Ok(Self {
            connector: TlsConnector::from(Arc::new(config)),
            host: ServerName::try_from(host.to_owned()).map_err(|_| TlsFault::Host(host.to_owned()))?,
        })
    }
}

impl std::fmt::Debug for TlsSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TlsSettings({:?})", self.host)
    }
}
