#!/usr/bin/env bash
# walk.sh CALLER ENGINE LIBRARY ADAPTER WALK C_PROGRAM: one caller's walk on a fresh database.
set -euo pipefail
caller=$1 engine=$2 library=$3 adapter=$4 walk=$5 c_program=$6
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
chmod 755 "$folder"
as_server=()

finish() {
  if [ -d "$folder/pg" ]; then
    "${as_server[@]}" "$programs/pg_ctl" -D "$folder/pg" -m immediate stop >/dev/null 2>&1 || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

skip() {
  echo "skipped: $1"
  [ -z "${CI:-}" ] || exit 1
  exit 77
}

{
  echo "[node]"
  echo "library = 57706"
  if [ "$engine" = postgresql ]; then
    programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
    [ -n "$programs" ] || skip "no PostgreSQL server"
    # The server refuses to run as root.
    [ "$(id -u)" != 0 ] || as_server=(setpriv --reuid nobody --regid nogroup --clear-groups)
    [ "$(id -u)" != 0 ] || { mkdir "$folder/pg" && chown nobody "$folder/pg" && chmod 777 "$folder"; }
    "${as_server[@]}" "$programs/initdb" -D "$folder/pg" -U walk -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    "${as_server[@]}" "$programs/pg_ctl" -D "$folder/pg" -w -l "$folder/pg/log" \
      -o "-c listen_addresses='' -c unix_socket_directories='$folder/pg' -c fsync=off -c restart_after_crash=off" \
      start >/dev/null
    "${as_server[@]}" "$programs/psql" -q -h "$folder/pg" -U walk -d postgres \
      -c "CREATE ROLE metodica LOGIN" -c "CREATE DATABASE walk OWNER metodica" >/dev/null
    (umask 077 && echo "host=$folder/pg dbname=walk user=metodica" >"$folder/secret")
    echo "engine = postgresql"
    echo "connection_file = $folder/secret"
  else
    echo "path = $folder/node.db"
  fi
  echo "[adapter]"
  echo "library = $adapter"
  echo "[adapter.settings]"
  echo "catalogue = $folder/catalogue.db"
  echo "handover = $folder/handover"
  echo "library = 57706"
} >"$folder/metodica.ini"
mkdir -p "$folder/handover"

perl_ready() { perl -MFFI::Platypus -e1 2>/dev/null || skip "no FFI::Platypus"; }

# A caller that is not built with the sanitizers loads their runtime first.
preload=$(ldd "$library" | awk '/libclang_rt.asan/ {print $3}')
if [ -n "$preload" ]; then
  export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
fi

case $caller in
  c) "$c_program" "$folder/metodica.ini" "$walk" ;;
  python) LD_PRELOAD=$preload python3 "$here/python/walk.py" "$library" "$folder/metodica.ini" "$walk" ;;
  perl) perl_ready && LD_PRELOAD=$preload perl "$here/perl/walk.pl" "$library" "$folder/metodica.ini" "$walk" ;;
  prefork)
    perl_ready
    grep -m1 '"key":"open-1"' "$walk" >"$folder/open.walk"
    LD_PRELOAD=$preload perl "$here/perl/walk.pl" "$library" "$folder/metodica.ini" "$folder/open.walk"
    LD_PRELOAD=$preload perl "$here/perl/prefork.pl" "$library" "$folder/metodica.ini"
    ;;
esac
