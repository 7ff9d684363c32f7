#!/usr/bin/env bash
# Builds the programs that read a terminal. The binaries are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
# Plain WASI commands: they need no library, so that a test has nothing else to load.
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
cd "$(dirname "$0")"

for name in lines keys; do
    clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c11 -Oz -Wall -Wextra -Werror -Wl,--strip-all \
        -o "$name.wasm" "$name.c"
done
