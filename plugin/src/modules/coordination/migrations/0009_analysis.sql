-- What the county keeps for its analyses: norms that it dates itself, evidence of duties for which
-- there are no records, and the boundaries of the units for maps.
-- tenant: duty_norm
-- tenant: duty_evidence
-- tenant: unit_boundary
-- append-only: duty_norm
-- append-only: duty_evidence
CREATE TABLE duty_norm (
  library TEXT NOT NULL,
  duty TEXT NOT NULL,
  noted BIGINT NOT NULL CHECK (noted > 0),
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  value TEXT NOT NULL,
  reference TEXT NOT NULL,
  verified TEXT NOT NULL CHECK (verified IN ('yes', 'partly', 'no')),
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, duty, noted)
)
-- next
CREATE TABLE duty_evidence (
  library TEXT NOT NULL,
  siruta BIGINT NOT NULL,
  duty TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  year BIGINT NOT NULL,
  day TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('met', 'not_met', 'not_due', 'unknown')),
  evidence TEXT NOT NULL,
  file_name TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, siruta, duty, number)
)
-- next
CREATE INDEX duty_evidence_year ON duty_evidence (library, year)
-- next
CREATE TABLE unit_boundary (
  library TEXT NOT NULL,
  siruta BIGINT NOT NULL,
  rings TEXT NOT NULL,
  source TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (library, siruta)
)
