#!/bin/sh
# The kit on the adapter, over a branch with the documented tables. Usage: kit_test.sh BUILD SOURCE
set -eu
here=$2/tests/adapters/biblioteq
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ sed 's/SERIAL/BIGINT/' "$here/branch.sql"; cat "$here/sqlite.sql"; } >"$work/branch.sql"
python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2], encoding="utf-8").read())' \
  "$work/branch.db" "$work/branch.sql"
settings="{\"database\":\"$work/branch.db\",\"journal\":\"$work/journal.db\",\"library\":\"57706\",\"name\":\"Kit\"}"
"$1/bin/metodica" check adapter "$1/lib/metodica/libmetodica-biblioteq.so" --settings "$settings" --lang en \
  --limit 60 >"$work/report" || { cat "$work/report"; exit 1; }
tail -n 1 "$work/report"
