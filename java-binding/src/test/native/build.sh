#!/usr/bin/env bash
# Builds libtour.so, librules.so, libvisit.so, liblinear.so, libabi.so and the versions of libgauge.so, and writes abi.txt and AbiHeader.java. They are
# committed, so that the Java build needs no C compiler. After it: mvn spotless:apply.
#
# Usage: TOOLCHAIN=FOLDER build.sh      FOLDER is what example-bundles/native/toolchain.sh and threads-toolchain.sh made
set -euo pipefail

cd "$(dirname "$0")"
readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}/sysroot
readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

library() { # NAME FLAG...
    local name=$1
    shift
    "${CC[@]}" -Wall -Wextra -fPIC -fvisibility=default "$@" -c -o "$work/$name.o" "$name.c"
    "${CC[@]}" -Wl,--experimental-pic -Wl,--strip-debug -shared -o "$name.so" "$work/$name.o"
    chmod 644 "$name.so"
}

# -fno-builtin: so that the functions of libc are called, as a library of some size does.
library libtour -std=c11 -O2 -Werror -fno-builtin
library librules -std=gnu11 -O2 -Werror

gauge() { # FOLDER FLAG...: a version of libgauge.so
    library libgauge -std=c11 -O2 -Werror "${@:2}"
    mkdir -p "$1"
    mv libgauge.so "$1"
}

gauge gauge/v1 -DVERSION=1
gauge gauge/v2 -DVERSION=2
gauge gauge/moved -DVERSION=2 -DMOVED
gauge gauge/lacking -DVERSION=2 -DLACKING

threads_library() { # NAME
    clang-22 --target=wasm32-wasip1-threads "--sysroot=$SYSROOT" -pthread -std=c11 -O2 -Wall -Wextra -Werror -fPIC \
        -fvisibility=default -shared -Wl,--experimental-pic -Wl,--strip-debug -Wl,--max-memory=1073741824 \
        -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base \
        -Wl,--export-if-defined=__tls_size,--export-if-defined=__tls_align -o "$1.so" "$1.c"
    chmod 644 "$1.so"
}

threads_library libvisit
threads_library liblinear

python3 abi.py "$work"
cp "$work/libabi.c" .
cp "$work/AbiHeader.java" ../java/org/dylink/binding/abi/
library libabi -std=c11 -Os -Wno-unused-variable -Wno-unused-parameter -Wno-unused-but-set-variable
# The answers are those of another compiler, on another machine.
"${HOST_CC:-gcc}" -std=gnu11 -O1 -w -I. -o "$work/answers" "$work/answers.c"
"$work/answers" > abi.txt
