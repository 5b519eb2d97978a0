-- Who left by a message of a campaign: to tell a person from a machine that presses every button of a domain's mail.
CREATE INDEX ledger_left ON ledger (campaign_id, recipient_id) WHERE decision = 'withdrawn' AND campaign_id IS NOT NULL;
