-- At a county hub, once, by the owner of its tables: what the nation may read, and nothing more.
--
--   psql -v ON_ERROR_STOP=1 -v county=CJ -v schema=public -f hub.sql HUB_DATABASE
--
-- The role metodica_nation must exist (CREATE ROLE metodica_nation LOGIN PASSWORD ...). It sees sums
-- of acts: no title, no partner, no remark, no name. Repeating this file is harmless.
SET search_path = :"schema";

CREATE SCHEMA IF NOT EXISTS metodica_national;
GRANT USAGE ON SCHEMA metodica_national, :"schema" TO metodica_nation;

-- Rows of every library, past the tenancy policy that holds for the plugin.
DROP POLICY IF EXISTS metodica_nation ON movement_lot;
CREATE POLICY metodica_nation ON movement_lot FOR SELECT TO metodica_nation USING (true);
DROP POLICY IF EXISTS metodica_nation ON movement_count;
CREATE POLICY metodica_nation ON movement_count FOR SELECT TO metodica_nation USING (true);
DROP POLICY IF EXISTS metodica_nation ON register_balance;
CREATE POLICY metodica_nation ON register_balance FOR SELECT TO metodica_nation USING (true);

GRANT SELECT (library, part, year, number, kind, titles, units, value_e4)
  ON movement_lot TO metodica_nation;
GRANT SELECT (library, part, year, number, grouping_name, column_code, units, value_e4)
  ON movement_count TO metodica_nation;
GRANT SELECT (library, grouping_name, column_code, units, value_e4)
  ON register_balance TO metodica_nation;

-- The views run with the rights of the reader, so that the grants above are all there is.
CREATE OR REPLACE VIEW metodica_national.movement WITH (security_invoker = true) AS
  SELECT :'county'::text AS county, library, part, year, number, kind, titles, units, value_e4
  FROM movement_lot;
CREATE OR REPLACE VIEW metodica_national.movement_column WITH (security_invoker = true) AS
  SELECT :'county'::text AS county, library, part, year, number, grouping_name, column_code, units,
         value_e4
  FROM movement_count;
CREATE OR REPLACE VIEW metodica_national.opening_column WITH (security_invoker = true) AS
  SELECT :'county'::text AS county, library, grouping_name, column_code, units, value_e4
  FROM register_balance;
GRANT SELECT ON metodica_national.movement, metodica_national.movement_column,
  metodica_national.opening_column TO metodica_nation;
