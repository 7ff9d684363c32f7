#!/usr/bin/env bash
# Makes libshapes.so and libwords.so, and what clang says of shapes.h, words.h, layouts.h, constants.h and statics.h: their trees, macros, the macros'
# values and layouts; and what gcc says of constants.h. The tests read these, so that they need no clang. Addresses inside of clang, which
# are others each time, are left out. NAME.probe.c is what the generator asks clang to compile; MacroProbeTest holds it against NAME.h.
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
for header in shapes words constants statics; do
    clang "${flags[@]}" -E -dD $header.h | sed "$paths; s/ *\$//" >$header.macros.txt
done
for header in shapes words layouts constants statics; do
    clang "${flags[@]}" -fsyntax-only -Xclang -ast-dump=json $header.h \
        | sed "$paths; s/\"0x[0-9a-f]*\"/\"0x0\"/; s/^ *//" | tr -d '\n' >$header.json
done
clang "${flags[@]}" -fsyntax-only -Xclang -fdump-record-layouts-complete layouts.h >layouts.txt

# The lines that are no constants, as the generator drops them: until none is left.
for header in shapes words constants statics; do
    cp $header.probe.c probe.c
    : >$header.refused.txt
    until clang "${flags[@]}" -include $header.h -ferror-limit=0 -O0 -g0 -S -emit-llvm -o - probe.c >$header.ll 2>messages; do
        grep -o '^dylink-macros:[0-9]*:' messages | sort -u | tee -a $header.refused.txt | cut -d: -f2 >lines
        [ -s lines ] || { cat messages; exit 1; }
        # The first macro stands behind the line that names the source.
        first=$(grep -n '^# 1 "dylink-macros"' probe.c | cut -d: -f1)
        while read -r line; do sed -i "$((first + line))s/.*//" probe.c; done <lines
    done
    grep '^@' $header.ll >$header.values.ll
    rm $header.ll probe.c messages
    rm -f lines
done

sed -nE 's/^#define ((N|C|T|P)_[A-Z0-9_]+) .*/WHOLE(\1)/p; s/^#define (R_[A-Z0-9_]+) .*/REAL(\1)/p; s/^#define (S_[A-Z0-9_]+) \(\(.*/CAST(\1)/p; t; s/^#define (S_[A-Z0-9_]+) .*/TEXT(\1)/p' constants.h >values.inc
gcc -w -o values values.c
./values >values.txt
rm values values.inc
