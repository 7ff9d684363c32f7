#!/usr/bin/env bash
# Runs the test suites that libraries of example-bundles have themselves: each program of a suite is compiled as a main over the
# committed library, and run by 'dylink run'. Prints a line a suite; what failed, and what the program said, is in FOLDER.
#
# Usage: TOOLCHAIN=FOLDER tests/catalogue/suites.sh FOLDER [SUITE...]     suites: see ALL below
#   TOOLCHAIN    what example-bundles/native/toolchain.sh made
#   ZLIB_SRC and so on: unpacked sources; without them library-source.sh and zlib-source.sh fetch them from Debian into FOLDER
#   LUA_TESTS    the unpacked tests of Lua 5.4.4, which Debian's sources lack; without it they are not run
#   DYLINK_OPTS  for the JVM, as of the start script
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
readonly FOLDER=$(mkdir -p "${1:?usage: suites.sh FOLDER [SUITE...]}" && cd "$1" && pwd)
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
readonly root bundles=$root/example-bundles
readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=gnu11 -O2 -w -fPIC -fvisibility=default -D_WASI_EMULATED_SIGNAL
    -D_WASI_EMULATED_PROCESS_CLOCKS -D_WASI_EMULATED_GETPID)
readonly LINK=(-Wl,--experimental-pic -Wl,-pie -Wl,--import-memory -Wl,--export-memory -Wl,--export-if-defined=__main_argc_argv)
readonly EMULATED=("$SYSROOT"/lib/wasm32-wasip1/lib{setjmp,wasi-emulated-signal,wasi-emulated-process-clocks,wasi-emulated-getpid}.so)
readonly JUMPS=(-mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh=false)
libraries=("$bundles"/{libc,zlib,sqlite}/src/main/resources/lib "$bundles"/catalogue/*/src/main/resources/lib)

# sources NAME: the folder of NAME_SRC, or what Debian has
sources() {
    local given=${1^^}_SRC
    src=${!given:-$FOLDER/$1-src}
    [ -d "$src" ] || if [ "$1" = zlib ]; then
        "$bundles/native/zlib-source.sh" "$src"
    else
        "$bundles/native/library-source.sh" "$1" "$src"
    fi
}

# program NAME LIBRARY SOURCE... [FLAG...]: FOLDER/NAME.wasm
program() {
    local tags=$FOLDER/tags library=$bundles/$2
    echo __c_longjmp >"$tags"
    "${CC[@]}" "${JUMPS[@]}" "${LINK[@]}" "-Wl,--allow-undefined-file=$tags" -o "$FOLDER/$1.wasm" "${@:3}" "$library" "${EMULATED[@]}"
}

# run NAME ARGUMENT...: in the folder that is the current one, which it may read and write
run() {
    local each options=()
    for each in "${libraries[@]}"; do options+=(-L "$each"); done
    "$root/dylink" run "${options[@]}" --env PATH=/ --dir "$PWD::." --stack-size 16777216 "$FOLDER/$1.wasm" "${@:2}"
}

passed=0 failed=0
# check NAME COMMAND...: whether it ends with 0
check() {
    if "${@:2}" >"$FOLDER/$1.out" 2>&1 </dev/null; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "  failed: $1 ($FOLDER/$1.out)"; fi
}

suite_zlib() {
    sources zlib
    cd "$FOLDER"
    local name flags=("-I$src" -DHAVE_UNISTD_H)
    for name in example minigzip; do program "zlib-$name" zlib/src/main/resources/lib/libz.so "$src/test/$name.c" "${flags[@]}"; done
    # It calls a function that stays inside the library, and has it here a second time.
    program zlib-infcover zlib/src/main/resources/lib/libz.so "$src/test/infcover.c" "$src/inftrees.c" "${flags[@]}"
    check zlib-example run zlib-example zlib-example.gz
    check zlib-infcover run zlib-infcover
    check zlib-minigzip zlib_there_and_back
}

zlib_there_and_back() {
    cp "$src/ChangeLog" zlib-text
    run zlib-minigzip zlib-text && gunzip -c zlib-text.gz | cmp - "$src/ChangeLog" && run zlib-minigzip -d zlib-text.gz && cmp zlib-text "$src/ChangeLog"
}

suite_lz4() {
    sources lz4
    cd "$FOLDER"
    local name flags=("-I$src/lib" "-I$src/programs" -DXXH_NAMESPACE=LZ4_ '-Dchown(file,user,group)=0')
    for name in fuzzer frametest roundTripTest; do program "lz4-$name" catalogue/lz4/src/main/resources/lib/liblz4.so "$src/tests/$name.c" "${flags[@]}"; done
    check lz4-fuzzer run lz4-fuzzer -i200 -s1
    check lz4-frametest run lz4-frametest -i200 -s1
    cp "$src/lib/lz4.c" lz4-text
    check lz4-roundTripTest run lz4-roundTripTest lz4-text
}

suite_bzip2() {
    sources bzip2
    cp "$src"/sample* "$FOLDER"
    cd "$FOLDER"
    program bzip2 catalogue/bzip2/src/main/resources/lib/libbz2.so "$src/bzip2.c" "-I$src" '-Dfchown(file,user,group)=0'
    local n
    for n in 1 2 3; do
        check "bzip2-pack-$n" bzip2_pack $n
        check "bzip2-unpack-$n" bzip2_unpack $n
    done
}

# As in its makefile: WASI has no modes and owners of files, which the command copies from file to file.
bzip2_pack() { run bzip2 "-$1" <"sample$1.ref" >"sample$1.rb2" && cmp "sample$1.bz2" "sample$1.rb2"; }
bzip2_unpack() { run bzip2 -d <"sample$1.bz2" >"sample$1.tst" && cmp "sample$1.tst" "sample$1.ref"; }

suite_xz() {
    sources xz
    local test flags=(-DHAVE_CONFIG_H "-I$FOLDER/xz" "-I$src/src/common" "-I$src/src/liblzma/api" "-I$src/src/liblzma" "-I$src/tests")
    mkdir -p "$FOLDER/xz"
    printf '#define %s\n' 'HAVE_INTTYPES_H 1' 'HAVE_STDINT_H 1' 'HAVE_STDBOOL_H 1' 'HAVE_ENCODERS 1' 'HAVE_DECODERS 1' 'HAVE_CHECK_CRC32 1' \
        'HAVE_CHECK_CRC64 1' 'HAVE_CHECK_SHA256 1' 'HAVE_LZIP_DECODER 1' 'HAVE_ENCODER_LZMA1 1' 'HAVE_ENCODER_LZMA2 1' 'HAVE_DECODER_LZMA1 1' \
        'HAVE_DECODER_LZMA2 1' 'HAVE_ENCODER_X86 1' 'HAVE_DECODER_X86 1' 'HAVE_ENCODER_POWERPC 1' 'HAVE_DECODER_POWERPC 1' 'HAVE_ENCODER_ARM 1' \
        'HAVE_DECODER_ARM 1' 'HAVE_ENCODER_DELTA 1' 'HAVE_DECODER_DELTA 1' 'sigset_t int' 'sigprocmask(a,b,c) 0' >"$FOLDER/xz/config.h"
    cp -r "$src/tests/files" "$FOLDER/xz/"
    cd "$FOLDER/xz"
    for test in bcj_exact_size block_header check filter_flags hardware index index_hash lzip_decoder memlimit stream_flags vli; do
        program "xz-$test" catalogue/xz/src/main/resources/lib/liblzma.so "$src/tests/test_$test.c" "${flags[@]}"
        check "xz-$test" xz_test "$test"
    done
}

# 77: the test says that it is for what is not compiled in.
xz_test() {
    local code=0
    srcdir=. run "xz-$1" || code=$?
    [ $code = 0 ] || [ $code = 77 ]
}

# RunTest's lists for 8 bits, without those for other widths, the just-in-time compiler, French, and libraries built without Unicode or \C.
suite_pcre2() {
    sources pcre2
    local number
    mkdir -p "$FOLDER/pcre2" && cp -r "$src/testdata" "$FOLDER/pcre2/"
    cp "$src/testdata/testbtables" "$src/src/config.h.generic" "$FOLDER/pcre2/"
    mv "$FOLDER/pcre2/config.h.generic" "$FOLDER/pcre2/config.h"
    cp "$src/src/pcre2.h.generic" "$FOLDER/pcre2/pcre2.h"
    # It has an option for the stack's size, which WASI has no calls for.
    printf '%s\n' 'struct rlimit { unsigned long rlim_cur, rlim_max; };' '#define RLIMIT_STACK 3' '#define getrlimit(what, limit) (-1)' \
        '#define setrlimit(what, limit) (-1)' >"$FOLDER/pcre2/rlimit.h"
    cd "$FOLDER/pcre2"
    program pcre2test catalogue/pcre2/src/main/resources/lib/libpcre2-8.so "$src/src/pcre2test.c" "$src/src/pcre2posix.c" "-I$FOLDER/pcre2" "-I$src/src" \
        -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DSUPPORT_PCRE2_8 -include "$FOLDER/pcre2/rlimit.h" -DSUPPORT_UNICODE -DHAVE_MEMMOVE -DHAVE_STRERROR -DHAVE_UNISTD_H
    for number in 1 2 4 5 6 7 8-8-2 9 10 14-8 15 18 19 20 21 22-8 24 25 26; do
        check "pcre2-$number" pcre2_list "$number"
    done
}

pcre2_list() {
    run pcre2test -q "testdata/testinput${1%%-*}" "out$1" || return
    [ "$1" != 2 ] || run pcre2test -q -error -70,-62,-2,-1,0,100,101,191,200 >>out2
    diff "testdata/testoutput$1" "out$1"
}

suite_libpng() {
    sources libpng
    sources zlib && local zlib=$src
    sources libpng
    cp "$src/pngtest.png" "$FOLDER"
    cp "$src/scripts/pnglibconf.h.prebuilt" "$FOLDER/pnglibconf.h"
    cd "$FOLDER"
    program pngtest catalogue/libpng/src/main/resources/lib/libpng16.so "$src/pngtest.c" "-I$FOLDER" "-I$src" "-I$zlib" \
        "$bundles/zlib/src/main/resources/lib/libz.so"
    program pngvalid catalogue/libpng/src/main/resources/lib/libpng16.so "$src/contrib/libtests/pngvalid.c" "-I$FOLDER" "-I$src" "-I$zlib" -lm \
        "$bundles/zlib/src/main/resources/lib/libz.so"
    check pngtest run pngtest --strict pngtest.png
    local part
    for part in --standard --size --transform --gamma-transform; do check "pngvalid$part" run pngvalid --strict $part; done
}

suite_libjpeg() {
    sources libjpeg
    cd "$FOLDER"
    cp "$src/turbojpeg.h" . && mkdir -p libjpeg-include
    printf '#define %s\n' 'BUILD ""' 'PACKAGE_NAME "libjpeg-turbo"' 'VERSION "2.1.5"' 'INLINE inline' 'THREAD_LOCAL' 'FALLTHROUGH' >libjpeg-include/jconfigint.h
    printf '#define %s\n' 'JPEG_LIB_VERSION 62' 'LIBJPEG_TURBO_VERSION 2.1.5' 'LIBJPEG_TURBO_VERSION_NUMBER 2001005' 'MEM_SRCDST_SUPPORTED 1' \
        'BITS_IN_JSAMPLE 8' 'C_ARITH_CODING_SUPPORTED 1' 'D_ARITH_CODING_SUPPORTED 1' >libjpeg-include/jconfig.h
    program tjunittest catalogue/libjpeg/src/main/resources/lib/libturbojpeg.so "$src/tjunittest.c" "$src/tjutil.c" "$src/md5/md5.c" "$src/md5/md5hl.c" \
        "-I$FOLDER/libjpeg-include" "-I$src" "-I$src/md5"
    check tjunittest run tjunittest
    check tjunittest-yuv run tjunittest -yuv
    check tjunittest-bmp run tjunittest -bmp
}

suite_lua() {
    sources lua
    [ -d "${LUA_TESTS:-}" ] || { echo "  no LUA_TESTS: not run" && return; }
    local extra=$bundles/catalogue/lua/src/main/c
    program lua catalogue/lua/src/main/resources/lib/liblua5.4.so "$src/src/lua.c" "-I$extra" "-I$src/src" -include "$extra/absent.h" -DLUA_COMPAT_5_3
    rm -rf "$FOLDER/lua" && cp -r "$LUA_TESTS" "$FOLDER/lua"
    cd "$FOLDER/lua"
    local each
    for each in *.lua; do
        case $each in
            # all: runs the others; main: starts processes; heavy: takes all memory; the rest are read by others
            all.lua | main.lua | heavy.lua | bwcoercion.lua | tracegc.lua) ;;
            *) check "lua-${each%.lua}" run lua -e "_soft=true _port=true _nomsg=true" "$each" ;;
        esac
    done
}

readonly ALL=(zlib lz4 bzip2 xz pcre2 libpng libjpeg lua)
[ $# -gt 0 ] || set -- "${ALL[@]}"
for suite; do
    passed=0 failed=0
    "suite_$suite"
    echo "$suite: $passed passed, $failed failed"
done
