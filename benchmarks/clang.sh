#!/usr/bin/env bash
# clang as a program of WebAssembly: zlib's files compiled by it, on Dylink's engine and on V8, in processor time; the objects must be
# the same to the byte. Needs node, and the jar that 'mvn -P clang,quick package -pl clang -am' makes (npm, some minutes).
# Usage: benchmarks/clang.sh SOURCES [ROUNDS]      SOURCES is what example-bundles/native/zlib-source.sh made, or has other .c files
set -euo pipefail
sources=$(cd "${1:?usage: benchmarks/clang.sh SOURCES [ROUNDS]}" && pwd) rounds=${2:-3}
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jdk=$("$java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
jar=$(ls clang/target/org.dylink.clang-*.jar) || { echo "clang: no jar in clang/target" >&2 && exit 2; }
mkdir "$work/v8" "$work/jvm"
unzip -q "$jar" 'org/dylink/clang/*' -d "$work"
unzip -q toolchain/target/classes/org/dylink/toolchain/sysroot.zip -d "$work/sysroot"
flags=(--target=wasm32-wasip1 "--sysroot=$work/sysroot" -O2 -fPIC -w -DHAVE_UNISTD_H)
export DYLINK_CACHE=$work/cache
for ((round = 1; round <= rounds; round++)); do
  node --no-warnings benchmarks/src/main/js/clang.mjs "$work/org/dylink/clang/llvm.wasm" "$work/v8" \
    "-resource-dir=$work/org/dylink/clang/resources" "${flags[@]}" -- "$sources"/*.c | sed "s/^/$round v8 /" >>"$work/raw"
  "$java" -cp 'benchmarks/target/classes:benchmarks/target/lib/*' org.dylink.benchmarks.ClangFiles "$jar" "$work/jvm" \
    "${flags[@]}" -- "$sources"/*.c | sed "s/^/$round jvm /" >>"$work/raw"
  diff -r "$work/v8" "$work/jvm" >&2 || { echo "clang: the objects differ" >&2 && exit 1; }
done
report() {
  benchmarks/machine.sh
  echo "files     $(ls "$sources"/*.c | wc -l), objects equal to the byte in each round"
  awk '
    !($1 " " $2 in files) { first[$1 " " $2] = $4 }
    { files[$1 " " $2]++; sum[$1 " " $2] += $4 }
    END {
      printf "%-8s %-6s %10s %12s %8s   s of processor time\n", "round", "peer", "first", "each next", "all"
      for (key in sum) {
        split(key, part, " ")
        printf "%-8s %-6s %10.1f %12.2f %8.1f\n", part[1], part[2], first[key] / 1000,
          (sum[key] - first[key]) / (files[key] - 1) / 1000, sum[key] / 1000 | "sort"
      }
    }' "$work/raw"
}
report | tee "benchmarks/results/clang-jdk$jdk.txt"
