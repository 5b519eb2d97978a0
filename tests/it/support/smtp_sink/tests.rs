//! The sink does what it is told, so a test that leans on it tests the product.

use std::io::{BufRead, BufReader, Write};

use super::*;

const LONG: Duration = Duration::from_mins(1);

struct Client(BufReader<TcpStream>);

impl Client {
    /// Connects without reading a greeting.
    fn raw(sink: &SmtpSink) -> Self {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, sink.port())).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        Self(BufReader::new(stream))
    }

    /// Connects and says EHLO.
    fn new(sink: &SmtpSink) -> Self {
        let mut client = Self::raw(sink);
        assert_eq!(client.reply(), "220");
        assert_eq!(client.ask("EHLO client.test"), "250");
        client
    }

    fn say(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// The code of the next reply, or what there is before the connection ends.
    fn reply(&mut self) -> String {
        loop {
            let mut line = Vec::new();
            self.0.read_until(b'\n', &mut line).unwrap();
            let line = String::from_utf8_lossy(&line).into_owned();
            if !line.ends_with("\r\n") {
                return line;
            }
            if line.as_bytes().get(3) == Some(&b' ') {
                return line[..3].to_owned();
            }
        }
    }

    fn ask(&mut self, line: &str) -> String {
        self.say(&format!("{line}\r\n"));
        self.reply()
    }

    /// Takes one message up to the reply to DATA.
    fn open(&mut self, to: &str) {
        self.say(&format!("MAIL FROM:<from@example.org>\r\nRCPT TO:<{to}>\r\nDATA\r\n"));
        assert_eq!([self.reply(), self.reply(), self.reply()], ["250", "250", "354"]);
    }

    /// Sends one message; returns the reply to its final dot.
    fn send(&mut self, to: &str) -> String {
        self.open(to);
        self.ask(&format!("Subject: To\r\n {to}\r\n\r\n..dot\r\n."))
    }
}

#[test]
fn messages_are_recorded_with_their_times() {
    let sink = SmtpSink::start();
    assert_eq!(sink.url(), format!("smtp://127.0.0.1:{}?tls=none", sink.port()));
    let before = Instant::now();
    let mut client = Client::new(&sink);
    assert_eq!(client.send("Ada@example.org"), "250");
    let after = Instant::now();
    assert_eq!(client.send("bob@example.org"), "250");
    let messages = sink.wait_for(2, LONG);
    assert_eq!(messages[0].data, b"Subject: To\r\n Ada@example.org\r\n\r\n.dot\r\n");
    assert_eq!((messages[0].connection, messages[0].from.as_str()), (1, "from@example.org"));
    assert!(before < messages[0].final_dot_at && messages[0].final_dot_at <= messages[0].answered_at.unwrap());
    assert!(messages[0].answered_at.unwrap() < after && after < messages[1].final_dot_at);
    assert_eq!(sink.accepted_to("ada@example.org"), 1);
    assert_eq!(sink.subjects(), ["To Ada@example.org", "To bob@example.org"]);
    assert_eq!((sink.connections(), sink.open_connections()), (1, 1));
    assert_eq!(client.ask("QUIT"), "221");
    assert_eq!(client.reply(), "");
    drop(client);
    sink.wait(LONG, "end of the connection", |state| state.open.is_empty());
    let log = sink.log();
    assert!(log.is_sorted_by_key(|logged| logged.at) && log.iter().all(|logged| logged.connection == 1));
    assert_eq!((&log[0].event, &log.last().unwrap().event), (&Event::Opened, &Event::Closed));
    assert_eq!(sink.commands().len(), 8);
    assert!(sink.misconduct().is_empty(), "{:?}", sink.misconduct());
}

#[test]
fn a_refusal_meets_the_recipient_it_is_meant_for_as_often_as_meant() {
    let sink = SmtpSink::start();
    sink.when(Step::Rcpt).recipient("ada@").times(1).then(Fault::reply("451 4.3.0 try later"));
    let mut client = Client::new(&sink);
    client.say("MAIL FROM:<>\r\nRCPT TO:<bob@example.org>\r\nRCPT TO:<ADA@example.org>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\n");
    let replies: Vec<String> = (0..5).map(|_| client.reply()).collect();
    assert_eq!(replies, ["250", "250", "451", "250", "354"]);
    assert_eq!(client.ask("."), "250");
    assert_eq!(sink.messages()[0].recipients, ["bob@example.org", "ada@example.org"]);
}

#[test]
fn a_refused_final_dot_is_recorded_and_not_accepted() {
    let sink = SmtpSink::with(Script::default().when(Step::FinalDot).nth(2).then(Fault::reply("550 5.7.1 no")));
    let mut client = Client::new(&sink);
    assert_eq!([1, 2, 3].map(|n| client.send(&format!("r{n}@example.org"))), ["250", "550", "250"]);
    assert_eq!(sink.messages().len(), 3);
    assert_eq!(sink.accepted().len(), 2);
    assert!(!sink.messages()[1].accepted && sink.messages()[1].answered_at.is_some());
    assert_eq!(sink.accepted_to("r2@example.org"), 0);
    sink.when(Step::FinalDot).then(Fault::reply("421 4.3.2 closing"));
    assert_eq!(client.send("r4@example.org"), "421");
    assert_eq!(client.reply(), "");
}

#[test]
fn a_message_can_be_accepted_without_an_answer() {
    let sink = SmtpSink::start();
    sink.when(Step::FinalDot).recipient("ada").then(Fault::AcceptThenClose);
    assert_eq!(Client::new(&sink).send("ada@example.org"), "");
    let caught = &sink.wait_for(1, LONG)[0];
    assert!(caught.accepted && caught.answered_at.is_none());
}

#[test]
fn a_held_step_waits_for_the_test() {
    let sink = SmtpSink::start();
    let latch = Latch::default();
    sink.when(Step::FinalDot).then(Fault::Hold(latch.clone()));
    let mut client = Client::new(&sink);
    client.open("ada@example.org");
    client.say("Subject: held\r\n\r\n.\r\n");
    sink.wait_for_step(Step::FinalDot, 1, LONG);
    let seen = sink.messages();
    assert!(seen.len() == 1 && !seen[0].accepted && sink.accepted().is_empty());
    let released = Instant::now();
    latch.release();
    assert_eq!(client.reply(), "250");
    assert!(sink.accepted()[0].answered_at.unwrap() >= released && seen[0].final_dot_at < released);
}

#[test]
fn time_passes_in_a_delay_and_in_a_stall() {
    let sink = SmtpSink::start();
    let short = Duration::from_millis(50);
    sink.when(Step::Data).times(1).then(Fault::Delay(short));
    sink.when(Step::Data).then(Fault::Stall(short));
    let mut client = Client::new(&sink);
    let start = Instant::now();
    assert_eq!(client.send("ada@example.org"), "250");
    assert!(start.elapsed() >= short);
    client.say("MAIL FROM:<>\r\nRCPT TO:<a@b.org>\r\nDATA\r\n");
    let start = Instant::now();
    assert_eq!([client.reply(), client.reply(), client.reply()], ["250", "250", ""]);
    assert!(start.elapsed() < LONG);
    assert_eq!(sink.reached(Step::Data), 2);
}

#[test]
fn every_step_can_fail() {
    let sink = SmtpSink::start();
    for (step, reply) in [(Step::Connect, "421"), (Step::Greeting, "554")] {
        sink.when(step).then(Fault::reply(&format!("{reply} 4.3.2 not today")));
        let mut client = Client::raw(&sink);
        assert_eq!(client.reply(), reply, "{step:?}");
        if step == Step::Greeting {
            assert_eq!(client.ask("EHLO a"), "503");
        }
        sink.behave();
    }
    sink.when(Step::Quit).then(Fault::Close);
    assert_eq!(Client::new(&sink).ask("QUIT"), "");
    sink.when(Step::Ehlo).times(1).then(Fault::HalfReply);
    let mut client = Client::raw(&sink);
    assert_eq!(client.reply(), "220");
    client.say("EHLO a\r\n");
    assert!(client.0.fill_buf().unwrap().starts_with(b"250-sink.test\r\n"));
    sink.when(Step::Mail).times(1).then(Fault::Garbage);
    let mut client = Client::new(&sink);
    client.say("MAIL FROM:<a@b.org>\r\n");
    let mut garbage = Vec::new();
    client.0.read_until(b'\n', &mut garbage).unwrap();
    assert_eq!(garbage, b"\x00\xffthis is not SMTP\r\n");
    assert_eq!(client.ask("RCPT TO:<a@b.org>"), "503");
    sink.when(Step::Body).then(Fault::Close);
    assert_eq!(client.send("ada@example.org"), "");
    assert!(sink.messages().is_empty());
}

#[test]
fn half_a_reply_to_the_final_dot_accepts_nothing() {
    let sink = SmtpSink::start();
    sink.when(Step::FinalDot).then(Fault::HalfReply);
    assert_eq!(Client::new(&sink).send("ada@example.org"), "250 2.0.0 ");
    assert!(sink.accepted().is_empty() && sink.messages().len() == 1);
}

#[test]
fn chance_follows_its_seed() {
    let replies = |seed| {
        let sink = SmtpSink::start();
        sink.when(Step::Mail).chance(300, seed).then(Fault::reply("450 4.2.0 busy"));
        let mut client = Client::new(&sink);
        let replies = (0..100).map(|_| {
            let reply = client.ask("MAIL FROM:<>");
            client.ask("RSET");
            reply
        });
        replies.collect::<Vec<_>>()
    };
    let first = replies(7);
    assert_eq!(first, replies(7));
    assert_ne!(first, replies(8));
    assert!((10..60).contains(&first.iter().filter(|reply| *reply == "450").count()));
}

#[test]
fn pipelining_is_offered_or_not_and_misconduct_is_noted() {
    let sink = SmtpSink::with(Script::default().pipelining(false));
    let mut client = Client::new(&sink);
    assert!(
        !sink.log().iter().any(|logged| matches!(&logged.event, Event::Reply(reply) if reply.contains("PIPELINING")))
    );
    client.say("NOOP\r\nRCPT TO:<a@b.org>\r\n");
    assert_eq!([client.reply(), client.reply()], ["250", "503"]);
    assert_eq!(sink.misconduct().len(), 2);
    sink.pipelining(true);
    let mut client = Client::new(&sink);
    client.say("NOOP\r\nNOOP\r\n");
    assert_eq!([client.reply(), client.reply()], ["250", "250"]);
    sink.when(Step::Mail).times(1).then(Fault::reply("450 4.2.0 busy"));
    client.say("MAIL FROM:<>\r\nRCPT TO:<a@b.org>\r\nDATA\r\n");
    assert_eq!([client.reply(), client.reply(), client.reply()], ["450", "503", "503"]);
    client.open("a@b.org");
    assert_eq!(client.ask(&format!("a\nb\r\n{}\r\n.", "x".repeat(999))), "250");
    assert_eq!(sink.misconduct().len(), 4);
}

#[test]
fn the_last_handle_dropped_stops_the_sink_whatever_it_waits_for() {
    let sink = SmtpSink::start();
    sink.when(Step::Connect).then(Fault::Stall(Duration::from_hours(1)));
    let other = sink.clone();
    let mut client = Client::raw(&sink);
    sink.wait_for_step(Step::Connect, 1, LONG);
    drop(sink);
    assert_eq!(other.open_connections(), 1);
    let port = other.port();
    drop(other);
    assert_eq!(client.reply(), "");
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
}
