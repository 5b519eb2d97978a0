-- Sign-ups that wait for their address to say so. Nobody becomes a recipient before: an address that somebody typed into a
-- public form is no person we may count, import into or write notices to. `address` and `name` are NULL once confirmed.
CREATE TABLE signups (
    id           BIGINT PRIMARY KEY NOT NULL,
    address_hash BYTEA NOT NULL,
    address      TEXT,
    name         TEXT,
    language     TEXT NOT NULL,
    -- What was asked for, with the exact words beside each box, as JSON.
    wanted       TEXT NOT NULL,
    source       TEXT NOT NULL,
    asked_at     BIGINT NOT NULL,
    confirmed_at BIGINT,
    recipient_id BIGINT
);
CREATE INDEX signups_asked ON signups (asked_at);
CREATE INDEX signups_address ON signups (address_hash);
