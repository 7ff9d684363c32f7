#!/usr/bin/env bash
# Makes lib/libwords.so of words.c. bnd compiles no C: run it when words.c has changed. `dylink cc` needs nothing else; with a clang and a
# sysroot it is what docs/guide-c-library.md tells.
set -euo pipefail
cd "$(dirname "$0")/.."
"${DYLINK:-dylink}" cc -O2 -shared -Wl,--strip-all -o lib/libwords.so c/words.c
