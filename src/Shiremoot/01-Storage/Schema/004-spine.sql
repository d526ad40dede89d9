-- The spine: which records of partners are of one person, as it is believed now and as it was believed at any time before.
-- A model as it was learned. What made it is known by the hash of the file it was learned from.
CREATE TABLE spine_model (
  id {key},
  hash TEXT NOT NULL,               -- SHA-256 of the model below
  file_hash TEXT NOT NULL,          -- SHA-256 of the model before anything was learned
  model TEXT NOT NULL,              -- JSON
  learned_at TEXT NOT NULL          -- UTC, ISO 8601
);

-- A time at which the spine was made or changed.
CREATE TABLE spine_build (
  id {key},
  kind TEXT NOT NULL,               -- first, rebuild, update, decision
  built_at TEXT NOT NULL,           -- UTC, ISO 8601
  who TEXT NOT NULL,
  model BIGINT NOT NULL,
  records BIGINT NOT NULL,
  people BIGINT NOT NULL,
  last_person BIGINT NOT NULL,      -- no id of a person is given twice
  pairs_joined BIGINT NOT NULL,     -- pairs of records compared and joined when all was last linked
  expected_false DOUBLE PRECISION NOT NULL,
  expected_missed DOUBLE PRECISION NOT NULL,
  milliseconds BIGINT NOT NULL
);

-- A record is of a person from one build until another. A person is an id and its records.
CREATE TABLE spine_membership (
  id {key},
  person BIGINT NOT NULL,
  agency TEXT NOT NULL,
  reference TEXT NOT NULL,          -- the agency's own reference
  content BIGINT NOT NULL,          -- a hash of what the record says, so that a changed record is known
  from_build BIGINT NOT NULL,
  until_build BIGINT                -- missing while it holds
);

CREATE INDEX spine_membership_by_record ON spine_membership (reference, agency);
CREATE INDEX spine_membership_by_person ON spine_membership (person);

-- People joined and parted.
CREATE TABLE spine_change (
  id {key},
  build BIGINT NOT NULL,
  kind TEXT NOT NULL,               -- merge: other became part of person; split: other was parted from person
  person BIGINT NOT NULL,
  other BIGINT NOT NULL,
  records BIGINT NOT NULL,          -- the records that went from the one to the other
  why TEXT NOT NULL,
  who TEXT NOT NULL
);

-- What reviewers decided of two records. Nothing is deleted: a decision withdrawn stays, with who withdrew it and why.
CREATE TABLE spine_decision (
  id {key},
  agency_a TEXT NOT NULL,
  reference_a TEXT NOT NULL,
  agency_b TEXT NOT NULL,
  reference_b TEXT NOT NULL,
  verdict TEXT NOT NULL,            -- same, different, unsure
  rationale TEXT NOT NULL,
  who TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdrawn_why TEXT
);

-- Pairs of records worth looking at, the one whose decision would change most first.
CREATE TABLE spine_review (
  id {key},
  kind TEXT NOT NULL,
  agency_a TEXT NOT NULL,
  reference_a TEXT NOT NULL,
  agency_b TEXT NOT NULL,
  reference_b TEXT NOT NULL,
  bits DOUBLE PRECISION NOT NULL,
  is_joined BIGINT NOT NULL,        -- 1 if the two are of one person as it stands
  pairs BIGINT NOT NULL,            -- pairs of records that a decision would join or part
  weight DOUBLE PRECISION NOT NULL  -- pairs times the doubt
);

CREATE INDEX spine_review_by_weight ON spine_review (weight);
