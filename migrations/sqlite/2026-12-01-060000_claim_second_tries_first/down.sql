DROP TABLE relay_troubles;
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries (campaign_id, due_at, recipient_id) WHERE due_at IS NOT NULL;
