#!/usr/bin/env bash
# national_test.sh PROGRAM ADAPTER NATIONAL: three county hubs with the plugin's own tables and data, and a
# national database over them, four PostgreSQL servers on loopback. Asks whether the sums are right, whether
# the hubs do the adding, whether the nation sees more than it may, and what a dead hub does.
set -euo pipefail
program=$1 adapter=$2 national=$3
counties=(CJ BH MM)
folder=$(mktemp -d)
as_server=()
failed=0

finish() {
  local county
  for county in nation "${counties[@]}"; do
    stop_server "$county"
  done
  rm -rf "$folder"
}
trap finish EXIT

skip() {
  echo "skipped: $1"
  [ -z "${CI:-}" ] || exit 1
  exit 77
}

stop_server() { "${as_server[@]}" "$programs/pg_ctl" -D "$folder/$1/data" -m immediate stop >/dev/null 2>&1 || true; }

start_server() { # NAME PORT
  "${as_server[@]}" "$programs/pg_ctl" -D "$folder/$1/data" -w -l "$folder/$1/log" -o "-c port=$2 \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder/$1' -c fsync=off -c max_connections=20" \
    start >/dev/null
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$folder/$1" -p "${port[$1]}" -U "$2" -d "$3" "${@:4}"; }
nation() { ask nation owner nation -c "$1"; }

expect() { # WHAT WANTED GOT
  [ "$2" = "$3" ] && return
  printf '%s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3" >&2
  failed=1
}

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -n "$programs" ] || skip "no PostgreSQL server"
chmod 755 "$folder"
# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then
  as_server=(setpriv --reuid nobody --regid nogroup --clear-groups)
  mkdir "$folder/made" && chown nobody "$folder" "$folder/made"
fi
"${as_server[@]}" "$programs/initdb" -D "$folder/made/data" -U owner --auth-local=trust \
  --auth-host=scram-sha-256 --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
declare -A port
for name in nation "${counties[@]}"; do
  "${as_server[@]}" cp -a "$folder/made" "$folder/$name"
  port[$name]=$(free_port)
  start_server "$name" "${port[$name]}"
done

# One act of REFERENCE copies for each of two libraries; the counties differ by a factor.
fill_hub() { # COUNTY FACTOR
  local hub=$folder/$1-plugin library
  mkdir -p "$hub/handover"
  (umask 077 && echo "host=$folder/$1 port=${port[$1]} dbname=hub user=metodica" >"$hub/secret")
  printf '%s\n' '[node]' 'library = 57706' 'engine = postgresql' "connection_file = $hub/secret" '[libraries]' \
    'A = 57706' 'B = 57707' '[adapter]' "library = $adapter" '[adapter.settings]' "catalogue = $hub/catalogue.db" \
    "handover = $hub/handover" 'library = 57706' >"$hub/metodica.ini"
  for library in 57706 57707; do
    local as="\"as\":{\"user\":\"t\",\"library\":\"$library\",\"roles\":[\"librarian\",\"keeper\",\"manager\"]}"
    echo "{\"do\":\"registers.open\",\"key\":\"o-$library\",$as,\"args\":{\"opened_on\":\"2025-01-01\",\"registers\":[{\"code\":\"carti\",\"name\":\"Cărți\",\"category\":\"book\"}]}}"
    echo "{\"do\":\"acquisition.receive\",\"key\":\"r-$library\",$as,\"args\":{\"source\":\"donation\",\"partner\":\"Donator\",\"act\":{\"kind\":\"minutes\",\"number\":\"1\",\"date\":\"2026-01-02\"},\"lines\":[{\"title\":\"Carte\",\"language\":\"ro\",\"udc\":\"94(498)\",\"register\":\"carti\",\"copies\":$2,\"unit_value\":\"10.00\"}]}}"
  done | "$program" call --config "$hub/metodica.ini" >"$hub/replies" || { cat "$hub/replies" >&2; exit 1; }
}

factor=1
ask nation owner postgres -c 'CREATE DATABASE nation'
ask nation owner nation -f "$national/nation.sql"
for county in "${counties[@]}"; do
  ask "$county" owner postgres -c 'CREATE ROLE metodica LOGIN' -c 'CREATE DATABASE hub OWNER metodica' \
    -c "CREATE ROLE metodica_nation LOGIN PASSWORD 'secret of $county'"
  fill_hub "$county" "$factor"
  ask "$county" owner hub -c 'GRANT CREATE ON DATABASE hub TO metodica'
  ask "$county" metodica hub -v county="$county" -v schema=public -f "$national/hub.sql" 2>/dev/null
  ask "$county" metodica hub -v county="$county" -v schema=public -f "$national/hub.sql" 2>/dev/null # harmless twice
  ask nation owner nation -v county="$county" -v host=127.0.0.1 -v port="${port[$county]}" -v dbname=hub \
    -v sslmode=disable -v password="secret of $county" -f "$national/county.sql"
  factor=$((factor * 10))
done

# Two libraries of 1, 10 and 100 copies at 10 lei (100,000 units of 1/10,000).
expect 'sums of each county' 'BH|2|20|2000000;CJ|2|2|200000;MM|2|200|20000000;' \
  "$(nation "SELECT county, libraries, units, value_e4 FROM nation.movement_by_county WHERE part = 1 ORDER BY 1" | tr '\n' ';')"
expect 'sum of the nation' '6|222' \
  "$(nation "SELECT libraries, units FROM nation.movement_by_year WHERE part = 1 AND year = 2026")"
expect 'what exists, by category' '222' \
  "$(nation "SELECT sum(units) FROM nation.existing_by_county WHERE grouping_name = 'category'")"

plan=$(nation "EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM nation.movement_by_year")
echo "$plan"
expect 'hubs that add up themselves' 3 "$(grep -c 'Remote SQL: SELECT county, part, year, count(DISTINCT library), count(\*), sum(titles)' <<<"$plan")"
expect 'rows of acts that travel' 0 "$(grep -c 'Remote SQL: SELECT county, library' <<<"$plan" || true)"
one=$(nation "EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM nation.movement_by_county WHERE county = 'CJ'")
expect 'hubs asked for one county' 1 "$(grep -c 'Remote SQL' <<<"$one")"
plan=$(nation "EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM nation.existing_by_county")
expect 'sums of columns added by hubs' 6 "$(grep -c 'Remote SQL: SELECT county, grouping_name, column_code, sum(' <<<"$plan")"

expect 'the nation reads sums at the hub' 2 \
  "$(ask CJ metodica_nation hub -c 'SELECT sum(units) FROM metodica_national.movement')"
for secret in 'SELECT title FROM inventory_entry' 'SELECT partner FROM movement_lot' 'SELECT remarks FROM register_opening'; do
  if ask CJ metodica_nation hub -c "$secret" >/dev/null 2>&1; then
    expect "the nation must not read: $secret" refused read
  fi
done

nation 'CALL nation.take_all()'
stop_server BH
nation 'CALL nation.take_all()'
expect 'sums of a dead hub stay' 222 "$(nation 'SELECT sum(units) FROM nation.taken_movement WHERE part = 1')"
expect 'the dead hub is named' 'BH' "$(nation "SELECT county FROM nation.county WHERE problem <> ''")"
start_server BH "${port[BH]}"
nation 'CALL nation.take_all()'
expect 'it comes back' '' "$(nation "SELECT county FROM nation.county WHERE problem <> ''")"

# With METODICA_LONG: a county of 81 libraries, ten years, 20 acts a year in and 20 out, 12 columns each.
if [ -n "${METODICA_LONG:-}" ]; then
  for county in "${counties[@]}"; do
    ask "$county" metodica hub -c "SET metodica.every_library = 'yes'" -c "
      INSERT INTO movement_lot SELECT 'L' || l, p, y, n, ((y - 2016) * 20 + n), y || '-03-01', 'donation', '', 'minutes', '1',
        y || '-03-01', '', 5, 10, 1000000, '', '', 't', y || '-03-01T10:00:00Z', '', ''
      FROM generate_series(1, 81) l, generate_series(1, 2) p, generate_series(2016, 2025) y, generate_series(1, 20) n" -c "
      INSERT INTO movement_count SELECT library, part, year, number, 'content', 'c' || c, 1, 83333
      FROM movement_lot, generate_series(1, 12) c WHERE library LIKE 'L%'" -c 'ANALYZE movement_lot, movement_count'
  done
  for view in movement_by_year existing_by_county; do
    echo "$view over three counties:"
    ask nation owner nation -c '\timing on' -c "SELECT count(*) FROM nation.$view" -c "SELECT count(*) FROM nation.$view" | grep Time
  done
  ask CJ owner hub -c "SELECT 'acts of a county: ' || count(*) FROM movement_lot" -c \
    "SELECT 'rows of columns: ' || count(*) FROM movement_count" -c "SELECT 'size: ' || pg_size_pretty(pg_database_size('hub'))"
fi
exit $failed
