-- What a recipient asked for on a page and completes by a mailed link. `details` is forgotten once it is done or too old.
CREATE TABLE requests (
    id           BIGINT PRIMARY KEY NOT NULL,
    recipient_id BIGINT NOT NULL,
    action       TEXT NOT NULL,
    details      TEXT,
    language     TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    done_at      BIGINT
);
CREATE INDEX requests_recipient ON requests (recipient_id);
CREATE INDEX requests_created ON requests (created_at);

-- More facts that people give about themselves. Where `merged_into` is set, the person is another recipient now, and this
-- row only keeps old links working.
ALTER TABLE recipients ADD COLUMN zip TEXT;
ALTER TABLE recipients ADD COLUMN age_band TEXT;
ALTER TABLE recipients ADD COLUMN income_band TEXT;
ALTER TABLE recipients ADD COLUMN merged_into BIGINT;
