-- A load is one file taken in under one feed. Nothing of a load can be seen until the transaction that writes it commits.
-- The id of every row below is load * 2^40 + row * 2^8 + part, so that a load's rows lie together and can be found without another index.
CREATE TABLE load (
  id BIGINT NOT NULL PRIMARY KEY,
  feed TEXT NOT NULL,
  feed_version TEXT NOT NULL,       -- SHA-256 of the feed file
  slot TEXT NOT NULL,               -- what a later delivery of the same thing replaces
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,          -- SHA-256 of the file as it came
  content_hash TEXT NOT NULL,       -- SHA-256 of its unpacked content
  rows_hash TEXT NOT NULL,          -- hash of its rows whatever their order
  rows_in BIGINT NOT NULL,
  rows_accepted BIGINT NOT NULL,
  rows_quarantined BIGINT NOT NULL,
  rows_left_out BIGINT NOT NULL,    -- rows the feed's own filter leaves out, counted in rows_accepted
  notes TEXT NOT NULL,              -- JSON list of text
  origin TEXT NOT NULL,             -- published, real, generated
  status TEXT NOT NULL,             -- active, replaced, refused, forgotten
  replaces BIGINT,                  -- the load it replaced
  refusal TEXT,                     -- why it was refused
  period_from BIGINT,
  period_until BIGINT,
  taken_in_at TEXT NOT NULL,        -- UTC, ISO 8601
  milliseconds BIGINT NOT NULL
);

CREATE INDEX load_by_feed ON load (feed, status);

-- Rows that failed a check, a line for each fault. The row itself is kept on its first fault so that a steward can send it back.
CREATE TABLE quarantine (
  id {key},
  line BIGINT NOT NULL,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL,
  hint TEXT NOT NULL,
  row_text TEXT
);

-- What was done, in order: each line is sealed to the one before it, and none is ever changed.
CREATE TABLE journal (
  id {key},
  line TEXT NOT NULL
);
