//! Who else gets the ledger's checkpoints.

use std::path::{Path, PathBuf};

use url::Url;

use super::relay::is_loopback;

/// A witness of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Witness {
    /// A file that each checkpoint is appended to: best on another machine, or where nothing can be taken away again.
    File(PathBuf),
    /// An address that each is posted to.
    Web(String),
}

/// The text names no witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WitnessFault {
    /// Anybody on the way could change what is sent.
    #[error("write a file, or an address that begins with https:// (http:// is only for loopback)")]
    NotHttps,
    /// What stands in an address is logged by others.
    #[error("the address must have no login; put a secret into its path")]
    Login,
}

impl Witness {
    /// Reads a path or a URL.
    ///
    /// # Errors
    /// See [`WitnessFault`].
    pub fn parse(text: &str) -> Result<Self, WitnessFault> {
        if !text.contains("://") {
            return Ok(Self::File(PathBuf::from(text)));
        }
        let url = Url::parse(text).map_err(|_: url::ParseError| WitnessFault::NotHttps)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(WitnessFault::Login);
        }
        match url.scheme() {
            "https" => Ok(Self::Web(text.to_owned())),
            "http" if is_loopback(&url) => Ok(Self::Web(text.to_owned())),
            _ => Err(WitnessFault::NotHttps),
        }
    }

    /// A relative path is one in `folder`.
    pub(super) fn in_folder(self, folder: &Path) -> Self {
        match self {
            Self::File(path) => Self::File(folder.join(path)),
            Self::Web(url) => Self::Web(url),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_witness_is_a_file_or_an_address_that_nobody_listens_in_on() {
        assert_eq!(Witness::parse("w.jsonl"), Ok(Witness::File("w.jsonl".into())));
        for good in ["https://witness.example/consentry", "http://127.0.0.1:8080/", "http://localhost/x"] {
            assert_eq!(Witness::parse(good), Ok(Witness::Web(good.to_owned())));
        }
        for bad in ["http://witness.example/", "ftp://witness.example/", "https://"] {
            assert_eq!(Witness::parse(bad), Err(WitnessFault::NotHttps), "{bad}");
        }
        assert_eq!(Witness::parse("https://me:secret@witness.example/"), Err(WitnessFault::Login));
    }
}
