//! A PostgreSQL cluster of the benchmark's own, durable as in production.

use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::figures::temporary;
use super::house::{ends_with_us, free_port, said, stop};

/// A running server; dropped, it stops and is removed.
pub(crate) struct Cluster {
    folder: PathBuf,
    server: Child,
    port: u16,
}

impl Cluster {
    pub(crate) fn start() -> Self {
        let folder = temporary().join(format!("consentry-bench-postgres-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let bin = newest_server();
        // PostgreSQL refuses to run as root, so root lends it the user that its package made.
        let root = said(Command::new("id").arg("-u")).trim() == "0";
        let number = |flag: &str| said(Command::new("id").args([flag, "postgres"])).trim().parse::<u32>().unwrap();
        let user = root.then(|| (number("-u"), number("-g")));
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).unwrap();
        }
        let as_user = |mut command: Command| {
            if let Some((user, group)) = user {
                command.uid(user).gid(group);
            }
            command.current_dir(&folder);
            command
        };
        let mut initdb = as_user(Command::new(bin.join("initdb")));
        initdb.args(["-D", "data", "-U", "consentry", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        said(&mut initdb);
        let port = free_port();
        let mut server = as_user(ends_with_us("INT"));
        server.arg(bin.join("postgres"));
        let sockets = format!("unix_socket_directories={}", folder.display());
        server.args(["-D", "data", "-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", &sockets]);
        let log = std::fs::File::create(folder.join("server.log")).unwrap();
        let server = server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let cluster = Self { folder, server, port };
        let begun = Instant::now();
        while consentry::store::Db::open(&consentry::config::DatabaseUrl::parse(&cluster.url("postgres")).unwrap())
            .is_err()
        {
            assert!(begun.elapsed() < Duration::from_secs(30), "PostgreSQL does not answer; see {:?}", cluster.folder);
            std::thread::sleep(Duration::from_millis(50));
        }
        cluster
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://consentry@127.0.0.1:{}/{database}", self.port)
    }

    /// The process that all of the server's are children of.
    pub(crate) fn pid(&self) -> u32 {
        let file = std::fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
        file.lines().next().unwrap().trim().parse().unwrap()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&mut self.server, "-INT");
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn newest_server() -> PathBuf {
    let versions =
        std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL's server is needed: tests/run installs it");
    let number = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = versions.flatten().map(|entry| entry.path()).filter(|path| number(path).is_some()).max_by_key(number);
    newest.expect("PostgreSQL's server is needed: tests/run installs it").join("bin")
}
