-- The directory of the libraries that a county library coordinates, one row a commune or town.
-- tenant: unit
CREATE TABLE unit (
  library TEXT NOT NULL,
  siruta BIGINT NOT NULL CHECK (siruta > 0),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('county_seat', 'municipality', 'town', 'commune')),
  population BIGINT NOT NULL CHECK (population >= 0),
  library_name TEXT NOT NULL,
  methodical_centre TEXT NOT NULL,
  has_branches TEXT NOT NULL CHECK (has_branches IN ('', 'yes', 'no')),
  PRIMARY KEY (library, siruta)
)
