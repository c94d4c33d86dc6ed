-- The check of the registers adds up the lines of every lot: with the value in the index it reads
-- nothing else.
DROP INDEX inventory_entry_lot
-- next
CREATE INDEX inventory_entry_lot ON inventory_entry (library, lot_year, lot_number, value_e4)
