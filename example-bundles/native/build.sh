#!/usr/bin/env bash
# Builds every binary of example-bundles/ from its C sources. The binaries are committed, so that the Java build needs
# no C compiler; a run with the same toolchain gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER native/build.sh [BUNDLE...]      bundles: see ALL below; without: all
#   TOOLCHAIN   the folder that native/toolchain.sh made; libc-threads and work-queue need what native/threads-toolchain.sh
#               puts there, too, libcxx, libcxx-threads and emscripten what native/cxx-toolchain.sh does, markdown what
#               native/rust-toolchain.sh does
#   ZLIB_SRC    unpacked sources of zlib 1.2.13; without it native/zlib-source.sh fetches them
#   SQLITE_SRC  a folder with sqlite3.c and sqlite3.h 3.40.1; without it native/sqlite-source.sh makes them
#   LZ4_SRC and so on: unpacked sources of a library of catalogue.sh; without them native/library-source.sh fetches them
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

# Programs with threads, and their libraries. The four exports are what the linker needs to give each thread its own
# thread-local data; a library without any has them too, of size 0. Each module says how far the memory may grow.
readonly THREADS_CC=(clang-22 --target=wasm32-wasip1-threads "--sysroot=$SYSROOT" -pthread)
readonly THREADS_LINK=(-Wl,--max-memory=1073741824
    -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base
    -Wl,--export-if-defined=__tls_size,--export-if-defined=__tls_align)

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

# The same three for programs with threads.
compile_threaded() {
    local object=$1
    shift
    "${THREADS_CC[@]}" "${COMPILE[@]}" -c -o "$object" "$@"
}

link_threaded_library() {
    local library=$1
    shift
    "${THREADS_CC[@]}" "${LINK[@]}" "${THREADS_LINK[@]}" -shared -o "$library" "$@"
}

link_threaded_main() {
    local program=$1
    shift
    "${THREADS_CC[@]}" "${LINK[@]}" "${THREADS_LINK[@]}" "${PIE[@]}" -o "$program" "$@"
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

# Most of the other libraries of wasi-libc are for programs without threads alone.
build_libc_threads() {
    install_file lib "$SYSROOT/lib/wasm32-wasip1-threads/libc.so" libc-threads
}

build_libcxx() {
    install_file lib "$SYSROOT_LIBRARIES/libc++.so" libcxx
    install_file lib "$SYSROOT_LIBRARIES/libc++abi.so" libcxx
}

build_libcxx_threads() {
    install_file lib "$SYSROOT/lib/wasm32-wasip1-threads/libc++.so" libcxx-threads
    install_file lib "$SYSROOT/lib/wasm32-wasip1-threads/libc++abi.so" libcxx-threads
}

# invoke LETTERS: a line for emscripten.cc, of which the first letter is the result's
invoke() {
    local -A types=([v]=void [i]=int [j]='long long' [f]=float [d]=double)
    local at letter name types_of='' parameters='' arguments=''
    for ((at = 1; at < ${#1}; at++)); do
        letter=${1:at:1} name=a$at
        types_of+=", ${types[$letter]}" parameters+=", ${types[$letter]} $name" arguments+=", $name"
    done
    echo "INVOKE($1, ${types[${1:0:1}]}, (${types_of#, }), PASS($parameters), PASS($arguments))"
}

# All signatures of up to three arguments, and of more integers.
invokes() {
    local a b c result integers=iiii
    for result in v i j f d; do
        invoke "$result"
        for a in i j f d; do
            invoke "$result$a"
            for b in i j f d; do
                invoke "$result$a$b"
                for c in i j f d; do invoke "$result$a$b$c"; done
            done
        done
    done
    for ((a = 4; a <= 12; a++)); do
        for result in v i j f d; do invoke "$result$integers"; done
        integers+=i
    done
}

build_emscripten() {
    local source=$bundles/emscripten/src/main/cxx out=$work/emscripten
    mkdir -p "$out"
    invokes >"$out/invoke.inc"
    clang++-22 "${CC[@]:1}" -std=c++20 -Os -Wall -Wextra -Werror -fPIC -fvisibility=default -fwasm-exceptions \
        -mllvm -wasm-use-legacy-eh=false "-I$out" -c -o "$out/emscripten.o" "$source/emscripten.cc"
    "${CC[@]}" -fPIC -c -o "$out/stack.o" "$source/stack.s"
    clang++-22 "${CC[@]:1}" "${LINK[@]}" "-Wl,--allow-undefined-file=$SYSROOT/share/wasm-tags.txt" -Wl,--strip-all -shared \
        -o "$out/libemscripten.so" "$out/emscripten.o" "$out/stack.o" "$SYSROOT_LIBRARIES/libsetjmp.so" -lunwind
    install_file lib "$out/libemscripten.so" emscripten
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

# libjregex.so is no library of C: the linker wrote the file from the class (ToolchainFileTest), for wasm-ld to link with.
build_java_regex() {
    local source=$bundles/java-regex/src/main/c out=$work/java-regex
    mkdir -p "$out"
    compile "$out/match.o" "$source/match.c"
    link_main "$out/match.wasm" "$out/match.o" "$source/libjregex.so"
    install_file bin "$out/match.wasm" java-regex
}

build_plugins() {
    local plugin program=$bundles/plugins/program/src/main/c out=$work/plugins
    mkdir -p "$out"
    compile "$out/filter.o" "$program/filter.c"
    link_main "$out/filter.wasm" "$out/filter.o" "$bundles/../linker-service/src/main/resources/lib/libdl.so"
    install_file bin "$out/filter.wasm" plugins/program
    for plugin in upper rot13; do
        compile "$out/$plugin.o" "$bundles/plugins/$plugin/src/main/c/$plugin.c" "-I$program"
        link_library "$out/libfilter-$plugin.so" "$out/$plugin.o"
        install_file lib "$out/libfilter-$plugin.so" "plugins/$plugin"
    done
}

# build_greeting VERSION PROGRAM: a library, and the program that is linked with it.
build_greeting() {
    local library=$bundles/two-versions/greet-$1 program=$bundles/two-versions/$2 out=$work/two-versions/$1
    mkdir -p "$out"
    compile "$out/greet.o" "$library/src/main/c/greet.c"
    link_library "$out/libgreet.so" "$out/greet.o"
    install_file lib "$out/libgreet.so" "two-versions/greet-$1"
    compile "$out/$2.o" "$program/src/main/c/$2.c" "-I$library/src/main/c"
    link_main "$out/$2.wasm" "$out/$2.o" "$out/libgreet.so"
    install_file bin "$out/$2.wasm" "two-versions/$2"
}

build_two_versions() {
    build_greeting 1 letters
    build_greeting 2 daytime
}

build_work_queue() {
    local job source=$bundles/work-queue out=$work/work-queue
    local headers=("-I$source/library/src/main/c" "-I$source/program/src/main/c")
    mkdir -p "$out"
    compile_threaded "$out/queue.o" "$source/library/src/main/c/queue.c"
    link_threaded_library "$out/libqueue.so" "$out/queue.o"
    install_file lib "$out/libqueue.so" work-queue/library
    compile_threaded "$out/jobs.o" "$source/program/src/main/c/jobs.c" "${headers[@]}"
    link_threaded_main "$out/jobs.wasm" "$out/jobs.o" "$out/libqueue.so" \
        "$bundles/../linker-service/src/main/resources/lib/threads/libdl.so"
    install_file bin "$out/jobs.wasm" work-queue/program
    for job in primes chains; do
        compile_threaded "$out/$job.o" "$source/$job/src/main/c/$job.c" "${headers[@]}"
        link_threaded_library "$out/libjob-$job.so" "$out/$job.o"
        install_file lib "$out/libjob-$job.so" "work-queue/$job"
    done
}

sqlite_sources() {
    if [ -z "${SQLITE_SRC:-}" ]; then
        SQLITE_SRC=$work/sqlite-src
        "$native/sqlite-source.sh" "$SQLITE_SRC"
    fi
}

build_sqlite() {
    sqlite_sources
    local out=$work/sqlite
    mkdir -p "$out"
    # -Os: two thirds of the bytes. -w: SQLite's sources are not ours to clean.
    compile "$out/sqlite3.o" "$SQLITE_SRC/sqlite3.c" -std=gnu11 -Os -w "${SQLITE_FLAGS[@]}"
    # gnu11: getentropy and usleep are no part of C11.
    compile "$out/vfs.o" "$bundles/sqlite/src/main/c/vfs.c" -std=gnu11 -fvisibility=hidden -isystem "$SQLITE_SRC"
    link_library "$out/libsqlite3.so" "$out/sqlite3.o" "$out/vfs.o"
    install_file lib "$out/libsqlite3.so" sqlite
}

# shellcheck source=catalogue.sh
. "$native/catalogue.sh"

# In this order: zlib-demo and libpng link against the libz.so of the bundle zlib.
readonly ALL=(libc libc-threads libcxx libcxx-threads emscripten zlib hello twolevel zlib-demo java-regex plugins two-versions work-queue
    sqlite "${CATALOGUE[@]}")
[ $# -gt 0 ] || set -- "${ALL[@]}"
for bundle; do
    case " ${ALL[*]} " in
        *" $bundle "*) "build_${bundle//-/_}" ;;
        *) echo "build.sh: unknown bundle $bundle: expected one of ${ALL[*]}" >&2 && exit 2 ;;
    esac
done
