-- How call numbers are made in each part of the collection; numbers given (format marks, running
-- numbers); the second call number of a copy; and batches of call numbers with what they replaced.
-- tenant: mark_scheme
-- tenant: height_limit
-- tenant: mark_number
-- tenant: second_mark
-- tenant: mark_batch
-- tenant: mark_batch_line
CREATE TABLE mark_scheme (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  register TEXT NOT NULL,
  custody TEXT NOT NULL,
  section TEXT NOT NULL,
  first_family TEXT NOT NULL,
  second_family TEXT NOT NULL,
  prefix TEXT NOT NULL,
  author_rule TEXT NOT NULL,
  particles TEXT NOT NULL,
  number_unit TEXT NOT NULL,
  number_source TEXT NOT NULL,
  uniqueness TEXT NOT NULL,
  PRIMARY KEY (library, position)
)
-- next
-- Upper limits of height classes in centimetres; what is higher belongs to the class after the last.
CREATE TABLE height_limit (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  upto BIGINT NOT NULL CHECK (upto > 0),
  PRIMARY KEY (library, position)
)
-- next
-- Height class 0: a running number.
CREATE TABLE mark_number (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  prefix TEXT NOT NULL,
  height_class BIGINT NOT NULL CHECK (height_class >= 0),
  serial BIGINT NOT NULL CHECK (serial > 0),
  identity TEXT NOT NULL,
  PRIMARY KEY (library, register, number, prefix, height_class)
)
-- next
CREATE INDEX mark_number_serial ON mark_number (library, prefix, height_class, serial)
-- next
CREATE INDEX mark_number_identity ON mark_number (library, identity, prefix, height_class)
-- next
CREATE TABLE second_mark (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  call_number TEXT NOT NULL,
  shelf_key TEXT NOT NULL,
  given_on TEXT NOT NULL,
  given_by TEXT NOT NULL,
  PRIMARY KEY (library, register, number)
)
-- next
CREATE INDEX second_mark_text ON second_mark (library, call_number)
-- next
CREATE TABLE mark_batch (
  library TEXT NOT NULL,
  id TEXT NOT NULL,
  work TEXT NOT NULL,
  chosen TEXT NOT NULL,
  state TEXT NOT NULL,
  copies BIGINT NOT NULL,
  planned_at TEXT NOT NULL,
  planned_by TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE INDEX mark_batch_at ON mark_batch (library, planned_at)
-- next
CREATE TABLE mark_batch_line (
  library TEXT NOT NULL,
  batch TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  title_key TEXT NOT NULL,
  udc TEXT NOT NULL,
  section TEXT NOT NULL,
  shelf_udc TEXT NOT NULL,
  author_mark TEXT NOT NULL,
  work_mark TEXT NOT NULL,
  volume TEXT NOT NULL,
  copy_number TEXT NOT NULL,
  planned TEXT NOT NULL,
  given TEXT NOT NULL,
  before_text TEXT NOT NULL,
  before_mark TEXT NOT NULL,
  PRIMARY KEY (library, batch, position)
)
-- next
CREATE INDEX mark_batch_line_state ON mark_batch_line (library, batch, state, position)
-- next
CREATE INDEX mark_batch_line_planned ON mark_batch_line (library, batch, planned)
-- next
CREATE INDEX mark_batch_line_author ON mark_batch_line (library, batch, author_mark, shelf_udc)
