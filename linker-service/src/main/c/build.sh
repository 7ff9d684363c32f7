#!/usr/bin/env bash
# Builds the runtime's libdl.so, which is committed: the Java build needs no C compiler.
# Usage: TOOLCHAIN=FOLDER build.sh      (FOLDER as example-bundles/native/toolchain.sh makes it)
set -euo pipefail
: "${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}"
cd "$(dirname "$0")"
object=$(mktemp)
trap 'rm -f "$object"' EXIT
# It must load before libc.so, or without one: so it includes no header and NEEDs no library.
clang-22 --target=wasm32-unknown-unknown -O2 -fPIC -fvisibility=default -nostdlib -ffreestanding \
  -I "$(clang-22 -print-resource-dir)/include" -c libdl.c -o "$object"
# The folder has the entry's name in the bundle: /lib.
wasm-ld-22 -m wasm32 --experimental-pic -shared --strip-debug -o ../resources/lib/libdl.so "$object"
