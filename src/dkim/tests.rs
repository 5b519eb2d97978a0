//! What we sign, verified; and the signed message of RFC 8463, so that the verifying itself is known to be right.

use std::sync::{Arc, LazyLock};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{ED25519, RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use proptest::prelude::*;

use super::*;

/// RFC 8463 appendix A.3.
const RFC_8463: &str = include_str!("../../tests/it/dkim/rfc8463.eml");

/// RFC 8463 appendix A.2: selector, record.
const RFC_8463_RECORDS: [(&str, &str); 2] = [
    ("brisbane", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
    (
        "test",
        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR\
         iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC\
         DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3\
         Ip3G+2kryOTIKT+l/K4w3QIDAQAB",
    ),
];

/// RFC 8463 appendix A.1: the Ed25519 key, in the frame of PKCS #8 (RFC 8410 section 7).
const RFC_8463_KEY: &str = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

/// RFC 8463 appendix A.1: the RSA key of 1024 bits, in its own form (RFC 8017 appendix A.1.2).
const RFC_8463_SHORT_KEY: &str = "MIICXQIBAAKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQi\
    Y/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqM\
    KrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB\
    AoGAH0cxOhFZDgzXWhDhnAJDw5s4roOXN4OhjiXa8W7Y3rhX3FJqmJSPuC8N9vQm\
    6SVbaLAE4SG5mLMueHlh4KXffEpuLEiNp9Ss3O4YfLiQpbRqE7Tm5SxKjvvQoZZe\
    zHorimOaChRL2it47iuWxzxSiRMv4c+j70GiWdxXnxe4UoECQQDzJB/0U58W7RZy\
    6enGVj2kWF732CoWFZWzi1FicudrBFoy63QwcowpoCazKtvZGMNlPWnC7x/6o8Gc\
    uSe0ga2xAkEA8C7PipPm1/1fTRQvj1o/dDmZp243044ZNyxjg+/OPN0oWCbXIGxy\
    WvmZbXriOWoSALJTjExEgraHEgnXssuk7QJBALl5ICsYMu6hMxO73gnfNayNgPxd\
    WFV6Z7ULnKyV7HSVYF0hgYOHjeYe9gaMtiJYoo0zGN+L3AAtNP9huqkWlzECQE1a\
    licIeVlo1e+qJ6Mgqr0Q7Aa7falZ448ccbSFYEPD6oFxiOl9Y9se9iYHZKKfIcst\
    o7DUw1/hz2Ck4N5JrgUCQQCyKveNvjzkkd8HjYs0SwM0fPjK16//5qDZ2UiDGnOe\
    uEzxBDAr518Z8VFbR41in3W4Y3yCDgQlLlcETrS+zYcL";

const MESSAGE: &str = "Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n\
    From: \"Example Shop\" <news@example.org>\r\n\
    To: ada@example.net\r\n\
    Subject: News\r\n\
    Message-ID: <k3jd7@example.org>\r\n\
    List-Unsubscribe: <https://mail.example.org/u/t>,\r\n <mailto:remove@example.org?subject=t>\r\n\
    List-Help: <https://mail.example.org/preferences/p>\r\n\
    List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\
    List-Id: \"Shop news\" <company.example.org>\r\n\
    Feedback-ID: 42:company:company:example-org\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\
    \r\n\
    Hello  Ada,\r\n.\r\n\tthis is the news. \r\n\r\nEnd";

/// A signer with both kinds of key, and their records by selector. Made once: RSA keys take their time.
fn signer() -> (Signer, Vec<(String, String)>) {
    static MADE: LazyLock<(Signer, Vec<(String, String)>)> = LazyLock::new(make_signer);
    MADE.clone()
}

fn make_signer() -> (Signer, Vec<(String, String)>) {
    let keys: Vec<_> = Algorithm::ALL
        .into_iter()
        .map(|one| Arc::new(DkimKey::generate(Selector::parse(one.as_str()).unwrap(), one).unwrap()))
        .collect();
    let record = |key: &Arc<DkimKey>| (key.selector().to_string(), Record::new(key, "example.org").unwrap().value);
    let records = keys.iter().map(record).collect();
    (Signer::new(keys).unwrap(), records)
}

fn signed_by(signer: &Signer, message: &str) -> String {
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let fields = signer.sign(message.as_bytes(), "example.org", at).unwrap();
    format!("{}{message}", String::from_utf8(fields).unwrap())
}

/// The value of a tag of a signature or a record, without its blanks.
fn tag(field: &str, name: &str) -> String {
    let tags = field.split(';').filter_map(|tag| tag.split_once('='));
    let value = tags.filter(|(tag, _)| tag.trim() == name).map(|(_, value)| value).next();
    value.unwrap_or_else(|| panic!("no {name} in {field}")).split_ascii_whitespace().collect()
}

fn fields_and_body(message: &str) -> (Vec<&str>, &str) {
    let (head, body) = message.split_once("\r\n\r\n").unwrap();
    let mut fields = Vec::new();
    let mut start = 0;
    for (at, _) in head.match_indices("\r\n").filter(|(at, _)| !head[at + 2..].starts_with([' ', '\t'])) {
        fields.push(&head[start..at]);
        start = at + 2;
    }
    fields.push(&head[start..]);
    (fields, body)
}

/// The selectors of the signatures that verify, as RFC 6376 section 6.1 has it done.
fn verified(message: &str, records: &[(String, String)]) -> Vec<String> {
    let (fields, body) = fields_and_body(message);
    let signatures = fields.iter().filter(|field| field.starts_with("DKIM-Signature:"));
    let good = signatures.filter(|signature| {
        let value = signature.split_once(':').unwrap().1;
        let selector = tag(value, "s");
        let (_, record) = records.iter().find(|(known, _)| *known == selector).unwrap();
        verifies(value, record, &fields, body)
    });
    good.map(|signature| tag(signature.split_once(':').unwrap().1, "s")).collect()
}

fn verifies(value: &str, record: &str, fields: &[&str], body: &str) -> bool {
    let mut left = fields.to_vec();
    let mut signed = Vec::new();
    for name in tag(value, "h").split(':') {
        let named = |field: &&str| field.split(':').next().unwrap().eq_ignore_ascii_case(name);
        if let Some(at) = left.iter().rposition(named) {
            canonical::header(left.remove(at).as_bytes(), &mut signed);
            signed.extend_from_slice(b"\r\n");
        }
    }
    let (before_b, _) = value.split_once(" b=").unwrap();
    canonical::header(format!("DKIM-Signature:{before_b} b=").as_bytes(), &mut signed);
    let signature = STANDARD.decode(tag(value, "b")).unwrap();
    let key = STANDARD.decode(tag(record, "p")).unwrap();
    let authentic = match tag(value, "a").as_str() {
        "rsa-sha256" => UnparsedPublicKey::new(&RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, key)
            .verify(&signed, &signature)
            .is_ok(),
        "ed25519-sha256" => {
            UnparsedPublicKey::new(&ED25519, key).verify(digest(&SHA256, &signed).as_ref(), &signature).is_ok()
        }
        other => panic!("{other}"),
    };
    authentic && STANDARD.encode(canonical::body_hash(body.as_bytes())) == tag(value, "bh")
}

fn rfc_8463() -> (String, Vec<(String, String)>) {
    let records = RFC_8463_RECORDS.map(|(selector, record)| (selector.to_owned(), record.to_owned()));
    (RFC_8463.replace('\n', "\r\n"), records.to_vec())
}

/// CONFORMANCE C5.
#[test]
fn c5_the_message_of_rfc_8463_verifies_with_both_published_keys() {
    let (message, records) = rfc_8463();
    assert_eq!(verified(&message, &records), ["brisbane", "test"]);
    for changed in ["Joe SixPack", "dinner", "hungry", "-0700", "46341"] {
        assert_eq!(verified(&message.replacen(changed, "X", 1), &records), <[&str; 0]>::default(), "{changed}");
    }
    assert_eq!(verified(&message.replace("\r\nTo: ", "\r\nFrom: x\r\nTo: "), &records), <[&str; 0]>::default());
}

/// CONFORMANCE C5: the RFC's secret key has the RFC's public key.
#[test]
fn c5_the_record_of_the_key_of_rfc_8463_is_the_one_it_publishes() {
    let pkcs8 = STANDARD.decode(RFC_8463_KEY).unwrap();
    let key = DkimKey::from_pkcs8(Selector::parse("brisbane").unwrap(), Algorithm::Ed25519, &pkcs8).unwrap();
    let record = Record::new(&key, "football.example.com").unwrap();
    assert_eq!(record.name, "brisbane._domainkey.football.example.com");
    assert_eq!(record.value, RFC_8463_RECORDS[0].1);
}

/// CONFORMANCE C4, RFC 8301 section 3.2: signers use at least 2048 bits.
#[test]
fn c4_a_short_rsa_key_is_refused() {
    let bare = STANDARD.decode(RFC_8463_SHORT_KEY).unwrap();
    // The frame of PKCS #8: version 0, rsaEncryption, and the key as an octet string.
    let algorithm = b"\x02\x01\x00\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";
    let length = |bytes: usize| u16::try_from(bytes).unwrap().to_be_bytes();
    let octets = [b"\x04\x82", &length(bare.len())[..], &bare].concat();
    let pkcs8 = [b"\x30\x82", &length(algorithm.len() + octets.len())[..], algorithm, &octets].concat();
    let read = DkimKey::from_pkcs8(Selector::parse("test").unwrap(), Algorithm::Rsa, &pkcs8);
    assert_eq!(read.unwrap_err(), KeyFault::Read(Algorithm::Rsa));
}

/// CONFORMANCE C1, C3, C5, C8.
#[test]
fn c1_every_key_signs_the_whole_body_and_every_field_that_matters() {
    let (signer, records) = signer();
    let message = signed_by(&signer, MESSAGE);
    assert_eq!(verified(&message, &records), ["rsa", "ed25519"]);
    let (fields, _) = fields_and_body(&message);
    for (signature, algorithm) in fields.iter().zip(["rsa-sha256", "ed25519-sha256"]) {
        let value = signature.strip_prefix("DKIM-Signature:").unwrap();
        assert_eq!(tag(value, "a"), algorithm);
        assert_eq!((tag(value, "v"), tag(value, "c")), ("1".into(), "relaxed/relaxed".into()));
        assert_eq!((tag(value, "d"), tag(value, "t")), ("example.org".into(), "1800000000".into()));
        assert_eq!(
            tag(value, "h"),
            "From:From:To:To:Subject:Subject:Date:Date:Reply-To:List-Unsubscribe:List-Unsubscribe:\
             List-Unsubscribe-Post:List-Unsubscribe-Post:Message-ID:MIME-Version:Content-Type:Content-Type:\
             Content-Transfer-Encoding:List-Id:List-Help:Feedback-ID"
        );
        assert!(value.split(';').all(|tag| !tag.trim().starts_with("l=") && !tag.trim().starts_with("x=")));
        assert!(signature.lines().all(|line| line.len() <= 78 && !line.trim().is_empty()), "{signature}");
    }
}

/// CONFORMANCE B7: the client ends the last line in front of the final dot.
#[test]
fn b7_a_line_end_at_the_very_end_makes_no_difference() {
    let (signer, records) = signer();
    let at_end = |end: &str| signed_by(&signer, &format!("{MESSAGE}{end}"));
    assert_eq!(verified(&format!("{}\r\n", at_end("")), &records).len(), 2);
    assert_eq!(verified(&at_end("\r\n\r\n"), &records).len(), 2);
    let (head, _) = MESSAGE.split_once("\r\n\r\n").unwrap();
    assert_eq!(verified(&format!("{}\r\n", signed_by(&signer, &format!("{head}\r\n\r\n"))), &records).len(), 2);
}

/// CONFORMANCE C2.
#[test]
fn c2_a_changed_field_or_a_second_one_breaks_the_signature() {
    let (signer, records) = signer();
    let good = signed_by(&signer, MESSAGE);
    let none: [&str; 0] = [];
    for field in fields_and_body(MESSAGE).0 {
        let name = field.split(':').next().unwrap();
        assert_eq!(verified(&good.replace(field, &format!("{name}: other")), &records), none, "{name} changed");
        assert_eq!(verified(&good.replace(&format!("{field}\r\n"), ""), &records), none, "{name} gone");
    }
    for name in
        ["From", "To", "Subject", "Date", "Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Type"]
    {
        for added in
            [format!("{name}: other\r\n{good}"), good.replace("\r\n\r\n", &format!("\r\n{name}: other\r\n\r\n"))]
        {
            assert_eq!(verified(&added, &records), none, "{name} added");
        }
    }
    // In the body alone: the letters may stand in a signature too.
    let (head, body) = good.split_once("\r\n\r\n").unwrap();
    assert_eq!(verified(&format!("{head}\r\n\r\n{}", body.replace("End", "End.")), &records), none);
    assert_eq!(verified(&format!("{good}\r\nmore"), &records), none);
    // What relays may do.
    let through =
        format!("Received: by relay\r\n{}", good.replace("Hello  Ada", "Hello Ada")).replace("\r\n <", "\r\n\t<");
    assert_eq!(verified(&through, &records).len(), 2);
}

#[test]
fn what_cannot_be_signed_is_an_error() {
    let (signer, _) = signer();
    let sign = |message: &str| signer.sign(message.as_bytes(), "example.org", DateTime::UNIX_EPOCH);
    assert_eq!(sign(""), Err(SignError::NoHeader));
    assert_eq!(sign("From: a@example.org\r\n"), Err(SignError::NoHeader));
    assert_eq!(sign("From: a@example.org\n\nHello"), Err(SignError::NoHeader));
    assert_eq!(sign("Subject: x\r\n\r\nHello"), Err(SignError::From));
    assert_eq!(sign("From: a\r\nfrom : b\r\n\r\nHello"), Err(SignError::From));
    assert!(Signer::new(Vec::new()).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_message_is_its_signatures_verify(
        fields in proptest::collection::vec(
            ("(From|To|TO|Cc|Subject|Received|List-Id|X-[a-z]{1,9})", "([!-~ü]|[ \t]|\r\n[ \t]){0,40}"), 0..12),
        body in "([ -~\tü]|\r\n|  |\r\n\r\n){0,80}",
    ) {
        let (signer, records) = signer();
        let mut message = "From: one@example.org\r\n".to_owned();
        for (name, value) in fields.iter().filter(|(name, _)| name != "From") {
            message.extend([name, ": x", value, "\r\n"]);
        }
        message.extend(["\r\n", &body]);
        prop_assert_eq!(verified(&signed_by(&signer, &message), &records), ["rsa", "ed25519"]);
    }
}
