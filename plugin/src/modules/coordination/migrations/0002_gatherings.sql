-- Meetings and courses, who comes to them, and the attestations given.
-- People stand in a table of their own, so that one person's data can be shown and taken away while
-- the numbers of attestations stay (Regulation (EU) 2016/679, art. 5 and 17).
-- tenant: gathering
-- tenant: participant
-- tenant: registration
-- tenant: attestation
-- append-only: attestation
CREATE TABLE gathering (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('annual', 'centre', 'working', 'course', 'colloquium')),
  title TEXT NOT NULL,
  topic TEXT NOT NULL,
  day TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  hours BIGINT NOT NULL CHECK (hours >= 0),
  mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'both')),
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  passcode TEXT NOT NULL,
  centre TEXT NOT NULL,
  capacity BIGINT NOT NULL CHECK (capacity >= 0),
  authorised SMALLINT NOT NULL CHECK (authorised IN (0, 1)),
  about TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'announced', 'held', 'cancelled')),
  revision BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX gathering_day ON gathering (library, day)
-- next
CREATE TABLE participant (
  library TEXT NOT NULL,
  person BIGINT NOT NULL CHECK (person > 0),
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  email TEXT NOT NULL,
  name_key TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  anonymised_at TEXT NOT NULL,
  PRIMARY KEY (library, person)
)
-- next
CREATE INDEX participant_name ON participant (library, name_key)
-- next
CREATE TABLE registration (
  library TEXT NOT NULL,
  gathering BIGINT NOT NULL,
  person BIGINT NOT NULL,
  position BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered', 'waiting', 'withdrawn')),
  minutes BIGINT NOT NULL CHECK (minutes >= 0),
  registered_at TEXT NOT NULL,
  PRIMARY KEY (library, gathering, person),
  FOREIGN KEY (library, gathering) REFERENCES gathering (library, number),
  FOREIGN KEY (library, person) REFERENCES participant (library, person)
)
-- next
CREATE TABLE attestation (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  gathering BIGINT NOT NULL,
  person BIGINT NOT NULL,
  hours BIGINT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  PRIMARY KEY (library, year, number),
  UNIQUE (library, gathering, person)
)
