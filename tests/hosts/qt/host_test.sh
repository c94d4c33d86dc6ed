#!/usr/bin/env bash
# The binding in an unmodified Qt program: host_test.sh NAME QT PROGRAM BUILD METODICA
#
# Every door in turn; what the driver saw is compared with what must be seen. The picture of our window
# stays in BUILD/tests/screens-qtN/host-NAME.png.
set -euo pipefail

name=$1 qt=$2 program=$3 build=$4 metodica=$5
if [[ ! -x $program ]]; then
  echo "$program is not installed"
  [[ -z ${CI:-} ]] || exit 1
  exit 77
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
library="$home/library"
mkdir -m 0700 "$library"
"$metodica" setup "$library" >"$home/setup.log" 2>&1 || { cat "$home/setup.log"; exit 1; }
"$metodica" sample --config "$library/metodica.ini" >"$home/sample.log" 2>&1 || { cat "$home/sample.log"; exit 1; }

export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_RUNTIME_DIR=$home QT_QPA_PLATFORM=offscreen
export METODICA_CONFIG=$library/metodica.ini LANG=C.UTF-8
export METODICA_SQLITE_DOOR=$build/lib/metodica/libmetodica-sqlite-door.so
export METODICA_SEEN=$home/seen METODICA_SHOT=$build/tests/screens-qt$qt/host-$name.png
mkdir -p "$(dirname "$METODICA_SHOT")"
driver=$build/tests/qt$qt-driver
ours=$build/lib/metodica/qt$qt
failures=0

# A program that is not built with the sanitizers loads their runtime first; what it leaks is its own.
preload=$(ldd "$build/lib/libmetodica.so" | awk '/libclang_rt.asan/ {print $3}')
[[ -z $preload ]] || export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# run DRIVE PLUGIN_PATH [ARGUMENT...]: the program with the driver in it.
run() {
  local drive=$1 path=$2 status=0
  shift 2
  : >"$METODICA_SEEN"
  LD_PRELOAD=$preload METODICA_DRIVE=$drive QT_PLUGIN_PATH=$path QT_QPA_GENERIC_PLUGINS=metodica-driver \
    timeout 40 "$program" "$@" >"$home/out" 2>&1 || status=$?
  if ((status)); then
    echo "FAILED $name $drive: exit status $status"; tail -20 "$home/out"; failures=$((failures + 1))
  fi
  sed "s/^/$name $drive: /" "$METODICA_SEEN"
}

wanted() {
  grep -qxF "$1" "$METODICA_SEEN" || { echo "FAILED $name: not seen: $1"; failures=$((failures + 1)); }
}

# Door A, the plugin of Qt; then both doors at once.
run use "$ours:$driver" -plugin "metodica:hosts=$(basename "$program")"
for line in "menu before the last" "menu filled, also after a change of language" "saved by the form" \
  "dialog closed" "1 menu after all doors"; do
  wanted "$line"
done
"$metodica" call --config "$METODICA_CONFIG" '{"do":"institution.settings","draw":"data"}' | grep -q "Strada Noua 7" ||
  { echo "FAILED $name: the settings were not kept"; failures=$((failures + 1)); }

# Door B, the extension of SQLite, alone.
METODICA_QT="hosts=$(basename "$program")" run sqlite "$driver"
wanted "saved by the form"

# Closed while we work, a program that is no host, and a plugin of the wrong Qt: the program lives.
run close "$ours:$driver" -plugin "metodica:hosts=$(basename "$program")"
wanted "closed in the middle"
run absent "$ours:$driver" -plugin metodica
wanted "no menu"
run absent "$build/lib/metodica/qt$((11 - qt)):$driver" -plugin "metodica:hosts=$(basename "$program")"
wanted "no menu"

# A missing configuration is said when somebody asks, not before.
METODICA_CONFIG=/nowhere/metodica.ini run use "$ours:$driver" -plugin "metodica:hosts=$(basename "$program")"
wanted "menu not filled"

exit $((failures > 0))
