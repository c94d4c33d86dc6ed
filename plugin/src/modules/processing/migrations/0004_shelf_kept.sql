-- Auxiliaries that stay on the label; no row: only the special ones, a row '-': none.
-- tenant: shelf_kept
CREATE TABLE shelf_kept (
  library TEXT NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (library, part)
)
