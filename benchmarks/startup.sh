#!/usr/bin/env bash
# Measures `dylink run` of the hello example in cold JVMs, and beside it, in turn, an empty JVM and an empty Felix.
# Usage: benchmarks/startup.sh [TIMES]      (default 11; prints medians, in ms)
#        ENGINE=endive-compiler benchmarks/startup.sh      (default: what dylink takes)
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-11}
mvn -q -P benchmarks -pl benchmarks,app,example-bundles -am -DskipTests package >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() { # timed NAME COMMAND...: notes wall time and processor time of the command, in ms
  local name=$1 wall user system
  shift
  # The program's exit code is its own: hello ends with 3.
  { time "$@" >"$work/out" 2>"$work/err" || true; } 2>"$work/time"
  read -r wall user system <"$work/time"
  echo $((10#${wall/./})) >>"$work/$name.wall"
  echo $((10#${user/./} + 10#${system/./})) >>"$work/$name.cpu"
}
TIMEFORMAT='%3R %3U %3S'

median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

examples=example-bundles
dylink=("$java" -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow -Ddylink.timing=true -jar app/target/dylink.jar
  run ${ENGINE:+--engine "$ENGINE"} -L "$examples/libc/src/main/resources/lib" "$examples/hello/src/main/resources/bin/hello.wasm")
empty=("$java" -XX:+UseSerialGC -cp 'benchmarks/target/classes:benchmarks/target/lib/*')

./benchmarks/machine.sh
echo "engine    ${ENGINE:-the default}"
echo "runs      $times of each, in turn; medians in ms"
for ((i = 0; i < times; i++)); do
  timed jvm "${empty[@]}" org.dylink.benchmarks.EmptyJvm
  timed felix "${empty[@]}" org.dylink.benchmarks.EmptyFelix
  timed hello "${dylink[@]}"
  grep -q 'timing: run:' "$work/err" || { cat "$work/out" "$work/err" >&2; exit 1; }
  # dylink: timing: framework start: 123 ms
  while IFS=: read -r _ _ phase time; do
    echo "${time% ms}" >>"$work/phase.${phase# }"
  done < <(grep 'dylink: timing:' "$work/err")
done

echo
printf '%-24s %8s %8s\n' '' wall processor
for name in jvm felix hello; do
  declare "$name=$(median "$work/$name.wall")" "${name}_cpu=$(median "$work/$name.cpu")"
done
# shellcheck disable=SC2154 # declared in the loop
{
  printf '%-24s %8d %8d\n' 'empty JVM' "$jvm" "$jvm_cpu" 'empty Felix' "$felix" "$felix_cpu" 'dylink run hello' "$hello" "$hello_cpu"
  for phase in 'JVM start' 'framework start' bundles link run; do
    printf '  %-22s %8d\n' "$phase" "$(median "$work/phase.$phase")"
  done
  awk -v jvm="$jvm" -v felix="$felix" -v hello="$hello" 'BEGIN {
    printf "\ndylink run hello / empty JVM    %.1f\ndylink run hello / empty Felix  %.1f\n", hello / jvm, hello / felix }'
}
