#!/usr/bin/env bash
# Unpacks zlib 1.2.13 from Debian's source package. Debian's patches are left out: they concern its makefiles alone.
#
# Usage: native/zlib-source.sh FOLDER      the sources are put straight into FOLDER
# Needs what debian-source.sh needs: Debian 12, bookworm, has this version. Or set ZLIB_SRC for build.sh.
set -euo pipefail

readonly VERSION=1:1.2.13.dfsg-1
readonly SOURCE_SHA256=71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1

folder=${1:?usage: native/zlib-source.sh FOLDER}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/debian-source.sh" zlib "$VERSION" "$work"

archive=$work/zlib_${VERSION#*:}
archive=${archive%-*}.orig.tar.bz2
echo "$SOURCE_SHA256  $archive" | sha256sum --check --quiet
mkdir -p "$folder"
tar xjf "$archive" -C "$folder" --strip-components=1
