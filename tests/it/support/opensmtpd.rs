//! Debian's `OpenSMTPD` as a relay of one's own. It offers no PIPELINING. It passes everything on to the sink.
//!
//! It knows one queue, one socket and two users, all of them built in, so it runs where it sees others than the system's:
//! in a mount namespace of its own, which nobody else notices and which ends with it.
//!
//! Neither STARTTLS nor a login is tried: with OpenSSL 3, version 6.8 (Debian 12's) ends every handshake with "missing
//! private key". Postfix stands for both.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Instant;

use super::house::{House, PATIENCE};
use super::scratch;

/// What the shell does in the namespace: other folders, two more users, then the server in its place.
const IN_THE_NAMESPACE: &str = r#"
set -eu
folder=$1
smtpd=$2
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /var/spool
mount -t tmpfs tmpfs /var/lib
mkdir -p /var/lib/opensmtpd/empty
for file in passwd group; do grep -v '^opensmtp[dq]:' "/etc/$file" >"$folder/$file"; done
printf 'opensmtp%s:x:%d:%d::/var/lib/opensmtpd/empty:/bin/false\n' d 61801 61801 q 61802 61802 >>"$folder/passwd"
printf 'opensmtp%s:x:%d:\n' d 61801 q 61802 >>"$folder/group"
mount --bind "$folder/passwd" /etc/passwd
mount --bind "$folder/group" /etc/group
exec "$smtpd" -d -v -f "$folder/smtpd.conf"
"#;

/// A running `OpenSMTPD`. Dropped, it stops.
pub(crate) struct Opensmtpd {
    folder: PathBuf,
    port: u16,
    server: Child,
}

impl Opensmtpd {
    /// Starts one in the house's folder, which refuses `refused` at RCPT.
    ///
    /// # Panics
    /// When this is not root, who alone may have a namespace: a test that did not run is never passed in silence.
    pub(crate) fn start(house: &House, refused: &str) -> Self {
        let smtpd = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/opensmtpd/root/usr/sbin/smtpd");
        assert!(smtpd.exists(), "OpenSMTPD is needed; tests/opensmtpd/install fetches it, and tests/run runs that");
        let folder = house.folder().join("opensmtpd");
        std::fs::create_dir_all(&folder).unwrap();
        let port = scratch::port();
        let sink = house.sink.port();
        let settings = format!(
            "listen on 127.0.0.1 port {port} hostname relay.test
action \"on\" relay host smtp+notls://127.0.0.1:{sink}
match from any for any rcpt-to \"{refused}\" reject
match from any for any action \"on\"
"
        );
        std::fs::write(folder.join("smtpd.conf"), settings).unwrap();
        let log = std::fs::File::create(folder.join("log")).unwrap();
        // It ends when this test does, even by a kill.
        let server = Command::new("setpriv")
            .args(["--pdeathsig", "TERM", "unshare", "--mount", "--propagation", "private", "sh", "-c"])
            .args([IN_THE_NAMESPACE, "sh"])
            .args([&folder, &smtpd])
            .stderr(log.try_clone().unwrap())
            .stdout(log)
            .spawn()
            .expect("setpriv and unshare (util-linux) are needed");
        let mut relay = Self { folder, port, server };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = relay.server.try_wait().unwrap();
            assert!(ended.is_none() && begun.elapsed() < PATIENCE, "OpenSMTPD does not listen: {}", relay.log());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        relay
    }

    /// Where the house hands its mail to.
    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for Opensmtpd {
    fn drop(&mut self) {
        // What stands in this place is the server itself: the shell before it became it.
        let told = Command::new("kill").arg(self.server.id().to_string()).status();
        let ended = self.server.wait();
        assert!(std::thread::panicking() || (told.is_ok() && ended.is_ok()), "OpenSMTPD did not stop");
    }
}
