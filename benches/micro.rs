//! The small things that happen for every message or every click:  cargo bench --bench micro
//!
//! They have no peer; what they cost is judged by what a whole message or click costs.
#![cfg(test)]

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use consentry::dkim::{Algorithm, DkimKey, Selector, Signer};
use consentry::domain::consent::{ConsentEvent, ConsentState, Decision, Source};
use consentry::domain::policy::{PolicyState, PolicyVersion};
use consentry::domain::recipient::Name;
use consentry::domain::verdict::{Facts, MessageKind, decide};
use consentry::domain::{Address, CampaignId, List, RecipientId, Scope, Seq, Stream};
use consentry::link::{Claim, KeyRing, token};
use consentry::mail::frame::ListFrame;
use consentry::mail::{CampaignText, Compiled, Frame, Personal};
use consentry::words::{Language, Words};
use divan::{Bencher, bench};

fn main() {
    divan::main();
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

fn claim() -> Claim {
    let (recipient, list) = (RecipientId::new(1 << 60), List::Stream(Stream::Company));
    Claim::Unsubscribe { recipient, list, campaign: Some(CampaignId::new(1 << 51)) }
}

#[bench]
fn token_mint(bencher: Bencher<'_, '_>) {
    let ring = KeyRing::generate().unwrap();
    bencher.bench(|| token::mint(&ring, black_box(&claim())));
}

#[bench]
fn token_verify(bencher: Bencher<'_, '_>) {
    let ring = KeyRing::generate().unwrap();
    let token = token::mint(&ring, &claim());
    bencher.bench(|| token::open(&ring, black_box(&token)).unwrap());
}

#[bench]
fn address_parse() -> Address {
    Address::parse(black_box("Dorothea.Brooke@Middlemarch.example")).unwrap()
}

#[bench]
fn address_hash(bencher: Bencher<'_, '_>) {
    let ring = KeyRing::generate().unwrap();
    let address = Address::parse("Dorothea.Brooke@Middlemarch.example").unwrap();
    bencher.bench(|| ring.hash_address(black_box(&address)));
}

/// The fold of what a person said, and the verdict on it.
#[bench]
fn verdict(bencher: Bencher<'_, '_>) {
    let said = |seq, stream| ConsentEvent {
        seq: Seq::new(seq),
        scope: Scope::Stream(stream),
        decision: Decision::Granted,
        source: Source::Registration,
        happened_at: moment(),
        policy: PolicyVersion::FIRST,
    };
    let events = [said(1, Stream::Company), said(2, Stream::Partner)];
    bencher.bench(|| {
        let facts = Facts {
            consent: ConsentState::fold(black_box(&events)),
            suppressions: Vec::new(),
            policy: PolicyState::unchanged(PolicyVersion::FIRST),
            cap: None,
            recent: Vec::new(),
        };
        decide(MessageKind::Company(None), &facts, moment())
    });
}

/// A message of 10 KB in two parts.
fn compiled() -> Compiled {
    let paragraph = "Dear {{ first_name | reader }}, the ferry brought four crates of books this week, and among them the \
         second volume of the tide tables that so many of you have asked for. We keep one for you until Friday.\n\n";
    let frame = Frame {
        from_name: Name::parse("Harbour Books").unwrap(),
        from: Address::parse("news@harbour.example").unwrap(),
        sender_name: "Harbour Books".to_owned(),
        postal_address: "Harbour Books, 12 Quay Street, Port Ellis 40210".to_owned(),
        base_url: "https://mail.harbour.example".to_owned(),
        return_path_domain: "harbour.example".to_owned(),
        list: Some(ListFrame {
            list: List::Stream(Stream::Company),
            name: "company mail".to_owned(),
            id_domain: "harbour.example".to_owned(),
            remove_address: Address::parse("remove@harbour.example").unwrap(),
            campaign: CampaignId::new(1 << 51),
            words: Words::new(Language::English),
        }),
    };
    let (text, html) = (paragraph.repeat(14), format!("<p>{}</p>", paragraph.repeat(27)));
    Compiled::new(&CampaignText { subject: "News for {{ first_name | you }}", text: &text, html: &html }, &frame)
        .unwrap()
}

fn message(compiled: &Compiled, address: &Address, name: Option<&Name>, token: &str) -> Vec<u8> {
    let personal = Personal {
        address,
        name,
        unsubscribe_token: Some(token),
        preferences_token: token,
        policy_token: None,
        message_id: token,
        return_path: token.get(..40).unwrap(),
        date: moment(),
    };
    compiled.compose(&personal).unwrap().bytes
}

#[bench]
fn compose_10_kb(bencher: Bencher<'_, '_>) {
    let (compiled, address, token) = (compiled(), Address::parse("p@example.org").unwrap(), "A".repeat(60));
    let name = Name::parse("Dorothea Brooke").unwrap();
    bencher.bench(|| message(&compiled, black_box(&address), name.as_ref(), &token));
}

#[bench(args = ["ed25519", "rsa"])]
fn sign_10_kb(bencher: Bencher<'_, '_>, algorithm: &str) {
    let algorithm: Algorithm = algorithm.parse().unwrap();
    let key = DkimKey::generate(Selector::parse("bench").unwrap(), algorithm).unwrap();
    let signer = Signer::new(vec![Arc::new(key)]).unwrap();
    let bytes = message(&compiled(), &Address::parse("p@example.org").unwrap(), None, &"A".repeat(60));
    bencher.bench(|| signer.sign(black_box(&bytes), "harbour.example", moment()).unwrap());
}
