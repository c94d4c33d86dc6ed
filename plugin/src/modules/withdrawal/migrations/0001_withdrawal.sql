-- Withdrawal: proposals, the commission's findings, the decision. Rows are added, never changed; the state
-- of a proposal follows from which rows there are (see the README of this folder).
-- tenant: withdrawal_proposal
-- tenant: withdrawal_item
-- tenant: withdrawal_turned_away
-- tenant: withdrawal_minutes
-- tenant: withdrawal_finding
-- tenant: withdrawal_end
-- append-only: withdrawal_proposal
-- append-only: withdrawal_item
-- append-only: withdrawal_turned_away
-- append-only: withdrawal_minutes
-- append-only: withdrawal_finding
-- append-only: withdrawal_end
CREATE TABLE withdrawal_proposal (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL CHECK (proposal > 0),
  cause TEXT NOT NULL,
  remarks TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  PRIMARY KEY (library, proposal)
)
-- next
CREATE TABLE withdrawal_item (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL,
  line BIGINT NOT NULL CHECK (line > 0),
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (library, proposal, line),
  UNIQUE (library, proposal, register, number)
)
-- next
CREATE INDEX withdrawal_item_copy ON withdrawal_item (library, register, number)
-- next
CREATE TABLE withdrawal_turned_away (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL,
  line BIGINT NOT NULL CHECK (line > 0),
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (library, proposal, line)
)
-- next
CREATE TABLE withdrawal_minutes (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL,
  decision_number TEXT NOT NULL,
  decision_date TEXT NOT NULL,
  chair TEXT NOT NULL,
  members TEXT NOT NULL,
  minutes_number TEXT NOT NULL,
  minutes_date TEXT NOT NULL,
  destination TEXT NOT NULL,
  conclusions TEXT NOT NULL,
  examined_by TEXT NOT NULL,
  examined_at TEXT NOT NULL,
  PRIMARY KEY (library, proposal)
)
-- next
CREATE TABLE withdrawal_finding (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL,
  line BIGINT NOT NULL,
  accepted SMALLINT NOT NULL CHECK (accepted IN (0, 1)),
  finding TEXT NOT NULL,
  PRIMARY KEY (library, proposal, line)
)
-- next
CREATE TABLE withdrawal_end (
  library TEXT NOT NULL,
  proposal BIGINT NOT NULL,
  approved SMALLINT NOT NULL CHECK (approved IN (0, 1)),
  decision_number TEXT NOT NULL,
  decision_date TEXT NOT NULL,
  council TEXT NOT NULL,
  reason TEXT NOT NULL,
  exit_year BIGINT NOT NULL,
  exit_number BIGINT NOT NULL,
  ended_on TEXT NOT NULL,
  ended_by TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  PRIMARY KEY (library, proposal)
)
