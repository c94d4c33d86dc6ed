#!/bin/sh
# The kit on what we ship: the standalone adapter with the sample's records, and `metodica call` on
# a fresh node. Usage: kit_test.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
metodica=$1/bin/metodica
adapter=$1/lib/metodica/libmetodica-standalone.so
sample=$2/adapters/desk/sample
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/handover"

cat >"$work/node.ini" <<INI
[node]
engine = sqlite
path = $work/node.db
[adapter]
library = $adapter
[adapter.settings]
catalogue = $work/catalogue.db
handover = $work/handover
library = 57706
name = Kit
[libraries]
KIT = 57706
INI
settings="{\"catalogue\":\"$work/catalogue.db\",\"handover\":\"$work/handover\",\"library\":\"57706\",\"name\":\"Kit\"}"

"$metodica" import marc "$sample/sample-unimarc.mrc" --config "$work/node.ini" >/dev/null
"$metodica" import copies "$sample/copies.csv" --config "$work/node.ini" >/dev/null
# The host first: its reception gives the catalogue copies with barcodes.
"$metodica" check host "$metodica call --config $work/node.ini" --writes --lang en --limit 60 \
  >"$work/report" || { cat "$work/report"; exit 1; }
tail -n 1 "$work/report"

"$metodica" check adapter "$adapter" --settings "$settings" --lang en --limit 60 >"$work/report" ||
  { cat "$work/report"; exit 1; }
# With records and copies in the catalogue nothing has to be skipped.
if grep '^skipped' "$work/report"; then exit 1; fi
tail -n 1 "$work/report"
