#!/usr/bin/env bash
# What else runs WebAssembly in a Java program, beside Dylink and V8: Wasmtime through JNI (wasmtime-java) and GraalWasm with its
# compiler. Whole programs of one piece, as neither of them links: compute, zlib, an interpreter's loop, SQLite, Lua; first runs as
# processor time of the whole process, and warm ones. Lua with setjmp needs exceptions, which Wasmtime's release of 2023 has not.
# Usage: TOOLCHAIN=FOLDER benchmarks/alternatives.sh [OPTION...]      (-h lists them; JDK 25, Linux on x86-64)
#   TOOLCHAIN   made by example-bundles/native/toolchain.sh: the programs are not in git and built at the first run, by
#               src/main/c/build.sh whole. The other engines, 70 MB, come from Maven Central at the first run.
set -euo pipefail
suite=alternatives rounds=3
source "$(dirname "$0")/peers.sh"
options --engine jvm "$@"
[ "$jdk" = 25 ] || { echo "alternatives: JDK 25, not $jdk: GraalWasm's compiler fits that one alone" >&2 && exit 2; }
mvn -q -P quick,compiler -pl app -am package >&2
others=benchmarks/target/alternatives sources=benchmarks/src/main/alternatives programs=benchmarks/target/programs/whole
mvn -q -f $sources/pom.xml dependency:copy-dependencies "-DoutputDirectory=$PWD/$others/lib" >&2
"${java}c" -d $others/classes -cp "$others/lib/*" $sources/*.java
[ -f $programs/lua-setjmp.wasm ] || benchmarks/src/main/c/build.sh whole
export DYLINK_CACHE=$work/cache
first_use
folders=(-L $programs)
graal=(compiler truffle-compiler collections word nativeimage jniutils)
compiler_of_graal=$(printf "$others/lib/%s-25.0.2.jar:" "${graal[@]}")

run_other() { # run_other CLASS OPTION... -- PROGRAM ARGUMENT...
  "$java" -XX:+UseSerialGC -Xmx6g --enable-native-access=ALL-UNNAMED -cp "$others/classes:$others/lib/*" "$@"
}

run_peer() {
  local program=$programs/$2.wasm
  case $1 in
    v8) "${v8[@]}" -L $programs "$2.wasm" "${@:3}" ;;
    wasmtime) run_other Wasmtime "$program" "${@:3}" ;;
    graalwasm)
      run_other -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI "--upgrade-module-path=$compiler_of_graal" \
        --sun-misc-unsafe-memory-access=allow Graal "$program" "${@:3}"
      ;;
    *) run_dylink "$1" "$2.wasm" "${@:3}" ;;
  esac
}

names=(sha256 sieve fannkuch nbody matrix zlib interpreter sql lua lua-setjmp)
declare -A size=([zlib]=10000000)
[ -z "$quick" ] || size=([zlib]=1000000 [interpreter]=10 [sql]=20000 [lua]=1 [lua-setjmp]=1)
for name in "${names[@]}"; do
  ./dylink compile "${folders[@]}" "$name.wasm" >&2
done
for ((round = 1; round <= rounds; round++)); do
  for name in "${names[@]}"; do
    for peer in v8 native jvm wasmtime graalwasm; do
      first "$round" "$peer" "$name" "${size[$name]:-0}"
      measure "$round" "$peer" "$name" "${size[$name]:-0}" 12 60
    done
  done
done
report
