DROP TABLE letters;
DELETE FROM deliveries WHERE campaign_id = 1;
DELETE FROM campaigns WHERE id = 1;
CREATE TABLE deliveries_without_letters (
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
INSERT INTO deliveries_without_letters
SELECT campaign_id, recipient_id, state, due_at, node_id, attempt, reason, reply, rule, entry, policy, first_try_at,
    updated_at FROM deliveries;
DROP TABLE deliveries;
ALTER TABLE deliveries_without_letters RENAME TO deliveries;
CREATE INDEX deliveries_due ON deliveries (campaign_id, due_at, recipient_id) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_held ON deliveries (node_id, campaign_id, recipient_id) WHERE node_id IS NOT NULL;
CREATE INDEX deliveries_recipient ON deliveries (recipient_id);
