#!/usr/bin/env bash
# Threads: made and joined, locks, atomic additions, wait and notify, SHA-256 by two threads against one; and what a shared
# memory costs programs that compute; a library opened beside threads that spin; the end of threads that loop, wait or read.
# Usage: benchmarks/threads.sh [OPTION...]      (-h lists them; 3 rounds take four minutes)
# With a hundred libraries, too, once TOOLCHAIN=... benchmarks/src/main/c/build.sh hundred has made them.
set -euo pipefail
suite=threads rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
without_endive # which has no threads
private=$libraries
threaded=benchmarks/programs/threads:$examples/libc-threads/src/main/resources/lib
hundred=benchmarks/target/programs/hundred
# Without --no-liftoff: V8's baseline code of node 20 has a fault around wait.
# v8_runs SCRIPT: how V8 runs the programs that follow
v8_runs() { v8=(node --no-warnings --no-liftoff "benchmarks/src/main/js/$1.mjs"); }
repetitions=15
[ -z "$quick" ] || repetitions=3
for ((round = 1; round <= rounds; round++)); do
  for engine in "${engines[@]}"; do
    echo "threads: round $round of $rounds: spinners on $engine" >&2
    run_java Spinners "$engine" "$threaded" | sed "s/^/$round $engine /" >>"$work/raw"
  done
  for peer in v8 "${engines[@]}"; do
    v8_runs threads
    libraries=$threaded
    measure "$round" "$peer" threads 1000000 "$repetitions" 40
    for program in sha256 sieve matrix; do
      v8_runs threads
      libraries=$threaded
      measure "$round" "$peer" "$program" 0 "$repetitions" 15
      v8_runs run
      libraries=$private
      measure "$round" "$peer" "$program" 0 "$repetitions" 15
    done
    if [ -d "$hundred" ]; then
      v8_runs threads
      libraries=$hundred:$threaded
      measure "$round" "$peer" threads 1000000 "$repetitions" 40
    fi
  done
done
report
