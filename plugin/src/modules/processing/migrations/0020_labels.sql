-- Labels: kinds beside spine and barcode, sheets of the library, calibration of its printers, and the
-- colours of its classes. Lengths are hundredths of a millimetre, offsets tenths.
-- tenant: label_sheet
-- tenant: label_printer
-- tenant: class_colour
-- only: postgresql
ALTER TABLE label_issue DROP CONSTRAINT label_issue_kind_check
-- next
-- only: postgresql
ALTER TABLE label_issue ADD CONSTRAINT label_issue_kind_check
  CHECK (kind IN ('spine', 'barcode', 'pocket'))
-- next
-- SQLite changes a condition only with the whole table.
-- only: sqlite
CREATE TABLE label_issue_wider (
  library TEXT NOT NULL,
  key TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('spine', 'barcode', 'pocket')),
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  printed TEXT NOT NULL,
  printed_on TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  PRIMARY KEY (library, key, position)
)
-- next
-- only: sqlite
INSERT INTO label_issue_wider SELECT * FROM label_issue
-- next
-- only: sqlite
DROP TABLE label_issue
-- next
-- only: sqlite
ALTER TABLE label_issue_wider RENAME TO label_issue
-- next
-- only: sqlite
CREATE INDEX label_issue_copy ON label_issue (library, kind, register, number)
-- next
-- only: sqlite
CREATE TRIGGER label_issue_no_update BEFORE UPDATE ON label_issue
BEGIN SELECT RAISE(ABORT, 'append-only table label_issue: rows are never changed or removed'); END
-- next
-- only: sqlite
CREATE TRIGGER label_issue_no_delete BEFORE DELETE ON label_issue
BEGIN SELECT RAISE(ABORT, 'append-only table label_issue: rows are never changed or removed'); END
-- next
CREATE TABLE label_sheet (
  library TEXT NOT NULL,
  code TEXT NOT NULL,
  page TEXT NOT NULL,
  columns_count BIGINT NOT NULL CHECK (columns_count > 0),
  rows_count BIGINT NOT NULL CHECK (rows_count > 0),
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  left_edge BIGINT NOT NULL,
  top_edge BIGINT NOT NULL,
  pitch_x BIGINT NOT NULL,
  pitch_y BIGINT NOT NULL,
  corner BIGINT NOT NULL,
  saved_on TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (library, code)
)
-- next
CREATE TABLE label_printer (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  name TEXT NOT NULL,
  offset_x BIGINT NOT NULL,
  offset_y BIGINT NOT NULL,
  PRIMARY KEY (library, position)
)
-- next
CREATE TABLE class_colour (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  prefix TEXT NOT NULL,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  PRIMARY KEY (library, position)
)
