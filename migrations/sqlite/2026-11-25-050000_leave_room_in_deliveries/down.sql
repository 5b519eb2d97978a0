-- SQLite writes rows in their place.
SELECT 1;
