#!/usr/bin/env bash
# What a result was measured on; the scripts put it in front of theirs.
set -euo pipefail
cd "$(dirname "$0")"
printf 'date      %s\n' "$(date -u +%Y-%m-%dT%H:%MZ)"
printf 'commit    %s%s\n' "$(git rev-parse --short HEAD)" "$(git diff --quiet HEAD || echo ' and changes')"
printf 'machine   %s, %s CPUs, %s\n' "$(lscpu | sed -n 's/^Model name: *//p')" "$(nproc)" \
  "$(awk '/MemTotal/ { printf "%d MiB", $2 / 1024 }' /proc/meminfo)"
printf 'system    %s\n' "$(uname -sr)"
printf 'java      %s\n' "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 2p)"
printf 'load      %s at the start; over 0.3, others were at work and the figures are too high\n' "$(cut -d' ' -f1 /proc/loadavg)"
