//! Everybody who is connected: how many there may be, and who makes room.
//!
//! Whoever comes is let in. Where it grows too full for that, those make room that have waited longest for their own
//! client: never one whose handler works, so no opt-out that has come is broken off.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::connection::Connection;

/// The most connections that are open at once, however many files we may open: each may hold a form of 64 KiB.
const MOST: usize = 4096;
/// Of all connections, one peer may have one in so many.
const OF_A_PEER: usize = 4;
/// Of all connections, one in so many is kept for another request.
const KEPT: usize = 8;
/// Of those that are too many, one in so many makes room at once, so that looking for them costs each newcomer little.
const AT_ONCE: usize = 16;
/// How often those are looked for that take too long.
const SWEEP: Duration = Duration::from_millis(500);

/// How many connections there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Open at once.
    most: usize,
    /// Of one peer.
    of_a_peer: usize,
    /// Kept for another request.
    kept: usize,
}

impl Room {
    /// What `files` open files leave: a quarter is for the database, the relays, the log, and those on their way out.
    pub(super) fn within(files: usize) -> Self {
        let most = files.saturating_sub((files / 4).max(64)).clamp(KEPT * 2, MOST);
        Self { most, of_a_peer: most / OF_A_PEER, kept: most / KEPT }
    }
}

/// Everybody who is connected.
#[derive(Clone, Debug)]
pub(in crate::web) struct Crowd(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    room: Room,
    proxies: Vec<IpAddr>,
    stopping: AtomicBool,
    open: AtomicUsize,
    members: Mutex<Members>,
}

#[derive(Debug, Default)]
struct Members {
    next: u64,
    all: HashMap<u64, Member>,
    of_peer: HashMap<IpAddr, usize>,
}

#[derive(Debug)]
struct Member {
    peer: IpAddr,
    connection: Arc<Connection>,
}

/// One of them, for as long as it is held.
#[derive(Debug)]
pub(super) struct Admitted {
    id: u64,
    pub(super) connection: Arc<Connection>,
    crowd: Arc<Inner>,
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.crowd.members().remove(self.id);
        self.crowd.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Crowd {
    /// An empty one. The proxies have no share of their own, and neither has this machine, where a proxy may stand that
    /// nobody told us of: who stands behind them is not one peer.
    pub(super) fn new(room: Room, proxies: Vec<IpAddr>) -> Self {
        let (stopping, open, members) = (AtomicBool::new(false), AtomicUsize::new(0), Mutex::default());
        Self(Arc::new(Inner { room, proxies, stopping, open, members }))
    }

    /// Lets a connection in; others make room for it if need be. None where all of this peer's wait for us.
    pub(super) fn admit(&self, address: IpAddr) -> Option<Admitted> {
        let Inner { room, proxies, .. } = &*self.0;
        let (address, peer) = (address.to_canonical(), peer_of(address));
        let mut members = self.0.members();
        let of_this_peer = members.of_peer.get(&peer).copied().unwrap_or_default();
        if of_this_peer >= room.of_a_peer && !address.is_loopback() && !proxies.contains(&address) {
            let ended = members.end_longest_waiting(Some(peer), room.of_a_peer);
            tracing::info!(refused = "peer", "One peer has too many connections: its old ones end");
            if ended == 0 {
                return None;
            }
        }
        if members.all.len() >= room.most {
            // Where nobody waits for a client, the server's own limit holds newcomers back.
            members.end_longest_waiting(None, room.most);
            tracing::info!(refused = "full", "Too many connections are open: old ones end");
        }
        let connection = Arc::new(Connection::new());
        let id = members.add(peer, Arc::clone(&connection));
        drop(members);
        self.0.open.fetch_add(1, Ordering::Relaxed);
        Some(Admitted { id, connection, crowd: Arc::clone(&self.0) })
    }

    /// The most that are ever open: a few more than there is room for, since who makes room takes a moment to go.
    pub(super) fn most_at_once(&self) -> usize {
        self.0.room.most + self.0.room.most / KEPT
    }

    /// Whether a connection ends with its answer, because too many are kept already or because the server stops.
    pub(super) fn closes_with_answer(&self) -> bool {
        self.0.open.load(Ordering::Relaxed) > self.0.room.kept || self.0.stopping.load(Ordering::Relaxed)
    }

    /// Ends those that take too long, again and again.
    pub(in crate::web) async fn sweep(self) {
        let mut times = tokio::time::interval(SWEEP);
        loop {
            times.tick().await;
            if self.0.stopping.load(Ordering::Relaxed) {
                self.disperse();
            }
            let (now, members) = (Instant::now(), self.0.members());
            for _ in members.all.values().filter(|member| member.connection.ends_if_overdue(now)) {
                tracing::debug!(refused = "slow", "A connection took too long and ends");
            }
        }
    }

    /// Lets go of all on which nothing has come; the others end with their answer.
    pub(in crate::web) fn disperse(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
        let members = self.0.members();
        let silent = members.all.values().filter(|member| member.connection.is_silent());
        silent.for_each(|member| member.connection.end());
    }
}

impl Inner {
    fn members(&self) -> MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Members {
    fn add(&mut self, peer: IpAddr, connection: Arc<Connection>) -> u64 {
        let id = self.next;
        self.next += 1;
        self.all.insert(id, Member { peer, connection });
        *self.of_peer.entry(peer).or_default() += 1;
        id
    }

    fn remove(&mut self, id: u64) {
        let Some(Member { peer, .. }) = self.all.remove(&id) else { return };
        if let Some(count) = self.of_peer.get_mut(&peer) {
            *count -= 1;
            if *count == 0 {
                self.of_peer.remove(&peer);
            }
        }
    }

    /// Ends some of those that have waited longest for their client, out of all or out of one peer's, of whom there may
    /// be `most`. Returns how many.
    fn end_longest_waiting(&mut self, peer: Option<IpAddr>, most: usize) -> usize {
        let of_peer = |member: &&Member| peer.is_none_or(|peer| member.peer == peer);
        let members = self.all.iter().filter(|(_, member)| of_peer(member));
        let since = |(id, member): (&u64, &Member)| member.connection.waits_since().map(|since| (since, *id));
        let mut waiting: Vec<_> = members.filter_map(since).collect();
        let enough = (most / AT_ONCE).max(1);
        if waiting.len() > enough {
            waiting.select_nth_unstable(enough);
            waiting.truncate(enough);
        }
        for (_, id) in &waiting {
            if let Some(member) = self.all.get(id) {
                member.connection.end();
            }
            self.remove(*id);
        }
        waiting.len()
    }
}

/// Who counts as one: an address of IPv4, a /64 of IPv6, which is the least that anybody is given.
fn peer_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROXY: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));

    fn small() -> Crowd {
        Crowd::new(Room { most: 32, of_a_peer: 4, kept: 4 }, vec![PROXY])
    }

    fn ended(admitted: &Admitted) -> bool {
        let mut ended = std::pin::pin!(admitted.connection.ended());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        ended.as_mut().poll(&mut context).is_ready()
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn the_room_follows_the_limit_of_files() {
        assert_eq!(Room::within(1_024).most, 768);
        assert_eq!(Room::within(20_000).most, MOST);
        assert_eq!(Room::within(100).most, 36);
        assert_eq!(Room::within(0).most, 16);
        assert_eq!(Room::within(usize::MAX).most, MOST);
    }

    #[test]
    fn a_peer_with_too_many_ends_its_own_oldest_and_nobody_elses() {
        let crowd = small();
        let other = crowd.admit(address("192.0.2.9")).unwrap();
        let many: Vec<_> = (0..6).map(|_| crowd.admit(address("192.0.2.1")).unwrap()).collect();
        assert_eq!(many.iter().map(ended).collect::<Vec<_>>(), [true, true, false, false, false, false]);
        assert!(!ended(&other));
    }

    #[test]
    fn the_addresses_of_one_household_are_one_peer() {
        let crowd = small();
        let many: Vec<_> = (1..=5).map(|n| crowd.admit(address(&format!("2001:db8::{n}"))).unwrap()).collect();
        assert!(ended(&many[0]) && !ended(&many[1]));
        assert!(!ended(&crowd.admit(address("2001:db8:0:1::1")).unwrap()));
        assert_eq!(peer_of(address("::ffff:192.0.2.1")), address("192.0.2.1"));
    }

    #[test]
    fn nobody_makes_room_whose_handler_works() {
        let crowd = small();
        let acting: Vec<_> = (0..4).map(|_| crowd.admit(address("192.0.2.1")).unwrap()).collect();
        assert!(acting.iter().all(|admitted| admitted.connection.begins(false)));
        assert!(crowd.admit(address("192.0.2.1")).is_none());
        acting[2].connection.answers(false);
        assert!(crowd.admit(address("192.0.2.1")).is_some());
        assert_eq!(acting.iter().map(ended).collect::<Vec<_>>(), [false, false, true, false]);
    }

    #[test]
    fn behind_a_proxy_all_the_room_there_is_may_be_used() {
        let crowd = small();
        for proxy in [PROXY, address("127.0.0.1"), address("::1")] {
            let some: Vec<_> = (0..32).map(|_| crowd.admit(proxy).unwrap()).collect();
            assert!(!some.iter().any(ended));
        }
        let many: Vec<_> = (0..40).map(|_| crowd.admit(PROXY).unwrap()).collect();
        assert_eq!(many.iter().filter(|admitted| ended(admitted)).count(), 8);
        assert!(many.iter().take(8).all(|admitted| admitted.connection.waits_since().is_some()));
        drop(many);
        assert!(crowd.0.members().all.is_empty() && crowd.0.members().of_peer.is_empty());
        assert_eq!(crowd.0.open.load(Ordering::Relaxed), 0);
    }
}
