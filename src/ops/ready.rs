//! Making messages ready: rendered and signed ahead of the last look, so that nothing slow stands between it and the
//! body (G2).

use std::num::NonZero;
use std::sync::Arc;

use super::framing::Editions;
use crate::clock;
use crate::dkim::{SignError, Signer};
use crate::domain::id::NodeId;
use crate::domain::{Kind, PolicyVersion};
use crate::gate::{Data, Message};
use crate::link::return_path::{self, DeliveryRef};
use crate::link::{Claim, KeyRing, token};
use crate::mail::Personal;
use crate::store::deliveries::Claimed;
use crate::store::outcomes::Then;
use crate::store::recipients::Recipient;

/// What the messages of one claim are made with.
#[derive(Clone)]
pub(super) struct Bench {
    pub(super) ring: Arc<KeyRing>,
    pub(super) signer: Option<Signer>,
    pub(super) editions: Arc<Editions>,
    pub(super) kind: Kind,
    pub(super) node: NodeId,
    /// The policy version that the campaign gives notice of.
    pub(super) policy: Option<PolicyVersion>,
}

/// What became of a claim.
#[derive(Default)]
pub(super) struct Ready {
    /// The messages, in the order of their claims.
    pub(super) messages: Vec<Message>,
    /// Claims of which no message could be made.
    pub(super) failed: Vec<Claimed>,
    /// Making some of them ended in a panic: they are claimed, and nobody holds them.
    pub(super) lost: bool,
}

impl Bench {
    /// Makes the messages of one claim, on every core: an RSA signature takes far longer than all the rest, and would
    /// hold up whatever shares the thread.
    pub(super) async fn make_all(self, claims: Vec<(Claimed, Recipient)>) -> Ready {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let share = claims.len().div_ceil(cores).max(1);
        let mut rest = claims;
        let mut shares = Vec::with_capacity(cores);
        while !rest.is_empty() {
            let after = rest.split_off(share.min(rest.len()));
            let (bench, claims) = (self.clone(), std::mem::replace(&mut rest, after));
            shares.push(tokio::task::spawn_blocking(move || bench.make_share(claims)));
        }
        let mut ready = Ready::default();
        for share in shares {
            match share.await {
                Ok(made) => {
                    ready.messages.extend(made.messages);
                    ready.failed.extend(made.failed);
                }
                Err(error) => {
                    tracing::error!(%error, "Messages could not be made ready");
                    ready.lost = true;
                }
            }
        }
        ready
    }

    fn make_share(&self, claims: Vec<(Claimed, Recipient)>) -> Ready {
        let mut ready = Ready::default();
        for (claim, person) in claims {
            match self.make(claim, &person) {
                Some(message) => ready.messages.push(message),
                None => ready.failed.push(claim),
            }
        }
        ready
    }

    /// The message of one delivery; none where there is nobody to write to.
    fn make(&self, claim: Claimed, person: &Recipient) -> Option<Message> {
        let compiled = self.editions.of(person.locale.as_ref());
        let ring = &self.ring;
        let delivery = DeliveryRef { campaign: claim.delivery.campaign, recipient: person.id, letter: None };
        let campaign = Some(claim.delivery.campaign);
        let off_list = |list| token::mint(ring, &Claim::Unsubscribe { recipient: person.id, list, campaign });
        let unsubscribe = self.editions.list.map(off_list);
        let preferences = token::mint(ring, &Claim::Preferences { recipient: person.id, campaign });
        let on_version = |version| token::mint(ring, &Claim::Policy { recipient: person.id, version, campaign });
        let policy = self.policy.map(on_version);
        let message_id = return_path::message_id(ring, delivery);
        let composed = compiled.compose(&Personal {
            address: person.address.as_ref()?,
            name: person.name.as_ref(),
            unsubscribe_token: unsubscribe.as_deref(),
            preferences_token: &preferences,
            policy_token: policy.as_deref(),
            message_id: &message_id,
            return_path: &return_path::mint(ring, delivery),
            date: clock::now(),
        });
        let failed = |error: &dyn std::error::Error| {
            tracing::warn!(%error, recipient.id = %person.id, "A message could not be made");
        };
        let composed = composed.map_err(|error| failed(&error)).ok()?;
        let from = compiled.from_domain();
        let bytes = signed(self.signer.as_ref(), from, composed.bytes).map_err(|error| failed(&error)).ok()?;
        let data = Data::new(&bytes).map_err(|error| failed(&error)).ok()?;
        Some(Message {
            delivery: claim.delivery,
            kind: self.kind,
            node: self.node,
            attempt: claim.attempt,
            first_try_at: claim.first_try_at,
            envelope_id: message_id,
            from: composed.from,
            to: composed.to,
            data,
            needs_smtputf8: composed.needs_smtputf8,
            if_accepted: self.policy.map_or(Then::Nothing, Then::NoticeGiven),
        })
    }
}

/// The message with its signatures in front, made last of all (CONFORMANCE C7).
pub(super) fn signed(signer: Option<&Signer>, from_domain: &str, message: Vec<u8>) -> Result<Vec<u8>, SignError> {
    let Some(signer) = signer else { return Ok(message) };
    let mut bytes = signer.sign(&message, from_domain, clock::now())?;
    bytes.extend(message);
    Ok(bytes)
}
