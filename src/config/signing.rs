//! Whether messages are signed here.

use std::str::FromStr;

/// Whether messages get DKIM signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signing {
    /// With the DKIM keys of the key ring, if it has any.
    #[default]
    Auto,
    /// Always: without a key nothing is sent.
    Always,
    /// Never: the relay signs.
    Never,
}

/// The text is none of the three.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not auto, true or false; use false where the relay signs")]
pub struct SigningFault(String);

impl FromStr for Signing {
    type Err = SigningFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "auto" => Ok(Self::Auto),
            "true" => Ok(Self::Always),
            "false" => Ok(Self::Never),
            other => Err(SigningFault(other.to_owned())),
        }
    }
}
