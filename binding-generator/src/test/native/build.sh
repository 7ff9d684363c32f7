#!/usr/bin/env bash
# Makes libshapes.so, and what clang says of shapes.h and layouts.h: their trees, macros and layouts. The tests
# read these, so that they need no clang. Addresses inside of clang, which are others each time, are left out.
#
# Usage: TOOLCHAIN=... ./build.sh      TOOLCHAIN is what example-bundles/native/toolchain.sh made
set -euo pipefail
cd "$(dirname "$0")"

clang() { clang-22 --target=wasm32-wasip1 --sysroot="$TOOLCHAIN/sysroot" "$@"; }

object=$(mktemp --suffix=.o)
trap 'rm -f "$object"' EXIT
clang -O2 -fPIC -c -o "$object" shapes.c
clang -Wl,--experimental-pic -shared -Wl,--strip-all -o libshapes.so "$object"

paths="s|$TOOLCHAIN|/toolchain|; s|$(clang -print-resource-dir)|/clang|"
# The flags of org.dylink.bindgen.Bindings.
flags=(-x c -w -mllvm -wasm-enable-sjlj)
clang "${flags[@]}" -E -dD shapes.h | sed "$paths" >shapes.macros.txt
for header in shapes layouts; do
    clang "${flags[@]}" -fsyntax-only -Xclang -ast-dump=json $header.h \
        | sed "$paths; s/\"0x[0-9a-f]*\"/\"0x0\"/; s/^ *//" | tr -d '\n' >$header.json
done
clang "${flags[@]}" -fsyntax-only -Xclang -fdump-record-layouts-complete layouts.h >layouts.txt
