CREATE TABLE source_record (
  id {key},
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
  id {key},
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
  id {key},
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
