#!/usr/bin/env bash
# Kernels that vectors are made for, built with -msimd128 and without, on the engines that have vectors and on V8.
# Usage: benchmarks/vectors.sh [OPTION...]      (-h lists them; 3 rounds take three minutes)
set -euo pipefail
suite=vectors rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
without_endive # which has no vectors
size=4000 repetitions=20
[ -z "$quick" ] || size=1000 repetitions=6
for ((round = 1; round <= rounds; round++)); do
  for peer in v8 "${engines[@]}"; do
    for program in vectors scalars; do
      measure "$round" "$peer" "$program" "$size" "$repetitions" 30
    done
  done
done
report
