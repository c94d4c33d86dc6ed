-- A branch of BiblioteQ with the documented columns of the tables that the adapter touches, in SQL
-- that SQLite and PostgreSQL both read; what differs is put in for SERIAL and by sqlite.sql.
CREATE TABLE book (
  accession_number TEXT, author TEXT NOT NULL, binding_type VARCHAR(32) NOT NULL, callnumber VARCHAR(64),
  category TEXT NOT NULL, condition TEXT, date_of_reform TEXT, description TEXT NOT NULL,
  deweynumber VARCHAR(64), edition VARCHAR(8) NOT NULL, id VARCHAR(32) UNIQUE, isbn13 VARCHAR(32) UNIQUE,
  keyword TEXT, language VARCHAR(64) NOT NULL DEFAULT 'UNKNOWN', location TEXT NOT NULL,
  marc_tags TEXT, monetary_units TEXT NOT NULL DEFAULT 'UNKNOWN', myoid SERIAL, origin TEXT,
  originality TEXT, pdate VARCHAR(32) NOT NULL, place TEXT NOT NULL, price NUMERIC(10, 2) NOT NULL DEFAULT 0.00,
  publisher TEXT NOT NULL, purchase_date TEXT, quantity INTEGER NOT NULL DEFAULT 1, series_title TEXT,
  title TEXT NOT NULL, type VARCHAR(16) NOT NULL DEFAULT 'Book', volume_number TEXT);
CREATE TABLE book_copy_info (
  condition TEXT, copy_number INTEGER NOT NULL DEFAULT 1, copyid VARCHAR(64) NOT NULL, item_oid BIGINT NOT NULL,
  myoid SERIAL, notes TEXT, originality TEXT, status TEXT, PRIMARY KEY (copyid, item_oid));
CREATE TABLE cd_copy_info (copy_number INTEGER, copyid VARCHAR(64), item_oid BIGINT, myoid SERIAL, notes TEXT, status TEXT);
CREATE TABLE dvd_copy_info (copy_number INTEGER, copyid VARCHAR(64), item_oid BIGINT, myoid SERIAL, notes TEXT, status TEXT);
CREATE TABLE journal_copy_info (copy_number INTEGER, copyid VARCHAR(64), item_oid BIGINT, myoid SERIAL, notes TEXT, status TEXT);
CREATE TABLE magazine_copy_info (copy_number INTEGER, copyid VARCHAR(64), item_oid BIGINT, myoid SERIAL, notes TEXT, status TEXT);
CREATE TABLE videogame_copy_info (copy_number INTEGER, copyid VARCHAR(64), item_oid BIGINT, myoid SERIAL, notes TEXT, status TEXT);
CREATE TABLE item_borrower (
  copy_number INTEGER NOT NULL DEFAULT 1, copyid VARCHAR(64) NOT NULL, duedate VARCHAR(32) NOT NULL,
  item_oid BIGINT NOT NULL, memberid VARCHAR(16) NOT NULL, myoid SERIAL, reserved_by TEXT NOT NULL,
  reserved_date VARCHAR(32) NOT NULL, type VARCHAR(16) NOT NULL);
CREATE TABLE languages (language TEXT NOT NULL PRIMARY KEY);
INSERT INTO book (author, binding_type, callnumber, category, description, edition, id, isbn13, location, myoid,
  pdate, place, price, publisher, quantity, title) VALUES
  ('Liviu Rebreanu', 'Paperback', '821.135.1 R31', 'Roman', 'Roman realist', '1', '9734602192', '9789734602193',
   'Adulți', 12, '01/15/2006', 'București', 24.50, 'Litera', 3, 'Ion'),
  ('Lucian Blaga', 'Hardcover', NULL, 'Poezie', 'Poeme', '1', NULL, NULL, 'Sala de lectură', 25, '05/02/1919',
   'Sibiu', 0.00, 'Biroul de imprimate', 1, 'Poemele luminii');
INSERT INTO book_copy_info (condition, copy_number, copyid, item_oid, myoid, notes, originality, status) VALUES
  ('UNKNOWN', 1, 'RO1000001', 12, 101, '[RI carti/7] cadou', 'UNKNOWN', 'Available'),
  ('UNKNOWN', 2, 'RO1000002', 12, 102, '', 'UNKNOWN', 'Disponible'),
  ('UNKNOWN', 3, 'RO1000003', 12, 103, '[RI carti/70]', 'UNKNOWN', 'Lost'),
  ('UNKNOWN', 1, '25-1', 25, 104, NULL, 'UNKNOWN', NULL);
INSERT INTO item_borrower (copy_number, copyid, duedate, item_oid, memberid, myoid, reserved_by, reserved_date, type)
  VALUES (2, 'RO1000002', '05/23/2026', 12, 'm1', 201, 'ana', '05/02/2026', 'CD');
