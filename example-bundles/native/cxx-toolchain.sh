#!/usr/bin/env bash
# Makes the C++ library for the sysroot: headers, libc++.so, libc++abi.so and libunwind.a, with exceptions and with destructors
# of thread-local objects. The library of toolchain.sh's package is neither shared nor has exceptions.
#
# Usage: native/cxx-toolchain.sh FOLDER      FOLDER is what toolchain.sh and, for threads, threads-toolchain.sh made; 4 minutes
#   LLVM_SRC    what llvm-source.sh unpacks; without it that is called
# Needs clang-22, wasm-ld-22 and llvm-ar-22, and what llvm-source.sh needs. For FOLDER/sysroot/lib/wasm32-wasip1 alone where the
# folder wasm32-wasip1-threads is not there.
set -euo pipefail

# Each library says how far the memory may grow, as libc.so for threads does (threads-toolchain.sh).
readonly MAX_MEMORY=1073741824

folder=${1:?usage: native/cxx-toolchain.sh FOLDER}
native=$(cd "$(dirname "$0")" && pwd)
sysroot=$(cd "$folder/sysroot" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "${LLVM_SRC:-}" ] || "$native/llvm-source.sh" "$work/llvm"
src=$work/src
mkdir "$src"
cp -r "${LLVM_SRC:-$work/llvm}"/{libcxx,libcxxabi,libunwind,libc} "$src/"

# musl's copy_file_range is not in wasi-libc.
sed -i 's/ || _LIBCPP_HAS_MUSL_LIBC || defined(__FreeBSD__)$//' "$src/libcxx/src/filesystem/operations.cpp"
# __cxa_thread_atexit is what clang calls for this target, too.
sed -i 's/defined(__linux__)/defined(__wasm__)/' "$src/libcxxabi/src/cxa_thread_atexit.cpp"

# What CMake would write, for both kinds of programs. Version 2 of the ABI, as in wasi-sdk. Without threads, those of libc.so
# that never begin one serve. Types are compared by name (2), as in libstdc++: clang hides symbols for this target unless it is
# told otherwise, plugins are opened with RTLD_LOCAL, and each of them has a copy of the type then.
config_site() {
    local on='THREADS MONOTONIC_CLOCK TERMINAL MUSL_LIBC FILESYSTEM RANDOM_DEVICE LOCALIZATION UNICODE WIDE_CHARACTERS'
    sed -e "s/#cmakedefine01 _LIBCPP_HAS_\(${on// /\\|}\)$/#define _LIBCPP_HAS_\1 1/; s/#cmakedefine01 \(.*\)/#define \1 0/" \
        -e 's/#cmakedefine \(_LIBCPP_ABI_VERSION\) .*/#define \1 2/; s/#cmakedefine \(_LIBCPP_ABI_NAMESPACE\) .*/#define \1 __2/' \
        -e 's/#cmakedefine \(_LIBCPP_\(TYPEINFO_COMPARISON_IMPLEMENTATION\|HARDENING_MODE_DEFAULT\|ASSERTION_SEMANTIC_DEFAULT\)\) .*/#define \1 2/' \
        -e 's/#cmakedefine \(_LIBCPP_PSTL_BACKEND_STD_THREAD\)/#define \1/; /^#cmakedefine /d; /^@.*@$/d' "$1"
}
headers=$sysroot/include/c++/v1
rm -rf "$headers"
mkdir -p "${headers%/*}"
cp -r "$src/libcxx/include" "$headers"
config_site "$headers/__config_site.in" >"$headers/__config_site"
cp "$src/libcxx/vendor/llvm/default_assertion_handler.in" "$headers/__assertion_handler"
cp "$src"/libcxxabi/include/*.h "$headers/"
find "$headers" -name '*.in' -delete -o -name CMakeLists.txt -delete

# wasm-ld does not see the tags of shared libraries. --allow-undefined-file with this leaves them, and nothing else, to the linker
# of libraries.
mkdir -p "$sysroot/share"
tags=$sysroot/share/wasm-tags.txt
printf '%s\n' __cpp_exception __c_longjmp >"$tags"

# The current encoding of exceptions: all engines have it, and code in the legacy one, which clang makes unless it is told
# otherwise, throws through this library and is thrown through. -Os: two thirds of the bytes.
readonly COMMON=(-Os -DNDEBUG -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections -w -idirafter "$native/cxx"
    -fwasm-exceptions -mllvm -wasm-use-legacy-eh=false)
readonly CXX=(-std=c++26 -fvisibility-inlines-hidden -D_LIBCPP_BUILDING_LIBRARY -I"$src/libcxx/src")
# FROM_LIBC: conversions of floating-point numbers.
readonly FROM_LIBC=(-I"$src/libc" -DLIBC_NAMESPACE=__llvm_libc_common_utils)
readonly UNWIND=(-std=c11 -D_LIBUNWIND_HIDE_SYMBOLS -I"$src/libunwind/include")

# units FOLDER: the sources of a library, but those for other systems; filesystem needs no 128-bit integers of its own
units() {
    (cd "$1" && find . -name '*.cpp') | sed 's|^\./||; s|\.cpp$||' | sort \
        | grep -vE '^(support|pstl|experimental|vendor)/|^new$|int128_builtins|noexception'
}

compile_all() { # compile_all TARGET FOLDER: objects, as lines for xargs
    local unit compiler="--target=$1 --sysroot=$sysroot"
    # The headers of libc.so for threads ask for it.
    [ "$1" = wasm32-wasip1 ] || compiler+=" -pthread"
    for unit in $(units "$src/libcxx/src"); do
        echo "clang++-22 $compiler ${COMMON[*]} ${CXX[*]} ${FROM_LIBC[*]} -DLIBCXX_BUILDING_LIBCXXABI -c -o $2/cxx-${unit//\//-}.o $src/libcxx/src/$unit.cpp"
    done
    for unit in $(units "$src/libcxxabi/src"); do
        echo "clang++-22 $compiler ${COMMON[*]} ${CXX[*]} -D_LIBCXXABI_BUILDING_LIBRARY -I$src/libcxxabi/include -c -o $2/abi-$unit.o $src/libcxxabi/src/$unit.cpp"
    done
    echo "clang-22 $compiler ${COMMON[*]} ${UNWIND[*]} -fvisibility=default -c -o $2/abi-unwind.o $src/libunwind/src/Unwind-wasm.c"
    echo "clang-22 $compiler ${COMMON[*]} ${UNWIND[*]} -c -o $2/unwind.o $src/libunwind/src/Unwind-wasm.c"
}

build() { # build TARGET FLAG...: the libraries, into the target's folder of the sysroot
    local out=$work/$1 lib=$sysroot/lib/$1 builtins
    local link=(wasm-ld-22 -m wasm32 --experimental-pic -shared --gc-sections --strip-all "--allow-undefined-file=$tags" "${@:2}")
    builtins=$(clang-22 --target=wasm32-wasip1 -print-libgcc-file-name)
    mkdir "$out"
    compile_all "$1" "$out" | xargs -P "$(nproc)" -I{} sh -c '{} || exit 255'
    # Static archives of the same name hide nothing: what is linked against is the shared library, or nothing.
    rm -f "$lib"/libc++*.a "$lib"/libunwind.a
    # What each landing pad uses is thread-local, which a library can have for itself alone: so each links it in.
    llvm-ar-22 crs "$lib/libunwind.a" "$out/unwind.o"
    # Hidden in the sources; libunwind.a calls it from every library.
    "${link[@]}" --export=__gxx_personality_wasm0 -o "$lib/libc++abi.so" "$out"/abi-*.o "$lib/libc.so" "$builtins"
    "${link[@]}" -o "$lib/libc++.so" "$out"/cxx-*.o "$lib/libunwind.a" "$lib/libc++abi.so" "$lib/libc.so" "$builtins"
}

build wasm32-wasip1
if [ -d "$sysroot/lib/wasm32-wasip1-threads" ]; then
    build wasm32-wasip1-threads --shared-memory "--max-memory=$MAX_MEMORY" \
        --export-if-defined=__wasm_init_tls --export-if-defined=__tls_base \
        --export-if-defined=__tls_size --export-if-defined=__tls_align
fi

mkdir -p "$folder/licences"
cp "$src/libcxx/LICENSE.TXT" "$folder/licences/llvm.txt"
echo "export TOOLCHAIN=$(cd "$folder" && pwd)"
