//! HTTP in odd forms, too large, too slow, too much, from somebody else's address.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::support::both_databases;
use crate::support::house::{House, PATIENCE, Running};
use crate::support::raw_http::{Wire, exchange, status};
use crate::support::web::{get, one_click};

const COMPANY: &[&str] = &["--stream", "company"];

fn opted_out(house: &House, person: &str) -> bool {
    house.verdict(person, COMPANY)["reason"] == "opt_out"
}

/// A whole POST by hand: what a client writes after the request line and Host, then the body.
fn by_hand(path: &str, version: &str, head: &str, body: &str) -> String {
    format!("POST {path} {version}\r\nHost: 127.0.0.1\r\n{head}\r\n{body}")
}

both_databases! {
    /// CONFORMANCE A6, A7, A8: whatever a mail provider's program sends, the mail stops.
    a6_to_a8_every_client_of_rfc_8058_that_can_be_thought_of_is_heard(house) {
        let part = "--Zz\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--Zz--\r\n";
        let pair = "List-Unsubscribe=One-Click";
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        let chunked = |body: &str| format!("{:x};extension=1\r\n{body}\r\n0\r\nTrailer: x\r\n\r\n", body.len());
        let counted = |body: &str| format!("Content-Length: {}\r\nConnection: close\r\n", body.len());
        let close = "Transfer-Encoding: chunked\r\nConnection: close\r\n";
        let odd: Vec<(&str, &str, String, String)> = vec![
            ("urlencoded", "HTTP/1.1", format!("{form}{}", counted(pair)), pair.into()),
            ("multipart", "HTTP/1.1", format!("Content-Type: multipart/form-data; boundary=Zz\r\n{}", counted(part)), part.into()),
            ("multipart, quoted boundary, chunked", "HTTP/1.1",
                format!("Content-Type: multipart/form-data; boundary=\"Zz\"\r\n{close}"), chunked(part)),
            ("multipart without a boundary", "HTTP/1.1", format!("Content-Type: multipart/form-data\r\n{}", counted(part)), part.into()),
            ("chunked form", "HTTP/1.1", format!("{form}{close}"), chunked(pair)),
            ("chunked, byte by byte", "HTTP/1.1", format!("{form}{close}"),
                pair.chars().map(|c| format!("1\r\n{c}\r\n")).collect::<Vec<_>>().concat() + "0\r\n\r\n"),
            ("no content type", "HTTP/1.1", counted(pair), pair.into()),
            ("no body", "HTTP/1.1", counted(""), String::new()),
            ("neither length nor body", "HTTP/1.1", "Connection: close\r\n".into(), String::new()),
            ("HTTP/1.0", "HTTP/1.0", format!("{form}Content-Length: {}\r\n", pair.len()), pair.into()),
            ("HTTP/1.0 without a body", "HTTP/1.0", "Content-Length: 0\r\n".into(), String::new()),
            ("small letters", "HTTP/1.1", format!("{form}{}", counted(pair)).to_ascii_lowercase(), pair.to_ascii_lowercase()),
            ("capital letters", "HTTP/1.1", format!("{form}{}", counted(pair)).to_ascii_uppercase(), pair.to_ascii_uppercase()),
            ("more fields", "HTTP/1.1", format!("{form}{}", counted(&format!("a=b&{pair}&c&=&%&%zz"))), format!("a=b&{pair}&c&=&%&%zz")),
            ("cookies, a login and an origin", "HTTP/1.1",
                format!("Cookie: session=somebody; a=b\r\nAuthorization: Basic YTpi\r\nOrigin: null\r\nReferer: https://evil.example/\r\n{form}{}", counted(pair)),
                pair.into()),
            ("json", "HTTP/1.1", format!("Content-Type: application/json\r\n{}", counted("{\"a\":")), "{\"a\":".into()),
            ("a content type that is none", "HTTP/1.1", format!("Content-Type: ;;;\r\n{}", counted(pair)), pair.into()),
            ("two content types", "HTTP/1.1", format!("Content-Type: text/plain\r\n{form}{}", counted(pair)), pair.into()),
            ("a body that is no text", "HTTP/1.1", format!("{form}{}", counted("\u{fffd}\0\u{1}")), "\u{fffd}\0\u{1}".into()),
        ];
        let people = house.crowd(odd.len() + 2);
        let web = house.serve_with(&["--only", "web"]);
        let mut people = people.into_iter();
        for (name, version, head, body) in odd {
            let person = people.next().unwrap();
            let answer = exchange(&web, by_hand(&house.link(&person, COMPANY), version, &head, &body));
            assert_eq!(status(&answer), Some(200), "{name}: {answer}");
            let headers = answer.split("\r\n\r\n").next().unwrap().to_ascii_lowercase();
            assert!(!headers.contains("\r\nset-cookie:") && !headers.contains("\r\nlocation:"), "{name}: {headers}");
            assert!(opted_out(house, &person), "{name}");
        }

        // RFC 9110 section 10.1.1: the client waits to be told that its body is wanted.
        let person = people.next().unwrap();
        let mut wire = Wire::to(&web);
        let head = format!("{form}{}Expect: 100-continue\r\n", counted(pair));
        wire.send(by_hand(&house.link(&person, COMPANY), "HTTP/1.1", &head, ""));
        let told = wire.read_until(|answer| answer.contains("\r\n\r\n"));
        assert_eq!(status(&told), Some(100), "{told}");
        wire.send(pair);
        assert_eq!(status(&wire.read_to_end()), Some(200));
        assert!(opted_out(house, &person));

        // Two requests in one packet are two requests.
        let person = people.next().unwrap();
        let path = house.link(&person, COMPANY);
        let one = by_hand(&path, "HTTP/1.1", &format!("{form}Content-Length: {}\r\n", pair.len()), pair);
        let two = exchange(&web, format!("{one}GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
        assert_eq!(two.matches("HTTP/1.1 200 OK").count(), 2, "{two}");
        assert!(opted_out(house, &person));
        web.stop();
    }

    /// A client that breaks off has asked for nothing: what it was about to say is not known.
    a_request_that_breaks_off_changes_nothing(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let path = house.link("ada@example.org", COMPANY);
        let before = house.contents();
        for head in ["Content-Length: 100\r\n", "Transfer-Encoding: chunked\r\n"] {
            let mut wire = Wire::to(&web);
            wire.send(by_hand(&path, "HTTP/1.1", head, "40\r\nstop=every"));
            drop(wire);
        }
        for broken in ["Content-Length: -1\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: abc\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "Transfer-Encoding: gzip\r\n"]
        {
            let answer = exchange(&web, by_hand(&path, "HTTP/1.1", &format!("{broken}Connection: close\r\n"), "zzzz\r\n"));
            assert_eq!(status(&answer), Some(400), "{broken}: {answer}");
        }
        get(&web.url("/help"));
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// G6: only POST acts, whatever a client calls its method, and the name that it calls us by comes back nowhere.
    g6_no_other_method_acts_and_no_claimed_host_comes_back(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let link = house.link("ada@example.org", COMPANY);
        let center = format!("/preferences/{}", get(&web.url(&link)).between("href=\"/preferences/").unwrap());
        let before = house.contents();
        let form = "stop=everything&company=no&partner=no";
        for method in ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY", "post", "Post", "POSTS"] {
            for path in [&link, &center] {
                let head = format!(
                    "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-HTTP-Method-Override: POST\r\nX-Secret: told\r\n\
                     Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n",
                    form.len()
                );
                let mut wire = Wire::to(&web);
                wire.send(format!("{method} {path}?_method=POST&{form} HTTP/1.1\r\n{head}\r\n{form}"));
                let whole = if method == "GET" { "</html>" } else { "\r\n\r\n" };
                let answer = wire.read_until(|answer| answer.contains(whole));
                let good = matches!((method, status(&answer)), ("GET" | "HEAD", Some(200)) | (_, Some(400..=405) | None));
                assert!(good, "{method} {path}: {answer}");
                assert!(!answer.contains("evil.example") && !answer.contains("told"), "{method} {path}: {answer}");
            }
        }
        assert_eq!(house.contents(), before);
        web.stop();
    }

    /// CONFORMANCE A8, and bounded memory: what is too long for a form of ours says nothing, and is not kept.
    a_body_of_any_length_is_neither_kept_nor_a_reason_to_refuse(house) {
        let people = house.crowd(3);
        let web = house.serve_with(&["--only", "web"]);
        let declared = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000000000\r\n";
        let chunked = "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n";
        let block = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
        let before = memory(&web);
        for (person, head, plain) in [(&people[0], declared, true), (&people[1], chunked, false)] {
            let mut wire = Wire::to(&web);
            wire.send(by_hand(&house.link(person, COMPANY), "HTTP/1.1", head, ""));
            // 64 MiB at most; the server may well hang up before.
            for _ in 0..1024 {
                let block = if plain { &block.as_bytes()[7..] } else { block.as_bytes() };
                if !wire.send(block) {
                    break;
                }
            }
            drop(wire);
            assert_eq!(one_click(&web.url(&house.link(&people[2], COMPANY))).status, 200, "others are served");
        }
        let grown = memory(&web).saturating_sub(before);
        assert!(grown < 32 << 20, "{grown} bytes more than before");
        web.stop();
    }

    header_fields_without_end_are_refused_and_others_are_served(house) {
        let people = house.crowd(1);
        let web = house.serve_with(&["--only", "web"]);
        let path = house.link(&people[0], COMPANY);
        let many = (0..20_000).map(|number| format!("X-{number}: y\r\n")).collect::<Vec<_>>().concat();
        let bombs = [many, format!("X-Long: {}\r\n", "y".repeat(2 << 20)), format!("Cookie: {}\r\n", "a=b; ".repeat(200_000))];
        for bomb in bombs {
            let mut wire = Wire::to(&web);
            wire.send(format!("GET {path} HTTP/1.1\r\nHost: a\r\n{bomb}\r\n"));
            let answer = wire.read_to_end();
            let refused = status(&answer).is_none_or(|status| (400..500).contains(&status));
            assert!(refused, "{answer}");
        }
        let long = exchange(&web, format!("GET /u/{} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "y".repeat(2 << 20)));
        assert!(status(&long).is_none_or(|status| (400..500).contains(&status)), "{long}");
        assert_eq!(one_click(&web.url(&path)).status, 200, "others are served");
        assert!(opted_out(house, &people[0]));
        web.stop();
    }

    /// The storm of a scanner that fetches every link of every message, and in it one person who wants out.
    one_opt_out_gets_through_a_storm_of_gets(house) {
        let people = house.crowd(9);
        let web = house.serve_with(&["--only", "web"]);
        let (over, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
        let paths: Vec<_> = people.iter().map(|person| house.link(person, COMPANY)).collect();
        let began = Instant::now();
        std::thread::scope(|scope| {
            for path in &paths[1..] {
                scope.spawn(|| storm(&web, path, &over, &answered));
            }
            while answered.load(Ordering::Relaxed) == 0 && began.elapsed() < PATIENCE {
                std::thread::sleep(Duration::from_millis(10));
            }
            let answer = one_click(&web.url(&paths[0]));
            assert_eq!(answer.status, 200);
            assert!(opted_out(house, &people[0]), "in force when it is answered, storm or not");
            std::thread::sleep(Duration::from_secs(1));
            over.store(true, Ordering::Relaxed);
        });
        let answered = answered.into_inner();
        println!("{} GETs in {:?} around one opt-out", answered, began.elapsed());
        assert!(answered > 0);
        for person in &people[1..] {
            assert_eq!(house.verdict(person, COMPANY)["verdict"], "clear", "G6");
        }
        web.stop();
    }

    /// SPEC section 3: the address of the evidence is the connection's, or what a trusted proxy says it is.
    the_evidence_has_the_right_address_whatever_the_client_claims(house) {
        let people = house.crowd(9);
        let mut people = people.iter();
        let mut stops = |web: &Running, forwarded: &[&str]| {
            let person = people.next().unwrap();
            let head = forwarded.iter().map(|value| format!("X-Forwarded-For: {value}\r\n")).collect::<Vec<_>>().concat();
            let head = format!("{head}Forwarded: for=6.6.6.6\r\nX-Real-IP: 6.6.6.6\r\nContent-Length: 0\r\nConnection: close\r\n");
            let answer = exchange(web, by_hand(&house.link(person, COMPANY), "HTTP/1.1", &head, ""));
            assert_eq!(status(&answer), Some(200), "{answer}");
            house.texts("SELECT ip AS value FROM evidence ORDER BY seq DESC LIMIT 1").remove(0)
        };
        let web = house.serve_with(&["--only", "web"]);
        assert_eq!(stops(&web, &["203.0.113.9"]), "127.0.0.1", "who is no proxy of ours is not believed");
        web.stop();
        let web = house.serve_behind(&["127.0.0.1", "10.0.0.2"]);
        assert_eq!(stops(&web, &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(stops(&web, &["6.6.6.6, 203.0.113.9"]), "203.0.113.9", "what the client wrote itself stands before");
        assert_eq!(stops(&web, &["6.6.6.6", "203.0.113.9, 10.0.0.2"]), "203.0.113.9", "two proxies, two fields");
        assert_eq!(stops(&web, &["6.6.6.6, 2001:db8::9"]), "2001:db8::9");
        assert_eq!(stops(&web, &["127.0.0.1, 10.0.0.2"]), "127.0.0.1", "proxies only");
        assert_eq!(stops(&web, &[]), "127.0.0.1");
        assert_eq!(stops(&web, &["6.6.6.6, 203.0.113.9:4711"]), "203.0.113.9", "some proxies name the port");
        assert_eq!(stops(&web, &["6.6.6.6, <script>"]), "127.0.0.1", "a hop that cannot be read hides those before it");
        web.stop();
    }
}

/// Connections that send a byte now and then are many, and in nobody's way.
#[test]
fn slow_connections_hold_nobody_up_and_are_ended() {
    let house = House::on_sqlite();
    let people = house.crowd(2);
    let web = house.serve_with(&["--only", "web"]);
    let path = house.link(&people[0], COMPANY);
    let head = "POST /u/x HTTP/1.1\r\nHost: a\r\nX-Slow: ";
    let body = by_hand(&path, "HTTP/1.1", "Content-Length: 1000\r\n", "stop=");
    let mut slow: Vec<Wire> = (0..300).map(|_| Wire::to(&web)).collect();
    for (number, wire) in slow.iter_mut().enumerate() {
        wire.send(if number % 2 == 0 { head } else { &body });
    }
    for wire in &mut slow {
        wire.send("y");
    }
    assert_eq!(one_click(&web.url(&house.link(&people[1], COMPANY))).status, 200);
    assert!(opted_out(&house, &people[1]));
    // Neither a head nor a body that never comes to its end keeps its connection: the server hangs up by itself.
    for (name, mut wire) in [("body", slow.remove(1)), ("head", slow.remove(0))] {
        let answer = wire.read_to_end();
        assert!(status(&answer).is_none_or(|status| status == 408), "{name}: {answer}");
    }
    assert!(!opted_out(&house, &people[0]), "what did not come to its end asked for nothing");
    web.stop();
}

/// A connection that was good once may be as slow as it likes with its next request: so there may be only so many.
#[test]
fn not_too_many_connections_are_kept_for_another_request() {
    let house = House::on_sqlite();
    let people = house.crowd(1);
    let web = house.serve_with(&["--only", "web"]);
    let opened: Vec<_> = (0..700)
        .filter_map(|_| {
            let mut wire = Wire::to(&web);
            wire.send("GET /help HTTP/1.1\r\nHost: a\r\n\r\nGET /help HTTP/1.1\r\nX-Slow: ");
            let answer = wire.read_until(|answer| answer.contains("</html>"));
            assert_eq!(status(&answer), Some(200));
            (!answer.contains("connection: close")).then_some(wire)
        })
        .collect();
    // Whose time was over meanwhile has made room for others.
    let open = opened.iter().filter(|wire| wire.is_open()).count();
    assert!(opened.len() >= 100 && open <= 512, "{} were kept, and {open} at once", opened.len());
    assert_eq!(one_click(&web.url(&house.link(&people[0], COMPANY))).status, 200);
    drop(opened);
    let mut again = Wire::to(&web);
    let gone = Instant::now();
    loop {
        again.send("GET /help HTTP/1.1\r\nHost: a\r\n\r\n");
        if !again.read_until(|answer| answer.contains("</html>")).contains("connection: close") {
            break;
        }
        assert!(gone.elapsed() < PATIENCE, "when they are gone, connections are kept again");
        std::thread::sleep(Duration::from_millis(10));
        again = Wire::to(&web);
    }
    web.stop();
}

/// Bytes of memory that the server holds.
fn memory(web: &Running) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", web.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 1024
}

/// Asks for a page over and over, 16 requests in flight on one connection, until it is over.
fn storm(web: &Running, path: &str, over: &AtomicBool, answered: &AtomicUsize) {
    let asks = format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n").repeat(16);
    let mut wire = Wire::to(web);
    while !over.load(Ordering::Relaxed) {
        wire.send(&asks);
        let answers = wire.read_until(|answers| answers.matches("</html>").count() == 16);
        let good = answers.matches("HTTP/1.1 200 OK").count();
        assert_eq!(answers.matches("HTTP/1.1 ").count(), good, "{answers}");
        answered.fetch_add(good, Ordering::Relaxed);
        if good < 16 {
            // Its time without a request was over before a busy machine came to this one.
            wire = Wire::to(web);
        }
    }
}
