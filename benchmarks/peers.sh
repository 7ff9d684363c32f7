#!/usr/bin/env bash
# What the scripts share that compare peers: their options, the peers, and the file of results.
# It is read by them, and does nothing by itself.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jdk=$("$java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
engine_list=benchmarks/src/main/resources/org/dylink/benchmarks/engines.txt
examples=example-bundles
libraries=benchmarks/programs:benchmarks/target/programs:$examples/zlib/src/main/resources/lib:$examples/libc/src/main/resources/lib
v8=(node --no-warnings benchmarks/src/main/js/run.mjs)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

usage() {
  cat <<EOF
usage: benchmarks/$suite.sh [--engine NAME]... [--rounds N] [--quick] [--note TEXT]... [--output FILE]
  --engine   one of $(cut -d' ' -f1 $engine_list | paste -sd' '); without: all but interpreters
  --rounds   how often each peer is started, in turn; the medians count (default $rounds)
  --quick    one round, smaller work; for trying: nothing is kept unless --output says where
  --note     a line for the file
  --output   where the result goes (default benchmarks/results/$suite-jdk$jdk.txt)
EOF
}

# options ARGUMENT...: sets engines, rounds, quick, notes and output. The suite sets suite and rounds before.
options() {
  engines=() notes=() quick='' output=''
  while [ $# -gt 0 ]; do
    case $1 in
      --engine) engines+=("${2:?}") && shift 2 ;;
      --rounds) rounds=${2:?} && shift 2 ;;
      --quick) quick=yes rounds=1 && shift ;;
      --note) notes+=("${2:?}") && shift 2 ;;
      --output) output=${2:?} && shift 2 ;;
      *) usage >&2 && exit 2 ;;
    esac
  done
  if [ ${#engines[@]} -eq 0 ]; then
    mapfile -t engines < <(cut -d' ' -f1 $engine_list | grep -v interpreter)
  fi
  for engine in "${engines[@]}"; do
    grep -q "^$engine " $engine_list || { usage >&2 && exit 2; }
  done
  [ -n "$quick" ] || : "${output:=benchmarks/results/$suite-jdk$jdk.txt}"
}

# without_endive: leaves Endive's engines out of a suite that they lack a feature for.
without_endive() {
  mapfile -t engines < <(printf '%s\n' "${engines[@]}" | grep -v endive)
}

# build MODULE,...: what the suite runs.
build() {
  mvn -q -P benchmarks -pl "$1" -am -DskipTests package >&2
}

# The collector that pauses least in between, and room for a memory of a GiB that is copied as it grows.
run_java() { # run_java CLASS ARGUMENT...
  "$java" -XX:+UseSerialGC -Xmx6g -cp 'benchmarks/target/classes:benchmarks/target/lib/*' "org.dylink.benchmarks.$1" "${@:2}"
}

# run_peer PEER PROGRAM ARGUMENT...: a .wasm by its name on v8 or an engine, or what is written in Java for it.
run_peer() {
  local peer=$1 program=$2
  shift 2
  case $peer in
    v8) "${v8[@]}" -L "$libraries" "$program.wasm" "$@" ;;
    java) run_java PlainJava "$program" "$@" ;;
    *) run_java RunProgram "$peer" "$libraries" "$program.wasm" "$@" ;;
  esac
}

# measure ROUND PEER PROGRAM SIZE REPETITIONS SECONDS: notes what it prints as lines "ROUND PEER NAME NANOSECONDS CHECK".
measure() {
  local round=$1 peer=$2 program=$3
  printf '%s: round %s of %s: %s on %s\n' "$suite" "$round" "$rounds" "$program" "$peer" >&2
  # A program that fails is missing in the table; the others are worth having.
  run_peer "$peer" "$program" "${@:4}" >"$work/lines" || echo "$suite: $program fails on $peer" >&2
  sed "s/^/$round $peer /" "$work/lines" >>"$work/raw"
}

# first_use: what the start script makes at its first use, in another process, for DYLINK_CACHE.
first_use() {
  local tenths
  ./dylink run "${hello_line[@]}" >/dev/null 2>&1 || true # it ends with 3
  for ((tenths = 0; tenths < 600; tenths++)); do
    compgen -G "$DYLINK_CACHE/start-*.making" >/dev/null || { compgen -G "$DYLINK_CACHE/start-*" >/dev/null && break; }
    sleep 0.1
  done
}
hello_line=(-L $examples/libc/src/main/resources/lib $examples/hello/src/main/resources/bin/hello.wasm)

# run_dylink ENGINE PROGRAM ARGUMENT...: the start script, with the suite's folders (-L FOLDER...). It keeps what it has made of a
# program for the next round, as users have it.
run_dylink() {
  DYLINK_OPTS=-Xmx6g ./dylink run --engine "$1" "${folders[@]}" "${@:2}"
}

# first ROUND PEER PROGRAM SIZE: one repetition in a process of its own, the processor time of all of it.
first() {
  local seconds TIMEFORMAT='%U %S'
  seconds=$({ time run_peer "$2" "$3" "$4" 1 1 >"$work/once" 2>/dev/null; } 2>&1 | tail -n 1) || return 0
  awk -v start="$1 $2 first-$3" '{ printf "%s %.0f 0\n", start, ($1 + $2) * 1e9 }' <<<"$seconds" >>"$work/raw"
}

head_of_result() {
  ./benchmarks/machine.sh
  printf 'node      %s, V8 %s\n' "$(node -p process.version)" "$(node -p process.versions.v8)"
  printf 'runs      %s rounds, the peers in turn%s\n' "$rounds" "${quick:+; --quick: smaller work}"
  for note in "${notes[@]}"; do
    printf 'note      %s\n' "$note"
  done
  echo
}

# report: prints the table and the goals of the suite, and keeps them.
report() {
  if [ -n "$output" ]; then
    { head_of_result && node benchmarks/src/main/js/report.mjs "$suite" "$work/raw"; } | tee "$output"
  else
    head_of_result && node benchmarks/src/main/js/report.mjs "$suite" "$work/raw"
  fi
}
