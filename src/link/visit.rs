//! The word of a page view: what our page puts into its form, and the proof that we put it there.
//!
//! ```text
//! byte   0-1     2-9           10-21       22-37
//!        key id  second since  chance      HMAC-SHA256, first 128 bits
//!                1970
//! ```
//! 38 bytes, big-endian, base64url without padding: 51 characters. The MAC also covers the place of the form, which
//! names the page and the link that it was opened by, so a word of one page says nothing on another.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};

use super::keyring::KeyRing;
use super::token::OpenError;

/// Bytes of chance: no two page views have the same.
const CHANCE: usize = 12;
/// Bytes before the MAC.
const BODY: usize = 2 + 8 + CHANCE;
/// Bytes of the MAC that are kept: 128 bits (CONFORMANCE M 11.2.3).
const MAC: usize = 16;
/// Characters of a word.
const CHARS: usize = 51;
/// Keeps these MACs apart from every other use of the same key.
const LABEL: &[u8] = b"consentry visit";

/// One view of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// What tells it from all others; it proves nothing by itself, so the ledger may keep it.
    pub id: String,
    /// When the page was shown.
    pub began_at: DateTime<Utc>,
}

/// A new word for the form at `place`; none where the system gives no random bytes.
pub(super) fn mint(ring: &KeyRing, place: &[u8], now: DateTime<Utc>) -> Option<String> {
    let mut chance = [0; CHANCE];
    getrandom::fill(&mut chance).ok()?;
    let mut bytes = Vec::with_capacity(BODY + MAC);
    bytes.extend(ring.signing_key_id().to_be_bytes());
    bytes.extend(now.timestamp().to_be_bytes());
    bytes.extend(chance);
    let mac: [u8; MAC] = ring.sign(LABEL, &covered(&bytes, place));
    bytes.extend(mac);
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// Reads a word that came back from the form at `place`.
pub(super) fn open(ring: &KeyRing, place: &[u8], word: &str) -> Result<Visit, OpenError> {
    if word.len() != CHARS {
        return Err(OpenError::Malformed);
    }
    let bytes = URL_SAFE_NO_PAD.decode(word).map_err(|_: base64::DecodeError| OpenError::Malformed)?;
    let (body, mac) = bytes.split_at_checked(BODY).ok_or(OpenError::Malformed)?;
    let (key, rest) = body.split_first_chunk().ok_or(OpenError::Malformed)?;
    let (at, chance) = rest.split_first_chunk().ok_or(OpenError::Malformed)?;
    let key = u16::from_be_bytes(*key);
    match ring.verify(key, LABEL, &covered(body, place), mac) {
        None => Err(OpenError::UnknownKey(key)),
        Some(false) => Err(OpenError::Forged),
        Some(true) => {
            let began_at = DateTime::from_timestamp(i64::from_be_bytes(*at), 0).ok_or(OpenError::Malformed)?;
            Ok(Visit { id: URL_SAFE_NO_PAD.encode(chance), began_at })
        }
    }
}

/// The body has one length, so the place begins where it ends.
fn covered(body: &[u8], place: &[u8]) -> Vec<u8> {
    [body, place].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn a_word_is_good_where_it_was_made_and_nowhere_else() {
        let mut ring = KeyRing::generate().unwrap();
        let word = mint(&ring, b"a", now()).unwrap();
        assert_eq!(word.len(), CHARS);
        let visit = open(&ring, b"a", &word).unwrap();
        assert_eq!(visit.began_at, now());
        assert_ne!(open(&ring, b"a", &mint(&ring, b"a", now()).unwrap()).unwrap().id, visit.id);
        assert_eq!(open(&ring, b"b", &word), Err(OpenError::Forged));
        assert_eq!(open(&KeyRing::generate().unwrap(), b"a", &word), Err(OpenError::Forged));
        ring.rotate().unwrap();
        assert_eq!(open(&ring, b"a", &word), Ok(visit), "a page may be older than the newest key");
    }

    #[test]
    fn one_flipped_bit_in_any_position_is_refused() {
        let ring = KeyRing::generate().unwrap();
        let good = URL_SAFE_NO_PAD.decode(mint(&ring, b"a", now()).unwrap()).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&ring, b"a", &URL_SAFE_NO_PAD.encode(&bad)).is_err(), "bit {bit}");
        }
        for bad in ["", "abcdefghijklmnop", &"A".repeat(CHARS), &"=".repeat(CHARS)] {
            assert!(open(&ring, b"a", bad).is_err(), "{bad}");
        }
    }
}
