-- Rows that a node takes back from the hub, until all are there.
-- tenant: recovery_row
CREATE TABLE recovery_row (
  library TEXT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (library, subject, key)
)
