#!/usr/bin/env bash
# Builds the runtime's libdl.so, and what a first replacement is rehearsed with; all is committed: the Java build needs no
# C compiler.
# Usage: TOOLCHAIN=FOLDER build.sh      (FOLDER as example-bundles/native/toolchain.sh makes it)
set -euo pipefail
: "${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}"
cd "$(dirname "$0")"
object=$(mktemp)
trap 'rm -f "$object"' EXIT
# It must load before libc.so, or without one: so it includes no header and NEEDs no library.
compile=(clang-22 -O2 -fPIC -fvisibility=default -nostdlib -ffreestanding
  -I "$(clang-22 -print-resource-dir)/include" -c libdl.c -o "$object")
link=(wasm-ld-22 --experimental-pic -shared --strip-debug)
# The folders have the entries' names in the bundle: /lib, /lib/wasm64 and /lib/threads.
"${compile[@]}" --target=wasm64-unknown-unknown
mkdir -p ../resources/lib/wasm64
"${link[@]}" -m wasm64 -o ../resources/lib/wasm64/libdl.so "$object"
"${compile[@]}" --target=wasm32-unknown-unknown
"${link[@]}" -m wasm32 -o ../resources/lib/libdl.so "$object"
# The same for programs with threads, with all of a memory that 32 bits can address; each thread has texts of its own.
"${compile[@]}" --target=wasm32-unknown-unknown -pthread -matomics -mbulk-memory
mkdir -p ../resources/lib/threads
"${link[@]}" -m wasm32 --shared-memory --max-memory=4294967296 --export-if-defined=__wasm_init_tls --export-if-defined=__tls_base \
  --export-if-defined=__tls_size --export-if-defined=__tls_align -o ../resources/lib/threads/libdl.so "$object"
# Not called .so: they are no libraries of the bundle.
link+=(--unresolved-symbols=import-dynamic)
versions=(one two longer)
for i in 0 1 2; do
  "${compile[@]/libdl.c/rehearsal.c}" --target=wasm32-unknown-unknown "-DVERSION=\"${versions[i]}\""
  "${link[@]}" -m wasm32 -o "../resources/org/dylink/linker/link/rehearsal/$i.module" "$object"
done
