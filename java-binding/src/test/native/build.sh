#!/usr/bin/env bash
# Builds libtour.so. It is committed, so that the Java build needs no C compiler.
#
# Usage: TOOLCHAIN=FOLDER build.sh      FOLDER is what example-bundles/native/toolchain.sh made
set -euo pipefail

cd "$(dirname "$0")"
readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}/sysroot
readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# -fno-builtin: so that the functions of libc are called, as a library of some size does.
"${CC[@]}" -std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default -fno-builtin -c -o "$work/libtour.o" libtour.c
"${CC[@]}" -Wl,--experimental-pic -Wl,--strip-debug -shared -o libtour.so "$work/libtour.o"
chmod 644 libtour.so
