#!/usr/bin/env bash
# Makes sqlite3.c and sqlite3.h (SQLite's sources in one file) of Debian's source package, security patches included.
#
# Usage: native/sqlite-source.sh FOLDER [TREE]      the two files are put into FOLDER, and all that they are made of, with
# SQLite's tests, into TREE
# Needs what debian-source.sh needs (Debian 12, bookworm, has this version), tclsh, make, patch and a C compiler for this
# machine: SQLite's parser and the single file are generated.
set -euo pipefail

readonly VERSION=3.40.1-2+deb12u2
readonly SOURCE_SHA256=aaa776260ab4dc976db34aa7891819484c8676b5b2783123ebc6301e2ca5d655
readonly PATCHES_SHA256=0843bc12e4364076477935ce313a6d0796fd899a989ff18ebb6545540e10e4ca

folder=${1:?usage: native/sqlite-source.sh FOLDER [TREE]}
tree=${2:-}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/debian-source.sh" sqlite3 "$VERSION" "$work"

source=$work/sqlite3_${VERSION%-*}.orig.tar.xz
patches=$work/sqlite3_$VERSION.debian.tar.xz
printf '%s  %s\n' "$SOURCE_SHA256" "$source" "$PATCHES_SHA256" "$patches" | sha256sum --check --quiet
mkdir "$work/src" "$work/build" # outside of the sources, where configure would leave files
tar xJf "$source" -C "$work/src" --strip-components=1
tar xJf "$patches" -C "$work"

# 02 takes a file of the parser generator from where Debian installs it; the source has its own.
(cd "$work/src" && grep -v '^#\|^02-' "$work/debian/patches/series" | while read -r name _; do
    patch -p1 --silent <"$work/debian/patches/$name"
done)
(cd "$work/build" && ../src/configure --disable-tcl && make sqlite3.c) >"$work/log" 2>&1 || {
    tail -20 "$work/log" >&2
    exit 1
}
mkdir -p "$folder"
cp "$work/build/sqlite3.c" "$work/build/sqlite3.h" "$folder"
[ -z "$tree" ] || mv "$work/src" "$tree"
