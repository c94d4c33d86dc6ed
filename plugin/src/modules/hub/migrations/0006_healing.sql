-- A node that registered after an old backup was restored: what the hub knows differently is set
-- aside here, with minutes, before the hub's rows take its place.
-- tenant: recovery_pending
-- tenant: set_aside
-- tenant: set_aside_minutes
-- Where the hub was when it was found.
CREATE TABLE recovery_pending (
  library TEXT NOT NULL,
  counters TEXT NOT NULL,
  applied BIGINT NOT NULL,
  hash TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
-- minutes 0: found, not yet decided.
CREATE TABLE set_aside (
  library TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (library, minutes, subject, key)
)
-- next
CREATE TABLE set_aside_minutes (
  library TEXT NOT NULL,
  minutes BIGINT NOT NULL CHECK (minutes > 0),
  number TEXT NOT NULL,
  dated TEXT NOT NULL,
  found_by TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, minutes)
)
-- next
-- only: postgresql
-- Rows are removed for a library that is locked for this alone, in a transaction that says so.
CREATE OR REPLACE FUNCTION metodica_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('metodica.healing', true) = 'yes' THEN
    IF EXISTS (SELECT 1 FROM register_lock WHERE library = OLD.library AND reason = 'restored') THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'append-only table %: rows are never changed or removed', TG_TABLE_NAME;
END
$body$
