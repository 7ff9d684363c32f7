#!/usr/bin/env bash
# Makes libshapes.so and libwords.so, and what clang says of shapes.h, words.h and layouts.h: their trees, macros and layouts. The tests
# read these, so that they need no clang. Addresses inside of clang, which are others each time, are left out.
#
# Usage: TOOLCHAIN=... ./build.sh      TOOLCHAIN is what example-bundles/native/toolchain.sh made
set -euo pipefail
cd "$(dirname "$0")"

clang() { clang-22 --target=wasm32-wasip1 --sysroot="$TOOLCHAIN/sysroot" "$@"; }

object=$(mktemp --suffix=.o)
trap 'rm -f "$object"' EXIT
# The header of the guide says nothing of visibility.
for library in shapes words; do
    clang -O2 -fPIC -fvisibility=default -c -o "$object" $library.c
    clang -Wl,--experimental-pic -shared -Wl,--strip-all -o lib$library.so "$object"
done

paths="s|$TOOLCHAIN|/toolchain|; s|$(clang -print-resource-dir)|/clang|"
# The flags of org.dylink.bindgen.HeaderBindings.
flags=(-x c -w -mllvm -wasm-enable-sjlj)
for header in shapes words; do
    clang "${flags[@]}" -E -dD $header.h | sed "$paths" >$header.macros.txt
done
for header in shapes words layouts; do
    clang "${flags[@]}" -fsyntax-only -Xclang -ast-dump=json $header.h \
        | sed "$paths; s/\"0x[0-9a-f]*\"/\"0x0\"/; s/^ *//" | tr -d '\n' >$header.json
done
clang "${flags[@]}" -fsyntax-only -Xclang -fdump-record-layouts-complete layouts.h >layouts.txt
