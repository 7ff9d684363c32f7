#!/usr/bin/env bash
# Tail calls: of a function itself, of two, through pointers, into another library and back.
# Usage: benchmarks/tails.sh [OPTION...]      (-h lists them; 3 rounds take two minutes)
set -euo pipefail
suite=tails rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
repetitions=15
[ -z "$quick" ] || repetitions=4
for ((round = 1; round <= rounds; round++)); do
  for peer in v8 "${engines[@]}"; do
    measure "$round" "$peer" tails 10000000 "$repetitions" 30
  done
done
report
