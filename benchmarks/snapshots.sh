#!/usr/bin/env bash
# Programs that begin from snapshots, beside full links, and objects bound to such: microseconds of processor time (of the
# clock), and memory of many at once.
# Usage: benchmarks/snapshots.sh [--rounds N] [--programs N] [--heap SIZE] [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
rounds=12 programs=1000 heap=4g output=/dev/null
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=${2:?} ;;
    --programs) programs=${2:?} ;;
    --heap) heap=${2:?} ;;
    --output) output=${2:?} ;;
    *) sed -n '4s/^# *//p' "$0" >&2 && exit 2 ;;
  esac
  shift 2
done
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
readonly EXAMPLES=example-bundles
options=("-Xmx$heap" -XX:+UseSerialGC)
if [ "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')" != 17 ]; then
  options+=(--enable-native-access=ALL-UNNAMED -Dsun.misc.unsafe.memory.access=allow)
fi
{
  ./benchmarks/machine.sh
  for main in hello/src/main/resources/bin/hello.wasm zlib/src/main/resources/lib/libz.so; do
    printf '\n%s, %s rounds of 500\n' "${main##*/}" "$rounds"
    "$java" "${options[@]}" -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.dylink.benchmarks.Snapshots \
      "$EXAMPLES/$main" "$rounds" "$programs" "$EXAMPLES/libc/src/main/resources/lib"
  done
  printf '\nan object bound to libz.so, %s rounds of 500\n' "$rounds"
  "$java" "${options[@]}" -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.dylink.benchmarks.BoundZlib \
    "$rounds" "$EXAMPLES/zlib/src/main/resources/lib" "$EXAMPLES/libc/src/main/resources/lib"
} | tee "$output"
