-- What every subject shares: keys that were answered, the audit trail, papers issued, settings, what the
-- host still has to be told.
-- tenant: done_action
-- tenant: audit
-- tenant: paper_issue
-- tenant: library_setting
-- tenant: host_write
-- tenant: host_ref
-- append-only: audit
-- append-only: paper_issue
CREATE TABLE done_action (
  library TEXT NOT NULL,
  action TEXT NOT NULL,
  key TEXT NOT NULL,
  args_hash TEXT NOT NULL,
  reply TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, action, key)
)
-- next
CREATE INDEX done_action_at ON done_action (library, at_utc)
-- next
CREATE TABLE audit (
  library TEXT NOT NULL,
  id TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  user_id TEXT NOT NULL,
  action TEXT NOT NULL,
  key TEXT NOT NULL,
  trace TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE TABLE paper_issue (
  library TEXT NOT NULL,
  paper TEXT NOT NULL,
  issue BIGINT NOT NULL,
  key TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  PRIMARY KEY (library, paper, issue),
  UNIQUE (library, key)
)
-- next
CREATE TABLE library_setting (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (library, name)
)
-- next
CREATE TABLE host_write (
  library TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT NOT NULL,
  item TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL,
  code TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  queued_at TEXT NOT NULL,
  settled_at TEXT NOT NULL,
  PRIMARY KEY (library, sequence)
)
-- next
CREATE INDEX host_write_state ON host_write (library, state, sequence)
-- next
CREATE TABLE host_ref (
  library TEXT NOT NULL,
  kind TEXT NOT NULL,
  ours TEXT NOT NULL,
  theirs TEXT NOT NULL,
  PRIMARY KEY (library, kind, ours)
)
