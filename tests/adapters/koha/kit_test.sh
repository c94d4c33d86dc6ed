#!/bin/sh
# The conformance kit on the Koha adapter, over REST against the double.
# Usage: kit_test.sh BUILD_FOLDER
set -eu
work=$(mktemp -d)
trap 'exec 3>&-; rm -rf "$work"' EXIT
mkfifo "$work/in" "$work/out"
"$1/tests/koha_double_server" 50 "$work/client" <"$work/in" >"$work/out" &
exec 3>"$work/in"
read -r url <"$work/out"

settings="{\"way\":\"rest\",\"url\":\"$url\",\"client_file\":\"$work/client\",\"libraries\":\"CENTRU=57706; F3=57706/F3\"}"
"$1/bin/metodica" check adapter "$1/lib/metodica/libmetodica-koha.so" --settings "$settings" \
  --library 57706 --lang en --limit 120 >"$work/report" || { cat "$work/report"; exit 1; }
cat "$work/report"
