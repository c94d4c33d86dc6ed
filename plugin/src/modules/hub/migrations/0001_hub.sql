-- The county hub and its nodes. Tables that begin with hub_ are filled at a hub only: the first five
-- under the county's own library, inbox, chains and refusals under the library that they speak of.
-- tenant: hub_county
-- tenant: hub_node
-- tenant: hub_code
-- tenant: hub_token
-- tenant: hub_news
-- tenant: hub_inbox
-- tenant: hub_chain
-- tenant: hub_refusal
-- tenant: county_news
-- What the nodes send of the subjects that are older than the hub; a younger one says so in its own
-- files. Not sent: readers, users, lists made from other rows, scans of a stocktaking.
-- replicated: library_setting
-- replicated: register_opening
-- replicated: register_balance
-- replicated: breakdown_column
-- replicated: inventory_register
-- replicated: withdrawn_before
-- replicated: movement_lot
-- replicated: movement_count
-- replicated: movement_range
-- replicated: inventory_entry
-- replicated: inventory_fact
-- replicated: inventory_exit
-- replicated: year_close
-- replicated: acquisition_act
-- replicated: acquisition_line
-- replicated: stocktaking_session
-- replicated: stocktaking_statement
-- replicated: stocktaking_note
-- replicated: stocktaking_close
-- replicated: withdrawal_proposal
-- replicated: withdrawal_item
-- replicated: withdrawal_turned_away
-- replicated: withdrawal_minutes
-- replicated: withdrawal_finding
-- replicated: withdrawal_end
CREATE TABLE hub_county (
  library TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
CREATE TABLE hub_node (
  library TEXT NOT NULL,
  node TEXT NOT NULL,
  name TEXT NOT NULL,
  enrolled_at TEXT NOT NULL,
  revoked_at TEXT NOT NULL,
  PRIMARY KEY (library, node)
)
-- next
-- A one-time code, known by its hash only.
CREATE TABLE hub_code (
  library TEXT NOT NULL,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  libraries TEXT NOT NULL,
  made_by TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  node TEXT NOT NULL,
  PRIMARY KEY (library, hash)
)
-- next
-- Tokens of nodes, known by their hashes only; valid_until '' has no end.
CREATE TABLE hub_token (
  library TEXT NOT NULL,
  hash TEXT NOT NULL,
  node TEXT NOT NULL,
  made_at TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  PRIMARY KEY (library, hash)
)
-- next
-- What every node should know, numbered by a counter that stays locked to the commit.
CREATE TABLE hub_news (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
-- How far the rows of a library have come: the last one applied (-1: none since it enrolled) and the
-- hash over all up to it.
CREATE TABLE hub_inbox (
  library TEXT NOT NULL,
  applied BIGINT NOT NULL,
  stream_hash TEXT NOT NULL,
  waiting BIGINT NOT NULL,
  contact_at TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  problem TEXT NOT NULL,
  problem_at TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
CREATE TABLE hub_chain (
  library TEXT NOT NULL,
  chain TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (library, chain)
)
-- next
CREATE TABLE hub_refusal (
  library TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, sequence)
)
-- next
-- At a node: what the hub told.
CREATE TABLE county_news (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
