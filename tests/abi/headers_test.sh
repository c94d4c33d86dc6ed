#!/bin/sh
# Compiles each public header alone, by both compilers, all warnings as errors: the C doors as C99,
# C11 and C++20, the C++ layers as C++20. Usage: headers_test.sh SOURCE_FOLDER
set -eu
api=$1/host-api
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# compile NAME COMPILER FLAGS...: one source that includes the header twice, as a user's might.
compile() {
  header=$1
  ending=$2
  shift 2
  printf '#include "%s"\n#include "%s"\n' "$header" "$header" >"$work/alone.$ending"
  if ! "$@" -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fsyntax-only \
    -I"$api/include" "$work/alone.$ending"; then
    echo "failed: $* $header"
    failed=1
  fi
}

for header in $(cd "$api/include" && find metodica -name '*.h' | sort); do
  for compiler in gcc clang; do
    compile "$header" c "$compiler" -std=c99
    compile "$header" c "$compiler" -std=c11 -Wstrict-prototypes
  done
  for compiler in g++ clang++; do
    compile "$header" cpp "$compiler" -std=c++20 -Wold-style-cast
  done
done
for header in $(cd "$api/cpp" && find metodica -name '*.hpp' | sort); do
  for compiler in g++ clang++; do
    compile "$header" cpp "$compiler" -std=c++20 -Wold-style-cast -Wnon-virtual-dtor \
      -Woverloaded-virtual -I"$api/cpp"
  done
done
exit $failed
