#!/usr/bin/env bash
# Compiling all functions of libc.so and of libsqlite3.so, in cold JVMs; with --base in turn with another commit of Dylink.
# Usage: benchmarks/ahead.sh [--rounds N] [--base FOLDER] [--output FILE]
#   --base   a checkout of the other commit, its benchmarks built: mvn -P benchmarks -pl benchmarks -am -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
rounds=5 base='' output=/dev/null
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=${2:?} ;;
    --base) base=$(cd "${2:?}" && pwd) ;;
    --output) output=${2:?} ;;
    *) sed -n '3,4s/^# *//p' "$0" >&2 && exit 2 ;;
  esac
  shift 2
done
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
raw=$(mktemp)
trap 'rm -f "$raw"' EXIT

measure() { # measure PEER CHECKOUT: the class that measures is ours, what it measures is the checkout's
  for library in libc/src/main/resources/lib/libc.so sqlite/src/main/resources/lib/libsqlite3.so; do
    "$java" -XX:+UseSerialGC -Xmx2g -cp "benchmarks/target/classes:$2/benchmarks/target/lib/*" \
      org.dylink.benchmarks.Ahead "example-bundles/$library" | sed "s/^/$1 /" >>"$raw"
  done
}

for ((round = 1; round <= rounds; round++)); do
  printf 'ahead: round %s of %s\n' "$round" "$rounds" >&2
  [ -z "$base" ] || measure base "$base"
  measure here .
done

{
  ./benchmarks/machine.sh
  [ -z "$base" ] || printf 'base      %s\n' "$(git -C "$base" rev-parse --short HEAD)"
  printf 'runs      %s rounds, in turn\n\n' "$rounds"
  printf 'milliseconds of processor time, the median of the rounds; kept: of the size of the file\n\n'
  sort -k1,2 -k3n "$raw" | awk -v base="$base" '
    { values[$1, $2, count[$1, $2]++] = $3; names[$2] = 1 }
    function median(peer, name) { return values[peer, name, int(count[peer, name] / 2)] }
    END {
      printf "%-24s", ""; if (base) printf "%10s", "base"; printf "%10s", "here"; if (base) printf "%12s", "here/base"; print ""
      for (name in names) {
        printf "%-24s", name
        if (base) printf "%10s", median("base", name)
        printf "%10s", median("here", name)
        if (base) printf "%12.2f", median("here", name) / median("base", name)
        print ""
      }
    }' | sort
} | tee "$output"
