#!/bin/sh
# Runs the two-level example and zlib: each program and each library it needs becomes a bundle in an embedded Felix.
set -eu
cd "$(dirname "$0")"

run() {
  echo "\$ dylink run $*"
  ../dylink run "$@"
}

run -L twolevel/src/main/resources/lib -L libc/src/main/resources/lib twolevel/src/main/resources/bin/twolevel.wasm
run -L zlib/src/main/resources/lib -L libc/src/main/resources/lib zlib-demo/src/main/resources/bin/zdemo.wasm
