//! A PostgreSQL server of a test's own, which may be stopped and started.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A running server. Dropped, it stops and its files are removed.
pub(crate) struct Cluster {
    folder: PathBuf,
    bin: PathBuf,
    port: u16,
    as_root: bool,
}

impl Cluster {
    /// # Panics
    /// Without Debian's PostgreSQL, which `tests/run` installs.
    pub(crate) fn start() -> Self {
        // A socket's path may have 107 bytes, and the server's user must be able to walk in.
        Self::start_in(PathBuf::from(format!("/tmp/consentry-cluster-{}", std::process::id())))
    }

    /// Starts one whose files are in `folder`.
    ///
    /// # Panics
    /// As [`Cluster::start`] does.
    pub(crate) fn start_in(folder: PathBuf) -> Self {
        let mut versions: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
            .expect("PostgreSQL's server is needed; tests/run installs it")
            .map(|entry| entry.unwrap().path().join("bin"))
            .filter(|bin| bin.join("initdb").exists())
            .collect();
        versions.sort();
        let bin = versions.pop().expect("PostgreSQL's server is needed; tests/run installs it");
        let id = Command::new("id").arg("-u").output().unwrap();
        let as_root = String::from_utf8_lossy(&id.stdout).trim() == "0";
        std::fs::create_dir_all(&folder).unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let cluster = Self { folder, bin, port, as_root };
        if as_root {
            assert!(Command::new("chown").arg("postgres").arg(&cluster.folder).status().unwrap().success());
        }
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

    /// What the server of this test has said.
    pub(crate) fn log() -> String {
        std::fs::read_to_string(log_file()).unwrap_or_default()
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    fn control(&self, what: &str, more: &[&str]) {
        let folder = self.folder.display();
        let options = format!("-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", self.port);
        let (data, log) = (self.data(), log_file());
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
        let mut command = if self.as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.control("stop", &["-m", "immediate"]);
            std::fs::remove_dir_all(&self.folder).unwrap();
            std::fs::remove_file(log_file()).unwrap();
            return;
        }
        drop(self.command("pg_ctl").args(["stop", "-m", "immediate", "-D", &self.data()]).output());
    }
}

/// What the server says stands apart from its files, whose disk may be full.
fn log_file() -> String {
    format!("/tmp/consentry-cluster-{}.log", std::process::id())
}
