#!/usr/bin/env bash
# Builds the C program that calls a library of Java functions. The binary is committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
# libjava.so is the module that stands for the Java functions (Library.forToolchain); JavaAndCTest compares it.
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default)
readonly LINK=(-Wl,--experimental-pic -Wl,--strip-debug -Wl,--export-if-defined=__main_argc_argv -Wl,-pie -Wl,--import-memory
    -Wl,--export-memory)
"${CC[@]}" -D_GNU_SOURCE -c -o "$work/javamain.o" javamain.c
"${CC[@]}" "${LINK[@]}" -o "$work/javamain.wasm" "$work/javamain.o" libjava.so ../../../main/resources/lib/libdl.so
install -m 644 "$work/javamain.wasm" .
