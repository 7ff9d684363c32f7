#!/usr/bin/env bash
# Packs what a compiler needs beside the libraries of example-bundles: headers of C and C++, start code, libunwind.a, and
# compiler-rt's builtins, which most clangs are installed without. The archive is committed, so that the Java build needs no C
# compiler; a run with the same toolchain gives the same bytes.
#
# Usage: TOOLCHAIN=FOLDER native/pack.sh       FOLDER is what ../example-bundles/native/{,threads-,cxx-}toolchain.sh made
# Needs python3, and clang-22 with libclang-rt-22-dev-wasm32.
set -euo pipefail

sysroot=${TOOLCHAIN:?set TOOLCHAIN to the folder that example-bundles/native/toolchain.sh made}/sysroot
module=$(cd "$(dirname "$0")/.." && pwd)
builtins=$(clang-22 --target=wasm32-wasip1 -print-libgcc-file-name)

python3 - "$sysroot" "$builtins" "$module/src/main/sysroot/headers.zip" <<'END'
import pathlib, sys, zipfile

sysroot, builtins, archive = map(pathlib.Path, sys.argv[1:])
files = {}
for target in ('wasm32-wasip1', 'wasm32-wasip1-threads'):
    include, lib = sysroot / 'include' / target, sysroot / 'lib' / target
    files |= {path.relative_to(sysroot): path for path in include.rglob('*') if path.is_file()}
    for name in ('crt1-command.o', 'libunwind.a'):
        files[pathlib.Path('lib', target, name)] = lib / name
    # libc.so has all of it: empty, for Makefiles that name them
    for name in ('crypt', 'm', 'pthread', 'resolv', 'rt', 'util', 'xnet'):
        files[pathlib.Path('lib', target, f'lib{name}.a')] = lib / f'lib{name}.a'
cxx = sysroot / 'include/c++/v1'
for path in cxx.rglob('*'):
    # __cxx03 is a frozen second copy, which is taken on demand alone (_LIBCPP_USE_FROZEN_CXX03_HEADERS).
    if path.is_file() and '__cxx03' not in path.parts:
        files[path.relative_to(sysroot)] = path
files[pathlib.Path('lib/libclang_rt.builtins-wasm32.a')] = builtins
files[pathlib.Path('share/wasm-tags.txt')] = sysroot / 'share/wasm-tags.txt'
with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as out:
    for name, path in sorted(files.items()):
        entry = zipfile.ZipInfo(name.as_posix())
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        out.writestr(entry, path.read_bytes())
END
