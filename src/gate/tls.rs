//! TLS to the relay: public authorities and, if told so, one of the operator's own.

use std::path::Path;
use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{CertificateError, Error};

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

/// Why a handshake failed, for whoever is to mend it.
pub(super) fn handshake_fault(error: &std::io::Error) -> String {
    let fault = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    match fault {
        Some(Error::InvalidCertificate(CertificateError::UnknownIssuer)) => {
            format!(
                "{error}: the authority that signed its certificate is not known here; name it in CONSENTRY_RELAY_CA"
            )
        }
        Some(Error::InvalidMessage(_)) => format!("what it speaks on this port is no TLS ({error})"),
        None if error.kind() == std::io::ErrorKind::UnexpectedEof => "it closed the connection".to_owned(),
        Some(_) | None => error.to_string(),
    }
}

impl std::fmt::Debug for TlsSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TlsSettings({:?})", self.host)
    }
}
