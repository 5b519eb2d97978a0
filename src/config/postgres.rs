//! A PostgreSQL URL: where its servers are, and whether the way there is safe.
//!
//! # Why
//! PostgreSQL's client (libpq) takes a server's place from the URL, from its parameters and from the environment, and goes
//! there in clear unless it is told otherwise. Whether there is a network in between must be known before it is asked, so
//! the URL is read here as libpq reads it (its documentation, section 32.1.1), and libpq is told the outcome.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::Secret;
use super::relay::is_this_machine;

/// The port of a server that names none.
const PORT: u16 = 5432;
/// How long getting to a server may take, unless the URL says otherwise.
const CONNECT: Duration = Duration::from_secs(10);

/// One database on one server, or on one of several that stand for each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostgresUrl {
    servers: Vec<Server>,
    /// What libpq is told beside where the server is, its names as libpq has them.
    options: BTreeMap<String, Secret>,
}

/// Where one server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its name, or the folder of its socket; empty for libpq's own idea of it.
    pub host: String,
    /// Its IP address, where it is not to be asked for by its name.
    pub address: Option<String>,
    /// TCP port.
    pub port: u16,
    /// How to get there.
    pub way: Way,
}

/// How a server is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is on this machine: by a socket, or over loopback.
    Here,
    /// Over a network in clear, because the URL says so aloud.
    InClear,
    /// Over TLS.
    Tls(Check),
}

/// What a server's certificate must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// For the server's name, from a public authority or from those in a file and nobody else (`verify-full`).
    Name(Option<PathBuf>),
    /// From an authority in a file, for whatever name (`verify-ca`).
    Authority(PathBuf),
}

/// The URL cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostgresFault {
    /// Not a URL, or one that another program would read in another way.
    #[error(
        "the PostgreSQL URL cannot be read; write postgres://user:password@host:port/database, with %40, %2F and %25 \
         for an @, a slash and a percent sign in the password"
    )]
    Malformed,
    /// A mode of TLS that a network is not safe with, or none at all.
    #[error(
        "sslmode is verify-full (what holds for a server on another machine unless you say otherwise), verify-ca (any name \
         in the certificate, from the authority of sslrootcert=FILE), or disable (in clear); the others let anybody in \
         between read along"
    )]
    Mode,
    /// Anybody has a certificate from a public authority.
    #[error("sslmode=verify-ca needs the file of your own authority: sslrootcert=FILE")]
    NoAuthority,
    /// Something about the connection that we do not do.
    #[error("the PostgreSQL URL asks for {0}, which Consentry does not do; leave it out")]
    Unsupported(String),
    /// A service file may name any server.
    #[error("a PostgreSQL service ({0}) is not looked up; write host, port and database into the URL")]
    Service(&'static str),
}

impl PostgresUrl {
    /// Reads what stands behind `postgres://`, and what libpq would take from the environment where the URL is silent.
    pub(super) fn parse(
        rest: &str,
        environment: impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, PostgresFault> {
        if !is_well_formed(rest) {
            return Err(PostgresFault::Malformed);
        }
        let mut options = options(rest)?;
        if options.contains_key("service") {
            return Err(PostgresFault::Service("service="));
        }
        if environment("PGSERVICE").is_some() {
            return Err(PostgresFault::Service("PGSERVICE"));
        }
        let mut value = |name: &str, variable| options.remove(name).or_else(|| environment(variable));
        let hosts = value("host", "PGHOST").unwrap_or_default();
        let addresses = value("hostaddr", "PGHOSTADDR").unwrap_or_default();
        let ports = value("port", "PGPORT").unwrap_or_default();
        let mode = value("sslmode", "PGSSLMODE");
        let authority = value("sslrootcert", "PGSSLROOTCERT").filter(|file| file != "system").map(PathBuf::from);
        if let Some(name) = options.keys().find(|name| is_unsupported(name)) {
            return Err(PostgresFault::Unsupported(name.clone()));
        }
        let check = match mode.as_deref() {
            None | Some("") => None,
            Some("disable") => Some(None),
            Some("verify-full") => Some(Some(Check::Name(authority.clone()))),
            Some("verify-ca") => Some(Some(Check::Authority(authority.clone().ok_or(PostgresFault::NoAuthority)?))),
            Some(_) => return Err(PostgresFault::Mode),
        };
        let way = |host: &str, address: Option<&str>| match (&check, address) {
            (_, None) if host.is_empty() || host.starts_with(['/', '@']) => Way::Here,
            (None | Some(None), _) if is_this_machine(address.unwrap_or(host)) => Way::Here,
            (None, _) => Way::Tls(Check::Name(authority.clone())),
            (Some(None), _) => Way::InClear,
            (Some(Some(check)), _) => Way::Tls(check.clone()),
        };
        let servers = servers(&hosts, &addresses, &ports, way)?;
        let options = options.into_iter().map(|(name, value)| (name, Secret::new(value))).collect();
        Ok(Self { servers, options })
    }

    /// The servers, in the order in which they are tried.
    pub fn servers(&self) -> &[Server] {
        &self.servers
    }

    /// How long getting to one of them may take.
    pub fn connect_timeout(&self) -> Duration {
        let said = self.options.get("connect_timeout").and_then(|text| text.reveal().parse().ok());
        said.filter(|seconds| *seconds > 0).map_or(CONNECT, Duration::from_secs)
    }

    /// What libpq is told to get to `server` by itself.
    pub fn direct(&self, server: &Server) -> Secret {
        self.connection(&server.host, server.address.as_deref().unwrap_or_default(), server.port)
    }

    /// What libpq is told to get to a server by the socket in `folder`.
    pub fn by_socket(&self, folder: &str) -> Secret {
        self.connection(folder, "", PORT)
    }

    /// libpq's list of words and values (section 32.1.1.1). Each that could lead it elsewhere is said, if only to be empty:
    /// what is not said is taken from the environment. libpq itself never speaks TLS.
    fn connection(&self, host: &str, address: &str, port: u16) -> Secret {
        let port = port.to_string();
        let said = self.options.iter().map(|(name, value)| (name.as_str(), value.reveal()));
        let place = [("host", host), ("hostaddr", address), ("port", &port), ("sslmode", "disable")];
        let words: Vec<_> =
            place.into_iter().chain(said).map(|(name, value)| format!("{name}={}", quoted(value))).collect();
        Secret::new(words.join(" "))
    }

    /// The same database with relative files taken from `folder`.
    #[must_use]
    pub(super) fn in_folder(mut self, folder: &Path) -> Self {
        for server in &mut self.servers {
            if let Way::Tls(Check::Name(Some(file)) | Check::Authority(file)) = &mut server.way {
                *file = folder.join(&*file);
            }
        }
        self
    }
}

impl Server {
    /// The name that its certificate must be for.
    pub fn name(&self) -> &str {
        if self.host.is_empty() { self.address.as_deref().unwrap_or_default() } else { &self.host }
    }
}

/// As libpq writes it.
impl std::fmt::Display for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\"{}\", port {}", self.name(), self.port)
    }
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', r"\\").replace('\'', r"\'"))
}

/// Whether something about TLS is asked for that only libpq's own would know.
fn is_unsupported(name: &str) -> bool {
    name.starts_with("ssl") || name == "requiressl"
}

/// Everything that the URL says, by libpq's names; the last word counts.
fn options(rest: &str) -> Result<BTreeMap<String, String>, PostgresFault> {
    let decoded = |text: &str| match percent_decode_str(text).decode_utf8() {
        Ok(text) if !text.contains('\0') => Ok(text.into_owned()),
        _ => Err(PostgresFault::Malformed),
    };
    let mut options = BTreeMap::new();
    let (login, after) = split_login(rest);
    let (user, password) = login.split_once(':').unwrap_or((login, ""));
    let (place, parameters) = after.split_once('?').unwrap_or((after, ""));
    let (hosts, database) = place.split_once('/').unwrap_or((place, ""));
    let (hosts, ports): (Vec<_>, Vec<_>) = hosts.split(',').map(split_port).unzip();
    let ports = if ports.iter().all(|port| port.is_empty()) { String::new() } else { ports.join(",") };
    let of_authority =
        [("user", user), ("password", password), ("host", &hosts.join(",")), ("port", &ports), ("dbname", database)];
    for (name, value) in of_authority.into_iter().filter(|(_, value)| !value.is_empty()) {
        options.insert(name.to_owned(), decoded(value)?);
    }
    for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').ok_or(PostgresFault::Malformed)?;
        let (name, value) = match (decoded(name)?, decoded(value)?) {
            // What another client (JDBC) calls it.
            (name, value) if name == "ssl" && value == "true" => ("sslmode".to_owned(), "require".to_owned()),
            said => said,
        };
        // Whatever else stands here would be read as more than one word of libpq's list.
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            return Err(PostgresFault::Malformed);
        }
        options.insert(name, value);
    }
    Ok(options)
}

/// The servers of libpq's three lists: hosts and addresses are as many, ports as many or one for all.
fn servers(
    hosts: &str,
    addresses: &str,
    ports: &str,
    way: impl Fn(&str, Option<&str>) -> Way,
) -> Result<Vec<Server>, PostgresFault> {
    let list = |text: &str| text.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let (hosts, addresses, ports) = (list(hosts), list(addresses), list(ports));
    let count = hosts.len().max(addresses.len());
    let one_of = |list: &[String], at: usize| match (list, list.get(at)) {
        ([only], _) => Some(only.clone()),
        (_, found) => found.cloned(),
    };
    let says_nothing = |list: &[String]| matches!(list, [only] if only.is_empty());
    let fits = |list: &[String]| list.len() == count || says_nothing(list);
    if !fits(&hosts) || !fits(&addresses) || !(fits(&ports) || ports.len() == 1) {
        return Err(PostgresFault::Malformed);
    }
    let server = |at| {
        let host = one_of(&hosts, at).unwrap_or_default();
        let address = one_of(&addresses, at).filter(|address| !address.is_empty());
        let port = match one_of(&ports, at).unwrap_or_default().as_str() {
            "" => PORT,
            port => port.parse().map_err(|_| PostgresFault::Malformed)?,
        };
        Ok(Server { way: way(&host, address.as_deref()), host, address, port })
    };
    (0..count).map(server).collect()
}

/// As libpq does it: what stands before the first @ is the login, unless a slash comes earlier.
fn split_login(rest: &str) -> (&str, &str) {
    match rest.split_once('@') {
        Some((login, after)) if !login.contains('/') => (login, after),
        _ => ("", rest),
    }
}

/// A host without the brackets of an IPv6 address, and its port.
fn split_port(host: &str) -> (&str, &str) {
    match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => (address, port.strip_prefix(':').unwrap_or(port)),
        None => host.split_once(':').unwrap_or((host, "")),
    }
}

/// Whether PostgreSQL's client will read the URL as it was meant. A password with a bare `@`, `/` or `%` would be taken
/// for a host, a port or a code, and end up in its error message.
fn is_well_formed(rest: &str) -> bool {
    let (_, after_login) = split_login(rest);
    let hosts = after_login.split(['/', '?']).next().unwrap_or_default();
    let is_code = |code: &str| code.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let has_port = |host: &str| match host.strip_prefix('[') {
        // The colons of an IPv6 address stand in brackets.
        Some(rest) => rest
            .split_once(']')
            .is_some_and(|(_, after)| after.is_empty() || after.strip_prefix(':').is_some_and(is_port)),
        None => host.split_once(':').is_none_or(|(_, port)| is_port(port)),
    };
    !after_login.contains('@') && hosts.split(',').all(has_port) && rest.split('%').skip(1).all(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_with(url: &str, environment: &[(&str, &str)]) -> Result<PostgresUrl, PostgresFault> {
        let rest = url.split_once("://").unwrap().1;
        PostgresUrl::parse(rest, |name| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn read(url: &str) -> Result<PostgresUrl, PostgresFault> {
        read_with(url, &[])
    }

    fn ways(url: &str, environment: &[(&str, &str)]) -> Vec<Way> {
        let read = read_with(url, environment).unwrap_or_else(|fault| panic!("{url}: {fault}"));
        read.servers().iter().map(|server| server.way.clone()).collect()
    }

    const VERIFIED: Way = Way::Tls(Check::Name(None));

    #[test]
    fn a_password_that_would_be_taken_for_something_else_is_refused() {
        for url in [
            "postgres://ada:p@ss@db.example.org/consentry",
            "postgres://ada:hun/ter2@db.example.org/consentry",
            "postgres://localhost:12/ter2@db.example.org/consentry",
            "postgres://ada:100%sure@db.example.org/consentry",
            "postgres://ada:secret@db.example.org:port/consentry",
        ] {
            assert_eq!(read(url), Err(PostgresFault::Malformed), "{url}");
        }
        for url in [
            "postgres://consentry@127.0.0.1:5432/consentry",
            "postgresql://ada:p%40ss%2F%25@db.example.org/consentry?connect_timeout=5",
            "postgres://ada:a:b?c#d@db.example.org/consentry",
            "postgres://ada@[::1]:5432/consentry",
            "postgres://ada@one.example.org:5432,two.example.org:5433/consentry",
            "postgres:///consentry?host=/run/postgresql",
        ] {
            assert!(read(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn another_machine_is_reached_by_verified_tls_however_it_is_named() {
        for url in [
            "postgres://db.example.org/consentry",
            "postgres://ada:secret@db.example.org:6432/consentry",
            "postgres://10.0.0.5/consentry",
            "postgres://[2001:db8::1]:5432/consentry",
            "postgres://0.0.0.0/consentry",
            "postgres://127.1/consentry",
            "postgres://localhost.example/consentry",
            "postgres://localhost:5432@db.example.org/consentry",
            "postgres://db%2Eexample.org/consentry",
            "postgres:///consentry?host=db.example.org",
            "postgres://localhost/consentry?host=db.example.org",
            "postgres://localhost/consentry?%68ost=db.example.org",
            "postgres://localhost/consentry?hostaddr=10.0.0.5",
            "postgres:///consentry?hostaddr=10.0.0.5",
            "postgres:///consentry?host=/run/postgresql&hostaddr=10.0.0.5",
            "postgres://127.0.0.1/consentry?hostaddr=db.example.org",
            "postgres://db.example.org/consentry?sslmode=verify-full",
            "postgres://db.example.org/consentry?sslmode=disable&sslmode=verify-full",
            "postgres://db.example.org/consentry?sslmode=verify-full&sslrootcert=system",
            "postgres://db.example.org/consentry?sslmode=",
        ] {
            assert_eq!(ways(url, &[]), [VERIFIED], "{url}");
        }
        let by_environment = [("PGHOST", "db.example.org"), ("PGHOSTADDR", "10.0.0.5")];
        for variable in by_environment {
            assert_eq!(ways("postgres:///consentry", &[variable]), [VERIFIED], "{variable:?}");
        }
        assert_eq!(ways("postgres://localhost/consentry", &by_environment[1..]), [VERIFIED]);
        let both = ways("postgres://localhost,db.example.org/consentry", &[]);
        assert_eq!(both, [Way::Here, VERIFIED]);
        let file = Some(PathBuf::from("/etc/ca.pem"));
        let own = [("PGSSLROOTCERT", "/etc/ca.pem")];
        assert_eq!(ways("postgres://db.example.org/consentry", &own), [Way::Tls(Check::Name(file))]);
    }

    #[test]
    fn this_machine_needs_no_tls_and_gets_it_where_it_is_asked_for() {
        for url in [
            "postgres:///consentry",
            "postgres://localhost/consentry",
            "postgres://ada@LOCALHOST:5432/consentry?sslmode=disable",
            "postgres://127.0.0.1/consentry",
            "postgres://127.9.9.9/consentry",
            "postgres://[::1]:5432/consentry",
            "postgres://%2Frun%2Fpostgresql/consentry",
            "postgres:///consentry?host=/run/postgresql&sslmode=verify-full",
            "postgres://db.example.org/consentry?hostaddr=127.0.0.1",
        ] {
            assert_eq!(ways(url, &[]), [Way::Here], "{url}");
        }
        assert_eq!(ways("postgres://localhost/consentry?sslmode=verify-full", &[]), [VERIFIED]);
        assert_eq!(ways("postgres://127.0.0.1/consentry", &[("PGSSLMODE", "verify-full")]), [VERIFIED]);
    }

    #[test]
    fn a_network_is_used_in_clear_only_where_that_is_said() {
        assert_eq!(ways("postgres://db.example.org/consentry?sslmode=disable", &[]), [Way::InClear]);
        assert_eq!(ways("postgres://db.example.org/consentry", &[("PGSSLMODE", "disable")]), [Way::InClear]);
        for mode in ["require", "prefer", "allow", "verify", "Disable", "off"] {
            let url = format!("postgres://db.example.org/consentry?sslmode={mode}");
            assert_eq!(read(&url), Err(PostgresFault::Mode), "{url}");
            let by_environment = read_with("postgres://db.example.org/consentry", &[("PGSSLMODE", mode)]);
            assert_eq!(by_environment, Err(PostgresFault::Mode), "{mode}");
        }
        assert_eq!(read("postgres://db.example.org/consentry?ssl=true"), Err(PostgresFault::Mode));
        let chain = "postgres://db.example.org/consentry?sslmode=verify-ca";
        assert_eq!(read(chain), Err(PostgresFault::NoAuthority));
        assert_eq!(read(&format!("{chain}&sslrootcert=system")), Err(PostgresFault::NoAuthority));
        let file = PathBuf::from("ca.pem");
        assert_eq!(ways(&format!("{chain}&sslrootcert=ca.pem"), &[]), [Way::Tls(Check::Authority(file))]);
    }

    #[test]
    fn what_would_be_left_out_in_silence_is_refused() {
        for name in ["sslcert", "sslkey", "sslcrl", "sslnegotiation", "ssl_min_protocol_version", "requiressl"] {
            let url = format!("postgres://db.example.org/consentry?{name}=x");
            assert_eq!(read(&url), Err(PostgresFault::Unsupported(name.into())), "{url}");
        }
        assert_eq!(read("postgres:///?service=main"), Err(PostgresFault::Service("service=")));
        let by_environment = read_with("postgres://localhost/consentry", &[("PGSERVICE", "main")]);
        assert_eq!(by_environment, Err(PostgresFault::Service("PGSERVICE")));
        for url in [
            "postgres://one.example,two.example,three.example/db?port=1,2",
            "postgres://one.example,two.example/db?hostaddr=10.0.0.1",
            "postgres://one.example,two.example/db?port=1,2,3",
            "postgres://one.example/db?port=x",
            "postgres://one.example/db?host",
            "postgres://one.example/db?host%20=a&%3Dhost=b",
            "postgres://one.example/db%00?user=a",
            "postgres://[::1]x/db",
        ] {
            assert_eq!(read(url), Err(PostgresFault::Malformed), "{url}");
        }
    }

    #[test]
    fn libpq_is_told_every_word_that_could_lead_it_elsewhere() {
        let url = "postgres://ada:p%27w%5C%20d@db.example.org:6432/shop%20one?application_name=a%26b&connect_timeout=3";
        let read = read(url).unwrap();
        let server = &read.servers()[0];
        let beside = r"application_name='a&b' connect_timeout='3' dbname='shop one' password='p\'w\\ d' user='ada'";
        let direct = format!("host='db.example.org' hostaddr='' port='6432' sslmode='disable' {beside}");
        assert_eq!(read.direct(server).reveal(), direct);
        let inside = format!("host='@door' hostaddr='' port='5432' sslmode='disable' {beside}");
        assert_eq!(read.by_socket("@door").reveal(), inside);
        assert_eq!(
            (server.to_string().as_str(), read.connect_timeout().as_secs()),
            ("\"db.example.org\", port 6432", 3)
        );
        assert!(!format!("{read:?}").contains("p'w"), "{read:?}");
    }

    #[test]
    fn several_servers_have_their_own_places() {
        let read = read("postgres://one.example:1,two.example:2,[::1]/db?target_session_attrs=read-write").unwrap();
        let places: Vec<_> = read.servers().iter().map(ToString::to_string).collect();
        assert_eq!(places, ["\"one.example\", port 1", "\"two.example\", port 2", "\"::1\", port 5432"]);
    }
}
