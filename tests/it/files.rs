//! What lies on the disk, and in memory, is for nobody else on the machine.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::support::house::House;

/// A command of the house's in another folder, started under this umask.
fn under(umask: &str, house: &House, folder: &Path, arguments: &[&str]) -> Command {
    let inner = house.command(arguments);
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("umask {umask}; exec \"$0\" \"$@\"")).arg(inner.get_program()).args(inner.get_args());
    command.env_clear().envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    // The files are those that it has by itself.
    command.env_remove("DATABASE_URL").current_dir(folder).stdin(Stdio::null());
    command
}

fn ok(mut command: Command) {
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&said));
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything below a folder, with its mode.
fn everything(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything(&path));
        }
        found.push((path.clone(), mode(&path)));
    }
    found
}

#[track_caller]
fn nobody_else_gets_in(folder: &Path, expected: &[&str]) {
    let found = everything(folder);
    for name in expected {
        assert!(found.iter().any(|(path, _)| path.ends_with(name)), "{name} is not in {found:?}");
    }
    for (path, mode) in found {
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[test]
fn what_is_made_is_for_its_owner_alone_whatever_the_umask() {
    for umask in ["000", "022", "027", "077"] {
        let house = House::on_sqlite();
        let folder = house.folder().join("fresh");
        std::fs::create_dir(&folder).unwrap();
        ok(under(umask, &house, &folder, &["init"]));
        let running = House::started(under(umask, &house, &folder, &["serve", "--only", "web"]), true);
        ok(under(umask, &house, &folder, &["keys", "rotate"]));
        ok(under(umask, &house, &folder, &["keys", "dkim"]));
        ok(under(umask, &house, &folder, &["topic", "add", "Offers"]));
        ok(under(umask, &house, &folder, &["ledger", "export", "export.ndjson"]));
        let made =
            ["consentry.toml", "consentry.keys", "consentry.sqlite", "consentry.sqlite-wal", "consentry.sqlite-shm"];
        nobody_else_gets_in(&folder, &[&made[..], &["export.ndjson"]].concat());
        running.stop();
        ok(under(umask, &house, &folder, &["migrate"]));
        nobody_else_gets_in(&folder, &made[..3]);
    }
}

#[test]
fn the_demo_is_for_its_owner_alone() {
    let house = House::on_sqlite();
    let folder = house.folder().join("fresh");
    std::fs::create_dir(&folder).unwrap();
    ok(under("000", &house, &folder, &["demo", "--check"]));
    nobody_else_gets_in(&folder, &["consentry-demo", "made-by-consentry-demo", "consentry.toml", "consentry.keys"]);
}

#[test]
fn check_names_every_file_that_others_can_open() {
    let house = House::on_sqlite();
    let running = house.serve_with(&["--only", "web"]);
    house.ok(&["check"]);
    let at = |name: &str| house.folder().join(name);
    let database = at("consentry.sqlite").display().to_string();
    let log = |end: &str| format!("{database}{end}");
    for (file, what, shown) in [
        (at("consentry.keys"), "key file", "consentry.keys".to_owned()),
        (at("consentry.toml"), "settings file", "consentry.toml".to_owned()),
        (at("consentry.sqlite"), "database", database.clone()),
        (at("consentry.sqlite-wal"), "database's log", log("-wal")),
        (at("consentry.sqlite-shm"), "database's log", log("-shm")),
    ] {
        for (bits, can) in [(0o640, "read"), (0o604, "read"), (0o620, "changed"), (0o602, "changed")] {
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(bits)).unwrap();
            let (_, said) = house.fails(&["check"]);
            let sentence = format!("the {what} {shown} can be {can} by others; run: chmod 600 {shown}");
            assert!(said.lines().any(|line| line == format!("- {sentence}")), "{said}");
        }
        // SQLite gives an empty log the mode that the database has.
        for (path, _) in everything(house.folder()) {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    }
    house.ok(&["check"]);
    running.stop();
}

/// A dump of the memory would hold keys and addresses.
#[test]
fn a_process_leaves_no_core_dump() {
    let house = House::on_sqlite();
    let mut command = Command::new("/bin/sh");
    let inner = house.command(&["serve", "--only", "web"]);
    command.arg("-c").arg("ulimit -S -c \"$(ulimit -H -c)\"; exec \"$0\" \"$@\"");
    command.arg(inner.get_program()).args(inner.get_args()).current_dir(house.folder()).env_clear();
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let running = House::started(command, true);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", running.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().collect::<Vec<_>>(), ["Max", "core", "file", "size", "0", "0", "bytes"]);
    running.stop();
}
