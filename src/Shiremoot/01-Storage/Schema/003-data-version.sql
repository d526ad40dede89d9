-- Goes up whenever the data in use changes, so that what was drawn from it is known to be out of date. Holds one row.
CREATE TABLE data_version (
  version BIGINT NOT NULL
);

INSERT INTO data_version (version) VALUES (0);
