//! The settings file that `consentry init` writes.

/// A commented settings file: every setting with its meaning and its default.
pub fn sample_file() -> &'static str {
    r#"# Consentry's settings. Every one can be given in the environment instead, under the name in brackets; the
# environment wins. `consentry check` reports every fault at once.

# Which database (DATABASE_URL): a file, or a PostgreSQL server shared by any number of nodes.
database_url = "sqlite:consentry.sqlite"
# A server on another machine is spoken to over TLS, with a certificate for its name from a public authority, or from your
# own with ?sslrootcert=FILE.
# database_url = "postgres://consentry@db.example.org/consentry"

# What every link in a message begins with (CONSENTRY_BASE_URL): https, or http for loopback only.
base_url = "http://127.0.0.1:8025"

# Where the web server listens (CONSENTRY_LISTEN).
listen = "127.0.0.1:8025"

# The server that mail is handed to (CONSENTRY_RELAY). STARTTLS is required unless you use smtps://;
# `?tls=none` is for a relay on loopback only. Put a password into the environment rather than here.
# relay = "smtp://user:password@relay.example.org:587?tls=starttls"

# Several servers (CONSENTRY_RELAYS): each with a name, and behind the question mark, joined by &, the streams that it
# takes (streams=company+partner, also transactional and notice; a relay without takes what no other names), its weight
# among the relays of a stream (weight=3), and, where they differ from the settings below, throttle=50/s, connections=4
# and ca=FILE. A relay that is away, throttled or refuses everything leaves its share to the others. In the environment
# the entries are separated by commas; a comma in a password is written %2C.
# relays = ["main=smtp://user:password@relay.example.org:587?streams=company&weight=3", "spare=smtps://b.example.org"]

# A PEM file with the authority that signed the relay's certificate, if it is your own (CONSENTRY_RELAY_CA).
# relay_ca = "relay-ca.pem"

# The longest that one step of the dialogue with the relay may take (CONSENTRY_SMTP_TIMEOUT): for a relay that should
# answer faster than the 5 to 13 minutes that RFC 5321 allows. An answer to the final dot that comes later than this
# leaves its message in doubt, and it is not sent again.
# smtp_timeout = "1m"

# The key ring (CONSENTRY_KEYS). Keep a copy in a safe place: without it no link works and no suppression matches.
keys = "consentry.keys"

# Who else gets the signed checkpoints of the ledger (CONSENTRY_WITNESS): a file, best on another machine, or an https
# address that they are posted to. docs/ledger.md says what a witness is good for.
# witness = "https://witness.example.org/consentry"

# Who company mail and partner mail are from (CONSENTRY_FROM_COMPANY, CONSENTRY_FROM_PARTNER). Use two addresses.
# from_company = "Example Shop <news@example.org>"
# from_partner = "Partners of Example Shop <partners@example.org>"

# Who notices are from, and mail that people asked for, such as a link to their data (CONSENTRY_FROM_SERVICE): company
# mail's sender unless you say otherwise.
# from_service = "Example Shop <service@example.org>"

# The postal address shown in every message (CONSENTRY_POSTAL_ADDRESS).
# postal_address = "Example Shop, 1 Main Street, Springfield"

# Where people write to be removed or to correct their data (CONSENTRY_REMOVE_ADDRESS); `remove@` the From domain
# unless you say otherwise.
# remove_address = "remove@example.org"

# What consent records and receipts say (ISO/IEC TS 27560): who answers for the mail and how to reach them
# (CONSENTRY_CONTROLLER, CONSENTRY_CONTROLLER_CONTACT; the From name of company mail and the remove address unless you
# say otherwise), under which law (CONSENTRY_JURISDICTION), where data are stored (CONSENTRY_STORAGE_LOCATION), and for
# how long (CONSENTRY_RETENTION). A record says "not stated" where you do not.
# controller = "Example Shop Ltd"
# controller_contact = "privacy@example.org"
# jurisdiction = "Ireland (EU)"
# storage_location = "Dublin, Ireland"
# retention = "until you withdraw; the proof of your consent for three years more"

# What holds where a source did not ask about company mail (CONSENTRY_REGIMES): nothing is granted, unless you name the
# legal basis on which it is. Partner mail is never granted by default. `SOURCE=double_opt_in` mails a link to everybody
# who said yes there, and only the link grants.
# regimes = ["order.company=granted:soft opt-in (PECR 22)", "contest=double_opt_in"]

# From which age people may sign up (CONSENTRY_AGE_LIMIT).
age_limit = 13

# Whether messages are signed with the DKIM keys of the key ring (CONSENTRY_SIGN): "auto" signs as soon as there are
# any (`consentry keys dkim` makes them), true sends nothing without one, false is for a relay that signs.
sign = "auto"

# Connections to the relay, or to all of them by weight (CONSENTRY_SENDERS).
senders = 8

# The first wait after a relay said "not now" (CONSENTRY_RETRY_AFTER), and how long to go on (CONSENTRY_GIVE_UP_AFTER).
retry_after = "30m"
give_up_after = "5d"

# Messages to each relay in a second, minute or hour, over all nodes (CONSENTRY_THROTTLE), and to single domains
# (CONSENTRY_DOMAIN_THROTTLES). No limit unless you set one.
# throttle = "50/s"
# domain_throttles = ["gmail.com=20/s", "outlook.com=600/m"]

# How late a campaign may start by itself, when the senders were down at its time (CONSENTRY_LATE_AFTER); a later one
# waits for `consentry campaign resume`.
late_after = "24h"

# Promotional messages to one person in 7 days (CONSENTRY_WEEKLY_CAP). No limit unless you set one.
# weekly_cap = 5

# Letters that strangers can have sent in an hour by typing addresses, to everybody together (CONSENTRY_LETTERS_AN_HOUR):
# so many sign-ups, and as many links to the preference page; in a day six times as many. One domain gets a tenth of it, a
# large mailbox provider a half. Raise it before a campaign that brings more people to the sign-up form.
# letters_an_hour = 1000

# Months for which the IP address and browser of a choice are kept beside the ledger (CONSENTRY_EVIDENCE_MONTHS). The ledger
# can be verified without them.
# evidence_months = 13

# Proxies whose X-Forwarded-For is believed (CONSENTRY_TRUSTED_PROXIES).
# trusted_proxies = ["127.0.0.1"]
"#
}
