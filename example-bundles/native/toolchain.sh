#!/usr/bin/env bash
# Fetches what build.sh needs: clang and wasm-ld 22 from Debian's packages, and a wasip1 sysroot (headers, crt1, libc).
# The sysroot comes out of an npm package, because Debian's wasi-libc has no libc.so: only this one is built for sharing.
#
# Usage: native/toolchain.sh FOLDER        FOLDER/sysroot is made; then: export TOOLCHAIN=FOLDER
# Needs apt-get (as root, if clang-22 is not there yet; Debian 12 also needs a package source that has LLVM 22), npm, tar.
set -euo pipefail

readonly SYSROOT_PACKAGE=@yowasp/clang@22.0.0-git20542-10
# Another libc.so under the same version would change every binary: stop instead.
readonly LIBC_SHA256=b80196808dfd6e48386bb570b49ffe942f1c3fb9654592c97a88eab4933734a0

folder=${1:?usage: native/toolchain.sh FOLDER}

if ! command -v clang-22 >/dev/null || ! command -v wasm-ld-22 >/dev/null; then
    apt-get update -qq
    # libclang-rt: 128-bit integers and long double are calls into clang's own support library.
    apt-get install -y -qq --no-install-recommends clang-22 lld-22 llvm-22 libclang-rt-22-dev-wasm32
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(
    cd "$work"
    npm pack --silent "$SYSROOT_PACKAGE" >/dev/null
    tar xzf ./*.tgz
    tar xf package/gen/llvm-resources.tar
)
echo "$LIBC_SHA256  $work/lib/wasm32-wasip1/libc.so" | sha256sum --check --quiet

# The archive also holds the resource headers of the clang it was made for; ours has its own, and two sets would mix.
mkdir -p "$folder/sysroot/include" "$folder/sysroot/lib"
cp -r "$work/include/wasm32-wasip1" "$folder/sysroot/include/"
cp -r "$work/lib/wasm32-wasip1" "$folder/sysroot/lib/"
echo "export TOOLCHAIN=$(cd "$folder" && pwd)"
