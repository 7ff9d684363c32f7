#!/usr/bin/env bash
# Exceptions in both encodings: thrown and caught in a function, out of calls, out of another library; a try in which nothing throws.
# Usage: benchmarks/exceptions.sh [OPTION...]      (-h lists them; 3 rounds take three minutes)
set -euo pipefail
suite=exceptions rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
size=100000 repetitions=15
[ -z "$quick" ] || size=50000 repetitions=6
# V8 has the legacy encoding alone before node 22, Endive's engines the current one alone.
for ((round = 1; round <= rounds; round++)); do
  for peer in v8 "${engines[@]}"; do
    [ "$peer" = v8 ] || measure "$round" "$peer" exceptions "$size" "$repetitions" 30
    [[ $peer = endive-* ]] || measure "$round" "$peer" exceptions-legacy "$size" "$repetitions" 30
  done
done
report
