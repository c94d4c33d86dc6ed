-- What the county tells its libraries. Not a tenant table: libraries that live in the county's own
-- database read it where it stands, nodes get it by number. A row with an addressee is for that
-- library alone; county_news.cpp is the only reader. body "null" takes a key back.
CREATE TABLE county_notice (
  county TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  addressee TEXT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (county, number)
)
-- next
INSERT INTO county_notice (county, number, addressee, subject, key, body, at_utc)
  SELECT library, number, '', subject, key, body, at_utc FROM hub_news
-- next
CREATE INDEX county_notice_key ON county_notice (subject, key, number)
-- next
CREATE INDEX county_news_key ON county_news (library, subject, key, number)
-- next
DROP TABLE hub_news
