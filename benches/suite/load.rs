//! Clients that click, each on a connection of its own, one request after the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::figures::float;

/// What the clients saw.
pub(crate) struct Seen {
    pub(crate) per_second: f64,
    /// The time within which 99 of 100 were answered, in milliseconds.
    pub(crate) p99: f64,
}

/// Posts one click to each of `tokens` at `address`, over so many connections; every answer must be a 200.
pub(crate) fn click(address: &str, tokens: &[String], connections: usize) -> Seen {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let requests: Arc<Vec<String>> = Arc::new(tokens.iter().map(|token| request(token)).collect());
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    let mut times = runtime.block_on(async {
        let client = |_| tokio::spawn(client(address.to_owned(), Arc::clone(&requests), Arc::clone(&next)));
        let clients: Vec<_> = (0..connections).map(client).collect();
        let mut times = Vec::with_capacity(requests.len());
        for client in clients {
            times.extend(client.await.unwrap());
        }
        times
    });
    let spent = begun.elapsed().as_secs_f64();
    assert_eq!(times.len(), tokens.len(), "not every click was answered");
    times.sort_unstable();
    let p99 = times[(times.len() * 99).div_ceil(100) - 1];
    Seen { per_second: float(times.len()) / spent, p99: p99.as_secs_f64() * 1000.0 }
}

/// The POST of RFC 8058 section 3.2.
fn request(token: &str) -> String {
    let body = "List-Unsubscribe=One-Click";
    format!(
        "POST /u/{token} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

async fn client(address: String, requests: Arc<Vec<String>>, next: Arc<AtomicUsize>) -> Vec<Duration> {
    let mut times = Vec::new();
    let mut stream = TcpStream::connect(&address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let mut answer = Vec::with_capacity(16 * 1024);
    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
        let sent = Instant::now();
        stream.write_all(request.as_bytes()).await.unwrap();
        answer.clear();
        while !is_whole(&answer) {
            let read = stream.read_buf(&mut answer).await.unwrap();
            let waited = sent.elapsed();
            assert!(
                read > 0,
                "the server at {address} closed a connection after {waited:?}, {} clicks in",
                times.len()
            );
        }
        assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&answer));
        times.push(sent.elapsed());
    }
    times
}

/// Whether an answer with a Content-Length is there to its end.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).map(|length| length.trim().parse());
    let length: usize = length.unwrap().unwrap();
    answer.len() >= end + 4 + length
}
