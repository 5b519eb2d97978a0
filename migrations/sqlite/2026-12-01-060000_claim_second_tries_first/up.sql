-- What was tried before goes before what was not: a relay that asks everybody to come again gets the second tries first.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries
    (campaign_id, (CASE WHEN first_try_at IS NULL THEN 1 ELSE 0 END), due_at, recipient_id) WHERE due_at IS NOT NULL;

-- Relays that a node cannot hand anything to, and why: it is what campaigns wait for.
CREATE TABLE relay_troubles (
    node_id BIGINT NOT NULL,
    relay   TEXT NOT NULL,
    said    TEXT NOT NULL,
    since   BIGINT NOT NULL,
    PRIMARY KEY (node_id, relay)
);
