#!/usr/bin/env bash
# Measures `dylink run` of the hello example in cold JVMs, and beside it, in turn, an empty JVM and an empty Felix.
# Usage: benchmarks/startup.sh [TIMES]      (default 11; prints medians, in ms)
#        ENGINE=endive-compiler benchmarks/startup.sh      (default: what dylink takes)
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-11}
mvn -q -P benchmarks -pl benchmarks,app,example-bundles -am -DskipTests package
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() { # timed NAME COMMAND...: notes how long the command took, from outside
  local name=$1 start end
  shift
  start=${EPOCHREALTIME/./}
  "$@" >"$work/out" 2>"$work/err" || true
  end=${EPOCHREALTIME/./}
  echo $(((end - start) / 1000)) >>"$work/$name"
}

median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

examples=example-bundles
hello=("$java" -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow -Ddylink.timing=true -jar app/target/dylink.jar
  run ${ENGINE:+--engine "$ENGINE"} -L "$examples/libc/src/main/resources/lib" "$examples/hello/src/main/resources/bin/hello.wasm")
empty=("$java" -XX:+UseSerialGC -cp 'benchmarks/target/classes:benchmarks/target/lib/*')

./benchmarks/machine.sh
echo "engine    ${ENGINE:-the default}"
echo "runs      $times of each, in turn; medians in ms, wall time"
for ((i = 0; i < times; i++)); do
  timed jvm "${empty[@]}" org.dylink.benchmarks.EmptyJvm
  timed felix "${empty[@]}" org.dylink.benchmarks.EmptyFelix
  timed hello "${hello[@]}"
  grep -q 'timing: run:' "$work/err" || { cat "$work/out" "$work/err" >&2; exit 1; }
  # dylink: timing: framework start: 123 ms
  while IFS=: read -r _ _ phase time; do
    echo "${time% ms}" >>"$work/phase.${phase# }"
  done < <(grep 'dylink: timing:' "$work/err")
done

jvm=$(median "$work/jvm")
felix=$(median "$work/felix")
all=$(median "$work/hello")
echo
printf '%-24s %6d\n' 'empty JVM' "$jvm" 'empty Felix' "$felix" 'dylink run hello' "$all"
for phase in 'JVM start' 'framework start' bundles link run; do
  printf '  %-22s %6d\n' "$phase" "$(median "$work/phase.$phase")"
done
awk -v jvm="$jvm" -v felix="$felix" -v all="$all" 'BEGIN {
  printf "\ndylink run hello / empty JVM    %.1f\ndylink run hello / empty Felix  %.1f\n", all / jvm, all / felix }'
