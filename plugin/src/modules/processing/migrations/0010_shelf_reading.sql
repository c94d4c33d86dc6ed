-- Shelf reading: what was scanned along a run of books, in the order of the scanner. Kept until the
-- library begins another reading of the same run; nothing in the registers changes by it.
-- tenant: shelf_reading
-- tenant: shelf_scan
CREATE TABLE shelf_reading (
  library TEXT NOT NULL,
  id BIGINT NOT NULL CHECK (id > 0),
  section TEXT NOT NULL,
  custody TEXT NOT NULL,
  place TEXT NOT NULL,
  begun_on TEXT NOT NULL,
  begun_by TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE TABLE shelf_scan (
  library TEXT NOT NULL,
  reading BIGINT NOT NULL CHECK (reading > 0),
  seq BIGINT NOT NULL CHECK (seq > 0),
  code TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 0),
  state TEXT NOT NULL,
  call_number TEXT NOT NULL,
  shelf_key TEXT NOT NULL,
  PRIMARY KEY (library, reading, seq)
)
