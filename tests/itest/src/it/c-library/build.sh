#!/bin/sh
# Builds libcounter.so, and wc.wasm to try it with. The binaries are committed: Maven needs no C compiler.
# docs/guide-c-library.md explains the flags.
#
# Usage: SYSROOT=FOLDER ./build.sh      SYSROOT: a wasip1 sysroot, such as example-bundles/native/toolchain.sh makes
set -eu
cd "$(dirname "$0")"
: "${SYSROOT:?set SYSROOT to the wasip1 sysroot}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

clang() {
    clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" "$@"
}

clang -O2 -fPIC -fvisibility=default -c -o "$work/counter.o" src/main/c/counter.c
clang -Wl,--experimental-pic -Wl,--strip-debug -shared -o "$work/libcounter.so" "$work/counter.o"

clang -O2 -fPIC -fvisibility=default -c -o "$work/main.o" src/main/c/main.c
clang -Wl,--experimental-pic -Wl,--strip-debug \
    -Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv \
    -o "$work/wc.wasm" "$work/main.o" "-L$work" -lcounter

install -D -m 644 "$work/libcounter.so" src/main/resources/lib/libcounter.so
install -m 644 "$work/wc.wasm" wc.wasm
