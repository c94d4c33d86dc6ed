-- Public events of a library, its logos and photographs, and what was made to promote them.
-- tenant: library_event
-- replicated: library_event
-- tenant: event_picture
-- tenant: promotion_made
-- append-only: promotion_made
CREATE TABLE library_event (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  day TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online', 'both')),
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  audience TEXT NOT NULL,
  free SMALLINT NOT NULL CHECK (free IN (0, 1)),
  host TEXT NOT NULL,
  unit BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'cancelled')),
  revision BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX library_event_day ON library_event (library, day)
-- next
-- Event 0 holds the logos.
CREATE TABLE event_picture (
  library TEXT NOT NULL,
  event BIGINT NOT NULL,
  slot TEXT NOT NULL,
  alt TEXT NOT NULL,
  base64 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (library, event, slot)
)
-- next
CREATE TABLE promotion_made (
  library TEXT NOT NULL,
  number BIGINT NOT NULL,
  event_library TEXT NOT NULL,
  event BIGINT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('pdf', 'png', 'post')),
  design TEXT NOT NULL,
  size TEXT NOT NULL,
  made TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
