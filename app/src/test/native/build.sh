#!/usr/bin/env bash
# Builds the programs that read a terminal, and one that does not end. The binaries are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
# Plain WASI commands: they need no library, so that a test has nothing else to load. quick-pie.wasm alone needs libc.so.
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
cd "$(dirname "$0")"

readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c11 -Wall -Wextra -Werror)

for name in lines keys quick; do
    "${CC[@]}" -Oz -Wl,--strip-all -o "$name.wasm" "$name.c"
done

# The same linked as the main of a program with libraries: the flags are those of example-bundles/native/build.sh.
"${CC[@]}" -O2 -fPIC -fvisibility=default -Wl,--experimental-pic -Wl,--strip-debug -Wl,-pie -Wl,--import-memory \
    -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv -o quick-pie.wasm quick.c
chmod 644 ./*.wasm
