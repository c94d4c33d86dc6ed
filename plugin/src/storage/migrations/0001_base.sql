-- The tables of the storage itself: which migrations ran, the gap-free counters, and the rows that
-- still have to reach the county hub.
-- tenant: counter
-- tenant: outbox
CREATE TABLE schema_step (
  module TEXT NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (module, number)
)
-- next
CREATE TABLE counter (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  next BIGINT NOT NULL CHECK (next >= 1),
  PRIMARY KEY (library, name)
)
-- next
CREATE TABLE outbox (
  library TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  sent SMALLINT NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
  PRIMARY KEY (library, sequence)
)
-- next
-- only: postgresql
CREATE FUNCTION metodica_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'append-only table %: rows are never changed or removed', TG_TABLE_NAME;
END
$body$
