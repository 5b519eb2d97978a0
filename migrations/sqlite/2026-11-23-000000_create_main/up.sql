-- Consentry's tables. Times are microseconds since 1970 (UTC) in BIGINT: both databases keep them alike, and no clock
-- zone can creep in. Ids are made by the application, so that no sequence is hot on the send path.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

-- A person we may mail. `address` and the facts are NULL after erasure; `address_hash` stays (G9).
CREATE TABLE recipients (
    id           BIGINT PRIMARY KEY NOT NULL,
    address_hash BLOB NOT NULL UNIQUE,
    domain_hash  BLOB NOT NULL,
    address      TEXT,
    name         TEXT,
    locale       TEXT,
    time_zone    TEXT,
    source       TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    erased_at    BIGINT
);

-- The exact words shown when a consent was given, stored once.
CREATE TABLE wordings (
    digest BLOB PRIMARY KEY NOT NULL,
    text   TEXT NOT NULL
);

-- Append-only, hash-chained (G8). `hash` covers every column before it and the hash of the entry before.
CREATE TABLE ledger (
    seq            BIGINT PRIMARY KEY NOT NULL,
    recipient_id   BIGINT,
    subject        BLOB,
    scope          TEXT NOT NULL,
    decision       TEXT NOT NULL,
    undoes         BIGINT,
    source         TEXT NOT NULL,
    basis          TEXT NOT NULL,
    happened_at    BIGINT NOT NULL,
    recorded_at    BIGINT NOT NULL,
    wording        BLOB,
    language       TEXT,
    policy_version INTEGER NOT NULL,
    actor          TEXT NOT NULL,
    request_id     TEXT NOT NULL,
    campaign_id    BIGINT,
    evidence       BLOB,
    note           TEXT,
    hash           BLOB NOT NULL
);
CREATE INDEX ledger_recipient ON ledger (recipient_id, seq);

-- The end of the chain: one row, whose lock makes `seq` the order in which entries became true.
CREATE TABLE ledger_head (
    id   INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    seq  BIGINT NOT NULL,
    hash BLOB NOT NULL
);

-- IP address and user agent of a choice. Purged after their time; the chain covers only their salted digest.
CREATE TABLE evidence (
    seq         BIGINT PRIMARY KEY NOT NULL,
    salt        BLOB NOT NULL,
    ip          TEXT NOT NULL,
    user_agent  TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);

-- "Do not mail this address (or domain) in this scope." `subject` is a keyed hash; `label` names a domain only.
CREATE TABLE suppressions (
    subject    BLOB NOT NULL,
    scope      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    is_domain  BOOLEAN NOT NULL,
    label      TEXT,
    since      BIGINT NOT NULL,
    expires_at BIGINT,
    actor      TEXT NOT NULL,
    note       TEXT,
    PRIMARY KEY (subject, scope, reason)
);

CREATE TABLE topics (
    id         BIGINT PRIMARY KEY NOT NULL,
    name       TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- `added_after` is the end of the ledger when the partner was added: earlier grants of the stream do not reach it.
CREATE TABLE partners (
    id          BIGINT PRIMARY KEY NOT NULL,
    name        TEXT NOT NULL UNIQUE,
    added_after BIGINT NOT NULL,
    created_at  BIGINT NOT NULL
);

CREATE TABLE campaigns (
    id            BIGINT PRIMARY KEY NOT NULL,
    name          TEXT NOT NULL,
    stream        TEXT NOT NULL,
    topic_id      BIGINT REFERENCES topics (id),
    partner_id    BIGINT REFERENCES partners (id),
    subject       TEXT NOT NULL,
    text_body     TEXT NOT NULL,
    html_body     TEXT NOT NULL,
    state         TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    paused_because TEXT,
    scheduled_at  BIGINT,
    started_at    BIGINT,
    ended_at      BIGINT,
    -- Expansion goes through the recipients by id, a page in each transaction, up to the last id at the start.
    expand_after  BIGINT NOT NULL,
    expand_up_to  BIGINT NOT NULL,
    expanded      BOOLEAN NOT NULL,
    audience      BIGINT NOT NULL
);
CREATE INDEX campaigns_state ON campaigns (state);

-- One message of a campaign to one recipient; the primary key is G5's "at most one". `due_at` is set only while the
-- delivery waits for a sender, so the index of what is due stays as small as what is due.
CREATE TABLE deliveries (
    campaign_id  BIGINT NOT NULL REFERENCES campaigns (id),
    recipient_id BIGINT NOT NULL,
    state        INTEGER NOT NULL,
    due_at       BIGINT,
    node_id      BIGINT,
    attempt      INTEGER NOT NULL,
    reason       TEXT,
    reply        TEXT,
    rule         INTEGER,
    entry        BIGINT,
    policy       INTEGER,
    first_try_at BIGINT,
    updated_at   BIGINT NOT NULL,
    PRIMARY KEY (campaign_id, recipient_id)
) WITHOUT ROWID;
CREATE INDEX deliveries_due ON deliveries (campaign_id, due_at, recipient_id) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_held ON deliveries (node_id, campaign_id, recipient_id) WHERE node_id IS NOT NULL;
CREATE INDEX deliveries_recipient ON deliveries (recipient_id);

-- Buckets of tokens: so many messages in so much time, for the relay and for single domains, shared by all nodes.
CREATE TABLE throttles (
    name  TEXT PRIMARY KEY NOT NULL,
    micro BIGINT NOT NULL,
    at    BIGINT NOT NULL
);

-- A process that sends. `beat` goes up while it lives; another node that sees it stand still takes its work over.
CREATE TABLE nodes (
    id         BIGINT PRIMARY KEY NOT NULL,
    beat       BIGINT NOT NULL,
    dead       BOOLEAN NOT NULL,
    started_at BIGINT NOT NULL
);

INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, zeroblob(32));

-- Append-only. A BEFORE INSERT trigger is needed too: INSERT OR REPLACE would delete a row without asking the DELETE
-- trigger unless recursive triggers are on.
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_never_forgets BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_never_replaces BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM ledger WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_moves_on BEFORE UPDATE ON ledger_head WHEN NEW.seq < OLD.seq
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_stays BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_never_restarts BEFORE INSERT ON ledger_head
WHEN EXISTS (SELECT 1 FROM ledger_head WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
