-- What only SQLite branches have: one counter for all rows, which a trigger keeps at one row.
CREATE TABLE sequence (value INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO sequence VALUES (1000);
CREATE TRIGGER sequence_trigger AFTER INSERT ON sequence BEGIN
  DELETE FROM sequence WHERE value < new.value; END;
