//! A PostgreSQL server of a test's own, which may be stopped and started.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;

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
        let mut versions: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
            .expect("PostgreSQL's server is needed; tests/run installs it")
            .map(|entry| entry.unwrap().path().join("bin"))
            .filter(|bin| bin.join("initdb").exists())
            .collect();
        versions.sort();
        let bin = versions.pop().expect("PostgreSQL's server is needed; tests/run installs it");
        let id = Command::new("id").arg("-u").output().unwrap();
        let as_root = String::from_utf8_lossy(&id.stdout).trim() == "0";
        // A socket's path may have 107 bytes, and the server's user must be able to walk in.
        let folder = PathBuf::from(format!("/tmp/consentry-cluster-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let cluster = Self { folder, bin, port, as_root };
        if as_root {
            assert!(Command::new("chown").arg("postgres").arg(&cluster.folder).status().unwrap().success());
        }
        let data = cluster.data();
        cluster.run("initdb", &["-D", &data, "--username=consentry", "--auth=trust", "--no-sync", "--locale=C.UTF-8"]);
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

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    fn control(&self, what: &str, more: &[&str]) {
        let folder = self.folder.display();
        let options = format!("-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", self.port);
        let (data, log) = (self.data(), self.folder.join("log").display().to_string());
        self.run("pg_ctl", &[&[what, "-D", &data, "-w", "-l", &log, "-o", &options], more].concat());
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let program = self.bin.join(program);
        let mut command = if self.as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        // The server keeps what it is given: a pipe would never end.
        let ended = command.args(arguments).current_dir(&self.folder).stdout(std::process::Stdio::null()).status();
        assert!(ended.unwrap().success(), "{program:?} {arguments:?} failed");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.control("stop", &["-m", "immediate"]);
            std::fs::remove_dir_all(&self.folder).unwrap();
            return;
        }
        let stop = ["-u", "postgres", "--"];
        let ctl = self.bin.join("pg_ctl");
        let mut command = if self.as_root { Command::new("runuser") } else { Command::new(&ctl) };
        if self.as_root {
            command.args(stop).arg(&ctl);
        }
        drop(command.args(["stop", "-m", "immediate", "-D", &self.data()]).output());
    }
}
