//! G7: nobody holds up an opt-out by being slow, from one address or from many.
//!
//! The times themselves are not measured here: each test only waits for what must come, while it goes on dripping.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::support::both_databases;
use crate::support::house::{House, PATIENCE, Running};
use crate::support::raw_http::{Wire, exchange, status};
use crate::support::web::{get, one_click, press};

const COMPANY: &[&str] = &["--stream", "company"];
/// What every answer carries, whoever makes it.
const ALWAYS: [&str; 4] = [
    "content-security-policy: default-src 'none'",
    "x-content-type-options: nosniff",
    "cache-control: no-store",
    "referrer-policy: no-referrer",
];

/// A way of being slow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slow {
    /// Says nothing.
    Silent,
    /// A head that never comes to its end.
    Head,
    /// The same, after one good request.
    SecondHead,
    /// A form in pieces without end.
    Chunked,
    /// A form that is far shorter than it says.
    Counted,
    /// Pieces without end to a page that takes no form.
    UnwantedByGet,
    /// The same to a page that is none.
    UnwantedByNobody,
    /// Asks for much, and reads nothing of it.
    Reader,
}

impl Slow {
    const ALL: [Self; 8] = [
        Self::Silent,
        Self::Head,
        Self::SecondHead,
        Self::Chunked,
        Self::Counted,
        Self::UnwantedByGet,
        Self::UnwantedByNobody,
        Self::Reader,
    ];

    fn begins(self) -> String {
        const HOST: &str = "HTTP/1.1\r\nHost: a\r\n";
        const PIECES: &str = "Transfer-Encoding: chunked\r\n\r\n";
        match self {
            Self::Silent => String::new(),
            Self::Head => format!("POST /u/x {HOST}X-Slow: "),
            Self::SecondHead => format!("GET /health/live {HOST}\r\nGET /health/live {HOST}X-Slow: "),
            Self::Chunked => format!("POST /u/x {HOST}{PIECES}"),
            Self::Counted => format!("POST /u/x {HOST}Content-Length: 60000\r\n\r\n"),
            Self::UnwantedByGet => format!("GET /help {HOST}{PIECES}"),
            Self::UnwantedByNobody => format!("POST /nothing {HOST}{PIECES}"),
            Self::Reader => format!("GET /help {HOST}\r\n").repeat(400),
        }
    }

    fn goes_on(self) -> &'static [u8] {
        match self {
            Self::Silent | Self::Reader => b"",
            Self::Head | Self::SecondHead | Self::Counted => b"y",
            Self::Chunked | Self::UnwantedByGet | Self::UnwantedByNobody => b"1\r\ny\r\n",
        }
    }
}

/// Somebody who is slow.
struct Drip {
    how: Slow,
    stream: TcpStream,
    answer: Vec<u8>,
    ended: bool,
}

impl Drip {
    /// From an address of its own: all of 127.0.0.0/8 is this machine.
    fn from(number: usize, web: &Running, how: Slow) -> Self {
        let stream = dial(number, web);
        let mut drip = Self { how, stream, answer: Vec::new(), ended: false };
        drip.say(how.begins().as_bytes());
        drip
    }

    fn say(&mut self, octets: &[u8]) {
        match self.stream.write(octets) {
            Err(error) if error.kind() != ErrorKind::WouldBlock => self.ended = true,
            _ => {}
        }
    }

    /// Goes on being slow, and looks whether the server has ended it.
    fn goes_on(&mut self) {
        if self.ended {
            return;
        }
        let mut block = [0; 4096];
        match self.stream.read(&mut block) {
            Ok(0) => self.ended = true,
            Ok(read) => self.answer.extend(&block[..read]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => self.say(self.how.goes_on()),
            Err(_) => self.ended = true,
        }
    }
}

fn dial(number: usize, web: &Running) -> TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(format!("127.1.{}.{}:0", number / 200, 1 + number % 200).parse().unwrap()).unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        socket.connect(web.address.parse().unwrap()).await.unwrap().into_std().unwrap()
    })
}

/// Bytes of memory that the server holds.
fn memory(web: &Running) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", web.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 1024
}

both_databases! {
    /// Twice as many as the server may open files, in every way, from as many addresses; all the while people leave.
    g7_people_leave_while_more_drip_than_there_is_room_for(house) {
        let people = house.crowd(6);
        let web = house.serve_with_files(256);
        let before = memory(&web);
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let dripping = scope.spawn(|| {
                let mut drips: Vec<_> = (0..512).map(|n| Drip::from(n, &web, Slow::ALL[n % Slow::ALL.len()])).collect();
                while !over.load(Ordering::Relaxed) {
                    for (number, drip) in drips.iter_mut().enumerate() {
                        drip.goes_on();
                        if drip.ended {
                            *drip = Drip::from(number, &web, drip.how);
                        }
                    }
                    std::thread::sleep(Duration::from_millis(50));
                }
                drips
            });
            for person in &people {
                assert_eq!(one_click(&web.url(&house.link(person, COMPANY))).status, 200, "{person}");
                assert_eq!(house.verdict(person, COMPANY)["reason"], "opt_out", "{person}");
                assert_eq!(get(&web.url("/health/ready")).status, 200);
            }
            over.store(true, Ordering::Relaxed);
            let mut drips = dripping.join().unwrap();
            let waited = Instant::now();
            while drips.iter().any(|drip| !drip.ended) {
                drips.iter_mut().for_each(Drip::goes_on);
                assert!(waited.elapsed() < PATIENCE, "{:?}", drips.iter().find(|drip| !drip.ended).map(|drip| drip.how));
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        let grown = memory(&web).saturating_sub(before);
        assert!(grown < 128 << 20, "{grown} bytes more than before");
        web.stop();
    }
}

/// However a client is slow, the server ends it by itself, with an answer where there is something to answer.
#[test]
fn every_way_of_being_slow_comes_to_an_end() {
    let house = House::on_sqlite();
    let web = house.serve_with(&["--only", "web"]);
    let mut drips: Vec<_> = Slow::ALL.into_iter().enumerate().map(|(n, how)| Drip::from(n, &web, how)).collect();
    let began = Instant::now();
    while drips.iter().any(|drip| !drip.ended) {
        drips.iter_mut().filter(|drip| drip.how != Slow::Reader).for_each(Drip::goes_on);
        // Whoever reads nothing learns of its end by reading, once it is over.
        drips
            .iter_mut()
            .filter(|drip| drip.how == Slow::Reader && began.elapsed() > PATIENCE / 3)
            .for_each(Drip::goes_on);
        assert!(began.elapsed() < PATIENCE, "{:?}", drips.iter().find(|drip| !drip.ended).map(|drip| drip.how));
        std::thread::sleep(Duration::from_millis(if began.elapsed() > PATIENCE / 3 { 1 } else { 50 }));
    }
    for Drip { how, answer, .. } in drips {
        let answer = String::from_utf8_lossy(&answer).to_ascii_lowercase();
        let answers: Vec<_> = answer.split("http/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
        let expected: &[&str] = match how {
            Slow::Silent => &[],
            Slow::Head | Slow::Chunked | Slow::Counted => &["408"],
            Slow::SecondHead => &["200", "408"],
            Slow::UnwantedByGet => &["200"],
            Slow::UnwantedByNobody => &["404"],
            Slow::Reader => continue,
        };
        assert_eq!(answers, expected, "{how:?}: {answer}");
        if let Some(last) = answer.rsplit("http/1.1 ").next().filter(|_| !expected.is_empty()) {
            assert!(last.contains("connection: close"), "{how:?}: {last}");
            assert!(ALWAYS.iter().all(|field| last.contains(field)), "{how:?}: {last}");
        }
    }
    web.stop();
}

/// What is no request is answered below every handler, and like everything else.
#[test]
fn what_is_no_request_is_answered_in_plain_words_with_every_header() {
    let house = House::on_sqlite();
    let web = house.serve_with(&["--only", "web"]);
    let good = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";
    let long = format!("GET /help HTTP/1.1\r\nHost: a\r\nX-Long: {}\r\n\r\n", "y".repeat(60_000));
    let form = |body: &str| {
        format!("POST /u/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{body}")
    };
    let cases: [(&str, String, &[u16]); 8] = [
        ("no request", "hello\r\n\r\n".into(), &[400]),
        ("a bad line", "GET / HTTP/7\r\nHost: a\r\n\r\n".into(), &[400]),
        ("no host", "GET /help HTTP/1.1\r\n\r\n".into(), &[400]),
        (
            "two lengths",
            "POST /u/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab".into(),
            &[400],
        ),
        ("behind a good one", format!("{good}hello\r\n\r\n"), &[200, 400]),
        ("too long", long, &[431]),
        ("a piece that is none", form("zz\r\nhello\r\n"), &[400]),
        ("a piece that is none behind one", form("1\r\na\r\n-\r\n"), &[400]),
    ];
    for (name, request, expected) in cases {
        let answer = exchange(&web, &request).to_ascii_lowercase();
        let answers: Vec<_> = answer.split("http/1.1 ").skip(1).collect();
        let statuses: Vec<u16> = answers.iter().map(|answer| answer[..3].parse().unwrap()).collect();
        assert_eq!(statuses, expected, "{name}: {answer}");
        for answer in answers {
            assert!(ALWAYS.iter().all(|field| answer.contains(field)), "{name}: {answer}");
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            let length = format!("content-length: {}", body.len());
            assert!(!body.is_empty() && head.contains(&length), "{name}: {answer}");
            assert!(!body.contains("payload") && !body.contains("none"), "{name}: {answer}");
        }
    }
    web.stop();
}

/// Whoever sends more than is wanted still gets to read the answer.
#[test]
fn a_long_body_that_nobody_wants_does_not_lose_the_answer() {
    let house = House::on_sqlite();
    let people = house.crowd(1);
    let web = house.serve_with(&["--only", "web"]);
    for path in ["/nothing", &house.link(&people[0], COMPANY)] {
        let body = "y".repeat(1 << 20);
        let answer =
            exchange(&web, format!("POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n{body}", body.len()));
        assert_eq!(status(&answer), Some(if path == "/nothing" { 404 } else { 200 }), "{answer}");
        assert!(answer.to_ascii_lowercase().contains("connection: close") && answer.contains("</html>"));
    }
    assert_eq!(house.verdict(&people[0], COMPANY)["reason"], "opt_out");
    web.stop();
}

/// Whoever causes lines in the log causes few, and what they try can be read there.
#[test]
fn what_strangers_try_is_counted_in_the_log_and_does_not_fill_it() {
    let house = House::on_sqlite();
    let web = house.serve_with(&["--only", "web"]);
    for _ in 0..40 {
        assert_eq!(get(&web.url(&format!("/u/{}", "A".repeat(60)))).status, 404);
        assert_eq!(status(&exchange(&web, "hello\r\n\r\n")), Some(400));
    }
    let form = [("address", "nobody@example.org")];
    let too_many = (0..200).any(|_| press(&web.url("/child"), &form, &[]).status == 429);
    let log = web.stop();
    let lines = |text: &str| log.lines().filter(|line| line.contains(text)).count();
    assert_eq!(lines("A link was refused"), 2, "once, and once how often it came again: {log}");
    assert!(log.contains("It came again times=39 kind=\"malformed\" what=\"A link was refused\""), "{log}");
    assert!(lines("stream error") <= 2, "{log}");
    assert!(too_many && lines("Somebody tries too often") > 0, "{log}");
    assert!(!log.contains("AAAAA") && !log.contains("nobody@"), "{log}");
}

/// The server takes as many files as it may have, and keeps some for itself.
#[test]
fn the_limit_of_files_is_raised_as_far_as_it_goes() {
    let house = House::on_sqlite();
    let web = house.serve_with_files(300);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", web.id())).unwrap();
    let files: Vec<_> =
        limits.lines().find(|line| line.starts_with("Max open files")).unwrap().split_whitespace().collect();
    assert_eq!((files[3], files[4]), ("300", "300"), "{limits}");
    let wires: Vec<_> = (0..400).map(|_| Wire::to(&web)).collect();
    assert_eq!(get(&web.url("/health/ready")).status, 200, "with {} connections beside it", wires.len());
    web.stop();
}
