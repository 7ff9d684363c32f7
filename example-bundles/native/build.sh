#!/usr/bin/env bash
# Builds every binary of example-bundles/ from its C sources. The binaries are committed, so that the Java build needs
# no C compiler; a run with the same toolchain gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER native/build.sh [BUNDLE...]      bundles: libc zlib hello twolevel zlib-demo; without: all
#   TOOLCHAIN   the folder that native/toolchain.sh made
#   ZLIB_SRC    unpacked sources of zlib 1.2.13; without it native/zlib-source.sh fetches them
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
readonly SYSROOT_LIBRARIES=$SYSROOT/lib/wasm32-wasip1
native=$(cd "$(dirname "$0")" && pwd)
readonly native bundles=${native%/*}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT")
# Clang hides symbols by default for this target: nothing of a library would be exported.
readonly COMPILE=(-std=c11 -O2 -Wall -Wextra -Werror -fPIC -fvisibility=default)
# No -O here: clang would then run whatever wasm-opt is on the path, and the bytes would depend on the machine.
# --strip-debug: drops the .debug sections of libc's objects and keeps the name section, which names the functions
# in a trap's call stack.
readonly LINK=(-Wl,--experimental-pic -Wl,--strip-debug)
# A PIE takes the memory that the linker made, and gives it back under the name that WASI looks for. crt1 calls main
# by way of libc.so, which must find __main_argc_argv among main's exports.
readonly PIE=(-Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv)

# compile OBJECT SOURCE [FLAG...]
compile() {
    local object=$1
    shift
    "${CC[@]}" "${COMPILE[@]}" -c -o "$object" "$@"
}

# link_library LIBRARY OBJECT... [LIBRARY...]: every library named last becomes a NEEDED, by its file name; so does libc.so.
link_library() {
    local library=$1
    shift
    "${CC[@]}" "${LINK[@]}" -shared -o "$library" "$@"
}

# link_main PROGRAM OBJECT... [LIBRARY...]
link_main() {
    local program=$1
    shift
    "${CC[@]}" "${LINK[@]}" "${PIE[@]}" -o "$program" "$@"
}

# install_file KIND FILE BUNDLE: into the bundle's resources, KIND is lib or bin. Not executable: it is data for a jar.
install_file() {
    install -D -m 644 "$2" "$bundles/$3/src/main/resources/$1/$(basename "$2")"
}

# libdl.so stays out: in the sysroot it is a stub that always fails, and the linker service brings a real one.
build_libc() {
    local library
    for library in "$SYSROOT_LIBRARIES"/lib{c,setjmp,wasi-emulated-{getpid,mman,process-clocks,signal}}.so; do
        install_file lib "$library" libc
    done
}

zlib_sources() {
    if [ -z "${ZLIB_SRC:-}" ]; then
        ZLIB_SRC=$work/zlib-src
        "$native/zlib-source.sh" "$ZLIB_SRC"
    fi
}

build_zlib() {
    zlib_sources
    local unit objects=() out=$work/zlib
    mkdir -p "$out"
    for unit in adler32 compress crc32 deflate infback inffast inflate inftrees trees uncompr zutil \
        gzclose gzlib gzread gzwrite; do
        # zlib 1.2.13 is written in C as of before 1989 (no prototypes), which clang 22 warns about.
        # HAVE_HIDDEN: functions that the units share stay inside the library.
        compile "$out/$unit.o" "$ZLIB_SRC/$unit.c" -std=gnu99 -DHAVE_UNISTD_H -DHAVE_HIDDEN -Wno-deprecated-non-prototype
        objects+=("$out/$unit.o")
    done
    link_library "$out/libz.so" "${objects[@]}"
    install_file lib "$out/libz.so" zlib
    install -D -m 644 "$ZLIB_SRC/LICENSE" "$bundles/zlib/src/main/resources/META-INF/LICENSE-zlib.txt"
}

build_hello() {
    local out=$work/hello
    mkdir -p "$out"
    compile "$out/hello.o" "$bundles/hello/src/main/c/hello.c"
    link_main "$out/hello.wasm" "$out/hello.o"
    install_file bin "$out/hello.wasm" hello
}

build_twolevel() {
    local unit source=$bundles/twolevel/src/main/c out=$work/twolevel
    mkdir -p "$out"
    for unit in foo bar main; do
        compile "$out/$unit.o" "$source/$unit.c"
    done
    link_library "$out/libfoo.so" "$out/foo.o"
    link_library "$out/libbar.so" "$out/bar.o" "$out/libfoo.so"
    link_main "$out/twolevel.wasm" "$out/main.o" "$out/libbar.so" "$out/libfoo.so"
    install_file lib "$out/libfoo.so" twolevel
    install_file lib "$out/libbar.so" twolevel
    install_file bin "$out/twolevel.wasm" twolevel
}

build_zlib_demo() {
    zlib_sources
    local out=$work/zlib-demo
    mkdir -p "$out"
    # -isystem: no warnings about zlib.h, and the sources of zlib stay outside the project.
    compile "$out/zdemo.o" "$bundles/zlib-demo/src/main/c/zdemo.c" -isystem "$ZLIB_SRC"
    link_main "$out/zdemo.wasm" "$out/zdemo.o" "$bundles/zlib/src/main/resources/lib/libz.so"
    install_file bin "$out/zdemo.wasm" zlib-demo
}

# In this order: zlib-demo links against the libz.so of the bundle zlib.
readonly ALL=(libc zlib hello twolevel zlib-demo)
[ $# -gt 0 ] || set -- "${ALL[@]}"
for bundle; do
    case " ${ALL[*]} " in
        *" $bundle "*) "build_${bundle//-/_}" ;;
        *) echo "build.sh: unknown bundle $bundle: expected one of ${ALL[*]}" >&2 && exit 2 ;;
    esac
done
