-- Call numbers in shelf order, the labels that were printed, and the library's rules of shelving.
-- The facts "udc" and "call_number" of a copy stand in the inventory register; shelf_mark is their
-- latest state taken apart, so that the shelf can be read in order.
-- tenant: shelf_mark
-- tenant: label_issue
-- tenant: shelf_rule
-- tenant: author_table
-- append-only: label_issue
CREATE TABLE shelf_mark (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  title_key TEXT NOT NULL,
  udc TEXT NOT NULL,
  section TEXT NOT NULL,
  shelf_udc TEXT NOT NULL,
  author_mark TEXT NOT NULL,
  work_mark TEXT NOT NULL,
  volume TEXT NOT NULL,
  copy_number TEXT NOT NULL,
  call_number TEXT NOT NULL,
  shelf_key TEXT NOT NULL,
  lot_year BIGINT NOT NULL,
  lot_number BIGINT NOT NULL,
  given_on TEXT NOT NULL,
  given_by TEXT NOT NULL,
  PRIMARY KEY (library, register, number)
)
-- next
CREATE INDEX shelf_mark_order ON shelf_mark (library, shelf_key, register, number)
-- next
CREATE INDEX shelf_mark_section ON shelf_mark (library, section, shelf_key, register, number)
-- next
CREATE INDEX shelf_mark_author ON shelf_mark (library, author_mark, shelf_udc)
-- next
CREATE INDEX shelf_mark_text ON shelf_mark (library, call_number)
-- next
CREATE INDEX shelf_mark_lot ON shelf_mark (library, lot_year, lot_number)
-- next
CREATE TABLE label_issue (
  library TEXT NOT NULL,
  key TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('spine', 'barcode')),
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  printed TEXT NOT NULL,
  printed_on TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  PRIMARY KEY (library, key, position)
)
-- next
CREATE INDEX label_issue_copy ON label_issue (library, kind, register, number)
-- next
CREATE TABLE shelf_rule (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  prefix TEXT NOT NULL,
  depth BIGINT NOT NULL CHECK (depth >= 0),
  replacement TEXT NOT NULL,
  PRIMARY KEY (library, position)
)
-- next
CREATE TABLE author_table (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  csv TEXT NOT NULL,
  entries BIGINT NOT NULL CHECK (entries > 0),
  loaded_on TEXT NOT NULL,
  loaded_by TEXT NOT NULL,
  PRIMARY KEY (library)
)
