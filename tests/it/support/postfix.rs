//! Debian's Postfix as a relay of one's own: another configuration, queue and port than the system's, which it never
//! touches. It wants STARTTLS and a login, and passes everything on to the sink.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::certificate::certify;
use super::house::{House, PATIENCE};
use super::scratch;

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

/// A running Postfix. Dropped, it stops.
pub(crate) struct Postfix {
    folder: PathBuf,
    port: u16,
}

impl Postfix {
    /// Starts one in the house's folder; `access` says whom it refuses at RCPT, and how.
    ///
    /// # Panics
    /// When this is not root: Postfix starts as root only, and a test that did not run is never passed in silence.
    pub(crate) fn start(house: &House, access: &[(&str, &str)]) -> Self {
        assert!(scratch::is_root(), "Postfix starts as root only: run the tests as root");
        let folder = house.folder().join("postfix");
        for part in ["conf/sasl", "queue", "data"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        let port = scratch::port();
        certify(&folder, "DNS:localhost");
        let mut refused = String::new();
        for (address, reply) in access {
            writeln!(refused, "{address} {reply}").unwrap();
        }
        let write = |name: &str, content: &str| std::fs::write(folder.join(name), content).unwrap();
        write("conf/access", &refused);
        write("conf/main.cf", &main_cf(&folder, house.sink.port()));
        write("conf/master.cf", &format!("127.0.0.1:{port} inet n - n - - smtpd{SERVICES}"));
        let sasldb = folder.join("sasldb2");
        write(
            "conf/sasl/smtpd.conf",
            &format!(
                "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: {}\n",
                sasldb.display()
            ),
        );
        let mut password = Command::new("saslpasswd2");
        password.args(["-p", "-c", "-u", "relay.test", "-f"]).arg(&sasldb).arg("mailer");
        let mut child = password.stdin(Stdio::piped()).spawn().expect("saslpasswd2 (Debian's sasl2-bin) is needed");
        child.stdin.take().unwrap().write_all(b"secret\n").unwrap();
        assert!(child.wait().unwrap().success());
        said(Command::new("chown").arg("postfix").arg(folder.join("data")).arg(&sasldb));
        let postfix = Self { folder, port };
        postfix.control("check");
        let daemons = said(Command::new("postconf").arg("-c").arg(postfix.conf()).args(["-h", "daemon_directory"]));
        // It ends by itself should this test be killed before it can stop it.
        let mut master = Command::new(Path::new(daemons.trim()).join("master"));
        said(master.args(["-w", "-e", "600", "-c"]).arg(postfix.conf()));
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(begun.elapsed() < PATIENCE, "Postfix does not listen: {}", postfix.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        postfix
    }

    /// Where the house hands its mail to, by the name that the certificate is for unless `host` is another.
    pub(crate) fn url(&self, host: &str, password: &str) -> String {
        format!("smtp://mailer:{password}@{host}:{}?tls=starttls", self.port)
    }

    /// The authority that signed its certificate.
    pub(crate) fn authority(&self) -> String {
        self.folder.join("ca.pem").to_str().unwrap().to_owned()
    }

    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("mail.log")).unwrap_or_default()
    }

    fn conf(&self) -> PathBuf {
        self.folder.join("conf")
    }

    fn control(&self, what: &str) {
        said(Command::new("postfix").arg("-c").arg(self.conf()).arg(what));
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let stopped = Command::new("postfix").arg("-c").arg(self.conf()).arg("stop").output();
        assert!(
            std::thread::panicking() || stopped.is_ok_and(|output| output.status.success()),
            "Postfix did not stop"
        );
    }
}

fn main_cf(folder: &Path, sink: u16) -> String {
    let here = folder.display();
    format!(
        "compatibility_level = 3.6
queue_directory = {here}/queue
data_directory = {here}/data
maillog_file_prefixes = {here}
maillog_file = {here}/mail.log
myhostname = relay.test
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:{sink}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access texthash:{here}/conf/access
smtpd_error_sleep_time = 0
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = relay.test
cyrus_sasl_config_path = {here}/conf/sasl
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {here}/leaf.pem
smtpd_tls_key_file = {here}/leaf.key
in_flow_delay = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
delay_warning_time = 1s
"
    )
}

/// Runs a command that must succeed, and returns what it printed.
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; tests/run installs it"));
    assert!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
