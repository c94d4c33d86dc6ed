-- Works that have a class, with the words of their titles, for the suggestion of classes; and what
-- became of suggestions.
-- tenant: udc_work
-- tenant: udc_term
-- tenant: udc_choice
-- append-only: udc_choice
CREATE TABLE udc_work (
  library TEXT NOT NULL,
  id BIGINT NOT NULL CHECK (id > 0),
  identity TEXT NOT NULL,
  title_key TEXT NOT NULL,
  author_key TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  udc TEXT NOT NULL,
  terms BIGINT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE UNIQUE INDEX udc_work_identity ON udc_work (library, identity)
-- next
CREATE INDEX udc_work_title ON udc_work (library, title_key, author_key, id)
-- next
CREATE INDEX udc_work_author ON udc_work (library, author_key, id)
-- next
-- A word with the works whose titles have it, as ids between spaces; lists end where the word is
-- too common to tell anything.
CREATE TABLE udc_term (
  library TEXT NOT NULL,
  term TEXT NOT NULL,
  ids TEXT NOT NULL,
  PRIMARY KEY (library, term)
)
-- next
CREATE TABLE udc_choice (
  library TEXT NOT NULL,
  seq BIGINT NOT NULL CHECK (seq > 0),
  identity TEXT NOT NULL,
  suggested TEXT NOT NULL,
  reason TEXT NOT NULL,
  chosen TEXT NOT NULL,
  place BIGINT NOT NULL CHECK (place >= 0),
  chosen_on TEXT NOT NULL,
  chosen_by TEXT NOT NULL,
  PRIMARY KEY (library, seq)
)
