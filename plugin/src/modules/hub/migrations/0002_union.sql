-- Union data of the county: titles with the copies that each library has, made from the lines of the
-- inventory registers. Shared on purpose: who buys or withdraws must see what the others have.
CREATE TABLE union_title (
  library TEXT NOT NULL,
  ref TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  publisher TEXT NOT NULL,
  isbn TEXT NOT NULL,
  language TEXT NOT NULL,
  year BIGINT NOT NULL,
  copies BIGINT NOT NULL,
  PRIMARY KEY (library, ref)
)
-- next
CREATE TABLE union_key (
  key TEXT NOT NULL,
  library TEXT NOT NULL,
  ref TEXT NOT NULL,
  PRIMARY KEY (key, library, ref)
)
