-- Rooms, bays and shelves with what stands on them, the thickness of books by class, and the pages
-- of single copies. The figures of a shelf are those of the last measuring.
-- tenant: shelf_room
-- tenant: shelf_bay
-- tenant: shelf_board
-- tenant: book_width
-- tenant: book_leaf
-- tenant: copy_pages
CREATE TABLE shelf_room (
  library TEXT NOT NULL,
  id BIGINT NOT NULL CHECK (id > 0),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  section TEXT NOT NULL,
  custody TEXT NOT NULL,
  copies BIGINT NOT NULL,
  on_loan BIGINT NOT NULL,
  yearly BIGINT NOT NULL,
  outside BIGINT NOT NULL,
  measured_on TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE TABLE shelf_bay (
  library TEXT NOT NULL,
  id BIGINT NOT NULL CHECK (id > 0),
  room BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE INDEX shelf_bay_room ON shelf_bay (library, room, position, id)
-- next
CREATE TABLE shelf_board (
  library TEXT NOT NULL,
  bay BIGINT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  length_mm BIGINT NOT NULL CHECK (length_mm > 0),
  first_mark TEXT NOT NULL,
  first_key TEXT NOT NULL,
  copies BIGINT NOT NULL,
  width_um BIGINT NOT NULL,
  away_um BIGINT NOT NULL,
  begins_with TEXT NOT NULL,
  ends_with TEXT NOT NULL,
  PRIMARY KEY (library, bay, position)
)
-- next
CREATE TABLE book_width (
  library TEXT NOT NULL,
  prefix TEXT NOT NULL,
  width_um BIGINT NOT NULL CHECK (width_um > 0),
  PRIMARY KEY (library, prefix)
)
-- next
CREATE TABLE book_leaf (
  library TEXT NOT NULL,
  leaf_um BIGINT NOT NULL CHECK (leaf_um >= 0),
  cover_um BIGINT NOT NULL CHECK (cover_um >= 0),
  PRIMARY KEY (library)
)
-- next
CREATE TABLE copy_pages (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  pages BIGINT NOT NULL CHECK (pages > 0),
  PRIMARY KEY (library, register, number)
)
