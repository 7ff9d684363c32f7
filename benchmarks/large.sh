#!/usr/bin/env bash
# Programs whose hot functions have over 8,000 bytes of bytecode: zlib, an interpreter's loop, an SQL engine's.
# Usage: TOOLCHAIN=FOLDER benchmarks/large.sh [OPTION...]      (-h lists them; 3 rounds take ten minutes with endive-compiler)
#   TOOLCHAIN   made by example-bundles/native/toolchain.sh: SQLite is not in git and built at the first run, by
#               src/main/c/build.sh sqlite. Without it, and not built before, SQLite is left out.
set -euo pipefail
suite=large rounds=3
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks
programs=(zlib interpreter sql)
if [ ! -f benchmarks/target/programs/sql.wasm ]; then
  if [ -n "${TOOLCHAIN:-}" ]; then
    benchmarks/src/main/c/build.sh sqlite
  else
    echo "large: no TOOLCHAIN: SQLite is left out" >&2
    programs=(zlib interpreter)
  fi
fi
declare -A size=([zlib]=0 [interpreter]=0 [sql]=0)
[ -z "$quick" ] || size=([zlib]=1000000 [interpreter]=10 [sql]=20000)
for ((round = 1; round <= rounds; round++)); do
  for program in "${programs[@]}"; do
    for peer in v8 "${engines[@]}"; do
      measure "$round" "$peer" "$program" "${size[$program]}" 12 30
    done
  done
done
report
