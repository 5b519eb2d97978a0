//! A witness: a file elsewhere or an address that gets every checkpoint, so that whoever holds the keys and the database
//! cannot change both unseen.

use std::sync::Arc;
use std::time::Duration;

use ureq::tls::{TlsConfig, TlsProvider};

use super::Checkpoint;
use super::book;
use crate::config::Witness;
use crate::tls::{self, Authorities};

/// The longest that a witness may take; it is asked again later.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a witness has not taken a checkpoint.
#[derive(Debug, thiserror::Error)]
pub(super) enum WitnessError {
    /// The file.
    #[error("the witness's file could not be written: {0}")]
    File(std::io::Error),
    /// The address.
    #[error("the witness did not answer with 2xx: {0}")]
    Web(String),
    /// No thread.
    #[error("the process is stopping")]
    Stopping,
}

/// Gives a checkpoint to a witness and waits until it has it.
pub(super) async fn tell(witness: Witness, checkpoint: Checkpoint) -> Result<(), WitnessError> {
    let told = tokio::task::spawn_blocking(move || match witness {
        Witness::File(path) => book::append(&path, &checkpoint).map_err(WitnessError::File),
        Witness::Web(url) => post(&url, &checkpoint),
    });
    told.await.unwrap_or(Err(WitnessError::Stopping))
}

/// Certificates are checked against the public authorities, with the cryptography that the relay's connections use.
fn post(url: &str, checkpoint: &Checkpoint) -> Result<(), WitnessError> {
    let refused = |error: &dyn std::fmt::Display| WitnessError::Web(error.to_string());
    let ours = tls::by_name(Authorities::Public).map_err(|error| refused(&error))?;
    let provider = Arc::clone(ours.crypto_provider());
    let tls = TlsConfig::builder().provider(TlsProvider::Rustls).unversioned_rustls_crypto_provider(provider).build();
    let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).tls_config(tls).build();
    let body = serde_json::to_string(checkpoint).map_err(|error| refused(&error))?;
    let agent: ureq::Agent = config.into();
    let sent =
        agent.post(url).header("content-type", "application/json").send(body).map_err(|error| refused(&error))?;
    if sent.status().is_success() { Ok(()) } else { Err(refused(&sent.status())) }
}
