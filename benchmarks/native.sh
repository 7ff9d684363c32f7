#!/usr/bin/env bash
# Machine code (the engine native) beside V8 and jvm: computing, calls, zlib, an interpreter's loop, SQLite; first runs as processor time
# of the whole process, and warm ones; the compiler's processor time for two large libraries, and how much larger than the wasm their
# machine code is. JDK 22 or later, Linux on x86-64. What is measured is the runnable jar by its start script, from the second use on.
# Usage: [TOOLCHAIN=FOLDER] benchmarks/native.sh [OPTION...]      (-h lists them; 3 rounds take a quarter of an hour)
#   TOOLCHAIN   made by example-bundles/native/toolchain.sh, for SQLite, as large.sh has it; without it, and not built before, SQLite is left out.
set -euo pipefail
suite=native rounds=3
source "$(dirname "$0")/peers.sh"
options --engine jvm "$@"
[ "$jdk" -ge 22 ] || { echo "native: JDK 22 or later, not $jdk" >&2 && exit 2; }
mvn -q -P quick,compiler -pl app -am package >&2
if [ ! -f benchmarks/target/programs/sql.wasm ] && [ -n "${TOOLCHAIN:-}" ]; then
  benchmarks/src/main/c/build.sh sqlite
fi
export DYLINK_CACHE=$work/cache
first_use
folders=()
IFS=: read -ra places <<<"$libraries"
for place in "${places[@]}"; do
  [ ! -d "$place" ] || folders+=(-L "$place")
done

run_peer() {
  if [ "$1" = v8 ]; then
    "${v8[@]}" -L "$libraries" "$2.wasm" "${@:3}"
  else
    run_dylink "$1" "$2.wasm" "${@:3}"
  fi
}

# compiled LIBRARY: the processor time of compiling it, with the compiler's process; then bytes of machine code for each of the wasm's.
compiled() {
  local seconds TIMEFORMAT='%U %S' name=${1##*/}
  seconds=$({ time ./dylink compile -o "$work/object" "$1" >/dev/null 2>&1; } 2>&1 | tail -n 1)
  awk -v name="${name%.so}" -v wasm="$(stat -c %s "$1")" -v object="$(stat -c %s "$work/object")" '{
    printf "1 native compile-%s %.0f 0\n1 native size-%s %.0f 0\n", name, ($1 + $2) * 1e9, name, object / wasm * 1e6 }' <<<"$seconds" >>"$work/raw"
}

build benchmarks
programs=(sha256 sieve fannkuch nbody matrix calls zlib interpreter)
[ ! -f benchmarks/target/programs/sql.wasm ] || programs+=(sql)
declare -A size=([sha256]=0 [sieve]=0 [fannkuch]=0 [nbody]=0 [matrix]=0 [calls]=10000000 [zlib]=10000000 [interpreter]=0 [sql]=0)
[ -z "$quick" ] || size=([sha256]=0 [sieve]=0 [fannkuch]=0 [nbody]=0 [matrix]=0 [calls]=1000000 [zlib]=1000000 [interpreter]=10 [sql]=20000)
for program in "${programs[@]}"; do
  ./dylink compile "${folders[@]}" "$program.wasm" >&2
done
for library in libc/src/main/resources/lib/libc.so sqlite/src/main/resources/lib/libsqlite3.so; do
  compiled "$examples/$library"
done
./dylink compile "${hello_line[@]}" >&2
./dylink compile -L benchmarks/programs/threads -L "$examples/libc-threads/src/main/resources/lib" benchmarks/programs/threads/threads.wasm >&2
machine=benchmarks/target/machine
on_class_path="benchmarks/target/classes:engine-native/target/classes:app/target/compiler/*:benchmarks/target/lib/*"
"${java}c" -d $machine -cp "$on_class_path" benchmarks/src/main/machine/*.java

# hello ROUND ENGINE: processor time, as `first` has it.
hello() {
  local seconds TIMEFORMAT='%U %S'
  seconds=$({ time ./dylink run --engine "$2" "${hello_line[@]}" >/dev/null 2>&1 || true; } 2>&1 | tail -n 1)
  awk -v start="$1 $2 hello" '{ printf "%s %.0f 0\n", start, ($1 + $2) * 1e9 }' <<<"$seconds" >>"$work/raw"
}

# around ROUND ENGINE: calls between Java and C, and loading, without a framework.
around() {
  "$java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$machine:$on_class_path" AroundCode "$2" | sed "s/^/$1 $2 /" >>"$work/raw"
}

# threads ROUND PEER: SHA-256 by one thread and by two, and the rest of threads.sh's program.
threads() {
  local libraries=benchmarks/programs/threads:$examples/libc-threads/src/main/resources/lib
  local v8=(node --no-warnings --no-liftoff benchmarks/src/main/js/threads.mjs)
  local folders=(-L benchmarks/programs/threads -L "$examples/libc-threads/src/main/resources/lib")
  measure "$1" "$2" threads 1000000 15 40
}

for ((round = 1; round <= rounds; round++)); do
  for program in "${programs[@]}"; do
    for peer in v8 native jvm; do
      first "$round" "$peer" "$program" "${size[$program]}"
      measure "$round" "$peer" "$program" "${size[$program]}" 12 20
    done
  done
  for peer in v8 native jvm; do
    measure "$round" "$peer" vectors 4000 20 30
    measure "$round" "$peer" scalars 4000 20 30
    threads "$round" "$peer"
  done
  for engine in native jvm; do
    hello "$round" "$engine"
    around "$round" "$engine"
  done
done
report
