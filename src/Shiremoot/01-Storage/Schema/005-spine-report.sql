-- What a linking of all records learned and found, in figures of pairs: it names no record.
CREATE TABLE spine_report (
  id {key},                         -- the build
  report TEXT NOT NULL              -- JSON
);
