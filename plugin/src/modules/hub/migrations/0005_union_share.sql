-- Union data for everybody: what a node keeps of the whole county, made from union_title at the hub.
-- work: a hash of title, volume and surname, the same for all editions; udc: the class that the
-- library gave last.
ALTER TABLE union_title ADD COLUMN work TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE union_title ADD COLUMN udc TEXT NOT NULL DEFAULT ''
-- next
CREATE INDEX union_title_work ON union_title (work) WHERE work <> ''
-- next
CREATE INDEX union_title_isbn ON union_title (isbn) WHERE isbn <> ''
-- next
-- Keys whose counts changed with this row of the library's stream, to be told anew. Only inserted
-- and deleted, so that libraries that apply at once do not wait for each other.
CREATE TABLE union_dirty (
  library TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (library, sequence, key)
)
-- next
-- At the hub and, as a copy, at every node. key: 'i' and an ISBN, or 'w' and a work; holders:
-- {"57706":3}; classes: ["821.135.1-31"]. The number grows with each change of the county.
CREATE TABLE union_share (
  key TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  holders TEXT NOT NULL,
  classes TEXT NOT NULL,
  PRIMARY KEY (key)
)
-- next
CREATE INDEX union_share_number ON union_share (number)
-- next
CREATE TABLE union_library (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
-- How far the registers of a library of this very database were counted: the last number of each
-- inventory register, and under '' the last exit as year * 1000000 + number.
-- tenant: union_mark
CREATE TABLE union_mark (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (library, register)
)
