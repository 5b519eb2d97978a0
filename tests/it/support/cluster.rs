//! A PostgreSQL server of a test's own, which may be stopped and started.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};

use super::scratch;

/// Of the role that must come over TLS.
pub(crate) const PASSWORD: &str = "hunter2 \\ %40";

/// Who gets in: everybody, but for one who must come over TLS and bring the password.
const WHO: &str = "
hostnossl all secured all reject
hostssl all secured all scram-sha-256
host all all 127.0.0.1/32 trust
";

/// A running server. Dropped, it stops and its files are removed.
pub(crate) struct Cluster {
    /// Its log: apart from its data, whose disk may be full.
    home: PathBuf,
    data: PathBuf,
    bin: PathBuf,
    port: u16,
}

impl Cluster {
    /// # Panics
    /// Without Debian's PostgreSQL, which `tests/run` installs.
    pub(crate) fn start() -> Self {
        let home = scratch::folder("cluster");
        let data = home.join("data");
        Self::started(home, data)
    }

    /// Starts one whose data are on this disk.
    ///
    /// # Panics
    /// As [`Cluster::start`] does.
    pub(crate) fn start_on(disk: &Path) -> Self {
        Self::started(scratch::folder("cluster"), disk.join("data"))
    }

    fn started(home: PathBuf, data: PathBuf) -> Self {
        let mut versions: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
            .expect("PostgreSQL's server is needed; tests/run installs it")
            .map(|entry| entry.unwrap().path().join("bin"))
            .filter(|bin| bin.join("initdb").exists())
            .collect();
        versions.sort();
        let bin = versions.pop().expect("PostgreSQL's server is needed; tests/run installs it");
        std::fs::create_dir(&data).unwrap();
        if scratch::is_root() {
            assert!(Command::new("chown").arg("postgres").args([&home, &data]).status().unwrap().success());
        }
        let cluster = Self { home, data, bin, port: scratch::port() };
        let data = cluster.data();
        let small = ["--no-sync", "--wal-segsize=1"];
        let how = [&["-D", &data, "--username=consentry", "--auth=trust", "--locale=C.UTF-8"], &small[..]].concat();
        cluster.run("initdb", &how);
        cluster.control("start", &[]);
        cluster
    }

    /// The server, without a database.
    pub(crate) fn url(&self) -> String {
        format!("postgres://consentry@127.0.0.1:{}", self.port)
    }

    /// Has it speak TLS, with the certificate in this folder. `secured` with [`PASSWORD`] gets in over TLS only.
    pub(crate) fn speak_tls(&self, certificate: &Path) {
        for (file, name) in [("leaf.pem", "server.crt"), ("leaf.key", "server.key")] {
            let to = self.data.join(name);
            std::fs::copy(certificate.join(file), &to).unwrap();
            std::fs::set_permissions(&to, Permissions::from_mode(0o600)).unwrap();
            if scratch::is_root() {
                assert!(Command::new("chown").arg("postgres").arg(&to).status().unwrap().success());
            }
        }
        std::fs::write(self.data.join("pg_hba.conf"), WHO).unwrap();
        let mut settings = std::fs::read_to_string(self.data.join("postgresql.conf")).unwrap();
        settings.push_str("\nssl = on\npassword_encryption = 'scram-sha-256'\n");
        std::fs::write(self.data.join("postgresql.conf"), settings).unwrap();
        self.restart("fast");
        let mut admin = PgConnection::establish(&format!("{}/postgres", self.url())).unwrap();
        admin.batch_execute(&format!("CREATE ROLE secured LOGIN SUPERUSER PASSWORD '{PASSWORD}'")).unwrap();
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Stops it, at once (`immediate`, as a crash does) or by ending every connection (`fast`), and starts it again.
    pub(crate) fn restart(&self, mode: &str) {
        self.control("restart", &["-m", mode]);
    }

    /// Starts it again if it has given up, as it does when it finds no room to recover in.
    pub(crate) fn start_if_down(&self) {
        let mut status = self.command("pg_ctl");
        // Without a running server it ends with 3.
        if status.args(["status", "-D", &self.data()]).output().unwrap().status.code() == Some(3) {
            self.control("start", &[]);
        }
    }

    /// What the server has said.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> String {
        self.home.join("log").display().to_string()
    }

    fn data(&self) -> String {
        self.data.display().to_string()
    }

    fn control(&self, what: &str, more: &[&str]) {
        // No socket in the file system: its path would be too long in some folders.
        let options = format!("-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", self.port);
        let (data, log) = (self.data(), self.log_file());
        self.run("pg_ctl", &[&[what, "-D", &data, "-w", "-l", &log, "-o", &options], more].concat());
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        // The server keeps what it is given: a pipe would never end.
        let ended = self.command(program).args(arguments).stdout(Stdio::null()).status();
        assert!(ended.unwrap().success(), "{program} {arguments:?} failed");
    }

    /// A program of the server's, as the user that the server runs as.
    fn command(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if scratch::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        command.current_dir(&self.home);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.control("stop", &["-m", "immediate"]);
            std::fs::remove_dir_all(&self.data).unwrap();
            std::fs::remove_dir_all(&self.home).unwrap();
            return;
        }
        drop(self.command("pg_ctl").args(["stop", "-m", "immediate", "-D", &self.data()]).output());
    }
}
