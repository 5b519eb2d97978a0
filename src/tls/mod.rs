//! TLS as a client: whose word we take for who a server is.
//!
//! The one place that says which authorities and which cryptography are used; to the relay and to the database alike.

mod issued;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use issued::Issued;

/// Who may sign the certificate of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorities<'a> {
    /// The public authorities, which the binary carries.
    Public,
    /// The public ones, and those in a PEM file.
    PublicAnd(&'a Path),
    /// Those in a PEM file and nobody else.
    Only(&'a Path),
}

/// The authority's file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the authority's certificate {} cannot be read as PEM: {reason}", .path.display())]
pub struct AuthorityFault {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub reason: String,
}

/// Settings with which a server must have a certificate for the name it is called by, from one of the authorities.
///
/// # Errors
/// See [`AuthorityFault`].
pub fn by_name(authorities: Authorities<'_>) -> Result<ClientConfig, AuthorityFault> {
    Ok(ClientConfig::builder().with_root_certificates(roots(authorities)?).with_no_client_auth())
}

/// Settings with which a server must have a certificate from one of the authorities, for whatever name. Only as good as
/// the authorities are choosy: never for the public ones.
///
/// # Errors
/// See [`AuthorityFault`].
pub fn by_authority(authority: &Path) -> Result<ClientConfig, AuthorityFault> {
    let mut config = by_name(Authorities::Only(authority))?;
    let roots = Arc::new(roots(Authorities::Only(authority))?);
    let issued = Issued::by(roots, config.crypto_provider());
    let issued = issued.map_err(|reason| AuthorityFault { path: authority.to_owned(), reason: reason.to_string() })?;
    config.dangerous().set_certificate_verifier(Arc::new(issued));
    Ok(config)
}

fn roots(authorities: Authorities<'_>) -> Result<RootCertStore, AuthorityFault> {
    let (public, file) = match authorities {
        Authorities::Public => (true, None),
        Authorities::PublicAnd(file) => (true, Some(file)),
        Authorities::Only(file) => (false, Some(file)),
    };
    let mut roots = RootCertStore::empty();
    if public {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    if let Some(path) = file {
        let unreadable =
            |reason: &dyn std::fmt::Display| AuthorityFault { path: path.to_owned(), reason: reason.to_string() };
        for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))? {
            roots.add(certificate.map_err(|error| unreadable(&error))?).map_err(|error| unreadable(&error))?;
        }
        if roots.is_empty() {
            return Err(unreadable(&"there is no certificate in it"));
        }
    }
    Ok(roots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio_rustls::rustls::ProtocolVersion;

    #[test]
    fn only_current_tls_with_forward_secrecy_is_spoken() {
        let config = by_name(Authorities::Public).unwrap();
        let suites = &config.crypto_provider().cipher_suites;
        assert!(!suites.is_empty());
        for suite in suites {
            let version = suite.version().version;
            assert!(matches!(version, ProtocolVersion::TLSv1_2 | ProtocolVersion::TLSv1_3), "{suite:?}");
            let name = format!("{:?}", suite.suite());
            assert!(name.starts_with("TLS13_") || name.starts_with("TLS_ECDHE_"), "{name}");
        }
    }
}
