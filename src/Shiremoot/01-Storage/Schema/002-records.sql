CREATE TABLE source_record (
  id {row_id},
  agency TEXT NOT NULL,
  person TEXT NOT NULL,             -- the agency's own reference for the person
  forename TEXT,
  middle_names TEXT,
  surname TEXT,
  birth_day BIGINT,                 -- days since 1970-01-01
  sex TEXT,
  ethnicity TEXT,
  postcode TEXT,
  identifiers TEXT,                 -- JSON map of identifier kind to value
  attributes TEXT                   -- JSON map of what else the feed keeps
);

CREATE TABLE event (
  id {row_id},
  agency TEXT NOT NULL,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  start_day BIGINT,
  start_minute BIGINT,              -- minute of the day, when a time is known
  end_day BIGINT,
  end_minute BIGINT,
  offence TEXT,
  disposal TEXT,
  provider TEXT,
  area TEXT,
  amount DOUBLE PRECISION,
  reference TEXT,                   -- the event's own reference
  follows TEXT,                     -- the reference of the event it follows
  attributes TEXT                   -- JSON map of what else the feed keeps
);

CREATE TABLE statistic (
  id {row_id},
  series TEXT NOT NULL,
  area TEXT NOT NULL,               -- as the source gives it: a code, a number or a name
  period TEXT NOT NULL,             -- as the source gives it
  period_from BIGINT NOT NULL,
  period_until BIGINT NOT NULL,
  value DOUBLE PRECISION,
  numerator DOUBLE PRECISION,
  denominator DOUBLE PRECISION,
  unit TEXT,
  dimensions TEXT                   -- JSON map, keys in order
);

CREATE INDEX statistic_by_series ON statistic (series, id);

-- Rows lie in the order of their ids, which are unique by the way they are made. SQLite keeps them in that order itself; PostgreSQL finds a load's rows
-- by a summary of each stretch of pages, which costs a load a fraction of what a tree would.
--postgres: CREATE INDEX source_record_by_id ON source_record USING brin (id);
--postgres: CREATE INDEX event_by_id ON event USING brin (id);
--postgres: CREATE INDEX statistic_by_id ON statistic USING brin (id);
