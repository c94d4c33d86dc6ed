-- The national database, once: tables partitioned by county, whose partitions are tables of the
-- county hubs (county.sql adds each).
--
--   psql -v ON_ERROR_STOP=1 -f nation.sql NATIONAL_DATABASE
CREATE EXTENSION IF NOT EXISTS postgres_fdw;
CREATE SCHEMA nation;

-- Without it every row would come here to be added up.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET enable_partitionwise_aggregate = on', current_database());
END $$;

CREATE TABLE nation.movement (
  county TEXT NOT NULL,
  library TEXT NOT NULL,
  part SMALLINT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  titles BIGINT NOT NULL,
  units BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL
) PARTITION BY LIST (county);

CREATE TABLE nation.movement_column (
  county TEXT NOT NULL,
  library TEXT NOT NULL,
  part SMALLINT NOT NULL,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  grouping_name TEXT NOT NULL,
  column_code TEXT NOT NULL,
  units BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL
) PARTITION BY LIST (county);

CREATE TABLE nation.opening_column (
  county TEXT NOT NULL,
  library TEXT NOT NULL,
  grouping_name TEXT NOT NULL,
  column_code TEXT NOT NULL,
  units BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL
) PARTITION BY LIST (county);

-- RMF parts I and II of each year. Grouped by the partition key, so each hub adds up its own.
CREATE VIEW nation.movement_by_county AS
  SELECT county, part, year, count(DISTINCT library) AS libraries, count(*) AS acts,
         sum(titles) AS titles, sum(units) AS units, sum(value_e4) AS value_e4
  FROM nation.movement GROUP BY county, part, year;

-- A sum of the counties' sums: a sum over all rows at once would not be done by the hubs.
CREATE VIEW nation.movement_by_year AS
  SELECT part, year, sum(libraries) AS libraries, sum(acts) AS acts, sum(titles) AS titles,
         sum(units) AS units, sum(value_e4) AS value_e4
  FROM nation.movement_by_county GROUP BY part, year;

-- What there is now, by category, language or content.
CREATE VIEW nation.existing_by_county AS
  SELECT county, grouping_name, column_code, sum(units) AS units, sum(value_e4) AS value_e4
  FROM (SELECT county, grouping_name, column_code, sum(units) AS units, sum(value_e4) AS value_e4
        FROM nation.opening_column GROUP BY county, grouping_name, column_code
        UNION ALL
        SELECT county, grouping_name, column_code,
               sum(CASE part WHEN 1 THEN units ELSE -units END),
               sum(CASE part WHEN 1 THEN value_e4 ELSE -value_e4 END)
        FROM nation.movement_column GROUP BY county, grouping_name, column_code) AS parts
  GROUP BY county, grouping_name, column_code;

-- The sums as last taken from each county: a hub that does not answer blinds nobody.
CREATE TABLE nation.county (
  county TEXT PRIMARY KEY,
  taken_at TIMESTAMPTZ,
  problem TEXT NOT NULL DEFAULT ''
);
CREATE TABLE nation.taken_movement (
  county TEXT NOT NULL REFERENCES nation.county,
  part SMALLINT NOT NULL,
  year BIGINT NOT NULL,
  libraries BIGINT NOT NULL,
  acts BIGINT NOT NULL,
  titles BIGINT NOT NULL,
  units BIGINT NOT NULL,
  value_e4 BIGINT NOT NULL,
  PRIMARY KEY (county, part, year)
);

CREATE PROCEDURE nation.take(from_county TEXT) LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM nation.taken_movement WHERE county = from_county;
  INSERT INTO nation.taken_movement
    SELECT * FROM nation.movement_by_county WHERE county = from_county;
  UPDATE nation.county SET taken_at = now(), problem = '' WHERE county = from_county;
EXCEPTION WHEN OTHERS THEN
  -- The block is undone: what was taken before stays.
  UPDATE nation.county SET problem = SQLERRM WHERE county = from_county;
END $$;

-- Nightly: CALL nation.take_all();
CREATE PROCEDURE nation.take_all() LANGUAGE plpgsql AS $$
DECLARE
  one TEXT;
BEGIN
  FOR one IN SELECT county FROM nation.county ORDER BY county LOOP
    CALL nation.take(one);
  END LOOP;
END $$;
