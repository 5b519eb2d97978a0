DROP TABLE letters;
DELETE FROM deliveries WHERE campaign_id = 1;
DELETE FROM campaigns WHERE id = 1;
ALTER TABLE deliveries DROP CONSTRAINT deliveries_pkey;
ALTER TABLE deliveries DROP COLUMN letter;
ALTER TABLE deliveries ADD PRIMARY KEY (campaign_id, recipient_id);
