#!/usr/bin/env bash
# Unpacks zlib 1.2.13 from Debian's source package. Debian's patches are left out: they concern its makefiles alone.
#
# Usage: native/zlib-source.sh FOLDER      the sources are put straight into FOLDER
# Needs apt-get (no root) with the package lists of a Debian release that has this version: 12, bookworm.
set -euo pipefail

readonly VERSION=1:1.2.13.dfsg-1
readonly SOURCE_SHA256=71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1

folder=${1:?usage: native/zlib-source.sh FOLDER}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"

# Most machines have no deb-src lines. Ask the same mirrors for sources, with lists of our own, so that
# nothing of the machine's configuration changes and no mirror is named here. The release alone, not -updates
# and -security: the version asked for is the release's, and apt-get looked for it on the security mirror (404).
apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' \
    | sed -n '/-updates\|-security/d; s/|Debian$//p' | sort -u >"$work/sources.list"
if [ ! -s "$work/sources.list" ]; then
    echo "zlib-source.sh: no Debian package lists: run apt-get update first, or set ZLIB_SRC for build.sh" >&2
    exit 1
fi
apt_get() {
    apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User= "$@"
}
apt_get update
(cd "$work" && apt_get source --download-only "zlib=$VERSION")

archive=$work/zlib_${VERSION#*:}
archive=${archive%-*}.orig.tar.bz2
echo "$SOURCE_SHA256  $archive" | sha256sum --check --quiet
mkdir -p "$folder"
tar xjf "$archive" -C "$folder" --strip-components=1
