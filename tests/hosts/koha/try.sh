#!/usr/bin/env bash
# try.sh FILE: one test of the plugin for Koha; the environment names what was built (lib/Try.pm).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

skip() {
  echo "skipped: $1"
  [ -z "${CI:-}" ] || exit 1
  exit 77
}
for module in FFI::Platypus Template Plack CGI::Emulate::PSGI DBD::SQLite Mojolicious SQL::Abstract MARC::File::XML; do
  perl -M"$module" -e1 2>/dev/null || skip "no $module"
done

# Perl is not built with the sanitizers, so it loads their runtime first.
preload=$(ldd "$KOHA_TRY_LIBRARY" | awk '/libclang_rt.asan/ {print $3}')
if [ -n "$preload" ]; then
  export LD_PRELOAD="$preload"
  export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
fi
cd "$here"
exec perl -I lib "t/$1"
