-- Accompanying acts and their lines. A draft may change until it is signed or cancelled; what was signed
-- stands in the registers, which are append-only, and is never changed here either.
-- tenant: acquisition_act
-- tenant: acquisition_line
CREATE TABLE acquisition_act (
  library TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'cancelled')),
  source TEXT NOT NULL,
  partner TEXT NOT NULL,
  act_kind TEXT NOT NULL,
  act_number TEXT NOT NULL,
  act_date TEXT NOT NULL,
  has_total SMALLINT NOT NULL CHECK (has_total IN (0, 1)),
  total_e4 BIGINT NOT NULL,
  difference_note TEXT NOT NULL,
  remarks TEXT NOT NULL,
  corrects TEXT NOT NULL,
  counted SMALLINT NOT NULL CHECK (counted IN (0, 1)),
  minutes_number TEXT NOT NULL,
  minutes_date TEXT NOT NULL,
  committee TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  lot_year BIGINT NOT NULL,
  lot_number BIGINT NOT NULL,
  net_e4 BIGINT NOT NULL,
  vat_e4 BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL,
  hash TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, id)
)
-- next
CREATE INDEX acquisition_act_state ON acquisition_act (library, state, id)
-- next
CREATE TABLE acquisition_line (
  library TEXT NOT NULL,
  act TEXT NOT NULL,
  line BIGINT NOT NULL,
  charge TEXT NOT NULL CHECK (charge IN ('none', 'by_value', 'by_copy', 'kept_out')),
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  volume TEXT NOT NULL,
  edition TEXT NOT NULL,
  publication TEXT NOT NULL,
  place TEXT NOT NULL,
  publisher TEXT NOT NULL,
  year TEXT NOT NULL,
  isbn TEXT NOT NULL,
  isbd TEXT NOT NULL,
  language TEXT NOT NULL,
  udc TEXT NOT NULL,
  content TEXT NOT NULL,
  daily SMALLINT NOT NULL CHECK (daily IN (0, 1)),
  register TEXT NOT NULL,
  category TEXT NOT NULL,
  custody TEXT NOT NULL,
  title_ref TEXT NOT NULL,
  heritage SMALLINT NOT NULL CHECK (heritage IN (0, 1)),
  barcodes TEXT NOT NULL,
  price_kind TEXT NOT NULL CHECK (price_kind IN ('unit_net', 'line_net', 'unit_value')),
  amount_e4 BIGINT NOT NULL,
  discount_e4 BIGINT NOT NULL,
  vat_e4 BIGINT NOT NULL,
  zero_reason TEXT NOT NULL,
  copies BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  count_note TEXT NOT NULL,
  first_number BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL,
  PRIMARY KEY (library, act, line)
)
-- next
CREATE INDEX acquisition_line_isbn ON acquisition_line (library, isbn)
-- next
CREATE INDEX acquisition_line_title ON acquisition_line (library, title)
