-- A letter: one message to one recipient, written for them. Letters are deliveries of one reserved campaign, so that
-- claiming, looking, handing over and everything that follows is the same for them; `letter` tells several to one
-- recipient apart and is 0 for every other campaign. SQLite cannot change a primary key, so the table is made anew.
CREATE TABLE deliveries_with_letters (
    campaign_id  BIGINT NOT NULL REFERENCES campaigns (id),
    recipient_id BIGINT NOT NULL,
    letter       BIGINT NOT NULL DEFAULT 0,
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
    PRIMARY KEY (campaign_id, recipient_id, letter)
) WITHOUT ROWID;
INSERT INTO deliveries_with_letters (campaign_id, recipient_id, state, due_at, node_id, attempt, reason, reply, rule, entry,
    policy, first_try_at, updated_at)
SELECT campaign_id, recipient_id, state, due_at, node_id, attempt, reason, reply, rule, entry, policy, first_try_at,
    updated_at FROM deliveries ORDER BY campaign_id, recipient_id;
DROP TABLE deliveries;
ALTER TABLE deliveries_with_letters RENAME TO deliveries;
CREATE INDEX deliveries_due ON deliveries (campaign_id, due_at, recipient_id) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_held ON deliveries (node_id, campaign_id, recipient_id) WHERE node_id IS NOT NULL;
CREATE INDEX deliveries_recipient ON deliveries (recipient_id);

-- What a letter says, until it is not needed any more: `content` and the `other_` columns are NULL then. Where they are
-- not, the letter goes to another address than the recipient's: one that they want to change to.
CREATE TABLE letters (
    id           BIGINT PRIMARY KEY NOT NULL,
    recipient_id BIGINT NOT NULL,
    purpose      TEXT NOT NULL,
    language     TEXT NOT NULL,
    subject      TEXT NOT NULL,
    content      TEXT,
    other_address     TEXT,
    other_hash        BLOB,
    other_domain_hash BLOB,
    created_at   BIGINT NOT NULL,
    good_until   BIGINT NOT NULL
);
CREATE INDEX letters_recipient ON letters (recipient_id);
CREATE INDEX letters_kept ON letters (created_at) WHERE content IS NOT NULL;

INSERT INTO campaigns (id, name, stream, subject, text_body, html_body, state, created_at, expand_after, expand_up_to,
    expanded, audience)
VALUES (1, 'Letters', 'notice', '', '', '', 'sending', 0, 0, 0, TRUE, 0);
