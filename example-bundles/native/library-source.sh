#!/usr/bin/env bash
# Unpacks the sources of a library out of Debian's source package, security patches included.
#
# Usage: native/library-source.sh NAME FOLDER      NAME: see the rows below; the sources are put straight into FOLDER
# Needs what debian-source.sh needs (Debian 12, bookworm, has these versions), xz and patch.
set -euo pipefail

name=${1:?usage: native/library-source.sh NAME FOLDER}
folder=${2:?usage: native/library-source.sh NAME FOLDER}

# package, version, archive, its SHA-256, that of Debian's patches
case $name in
    lz4) row=(lz4 1.9.4-1 lz4_1.9.4.orig.tar.gz
        0b0e3aa07c8c063ddf40b082bdf7e37a1562bda40a0ff5272957f3e987e0e54b 47ceec5b95f42598f7b9280b03df9659f2ee6852720ec181488e83bd643f0e5f) ;;
    bzip2) row=(bzip2 1.0.8-5 bzip2_1.0.8.orig.tar.gz
        ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269 d68c6eba11d70e14319e24ef1451880a03023b2b75364646adb117086db36039) ;;
    expat) row=(expat 2.5.0-1+deb12u2 expat_2.5.0.orig.tar.gz
        ab00ee05c7067fd10a35c5d2a4922ebba746ddd50ff83b79c828da17bbdf1757 7e29f5db5067e55193540089ed0f3ec9676704cf79dcea81a9bfb9f49435ae53) ;;
    zstd) row=(libzstd 1.5.4+dfsg2-5 libzstd_1.5.4+dfsg2.orig.tar.xz
        8cf4bbb65e77ec348d052c8d6230eba66d435bddf64c8b5be2fcb16880c19953 82ce911445772861d0838bd4545f93bc50658bc7f3cefdb17a307dfb8ffca5d8) ;;
    *) echo "library-source.sh: unknown library $name: expected lz4, bzip2, expat or zstd" >&2 && exit 2 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/debian-source.sh" "${row[0]}" "${row[1]}" "$work" bookworm

patches=("$work/${row[0]}_${row[1]}".debian.tar.*)
printf '%s  %s\n' "${row[3]}" "$work/${row[2]}" "${row[4]}" "${patches[0]}" | sha256sum --check --quiet
mkdir -p "$folder"
tar xf "$work/${row[2]}" -C "$folder" --strip-components=1
tar xf "${patches[0]}" -C "$work"
series=$work/debian/patches/series
[ ! -f "$series" ] || (cd "$folder" && sed 's/#.*//' "$series" | while read -r patch _; do
    [ -z "$patch" ] || patch -p1 --silent <"$work/debian/patches/$patch"
done)
