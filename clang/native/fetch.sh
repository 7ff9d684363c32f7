#!/usr/bin/env bash
# Fetches clang as a program of WebAssembly, once: the module and clang's own headers out of the npm package @yowasp/clang.
# Nothing is run of the package. Other bytes than those that were looked at are refused.
#
# Usage: native/fetch.sh DOWNLOADS FOLDER      DOWNLOADS keeps the package; FOLDER gets llvm.wasm, version.txt, resources/include
# Needs npm and tar.
set -euo pipefail

package=@yowasp/clang@22.0.0-git20542-10
sha512=577d7fcfd1ab24408a7800930d4caf8369656c4522162ddbc6d2f91d283b1ffeacc9d4b1748fc0a15003f45e68ceb7cb8e8b5697407dae0851f3b9be0d433fce
downloads=$1 folder=$2
archive=$downloads/yowasp-clang-22.0.0-git20542-10.tgz

is_it() {
  [ -f "$archive" ] && [ "$(sha512sum "$archive" | cut -d' ' -f1)" = "$sha512" ]
}

mkdir -p "$downloads" "$folder/resources"
if ! is_it; then
  (cd "$downloads" && npm pack --silent "$package" >/dev/null)
  is_it || { echo "clang: $archive has another digest than $sha512" >&2 && exit 1; }
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar xzf "$archive" -C "$work" package/gen/llvm.core.wasm package/gen/llvm-resources.tar
tar xf "$work/package/gen/llvm-resources.tar" -C "$work" include
# Headers of libc and libc++ are in the same folder; those that bundles run with come from the toolchain.
rm -rf "$work/include/wasm32-wasip1" "$work/include/c++"
# Most are for other machines than WebAssembly.
(cd "$work/include" && ls | grep -Ev '^(__float|__stdarg|__stddef|float|inttypes|iso646|limits|module|std|tgmath|unwind|varargs|wasm_simd128)' | xargs rm -rf)
rm -rf "$folder/resources/include"
mv "$work/include" "$folder/resources/include"
mv "$work/package/gen/llvm.core.wasm" "$folder/llvm.wasm"
echo 22 >"$folder/version.txt"
