-- Share-outs of a centralised purchase or a donation: titles, recipients with their budgets, the
-- allocation; and the wishes, which belong to the library that has them.
-- tenant: share_campaign
-- tenant: share_title
-- tenant: share_recipient
-- tenant: share_line
-- tenant: share_wish
-- replicated: share_wish
CREATE TABLE share_campaign (
  library TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('purchase', 'donation')),
  title TEXT NOT NULL,
  giver TEXT NOT NULL,
  wishes_until TEXT NOT NULL,
  about TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'sent', 'cancelled')),
  sent_on TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE share_title (
  library TEXT NOT NULL,
  campaign BIGINT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  publication TEXT NOT NULL,
  isbn TEXT NOT NULL,
  udc TEXT NOT NULL,
  copies BIGINT NOT NULL CHECK (copies > 0),
  price_e4 BIGINT NOT NULL CHECK (price_e4 >= 0),
  PRIMARY KEY (library, campaign, number),
  FOREIGN KEY (library, campaign) REFERENCES share_campaign (library, number)
)
-- next
CREATE TABLE share_recipient (
  library TEXT NOT NULL,
  campaign BIGINT NOT NULL,
  unit BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  budget_e4 BIGINT NOT NULL CHECK (budget_e4 >= 0),
  PRIMARY KEY (library, campaign, unit),
  FOREIGN KEY (library, campaign) REFERENCES share_campaign (library, number)
)
-- next
CREATE TABLE share_line (
  library TEXT NOT NULL,
  campaign BIGINT NOT NULL,
  title BIGINT NOT NULL,
  unit BIGINT NOT NULL,
  copies BIGINT NOT NULL CHECK (copies > 0),
  PRIMARY KEY (library, campaign, title, unit),
  FOREIGN KEY (library, campaign, title) REFERENCES share_title (library, campaign, number),
  FOREIGN KEY (library, campaign, unit) REFERENCES share_recipient (library, campaign, unit)
)
-- next
-- Of a place without an installation the county keeps the wishes under its own library.
CREATE TABLE share_wish (
  library TEXT NOT NULL,
  campaign BIGINT NOT NULL,
  unit BIGINT NOT NULL,
  title BIGINT NOT NULL,
  copies BIGINT NOT NULL CHECK (copies > 0),
  PRIMARY KEY (library, campaign, unit, title)
)
