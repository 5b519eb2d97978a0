//! The return path of a delivery (VERP) and its Message-ID: what a report must carry to be believed (CONFORMANCE D11).

use data_encoding::{BASE32_NOPAD, Encoding};

use super::keyring::KeyRing;
use super::token::OpenError;
use crate::domain::{CampaignId, RecipientId};

/// Bytes before the MAC: key id, recipient, campaign.
const BODY: usize = 18;
/// Bytes of the MAC that are kept: 80 bits. A forger gains one false bounce report, and every try costs a mail.
const MAC: usize = 10;
const LABEL: &[u8] = b"consentry return path";
/// Bytes of a Message-ID: 160 bits, so that no two messages ever share one.
const MESSAGE_ID: usize = 20;

/// Which delivery a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryRef {
    /// The campaign.
    pub campaign: CampaignId,
    /// The recipient.
    pub recipient: RecipientId,
}

/// The part of the local part behind `bounce+`: lower-case base32, because mail hosts may change case on the way.
/// 45 characters, so that the whole local part stays under 64 (RFC 5321 section 4.5.3.1.1).
pub fn mint(ring: &KeyRing, delivery: DeliveryRef) -> String {
    let mut bytes = Vec::with_capacity(BODY + MAC);
    bytes.extend(ring.signing_key_id().to_be_bytes());
    bytes.extend(delivery.recipient.get().to_be_bytes());
    bytes.extend(delivery.campaign.get().to_be_bytes());
    let mac: [u8; MAC] = ring.sign(LABEL, &bytes);
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
    let (campaign, _) = rest.split_first_chunk::<8>().ok_or(OpenError::Malformed)?;
    let key = u16::from_be_bytes(*key);
    match ring.verify(key, LABEL, body, mac) {
        None => Err(OpenError::UnknownKey(key)),
        Some(false) => Err(OpenError::Forged),
        Some(true) => Ok(DeliveryRef {
            campaign: CampaignId::new(i64::from_be_bytes(*campaign)),
            recipient: RecipientId::new(i64::from_be_bytes(*recipient)),
        }),
    }
}

/// The left half of the delivery's Message-ID: the same for every try of the same delivery, and it tells nobody which
/// person it is (CONFORMANCE B3).
pub fn message_id(ring: &KeyRing, delivery: DeliveryRef) -> String {
    let mut bytes = [0; 16];
    let (recipient, campaign) = bytes.split_at_mut(8);
    recipient.copy_from_slice(&delivery.recipient.get().to_be_bytes());
    campaign.copy_from_slice(&delivery.campaign.get().to_be_bytes());
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
        let delivery = DeliveryRef { campaign: CampaignId::new(5), recipient: RecipientId::new(6) };
        let minted = mint(&ring, delivery);
        assert!(minted.len() + "bounce+".len() <= 64);
        assert_eq!(open(&ring, &minted.to_ascii_uppercase()), Ok(delivery));
        let mut bad = minted.clone().into_bytes();
        bad[7] = if bad[7] == b'a' { b'b' } else { b'a' };
        assert!(open(&ring, std::str::from_utf8(&bad).unwrap()).is_err());
        assert!(open(&ring, "").is_err());
    }
}
