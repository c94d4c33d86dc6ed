-- What the host told about changes of its own: the last one of each copy or title.
-- tenant: host_change
CREATE TABLE host_change (
  library TEXT NOT NULL,
  what TEXT NOT NULL,
  theirs TEXT NOT NULL,
  barcode TEXT NOT NULL,
  change TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, what, theirs)
)
-- next
CREATE INDEX host_change_at ON host_change (library, at_utc)
