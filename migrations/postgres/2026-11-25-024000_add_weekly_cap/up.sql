-- At most so many promotional messages in 7 days, as the recipient wants it; NULL where they set no limit of their own.
ALTER TABLE recipients ADD COLUMN weekly_cap INTEGER;
