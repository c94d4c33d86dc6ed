-- What a node sends to its county hub, and who keeps the registers of which library.
-- tenant: sync_node
-- The tables whose rows reach the hub, in the order of a first upload; `kept`: append-only.
CREATE TABLE replicated_table (
  name TEXT NOT NULL,
  position BIGINT NOT NULL,
  kept SMALLINT NOT NULL CHECK (kept IN (0, 1)),
  PRIMARY KEY (name)
)
-- next
-- A library that this node sends. `sent` is the last row that the hub has, `sent_hash` the hash over
-- all rows up to it, `news` the last number taken from the hub.
CREATE TABLE sync_node (
  library TEXT NOT NULL,
  capture SMALLINT NOT NULL CHECK (capture IN (0, 1)),
  node TEXT NOT NULL,
  hub TEXT NOT NULL,
  sent BIGINT NOT NULL,
  sent_hash TEXT NOT NULL,
  news BIGINT NOT NULL,
  enrolled_at TEXT NOT NULL,
  contact_at TEXT NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
-- Libraries whose registers this node does not write: at a hub those of other nodes ('foreign', with
-- the node's name), at a node that came back from an old backup its own ('restored').
CREATE TABLE register_lock (
  library TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('foreign', 'restored')),
  node TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
-- only: postgresql
CREATE FUNCTION metodica_capture() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  whose TEXT := current_setting('metodica.own', true);
  many BIGINT;
  start BIGINT;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sync_node WHERE library = whose AND capture = 1) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    SELECT COUNT(*) INTO many FROM old_rows;
  ELSE
    SELECT COUNT(*) INTO many FROM new_rows;
  END IF;
  IF many = 0 THEN
    RETURN NULL;
  END IF;
  UPDATE counter SET next = next + many WHERE library = whose AND name = 'outbox'
    RETURNING next - many INTO start;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO outbox (library, sequence, subject, key, body, at_utc, sent)
      SELECT whose, n, TG_TABLE_NAME, whose || '/' || n, '{"op":"delete","row":' || r || '}', '', 0
      FROM (SELECT start - 1 + row_number() OVER () AS n, to_jsonb(o)::text AS r FROM old_rows o) t;
  ELSE
    INSERT INTO outbox (library, sequence, subject, key, body, at_utc, sent)
      SELECT whose, n, TG_TABLE_NAME, whose || '/' || n,
             '{"op":"' || lower(TG_OP) || '","row":' || r || '}', '', 0
      FROM (SELECT start - 1 + row_number() OVER () AS n, to_jsonb(i)::text AS r FROM new_rows i) t;
  END IF;
  RETURN NULL;
END
$body$
