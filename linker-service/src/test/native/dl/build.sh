#!/usr/bin/env bash
# Builds the libraries of the dlopen tests, which are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
readonly LIBC=$SYSROOT/lib/wasm32-wasip1
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Without libc, except for what needs a real malloc and real exit functions (at the end).
readonly BARE=(clang-22 -std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default
    -nostdlib -ffreestanding -fno-builtin -isystem "$(clang-22 -print-resource-dir)/include")
CC=("${BARE[@]}" --target=wasm32-unknown-unknown)
LD=(wasm-ld-22 -m wasm32 --experimental-pic --strip-debug)

library() { # library NAME [NEEDED...]: what it calls and nobody here defines is bound by the linker under test
    "${CC[@]}" -c -o "$work/$1.o" "$1.c"
    shared "$@"
}

tail_calling() { # tail_calling NAME [NEEDED...]
    "${CC[@]}" -mtail-call -c -o "$work/$1.o" "$1.c"
    shared "$@"
}

shared() { # shared NAME [NEEDED...]
    "${LD[@]}" -shared --unresolved-symbols=import-dynamic -o "$work/$1.so" "$work/$1.o" "${@:2}"
}

MINI=$work/libmini.so LEAF=$work/libleaf.so DL=../../../main/resources/lib/libdl.so
library libmini
library libleaf "$MINI"
library libbranch "$LEAF" "$MINI"
library libtwig "$LEAF" "$MINI"
library libcaller "$DL"
library libglobal "$MINI"
library libdata
library libnext "$LEAF" "$DL"
library libopener "$MINI" "$DL"
library libopenclose "$MINI" "$DL"
library libreopen "$LEAF" "$MINI" "$DL"
library libtrapctor "$LEAF" "$MINI" "$DL"
library libexitctor "$MINI"
library libtrapdtor "$MINI"
library libself "$MINI" "$DL"
library libselfopen "$MINI" "$DL"
library libselfclose "$MINI" "$DL"
library liboverclose "$MINI" "$DL"
library libping "$MINI" "$DL"
library libpong "$MINI" "$DL"
tail_calling libwho "$LEAF" "$MINI" "$DL"

program() {
    "${CC[@]}" -c -o "$work/dlmain.o" dlmain.c
    "${LD[@]}" -pie --import-memory --export-memory --no-entry --export-dynamic --unresolved-symbols=import-dynamic \
        -o "$work/dlmain.wasm" "$work/dlmain.o" "$MINI" "$DL"
    # The same program with a memory and a table of its own.
    "${LD[@]}" -Bdynamic --no-entry --export-dynamic --unresolved-symbols=import-dynamic --export-table --growable-table \
        --export=__stack_pointer -z stack-size=65536 -o "$work/dlmain-nonpie.wasm" "$work/dlmain.o" "$MINI" "$DL"
}
program

# With wasi-libc.
readonly WASI=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c11 -O2 -Wall -Wextra -Werror -fPIC
    -fvisibility=default)
readonly WASI_LINK=(-Wl,--experimental-pic -Wl,--strip-debug)

wasi_library() { # wasi_library NAME
    "${WASI[@]}" -c -o "$work/$1.o" "$1.c"
    "${WASI[@]}" "${WASI_LINK[@]}" -shared -o "$work/$1.so" "$work/$1.o"
}

wasi_main() { # wasi_main NAME
    "${WASI[@]}" -c -o "$work/$1.o" "$1.c"
    "${WASI[@]}" "${WASI_LINK[@]}" -Wl,-pie -Wl,--import-memory -Wl,--export-memory \
        -Wl,--export-if-defined=__main_argc_argv -o "$work/$1.wasm" "$work/$1.o" "$LIBC/libdl.so"
}

wasi_library libblock
wasi_library libfarewell
wasi_library libparting
wasi_main heap
wasi_main farewell
wasi_main parting

install -m 644 "$work"/*.wasm "$work"/*.so .

# Some of them with addresses of 64 bits, for which there is no libc.
rm "$work"/*
CC=("${BARE[@]}" --target=wasm64-unknown-unknown -mtail-call)
LD=(wasm-ld-22 -m wasm64 --experimental-pic --strip-debug)
DL=../../../main/resources/lib/wasm64/libdl.so
library libmini
library libleaf "$MINI"
library libbranch "$LEAF" "$MINI"
library libcaller "$DL"
library libnext "$LEAF" "$DL"
library libtrapctor "$LEAF" "$MINI" "$DL"
library libwho "$LEAF" "$MINI" "$DL"
program
mkdir -p wide
install -m 644 "$work"/*.wasm "$work"/*.so wide
