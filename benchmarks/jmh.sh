#!/usr/bin/env bash
# Runs the JMH benchmarks, and prints the ratios of calls.
# Usage: benchmarks/jmh.sh [JMH OPTION...] [NAME PATTERN]      (-h lists the options)
# It takes four minutes; the raw table is what benchmarks/results keeps.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
./benchmarks/machine.sh
echo
table=$(mktemp)
trap 'rm -f "$table"' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'benchmarks/target/classes:benchmarks/target/lib/*' org.openjdk.jmh.Main \
  -rf text -rff "$table" "$@" >&2
cat "$table"
# Columns: benchmark, engine, mode, count, score.
awk '
  /sameLibrary/ { base[$2] = $5 }
  /CallBenchmark/ { name[++n] = $1; engine[n] = $2; score[n] = $5 }
  END {
    if (n) print "\nratio to a call in the same library"
    for (i = 1; i <= n; i++) if (base[engine[i]]) printf "%-40s %-20s %6.2f\n", name[i], engine[i], score[i] / base[engine[i]]
  }' "$table"
