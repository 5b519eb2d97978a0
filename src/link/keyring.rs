//! The key ring: one key for hashing addresses, one that signs links, and any number that only verify them.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::domain::{Address, AddressHash};

/// Bytes of every key.
const KEY: usize = 32;

type HmacSha256 = Hmac<Sha256>;

/// All keys, as one file holds them.
///
/// The address key is never rotated: the hashes of people who were erased could not be made again, and their opt-outs
/// would be forgotten (G9).
#[derive(Clone)]
pub struct KeyRing {
    address: [u8; KEY],
    link: BTreeMap<u16, [u8; KEY]>,
    signing: u16,
}

/// The file's shape.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    address_key: String,
    signing_key: u16,
    link_keys: BTreeMap<String, String>,
}

/// Why there is no key ring.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No file.
    #[error("the key file {} is missing; `consentry init` makes one, or restore it from your copy", .0.display())]
    Missing(PathBuf),
    /// A file that is already there is never overwritten.
    #[error("the key file {} is already there", .0.display())]
    Exists(PathBuf),
    /// The system refused.
    #[error("the key file {} cannot be read or written", .0.display())]
    Io(PathBuf, #[source] std::io::Error),
    /// Not a key file.
    #[error("{} is not a key file: {reason}; restore it from your copy", .path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// No randomness, no key.
    #[error("the system gave no random bytes for a key")]
    Random,
}

impl KeyRing {
    /// Makes a ring of new keys.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn generate() -> Result<Self, KeyError> {
        Ok(Self { address: random()?, link: BTreeMap::from([(1, random()?)]), signing: 1 })
    }

    /// Adds a new signing key; the one before goes on verifying.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn rotate(&mut self) -> Result<u16, KeyError> {
        let next = self.link.keys().next_back().map_or(1, |last| last.saturating_add(1));
        self.link.insert(next, random()?);
        self.signing = next;
        Ok(next)
    }

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
        Ok(Self { address: key(&file.address_key)?, link, signing: file.signing_key })
    }

    fn to_text(&self) -> Result<String, String> {
        let file = KeyFile {
            address_key: STANDARD.encode(self.address),
            signing_key: self.signing,
            link_keys: self.link.iter().map(|(id, key)| (id.to_string(), STANDARD.encode(key))).collect(),
        };
        let keys = toml::to_string(&file).map_err(|error| error.to_string())?;
        Ok(format!(
            "# Consentry's key ring. Secret: keep it readable by the service only, and keep a copy in a safe place.\n\
             # Losing address_key forgets every suppression; losing a link key breaks the links signed with it.\n\n{keys}"
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

    /// Replaces the file in one step, so that a crash leaves the old or the new one.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn write_file(&self, path: &Path) -> Result<(), KeyError> {
        let draft = self.write_draft(path)?;
        std::fs::rename(&draft, path).and_then(|()| sync_folder(path)).map_err(|error| io(path, error))
    }

    /// Writes the whole ring to a new file beside `path`, so that nobody ever reads half a ring.
    fn write_draft(&self, path: &Path) -> Result<PathBuf, KeyError> {
        let text = self.to_text().map_err(|reason| KeyError::Malformed { path: path.to_owned(), reason })?;
        let chance = random()?.map(|byte| char::from(b'a' + byte % 26));
        let mut draft = path.as_os_str().to_owned();
        draft.push(format!(".new-{}", chance.iter().take(8).collect::<String>()));
        let draft = PathBuf::from(draft);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&draft).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map(|()| draft).map_err(|error| io(path, error))
    }

    /// The keyed hash that recipients and suppressions of this address are matched by.
    pub fn hash_address(&self, address: &Address) -> AddressHash {
        AddressHash::new(self.address_mac(b"address\0", address.key().as_bytes()))
    }

    /// The keyed hash that suppressions of a whole domain are matched by.
    pub fn hash_domain(&self, domain: &str) -> AddressHash {
        AddressHash::new(self.address_mac(b"domain\0", domain.as_bytes()))
    }

    /// Tells whether a database was filled with this address key, without telling the key.
    pub fn fingerprint(&self) -> [u8; KEY] {
        self.address_mac(b"fingerprint\0", b"consentry")
    }

    /// A MAC that no rotation changes: a message tried again after one keeps its Message-ID.
    pub(super) fn lasting_mac(&self, body: &[u8]) -> [u8; KEY] {
        self.address_mac(b"message id\0", body)
    }

    /// The key that signs new links.
    pub const fn signing_key_id(&self) -> u16 {
        self.signing
    }

    /// The keys that verify links, in the order they were made.
    pub fn key_ids(&self) -> impl Iterator<Item = u16> + '_ {
        self.link.keys().copied()
    }

    fn address_mac(&self, label: &[u8], text: &[u8]) -> [u8; KEY] {
        keyed(&self.address, label, text).finalize().into_bytes().into()
    }

    /// The first `N` bytes of the signing key's MAC over `body`.
    pub(super) fn sign<const N: usize>(&self, label: &[u8], body: &[u8]) -> [u8; N] {
        // The constructor of every ring puts the signing key into the map; an empty key signs nothing anybody accepts.
        let key = self.link.get(&self.signing).copied().unwrap_or_default();
        let whole: [u8; KEY] = keyed(&key, label, body).finalize().into_bytes().into();
        let mut kept = [0; N];
        kept.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        kept
    }

    /// Whether `mac` is the beginning of key `id`'s MAC over `body`, in constant time; none where the key is unknown.
    pub(super) fn verify(&self, id: u16, label: &[u8], body: &[u8], mac: &[u8]) -> Option<bool> {
        let key = self.link.get(&id)?;
        Some(keyed(key, label, body).verify_truncated_left(mac).is_ok())
    }
}

/// Only how many keys there are.
impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRing({} link keys, {} signs)", self.link.len(), self.signing)
    }
}

fn io(path: &Path, error: std::io::Error) -> KeyError {
    KeyError::Io(path.to_owned(), error)
}

/// Makes a new name in the folder of `path` survive a loss of power: links are signed with the key at once.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

fn keyed(key: &[u8; KEY], label: &[u8], body: &[u8]) -> HmacSha256 {
    // RFC 2104 section 2: a key shorter than the hash's block is filled up with zeros.
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = HmacSha256::new(&block.into());
    mac.update(label);
    mac.update(body);
    mac
}

fn random() -> Result<[u8; KEY], KeyError> {
    let mut bytes = [0; KEY];
    getrandom::fill(&mut bytes).map_err(|_: getrandom::Error| KeyError::Random)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_survives_its_file_and_its_debug_tells_no_key() {
        let mut ring = KeyRing::generate().unwrap();
        ring.rotate().unwrap();
        let read = KeyRing::from_text(&ring.to_text().unwrap()).unwrap();
        let ada = Address::parse("Ada@Example.org").unwrap();
        assert_eq!(read.hash_address(&ada), ring.hash_address(&ada));
        assert_eq!(read.sign::<16>(b"x", b"y"), ring.sign::<16>(b"x", b"y"));
        assert_eq!(format!("{ring:?}"), "KeyRing(2 link keys, 2 signs)");
    }

    #[test]
    fn addresses_that_differ_in_case_only_have_one_hash() {
        let ring = KeyRing::generate().unwrap();
        let hash = |text| ring.hash_address(&Address::parse(text).unwrap());
        assert_eq!(hash("Ada@Example.org"), hash("ada@EXAMPLE.ORG"));
        assert_ne!(
            hash("ada@example.org"),
            KeyRing::generate().unwrap().hash_address(&"ada@example.org".parse().unwrap())
        );
    }

    #[test]
    fn what_is_no_key_file_is_refused_with_a_reason() {
        assert!(KeyRing::from_text("address_key = 1").is_err());
        let other = "address_key = \"AAAA\"\nsigning_key = 1\n[link_keys]\n";
        assert!(KeyRing::from_text(other).is_err());
    }
}
