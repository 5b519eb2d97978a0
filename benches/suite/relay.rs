//! The relay that both sides hand to, and the sender that Consentry is measured against.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::figures::{float, temporary};
use super::house::{House, On, ends_with_us, free_port, said, stop};

/// The longest that a Postfix runs, which a killed benchmark cannot stop.
const AT_MOST_SECONDS: &str = "2400";

/// Postfix's `smtp-sink`: takes everything and keeps nothing. It offers PIPELINING.
pub(crate) struct Sink {
    child: Child,
    pub(crate) port: u16,
}

impl Sink {
    pub(crate) fn start() -> Self {
        let port = free_port();
        // It changes its user, and the system forgets then whom it was to end with.
        let mut command = ends_with_us("TERM");
        command.args(["timeout", "--foreground", AT_MOST_SECONDS, "/usr/sbin/smtp-sink", "-u", "nobody"]);
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

/// A Postfix of the benchmark's own, with another configuration, queue and port than the system's. It passes everything
/// on to the sink. Postfix starts as root only.
pub(crate) struct Postfix {
    folder: PathBuf,
    pub(crate) port: u16,
}

/// The services that a relay needs, none of them in a chroot.
const SERVICES: &str = "
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
tlsmgr   unix - - n 1000? 1 tlsmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp     unix - - n - - smtp
showq    unix n - n - - showq
error    unix - - n - - error
retry    unix - - n - - error
anvil    unix - - n - 1 anvil
scache   unix - - n - 1 scache
postlog  unix-dgram n - n - 1 postlogd
";

impl Postfix {
    pub(crate) fn start(sink: u16) -> Self {
        let folder = temporary().join(format!("consentry-bench-postfix-{}", std::process::id()));
        for part in ["conf", "queue", "data"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        let (port, here) = (free_port(), folder.display());
        let main = format!(
            "compatibility_level = 3.6\nqueue_directory = {here}/queue\ndata_directory = {here}/data\n\
             maillog_file_prefixes = {here}\nmaillog_file = {here}/mail.log\nmyhostname = relay.test\nmydestination =\n\
             local_recipient_maps =\nalias_maps =\nalias_database =\nmynetworks = 127.0.0.0/8\n\
             inet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nrelayhost = [127.0.0.1]:{sink}\n\
             smtpd_relay_restrictions = permit_mynetworks, reject\nsmtpd_tls_security_level = none\n\
             in_flow_delay = 0\n"
        );
        std::fs::write(folder.join("conf/main.cf"), main).unwrap();
        let services = format!("127.0.0.1:{port} inet n - n - - smtpd{SERVICES}");
        std::fs::write(folder.join("conf/master.cf"), services).unwrap();
        said(Command::new("chown").arg("postfix").arg(folder.join("data")));
        let conf = folder.join("conf");
        said(Command::new("/usr/sbin/postfix").arg("-c").arg(&conf).arg("check"));
        let daemons = said(Command::new("/usr/sbin/postconf").arg("-c").arg(&conf).args(["-h", "daemon_directory"]));
        said(
            Command::new(Path::new(daemons.trim()).join("master")).args(["-w", "-e", AT_MOST_SECONDS, "-c"]).arg(&conf),
        );
        wait_for_port(port, "Postfix");
        Self { folder, port }
    }

    /// Waits until all that was taken has been passed on, so that one run does not work in the time of the next.
    pub(crate) fn drain(&self) {
        let begun = Instant::now();
        loop {
            let queue = said(Command::new("/usr/sbin/postqueue").arg("-c").arg(self.folder.join("conf")).arg("-j"));
            if queue.trim().is_empty() {
                return;
            }
            assert!(begun.elapsed() < Duration::from_mins(5), "Postfix does not pass its mail on");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        said(Command::new("/usr/sbin/postfix").arg("-c").arg(self.folder.join("conf")).arg("stop"));
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}
