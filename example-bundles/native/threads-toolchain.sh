#!/usr/bin/env bash
# Makes the sysroot of wasm32-wasip1-threads with shared libraries: headers, crt1, libc.so, libc.a. No package has such a
# libc.so: upstream builds none for threads, as its start of a thread is not position-independent.
#
# Usage: native/threads-toolchain.sh FOLDER     FOLDER/sysroot is made, beside what toolchain.sh puts there; half a minute
# Needs clang-22, wasm-ld-22, llvm-ar-22, make, xz and what debian-source.sh needs: Debian 12, bookworm, has this version.
#
# It is wasi-libc of 2022-05-10, the last one before upstream's own threads: all of musl 1.2.2 with its ifdefs for
# _REENTRANT. The folder threads/ beside this script has what is new: pthread_create, futexes by memory.atomic.wait32, the
# start of a thread. Licences: ../libc-threads/src/main/resources/META-INF/LICENSES.txt; threads/ is this project's.
set -euo pipefail

readonly VERSION=0.0~git20220510.9886d3d-2
readonly SOURCE_SHA256=8f9b802736a856942839d32966937c389f46e9f156415a549a6675b7535e5f74
# 1 GiB: each library says how far the memory may grow, and the smallest number counts.
readonly MAX_MEMORY=1073741824

folder=${1:?usage: native/threads-toolchain.sh FOLDER}
native=$(cd "$(dirname "$0")" && pwd)
layer=$native/threads
mkdir -p "$folder"
out=$(cd "$folder" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$native/debian-source.sh" wasi-libc "$VERSION" "$work"
archive=$work/wasi-libc_${VERSION%-*}.orig.tar.xz
echo "$SOURCE_SHA256  $archive" | sha256sum --check --quiet

src=$work/wasi-libc
mkdir -p "$src"
tar xJf "$archive" -C "$src" --strip-components=1
top=$src/libc-top-half bot=$src/libc-bottom-half
cp "$layer"/arch/*.h "$top/musl/arch/wasm32/"
cp "$layer"/bottom/__errno.h "$bot/headers/public/"
cp "$layer"/bottom/dlmalloc_lock.h "$src/dlmalloc/src/"
cp "$layer"/thread/*.[chS] "$top/musl/src/thread/"
cp "$layer"/crt/*.c "$bot/crt/"

# What says '#error: no threads'
sed -i '/#ifdef _REENTRANT/,/#endif/d' "$bot"/sources/{preopens,getentropy,chdir,getcwd}.c
# errno: a function for everybody, also a thread-local variable of that name for who can reach it
sed -i 's/^thread_local int errno = 0;/#undef errno\nthread_local int errno = 0;\nint *__errno_location(void) { return \&errno; }/' "$bot/cloudlibc/src/libc/errno/errno.c"
# The heap ends where __heap_end says: behind it are regions of others
sed -i 's|^extern unsigned char __heap_base;|extern unsigned char __heap_base, __heap_end;|; s|char \*init = (char \*)CALL_MORECORE(0);|char *init = (char *)\&__heap_end;|' "$src/dlmalloc/src/malloc.c"
sed -i 's|#define USE_LOCKS 1|#include "dlmalloc_lock.h"|' "$src/dlmalloc/src/dlmalloc.c"
sed -i 's|^__strong_reference(\(.*\), \(.*\));|extern __typeof(\1) \2 __attribute__((weak, alias("\1")));|' "$bot"/cloudlibc/src/libc/{time/nanosleep,sched/sched_yield}.c
# main comes from another module: no weak stand-ins for it here
rm "$bot"/sources/__original_main.c "$bot"/sources/__main_argc_argv.c
# musl's thread code without signals, cancellation and mmap
sed -i 's|^#include <signal.h>||; s|^#include <sys/mman.h>||; s|^enum {$|#define __block_app_sigs(s) ((void)(s))\n#define __restore_sigs(s) ((void)(s))\nhidden void __vm_wait(void), __vm_lock(void), __vm_unlock(void);\nenum {|' "$top/musl/src/internal/pthread_impl.h"
sed -i 's|#include <sys/mman.h>|#include "wasm_thread.h"|; s|__munmap(t->map_base, t->map_size)|__wasm_thread_free(t)|' "$top/musl/src/thread/pthread_join.c"
sed -i 's|#ifdef __wasilibc_unmodified_upstream /\* WASI has no syscall \*/|#if 0|' "$top/musl/include/sys/syscall.h"

# What ifdefs left out with the threads
sed -i '/WASI has no semaphores/{N; s|#ifdef __wasilibc_unmodified_upstream[^\n]*|#if 1|}' "$top/musl/include/limits.h"
sed -i '/__wasilibc_unmodified_upstream/{N; /lock\[1\]/s|#ifdef __wasilibc_unmodified_upstream|#if 1|}' "$top/musl/src/prng/random.c"
sed -i '/case JT_NPROCESSORS_ONLN/{n; s|.*|#if 0|}' "$top/musl/src/conf/sysconf.c"
sed -i '/pthread_attr_getschedparam/,/^}/d' "$top/musl/src/thread/pthread_attr_get.c"

mkdir -p "$src/build"
make -s -C "$src" include_dirs THREAD_MODEL=posix CC=clang-22 SYSROOT="$work/sysroot" >/dev/null
sed 's/#define RTLD_LOCAL  0/#define RTLD_LOCAL  8/' "$top/musl/include/dlfcn.h" > "$work/sysroot/include/dlfcn.h"

target="--target=wasm32-wasip1-threads"
cflags="$target -O2 -DNDEBUG -fPIC -fvisibility=default -pthread -mthread-model posix -fno-trapping-math -fno-stack-protector -w -Wno-int-conversion -isystem $work/sysroot/include"
bottom="-I$bot/headers/private -I$bot/cloudlibc/src/include -I$bot/cloudlibc/src"
musl="-I$top/musl/src/include -I$top/musl/src/internal -I$top/musl/arch/wasm32 -I$top/musl/arch/generic -I$top/headers/private"
list() { make -s -C "$src" THREAD_MODEL=posix CC=clang-22 --eval="print-list: ; @echo \$($1)" print-list | tr ' ' '\n' | grep '\.c$'; }
thread_sources() {
  ls "$top"/musl/src/thread/*.c | grep -vE '/(__set_thread_area|__syscall_cp|__timedwait|__tls_get_addr|__unmapself|clone|pthread_attr_setinheritsched|pthread_attr_setschedparam|pthread_cancel|pthread_condattr_setclock|pthread_create|pthread_getattr_np|pthread_getcpuclockid|pthread_getschedparam|pthread_kill|pthread_setschedparam|pthread_setschedprio|pthread_sigmask|pthread_setname_np|sem_open|sem_unlink|synccall|syscall_cp|thrd_exit|thrd_sleep|thrd_yield|tls|wasm_pthread_create)\.c$'
  ls "$top"/musl/src/stdio/{__lockfile,flockfile,funlockfile,ftrylockfile}.c
}
mkdir -p "$work/obj/dynamic" "$work/obj/static"
compile() { # object source flags: a line for xargs
  echo "$1 $2 ${*:3}"
}
{
  n=0
  for f in $(list DLMALLOC_SOURCES); do n=$((n + 1)); compile "$work/obj/$n-dlmalloc.o" "$f" "-I$src/dlmalloc/include"; done
  for f in $(list LIBC_BOTTOM_HALF_ALL_SOURCES | grep -vE '__original_main|__main_argc_argv'); do
    n=$((n + 1)); compile "$work/obj/$n-${f##*/}.o" "$f" "$bottom"; done
  for f in $(list LIBC_TOP_HALF_ALL_SOURCES) $(thread_sources); do
    n=$((n + 1)); compile "$work/obj/$n-${f##*/}.o" "$f" "$musl"; done
  for how in dynamic static; do
    d=; [ $how = dynamic ] || d=-DWASM_STATIC
    compile "$work/obj/$how/wasm_pthread_create.o" "$top/musl/src/thread/wasm_pthread_create.c" "$musl" $d
    compile "$work/obj/$how/wasi_thread_start.o" "$top/musl/src/thread/wasi_thread_start.S" -matomics $d
  done
  for crt in crt1-command crt1-reactor; do compile "$work/obj/dynamic/$crt.o" "$bot/crt/$crt.c" "$bottom"; done
} > "$work/compile.list"
export cflags
xargs -P "$(nproc)" -L 1 sh -c 'o=$0 s=$1; shift; clang-22 $cflags "$@" -c "$s" -o "$o" || exit 255' < "$work/compile.list"

lib=$out/sysroot/lib/wasm32-wasip1-threads
mkdir -p "$lib" "$out/sysroot/include"
rm -rf "$out/sysroot/include/wasm32-wasip1-threads"
cp -r "$work/sysroot/include" "$out/sysroot/include/wasm32-wasip1-threads"
cp "$work"/obj/dynamic/crt1-{command,reactor}.o "$lib/"
cp "$work/obj/dynamic/crt1-command.o" "$lib/crt1.o"
rm -f "$lib"/lib*
llvm-ar-22 crs "$lib/libc.a" "$work"/obj/*.o "$work"/obj/static/*.o
for name in m rt pthread crypt util xnet resolv; do llvm-ar-22 crs "$lib/lib$name.a"; done
rtlib=$(clang-22 --target=wasm32-wasip1 -print-libgcc-file-name)
tls="--export-if-defined=__wasm_init_tls --export-if-defined=__tls_base --export-if-defined=__tls_size --export-if-defined=__tls_align"
printf '%s\n' __heap_base __heap_end __stack_low __stack_high __main_argc_argv __wasilibc_find_relpath_alloc > "$work/allowed.txt"
wasm-ld-22 -m wasm32 --experimental-pic -shared --shared-memory --max-memory=$MAX_MEMORY $tls \
  --allow-undefined-file="$work/allowed.txt" --export=wasi_thread_start -o "$lib/libc.so" \
  --whole-archive "$work"/obj/*.o "$work"/obj/dynamic/wasm_pthread_create.o "$work"/obj/dynamic/wasi_thread_start.o \
  --no-whole-archive "$rtlib"

mkdir -p "$out/licences"
cp "$src/LICENSE" "$out/licences/wasi-libc.txt"
cp "$top/musl/COPYRIGHT" "$out/licences/musl.txt"
echo "export TOOLCHAIN=$out"
