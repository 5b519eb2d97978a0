//! The return path of a delivery (VERP) and its Message-ID: what a report must carry to be believed (CONFORMANCE D11).

use data_encoding::{BASE32_NOPAD, Encoding};

use super::keyring::KeyRing;
use super::token::OpenError;
use crate::domain::letter::LETTERS;
use crate::domain::{CampaignId, LetterId, RecipientId};

/// Bytes before the MAC: key id, recipient, and the campaign or the letter.
const BODY: usize = 18;
/// Bytes of the MAC that are kept: 80 bits. A forger gains one false bounce report, and every try costs a mail.
const MAC: usize = 10;
const LABEL: &[u8] = b"consentry return path";
/// All letters are of one campaign, so the letter stands in its place: with both, the local part would be too long. The
/// label of the MAC says which of the two it is.
const LETTER_LABEL: &[u8] = b"consentry letter return path";
/// Bytes of a Message-ID: 160 bits, so that no two messages ever share one.
const MESSAGE_ID: usize = 20;

/// Which delivery a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryRef {
    /// The campaign.
    pub campaign: CampaignId,
    /// The recipient.
    pub recipient: RecipientId,
    /// The letter, where it is one; its campaign is [`LETTERS`] then.
    pub letter: Option<LetterId>,
}

/// The part of the local part behind `bounce+`: lower-case base32, because mail hosts may change case on the way.
/// 45 characters, so that the whole local part stays under 64 (RFC 5321 section 4.5.3.1.1).
pub fn mint(ring: &KeyRing, delivery: DeliveryRef) -> String {
    let mut bytes = Vec::with_capacity(BODY + MAC);
    bytes.extend(ring.signing_key_id().to_be_bytes());
    bytes.extend(delivery.recipient.get().to_be_bytes());
    let (label, what) = match delivery.letter {
        None => (LABEL, delivery.campaign.get()),
        Some(letter) => (LETTER_LABEL, letter.get()),
    };
    bytes.extend(what.to_be_bytes());
    let mac: [u8; MAC] = ring.sign(label, &bytes);
    bytes.extend(mac);
    base32(&bytes)
}

/// Checks what stood behind `bounce+`.
///
/// # Errors
/// See [`OpenError`].
pub fn open(ring: &KeyRing, text: &str) -> Result<DeliveryRef, OpenError> {
    let upper = text.to_ascii_uppercase();
    let bytes = BASE32_NOPAD.decode(upper.as_bytes()).map_err(|_: data_encoding::DecodeError| OpenError::Malformed)?;
    let (body, mac) = bytes.split_at_checked(BODY).ok_or(OpenError::Malformed)?;
    if mac.len() != MAC {
        return Err(OpenError::Malformed);
    }
    let (key, rest) = body.split_first_chunk::<2>().ok_or(OpenError::Malformed)?;
    let (recipient, rest) = rest.split_first_chunk::<8>().ok_or(OpenError::Malformed)?;
    let (what, _) = rest.split_first_chunk::<8>().ok_or(OpenError::Malformed)?;
    let key = u16::from_be_bytes(*key);
    let (recipient, what) = (RecipientId::new(i64::from_be_bytes(*recipient)), i64::from_be_bytes(*what));
    match (ring.verify(key, LABEL, body, mac), ring.verify(key, LETTER_LABEL, body, mac)) {
        (None, _) | (_, None) => Err(OpenError::UnknownKey(key)),
        (Some(true), _) => Ok(DeliveryRef { campaign: CampaignId::new(what), recipient, letter: None }),
        (_, Some(true)) => Ok(DeliveryRef { campaign: LETTERS, recipient, letter: Some(LetterId::new(what)) }),
        (Some(false), Some(false)) => Err(OpenError::Forged),
    }
}

/// The left half of the delivery's Message-ID: the same for every try of the same delivery, and it tells nobody which
/// person it is (CONFORMANCE B3).
pub fn message_id(ring: &KeyRing, delivery: DeliveryRef) -> String {
    let mut bytes = Vec::with_capacity(24);
    bytes.extend(delivery.recipient.get().to_be_bytes());
    bytes.extend(delivery.campaign.get().to_be_bytes());
    bytes.extend(delivery.letter.map(|letter| letter.get().to_be_bytes()).into_iter().flatten());
    let mac = ring.lasting_mac(&bytes);
    base32(mac.split_at_checked(MESSAGE_ID).map_or(&mac[..], |(kept, _)| kept))
}

fn base32(bytes: &[u8]) -> String {
    let encoding: &Encoding = &BASE32_NOPAD;
    encoding.encode(bytes).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_path_survives_a_change_of_case_and_no_other() {
        let ring = KeyRing::generate().unwrap();
        let of_campaign = DeliveryRef { campaign: CampaignId::new(5), recipient: RecipientId::new(6), letter: None };
        let of_letter = DeliveryRef { campaign: LETTERS, letter: Some(LetterId::new(5)), ..of_campaign };
        for delivery in [of_letter, of_campaign] {
            let minted = mint(&ring, delivery);
            assert!(minted.len() + "bounce+".len() <= 64);
            assert_eq!(open(&ring, &minted.to_ascii_uppercase()), Ok(delivery));
        }
        assert_ne!(message_id(&ring, of_letter), message_id(&ring, of_campaign));
        let minted = mint(&ring, of_campaign);
        let mut bad = minted.clone().into_bytes();
        bad[7] = if bad[7] == b'a' { b'b' } else { b'a' };
        assert!(open(&ring, std::str::from_utf8(&bad).unwrap()).is_err());
        assert!(open(&ring, "").is_err());
    }
}
