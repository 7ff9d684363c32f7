#!/usr/bin/env bash
# Unpacks what libc++ is built from out of Debian's source package of LLVM 22.1.8: 200 MB to fetch, 30 MB to keep. Debian's
# patches are left out: none concerns this target.
#
# Usage: native/llvm-source.sh FOLDER      the folders libcxx, libcxxabi, libunwind and libc are put straight into FOLDER
# Needs what debian-source.sh needs, and xz. The sources are those of the clang-22 that Debian 12 and 13 have. Or set LLVM_SRC
# for cxx-toolchain.sh.
set -euo pipefail

readonly VERSION=1:22.1.8-1 RELEASE=forky
readonly SOURCE_SHA256=b49b9277aef97616320b2da259e1f8174c65b0ce2fbe2e8629644a97693402fe

folder=${1:?usage: native/llvm-source.sh FOLDER}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/debian-source.sh" llvm-toolchain-22 "$VERSION" "$work" "$RELEASE" --tar-only

archive=$work/llvm-toolchain-22_22.1.8.orig.tar.xz
echo "$SOURCE_SHA256  $archive" | sha256sum --check --quiet
mkdir -p "$folder"
# libc: libc++ takes its conversion of floating-point numbers from there.
tar xJf "$archive" -C "$folder" --strip-components=1 --wildcards --no-wildcards-match-slash --exclude='*/test/*' \
    '*/libcxx/src' '*/libcxx/include' '*/libcxx/vendor' '*/libcxx/LICENSE.TXT' '*/libcxxabi/src' '*/libcxxabi/include' \
    '*/libunwind/src' '*/libunwind/include' '*/libc/shared' '*/libc/src/__support' '*/libc/include' '*/libc/hdr'
