#!/usr/bin/env bash
# Builds the C++ programs that tests run, against libc++. The binaries are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh [CASE...]         TOOLCHAIN: example-bundles/native/cxx-toolchain.sh made it
#        ./build.sh --expected [CASE...]               writes expected*.txt: what the same sources print, built by g++ with
#                                                      libstdc++
#
# A case is a folder: main.cc, libraries lib*.cc, which main and those after them in the alphabet are linked with, and libplug.cc, which it opens; run*.args with
# the arguments, and for each what is printed on standard output and exit=N. Those called threads-* are built for threads. The
# flags are those of docs/guide-cpp.md, which gives the reasons.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly COMPILE=(-std=c++17 -O2 -Wall -Wextra -Werror -Wno-unused-result -fPIC)

wasm() {
    readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/cxx-toolchain.sh made}/sysroot
    readonly CURRENT=(-mllvm -wasm-use-legacy-eh=false)
    readonly LINK=(-Wl,--experimental-pic -Wl,--strip-all "-Wl,--allow-undefined-file=$SYSROOT/share/wasm-tags.txt")
    readonly PIE=(-Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-dynamic)
    readonly THREADS=(-Wl,--max-memory=1073741824
        -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base
        -Wl,--export-if-defined=__tls_size,--export-if-defined=__tls_align)
    readonly LIBDL=../../../../../linker-service/src/main/resources/lib
    readonly LIBEMSCRIPTEN=../../../../../example-bundles/emscripten/src/main/resources/lib/libemscripten.so
    kind() { # kind CASE: compiler, and what is linked with it
        case $1 in
            threads-*) cxx=(clang++-22 --target=wasm32-wasip1-threads "--sysroot=$SYSROOT" -pthread) ld=("${THREADS[@]}") dl=$LIBDL/threads/libdl.so ;;
            *) cxx=(clang++-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT") ld=() dl=$LIBDL/libdl.so ;;
        esac
        [ "$1" = visibility ] || cxx+=(-fvisibility=default)
    }
    object() { "${cxx[@]}" "${COMPILE[@]}" -Wno-potentially-evaluated-expression -Wno-exceptions -fwasm-exceptions -c -o "$work/$1.o" "${@:2}"; }
    module() { "${cxx[@]}" "${LINK[@]}" "${ld[@]}" "${@:2}" -lunwind -o "$work/out"; install -m 644 "$work/out" "$1"; }
    # As Emscripten's compiler does, over the headers of this sysroot.
    side_module() {
        clang++-22 --target=wasm32-unknown-emscripten -isystem "$SYSROOT/include/c++/v1" -isystem "$SYSROOT/include/wasm32-wasip1" \
            -D__wasi__=1 -U__EMSCRIPTEN__ -D__wasm_exception_handling__ "${COMPILE[@]}" -fvisibility=default -fexceptions \
            -mllvm -enable-emscripten-cxx-exceptions -mllvm -enable-emscripten-sjlj -c -o "$work/$2.o" "$1/$2.cc"
        wasm-ld-22 -m wasm32 --experimental-pic -shared --strip-all --unresolved-symbols=import-dynamic -o "$work/out" "$work/$2.o"
        install -m 644 "$work/out" "$1/$2.so"
    }
    library() { object "$2" "$1/$2.cc" "${@:3}"; module "$1/$2.so" -shared "$work/$2.o" "${linked[@]}"; }
    program() { object "$2" "$1/main.cc" "${@:3}"; module "$1/$2.wasm" "${PIE[@]}" "$work/$2.o" "${linked[@]}" "$dl"; }
    build_case() {
        local source linked=()
        kind "$1"
        for source in "$1"/lib*.cc; do
            source=${source##*/} source=${source%.cc}
            [ -e "$1/$source.cc" ] && [ "$source" != libplug ] || continue
            linked=("${made[@]}")
            library "$1" "$source" "${CURRENT[@]}"
            made=("$1/$source.so" "${made[@]}")
        done
        linked=("${made[@]}")
        if [ "$1" = emscripten ]; then
            side_module "$1" libplug
            linked+=("$LIBEMSCRIPTEN")
        elif [ -e "$1/libplug.cc" ]; then
            library "$1" libplug "${CURRENT[@]}"
        fi
        # A program that brings no C++ library.
        [ "$1" != threads-late ] || ld+=(-nostdlib++)
        program "$1" main "${CURRENT[@]}"
        # Clang's default, over libraries in the current encoding.
        [ "$1" != exceptions ] || program "$1" main-legacy
    }
}

native() {
    readonly GXX=(g++ "${COMPILE[@]}" -Wno-terminate -pthread -fno-gnu-unique -Wl,-rpath,"$work")
    build_case() {
        local source
        for source in "$1"/lib*.cc; do
            source=${source##*/} source=${source%.cc}
            [ -e "$1/$source.cc" ] && [ "$source" != libplug ] || continue
            "${GXX[@]}" -shared -o "$work/$source.so" "$1/$source.cc" "${made[@]}"
            made=("$work/$source.so" "${made[@]}")
        done
        [ ! -e "$1/libplug.cc" ] || "${GXX[@]}" -shared -o "$work/libplug.so" "$1/libplug.cc" "${made[@]}"
        "${GXX[@]}" -rdynamic -o "$work/main" "$1/main.cc" "${made[@]}" -ldl
    }
    expect() { # of each run*.args of a case: what is printed, and how it ends; a signal counts as a trap does
        local args name code
        for args in "$1"/run*.args; do
            [ -e "$args" ] || continue
            name=${args##*/run} name=${name%.args} code=0
            (cd "$work" && LD_LIBRARY_PATH=$work timeout 60 ./main $(cut -d' ' -f2- -s "$OLDPWD/$args")) >"$1/expected$name.txt" 2>/dev/null || code=$?
            echo "exit=$((code > 128 ? 134 : code))" >>"$1/expected$name.txt"
        done
        if [ "$1" = files ]; then
            mkdir "$work/granted"
            "$work/main" "$work/granted" >"$1/expected.txt"
        fi
    }
}

how=wasm
[ "${1:-}" != --expected ] || { how=native && shift; }
"$how"
[ $# -gt 0 ] || set -- */
for folder; do
    folder=${folder%/} made=()
    build_case "$folder"
    [ "$how" != native ] || expect "$folder"
done
