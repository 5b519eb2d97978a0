//! Consent records: what a person's ledger entries say in the fields of ISO/IEC TS 27560:2023 (CONFORMANCE K).
//!
//! One record for each scope that the person ever said something about, with a version for every entry that touches it
//! (K4): nothing is overwritten, and each version stands on its own with every mandatory field. A receipt is an id with
//! the whole record (K3). The state of a version comes from the same fold as the verdict, so a record can't say yes
//! where the gate says no.
//!
//! # Why ids are derived and not stored
//! TS 27560 advises a UUID-4. Ours has its form, and 122 bits of the SHA-256 that chains the ledger entry, mixed with the
//! scope: two exports name the same version alike, on every node and after a restore, no table must be kept in step with
//! the ledger, and who doubts a record finds the entry it came from. Nothing about the person can be read from it.

mod fields;
mod id;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

pub use fields::{Bar, Event, Notice, Party, PersonalData, Processing, Receipt, Record, Records, Shown, Version};
pub use id::RecordId;
pub use terms::{Context, NOT_STATED};

use super::consent::{ConsentEvent, ConsentState, Decision, Source, Standing};
use super::policy::{Heard, PolicyVersion};
use super::scope::{List, Scope, Stream};
use super::suppression::Suppression;
use super::verdict::NamedPartner;
use super::{RecipientId, Seq, TopicId};

/// One ledger entry about the person, or about their address.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the fold needs.
    pub event: ConsentEvent,
    /// The hash that chains the entry.
    pub hash: [u8; 32],
    /// Why we may act on it.
    pub basis: String,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// The exact words that were shown, with their digest in hexadecimal.
    pub wording: Option<(String, String)>,
    /// The language of the words.
    pub language: Option<String>,
    /// The policy version that was in force.
    pub policy_version: i32,
    /// Whether the person made it; else we or our staff did, on what they said or of our own.
    pub by_person: bool,
}

/// Who answers for the mail, and under which conditions data are kept: from the settings.
#[derive(Clone, Debug)]
pub struct Controller {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub postal_address: String,
    /// Where people reach it.
    pub contact: String,
    /// The law it is under.
    pub jurisdiction: String,
    /// Where data are stored.
    pub storage_location: String,
    /// How long they are kept.
    pub retention: String,
    /// How a person withdraws.
    pub withdrawal: String,
}

/// Everything that the records are made from.
#[derive(Clone, Debug)]
pub struct Material {
    /// Whose records.
    pub principal: RecipientId,
    /// Their entries, in the order of the ledger.
    pub entries: Vec<Entry>,
    /// What is held against their address or domain now.
    pub suppressions: Vec<Suppression>,
    /// Topics with their names.
    pub topics: Vec<(TopicId, String)>,
    /// Partners with their names.
    pub partners: Vec<(NamedPartner, String)>,
    /// The privacy notice of each policy version.
    pub notices: BTreeMap<i32, Notice>,
    /// The kinds of data that we hold of the person.
    pub personal_data: Vec<PersonalData>,
    /// Who answers for it.
    pub controller: Controller,
}

/// Makes the records of one person as they are at `now`.
pub fn records(material: &Material, now: DateTime<Utc>) -> Records {
    let records = material.lists().into_iter().filter_map(|list| material.record(list, now));
    Records {
        context: Context,
        schema_version: terms::SCHEMA,
        made_at: now,
        pii_principal_id: material.principal_id(),
        records: records.collect(),
    }
}

/// Makes a receipt that carries the whole of the records (K3).
pub fn receipt(records: Records, id: RecordId, now: DateTime<Utc>) -> Receipt {
    Receipt {
        context: Context,
        kind: "dpv:ConsentReceipt",
        schema_version: terms::RECEIPT_SCHEMA,
        receipt_id: id,
        issued_at: now,
        records,
    }
}

impl Material {
    fn principal_id(&self) -> String {
        format!("recipient:{}", self.principal)
    }

    /// The streams, and every topic and partner that an entry names.
    fn lists(&self) -> Vec<List> {
        let mut lists: Vec<List> = Stream::ALL.into_iter().map(List::Stream).collect();
        for entry in &self.entries {
            let list = match entry.event.scope {
                Scope::Everything | Scope::Stream(_) => continue,
                Scope::Topic(id) => List::Topic(id),
                Scope::Partner(id) => List::Partner(id),
            };
            if !lists.contains(&list) {
                lists.push(list);
            }
        }
        lists
    }

    /// The record of one list; none where no entry touches it.
    fn record(&self, list: List, now: DateTime<Utc>) -> Option<Record> {
        let touching: Vec<_> = self.entries.iter().filter(|entry| self.touches(entry, list)).collect();
        let first = touching.first()?;
        let record_id = RecordId::of(&first.hash, list.scope());
        let mut before: Option<&Entry> = None;
        let mut versions = Vec::with_capacity(touching.len());
        for (number, entry) in (1..).zip(touching.iter().copied()) {
            versions.push(Version {
                id: RecordId::of(&entry.hash, list.scope()).urn(),
                kind: "dpv:ConsentRecord",
                schema_version: terms::SCHEMA,
                record_id,
                version: number,
                replaces: before.map(|before| RecordId::of(&before.hash, list.scope()).urn()),
                pii_principal_id: self.principal_id(),
                privacy_notice: self.notice(entry),
                language: entry.language.clone().unwrap_or_else(|| terms::NO_LANGUAGE.to_owned()),
                pii_processing: vec![self.processing(list, entry)],
                parties: self.parties(list),
                event: self.event(list, entry),
            });
            before = Some(entry);
        }
        let newest = touching.last().copied().unwrap_or(first);
        let bars = self.suppressions.iter().filter(|held| held.in_force(now) && held.scope.covers(list));
        Some(Record {
            id: record_id.urn(),
            kind: "dpv:ConsentRecord",
            schema_version: terms::SCHEMA,
            record_id,
            pii_principal_id: self.principal_id(),
            scope: list.scope().to_string(),
            state: self.state(list, newest).word(),
            policy_declined: self.declined().map(|(version, _)| version.0),
            suppressed_by: bars.map(Bar::of).collect(),
            has_version: versions,
        })
    }

    /// The policy version that the person said no to, if that stands: nothing promotional is sent to them then.
    fn declined(&self) -> Option<(PolicyVersion, Seq)> {
        let events: Vec<_> = self.entries.iter().map(|entry| entry.event).collect();
        Heard::fold(&events).declined()
    }

    /// Whether an entry is about the list; an undo is about what it takes back, too.
    fn touches(&self, entry: &Entry, list: List) -> bool {
        let undone = entry.event.decision.undoes().filter(|seq| *seq < entry.event.seq);
        let undone = undone.and_then(|seq| self.entries.iter().find(|other| other.event.seq == seq));
        std::iter::once(entry).chain(undone).any(|entry| entry.event.scope.includes(list.scope()))
    }

    /// What holds for the list after `entry`.
    fn state(&self, list: List, entry: &Entry) -> State {
        let until = self.entries.iter().map(|entry| entry.event).filter(|event| event.seq <= entry.event.seq);
        let events: Vec<_> = until.collect();
        let added_after = match list {
            List::Partner(id) => {
                self.partners.iter().find(|(partner, _)| partner.id == id).map(|(partner, _)| partner.added_after)
            }
            List::Stream(_) | List::Topic(_) => None,
        };
        let said_yes = |event: &ConsentEvent| event.decision == Decision::Granted && event.scope.includes(list.scope());
        match ConsentState::fold(&events).standing(list, added_after) {
            Standing::Granted(_) => State::Given,
            Standing::Withdrawn(_) if events.iter().any(said_yes) => State::Withdrawn,
            Standing::Withdrawn(_) => State::Refused,
            Standing::Never | Standing::AddedLater(_) => State::NotGiven,
        }
    }

    fn event(&self, list: List, entry: &Entry) -> Event {
        let state = self.state(list, entry);
        Event {
            event_time: entry.event.happened_at,
            recorded_at: entry.recorded_at,
            validity_duration: "until withdrawn",
            entity_id: if entry.by_person { self.principal_id() } else { terms::CONTROLLER.to_owned() },
            event_type: consent_type(entry),
            event_state: event_state(entry, state),
            state: if matches!(entry.event.decision, Decision::Notified(_)) { "notice shown" } else { state.word() },
            decision: entry.event.decision.as_str(),
            scope: entry.event.scope.to_string(),
            ledger_entry: entry.event.seq.get(),
            undoes_entry: entry.event.decision.undoes().map(Seq::get),
        }
    }

    fn notice(&self, entry: &Entry) -> Notice {
        let version = entry.policy_version.to_string();
        let unknown = || Notice { version, published_at: None, text_sha256: None, shown: None };
        let notice = self.notices.get(&entry.policy_version).cloned().unwrap_or_else(unknown);
        let shown = entry.wording.as_ref();
        Notice { shown: shown.map(|(text, digest)| Shown { text: text.clone(), sha256: digest.clone() }), ..notice }
    }

    fn processing(&self, list: List, entry: &Entry) -> Processing {
        let controller = &self.controller;
        Processing {
            kind: "dpv:Process",
            purpose: self.purpose(list),
            purpose_type: "dpv:DirectMarketing",
            lawful_basis: self.basis(list, entry),
            pii_information: self.personal_data.clone(),
            pii_controllers: [terms::CONTROLLER],
            collection_method: entry.event.source.to_string(),
            processing_method: "e-mail sent by the controller; no data go to anybody else",
            storage_locations: vec![controller.storage_location.clone()],
            retention_period: controller.retention.clone(),
            jurisdiction: controller.jurisdiction.clone(),
            recipient_third_parties: self.partners_of(list).map(|(partner, _)| party_id(*partner)).collect(),
            third_parties_receive: "nothing: the controller sends the mail on their behalf",
            withdrawal_method: controller.withdrawal.clone(),
        }
    }

    /// Why mail of the list may be, or might have been, sent after `entry`: the basis of the newest yes to it until then.
    /// What an event that is no yes was based on is not the basis of any mail.
    fn basis(&self, list: List, entry: &Entry) -> String {
        let said_yes = |other: &&Entry| {
            other.event.seq <= entry.event.seq
                && other.event.decision == Decision::Granted
                && other.event.scope.includes(list.scope())
        };
        let newest = self.entries.iter().filter(said_yes).max_by_key(|other| other.event.seq);
        newest.map_or_else(|| super::consent::BASIS_CONSENT.to_owned(), |yes| yes.basis.clone())
    }

    fn purpose(&self, list: List) -> String {
        let named = |name: Option<&String>| name.map_or_else(|| list.scope().to_string(), String::clone);
        match list {
            List::Stream(Stream::Company) => "e-mail with news and offers of the controller".to_owned(),
            List::Stream(Stream::Partner) => "e-mail with offers of named partners, sent by the controller".to_owned(),
            List::Topic(id) => {
                let name = self.topics.iter().find(|(topic, _)| *topic == id).map(|(_, name)| name);
                format!("e-mail with news and offers of the controller: {}", named(name))
            }
            List::Partner(id) => {
                let name = self.partners.iter().find(|(partner, _)| partner.id == id).map(|(_, name)| name);
                format!("e-mail with offers of a named partner, sent by the controller: {}", named(name))
            }
        }
    }

    /// The partners whose mail a consent to the list is about.
    fn partners_of(&self, list: List) -> impl Iterator<Item = &(NamedPartner, String)> {
        self.partners.iter().filter(move |(partner, _)| match list {
            List::Stream(Stream::Partner) => true,
            List::Partner(id) => partner.id == id,
            List::Stream(Stream::Company) | List::Topic(_) => false,
        })
    }

    fn parties(&self, list: List) -> Vec<Party> {
        let controller = &self.controller;
        let us = Party {
            party_id: terms::CONTROLLER.to_owned(),
            party_name: controller.name.clone(),
            party_address: controller.postal_address.clone(),
            party_contact: controller.contact.clone(),
            party_type: "dpv:LegalEntity",
            party_role: "dpv:DataController",
        };
        // Partners get no data, so there is nothing a person could ask them for, and we keep nothing but their names.
        let partner = |(partner, name): &(NamedPartner, String)| Party {
            party_id: party_id(*partner),
            party_name: name.clone(),
            party_address: NOT_STATED.to_owned(),
            party_contact: NOT_STATED.to_owned(),
            party_type: "dpv:LegalEntity",
            party_role: "dpv:ThirdParty",
        };
        std::iter::once(us).chain(self.partners_of(list).map(partner)).collect()
    }
}

fn party_id(partner: NamedPartner) -> String {
    Scope::Partner(partner.id).to_string()
}

/// The kind of consent that an entry is about, as a term of DPV; our own term where it is about none.
fn consent_type(entry: &Entry) -> &'static str {
    match entry.event.decision {
        // A default with a legal basis is a yes that nobody said (SPEC section 3).
        Decision::Granted if entry.basis != super::consent::BASIS_CONSENT => "dpv:ImpliedConsent",
        Decision::Granted if entry.wording.is_some() || entry.event.source != Source::Import => "dpv:ExpressedConsent",
        Decision::Granted | Decision::Withdrawn | Decision::Undone(_) => "dpv:Consent",
        Decision::Notified(_) => "dpv:PrivacyNotice",
        Decision::Overtaken
        | Decision::Lifted
        | Decision::Suppressed
        | Decision::Changed
        | Decision::Declined(_)
        | Decision::Accepted(_) => terms::NO_CONSENT,
    }
}

/// The state after an entry, as a term: that of the consent where the entry is about consent. Else it says so, and what
/// holds stands in the word beside it.
fn event_state(entry: &Entry, state: State) -> &'static str {
    match entry.event.decision {
        Decision::Granted | Decision::Withdrawn | Decision::Undone(_) => state.term(),
        Decision::Notified(_) => terms::NOTICE_SHOWN,
        Decision::Overtaken
        | Decision::Lifted
        | Decision::Suppressed
        | Decision::Changed
        | Decision::Declined(_)
        | Decision::Accepted(_) => terms::UNCHANGED,
    }
}

/// The state of a consent after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Given,
    Withdrawn,
    Refused,
    NotGiven,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::NotGiven => "not given",
        }
    }

    const fn term(self) -> &'static str {
        match self {
            Self::Given => "dpv:ConsentGiven",
            Self::Withdrawn => "dpv:ConsentWithdrawn",
            Self::Refused => "dpv:ConsentRefused",
            Self::NotGiven => "dpv:ConsentUnknown",
        }
    }
}
