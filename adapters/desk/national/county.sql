-- In the national database, once for each county, by a superuser.
--
--   psql -v ON_ERROR_STOP=1 -v county=CJ -v host=hub.example.ro -v port=5432 -v dbname=metodica \
--        -v sslmode=verify-full -v password="$(cat FILE)" -f county.sql NATIONAL_DATABASE
\set server hub_ :county
\set movement movement_ :county
\set movement_column movement_column_ :county
\set opening_column opening_column_ :county

BEGIN;
CREATE SERVER :"server" FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'host', port :'port', dbname :'dbname', sslmode :'sslmode', connect_timeout '10',
           fetch_size '10000', async_capable 'true');
CREATE USER MAPPING FOR PUBLIC SERVER :"server"
  OPTIONS (user 'metodica_nation', password :'password');
CREATE FOREIGN TABLE nation.:"movement" PARTITION OF nation.movement
  FOR VALUES IN (:'county') SERVER :"server"
  OPTIONS (schema_name 'metodica_national', table_name 'movement');
CREATE FOREIGN TABLE nation.:"movement_column" PARTITION OF nation.movement_column
  FOR VALUES IN (:'county') SERVER :"server"
  OPTIONS (schema_name 'metodica_national', table_name 'movement_column');
CREATE FOREIGN TABLE nation.:"opening_column" PARTITION OF nation.opening_column
  FOR VALUES IN (:'county') SERVER :"server"
  OPTIONS (schema_name 'metodica_national', table_name 'opening_column');
INSERT INTO nation.county (county) VALUES (:'county');
COMMIT;
