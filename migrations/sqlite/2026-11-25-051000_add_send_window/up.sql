-- When the campaign's messages may go out; always, where nothing is said.
ALTER TABLE campaigns ADD COLUMN send_window TEXT;
