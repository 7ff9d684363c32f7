#!/usr/bin/env bash
# Builds the benchmarks' modules, which are committed; a run gives the same bytes.
# Usage: build.sh      needs clang-22 and wasm-ld-22, no sysroot
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for name in bench libcallee libplugin; do
  clang-22 --target=wasm32-unknown-unknown -std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default \
    -nostdlib -ffreestanding -c -o "$work/$name.o" "$name.c"
done
link=(wasm-ld-22 -m wasm32 --experimental-pic --strip-debug)
"${link[@]}" -shared -o "$work/libcallee.so" "$work/libcallee.o"
"${link[@]}" -shared -o "$work/libplugin.so" "$work/libplugin.o"
"${link[@]}" -pie --import-memory --no-entry --export-dynamic -o "$work/bench.wasm" "$work/bench.o" "$work/libcallee.so"
mkdir -p ../resources/org/dylink/benchmarks
install -m 644 "$work"/*.wasm "$work"/*.so ../resources/org/dylink/benchmarks
