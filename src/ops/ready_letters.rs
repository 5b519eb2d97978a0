//! Making letters ready: each is written for its recipient, with links that are minted now and begin to run out now.

use std::sync::Arc;

use chrono::Duration;

use super::ready::{Ready, signed};
use crate::clock;
use crate::dkim::Signer;
use crate::domain::id::NodeId;
use crate::domain::letter::{Block, Target};
use crate::domain::signup::CONFIRM_HOURS;
use crate::domain::{Kind, RecipientId};
use crate::gate::{Data, Message};
use crate::link::return_path::{self, DeliveryRef};
use crate::link::{Claim, KeyRing, token};
use crate::mail::{Frame, LetterText, Part, Personal};
use crate::store::deliveries::Claimed;
use crate::store::letters::Letter;
use crate::store::outcomes::Then;
use crate::store::recipients::Recipient;
use crate::words::Language;

/// A letter that was claimed.
pub(super) type ClaimedLetter = (Claimed, Recipient, Letter);

/// What letters are made with.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) ring: Arc<KeyRing>,
    pub(super) signer: Option<Signer>,
    pub(super) frame: Frame,
    pub(super) node: NodeId,
}

impl Desk {
    /// Makes the letters of one claim, off the runtime's threads: signing takes its time.
    pub(super) async fn make_all(self, claims: Vec<ClaimedLetter>) -> Ready {
        let made = tokio::task::spawn_blocking(move || {
            let mut ready = Ready::default();
            for (claim, person, letter) in claims {
                match self.make(claim, &person, &letter) {
                    Some(message) => ready.messages.push(message),
                    None => ready.failed.push(claim),
                }
            }
            ready
        });
        made.await.unwrap_or_else(|error| {
            tracing::error!(%error, "Letters could not be made ready");
            Ready { lost: true, ..Ready::default() }
        })
    }

    /// The message of one letter; none where there is nobody to write to.
    fn make(&self, claim: Claimed, person: &Recipient, letter: &Letter) -> Option<Message> {
        let key = claim.delivery;
        let delivery = DeliveryRef { campaign: key.campaign, recipient: person.id, letter: Some(key.letter) };
        let message_id = return_path::message_id(&self.ring, delivery);
        let composed = LetterText {
            language: &letter.language,
            direction: Language::of_tag(&letter.language).unwrap_or(Language::English).dir(),
            subject: &letter.subject,
            parts: letter.blocks.iter().map(|block| self.part(person.id, block)).collect(),
        };
        let failed = |error: &dyn std::error::Error| {
            tracing::warn!(%error, recipient.id = %person.id, "A letter could not be made");
        };
        let compiled = composed.compile(&self.frame).map_err(|error| failed(&error)).ok()?;
        let composed = compiled.compose(&Personal {
            address: letter.other.as_ref().or(person.address.as_ref())?,
            name: person.name.as_ref(),
            unsubscribe_token: None,
            policy_token: None,
            preferences_token: "none",
            message_id: &message_id,
            return_path: &return_path::mint(&self.ring, delivery),
            date: clock::now(),
        });
        let composed = composed.map_err(|error| failed(&error)).ok()?;
        let from = compiled.from_domain();
        let bytes = signed(self.signer.as_ref(), from, composed.bytes).map_err(|error| failed(&error)).ok()?;
        let data = Data::new(&bytes).map_err(|error| failed(&error)).ok()?;
        Some(Message {
            delivery: key,
            kind: Kind::Notice,
            node: self.node,
            attempt: claim.attempt,
            first_try_at: claim.first_try_at,
            envelope_id: message_id,
            from: composed.from,
            to: composed.to,
            data,
            needs_smtputf8: composed.needs_smtputf8,
            if_accepted: Then::Nothing,
        })
    }

    fn part<'a>(&self, recipient: RecipientId, block: &'a Block) -> Part<'a> {
        match block {
            Block::Text(text) => Part::Text(text),
            Block::Facts(facts) => Part::Facts(facts),
            Block::File { name, json } => Part::File { name, json },
            Block::Link { label, to } => Part::Link { label, url: self.url(recipient, *to) },
        }
    }

    fn url(&self, recipient: RecipientId, to: Target) -> String {
        let base = self.frame.base_url.trim_end_matches('/');
        match to {
            Target::Preferences => {
                let token = token::mint(&self.ring, &Claim::Preferences { recipient, campaign: None });
                format!("{base}/preferences/{token}")
            }
            // It turns on mail that the address asked for, and shows nothing: there is no harm in a slow reader.
            Target::SignUp(request) => {
                let expires_at = clock::now() + Duration::hours(CONFIRM_HOURS);
                let claim = Claim::SignUp { request, expires_at };
                format!("{base}/signup/{}", token::mint(&self.ring, &claim))
            }
            Target::Request { action, request } => {
                let expires_at = clock::now() + action.link_lasts();
                let claim = Claim::Mailed { recipient, action, request, expires_at };
                format!("{base}/data/{}", token::mint(&self.ring, &claim))
            }
        }
    }
}
