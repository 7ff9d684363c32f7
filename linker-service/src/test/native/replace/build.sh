#!/usr/bin/env bash
# Builds the libraries of the tests of replacement, which are committed; a run gives the same bytes.
#
# Usage: ./build.sh
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly CC=(clang-22 --target=wasm32-unknown-unknown -std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default
    -nostdlib -ffreestanding -fno-builtin -isystem "$(clang-22 -print-resource-dir)/include")
readonly LD=(wasm-ld-22 -m wasm32 --experimental-pic --strip-debug)

counter() { # counter FOLDER [FLAG...]: a version of libcounter.so
    mkdir -p "$1"
    "${CC[@]}" "${@:2}" -c -o "$work/libcounter.o" libcounter.c
    "${LD[@]}" -shared --unresolved-symbols=import-dynamic -o "$1/libcounter.so" "$work/libcounter.o"
}

counter v1
counter v2 -DVERSION=2 -DSTEP=10
counter v2-o0 -DVERSION=2 -DSTEP=10 -O0
counter greeting -DVERSION=2 '-DGREETING="hello 2"'
counter longer -DVERSION=2 '-DGREETING="good morning 2"'
counter slots -DVERSION=2 '-DEXTRA_CODE=static int other(int n) { return n - 1; } operation *get_other(void) { return other; }' \
    '-DEXTRA_DATA=typedef int operation(int)'

# What its data moves for.
readonly TABLE='-DEXTRA_DATA=int table[4] = {1, 2, 3, 4}'
counter hooks -DHOOKS
counter table "$TABLE"
counter table-hooks -DVERSION=2 -DHOOKS "$TABLE"
counter bigger -DVERSION=2 '-DCOUNTER=struct { int value; int more[3]; } counter = {100, {0}}' '-DVALUE=counter.value'
counter told-v1 -DTELLS
counter told-v2 -DTELLS -DVERSION=2 '-DGREETING="a greeting that is longer 2"'
counter refusing -DVERSION=2 -DHOOKS -DANSWER=-7 "$TABLE"
counter trapping -DVERSION=2 -DHOOKS '-DANSWER=(__builtin_trap(), 0)' "$TABLE"
counter pointed -DVERSION=2 -DHOOKS -DANSWER=1 "$TABLE"

"${CC[@]}" -c -o "$work/app.o" app.c
"${LD[@]}" -pie --import-memory --export-memory --no-entry --export-dynamic --unresolved-symbols=import-dynamic \
    -o app.wasm "$work/app.o" v1/libcounter.so
