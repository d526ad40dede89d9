-- Simulations that a team's workers run in slices. PostgreSQL alone: workers need a server, and a SQLite store has none of these tables.
CREATE TABLE simulation (
  id TEXT NOT NULL PRIMARY KEY,      -- SHA-256 of what is asked and of the build that answers it: the same question is one row
  build TEXT NOT NULL,               -- workers of this build alone run it
  asked TEXT NOT NULL,               -- JSON: the texts of the model and the scenario, years, runs, seed and the rest
  slices BIGINT NOT NULL,
  refused TEXT,                      -- JSON: why it has no answer
  handed_over_at TEXT NOT NULL,      -- UTC, ISO 8601, as all times here
  last_asked_at TEXT NOT NULL
);

-- A slice that was run. The key lets it in once, however often it was run.
CREATE TABLE simulation_slice (
  simulation TEXT NOT NULL REFERENCES simulation (id) ON DELETE CASCADE,
  slice BIGINT NOT NULL,             -- from 0, in the order of the runs
  worker TEXT NOT NULL,
  milliseconds BIGINT NOT NULL,
  finished_at TEXT NOT NULL,
  figures BYTEA NOT NULL,
  PRIMARY KEY (simulation, slice)
);

-- Each time a slice was begun. One that was begun and has no slice either runs still, or its worker died, or it went wrong as the fault says.
CREATE TABLE simulation_attempt (
  simulation TEXT NOT NULL REFERENCES simulation (id) ON DELETE CASCADE,
  slice BIGINT NOT NULL,
  worker TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  fault TEXT
);

CREATE INDEX simulation_attempt_by_slice ON simulation_attempt (simulation, slice);
