-- Keys of attestations, what guests were told, the opinions after a meeting, dated duties.
-- Public keys stay for ever, so that attestations signed with an older key are still recognised.
-- tenant: signing_key
-- append-only: signing_key
-- tenant: gathering_change
-- append-only: gathering_change
-- tenant: gathering_told
-- tenant: opinion_count
-- tenant: opinion_remark
-- tenant: deadline
CREATE TABLE signing_key (
  library TEXT NOT NULL,
  public_key TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (library, public_key)
)
-- next
CREATE TABLE gathering_change (
  library TEXT NOT NULL,
  gathering BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  was TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, gathering, revision),
  FOREIGN KEY (library, gathering) REFERENCES gathering (library, number)
)
-- next
CREATE TABLE gathering_told (
  library TEXT NOT NULL,
  gathering BIGINT NOT NULL,
  person BIGINT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('invitation', 'change', 'reminder')),
  revision BIGINT NOT NULL,
  told_at TEXT NOT NULL,
  PRIMARY KEY (library, gathering, person, about),
  FOREIGN KEY (library, gathering, person) REFERENCES registration (library, gathering, person)
)
-- next
CREATE TABLE opinion_count (
  library TEXT NOT NULL,
  gathering BIGINT NOT NULL,
  question TEXT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 5),
  answers BIGINT NOT NULL CHECK (answers > 0),
  PRIMARY KEY (library, gathering, question, grade),
  FOREIGN KEY (library, gathering) REFERENCES gathering (library, number)
)
-- next
CREATE TABLE opinion_remark (
  library TEXT NOT NULL,
  gathering BIGINT NOT NULL,
  number BIGINT NOT NULL,
  remark TEXT NOT NULL,
  PRIMARY KEY (library, gathering, number),
  FOREIGN KEY (library, gathering) REFERENCES gathering (library, number)
)
-- next
CREATE TABLE deadline (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  reference TEXT NOT NULL,
  revision BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE INDEX deadline_day ON deadline (library, day)
