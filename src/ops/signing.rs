//! Who signs messages: what the settings want, with the keys that the ring holds.

use super::App;
use crate::config::{Settings, Signing};
use crate::dkim::Signer;
use crate::link::KeyRing;

/// The settings want signatures and there is no key to make them with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "CONSENTRY_SIGN is true and the key ring has no DKIM key: `consentry keys dkim` makes them, or set it to false where \
     the relay signs"
)]
pub struct NoSigningKey;

/// The signer for messages; none where they are not to be signed.
///
/// # Errors
/// [`NoSigningKey`]: sending without a signature that was asked for would be worse than not sending (G4).
pub fn signer(app: &App) -> Result<Option<Signer>, NoSigningKey> {
    signer_of(&app.keys.ring(), &app.settings)
}

/// As [`signer`], before there is an [`App`].
///
/// # Errors
/// [`NoSigningKey`].
pub(super) fn signer_of(ring: &KeyRing, settings: &Settings) -> Result<Option<Signer>, NoSigningKey> {
    match (settings.sign, ring.signer()) {
        (Signing::Never, _) | (Signing::Auto, None) => Ok(None),
        (Signing::Always, None) => Err(NoSigningKey),
        (Signing::Auto | Signing::Always, signer) => Ok(signer),
    }
}
