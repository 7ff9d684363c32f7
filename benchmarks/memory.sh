#!/usr/bin/env bash
# What one more program takes, how long a memory takes to grow, and a program in a loop to stop.
# Usage: benchmarks/memory.sh [OPTION...]      (-h lists them; 3 rounds take five minutes)
# V8 is not among the peers: node 20 crashes on a memory that grew in 16,000 steps.
set -euo pipefail
suite=memory rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
for ((round = 1; round <= rounds; round++)); do
  for engine in "${engines[@]}"; do
    echo "memory: round $round of $rounds: $engine" >&2
    run_java OneMore "$engine" >"$work/lines"
    run_java StopLatency "$engine" benchmarks/programs >>"$work/lines"
    sed "s/^/$round $engine /" "$work/lines" >>"$work/raw"
    measure "$round" "$engine" grow 1024 1 120
  done
done
report
