#!/usr/bin/env bash
# Builds the small programs that the linker's tests run. The binaries are committed; a run gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER ./build.sh      TOOLCHAIN: the folder that example-bundles/native/toolchain.sh made
# The flags are those of example-bundles/native/build.sh, which gives the reasons.
set -euo pipefail

readonly SYSROOT=${TOOLCHAIN:?set TOOLCHAIN to the folder that native/toolchain.sh made}/sysroot
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly CC=(clang-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c11)
readonly COMPILE=(-O2 -Wall -Wextra -Werror)
readonly SHARED=(-fPIC -fvisibility=default)
readonly LINK=(-Wl,--experimental-pic -Wl,--strip-debug)
readonly MAIN=(-Wl,--export-if-defined=__main_argc_argv)
readonly PIE=(-Wl,-pie -Wl,--import-memory -Wl,--export-memory)
# What a non-PIE main has to export, apart from __stack_pointer, for libraries to live in its memory and table.
readonly NON_PIE=(-nodefaultlibs -Wl,-Bdynamic -Wl,--export-table -Wl,--growable-table
    -Wl,--export=__heap_base -Wl,--export=__heap_end -Wl,--export=__stack_low -Wl,--export=__stack_high -z stack-size=65536)
# setjmp and longjmp by wasm exceptions. libsetjmp.so imports the tag from env, and so do the rest.
readonly JUMPS=(-mllvm -wasm-enable-sjlj)
readonly EXNREF=(-mllvm -wasm-use-legacy-eh=false)
readonly UNDEFINED=(-Wl,--unresolved-symbols=import-dynamic)
# Freestanding: no libc, no start file, nothing but what the source has.
readonly BARE=(clang-22 --target=wasm32-unknown-unknown -std=c11 "${COMPILE[@]}" -ffreestanding -nostdlib -Wl,--no-entry -Wl,--strip-debug)

compile() { # compile NAME...: NAME.c -> object
    local name
    for name; do
        "${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" -c -o "$work/$name.o" "$name.c"
    done
}

pie() { # pie NAME [LIBRARY...]
    compile "$1"
    "${CC[@]}" "${LINK[@]}" "${MAIN[@]}" "${PIE[@]}" -o "$work/$1.wasm" "$work/$1.o" "${@:2}"
}

library() { # library NAME
    compile "$1"
    "${CC[@]}" "${LINK[@]}" -shared -o "$work/$1.so" "$work/$1.o"
}

library libtrap
pie trap "$work/libtrap.so"

for name in loop files stdin sock deep deepcall; do
    pie "$name"
done

compile nonpie-nosp
"${CC[@]}" "${LINK[@]}" "${MAIN[@]}" "${NON_PIE[@]}" -o "$work/nonpie-nosp.wasm" "$work/nonpie-nosp.o" \
    "$SYSROOT/lib/wasm32-wasip1/libc.so"

# mismatch.wasm is linked against the decoy under the library's name: NEEDED says libmm.so, the type is the decoy's.
compile mismatch-decoy
"${CC[@]}" "${LINK[@]}" -shared -o "$work/libmm.so" "$work/mismatch-decoy.o"
pie mismatch "$work/libmm.so"
library libmm

libsetjmp=$SYSROOT/lib/wasm32-wasip1/libsetjmp.so
"${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" "${JUMPS[@]}" "${EXNREF[@]}" -c -o "$work/jump.o" jump.c
"${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" "${JUMPS[@]}" "${EXNREF[@]}" -c -o "$work/libjump.o" libjump.c
"${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" "${JUMPS[@]}" -c -o "$work/legacy.o" legacy.c
"${CC[@]}" -fPIC -c -mexception-handling -o "$work/libtag.o" libtag.s
"${CC[@]}" "${LINK[@]}" -shared -nostdlib -Wl,--no-entry -o "$work/libtag.so" "$work/libtag.o"
"${CC[@]}" "${LINK[@]}" "${UNDEFINED[@]}" -shared -o "$work/libjump.so" "$work/libjump.o" "$libsetjmp"
jumper=("${CC[@]}" "${LINK[@]}" "${MAIN[@]}" "${PIE[@]}" "${UNDEFINED[@]}")
"${jumper[@]}" -o "$work/jump.wasm" "$work/jump.o" "$work/libjump.so" "$libsetjmp"
"${jumper[@]}" -o "$work/jumptag.wasm" "$work/jump.o" "$work/libjump.so" "$libsetjmp" "$work/libtag.so"
"${jumper[@]}" -o "$work/legacy.wasm" "$work/legacy.o" "$libsetjmp"
"${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" "${JUMPS[@]}" "${EXNREF[@]}" -c -o "$work/leap.o" leap.c
"${jumper[@]}" -Wl,--export=leap -o "$work/leap.wasm" "$work/leap.o" "$libsetjmp"

# C++ exceptions without the sysroot's C++ library, which has none.
readonly THROWS=(clang++-22 --target=wasm32-wasip1 "--sysroot=$SYSROOT" -std=c++17 -fwasm-exceptions "${EXNREF[@]}")
for name in throw libthrow libcleanup typed libtyped libplug passing; do
    "${THROWS[@]}" "${COMPILE[@]}" "${SHARED[@]}" -c -o "$work/$name.o" "$name.cc"
done
libc=$SYSROOT/lib/wasm32-wasip1/libc.so
"${CC[@]}" "${LINK[@]}" "${UNDEFINED[@]}" -shared -o "$work/libthrow.so" "$work/libthrow.o"
"${CC[@]}" "${LINK[@]}" "${UNDEFINED[@]}" -shared -o "$work/libcleanup.so" "$work/libcleanup.o" "$work/libthrow.so"
"${jumper[@]}" -o "$work/throw.wasm" "$work/throw.o" "$work/libcleanup.so" "$work/libthrow.so" "$libc"
for name in libtyped libplug; do
    "${CC[@]}" "${LINK[@]}" "${UNDEFINED[@]}" -shared -o "$work/$name.so" "$work/$name.o" "$work/libthrow.so"
done
"${jumper[@]}" -o "$work/typed.wasm" "$work/typed.o" "$work/libtyped.so" "$work/libthrow.so" "$libc"

"${jumper[@]}" -o "$work/passing.wasm" "$work/passing.o" "$work/libthrow.so" "$libc"
"${THROWS[@]}" "${COMPILE[@]}" "${SHARED[@]}" -mllvm -wasm-use-legacy-eh=true -c -o "$work/passing.o" passing.cc
"${jumper[@]}" -o "$work/passing-legacy.wasm" "$work/passing.o" "$work/libthrow.so" "$libc"

# What vectors are made for, with vectors and without.
kernels() { # kernels NAME [OPTION...]
    "${CC[@]}" "${COMPILE[@]}" "${SHARED[@]}" "${@:2}" -I../../../../benchmarks/src/main/c -c -o "$work/$1.o" kernels.c
    "${CC[@]}" "${LINK[@]}" -shared -nostdlib -Wl,--no-entry -o "$work/$1.so" "$work/$1.o"
}
kernels libvectors -msimd128
kernels libscalars

"${CC[@]}" "${COMPILE[@]}" -Wl,--strip-debug -o "$work/plain.wasm" plain.c
"${BARE[@]}" -o "$work/mathmod.wasm" mathmod.c
"${BARE[@]}" -o "$work/usemod.wasm" usemod.c

install -m 644 "$work"/*.wasm "$work"/*.so .

# Addresses of 64 bits, without a libc: there is none for them.
readonly WIDE=(clang-22 --target=wasm64-unknown-unknown -std=c11 "${COMPILE[@]}" -ffreestanding "${SHARED[@]}")
readonly WIDE_LINK=(wasm-ld-22 -m wasm64 --experimental-pic --strip-debug --unresolved-symbols=import-dynamic)
for name in libwide wide; do
    "${WIDE[@]}" -c -o "$work/$name.o" "wide/$name.c"
done
"${WIDE_LINK[@]}" -shared -soname=libwide.so -o wide/libwide.so "$work/libwide.o"
"${WIDE_LINK[@]}" -pie --import-memory --export-dynamic -o wide/wide.wasm "$work/wide.o" wide/libwide.so
# With threads, whose thread-local data wasm-ld tells of where it is asked to.
readonly WIDE_THREADS=(--shared-memory --max-memory=4294967296 --export-if-defined=__wasm_init_tls --export-if-defined=__tls_base
    --export-if-defined=__tls_size --export-if-defined=__tls_align)
for name in libcount count; do
    "${WIDE[@]}" -pthread -c -o "$work/$name.o" "wide/$name.c"
done
"${WIDE_LINK[@]}" "${WIDE_THREADS[@]}" -shared -soname=libcount.so -o wide/libcount.so "$work/libcount.o"
"${WIDE_LINK[@]}" "${WIDE_THREADS[@]}" -pie --no-entry --import-memory --export-dynamic -o wide/count.wasm "$work/count.o" wide/libcount.so
chmod 644 wide/*.so wide/*.wasm
