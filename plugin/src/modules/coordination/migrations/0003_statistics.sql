-- The yearly statistical return and the daily notebook. What the library says stands in replicated
-- tables of its own; what the county decides stands in tables of the county's library.
-- tenant: stat_return
-- tenant: stat_cell
-- tenant: stat_answer
-- tenant: stat_version
-- tenant: notebook_count
-- tenant: notebook_event
-- tenant: stat_campaign
-- tenant: stat_decision
-- tenant: stat_switch
-- tenant: stat_form
-- replicated: stat_return
-- replicated: stat_cell
-- replicated: stat_answer
-- replicated: stat_version
-- replicated: notebook_count
-- replicated: notebook_event
-- append-only: stat_version
-- append-only: stat_decision
-- append-only: stat_form
CREATE TABLE stat_return (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL CHECK (siruta > 0),
  form TEXT NOT NULL,
  submission BIGINT NOT NULL CHECK (submission >= 0),
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta)
)
-- next
CREATE TABLE stat_cell (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('number', 'not_applicable', 'not_counted', 'not_reported')),
  value_e4 BIGINT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('typed', 'register', 'host', 'notebook', 'carried', 'sum')),
  source TEXT NOT NULL,
  revision BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta, code)
)
-- next
CREATE TABLE stat_answer (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL,
  rule TEXT NOT NULL,
  note TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta, rule)
)
-- next
CREATE TABLE stat_version (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL,
  submission BIGINT NOT NULL CHECK (submission > 0),
  form TEXT NOT NULL,
  content TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta, submission)
)
-- next
CREATE TABLE notebook_count (
  library TEXT NOT NULL,
  day TEXT NOT NULL,
  code TEXT NOT NULL,
  count BIGINT NOT NULL CHECK (count >= 0),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, day, code)
)
-- next
CREATE TABLE notebook_event (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  participants BIGINT NOT NULL CHECK (participants >= 0),
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX notebook_event_day ON notebook_event (library, day)
-- next
CREATE TABLE stat_campaign (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  form TEXT NOT NULL,
  opens TEXT NOT NULL,
  deadline TEXT NOT NULL,
  about TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, year)
)
-- next
CREATE TABLE stat_decision (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL,
  step BIGINT NOT NULL CHECK (step > 0),
  submission BIGINT NOT NULL CHECK (submission > 0),
  decision TEXT NOT NULL
    CHECK (decision IN ('returned', 'accepted', 'locked', 'published', 'reopened')),
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta, step)
)
-- next
-- What the county set aside during a campaign: a rule for all (siruta 0), or one open point of one
-- library.
CREATE TABLE stat_switch (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  siruta BIGINT NOT NULL CHECK (siruta >= 0),
  rule TEXT NOT NULL,
  is_off SMALLINT NOT NULL CHECK (is_off IN (0, 1)),
  reason TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (library, year, siruta, rule)
)
-- next
CREATE TABLE stat_form (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  loaded_by TEXT NOT NULL,
  PRIMARY KEY (library, name)
)
