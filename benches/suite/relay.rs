//! The relay that both sides hand to, and the sender that Consentry is measured against.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::figures::float;
use super::house::{House, On, free_port, said, stop};
use super::postgres::AT_MOST_SECONDS;

/// Postfix's `smtp-sink`: takes everything and keeps nothing. It offers PIPELINING.
pub(crate) struct Sink {
    child: Child,
    pub(crate) port: u16,
}

impl Sink {
    pub(crate) fn start() -> Self {
        let port = free_port();
        let mut command = Command::new("timeout");
        command.args(["--foreground", AT_MOST_SECONDS, "/usr/sbin/smtp-sink", "-u", "nobody"]);
        command.arg(format!("127.0.0.1:{port}")).arg("1024");
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        wait_for_port(port, "smtp-sink (of Debian's postfix)");
        Self { child, port }
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        stop(&mut self.child, "-TERM");
    }
}

pub(crate) fn wait_for_port(port: u16, what: &str) {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what} does not listen");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Messages a second that `smtp-source` hands over, each connection used again and again (`-d`).
pub(crate) fn smtp_source(port: u16, connections: usize, messages: usize, bytes: usize) -> f64 {
    let begun = Instant::now();
    said(
        Command::new("/usr/sbin/smtp-source")
            .args(["-d", "-f", "news@harbour.example", "-t", "p@h1.example"])
            .args(["-s", &connections.to_string(), "-m", &messages.to_string(), "-l", &bytes.to_string()])
            .arg(format!("127.0.0.1:{port}")),
    );
    float(messages) / begun.elapsed().as_secs_f64()
}

/// Takes one message of the house's campaign and returns how many bytes it has.
pub(crate) fn message_bytes() -> usize {
    let mut house = House::build(On::Sqlite, None);
    house.import(1);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    house.set("CONSENTRY_RELAY", &format!("smtp://127.0.0.1:{}?tls=none", listener.local_addr().unwrap().port()));
    house.set("CONSENTRY_SIGN", "false");
    let taking = std::thread::spawn(move || take_one(&listener.accept().unwrap().0));
    let campaign = house.campaign("size");
    let serving = house.serve(&["--only", "sender"]);
    house.wait_for(campaign);
    drop(serving);
    taking.join().unwrap()
}

/// The least that a relay must say. It offers nothing.
fn take_one(mut stream: &TcpStream) -> usize {
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let mut say = |text: &str| stream.write_all(format!("{text}\r\n").as_bytes()).unwrap();
    let (mut bytes, mut in_body) = (0, false);
    say("220 sink");
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line).unwrap() == 0 {
            return bytes;
        }
        match (in_body, line.as_slice()) {
            (true, b".\r\n") => {
                in_body = false;
                say("250 taken");
            }
            (true, _) => bytes += line.len(),
            (false, b"DATA\r\n") => {
                in_body = true;
                say("354 go on");
            }
            (false, b"QUIT\r\n") => say("221 bye"),
            (false, _) => say("250 ok"),
        }
    }
}
