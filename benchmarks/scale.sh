#!/usr/bin/env bash
# Many library bundles in Felix and in Equinox: how long until all are AVAILABLE, one link, heap a library.
# Usage: benchmarks/scale.sh [COUNT,COUNT...]      (default 10,100,1000)
set -euo pipefail
cd "$(dirname "$0")/.."
./benchmarks/machine.sh
echo
# Of the integration tests only the output of ScaleIT is kept; the storm must not disturb it.
DYLINK_SCALE=${1:-10,100,1000} DYLINK_STORM_SECONDS=1 \
  mvn -B -pl tests/itest -am verify -Dmaven.test.skip.exec=true -Dspotless.check.skip -Dinvoker.skip |
  sed -n 's/^scale: //p'
