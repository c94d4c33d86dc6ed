-- The standalone catalogue: titles as MARC with the keys they are found by, copies, the list of copies
-- on loan (never a person), files handed over, and the answers already given to keys of writes.
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY NOT NULL,
  at_utc TEXT NOT NULL
)
-- next
CREATE TABLE title (
  id INTEGER PRIMARY KEY NOT NULL,
  control TEXT NOT NULL UNIQUE,
  format SMALLINT NOT NULL CHECK (format IN (1, 2)),
  hash TEXT NOT NULL,
  version BIGINT NOT NULL,
  sequence BIGINT NOT NULL UNIQUE,
  run BIGINT NOT NULL,
  record TEXT NOT NULL
)
-- next
CREATE TABLE title_key (
  kind SMALLINT NOT NULL,
  key TEXT NOT NULL,
  title BIGINT NOT NULL,
  PRIMARY KEY (kind, key, title)
) WITHOUT ROWID
-- next
CREATE VIRTUAL TABLE title_text USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')
-- next
CREATE TABLE copy (
  id INTEGER PRIMARY KEY NOT NULL,
  barcode TEXT NOT NULL,
  title BIGINT NOT NULL,
  library TEXT NOT NULL,
  branch TEXT NOT NULL,
  place TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  call_number TEXT NOT NULL,
  udc TEXT NOT NULL,
  price TEXT NOT NULL,
  state TEXT NOT NULL,
  volume TEXT NOT NULL,
  note TEXT NOT NULL,
  cause TEXT NOT NULL,
  act_number TEXT NOT NULL,
  act_date TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  version BIGINT NOT NULL
)
-- next
CREATE UNIQUE INDEX copy_barcode ON copy (barcode) WHERE barcode <> ''
-- next
CREATE UNIQUE INDEX copy_number ON copy (library, register, number) WHERE number > 0
-- next
CREATE INDEX copy_title ON copy (title)
-- next
CREATE TABLE loan (
  barcode TEXT PRIMARY KEY NOT NULL,
  since TEXT NOT NULL,
  due TEXT NOT NULL
)
-- next
CREATE TABLE hand_over (
  id INTEGER PRIMARY KEY NOT NULL,
  file TEXT NOT NULL,
  place TEXT NOT NULL,
  at_utc TEXT NOT NULL
)
-- next
CREATE TABLE answer (
  operation TEXT NOT NULL,
  key TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  outcomes TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (operation, key)
)
