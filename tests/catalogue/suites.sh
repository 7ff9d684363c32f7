#!/usr/bin/env bash
# Runs the test suites that libraries of example-bundles have themselves: each program of a suite is compiled as a main over the
# committed library, and run by 'dylink run'. Prints a line a suite; what failed, and what the program said, is in FOLDER. Ends with 1 if
# anything failed that is not known to.
#
# Usage: TOOLCHAIN=FOLDER tests/catalogue/suites.sh FOLDER [SUITE...]     suites: the files in suites; without: all
#   TOOLCHAIN    what example-bundles/native/toolchain.sh made; where it or clang is missing, nothing is run, and it says so
#   ENGINE       the engine to run them on, such as native
#   LIMIT        seconds for one program; else 900
#   ZLIB_SRC and so on: unpacked sources; without them library-source.sh, zlib-source.sh and sqlite-source.sh fetch them from Debian
#                into FOLDER. For SQLite's tests SQLITE_TREE is all of them, and SQLITE_SRC what is made of them
#   LUA_TESTS    the unpacked tests of Lua 5.4.4, which Debian's sources lack; without it they are not run
#   DYLINK_OPTS, JAVA_HOME: as of the start script
set -euo pipefail

readonly FOLDER=$(mkdir -p "${1:?usage: suites.sh FOLDER [SUITE...]}" && cd "$1" && pwd)
shift
if [ ! -d "${TOOLCHAIN:-/nowhere}/sysroot" ] || ! command -v clang-22 >/dev/null; then
    echo "suites.sh: skipped: needs clang-22, and TOOLCHAIN, the folder that example-bundles/native/toolchain.sh makes"
    exit
fi
readonly SYSROOT=$TOOLCHAIN/sysroot
root=$(cd "$(dirname "$0")/../.." && pwd)
readonly root bundles=$root/example-bundles suites=$root/tests/catalogue/suites
# shellcheck source=../../example-bundles/native/catalogue.sh
. "$bundles/native/catalogue.sh"

readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=gnu11 -O2 -w -fPIC -fvisibility=default -D_WASI_EMULATED_SIGNAL
    -D_WASI_EMULATED_PROCESS_CLOCKS -D_WASI_EMULATED_GETPID)
readonly LINK=(-Wl,--experimental-pic -Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv)
readonly EMULATED=("$SYSROOT"/lib/wasm32-wasip1/lib{setjmp,wasi-emulated-signal,wasi-emulated-process-clocks,wasi-emulated-getpid}.so)
options=(--timeout "${LIMIT:-900}" --stack-size 16M)
[ -z "${ENGINE:-}" ] || options+=(--engine "$ENGINE")
for each in "$bundles"/{libc,zlib,sqlite}/src/main/resources/lib "$bundles"/catalogue/*/src/main/resources/lib; do options+=(-L "$each"); done
readonly options

# sources NAME: the folder of NAME_SRC, or what Debian has
sources() {
    local given=${1^^}_SRC
    src=${!given:-$FOLDER/$1-src}
    [ -d "$src" ] && return
    rm -rf "$src.part"
    if [ "$1" = zlib ]; then
        "$bundles/native/zlib-source.sh" "$src.part"
    else
        "$bundles/native/library-source.sh" "$1" "$src.part"
    fi
    mv "$src.part" "$src"
}

# program NAME LIBRARY SOURCE... [FLAG...]: FOLDER/NAME.wasm
program() {
    local tags=$FOLDER/tags library=$bundles/$2
    echo __c_longjmp >"$tags"
    "${CC[@]}" "${JUMPS[@]}" "${LINK[@]}" "-Wl,--allow-undefined-file=$tags" -o "$FOLDER/$1.wasm" "${@:3}" "$library" "${EMULATED[@]}"
}

# command_of NAME: what runs it in the current folder, which it may read and write, as 'command'
command_of() {
    command=("$root/dylink" run "${options[@]}" --env PATH=/ --dir "$PWD::." "$FOLDER/$1.wasm")
}

# run NAME ARGUMENT...
run() {
    local command
    command_of "$1"
    "${command[@]}" "${@:2}"
}

passed=0 failed=0 surprises=0 known=''
# known NAME...: what fails, as docs/catalogue.md tells; what fails beside it is a failure of the run
known() { known+=" $* "; }

# check NAME COMMAND...: whether it ends with 0
check() {
    if "${@:2}" >"$FOLDER/$1.out" 2>&1 </dev/null; then
        passed=$((passed + 1))
        [[ $known != *" $1 "* ]] || echo "  passed, and is said to fail: $1"
    else
        failed=$((failed + 1))
        if [[ $known == *" $1 "* ]]; then
            echo "  failed, as is known: $1"
        else
            surprises=$((surprises + 1))
            echo "  failed: $1 ($FOLDER/$1.out)"
        fi
    fi
}

if [ $# = 0 ]; then
    for each in "$suites"/*.sh; do set -- "$@" "$(basename "$each" .sh)"; done
fi
for suite; do
    [ -f "$suites/$suite.sh" ] || { echo "suites.sh: unknown suite $suite: see $suites" >&2 && exit 2; }
    # shellcheck source=/dev/null
    . "$suites/$suite.sh"
    passed=0 failed=0
    "suite_$suite"
    echo "$suite: $passed passed, $failed failed"
done
[ $surprises = 0 ]
