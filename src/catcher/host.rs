//! By which name a page was asked for.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::dev::RequestHead;
use actix_web::http::header::HOST;

/// Whether every name that the request gives is one of this machine, and there is one.
pub(super) fn is_loopback(head: &RequestHead) -> bool {
    let mut named = head.headers().get_all(HOST).map(|host| host.to_str().unwrap_or_default());
    let in_target = head.uri.authority().is_none_or(|authority| names_loopback(authority.as_str()));
    in_target && named.next().is_some_and(names_loopback) && named.all(names_loopback)
}

/// Whether `host`, with or without a port, is `localhost`, a name below it (RFC 6761 section 6.3), or an address that
/// reaches this machine alone.
fn names_loopback(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => return address.parse().is_ok_and(is_own) && is_port(port),
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let is_local = name == "localhost" || name.strip_suffix(".localhost").is_some_and(|below| !below.is_empty());
    is_port(port) && (is_local || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()))
}

fn is_own(address: Ipv6Addr) -> bool {
    address.is_loopback() || address.to_ipv4_mapped().is_some_and(|mapped| mapped.is_loopback())
}

/// Nothing, or `:` and a number.
fn is_port(text: &str) -> bool {
    text.strip_prefix(':').map_or(text.is_empty(), |port| port.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn only_names_that_lead_to_this_machine_are_its_own() {
        for host in [
            "localhost",
            "localhost:8026",
            "LOCALHOST.:8026",
            "demo.localhost",
            "127.0.0.1",
            "127.0.0.1:8026",
            "127.9.9.9:1",
            "[::1]",
            "[::1]:8026",
            "[::ffff:127.0.0.1]:1",
        ] {
            assert!(names_loopback(host), "{host}");
        }
        for host in [
            "",
            ":8026",
            ".localhost",
            "localhost.example",
            "127.0.0.1.example:8026",
            "127.0.0.1@example",
            "10.0.0.1",
            "0.0.0.0:8026",
            "[::2]:8026",
            "[::1].example",
            "[::1",
            "::1",
            "localhost:x",
            "localhost:1:2",
            "example",
            "2130706433",
            "127.1",
            "localhost/",
            " localhost",
        ] {
            assert!(!names_loopback(host), "{host}");
        }
    }

    #[test]
    fn every_name_of_a_request_counts() {
        let asked = |hosts: &[&str], uri: &str| {
            let mut request = TestRequest::get().uri(uri);
            for host in hosts {
                request = request.append_header((HOST, *host));
            }
            is_loopback(request.to_request().head())
        };
        assert!(asked(&["localhost:8026"], "/"));
        assert!(asked(&["localhost:8026"], "http://127.0.0.1:8026/"));
        assert!(!asked(&[], "/"));
        assert!(!asked(&["localhost", "rebound.example"], "/"));
        assert!(!asked(&["localhost"], "http://rebound.example/"));
    }
}
