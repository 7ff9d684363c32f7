#!/usr/bin/env bash
# Builds the C programs of compute.sh, vectors.sh, calls.sh, tails.sh, exceptions.sh, large.sh, memory.sh, threads.sh and
# alternatives.sh. But for SQLite's, and what is of one piece, they are committed; a run gives the same bytes.
# Usage: TOOLCHAIN=FOLDER build.sh [sqlite|png|threads|hundred|whole]      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
#   without an argument: all but SQLite, into benchmarks/programs
#   sqlite               libsqlite3.so and sql.wasm, into benchmarks/target/programs: 1.5 MB that git need not have
#   png                  libpng and zlib with vectors and without, into benchmarks/target/programs: 400 KB
#   threads              programs with threads, into benchmarks/programs/threads; needs what native/threads-toolchain.sh made
#   hundred              threads.wasm with a hundred libraries, into benchmarks/target/programs/hundred: 80 KB
#   whole                programs of one piece, for engines that link nothing, and Lua, into benchmarks/target/programs/whole: 2 MB
# ZLIB_SRC, PNG_SRC, LUA_SRC and SQLITE_SRC may name folders with zlib's sources, libpng's, Lua's (src), and with sqlite3.c and
# sqlite3.h; else all are fetched.
# The flags are those of example-bundles/native/build.sh, which gives the reasons.
set -euo pipefail
sysroot=${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}/sysroot
cd "$(dirname "$0")"
benchmarks=$(cd ../../.. && pwd)
examples=$benchmarks/../example-bundles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cc=(clang-22 --target=wasm32-wasip1 "--sysroot=$sysroot")
compile=("${cc[@]}" -std=gnu11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default -c)
shared=("${cc[@]}" -Wl,--experimental-pic -Wl,--strip-debug -shared)
main=("${cc[@]}" -Wl,--experimental-pic -Wl,--strip-debug -Wl,-pie -Wl,--import-memory -Wl,--export-memory
  -Wl,--export-if-defined=__main_argc_argv)

build_library() { # build_library NAME: one that needs no other, libc.so included
  "${compile[@]}" -o "$work/$1.o" "$1.c"
  "${shared[@]}" -nostdlib -Wl,--no-entry -o "$work/$1.so" "$work/$1.o"
}

build_program() { # build_program NAME [LIBRARY...]: a library becomes a NEEDED by its file name
  "${compile[@]}" -o "$work/$1.o" "$1.c" "${includes[@]}"
  "${main[@]}" -o "$work/$1.wasm" "$work/$1.o" "${@:2}"
}

# As calls, with tail calls.
build_tails() {
  local plain=("${compile[@]}")
  compile+=(-mtail-call)
  build_library libtails
  build_program tails "$work/libtails.so"
  compile=("${plain[@]}")
}

# One source in both encodings, and a library that is the same in both. The runtime of C++ is the source's own; the tag has
# no owner, so that the linker makes it.
build_exceptions() {
  local plus=("${compile[@]/gnu11/c++17}" -fwasm-exceptions -fno-rtti) unowned=-Wl,--unresolved-symbols=import-dynamic
  local current=(-mllvm -wasm-use-legacy-eh=false)
  "${plus[@]}" "${current[@]}" -o "$work/libexceptions.o" libexceptions.cc
  "${shared[@]}" "$unowned" -nostdlib -Wl,--no-entry -o "$work/libexceptions.so" "$work/libexceptions.o"
  "${plus[@]}" "${current[@]}" -o "$work/exceptions.o" exceptions.cc
  "${main[@]}" "$unowned" -o "$work/exceptions.wasm" "$work/exceptions.o" "$work/libexceptions.so"
  "${plus[@]}" -DMEASURE_PREFIX='"legacy-"' -o "$work/legacy.o" exceptions.cc
  "${main[@]}" "$unowned" -o "$work/exceptions-legacy.wasm" "$work/legacy.o" "$work/libexceptions.so"
}

# The same source with vectors and without.
build_vectors() {
  "${compile[@]}" -msimd128 -o "$work/vectors.o" vectors.c
  "${main[@]}" -o "$work/vectors.wasm" "$work/vectors.o"
  "${compile[@]}" -DMEASURE_PREFIX='"scalar-"' -o "$work/scalars.o" vectors.c
  "${main[@]}" -o "$work/scalars.wasm" "$work/scalars.o"
}

build_small() {
  includes=()
  for name in sha256 sieve fannkuch nbody matrix interpreter grow; do
    build_program "$name"
  done
  build_vectors
  build_library libcalls
  build_library libloops
  build_program calls "$work/libcalls.so"
  build_tails
  build_exceptions
  if [ -z "${ZLIB_SRC:-}" ]; then
    ZLIB_SRC=$work/zlib
    "$examples/native/zlib-source.sh" "$ZLIB_SRC"
  fi
  includes=(-isystem "$ZLIB_SRC")
  build_program zlib "$examples/zlib/src/main/resources/lib/libz.so"
  mkdir -p "$benchmarks/programs"
  install -m 644 "$work"/*.so "$work"/*.wasm "$benchmarks/programs"
}

# Debian's source, as for zlib.
fetch_png() {
  PNG_SRC=$work/png
  "$examples/native/debian-source.sh" libpng1.6 1.6.39-2+deb12u5 "$work" bookworm --tar-only
  mkdir "$PNG_SRC"
  tar xzf "$work/libpng1.6_1.6.39.orig.tar.gz" -C "$PNG_SRC" --strip-components=1
}

# What clang makes of loops by itself. Without setjmp, and what needs it: nothing goes wrong here.
build_png() {
  ZLIB_SRC=${ZLIB_SRC:-$work/zlib}
  [ -d "$ZLIB_SRC" ] || "$examples/native/zlib-source.sh" "$ZLIB_SRC"
  [ -n "${PNG_SRC:-}" ] || fetch_png
  sed '/PNG_SETJMP_SUPPORTED\|PNG_SIMPLIFIED_/d' "$PNG_SRC/scripts/pnglibconf.h.prebuilt" >"$work/pnglibconf.h"
  local sources=("$PNG_SRC"/png{,error,get,mem,pread,read,rio,rtran,rutil,set,trans,wio,write,wtran,wutil}.c
    "$ZLIB_SRC"/{adler32,crc32,deflate,inffast,inflate,inftrees,trees,zutil}.c)
  local made=("${main[@]}" -std=gnu11 -O3 -w -fPIC -fvisibility=default -I"$work" -I"$PNG_SRC" -I"$ZLIB_SRC" png.c "${sources[@]}")
  mkdir -p "$benchmarks/target/programs"
  "${made[@]}" -msimd128 -o "$benchmarks/target/programs/png-vectors.wasm"
  "${made[@]}" -DMEASURE_PREFIX='"scalar-"' -o "$benchmarks/target/programs/png-scalars.wasm"
}

# The amalgamation, in the public domain, out of an npm package that carries it unchanged.
fetch_sqlite() {
  (cd "$work" && npm pack --silent better-sqlite3@11.8.1 >/dev/null && tar xzf better-sqlite3-11.8.1.tgz)
  SQLITE_SRC=$work/package/deps/sqlite3
}

# Databases in memory alone: no locks, no threads, no extensions to load.
sqlite=(-DSQLITE_THREADSAFE=0 -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_WAL -DSQLITE_MAX_MMAP_SIZE=0
  -DSQLITE_DEFAULT_MEMSTATUS=0 -DSQLITE_TEMP_STORE=3 -D_WASI_EMULATED_GETPID)

build_sqlite() {
  [ -n "${SQLITE_SRC:-}" ] || fetch_sqlite
  "${compile[@]}" -w -o "$work/sqlite3.o" "$SQLITE_SRC/sqlite3.c" "${sqlite[@]}"
  "${shared[@]}" -o "$work/libsqlite3.so" "$work/sqlite3.o" -lwasi-emulated-getpid
  includes=(-isystem "$SQLITE_SRC")
  build_program sql "$work/libsqlite3.so"
  mkdir -p "$benchmarks/target/programs"
  install -m 644 "$work/libsqlite3.so" "$work/sql.wasm" "$benchmarks/target/programs"
}

fetch_lua() {
  "$examples/native/debian-source.sh" lua5.4 5.4.4-3+deb12u1 "$work" bookworm --tar-only
  echo "164c7849653b80ae67bec4b7473b884bf5cc8d2dca05653475ec2ed27b9ebf61  $work/lua5.4_5.4.4.orig.tar.gz" | sha256sum --check --quiet
  mkdir "$work/lua"
  tar xzf "$work/lua5.4_5.4.4.orig.tar.gz" -C "$work/lua" --strip-components=1
  LUA_SRC=$work/lua/src
}

# Without what WASI lacks: files, processes, shared libraries. The seed of hashes is fixed, so that runs are alike.
build_lua() { # build_lua FLAG...
  local parts=(lapi lcode lctype ldebug ldo ldump lfunc lgc llex lmem lobject lopcodes lparser lstate lstring ltable ltm
    lundump lvm lzio lauxlib lbaselib lcorolib ltablib lstrlib lmathlib)
  local files=("${parts[@]/#/$LUA_SRC/}")
  "${whole[@]}" -w -D_WASI_EMULATED_SIGNAL -D'luai_makeseed(L)=0' -D'l_randomizePivot()=0u' -isystem "$LUA_SRC" lua.c "${files[@]/%/.c}" "$@"
}

# As a linker for programs without libraries makes them. Lua throws by setjmp, which needs exceptions: here it ends instead,
# so that engines without them run it; with them it is a program of its own, which has one script more.
build_whole() {
  local out=$benchmarks/target/programs/whole whole=("${cc[@]}" -std=gnu11 -O2 -Wall -Wextra -Werror -Wl,--strip-debug)
  [ -n "${ZLIB_SRC:-}" ] || { ZLIB_SRC=$work/zlib && "$examples/native/zlib-source.sh" "$ZLIB_SRC"; }
  [ -n "${SQLITE_SRC:-}" ] || fetch_sqlite
  [ -n "${LUA_SRC:-}" ] || fetch_lua
  mkdir -p "$out"
  for name in sha256 sieve fannkuch nbody matrix interpreter; do
    "${whole[@]}" -o "$out/$name.wasm" "$name.c"
  done
  "${whole[@]}" -w -isystem "$ZLIB_SRC" -o "$out/zlib.wasm" zlib.c \
    "$ZLIB_SRC"/{adler32,compress,crc32,deflate,inffast,inflate,inftrees,trees,uncompr,zutil}.c
  "${whole[@]}" -w "${sqlite[@]}" -isystem "$SQLITE_SRC" -o "$out/sql.wasm" sql.c "$SQLITE_SRC/sqlite3.c" -lwasi-emulated-getpid
  build_lua -D_SETJMP_H -D'LUAI_THROW(L,c)=abort()' -D'LUAI_TRY(L,c,a)={ a }' -Dluai_jmpbuf=int -o "$out/lua.wasm"
  build_lua -DWITH_ERRORS -DMEASURE_PREFIX='"setjmp-"' -mllvm -wasm-enable-sjlj -lsetjmp -o "$out/lua-setjmp.wasm"
}

threads=(clang-22 --target=wasm32-wasip1-threads "--sysroot=$sysroot" -pthread)
threaded_link=(-Wl,--max-memory=1073741824 -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base
  -Wl,--export-if-defined=__tls_size,--export-if-defined=__tls_align)

use_threads() {
  compile=("${threads[@]}" "${compile[@]:3}")
  shared=("${threads[@]}" "${threaded_link[@]}" "${shared[@]:3}")
  main=("${threads[@]}" "${threaded_link[@]}" "${main[@]:3}")
}

build_threads() {
  use_threads
  includes=()
  build_program threads
  # The same as without threads, but in a memory that is shared.
  includes=(-DMEASURE_PREFIX='"shared-"')
  for name in sha256 sieve matrix; do
    build_program "$name"
  done
  # Without a libc, which would have a stack for each.
  for name in spinners libopened; do
    "${compile[@]}" -o "$work/$name.o" "$name.c"
  done
  "${shared[@]}" -nostdlib -Wl,--no-entry -o "$work/libopened.so" "$work/libopened.o"
  "${main[@]}" -nostdlib -Wl,--no-entry -o "$work/spinners.wasm" "$work/spinners.o"
  mkdir -p "$benchmarks/programs/threads"
  install -m 644 "$work"/*.wasm "$work"/*.so "$benchmarks/programs/threads"
}

# Each with some data, and a variable for each thread.
build_hundred() {
  use_threads
  local objects=() i
  for ((i = 0; i < 100; i++)); do
    echo "static _Thread_local int own = $i; int shared_$i = $i; int library_$i(int x) { return x + own++ + shared_$i; }" >"$work/lib$i.c"
    "${compile[@]}" -o "$work/lib$i.o" "$work/lib$i.c"
    "${shared[@]}" -nostdlib -Wl,--no-entry -o "$work/lib$i.so" "$work/lib$i.o"
    objects+=("$work/lib$i.so")
  done
  includes=(-DMEASURE_PREFIX='"hundred-"')
  build_program threads "${objects[@]}"
  mkdir -p "$benchmarks/target/programs/hundred"
  install -m 644 "$work"/*.wasm "$work"/*.so "$benchmarks/target/programs/hundred"
}

case ${1:-small} in
  threads) build_threads ;;
  hundred) build_hundred ;;
  small) build_small ;;
  sqlite) build_sqlite ;;
  png) build_png ;;
  whole) build_whole ;;
  *) echo "build.sh: expected sqlite, png, threads, hundred, whole or nothing, got $1" >&2 && exit 2 ;;
esac
