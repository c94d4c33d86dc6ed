-- The desk's own few tables: who may log in, who is logged in, and what happened to both. Nothing of
-- the registers is here, and no reader's name.
-- append-only: desk_audit
CREATE TABLE desk_user (
  name TEXT PRIMARY KEY NOT NULL,
  password TEXT NOT NULL,
  roles TEXT NOT NULL,
  lang TEXT NOT NULL,
  created_at TEXT NOT NULL
)
-- next
CREATE TABLE desk_session (
  id TEXT PRIMARY KEY NOT NULL,
  user_name TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  notice TEXT NOT NULL
)
-- next
CREATE INDEX desk_session_user ON desk_session (user_name)
-- next
CREATE TABLE desk_audit (
  id INTEGER PRIMARY KEY NOT NULL,
  at_utc TEXT NOT NULL,
  event TEXT NOT NULL,
  actor TEXT NOT NULL,
  subject TEXT NOT NULL,
  address TEXT NOT NULL
)
