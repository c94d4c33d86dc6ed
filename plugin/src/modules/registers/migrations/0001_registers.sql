-- The movement register (RMF) and the inventory registers (RI) of each library.
-- Rows are added, never changed: see the README of this folder.
-- tenant: register_opening
-- tenant: register_balance
-- tenant: breakdown_column
-- tenant: inventory_register
-- tenant: withdrawn_before
-- tenant: movement_lot
-- tenant: movement_count
-- tenant: movement_range
-- tenant: inventory_entry
-- tenant: inventory_fact
-- tenant: inventory_exit
-- tenant: year_close
-- tenant: opening_draft
-- append-only: register_opening
-- append-only: register_balance
-- append-only: breakdown_column
-- append-only: inventory_register
-- append-only: withdrawn_before
-- append-only: movement_lot
-- append-only: movement_count
-- append-only: movement_range
-- append-only: inventory_entry
-- append-only: inventory_fact
-- append-only: inventory_exit
-- append-only: year_close
CREATE TABLE register_opening (
  library TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  units BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL,
  restart_yearly SMALLINT NOT NULL CHECK (restart_yearly IN (0, 1)),
  minority_language TEXT NOT NULL,
  last_entry_number BIGINT NOT NULL,
  last_exit_number BIGINT NOT NULL,
  remarks TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
CREATE TABLE register_balance (
  library TEXT NOT NULL,
  grouping_name TEXT NOT NULL CHECK (grouping_name IN ('category', 'language', 'content')),
  column_code TEXT NOT NULL,
  units BIGINT NOT NULL CHECK (units >= 0),
  value_e4 BIGINT NOT NULL CHECK (value_e4 >= 0),
  PRIMARY KEY (library, grouping_name, column_code)
)
-- next
CREATE TABLE breakdown_column (
  library TEXT NOT NULL,
  grouping_name TEXT NOT NULL CHECK (grouping_name IN ('category', 'language', 'content')),
  position BIGINT NOT NULL,
  code TEXT NOT NULL,
  title_ro TEXT NOT NULL,
  title_en TEXT NOT NULL,
  title_hu TEXT NOT NULL,
  udc_prefixes TEXT NOT NULL,
  source TEXT NOT NULL,
  verified SMALLINT NOT NULL CHECK (verified IN (0, 1)),
  PRIMARY KEY (library, grouping_name, code)
)
-- next
CREATE TABLE inventory_register (
  library TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  last_before BIGINT NOT NULL CHECK (last_before >= 0),
  position BIGINT NOT NULL,
  PRIMARY KEY (library, code)
)
-- next
CREATE TABLE withdrawn_before (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  first_number BIGINT NOT NULL,
  last_number BIGINT NOT NULL,
  PRIMARY KEY (library, register, first_number)
)
-- next
CREATE TABLE movement_lot (
  library TEXT NOT NULL,
  part SMALLINT NOT NULL CHECK (part IN (1, 2)),
  year BIGINT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  sequence BIGINT NOT NULL CHECK (sequence > 0),
  registered_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  partner TEXT NOT NULL,
  act_kind TEXT NOT NULL,
  act_number TEXT NOT NULL,
  act_date TEXT NOT NULL,
  approval TEXT NOT NULL,
  titles BIGINT NOT NULL,
  units BIGINT NOT NULL CHECK (units > 0),
  value_e4 BIGINT NOT NULL CHECK (value_e4 >= 0),
  remarks TEXT NOT NULL,
  corrects TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (library, part, year, number),
  UNIQUE (library, part, sequence)
)
-- next
CREATE INDEX movement_lot_act ON movement_lot (library, act_number, act_date)
-- next
CREATE TABLE movement_count (
  library TEXT NOT NULL,
  part SMALLINT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  grouping_name TEXT NOT NULL CHECK (grouping_name IN ('category', 'language', 'content')),
  column_code TEXT NOT NULL,
  units BIGINT NOT NULL CHECK (units > 0),
  value_e4 BIGINT NOT NULL CHECK (value_e4 >= 0),
  PRIMARY KEY (library, part, year, number, grouping_name, column_code)
)
-- next
CREATE TABLE movement_range (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  register TEXT NOT NULL,
  first_number BIGINT NOT NULL,
  last_number BIGINT NOT NULL,
  PRIMARY KEY (library, year, number, register)
)
-- next
CREATE TABLE inventory_entry (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  lot_year BIGINT NOT NULL,
  lot_number BIGINT NOT NULL,
  registered_on TEXT NOT NULL,
  acquired_on TEXT NOT NULL,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  publication TEXT NOT NULL,
  isbd TEXT NOT NULL,
  value_e4 BIGINT NOT NULL CHECK (value_e4 >= 0),
  category TEXT NOT NULL,
  language TEXT NOT NULL,
  language_column TEXT NOT NULL,
  content_column TEXT NOT NULL,
  heritage SMALLINT NOT NULL CHECK (heritage IN (0, 1)),
  custody TEXT NOT NULL,
  barcode TEXT NOT NULL,
  title_ref TEXT NOT NULL,
  entry_act TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (library, register, number)
)
-- next
CREATE INDEX inventory_entry_lot ON inventory_entry (library, lot_year, lot_number)
-- next
CREATE INDEX inventory_entry_barcode ON inventory_entry (library, barcode)
-- next
CREATE INDEX inventory_entry_title ON inventory_entry (library, title_ref)
-- next
CREATE TABLE inventory_fact (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  PRIMARY KEY (library, register, number, sequence)
)
-- next
CREATE INDEX inventory_fact_kind ON inventory_fact (library, kind, value)
-- next
CREATE TABLE inventory_exit (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  exit_year BIGINT NOT NULL,
  exit_number BIGINT NOT NULL,
  line BIGINT NOT NULL,
  registered_on TEXT NOT NULL,
  PRIMARY KEY (library, register, number)
)
-- next
CREATE INDEX inventory_exit_act ON inventory_exit (library, exit_year, exit_number, line)
-- next
CREATE TABLE year_close (
  library TEXT NOT NULL,
  year BIGINT NOT NULL,
  closed_on TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  recapitulation TEXT NOT NULL,
  chains TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (library, year)
)
-- next
CREATE TABLE opening_draft (
  library TEXT NOT NULL,
  register TEXT NOT NULL,
  number BIGINT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (library, register, number)
)
