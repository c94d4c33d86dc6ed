#!/bin/sh
# Installs the doors into a new prefix and builds a stranger's project against it, by CMake and by
# pkg-config. Usage: outside_test.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --component api --prefix "$work/prefix" >"$work/log"
cmake -S "$source/tests/abi/outside" -B "$work/outside" -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DTEMPLATE_SOURCE="$source/adapters/template/src/template_adapter.cpp" >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/outside" >"$work/log" || { cat "$work/log"; exit 1; }
test "$("$work/outside/version")" = "1.0 metodica.host.holdings/1"
nm -D --defined-only "$work/outside/liboutside.so" | grep -q ' metodica_adapter_v1$'

PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name metodica.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
cc -std=c99 $(pkg-config --cflags metodica) "$source/tests/abi/outside/version.c" -o "$work/by_pkg_config"
test "$("$work/by_pkg_config")" = "1.0 metodica.host.holdings/1"
test -f "$(pkg-config --variable=schemadir metodica)/request.json"
