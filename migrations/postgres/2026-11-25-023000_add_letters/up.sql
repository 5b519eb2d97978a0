-- A letter: one message to one recipient, written for them. Letters are deliveries of one reserved campaign, so that
-- claiming, looking, handing over and everything that follows is the same for them; `letter` tells several to one
-- recipient apart and is 0 for every other campaign.
ALTER TABLE deliveries ADD COLUMN letter BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deliveries DROP CONSTRAINT deliveries_pkey;
ALTER TABLE deliveries ADD PRIMARY KEY (campaign_id, recipient_id, letter);

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
    other_hash        BYTEA,
    other_domain_hash BYTEA,
    created_at   BIGINT NOT NULL,
    good_until   BIGINT NOT NULL
);
CREATE INDEX letters_recipient ON letters (recipient_id);
CREATE INDEX letters_kept ON letters (created_at) WHERE content IS NOT NULL;

INSERT INTO campaigns (id, name, stream, subject, text_body, html_body, state, created_at, expand_after, expand_up_to,
    expanded, audience)
VALUES (1, 'Letters', 'notice', '', '', '', 'sending', 0, 0, 0, TRUE, 0);
