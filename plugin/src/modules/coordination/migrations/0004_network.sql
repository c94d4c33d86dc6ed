-- The network that a county library guides: how each library stood and stands, its places, its
-- posts, the people in them, the terms that rules are reckoned with, and who hands over to whom.
-- People stand in one table, so that one person's data can be shown and taken away while posts,
-- visits and requests stay (Regulation (EU) 2016/679, art. 5, 15 and 17).
-- tenant: county_term
-- tenant: county_person
-- tenant: status_period
-- tenant: service_point
-- tenant: staff_post
-- tenant: unit_profile
-- tenant: handover
-- tenant: handover_step
-- append-only: county_term
CREATE TABLE county_term (
  library TEXT NOT NULL,
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  noted BIGINT NOT NULL CHECK (noted > 0),
  points BIGINT NOT NULL CHECK (points >= 0),
  most BIGINT NOT NULL CHECK (most >= 0),
  period BIGINT NOT NULL,
  reference TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, code, valid_from, noted)
)
-- next
CREATE TABLE county_person (
  library TEXT NOT NULL,
  person BIGINT NOT NULL CHECK (person > 0),
  siruta BIGINT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  name_key TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('staff', 'contact', 'county')),
  kept_until TEXT NOT NULL,
  public_consent SMALLINT NOT NULL CHECK (public_consent IN (0, 1)),
  entered_at TEXT NOT NULL,
  anonymised_at TEXT NOT NULL,
  PRIMARY KEY (library, person)
)
-- next
CREATE INDEX county_person_name ON county_person (library, siruta, name_key)
-- next
CREATE TABLE status_period (
  library TEXT NOT NULL,
  siruta BIGINT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  state TEXT NOT NULL CHECK (state IN
    ('full_time', 'half_time', 'fewer_hours', 'closed', 'no_library', 'merged')),
  reason TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  merged_into BIGINT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (library, siruta, number)
)
-- next
CREATE TABLE service_point (
  library TEXT NOT NULL,
  point BIGINT NOT NULL CHECK (point > 0),
  siruta BIGINT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('branch', 'point', 'mobile')),
  address TEXT NOT NULL,
  hours TEXT NOT NULL,
  email TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  PRIMARY KEY (library, point)
)
-- next
CREATE TABLE staff_post (
  library TEXT NOT NULL,
  post BIGINT NOT NULL CHECK (post > 0),
  siruta BIGINT NOT NULL,
  title TEXT NOT NULL,
  norm_percent BIGINT NOT NULL CHECK (norm_percent BETWEEN 1 AND 100),
  contract TEXT NOT NULL CHECK (contract IN
    ('permanent', 'fixed_term', 'civil', 'allowance', 'volunteer')),
  qualification TEXT NOT NULL CHECK (qualification IN
    ('', 'library_degree', 'other_degree', 'library_course', 'secondary')),
  person BIGINT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  retires_on TEXT NOT NULL,
  PRIMARY KEY (library, post)
)
-- next
CREATE INDEX staff_post_unit ON staff_post (library, siruta)
-- next
CREATE TABLE unit_profile (
  library TEXT NOT NULL,
  siruta BIGINT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, siruta, field)
)
-- next
CREATE TABLE handover (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  siruta BIGINT NOT NULL,
  post BIGINT NOT NULL,
  leaver BIGINT NOT NULL,
  successor BIGINT NOT NULL,
  mentor BIGINT NOT NULL,
  leaves_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  closed_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE handover_step (
  library TEXT NOT NULL,
  handover BIGINT NOT NULL,
  step TEXT NOT NULL,
  position BIGINT NOT NULL,
  deadline TEXT NOT NULL,
  reference TEXT NOT NULL,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (library, handover, step),
  FOREIGN KEY (library, handover) REFERENCES handover (library, number)
)
