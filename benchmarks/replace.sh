#!/usr/bin/env bash
# A library replaced under 10,000 calls a second from four threads: calls that failed, the longest, time of a replacement.
# Usage: benchmarks/replace.sh [--seconds N] [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
seconds=20 output=/dev/null
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=${2:?} ;;
    --output) output=${2:?} ;;
    *) sed -n '3s/^# *//p' "$0" >&2 && exit 2 ;;
  esac
  shift 2
done
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
readonly FILES=linker-service/src/test/native/replace
{
  ./benchmarks/machine.sh
  printf '\nmilliseconds; pause: the longest call, pause-without: while nothing was replaced; %s s each\n\n' "$seconds"
  for other in v2 matrix/text-longer; do
    one=v1
    [ "$other" = v2 ] || one=base
    printf '%s and %s:\n' "$one" "$other"
    "$java" -Xmx1g -cp "benchmarks/target/classes:benchmarks/target/lib/*" org.dylink.benchmarks.Replacement \
      "$FILES/$one/libcounter.so" "$FILES/$other/libcounter.so" "$seconds" | sed 's/^/  /'
  done
} | tee "$output"
