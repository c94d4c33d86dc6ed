#!/usr/bin/env bash
# packages_test.sh BUILD: makes the Debian packages of a build, looks at them with lintian, and runs
# the program from what they hold, in a folder of its own: nothing is installed on this machine.
set -euo pipefail
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# What a build folder holds is packed as it is; ninja has nothing left to do for a test.
(cd "$build" && cpack -G DEB -B "$folder/packages" >"$folder/cpack.log" 2>&1) || {
  cat "$folder/cpack.log"
  fail "cpack"
}
names=(metodica metodica-koha libmetodica-dev)
qt=()
for major in 5 6; do
  [ ! -e "$build/lib/metodica/qt$major" ] || qt+=("$major")
done
[ ${#qt[@]} = 0 ] || names+=(metodica-biblioteq "${qt[@]/#/metodica-qt}")
for name in "${names[@]}"; do
  compgen -G "$folder/packages/${name}_*.deb" >/dev/null || fail "no package $name"
done

as_user=()
[ "$(id -u)" != 0 ] || as_user=(--allow-root)
lintian "${as_user[@]}" --fail-on error --tag-display-limit 0 "$folder"/packages/*.deb || fail "lintian finds errors"

for package in "$folder"/packages/*.deb; do
  dpkg-deb -x "$package" "$folder/root"
done
if strings -a "$folder"/root/usr/bin/metodica | grep -q "$folder"; then
  fail "the program knows the folder that it was packed in"
fi

libraries=$(dirname "$(find "$folder/root" -name 'libmetodica.so.1')")
export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
program="$folder/root/usr/bin/metodica"
"$program" setup "$folder/home" >"$folder/setup.log" || {
  cat "$folder/setup.log"
  fail "setup"
}
grep -q "^library = $libraries/metodica/libmetodica-standalone.so" "$folder/home/metodica.ini" ||
  fail "setup names another adapter: $(grep '^library' "$folder/home/metodica.ini")"
"$program" call --config "$folder/home/metodica.ini" '{"v":1,"do":"app.about"}' | grep -q '"kind":"data"' ||
  fail "the installed program does not answer"
"$program" doctor --config "$folder/home/metodica.ini" || fail "doctor"

# Each Qt finds its plugin where the distribution keeps them, and the plugin finds our library by the
# name that the package without headers has.
for major in "${qt[@]}"; do
  plugin="$libraries/qt$major/plugins/generic/libmetodica-qt$major.so"
  [ -e "$plugin" ] || fail "no plugin at $plugin"
  [ -e "$(dirname "$plugin")/../../../libmetodica.so.1" ] || fail "no library beside $plugin"
  [ -e "$libraries/metodica/parts/biblioteq-qt$major.so" ] || fail "no part that knows QtSql $major"
  dpkg-deb -f "$folder"/packages/metodica-qt"$major"_*.deb Depends | grep -q "libqt${major}widgets" ||
    fail "metodica-qt$major does not depend on Qt"
done
if [ ${#qt[@]} -gt 0 ]; then
  door="$libraries/metodica/libmetodica-sqlite-door.so"
  [ -e "$door" ] || fail "no extension of SQLite"
  if ldd "$door" | grep -q libQt; then fail "the extension of SQLite brings a Qt of its own"; fi
  [ -e "$libraries/metodica/libmetodica-biblioteq.so" ] || fail "no adapter for BiblioteQ"
  entry="$folder/root/usr/share/applications/metodica-biblioteq.desktop"
  grep -q '^Exec=.* -plugin metodica$' "$entry" || fail "the desktop entry does not start our menu"
fi
