//! The key ring's file: TOML, readable by its owner only, replaced in one step.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::checkpoint_key::CheckpointKey;
use super::keyring::{KEY, KeyError, KeyRing, random};
use crate::dkim::{DkimKey, Selector};

/// The file's shape.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    address_key: String,
    signing_key: u16,
    /// In the order in which they were made. Files from before there were any have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    checkpoint_keys: Vec<String>,
    link_keys: BTreeMap<String, String>,
    /// In the order in which they were made. Files from before there were any have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dkim_keys: Vec<DkimEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DkimEntry {
    selector: String,
    algorithm: String,
    /// PKCS #8 in base64.
    private_key: String,
}

impl DkimEntry {
    fn of(key: &DkimKey) -> Result<Self, String> {
        Ok(Self {
            selector: key.selector().to_string(),
            algorithm: key.algorithm().as_str().to_owned(),
            private_key: STANDARD.encode(key.to_pkcs8().map_err(|fault| fault.to_string())?),
        })
    }

    fn key(&self) -> Result<DkimKey, String> {
        let selector = Selector::parse(&self.selector).map_err(|fault| format!("in a DKIM key, {fault}"))?;
        let of = |what: &dyn std::fmt::Display| format!("the DKIM key {selector} is damaged: {what}");
        let algorithm = self.algorithm.parse().map_err(|_| of(&"its algorithm is neither rsa nor ed25519"))?;
        let bytes = STANDARD.decode(&self.private_key).map_err(|_| of(&"it is not base64"))?;
        DkimKey::from_pkcs8(selector.clone(), algorithm, &bytes).map_err(|fault| of(&fault))
    }
}

impl KeyRing {
    /// Reads the ring from its file.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => KeyError::Missing(path.to_owned()),
            ErrorKind::InvalidData => {
                KeyError::Malformed { path: path.to_owned(), reason: "it is not text".to_owned() }
            }
            _ => KeyError::Io(path.to_owned(), error),
        })?;
        Self::from_text(&text).map_err(|reason| KeyError::Malformed { path: path.to_owned(), reason })
    }

    fn from_text(text: &str) -> Result<Self, String> {
        let file: KeyFile = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let key = |text: &str| -> Result<[u8; KEY], String> {
            let bytes = STANDARD.decode(text).map_err(|_| "a key is not base64".to_owned())?;
            bytes.try_into().map_err(|_| format!("a key has not {KEY} bytes"))
        };
        let mut link = BTreeMap::new();
        for (id, secret) in &file.link_keys {
            let id = id.parse::<u16>().map_err(|_| format!("{id:?} is not a key's number"))?;
            link.insert(id, key(secret)?);
        }
        if !link.contains_key(&file.signing_key) {
            return Err("the signing key is not among the link keys".to_owned());
        }
        let address = key(&file.address_key)?;
        let checkpoint = |secret: &String| CheckpointKey::of_seed(key(secret)?).ok_or("a key is damaged".to_owned());
        let checkpoint = file.checkpoint_keys.iter().map(checkpoint).collect::<Result<_, _>>()?;
        let mut ring = Self { address, link, signing: file.signing_key, dkim: Vec::new(), checkpoint };
        for entry in &file.dkim_keys {
            ring.add_dkim(entry.key()?).map_err(|error| error.to_string())?;
        }
        Ok(ring)
    }

    fn to_text(&self) -> Result<String, String> {
        let file = KeyFile {
            address_key: STANDARD.encode(self.address),
            signing_key: self.signing,
            checkpoint_keys: self.checkpoint.iter().map(|key| STANDARD.encode(key.seed())).collect(),
            link_keys: self.link.iter().map(|(id, key)| (id.to_string(), STANDARD.encode(key))).collect(),
            dkim_keys: self.dkim.iter().map(Arc::as_ref).map(DkimEntry::of).collect::<Result<_, _>>()?,
        };
        let keys = toml::to_string(&file).map_err(|error| error.to_string())?;
        Ok(format!(
            "# Consentry's key ring. Secret: keep it readable by the service only, and keep a copy in a safe place.\n\
             # Losing address_key forgets every suppression; losing a link key breaks the links signed with it.\n\
             # Of the DKIM keys of each algorithm the last one signs; older ones may be taken out.\n\n{keys}"
        ))
    }

    /// Writes a new file, readable by its owner only.
    ///
    /// # Errors
    /// [`KeyError::Exists`] where there is one, and see [`KeyError`].
    pub fn create_file(&self, path: &Path) -> Result<(), KeyError> {
        if path.exists() {
            return Err(KeyError::Exists(path.to_owned()));
        }
        let draft = self.write_draft(path)?;
        // A link is refused where somebody else was faster; renaming would replace their keys.
        let placed = match std::fs::hard_link(&draft, path) {
            Ok(()) => std::fs::remove_file(&draft),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                std::fs::remove_file(&draft).map_err(|error| io(path, error))?;
                return Err(KeyError::Exists(path.to_owned()));
            }
            // Some file systems have no links.
            Err(_) => std::fs::rename(&draft, path),
        };
        placed.and_then(|()| sync_folder(path)).map_err(|error| io(path, error))
    }

    /// Lets `change` change the ring of a file, and replaces the file in one step where it did, so that a crash leaves the
    /// old or the new one. Several processes that do this at once take turns: each changes what the one before has written.
    ///
    /// # Errors
    /// See [`KeyError`], and what `change` says; the file stays as it is then.
    pub fn change<T, E: From<KeyError>>(path: &Path, change: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let turn = Turn::take(path)?;
        let mut ring = Self::load(path)?;
        let before = ring.text_for(path)?;
        let changed = change(&mut ring)?;
        if ring.text_for(path)? != before {
            let draft = ring.write_draft(path)?;
            std::fs::rename(&draft, path).and_then(|()| sync_folder(path)).map_err(|error| io(path, error))?;
        }
        drop(turn);
        Ok(changed)
    }

    fn text_for(&self, path: &Path) -> Result<String, KeyError> {
        self.to_text().map_err(|reason| KeyError::Malformed { path: path.to_owned(), reason })
    }

    /// Writes the whole ring to a new file beside `path`, so that nobody ever reads half a ring.
    fn write_draft(&self, path: &Path) -> Result<PathBuf, KeyError> {
        let text = self.text_for(path)?;
        let chance = random()?.map(|byte| char::from(b'a' + byte % 26));
        let mut draft = path.as_os_str().to_owned();
        draft.push(format!(".new-{}", chance.iter().take(8).collect::<String>()));
        let draft = PathBuf::from(draft);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&draft).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map(|()| draft).map_err(|error| io(path, error))
    }
}

/// Whose turn it is to change a key file: whoever holds the lock on the file that has the name now.
struct Turn(#[expect(dead_code, reason = "the system gives the lock back when the file is closed")] File);

impl Turn {
    /// Waits for the turn.
    fn take(path: &Path) -> Result<Self, KeyError> {
        let refused = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound => KeyError::Missing(path.to_owned()),
            _ => io(path, error),
        };
        loop {
            // On NFS only who may write may lock; elsewhere a file that may only be read is good enough.
            let writable = File::options().read(true).write(true).open(path);
            let file = writable.or_else(|_| File::open(path)).map_err(refused)?;
            file.lock().map_err(refused)?;
            // Whoever had the turn before has put another file in its place: that one is to be changed, and locked.
            let (locked, named) = (file.metadata().map_err(refused)?, std::fs::metadata(path).map_err(refused)?);
            if (locked.dev(), locked.ino()) == (named.dev(), named.ino()) {
                return Ok(Self(file));
            }
        }
    }
}

fn io(path: &Path, error: std::io::Error) -> KeyError {
    KeyError::Io(path.to_owned(), error)
}

/// Makes a new name in the folder of `path` survive a loss of power: links are signed with the key at once.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dkim::Algorithm;
    use crate::domain::Address;

    fn dkim(selector: &str, algorithm: Algorithm) -> DkimKey {
        DkimKey::generate(Selector::parse(selector).unwrap(), algorithm).unwrap()
    }

    #[test]
    fn a_ring_survives_its_file_and_its_debug_tells_no_key() {
        let mut ring = KeyRing::generate().unwrap();
        ring.rotate().unwrap();
        ring.add_dkim(dkim("one", Algorithm::Rsa)).unwrap();
        let text = ring.to_text().unwrap();
        let read = KeyRing::from_text(&text).unwrap();
        let ada = Address::parse("Ada@Example.org").unwrap();
        assert_eq!(read.hash_address(&ada), ring.hash_address(&ada));
        assert_eq!(read.sign::<16>(b"x", b"y"), ring.sign::<16>(b"x", b"y"));
        assert_eq!(read.to_text().unwrap(), text);
        assert_eq!(format!("{ring:?}"), "KeyRing(2 link keys, 2 signs, [DkimKey(rsa one)])");
    }

    #[test]
    fn a_file_from_before_there_were_dkim_keys_is_a_ring_that_signs_nothing() {
        let text = KeyRing::generate().unwrap().to_text().unwrap();
        assert!(!text.contains("[[dkim_keys]]"));
        assert!(KeyRing::from_text(&text).unwrap().signer().is_none());
    }

    #[test]
    fn the_last_dkim_key_of_each_algorithm_signs_and_no_selector_is_used_twice() {
        let mut ring = KeyRing::generate().unwrap();
        for (selector, algorithm) in
            [("z", Algorithm::Ed25519), ("y", Algorithm::Ed25519), ("b", Algorithm::Rsa), ("a", Algorithm::Rsa)]
        {
            ring.add_dkim(dkim(selector, algorithm)).unwrap();
        }
        let ring = KeyRing::from_text(&ring.to_text().unwrap()).unwrap();
        assert_eq!(ring.signer().unwrap().selectors(), ["a", "y"]);
        let taken = ring.clone().add_dkim(dkim("Z", Algorithm::Rsa)).unwrap_err();
        assert!(taken.to_string().contains("the selector z already"), "{taken}");
    }

    #[test]
    fn what_is_no_key_file_is_refused_with_a_reason() {
        assert!(KeyRing::from_text("address_key = 1").is_err());
        let other = "address_key = \"AAAA\"\nsigning_key = 1\n[link_keys]\n";
        assert!(KeyRing::from_text(other).is_err());
    }

    #[test]
    fn a_damaged_dkim_key_is_named_and_its_content_is_not() {
        let mut ring = KeyRing::generate().unwrap();
        ring.add_dkim(dkim("one", Algorithm::Ed25519)).unwrap();
        let text = ring.to_text().unwrap();
        for (good, bad) in [
            ("private_key = \"MC", "private_key = \"MD"),
            ("private_key = \"", "private_key = \"*"),
            ("algorithm = \"ed25519\"", "algorithm = \"rsa\""),
            ("algorithm = \"ed25519\"", "algorithm = \"none\""),
        ] {
            let reason = KeyRing::from_text(&text.replace(good, bad)).unwrap_err();
            assert!(reason.starts_with("the DKIM key one is damaged: it") && reason.len() < 120, "{reason}");
        }
        assert!(KeyRing::from_text(&text.replace("\"one\"", "\"o e\"")).is_err());
        let entry = text.split_once("[[dkim_keys]]").unwrap().1;
        assert!(KeyRing::from_text(&format!("{text}\n[[dkim_keys]]{entry}")).unwrap_err().contains("already"));
    }
}
