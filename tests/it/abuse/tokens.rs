//! Links that are not what they were when we made them, or are used for what they are not for.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consentry::domain::{PolicyVersion, RecipientId, Seq};
use consentry::link::{Claim, KeyRing, token};

use crate::support::both_databases;
use crate::support::house::{House, Running};
use crate::support::raw_http::{exchange, status};
use crate::support::web::{Answer, agent, get, one_click, post, send};

const COMPANY: &[&str] = &["--stream", "company"];
const PARTNER: &[&str] = &["--stream", "partner"];
/// What a link of ours begins with.
const PLACES: [&str; 6] = ["/u/", "/preferences/", "/u/undo/", "/policy/", "/policy/undo/", "/child/"];

/// One link of each kind for somebody who wants everything but company mail, which they have just stopped, and has just
/// said no to a policy version. They stand in the order of [`PLACES`], whose last takes any link of a message.
struct Links {
    unsubscribe: String,
    preferences: String,
    undo: String,
    policy: String,
    policy_undo: String,
}

impl Links {
    fn of(house: &House, web: &Running, person: &str) -> Self {
        let link = house.link(person, COMPANY);
        let pressed = |path: &str, field: (&str, &str), undo: &str| {
            let visit = get(&web.url(path)).between("name=\"visit\" value=\"").unwrap();
            post(&web.url(path), &[("visit", &visit), field], &[]).between(undo).unwrap()
        };
        let undo = pressed(&link, ("stop", "company"), "action=\"/u/undo/");
        let unsubscribe = link.strip_prefix("/u/").unwrap().to_owned();
        let Claim::Unsubscribe { recipient, .. } = token::open(&ring(house), &unsubscribe).unwrap() else {
            panic!("not a link to unsubscribe")
        };
        let mint = |claim| token::mint(&ring(house), &claim);
        let version = house.json(&["policy", "list", "--json"]).as_array().unwrap().last().unwrap()["version"].clone();
        let version = PolicyVersion(version.as_i64().unwrap().try_into().unwrap());
        let policy = mint(Claim::Policy { recipient, version, campaign: None });
        let policy_undo = pressed(&format!("/policy/{policy}"), ("answer", "no"), "action=\"/policy/undo/");
        Self {
            unsubscribe,
            preferences: mint(Claim::Preferences { recipient, campaign: None }),
            undo,
            policy,
            policy_undo,
        }
    }

    fn all(&self) -> [&str; 5] {
        [&self.unsubscribe, &self.preferences, &self.undo, &self.policy, &self.policy_undo]
    }
}

/// Everything that a page of ours may be asked to do at once.
const EVERYTHING: [(&str, &str); 5] =
    [("List-Unsubscribe", "One-Click"), ("stop", "everything"), ("company", "no"), ("partner", "no"), ("answer", "no")];

/// A house with these people, who want everything, and with a policy version to answer.
fn furnish(house: &House, people: &[&str]) -> Running {
    let people: Vec<_> = people.iter().map(|address| (*address, "yes", "yes")).collect();
    house.people(&people);
    let text = house.file("policy.txt", "We keep little.");
    house.ok(&["policy", "publish", "--text", &text, "--summary", &text]);
    house.serve_with(&["--only", "web"])
}

/// The house's own keys: what even they do not open, nothing does.
fn ring(house: &House) -> KeyRing {
    KeyRing::load(&house.folder().join("consentry.keys")).unwrap()
}

fn bytes(token: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(token).unwrap()
}

/// What an answer tells: all but its moment. (Header fields come in an order that each worker of the server shuffles anew.)
fn refusal(answer: &Answer) -> (u16, String, Vec<(String, String)>) {
    let mut headers: Vec<_> = answer.headers.iter().filter(|(name, _)| name != "date").cloned().collect();
    headers.sort();
    (answer.status, answer.body.clone(), headers)
}

/// Looks at, and acts with, a token everywhere; each time it must be answered like one that never existed.
fn assert_refused_everywhere(web: &Running, token: &str) {
    let agent = agent();
    for place in PLACES {
        let answers = |token: &str| {
            let url = web.url(&format!("{place}{token}"));
            let sent = [agent.get(&url).call(), agent.post(&url).send_form(EVERYTHING), agent.head(&url).call()];
            sent.map(|sent| refusal(&send(sent)))
        };
        let (answers, never) = (answers(token), answers("never"));
        assert_eq!(answers, never, "{place}{token}");
        assert!(answers.iter().all(|(status, ..)| *status == 404), "{place}{token}");
        assert_eq!(answers[0].1, answers[1].1, "{place}{token}");
    }
}

/// Prints how long refusals take, side by side: for people to read, since no machine tells a leak from a busy neighbour.
fn report_times(web: &Running, tokens: &[(&str, &str)]) {
    let agent = agent();
    let mut times: Vec<(&str, Vec<Duration>)> = tokens.iter().map(|(name, _)| (*name, Vec::new())).collect();
    for _ in 0..200 {
        for ((_, token), (_, times)) in tokens.iter().zip(&mut times) {
            let began = Instant::now();
            send(agent.get(web.url(&format!("/u/{token}"))).call());
            times.push(began.elapsed());
        }
    }
    for (name, mut times) in times {
        times.sort();
        println!("a link that is {name} is refused in {:?} (median; 9 of 10 in {:?})", times[100], times[180]);
    }
}

both_databases! {
    /// CONFORMANCE A5, A11, M 9.1.1.
    a5_one_flipped_bit_in_any_position_of_any_link_is_refused_and_changes_nothing(house) {
        let web = furnish(house, &["ada@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let before = house.contents();
        let agent = agent();
        let mut flipped = 0;
        for (at, link) in links.all().into_iter().enumerate() {
            let good = bytes(link);
            for bit in 0..good.len() * 8 {
                let mut bad = good.clone();
                bad[bit / 8] ^= 1 << (bit % 8);
                let bad = URL_SAFE_NO_PAD.encode(bad);
                // Where this link would act if it were good, and where it might act if only its purpose were believed.
                for place in [PLACES[at], PLACES[bit % PLACES.len()]] {
                    let answer = send(agent.post(web.url(&format!("{place}{bad}"))).send_form(EVERYTHING));
                    assert_eq!(answer.status, 404, "bit {bit} of {place}");
                }
                flipped += 1;
            }
        }
        assert_eq!(flipped, links.all().len() * 45 * 8);
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// CONFORMANCE A5, A11.
    a11_links_that_are_cut_longer_or_otherwise_written_get_the_answer_of_one_that_never_existed(house) {
        let web = furnish(house, &["ada@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let before = house.contents();
        for link in links.all() {
            let mut bad: Vec<String> = [1, 2, 30, 58, 59].iter().map(|length| link[..*length].to_owned()).collect();
            bad.extend([format!("{link}A"), format!("{link}-."), format!("%20{link}"), format!(".{link}")]);
            bad.extend([link.to_ascii_uppercase(), link.to_ascii_lowercase(), link.chars().rev().collect()]);
            bad.push(format!("{}{}", &link[30..], &link[..30]));
            for token in bad {
                assert_refused_everywhere(&web, &token);
            }
        }
        report_times(&web, &[("cut", &links.unsubscribe[..59]), ("forged", &"A".repeat(60)), ("of another kind", &links.undo)]);
        assert_refused_everywhere(&web, &"A".repeat(60));
        assert_refused_everywhere(&web, &"A".repeat(8_000));
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// G7: what mail programs and people take for a part of the link does not keep it from opening.
    g7_a_link_opens_with_whatever_is_glued_to_it(house) {
        let web = furnish(house, &["ada@example.org", "bob@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let glued = [".", ")", ">", "<", "=", ";", ",", "\"", "'", "`", "/", "//", "%3E", "%22", "%E2%80%9D", "”", ")).", "&gt;", "%20", "%0D%0A", "/%3E."];
        let ask = |method: &str, path: &str| {
            exchange(&web, format!("{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
        };
        let shown = [("/u/", &links.unsubscribe), ("/preferences/", &links.preferences), ("/policy/", &links.policy), ("/child/", &links.unsubscribe)];
        for (place, token) in shown {
            for tail in glued {
                for place in [place.to_owned(), place.to_ascii_uppercase(), format!("/{place}")] {
                    let answer = ask("GET", &format!("{place}{token}{tail}"));
                    assert_eq!(status(&answer), Some(200), "{place}...{tail}: {answer}");
                    assert!(answer.contains("a•••@e•••.org"), "{place}...{tail}: {answer}");
                }
            }
        }
        for place in ["/u/undo/", "/policy/undo/"] {
            assert_eq!(status(&ask("POST", &format!("{place}{}>.", "A".repeat(60)))), Some(404));
        }
        let bob = house.link("bob@example.org", COMPANY);
        assert_eq!(status(&ask("POST", &format!("{bob}>."))), Some(200));
        assert_eq!(house.verdict("bob@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(status(&ask("POST", &format!("/u/undo/{})", links.undo))), Some(200));
        assert_ne!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        web.stop();
    }

    /// CONFORMANCE A5: the MAC covers purpose, scope and recipient together.
    a5_no_part_of_one_link_goes_with_another(house) {
        let web = furnish(house, &["ada@example.org", "bob@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let more = [house.link("ada@example.org", PARTNER), house.link("bob@example.org", COMPANY)];
        let more = more.iter().map(|link| link.strip_prefix("/u/").unwrap());
        let all: Vec<_> = links.all().into_iter().chain(more).map(bytes).collect();
        let before = house.contents();
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().take(at).chain(all.iter().skip(at + 1)) {
                // Every field of one in the other: version and key, purpose, kind, scope, recipient, evidence, MAC.
                for field in [0..3, 3..4, 4..5, 5..13, 13..21, 21..29, 29..45] {
                    let mut mixed = one.clone();
                    mixed[field.clone()].copy_from_slice(&other[field]);
                    if !all.contains(&mixed) {
                        assert_refused_everywhere(&web, &URL_SAFE_NO_PAD.encode(mixed));
                    }
                }
            }
        }
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// CONFORMANCE M 9.1.1: what we did sign does only what it was signed for.
    a_good_link_opens_nothing_but_what_it_is_for(house) {
        let web = furnish(house, &["ada@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let before = house.contents();
        for (at, place) in PLACES.iter().enumerate() {
            for (kind, link) in links.all().into_iter().enumerate() {
                // The link of a message opens the person's preference page too, and each link of a message reports a child.
                if kind == at || matches!((*place, kind), ("/preferences/", 0) | ("/child/", 0 | 1 | 3)) {
                    continue;
                }
                let url = web.url(&format!("{place}{link}"));
                assert_eq!(get(&url).status, 404, "{place} with kind {kind}");
                assert_eq!(post(&url, &EVERYTHING, &[]).status, 404, "{place} with kind {kind}");
            }
        }
        assert_eq!(house.contents(), before);
        web.stop();
    }

    an_undo_that_is_too_late_or_of_somebody_elses_choice_is_refused(house) {
        let web = furnish(house, &["ada@example.org", "bob@example.org"]);
        let ada = Links::of(house, &web, "ada@example.org");
        let bob = Links::of(house, &web, "bob@example.org");
        let claim = |token: &str| match token::open(&ring(house), token).unwrap() {
            Claim::Undo { recipient, entry, expires_at } => (recipient, entry, expires_at),
            other => panic!("{other:?}"),
        };
        let (ada, entry, expires_at) = claim(&ada.undo);
        let (bob, bobs, _) = claim(&bob.undo);
        let before = house.contents();
        let past = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        for (recipient, entry, expires_at, why) in [
            (ada, entry, past, "expired"),
            (bob, entry, expires_at, "Ada's choice with Bob's name"),
            (ada, bobs, expires_at, "Bob's choice with Ada's name"),
            (RecipientId::new(ada.get() + 1_000_000), entry, expires_at, "nobody"),
            (ada, Seq::new(1), expires_at, "the consent itself"),
            (ada, Seq::new(i64::MAX), expires_at, "no entry"),
            (ada, Seq::new(-1), expires_at, "no entry"),
        ] {
            let token = token::mint(&ring(house), &Claim::Undo { recipient, entry, expires_at });
            for place in ["/u/undo/", "/policy/undo/"] {
                assert_eq!(post(&web.url(&format!("{place}{token}")), &[], &[]).status, 404, "{place}: {why}");
            }
        }
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// G6, G11: an undo used again lifts nothing that was stopped since, and does not say that it did.
    g11_an_undo_used_again_leaves_what_was_stopped_since(house) {
        let web = furnish(house, &["ada@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let undo = web.url(&format!("/u/undo/{}", links.undo));
        assert_eq!(post(&undo, &[], &[]).status, 200);
        let once = house.contents();
        assert_eq!(post(&undo, &[], &[]).status, 200, "a button pressed twice says the same twice");
        assert_eq!(house.contents(), once);
        assert_eq!(one_click(&web.url(&format!("/u/{}", links.unsubscribe))).status, 200);
        let stopped = house.contents();
        let again = post(&undo, &[], &[]);
        assert_eq!(again.status, 404, "{}", again.body);
        assert_eq!(house.contents(), stopped);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        web.stop();
    }

    /// G6, G11: the same for the answer to a policy version.
    g11_an_answer_to_a_policy_taken_back_twice_leaves_the_one_given_since(house) {
        let web = furnish(house, &["ada@example.org"]);
        let links = Links::of(house, &web, "ada@example.org");
        let (policy, undo) = (web.url(&format!("/policy/{}", links.policy)), web.url(&format!("/policy/undo/{}", links.policy_undo)));
        assert_eq!(post(&undo, &[], &[]).status, 200);
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear");
        let once = house.contents();
        assert_eq!(post(&undo, &[], &[]).status, 200, "a button pressed twice says the same twice");
        assert_eq!(house.contents(), once);
        assert_eq!(post(&policy, &[("answer", "no")], &[]).status, 200);
        let declined = house.contents();
        let again = post(&undo, &[], &[]);
        assert_eq!(again.status, 404, "{}", again.body);
        assert_eq!(house.contents(), declined);
        assert_eq!(house.verdict("ada@example.org", PARTNER)["reason"], "policy_declined");
        web.stop();
    }

    /// SPEC section 4: somebody with a forwarded mail undoes their own choice, and nobody else's.
    the_word_of_one_visit_undoes_nothing_for_another_person(house) {
        house.people(&[("ada@example.org", "yes", "yes"), ("bob@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let (ada, bob) = (house.link("ada@example.org", COMPANY), house.link("bob@example.org", COMPANY));
        let visit = get(&web.url(&ada)).between("name=\"visit\" value=\"").unwrap();
        let stop = [("visit", visit.as_str()), ("stop", "everything")];
        let undo = post(&web.url(&ada), &stop, &[]).between("action=\"/u/undo/").unwrap();
        let other = post(&web.url(&bob), &stop, &[]);
        assert_eq!((other.status, other.between("action=\"/u/undo/")), (200, None), "it stops, and is nobody's visit");
        assert_eq!(post(&web.url(&format!("/u/undo/{undo}")), &[], &[]).status, 200);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["verdict"], "clear");
        assert_eq!(house.verdict("bob@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(house.verdict("bob@example.org", PARTNER)["reason"], "opt_out");
        web.stop();
    }

    /// CONFORMANCE M 15.3.7: of a field that is sent twice the first counts, and an unknown one does nothing.
    a_field_sent_twice_is_read_once(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let form = [("stop", "list"), ("stop", "everything"), ("recipient", "2"), ("scope", "partner")];
        assert_eq!(post(&link, &form, &[]).status, 200);
        assert_eq!(house.verdict("ada@example.org", COMPANY)["reason"], "opt_out");
        assert_eq!(house.verdict("ada@example.org", PARTNER)["verdict"], "clear");
        web.stop();
    }
}
