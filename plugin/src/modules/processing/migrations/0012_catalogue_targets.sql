-- Catalogues elsewhere that may be asked for the class of a work. None until the library names one.
-- tenant: catalogue_target
CREATE TABLE catalogue_target (
  library TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position > 0),
  name TEXT NOT NULL,
  protocol TEXT NOT NULL CHECK (protocol IN ('z3950', 'sru')),
  address TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('unimarc', 'marc21')),
  charset TEXT NOT NULL,
  enabled SMALLINT NOT NULL CHECK (enabled IN (0, 1)),
  PRIMARY KEY (library, position)
)
