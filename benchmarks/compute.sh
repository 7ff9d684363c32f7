#!/usr/bin/env bash
# Programs that compute, on the engines, V8 and, where there is a version of it, plain Java.
# Usage: benchmarks/compute.sh [OPTION...]      (-h lists them; 3 rounds take five minutes)
set -euo pipefail
suite=compute rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
repetitions=30 text=10000000
[ -z "$quick" ] || repetitions=8 text=1000000
for ((round = 1; round <= rounds; round++)); do
  for program in sha256 sieve fannkuch nbody matrix; do
    for peer in v8 java "${engines[@]}"; do
      measure "$round" "$peer" "$program" 0 "$repetitions" 15
    done
  done
  for peer in v8 "${engines[@]}"; do
    measure "$round" "$peer" zlib "$text" 12 25
  done
done
report
