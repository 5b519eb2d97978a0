//! TLS to the relay: public authorities and, if told so, one of the operator's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// What is wrong with the TLS settings.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// The authority's file cannot be read.
    #[error("the authority's certificate {} cannot be read as PEM: {reason}", .path.display())]
    Authority {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
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
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(path) = authority {
            let unreadable = |reason: &dyn std::fmt::Display| TlsFault::Authority {
                path: path.to_owned(),
                reason: reason.to_string(),
            };
            let certificates = CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))?;
            for certificate in certificates {
                let certificate = certificate.map_err(|error| unreadable(&error))?;
                roots.add(certificate).map_err(|error| unreadable(&error))?;
            }
        }
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
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
