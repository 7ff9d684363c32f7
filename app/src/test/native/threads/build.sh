#!/usr/bin/env bash
# Builds the programs with threads that tests run. The binaries are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh [CASE...]         TOOLCHAIN: example-bundles/native/threads-toolchain.sh made it
#        ./build.sh --expected [CASE...]               writes expected*.txt: what the same sources print, built by gcc
#
# A case is a folder: sources, main.wasm and its libraries, run*.args with the arguments, and for each what is printed on
# standard output and exit=N. The flags are those of example-bundles/native/build.sh, which gives the reasons.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly WARNINGS=(-O2 -Wall -Wextra -Werror)
readonly NO_TAIL=(-fno-optimize-sibling-calls -Wno-infinite-recursion)

wasm() {
    readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/threads-toolchain.sh made}/sysroot
    readonly SHARED=("${WARNINGS[@]}" -pthread -fPIC -fvisibility=default)
    readonly CC=(clang-22 --target=wasm32-wasip1-threads "--sysroot=$SYSROOT" "${SHARED[@]}" "${NO_TAIL[@]}")
    # An object that uses thread-local variables of other libraries: clang makes that access only for Emscripten's target.
    readonly TLS_CC=(clang-22 --target=wasm32-unknown-emscripten -isystem "$SYSROOT/include/wasm32-wasip1-threads"
        -D__wasi__=1 -U__EMSCRIPTEN__ "${SHARED[@]}")
    readonly EXNREF=(-mllvm -wasm-use-legacy-eh=false)
    readonly LINK=(clang-22 --target=wasm32-wasip1-threads "--sysroot=$SYSROOT" -pthread -Wl,--max-memory=1073741824
        -Wl,--experimental-pic -Wl,--strip-debug -Wl,--unresolved-symbols=import-dynamic
        -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base
        -Wl,--export-if-defined=__tls_size,--export-if-defined=__tls_align)
    readonly PIE=(-Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv
        -Wl,--export-if-defined=__main_void)
    readonly LIBDL=../../../../../linker-service/src/main/resources/lib/threads/libdl.so
    compiler() { # of a case and a source
        case $1/$2 in
            em-tls/*) cc=("${TLS_CC[@]}") ;;
            *.cc) cc=(clang++-22 "${CC[@]:1}" -std=c++17 -fno-rtti -fwasm-exceptions "${EXNREF[@]}") ;;
            em-longjmp/*) cc=("${CC[@]}" -mllvm -wasm-enable-sjlj "${EXNREF[@]}") ;;
            *) cc=("${CC[@]}") ;;
        esac
    }
    main() { install -m 644 "$work/out" "$1/main.wasm"; }
    library() { "${LINK[@]}" -shared -o "$work/out" "${@:2}"; install -m 644 "$work/out" "$1"; }
    program() { "${LINK[@]}" "${PIE[@]}" -o "$work/out" "${@:2}" "$LIBDL"; install -m 644 "$work/out" "$1.wasm"; }
}

native() {
    compiler() {
        case $2 in
            *.cc) cc=(g++ "${WARNINGS[@]}" -pthread -fPIC -std=c++17 "${NO_TAIL[@]}") ;;
            *) cc=(gcc "${WARNINGS[@]}" -pthread -fPIC "${NO_TAIL[@]}" -fno-stack-protector) ;;
        esac
    }
    library() { g++ -shared -o "$work/${1##*/}" "${@:2}" -pthread; }
    program() { g++ -rdynamic -o "$work/main" "${@:2:1}" $(for l in "${@:3}"; do echo "$work/${l##*/}"; done) -Wl,-rpath,"$work" -ldl -pthread; }
    expect() { # of each run*.args of a case: what is printed, and how it ends; a signal counts as a trap does
        local args name code
        for args in "$1"/run*.args; do
            name=${args##*/run} name=${name%.args} code=0
            (cd "$work" && timeout 60 ./main $(cut -d' ' -f2- -s "$OLDPWD/$args")) >"$1/expected$name.txt" 2>/dev/null || code=$?
            echo "exit=$((code > 128 ? 134 : code))" >>"$1/expected$name.txt"
        done
    }
}

# object CASE SOURCE NAME [FLAG...]
object() {
    compiler "$1" "$2"
    "${cc[@]}" "${@:4}" -c -o "$work/$3.o" "$1/$2"
}

# needed CASE NAME: the libraries that another one is linked with
needed() {
    case $1/$2 in
        tls/libb | em-tls/libb) echo liba ;;
        em-tls/libplug) echo liba libb ;;
        em-dlopen-many/libmany*) echo libcount ;;
        em-longjmp/libleap) echo libjumps ;;
        em-exceptions/libcleanup) echo libthrow ;;
        create/main) echo libwork ;;
        lock/main) echo libshelf ;;
        tls/main | em-tls/main) echo liba libb ;;
        pointers/main) echo libops ;;
        end/main) echo libend ;;
        em-dlopen-many/main) echo libcount ;;
        em-longjmp/main) echo libleap libjumps ;;
        em-exceptions/main) echo libcleanup libthrow ;;
    esac
}

build_library() { # build_library CASE SOURCE NAME [FLAG...]
    local others
    object "$@"
    others=$(needed "$1" "$3")
    library "$1/$3.so" "$work/$3.o" $(for o in $others; do [ "$how" = native ] && echo "$work/$o.so" || echo "$1/$o.so"; done)
}

build_case() {
    local source name later=()
    for source in "$1"/lib*.c "$1"/lib*.cc; do
        [ -e "$source" ] || continue
        name=${source##*/}
        [ -z "$(needed "$1" "${name%.c*}")" ] || { later+=("$name") && continue; }
        [ "$name" = libmany.c ] && later+=("$name") || build_library "$1" "$name" "${name%.c*}"
    done
    for name in "${later[@]}"; do
        if [ "$name" = libmany.c ]; then
            for n in 0 1 2 3 4 5; do build_library "$1" "$name" "libmany$n" "-DN=$n"; done
        else
            build_library "$1" "$name" "${name%.c*}"
        fi
    done
    source=$(cd "$1" && ls main.c*)
    object "$1" "$source" main
    program "$1/main" "$work/main.o" $(for o in $(needed "$1" main); do echo "$1/$o.so"; done)
}

how=wasm
[ "${1:-}" != --expected ] || { how=native && shift; }
"$how"
[ $# -gt 0 ] || set -- */
for folder; do
    folder=${folder%/}
    build_case "$folder"
    [ "$how" != native ] || expect "$folder"
done
