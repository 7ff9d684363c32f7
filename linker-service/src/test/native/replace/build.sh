#!/usr/bin/env bash
# Builds the libraries of the tests of replacement, which are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
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

# Changes that somebody could make; MatrixTest says what becomes of each.
matrix() { # matrix NAME [FLAG...]
    counter "matrix/$1" -DVERSION=2 -DNO_PRIVATE "${@:2}"
}

counter base -DNO_PRIVATE
matrix removed-function -DNO_COUNT
matrix parameter-added -DNO_COUNT '-DEXTRA_CODE=int count(int by) { return counter += by; }'
matrix result-widened -DNO_COUNT '-DEXTRA_CODE=long long count(void) { return ++counter; }'
matrix result-gone -DNO_COUNT '-DEXTRA_CODE=void count(void) { ++counter; }'
matrix function-hidden -DNO_COUNT '-DEXTRA_CODE=__attribute__((visibility("hidden"))) int count(void) { return ++counter; }'
matrix function-static -DNO_COUNT '-DEXTRA_CODE=static int count(void) { return ++counter; } int other(void) { return count(); }'
matrix function-became-data -DNO_COUNT '-DEXTRA_CODE=int count = 5;'
matrix function-added '-DEXTRA_CODE=int extra(void) { return 7; }'
matrix unused-function-added-and-called '-DEXTRA_CODE=int extra(int n) { return n + VERSION; } int extra_again(void) { return extra(1); }'
matrix data-removed '-DCOUNTER=static int counter = 100'
matrix data-hidden '-DCOUNTER=__attribute__((visibility("hidden"))) int counter = 100'
matrix data-grown '-DCOUNTER=struct { int value; int more[3]; } counter = {100, {0}}' -DVALUE=counter.value
matrix data-shrunk '-DCOUNTER=short counter = 100'
matrix data-became-function '-DCOUNTER=static int own = 100; int counter(void) { return own; }' -DVALUE=own
matrix data-became-constant '-DCOUNTER=static int own = 100; const int counter = 100' -DVALUE=own
matrix data-other-first-value '-DCOUNTER=int counter = 500'
matrix data-added '-DEXTRA_DATA=int table[4] = {1, 2, 3, 4}'
matrix data-in-front '-DCOUNTER=int front = 1; int counter = 100'
matrix zeroed-data-added '-DEXTRA_DATA=int table[1000]'
matrix private-data-added '-DEXTRA_DATA=static int hidden = 3' '-DEXTRA_CODE=int get_hidden(void) { return hidden++; }'
matrix alignment-grown '-DCOUNTER=_Alignas(4096) int counter = 100'
matrix text-changed '-DGREETING="hello 3"'
matrix text-longer '-DGREETING="a good morning"'
matrix import-added '-DEXTRA_CODE=int nobody_has_this(void); int ask(void) { return nobody_has_this(); }'
matrix data-import-added '-DEXTRA_CODE=extern int nobody_has_that; int ask(void) { return nobody_has_that; }'
matrix import-of-another-type '-DEXTRA_CODE=int app_count(int); int ask(void) { return app_count(1); }'
matrix slots-added '-DEXTRA_CODE=static int a(int n) { return n - 1; } operation *get_a(void) { return a; }' '-DEXTRA_DATA=typedef int operation(int)'
"${CC[@]}" -c -o "$work/other.o" -xc - <<<'int other(void) { return 1; }'
"${LD[@]}" -shared -o "$work/libother.so" "$work/other.o"
"${CC[@]}" -DVERSION=2 -DNO_PRIVATE -c -o "$work/libcounter.o" libcounter.c
mkdir -p matrix/needed-added
"${LD[@]}" -shared --unresolved-symbols=import-dynamic -o matrix/needed-added/libcounter.so "$work/libcounter.o" "$work/libother.so"
mkdir -p matrix/threads
"${CC[@]}" -DVERSION=2 -DNO_PRIVATE -matomics -mbulk-memory -c -o "$work/libcounter.o" libcounter.c
"${LD[@]}" -shared --shared-memory --max-memory=1048576 --unresolved-symbols=import-dynamic -o matrix/threads/libcounter.so "$work/libcounter.o"

"${CC[@]}" -c -o "$work/app.o" app.c
"${LD[@]}" -pie --import-memory --export-memory --no-entry --export-dynamic --unresolved-symbols=import-dynamic \
    -o app.wasm "$work/app.o" v1/libcounter.so

# The guide, docs/guide-replace.md, as it says; the second library has the version in its name, as files have it.
readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
cd guide
WASI=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default)
for version in "counter 1.0.0" "counter2 1.1.0"; do
    read -r source number <<<"$version"
    "${WASI[@]}" -c -o "$work/$source.o" "$source.c"
    "${WASI[@]}" -Wl,--experimental-pic -Wl,--strip-debug -shared -o "libcounter.so.$number" "$work/$source.o"
done
"${WASI[@]}" -c -o "$work/ticker.o" ticker.c
cp libcounter.so.1.0.0 "$work/libcounter.so"
"${WASI[@]}" -Wl,--experimental-pic -Wl,--strip-debug -Wl,-pie -Wl,--import-memory -Wl,--export-memory \
    -Wl,--export-if-defined=__main_argc_argv -o ticker.wasm "$work/ticker.o" "-L$work" -lcounter
