//! What a test must not share with another one: folders and ports. They are named here and nowhere else.
//!
//! Several tests run as threads of one process, several processes at once, and the numbers of processes come round again:
//! a name is taken by making the folder, not by looking whether it is there. `tests/run` sets `TMPDIR` to a folder of the
//! run, and removes what tests that failed or were killed have left in it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU16, AtomicU32, Ordering};

static FOLDERS: AtomicU32 = AtomicU32::new(0);
static PORTS: AtomicU16 = AtomicU16::new(0);
static UMASK: Once = Once::new();

/// Below the ports that Linux hands out by itself: what listens there later finds it free, however many clients ask for
/// a port meanwhile.
const FIRST_PORT: u16 = 20_000;
const HOW_MANY_PORTS: u16 = 12_000;

/// A new folder `what-...` that others may walk into: servers run as users of their own.
pub(crate) fn folder(what: &str) -> PathBuf {
    // Whatever the umask of who runs the tests: files of servers and settings are read by users of their own. What the
    // product makes of a umask is tried where it is started with one.
    UMASK.call_once(|| {
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
    });
    loop {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("{what}-{}-{number}", std::process::id()));
        match std::fs::create_dir(&path) {
            Ok(()) => return path,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => panic!("{}: {error}", path.display()),
        }
    }
}

/// A port of the loopback interface that is free and that no other test of this process is given.
pub(crate) fn port() -> u16 {
    let process = u16::try_from(std::process::id() * 61 % u32::from(HOW_MANY_PORTS)).unwrap();
    loop {
        let number = PORTS.fetch_add(1, Ordering::Relaxed);
        assert!(number < HOW_MANY_PORTS, "no port is left");
        let port = FIRST_PORT + (process + number) % HOW_MANY_PORTS;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}

/// Whether this is root.
pub(crate) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A small disk of its own, in memory. Dropped, it is unmounted.
pub(crate) struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// # Panics
    /// When this is not root: a test that did not run is never passed in silence.
    pub(crate) fn mount(megabytes: u32) -> Self {
        let disk = Self { folder: folder("disk") };
        let size = format!("size={megabytes}m,mode=0755");
        succeeds(std::process::Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&disk.folder));
        disk
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Fills it to the last byte. [`Disk::make_room`] takes back what filled it.
    pub(crate) fn fill(&self) {
        let of = format!("of={}", self.folder.join("ballast").display());
        let filled = std::process::Command::new("dd").args(["if=/dev/zero", "bs=4096", &of]).output().unwrap();
        assert!(!filled.status.success(), "the disk took it all");
    }

    pub(crate) fn make_room(&self) {
        std::fs::remove_file(self.folder.join("ballast")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = std::process::Command::new("umount").arg(&self.folder).output();
        assert!(std::thread::panicking() || unmounted.is_ok_and(|output| output.status.success()), "not unmounted");
        assert!(std::thread::panicking() || std::fs::remove_dir(&self.folder).is_ok(), "not removed");
    }
}

fn succeeds(command: &mut std::process::Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed, which root can do: {said}");
}
