#!/usr/bin/env bash
# Calls in a library, into another, through pointers; functions that move __stack_pointer.
# Usage: benchmarks/calls.sh [OPTION...]      (-h lists them; 3 rounds take two minutes)
set -euo pipefail
suite=calls rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
repetitions=15
[ -z "$quick" ] || repetitions=4
for ((round = 1; round <= rounds; round++)); do
  for peer in v8 "${engines[@]}"; do
    measure "$round" "$peer" calls 10000000 "$repetitions" 30
  done
done
report
