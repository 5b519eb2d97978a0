//! Numbers and how they are shown.

use std::io::Write as _;
use std::time::{Duration, Instant};

/// The middle of several measurements.
pub(crate) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => f64::midpoint(sorted[even / 2 - 1], sorted[even / 2]),
    }
}

/// What a reader of the figures must know about where they were measured.
pub(crate) fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name\t: ")).unwrap_or("unknown CPU").to_owned();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (sync, today) = (sync_time().as_micros(), consentry::clock::now().format("%Y-%m-%d"));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    format!("{today}, {cores} cores ({model}), {sync} us to sync a file in {}, load {load}", temporary().display())
}

/// Where databases are put: `TMPDIR`, or `/tmp`.
pub(crate) fn temporary() -> std::path::PathBuf {
    std::env::temp_dir()
}

/// The time that the disk takes to keep 4 KB for good: on a disk in memory every figure here is too good.
fn sync_time() -> Duration {
    let path = temporary().join(format!("consentry-bench-sync-{}", std::process::id()));
    let mut file = std::fs::File::create(&path).unwrap();
    let mut times = Vec::new();
    for _ in 0..101 {
        let begun = Instant::now();
        file.write_all(&[1; 4096]).unwrap();
        file.sync_data().unwrap();
        times.push(begun.elapsed().as_secs_f64());
    }
    std::fs::remove_file(&path).unwrap();
    Duration::from_secs_f64(median(&times))
}

/// A whole number with its thousands apart.
pub(crate) fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Processor time of a process and of its children, in seconds.
pub(crate) fn processor_time(pid: u32) -> f64 {
    let of = |pid: &str| -> Option<(String, f64)> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (_, fields) = stat.rsplit_once(") ")?;
        let fields: Vec<&str> = fields.split(' ').collect();
        let ticks: f64 = fields.get(11..15)?.iter().filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
        Some(((*fields.get(1)?).to_owned(), ticks / 100.0))
    };
    let parent = pid.to_string();
    let own = of(&parent).map_or(0.0, |(_, seconds)| seconds);
    let others = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let names = others.filter_map(|entry| entry.file_name().into_string().ok());
    let numbers = names.filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
    let children = numbers.filter_map(|number| of(&number)).filter(|(its_parent, _)| *its_parent == parent);
    own + children.map(|(_, seconds)| seconds).sum::<f64>()
}

/// A count as a number to reckon with.
pub(crate) fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// The most memory that a running process has taken so far, in megabytes.
pub(crate) fn peak_memory(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() / 1024.0
}
