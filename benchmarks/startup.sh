#!/usr/bin/env bash
# `dylink run` of the hello example in cold JVMs, and beside it, in turn, an empty JVM and an empty Felix: as java -jar, and by
# the start script, which has the JVM keep what it has loaded, as are ldd and info; then linking and running it in a warm
# framework.
# Usage: benchmarks/startup.sh [OPTION...]      (-h lists them)
set -euo pipefail
suite=startup rounds=11
source "$(dirname "$0")/peers.sh"
options "$@"
build benchmarks,app,example-bundles
TIMEFORMAT='%3R %3U %3S'

note() { printf '%s %s %s %s -\n' "$round" "$1" "$2" "$3" >>"$work/raw"; } # note PEER NAME NUMBER

timed() { # timed PEER NAME COMMAND...: notes wall time and processor time of the command, in ms
  local peer=$1 name=$2 wall user system
  shift 2
  # The program's exit code is its own: hello ends with 3.
  { time "$@" >"$work/out" 2>"$work/err" || true; } 2>"$work/time"
  read -r wall user system <"$work/time"
  note "$peer" "$name" $((10#${wall/./}))
  note "$peer" "$name-processor" $((10#${user/./} + 10#${system/./}))
}

hello() { # hello ENGINE: also notes what dylink says of its phases, as "dylink: timing: framework start: 123 ms"
  timed "$1" hello "$java" -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow -Ddylink.timing=true -jar app/target/dylink.jar \
    run --engine "$1" -L "$examples/libc/src/main/resources/lib" "$examples/hello/src/main/resources/bin/hello.wasm"
  grep -q 'timing: run:' "$work/err" || { cat "$work/out" "$work/err" >&2 && exit 1; }
  while IFS=: read -r _ _ phase time; do
    phase=${phase# } time=${time% ms}
    note "$1" "${phase// /-}" "${time# }"
  done < <(grep 'dylink: timing:' "$work/err")
}

script() { # script NAME ARGUMENT...
  timed script "$1" env DYLINK_CACHE="$work/cache" ./dylink "${@:2}"
}

DYLINK_CACHE=$work/cache first_use
for ((round = 1; round <= rounds; round++)); do
  printf 'startup: round %s of %s\n' "$round" "$rounds" >&2
  timed none jvm run_java EmptyJvm
  timed none felix run_java EmptyFelix
  for engine in "${engines[@]}"; do
    hello "$engine"
  done
  script hello run "${hello_line[@]}"
  script ldd ldd "${hello_line[@]}"
  script info info "$examples/libc/src/main/resources/lib/libc.so"
done

# The median of the last of many: once a process is enough, and three times all that is worth its time.
for ((round = 1; round <= (rounds < 3 ? rounds : 3); round++)); do
  for engine in "${engines[@]}"; do
    printf 'startup: warm: round %s: %s\n' "$round" "$engine" >&2
    "$java" -XX:+UseSerialGC -cp benchmarks/target/classes:app/target/dylink.jar org.dylink.benchmarks.WarmHello "$engine" \
      "$([ -n "$quick" ] && echo 300 || echo 2000)" "$examples"/{libc,hello}/target/org.dylink.example.*-SNAPSHOT.jar >"$work/warm"
    note "$engine" warm "$(awk '$1 == "warm" { print $2 / 1e6 }' "$work/warm")"
  done
done
report
