-- Stocktaking of a custody: the decision, the list of expected copies, the scans, the minutes.
-- Rows are added, never changed: an undone scan is a row of its own (see the README of this folder).
-- tenant: stocktaking_session
-- tenant: stocktaking_expected
-- tenant: stocktaking_statement
-- tenant: stocktaking_scan
-- tenant: stocktaking_note
-- tenant: stocktaking_close
-- append-only: stocktaking_session
-- append-only: stocktaking_expected
-- append-only: stocktaking_statement
-- append-only: stocktaking_scan
-- append-only: stocktaking_note
-- append-only: stocktaking_close
CREATE TABLE stocktaking_session (
  library TEXT NOT NULL,
  session BIGINT NOT NULL CHECK (session > 0),
  custody TEXT NOT NULL,
  reason TEXT NOT NULL,
  method TEXT NOT NULL,
  decision_number TEXT NOT NULL,
  decision_date TEXT NOT NULL,
  chair TEXT NOT NULL,
  members TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (library, session)
)
-- next
CREATE TABLE stocktaking_expected (
  library TEXT NOT NULL,
  session BIGINT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  category TEXT NOT NULL,
  value_e4 BIGINT NOT NULL CHECK (value_e4 >= 0),
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  call_number TEXT NOT NULL,
  barcode TEXT NOT NULL,
  PRIMARY KEY (library, session, register, number)
)
-- next
CREATE TABLE stocktaking_statement (
  library TEXT NOT NULL,
  session BIGINT NOT NULL,
  stated_on TEXT NOT NULL,
  keeper TEXT NOT NULL,
  last_entry TEXT NOT NULL,
  last_exit TEXT NOT NULL,
  places TEXT NOT NULL,
  third_party TEXT NOT NULL,
  differences TEXT NOT NULL,
  in_transit TEXT NOT NULL,
  without_papers TEXT NOT NULL,
  unrecorded TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, session)
)
-- next
CREATE TABLE stocktaking_scan (
  library TEXT NOT NULL,
  session BIGINT NOT NULL,
  sequence BIGINT NOT NULL CHECK (sequence > 0),
  code TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  reverses BIGINT NOT NULL,
  scanned_by TEXT NOT NULL,
  scanned_at TEXT NOT NULL,
  PRIMARY KEY (library, session, sequence)
)
-- next
CREATE INDEX stocktaking_scan_copy ON stocktaking_scan (library, session, register, number)
-- next
CREATE INDEX stocktaking_scan_reverses ON stocktaking_scan (library, session, reverses)
-- next
CREATE TABLE stocktaking_note (
  library TEXT NOT NULL,
  session BIGINT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  sequence BIGINT NOT NULL CHECK (sequence > 0),
  kind TEXT NOT NULL CHECK (kind IN ('loan', 'outside', 'back', 'explanation', 'worn')),
  value TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, session, register, number, sequence)
)
-- next
CREATE TABLE stocktaking_close (
  library TEXT NOT NULL,
  session BIGINT NOT NULL,
  minutes_number TEXT NOT NULL,
  minutes_date TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  causes TEXT NOT NULL,
  measures TEXT NOT NULL,
  storage TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  PRIMARY KEY (library, session)
)
