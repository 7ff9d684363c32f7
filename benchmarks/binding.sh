#!/usr/bin/env bash
# Runs the JMH benchmarks of calls between Java and C, and holds them against their goals.
# Usage: benchmarks/binding.sh [JMH OPTION...]      (-h lists the options)
# It takes two minutes. JAVA_HOME chooses the JDK.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -P benchmarks -pl benchmarks -am -DskipTests package >&2
./benchmarks/machine.sh
echo
table=$(mktemp)
trap 'rm -f "$table"' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'benchmarks/target/classes:benchmarks/target/lib/*' org.openjdk.jmh.Main \
  BindingBenchmark -prof gc -rf csv -rff "$table" "$@" >&2
# Columns: "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit","Param: objects","Param: side"
awk -F, '
  { gsub(/["\r]/, ""); sub(/.*BindingBenchmark\./, "", $1); name = $1 ($8 $9 == "" ? "" : " " $8 $9) }
  NR > 1 && $1 !~ /:/ { score[name] = $5; printf "%-20s %12.2f %s\n", name, $5, $7 }
  $1 ~ /alloc.rate.norm$/ { sub(/:.*alloc.rate.norm/, "", name); bytes[name] = $5 }
  function goal(text, value, limit, unit) {
    printf "%-60s %8.2f of at most %s %s%s\n", text, value, limit, unit, value <= limit ? "" : ": missed"
  }
  END {
    print ""
    goal("a bound call", score["call c"], 20, "ns")
    goal("a bound call to one of an interface in Java", score["call c"] / score["call java"], 5, "times")
    goal("a call from C to Java", score["callToJava"], 10, "ns")
    # Program.call, once for 100,000 of these, makes some objects.
    goal("what a call from C to Java allocates", bytes["callToJava"], 0.1, "bytes")
    goal("1 MiB to C to System.arraycopy", score["passArray"] / score["arraycopy"], 1.5, "times")
    goal("binding zlib, warm", score["bind"], 5, "ms")
  }' "$table"
