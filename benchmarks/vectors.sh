#!/usr/bin/env bash
# Kernels that vectors are made for, built with -msimd128 and without, on the engines that have vectors and on V8.
# libpng and zlib, too, where TOOLCHAIN names what example-bundles/native/toolchain.sh made, or they were built before.
# Usage: benchmarks/vectors.sh [OPTION...]      (-h lists them; 3 rounds take ten minutes)
set -euo pipefail
suite=vectors rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
without_endive # which has no vectors
size=4000 repetitions=20 pictures=4
[ -z "$quick" ] || size=1000 repetitions=6 pictures=2
if [ ! -f benchmarks/target/programs/png-vectors.wasm ]; then
  if [ -n "${TOOLCHAIN:-}" ]; then
    benchmarks/src/main/c/build.sh png
  else
    notes+=('libpng is left out: TOOLCHAIN names none to build it with')
  fi
fi
for ((round = 1; round <= rounds; round++)); do
  for peer in v8 "${engines[@]}"; do
    for program in vectors scalars; do
      measure "$round" "$peer" "$program" "$size" "$repetitions" 30
      if [ -f "benchmarks/target/programs/png-$program.wasm" ]; then
        measure "$round" "$peer" "png-$program" "$pictures" "$repetitions" 30
      fi
    done
  done
done
report
