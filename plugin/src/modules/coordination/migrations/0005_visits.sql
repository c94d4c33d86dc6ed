-- Visits of the methodologist with the measures agreed, and assistance: requests, answers, and the
-- knowledge kept of them. People who were met or who asked stand in county_person alone.
-- A library's own request is written at its node and travels to the county; the answer comes back
-- as news.
-- tenant: visit
-- tenant: visit_purpose
-- tenant: visit_person
-- tenant: measure
-- tenant: measure_step
-- append-only: measure_step
-- tenant: knowledge_article
-- tenant: assistance
-- tenant: library_request
-- replicated: library_request
CREATE TABLE visit (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  siruta BIGINT NOT NULL,
  day TEXT NOT NULL,
  km BIGINT NOT NULL CHECK (km >= 0),
  methodologist BIGINT NOT NULL,
  findings TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'signed', 'cancelled')),
  signed_on TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX visit_unit ON visit (library, siruta, day)
-- next
CREATE INDEX visit_day ON visit (library, day)
-- next
CREATE TABLE visit_purpose (
  library TEXT NOT NULL,
  visit BIGINT NOT NULL,
  purpose TEXT NOT NULL,
  PRIMARY KEY (library, visit, purpose),
  FOREIGN KEY (library, visit) REFERENCES visit (library, number)
)
-- next
CREATE TABLE visit_person (
  library TEXT NOT NULL,
  visit BIGINT NOT NULL,
  position BIGINT NOT NULL,
  person BIGINT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (library, visit, position),
  FOREIGN KEY (library, visit) REFERENCES visit (library, number)
)
-- next
CREATE TABLE measure (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  visit BIGINT NOT NULL,
  siruta BIGINT NOT NULL,
  text TEXT NOT NULL,
  norm TEXT NOT NULL,
  owner TEXT NOT NULL,
  deadline TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  ended_on TEXT NOT NULL,
  PRIMARY KEY (library, number),
  FOREIGN KEY (library, visit) REFERENCES visit (library, number)
)
-- next
CREATE INDEX measure_open ON measure (library, state, deadline)
-- next
CREATE TABLE measure_step (
  library TEXT NOT NULL,
  measure BIGINT NOT NULL,
  step BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'done', 'prolonged', 'dropped')),
  day TEXT NOT NULL,
  deadline TEXT NOT NULL,
  reason TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (library, measure, step)
)
-- next
CREATE TABLE knowledge_article (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  topic TEXT NOT NULL,
  title TEXT NOT NULL,
  answer TEXT NOT NULL,
  norm TEXT NOT NULL,
  search_key TEXT NOT NULL,
  revised_on TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE assistance (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  siruta BIGINT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'mail', 'visit', 'form')),
  topic TEXT NOT NULL,
  received_on TEXT NOT NULL,
  person BIGINT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  minutes BIGINT NOT NULL CHECK (minutes >= 0),
  answered_on TEXT NOT NULL,
  article BIGINT NOT NULL,
  from_library TEXT NOT NULL,
  from_number BIGINT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX assistance_unit ON assistance (library, siruta, received_on)
-- next
CREATE INDEX assistance_source ON assistance (library, from_library, from_number)
-- next
CREATE TABLE library_request (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  siruta BIGINT NOT NULL,
  topic TEXT NOT NULL,
  question TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
