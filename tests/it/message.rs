//! What we write, read by somebody else's parser: CONFORMANCE A1 to A4, A13, A14, A16 to A18, B1 to B9, E8, H6.

#![cfg(test)]

use chrono::{DateTime, Utc};
use consentry::domain::recipient::Name;
use consentry::domain::{Address, CampaignId, List, PartnerId, RecipientId, Stream, TopicId};
use consentry::link::token::{Claim, mint, open};
use consentry::link::{KeyRing, return_path};
use consentry::mail::{CampaignText, CompileError, Compiled, ComposeError, Composed, Frame, ListFrame, Personal};
use consentry::words::{Language, Words};
use mail_parser::{Message, MessageParser, MimeHeaders as _, PartType};
use proptest::prelude::*;

const TOKEN: &str = "unsubscribe-token_0123456789";
const TEXT: CampaignText<'_> = CampaignText {
    subject: "News for {{ first_name | you }}",
    text: "Dear {{ name | friend }},\n\nÄpfel sind da.\n.\n..\nFrom here on: {{ address }}\n",
    html: "<html><body><p title=\"{{ name | friend }}\">Äpfel sind da.</p></body></html>",
};

fn frame(list: List) -> Frame {
    let (from_name, from, list_name) = match list.stream() {
        Stream::Company => ("Example Shop", "news@example.org", "Shop news"),
        Stream::Partner => ("Partners of Example Shop", "partners@example.org", "Acmé, Inc. \"offers\""),
    };
    Frame {
        from_name: Name::parse(from_name).unwrap(),
        from: Address::parse(from).unwrap(),
        sender_name: "Example Shop & Sons".to_owned(),
        postal_address: "1 Main Street\nSpringfield".to_owned(),
        base_url: "https://mail.example.org/".to_owned(),
        return_path_domain: "bounces.example.org".to_owned(),
        list: Some(ListFrame {
            list,
            name: list_name.to_owned(),
            id_domain: "lists.example.org".to_owned(),
            remove_address: Address::parse("remove@example.org").unwrap(),
            campaign: CampaignId::new(42),
            words: Words::new(Language::English),
        }),
    }
}

/// A frame whose list was changed.
fn relisted(frame: &Frame, change: impl FnOnce(&mut ListFrame)) -> Frame {
    let mut frame = frame.clone();
    frame.list.as_mut().map(change).unwrap();
    frame
}

/// Somebody's address and name.
fn person(address: &str, name: &str) -> (Address, Option<Name>) {
    (Address::parse(address).unwrap(), Name::parse(name).unwrap())
}

fn personal((address, name): &(Address, Option<Name>)) -> Personal<'_> {
    Personal {
        address,
        name: name.as_ref(),
        unsubscribe_token: Some(TOKEN),
        preferences_token: "preferences-token",
        policy_token: None,
        message_id: "k3jd7",
        return_path: "a2b3c4",
        date: date(),
    }
}

fn date() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn ada() -> (Address, Option<Name>) {
    person("Ada.Lovelace@example.net", "Ada Lovelace")
}

fn composed(list: List) -> Composed {
    Compiled::new(&TEXT, &frame(list)).unwrap().compose(&personal(&ada())).unwrap()
}

fn parse(mail: &Composed) -> Message<'_> {
    MessageParser::default().parse(&mail.bytes).unwrap()
}

fn text(mail: &Composed) -> &str {
    std::str::from_utf8(&mail.bytes).unwrap()
}

/// The values of a header field as they stand in the message, folds and all.
fn raw<'a>(mail: &'a Composed, name: &str) -> Vec<&'a str> {
    let (head, _) = text(mail).split_once("\r\n\r\n").unwrap();
    let mut values = Vec::new();
    let mut start = 0;
    for (at, _) in head.match_indices("\r\n").chain([(head.len(), "")]) {
        if head[at..].starts_with("\r\n ") {
            continue;
        }
        let (field, value) = head[start..at].split_once(':').unwrap();
        if field.eq_ignore_ascii_case(name) {
            values.push(value);
        }
        start = at + 2;
    }
    values
}

fn raw_one<'a>(mail: &'a Composed, name: &str) -> &'a str {
    let values = raw(mail, name);
    assert_eq!(values.len(), 1, "{name}: {values:?}");
    values[0]
}

fn every_list() -> [List; 4] {
    [
        List::Stream(Stream::Company),
        List::Stream(Stream::Partner),
        List::Topic(TopicId::new(3)),
        List::Partner(PartnerId::new(4)),
    ]
}

/// The first URI in List-Unsubscribe.
fn one_click_uri(mail: &Composed) -> &str {
    let value = raw_one(mail, "List-Unsubscribe").trim_start();
    value.strip_prefix('<').unwrap().split('>').next().unwrap()
}

#[test]
fn a1_every_promotional_message_has_each_list_field_once() {
    for mail in every_list().map(composed) {
        for name in ["List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "List-Help", "Feedback-ID"] {
            raw_one(&mail, name);
        }
    }
}

#[test]
fn a2_and_a13_list_unsubscribe_has_one_https_uri_first_and_no_blank_inside_brackets() {
    for mail in every_list().map(composed) {
        let expected =
            format!(" <https://mail.example.org/u/{TOKEN}>,\r\n <mailto:remove@example.org?subject={TOKEN}>");
        assert_eq!(raw_one(&mail, "List-Unsubscribe"), expected);
    }
}

#[test]
fn a2_links_in_clear_are_refused() {
    let mut frame = frame(List::Stream(Stream::Company));
    frame.base_url = "http://mail.example.org".to_owned();
    assert_eq!(Compiled::new(&TEXT, &frame).unwrap_err(), CompileError::BaseUrl);
    frame.base_url = "http://127.0.0.1:8025".to_owned();
    assert!(Compiled::new(&TEXT, &frame).is_ok());
}

#[test]
fn a3_list_unsubscribe_post_is_the_one_value_on_one_line() {
    for mail in every_list().map(composed) {
        assert_eq!(raw_one(&mail, "List-Unsubscribe-Post"), " List-Unsubscribe=One-Click");
    }
}

#[test]
fn a4_the_uri_alone_names_the_recipient_and_the_list() {
    let ring = KeyRing::generate().unwrap();
    for list in every_list() {
        let claim = Claim::Unsubscribe { recipient: RecipientId::new(7), list, campaign: Some(CampaignId::new(42)) };
        let token = mint(&ring, &claim);
        let person = ada();
        let personal = Personal { unsubscribe_token: Some(&token), ..personal(&person) };
        let mail = Compiled::new(&TEXT, &frame(list)).unwrap().compose(&personal).unwrap();
        let (_, found) = one_click_uri(&mail).rsplit_once('/').unwrap();
        assert_eq!(open(&ring, found), Ok(claim));
        assert_eq!(parse(&mail).body_text(0).unwrap().matches(one_click_uri(&mail)).count(), 1);
    }
}

#[test]
fn a14_list_help_is_the_preference_page() {
    let mail = composed(List::Stream(Stream::Company));
    assert_eq!(raw_one(&mail, "List-Help"), " <https://mail.example.org/preferences/preferences-token>");
}

#[test]
fn a16_each_list_has_a_list_id_in_our_domain() {
    let ids = every_list().map(|list| {
        let mail = composed(list);
        let value = raw_one(&mail, "List-Id").to_owned();
        let (phrase, id) = value.rsplit_once('<').unwrap();
        let id = id.strip_suffix('>').unwrap().to_owned();
        assert!(id.len() <= 255 && !phrase.trim().is_empty());
        id
    });
    let expected = ["company", "partner", "topic-3", "partner-4"].map(|label| format!("{label}.lists.example.org"));
    assert_eq!(ids, expected);
}

#[test]
fn a17_the_streams_differ_in_from_and_in_the_readable_list_id() {
    let (company, partner) = (composed(List::Stream(Stream::Company)), composed(List::Stream(Stream::Partner)));
    assert_eq!(raw_one(&company, "List-Id"), " \"Shop news\" <company.lists.example.org>");
    let words = " =?utf-8?q?Acm=C3=A9=2C_Inc=2E_=22offers=22?=\r\n <partner.lists.example.org>";
    assert_eq!(raw_one(&partner, "List-Id"), words);
    assert_ne!(raw_one(&company, "From"), raw_one(&partner, "From"));
}

#[test]
fn a18_the_mailto_is_percent_encoded() {
    let odd = Address::parse("\"a%b/c?d#e[f]&g;h=i,j k\"@example.org").unwrap();
    let frame = relisted(&frame(List::Stream(Stream::Company)), |list| list.remove_address = odd);
    let mail = Compiled::new(&TEXT, &frame).unwrap().compose(&personal(&ada())).unwrap();
    let value = raw_one(&mail, "List-Unsubscribe");
    let mailto = value.split_once("<mailto:").unwrap().1;
    let encoded = "%22a%25b%2Fc%3Fd%23e%5Bf%5D%26g%3Bh%3Di%2Cj%20k%22@example.org";
    assert_eq!(mailto, format!("{encoded}?subject={TOKEN}>"));
}

#[test]
fn a20_mail_that_needs_no_consent_has_no_list_and_says_that_a_machine_wrote_it() {
    let of_no_list = Frame { list: None, ..frame(List::Stream(Stream::Company)) };
    let person = ada();
    let none = Personal { unsubscribe_token: None, ..personal(&person) };
    let mail = Compiled::new(&TEXT, &of_no_list).unwrap().compose(&none).unwrap();
    check_bytes(&mail);
    for name in ["List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "List-Help", "Feedback-ID", "Precedence"] {
        assert_eq!(raw(&mail, name), Vec::<&str>::new(), "{name}");
    }
    assert_eq!(raw_one(&mail, "Auto-Submitted"), " auto-generated");
    let message = parse(&mail);
    for body in [message.body_text(0).unwrap(), message.body_html(0).unwrap()] {
        assert!(body.contains("1 Main Street, Springfield") && !body.contains("advertising"), "{body}");
        assert!(!body.contains("/u/") && !body.contains("/preferences/"), "{body}");
    }
    for placeholder in ["unsubscribe_url", "list_name"] {
        let source = format!("{{{{ {placeholder} }}}}");
        let refused = Compiled::new(&CampaignText { html: &source, ..TEXT }, &of_no_list).unwrap_err();
        let said = format!("in the HTML part, there is `{placeholder}`: mail that needs no consent belongs to no list");
        assert_eq!(refused.to_string(), said);
    }
    let promotional = Compiled::new(&TEXT, &frame(List::Stream(Stream::Company))).unwrap();
    assert_eq!(promotional.compose(&none).unwrap_err(), ComposeError::NoUnsubscribeToken);
}

#[test]
fn b1_every_field_stands_once_and_nothing_unexpected_is_there() {
    let mail = composed(List::Stream(Stream::Company));
    let names: Vec<_> = parse(&mail).headers().iter().map(|header| header.name().to_owned()).collect();
    let expected = [
        "Date",
        "From",
        "To",
        "Subject",
        "Message-ID",
        "List-Unsubscribe",
        "List-Help",
        "List-Unsubscribe-Post",
        "List-ID",
        "Feedback-ID",
        "MIME-Version",
        "Content-Type",
    ];
    assert!(names.iter().map(|name| name.to_ascii_lowercase()).eq(expected.map(str::to_ascii_lowercase)), "{names:?}");
    assert_eq!(raw_one(&mail, "Date"), " Fri, 15 Jan 2027 08:00:00 +0000");
    assert_eq!(parse(&mail).subject(), Some("News for Ada"));
}

#[test]
fn b2_from_has_one_mailbox() {
    let mail = composed(List::Stream(Stream::Partner));
    let message = parse(&mail);
    let from: Vec<_> = message.from().unwrap().iter().map(|one| (one.name(), one.address())).collect();
    assert_eq!(from, [(Some("Partners of Example Shop"), Some("partners@example.org"))]);
}

#[test]
fn b3_the_message_id_is_in_our_domain_and_names_nobody() {
    let mail = composed(List::Stream(Stream::Company));
    assert_eq!(raw_one(&mail, "Message-ID"), " <k3jd7@example.org>");
}

#[test]
fn b4_no_line_is_too_long_and_none_is_cut() {
    let (long, person) = ("word".repeat(500), person("ada@example.net", &"Ä".repeat(200)));
    let subject = format!("{long} {{{{ name }}}}");
    let text = CampaignText { subject: &subject, text: &long, html: &long };
    let mail = Compiled::new(&text, &frame(List::Topic(TopicId::new(1)))).unwrap().compose(&personal(&person)).unwrap();
    check_bytes(&mail);
    let message = parse(&mail);
    assert_eq!(message.subject().unwrap(), format!("{long} {}", "Ä".repeat(200)));
    assert!(message.body_text(0).unwrap().starts_with(&long));
    assert!(message.body_html(0).unwrap().starts_with(&long));
}

#[test]
fn b5_nothing_that_stands_in_a_header_can_break_out_of_it() {
    let compiled = Compiled::new(&TEXT, &frame(List::Stream(Stream::Company))).unwrap();
    let person = ada();
    for bad in ["", "a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\0b", "a b", "a>b", "a%b", "ä", &"a".repeat(129)] {
        let good = personal(&person);
        for broken in [
            Personal { unsubscribe_token: Some(bad), ..good },
            Personal { preferences_token: bad, ..good },
            Personal { policy_token: Some(bad), ..good },
            Personal { message_id: bad, ..good },
            Personal { return_path: bad, ..good },
        ] {
            assert!(matches!(compiled.compose(&broken), Err(ComposeError::Token(_))), "{bad:?}");
        }
    }
    for bad in ["", " ", "a\r\nBcc: x@example.org", "a\0b"] {
        let good = frame(List::Stream(Stream::Company));
        for broken in [
            relisted(&good, |list| list.name = bad.to_owned()),
            Frame { sender_name: bad.to_owned(), ..good.clone() },
            Frame { base_url: format!("https://example.org/{bad}\u{7f}"), ..good.clone() },
            relisted(&good, |list| list.id_domain = bad.to_owned()),
            Frame { return_path_domain: bad.to_owned(), ..good.clone() },
        ] {
            assert!(Compiled::new(&TEXT, &broken).is_err(), "{bad:?}");
        }
        let subject = format!("a{bad}b\r\nBcc: x@example.org");
        assert!(Compiled::new(&CampaignText { subject: &subject, ..TEXT }, &good).is_err());
    }
}

#[test]
fn b6_bare_line_breaks_of_a_template_become_crlf() {
    let text = CampaignText { subject: "News", text: "a\nb\rc\r\nd", html: "<p>a\nb\rc\r\n</p>" };
    let mail = Compiled::new(&text, &frame(List::Topic(TopicId::new(1)))).unwrap().compose(&personal(&ada())).unwrap();
    check_bytes(&mail);
    assert!(parse(&mail).body_text(0).unwrap().starts_with("a\r\nb\r\nc\r\nd\r\n"));
    assert!(parse(&mail).body_html(0).unwrap().starts_with("<p>a\r\nb\r\nc\r\n</p>"));
}

#[test]
fn b7_a_line_with_a_dot_stays_and_the_last_line_waits_for_its_crlf() {
    let mail = composed(List::Stream(Stream::Company));
    assert!(!text(&mail).ends_with("\r\n"));
    assert!(text(&mail).contains("\r\n.\r\n..\r\n"));
    let stuffed = format!("{}\r\n.\r\n", text(&mail).replace("\r\n.", "\r\n.."));
    assert_eq!(stuffed.find("\r\n.\r\n"), Some(stuffed.len() - 5));
    assert!(parse(&mail).body_text(0).unwrap().contains("\r\n.\r\n..\r\n"));
}

#[test]
fn b8_the_return_path_fits_its_limits() {
    let ring = KeyRing::generate().unwrap();
    let (campaign, recipient) = (CampaignId::new(42), RecipientId::new(i64::MAX));
    let delivery = return_path::DeliveryRef { campaign, recipient, letter: None };
    let (minted, message_id) = (return_path::mint(&ring, delivery), return_path::message_id(&ring, delivery));
    let label = "d".repeat(63);
    let domain = format!("{label}.{label}.{}.org", "e".repeat(189 - 132));
    let mut frame = Frame { return_path_domain: domain.clone(), ..frame(List::Stream(Stream::Company)) };
    let person = ada();
    let personal = Personal { return_path: &minted, message_id: &message_id, ..personal(&person) };
    let mail = Compiled::new(&TEXT, &frame).unwrap().compose(&personal).unwrap();
    assert_eq!(mail.from, format!("bounce+{minted}@{domain}"));
    let (local_part, _) = mail.from.split_once('@').unwrap();
    assert!(local_part.len() <= 64 && mail.from.len() <= 254);
    frame.return_path_domain = format!("e{domain}");
    assert!(Compiled::new(&TEXT, &frame).is_err());
}

#[test]
fn b9_the_address_is_written_to_as_given() {
    let mail = composed(List::Stream(Stream::Company));
    assert_eq!(mail.to.to_string(), "Ada.Lovelace@example.net");
    assert_eq!(raw_one(&mail, "To"), " \"Ada Lovelace\" <Ada.Lovelace@example.net>");
    assert!(parse(&mail).body_text(0).unwrap().contains("From here on: Ada.Lovelace@example.net\r\n"));
}

#[test]
fn b16_only_an_address_beyond_ascii_needs_smtputf8() {
    let compiled = Compiled::new(&TEXT, &frame(List::Stream(Stream::Company))).unwrap();
    let plain = compiled.compose(&personal(&person("ada@bücher.example", "Zoë"))).unwrap();
    assert!(!plain.needs_smtputf8 && plain.bytes.is_ascii());
    let beyond = compiled.compose(&personal(&person("zoë@example.net", "Zoë"))).unwrap();
    assert!(beyond.needs_smtputf8);
    let others = text(&beyond).lines().filter(|line| !line.starts_with("To: ")).all(str::is_ascii);
    assert!(others && raw_one(&beyond, "To").ends_with("<zoë@example.net>"));
}

#[test]
fn e8_the_feedback_id_names_campaign_list_stream_and_sender() {
    for (list, expected) in
        every_list().into_iter().zip(["company:company", "partner:partner", "topic-3:company", "partner-4:partner"])
    {
        let mail = composed(list);
        let value = raw_one(&mail, "Feedback-ID").trim();
        let (rest, sender) = value.rsplit_once(':').unwrap();
        assert_eq!(rest, format!("42:{expected}"));
        assert!((5..=15).contains(&sender.len()));
    }
}

#[test]
fn h6_every_part_says_what_it_is_how_to_stop_it_and_where_we_are() {
    for list in every_list() {
        let mail = composed(list);
        let message = parse(&mail);
        let said = match list.stream() {
            Stream::Company => "This is company mail: advertising",
            Stream::Partner => "This is partner mail: advertising",
        };
        let uri = one_click_uri(&mail);
        for part in [message.body_text(0).unwrap(), message.body_html(0).unwrap()] {
            for needed in [said, uri, "/preferences/preferences-token", "1 Main Street, Springfield"] {
                assert!(part.contains(needed), "{needed} in {part}");
            }
        }
        assert!(message.body_html(0).unwrap().contains("Example Shop &amp; Sons"));
        assert!(message.body_html(0).unwrap().ends_with("</body></html>"));
    }
}

#[test]
fn h6_a_campaign_without_a_postal_address_is_refused() {
    let frame = Frame { postal_address: " \n ".to_owned(), ..frame(List::Stream(Stream::Company)) };
    assert_eq!(Compiled::new(&TEXT, &frame).unwrap_err(), CompileError::Missing("postal address"));
}

#[test]
fn the_two_parts_are_alternatives_and_a_message_may_have_text_only() {
    let mail = composed(List::Stream(Stream::Company));
    let message = parse(&mail);
    let kinds: Vec<_> = message.parts.iter().map(|part| part.content_type().and_then(|kind| kind.subtype())).collect();
    assert_eq!(kinds, [Some("alternative"), Some("plain"), Some("html")]);
    let only = CampaignText { html: " \n", ..TEXT };
    let mail = Compiled::new(&only, &frame(List::Stream(Stream::Company))).unwrap().compose(&personal(&ada())).unwrap();
    check_bytes(&mail);
    assert!(text(&mail).ends_with("\r\n1 Main Street, Springfield"));
    let message = parse(&mail);
    assert!(matches!(message.parts.as_slice(), [part] if matches!(part.body, PartType::Text(_))));
}

#[test]
fn a_name_is_escaped_in_html_and_only_there() {
    let person = person("ada@example.net", "\"><script>alert('1')</script>&");
    let mail =
        Compiled::new(&TEXT, &frame(List::Stream(Stream::Company))).unwrap().compose(&personal(&person)).unwrap();
    let message = parse(&mail);
    assert!(message.body_text(0).unwrap().starts_with("Dear \"><script>alert('1')</script>&,"));
    let html = message.body_html(0).unwrap().into_owned();
    assert!(html.contains("title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\""), "{html}");
}

/// What holds for the bytes of every message to an ASCII address.
fn check_bytes(mail: &Composed) {
    assert!(mail.bytes.is_ascii(), "7-bit");
    let (head, body) = text(mail).split_once("\r\n\r\n").unwrap();
    for line in head.split("\r\n") {
        assert!(line.len() <= 998 && !line.contains(['\r', '\n', '\0']), "{line:?}");
        assert!(!line.trim().is_empty(), "a fold without text is obsolete");
    }
    for line in body.split("\r\n") {
        assert!(line.len() <= 76 && !line.contains(['\r', '\n', '\0']), "{line:?}");
        assert!(!line.ends_with([' ', '\t']) && !line.starts_with("From "), "{line:?}");
    }
}

/// Text of all kinds, with what could go wrong more often than chance has it; no placeholder of its own.
fn any_text() -> impl Strategy<Value = String> {
    let text = "(\\PC|[ =.F}{|<>&\"'\\\\\t\n\r]|\r\n|From |\n\\.|=_|--=_consentry|\u{200d}|é|[a-z]{40}|漢){0,60}";
    text.prop_map(|text: String| {
        let mut text = text;
        while text.contains("{{") {
            text = text.replace("{{", "{");
        }
        text
    })
}

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

fn one_line(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back_the_same(
        before in any_text(),
        after in any_text(),
        name in "([^\\p{C}\u{2028}\u{2029}]|[ =?._\"'\\\\,<>()@&]|=\\?utf-8\\?q\\?|From |ö){0,40}",
        fallback in "[^\\p{C}{}|\u{2028}\u{2029}]{0,90}",
        subject in "[^\\p{C}{}\u{2028}\u{2029}]{0,120}",
    ) {
        let person = person("ada@example.net", &name.chars().take(200).collect::<String>());
        let fallback = fallback.trim();
        let own_footer = "{{unsubscribe_url}} {{ postal_address }}";
        let body = format!(".{before}.{{{{ name | {fallback} }}}}.{after}. {own_footer}");
        let subject = format!("{subject} {{{{ first_name | {fallback} }}}}");
        let text = CampaignText { subject: &subject, text: &body, html: &body };
        let compiled = Compiled::new(&text, &frame(List::Stream(Stream::Company))).unwrap();
        let mail = compiled.compose(&personal(&person)).unwrap();
        check_bytes(&mail);

        let whole = person.1.as_ref().map_or(fallback, Name::as_str);
        let first = person.1.as_ref().map_or(fallback, |name| name.as_str().split_whitespace().next().unwrap());
        let expected = |name: &str| {
            let url = one_click_uri(&mail);
            format!(".{}.{name}.{}. {url} 1 Main Street, Springfield", crlf(&before), crlf(&after))
        };
        let message = parse(&mail);
        let (text, html) = (message.body_text(0).unwrap(), message.body_html(0).unwrap());
        prop_assert_eq!(text.into_owned(), expected(whole));
        prop_assert_eq!(html.into_owned(), expected(&escaped(whole)));
        let expected_subject = one_line(&subject.trim().replace(&format!("{{{{ first_name | {fallback} }}}}"), first));
        prop_assert_eq!(message.subject().unwrap_or_default(), expected_subject.as_str());
        prop_assert_eq!(message.to().unwrap().first().unwrap().name(), person.1.as_ref().map(Name::as_str));
        prop_assert_eq!(message.parts.len(), 3);
    }
}
