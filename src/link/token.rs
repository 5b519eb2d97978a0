//! Token v1: what a link says, and the proof that we said it.
//!
//! ```text
//! byte   0      1-2     3        4           5-12      13-20      21-28     29-44
//!        1      key id  purpose  scope kind  scope id  recipient  evidence  HMAC-SHA256, first 128 bits
//! ```
//! 45 bytes, big-endian, base64url without padding: 60 characters. The MAC covers everything before it, so purpose and
//! scope cannot be swapped (CONFORMANCE A5, M 9.1.1). The scope stands in the token itself: the link works after its
//! campaign, topic or partner is gone (G7). `evidence` is the campaign the link was sent with, which
//! decides nothing, or the second at which the link runs out. In a mailed link the kind is its action and the id is its
//! request's.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};

use super::keyring::KeyRing;
use crate::domain::action::Action;
use crate::domain::{CampaignId, List, PartnerId, PolicyVersion, RecipientId, RequestId, Seq, Stream, TopicId};

/// Bytes before the MAC.
const BODY: usize = 29;
/// Bytes of the MAC that are kept: 128 bits (CONFORMANCE M 11.2.3).
const MAC: usize = 16;
/// Characters of a token.
pub const TOKEN_CHARS: usize = 60;
/// Keeps these MACs apart from every other use of the same key.
const LABEL: &[u8] = b"consentry link";
const VERSION: u8 = 1;

const UNSUBSCRIBE: u8 = 1;
const PREFERENCES: u8 = 2;
const UNDO: u8 = 3;
const MAILED: u8 = 4;
const SIGN_UP: u8 = 9;
const POLICY: u8 = 8;

const COMPANY: u8 = 1;
const PARTNER: u8 = 2;
const TOPIC: u8 = 3;
const NAMED_PARTNER: u8 = 4;
const NO_SCOPE: u8 = 0;

/// What a link lets its holder do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Take the recipient off a list, by one click or on the page. Never expires.
    Unsubscribe {
        /// Who.
        recipient: RecipientId,
        /// Off which list.
        list: List,
        /// The campaign it was sent with.
        campaign: Option<CampaignId>,
    },
    /// Open the recipient's preference page. Never expires.
    Preferences {
        /// Who.
        recipient: RecipientId,
        /// The campaign it was sent with.
        campaign: Option<CampaignId>,
    },
    /// Read a policy version and say no or yes to it. Never expires.
    Policy {
        /// Who.
        recipient: RecipientId,
        /// Which version.
        version: PolicyVersion,
        /// The campaign it was sent with.
        campaign: Option<CampaignId>,
    },
    /// Undo one choice, in the visit in which it was made.
    Undo {
        /// Who.
        recipient: RecipientId,
        /// The first ledger entry of the choice.
        entry: Seq,
        /// Until when.
        expires_at: DateTime<Utc>,
    },
    /// Complete what was asked for, by a link that went to the address itself and nowhere else.
    Mailed {
        /// Who.
        recipient: RecipientId,
        /// What for, and for nothing else.
        action: Action,
        /// Which request.
        request: RequestId,
        /// Until when.
        expires_at: DateTime<Utc>,
    },
    /// Confirm a sign-up, by a link that went to the address itself: nobody is a recipient before that.
    SignUp {
        /// Which sign-up.
        request: RequestId,
        /// Until when.
        expires_at: DateTime<Utc>,
    },
}

/// Why a token is refused. Pages answer all of them alike (CONFORMANCE A11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is not one of our tokens at all.
    #[error("the link is incomplete or was changed")]
    Malformed,
    /// It names a key that the ring does not hold.
    #[error("the link names a key that we do not know")]
    UnknownKey(u16),
    /// The MAC does not fit.
    #[error("the link was not signed by us")]
    Forged,
}

impl OpenError {
    /// One word for the log.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::UnknownKey(_) => "unknown key",
            Self::Forged => "forged",
        }
    }
}

/// Signs `claim` with the ring's signing key.
pub fn mint(ring: &KeyRing, claim: &Claim) -> String {
    let (purpose, (kind, scope), recipient, evidence) = match *claim {
        Claim::Unsubscribe { recipient, list, campaign } => {
            (UNSUBSCRIBE, scope_parts(list), recipient, campaign.map_or(0, CampaignId::get))
        }
        Claim::Preferences { recipient, campaign } => {
            (PREFERENCES, (NO_SCOPE, 0), recipient, campaign.map_or(0, CampaignId::get))
        }
        Claim::Policy { recipient, version, campaign } => {
            (POLICY, (NO_SCOPE, version.0.into()), recipient, campaign.map_or(0, CampaignId::get))
        }
        Claim::Undo { recipient, entry, expires_at } => {
            (UNDO, (NO_SCOPE, entry.get()), recipient, expires_at.timestamp())
        }
        Claim::Mailed { recipient, action, request, expires_at } => {
            (MAILED, (action.code(), request.get()), recipient, expires_at.timestamp())
        }
        Claim::SignUp { request, expires_at } => {
            (SIGN_UP, (NO_SCOPE, request.get()), RecipientId::new(0), expires_at.timestamp())
        }
    };
    let mut bytes = Vec::with_capacity(BODY + MAC);
    bytes.push(VERSION);
    bytes.extend(ring.signing_key_id().to_be_bytes());
    bytes.extend([purpose, kind]);
    bytes.extend(scope.to_be_bytes());
    bytes.extend(recipient.get().to_be_bytes());
    bytes.extend(evidence.to_be_bytes());
    let mac: [u8; MAC] = ring.sign(LABEL, &bytes);
    bytes.extend(mac);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Checks a token and reads its claim. The MAC is checked before anything in the token is believed.
///
/// # Errors
/// See [`OpenError`].
pub fn open(ring: &KeyRing, token: &str) -> Result<Claim, OpenError> {
    if token.len() != TOKEN_CHARS {
        return Err(OpenError::Malformed);
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_: base64::DecodeError| OpenError::Malformed)?;
    let (body, mac) = bytes.split_at_checked(BODY).ok_or(OpenError::Malformed)?;
    let mut fields = Fields(body);
    let version = fields.take::<1>()?;
    let key = u16::from_be_bytes(fields.take()?);
    if version != [VERSION] {
        return Err(OpenError::Malformed);
    }
    match ring.verify(key, LABEL, body, mac) {
        None => return Err(OpenError::UnknownKey(key)),
        Some(false) => return Err(OpenError::Forged),
        Some(true) => {}
    }
    let [purpose, kind] = fields.take()?;
    let scope = i64::from_be_bytes(fields.take()?);
    let recipient = RecipientId::new(i64::from_be_bytes(fields.take()?));
    let evidence = i64::from_be_bytes(fields.take()?);
    let campaign = Some(evidence).filter(|id| *id != 0).map(CampaignId::new);
    match purpose {
        UNSUBSCRIBE => Ok(Claim::Unsubscribe { recipient, list: list_of(kind, scope)?, campaign }),
        PREFERENCES => Ok(Claim::Preferences { recipient, campaign }),
        POLICY => {
            let version = i32::try_from(scope).map_err(|_: std::num::TryFromIntError| OpenError::Malformed)?;
            Ok(Claim::Policy { recipient, version: PolicyVersion(version), campaign })
        }
        UNDO => {
            let expires_at = DateTime::from_timestamp(evidence, 0).ok_or(OpenError::Malformed)?;
            Ok(Claim::Undo { recipient, entry: Seq::new(scope), expires_at })
        }
        MAILED => {
            let expires_at = DateTime::from_timestamp(evidence, 0).ok_or(OpenError::Malformed)?;
            let action = Action::from_code(kind).ok_or(OpenError::Malformed)?;
            Ok(Claim::Mailed { recipient, action, request: RequestId::new(scope), expires_at })
        }
        SIGN_UP => {
            let expires_at = DateTime::from_timestamp(evidence, 0).ok_or(OpenError::Malformed)?;
            Ok(Claim::SignUp { request: RequestId::new(scope), expires_at })
        }
        _ => Err(OpenError::Malformed),
    }
}

/// Takes fixed-size fields off the front.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], OpenError> {
        let (field, rest) = self.0.split_first_chunk::<N>().ok_or(OpenError::Malformed)?;
        self.0 = rest;
        Ok(*field)
    }
}

const fn scope_parts(list: List) -> (u8, i64) {
    match list {
        List::Stream(Stream::Company) => (COMPANY, 0),
        List::Stream(Stream::Partner) => (PARTNER, 0),
        List::Topic(id) => (TOPIC, id.get()),
        List::Partner(id) => (NAMED_PARTNER, id.get()),
    }
}

const fn list_of(kind: u8, id: i64) -> Result<List, OpenError> {
    match kind {
        COMPANY => Ok(List::Stream(Stream::Company)),
        PARTNER => Ok(List::Stream(Stream::Partner)),
        TOPIC => Ok(List::Topic(TopicId::new(id))),
        NAMED_PARTNER => Ok(List::Partner(PartnerId::new(id))),
        _ => Err(OpenError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims() -> Vec<Claim> {
        let recipient = RecipientId::new(7_340_033_123_456_789);
        let campaign = Some(CampaignId::new(99));
        let lists = [
            List::Stream(Stream::Company),
            List::Stream(Stream::Partner),
            List::Topic(TopicId::new(3)),
            List::Partner(PartnerId::new(4)),
        ];
        let mut claims: Vec<_> =
            lists.into_iter().map(|list| Claim::Unsubscribe { recipient, list, campaign }).collect();
        claims.push(Claim::Preferences { recipient, campaign: None });
        claims.push(Claim::Policy { recipient, version: PolicyVersion(2), campaign });
        let expires_at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        claims.push(Claim::Undo { recipient, entry: Seq::new(12), expires_at });
        claims.push(Claim::SignUp { request: RequestId::new(13), expires_at });
        claims.push(Claim::Mailed { recipient, action: Action::Erase, request: RequestId::new(12), expires_at });
        claims
    }

    #[test]
    fn what_was_minted_opens_and_is_at_most_64_characters() {
        let ring = KeyRing::generate().unwrap();
        for claim in claims() {
            let token = mint(&ring, &claim);
            assert_eq!(token.len(), TOKEN_CHARS);
            assert!(token.len() <= 64);
            assert_eq!(open(&ring, &token), Ok(claim));
        }
    }

    /// CONFORMANCE A5.
    #[test]
    fn a5_one_flipped_bit_in_any_position_is_refused() {
        let ring = KeyRing::generate().unwrap();
        for claim in claims() {
            let good = URL_SAFE_NO_PAD.decode(mint(&ring, &claim)).unwrap();
            for bit in 0..good.len() * 8 {
                let mut bad = good.clone();
                bad[bit / 8] ^= 1 << (bit % 8);
                assert!(open(&ring, &URL_SAFE_NO_PAD.encode(&bad)).is_err(), "bit {bit} of {claim:?}");
            }
        }
    }

    #[test]
    fn another_ring_and_another_length_are_refused() {
        let (ours, theirs) = (KeyRing::generate().unwrap(), KeyRing::generate().unwrap());
        let token = mint(&theirs, &claims()[0]);
        assert_eq!(open(&ours, &token), Err(OpenError::Forged));
        for bad in ["", "x", &token[1..], &format!("{token}A"), &token.replace(|_: char| true, "=")] {
            assert_eq!(open(&ours, bad), Err(OpenError::Malformed));
        }
    }

    #[test]
    fn a_token_outlives_the_rotation_of_its_key() {
        let mut ring = KeyRing::generate().unwrap();
        let token = mint(&ring, &claims()[0]);
        ring.rotate().unwrap();
        assert_eq!(open(&ring, &token), Ok(claims()[0]));
        assert_ne!(mint(&ring, &claims()[0]), token);
    }
}
