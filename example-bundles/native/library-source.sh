#!/usr/bin/env bash
# Unpacks the sources of a library out of Debian's source package, security patches included; those of tree-sitter come out of
# packages of npm.
#
# Usage: native/library-source.sh NAME FOLDER      NAME: see the rows below; the sources are put straight into FOLDER
# Needs what debian-source.sh needs (Debian 12, bookworm, has these versions), xz and patch; npm.
set -euo pipefail
shopt -s nullglob

name=${1:?usage: native/library-source.sh NAME FOLDER}
folder=${2:?usage: native/library-source.sh NAME FOLDER}

# package, version, archive, its SHA-256, that of Debian's patches; or package of npm, version, SHA-256
case $name in
    lz4) row=(lz4 1.9.4-1 lz4_1.9.4.orig.tar.gz
        0b0e3aa07c8c063ddf40b082bdf7e37a1562bda40a0ff5272957f3e987e0e54b 47ceec5b95f42598f7b9280b03df9659f2ee6852720ec181488e83bd643f0e5f) ;;
    bzip2) row=(bzip2 1.0.8-5 bzip2_1.0.8.orig.tar.gz
        ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269 d68c6eba11d70e14319e24ef1451880a03023b2b75364646adb117086db36039) ;;
    expat) row=(expat 2.5.0-1+deb12u2 expat_2.5.0.orig.tar.gz
        ab00ee05c7067fd10a35c5d2a4922ebba746ddd50ff83b79c828da17bbdf1757 7e29f5db5067e55193540089ed0f3ec9676704cf79dcea81a9bfb9f49435ae53) ;;
    zstd) row=(libzstd 1.5.4+dfsg2-5 libzstd_1.5.4+dfsg2.orig.tar.xz
        8cf4bbb65e77ec348d052c8d6230eba66d435bddf64c8b5be2fcb16880c19953 82ce911445772861d0838bd4545f93bc50658bc7f3cefdb17a307dfb8ffca5d8) ;;
    xz) row=(xz-utils 5.4.1-1+deb12u1 xz-utils_5.4.1.orig.tar.xz
        5d9827aa1875b21c288f78864bb26d2650b436ea8d2cad364e4921eb6266a5a5 3e162db2b76480c7e157f4c2f6ff9a426fc023f262d4dc3287530b36e2843ebe) ;;
    pcre2) row=(pcre2 10.42-1 pcre2_10.42.orig.tar.gz
        c33b418e3b936ee3153de2c61cc638e7e4fe3156022a5c77d0711bcbb9d64f1f 8267c3acacb04e8a077235f676187393e295443fc16ff46ddbe5f6476879c8cb) ;;
    libpng) row=(libpng1.6 1.6.39-2+deb12u5 libpng1.6_1.6.39.orig.tar.gz
        a00e9d2f2f664186e4202db9299397f851aea71b36a35e74910b8820e380d441 ab14906eda9fddf14cbb1e589b9ba7439c22e233dc3c5e3cf9356c9625565a82) ;;
    libjpeg) row=(libjpeg-turbo 1:2.1.5-2 libjpeg-turbo_2.1.5.orig.tar.gz
        254f3642b04e309fee775123133c6464181addc150499561020312ec61c1bf7c cdb2433c2f7101345c1ffa14efb943787c675b86354691a32490845fe4bc9237) ;;
    lua) row=(lua5.4 5.4.4-3+deb12u1 lua5.4_5.4.4.orig.tar.gz
        164c7849653b80ae67bec4b7473b884bf5cc8d2dca05653475ec2ed27b9ebf61 2d8e0e380722c648cfeffb8d58287865619b4d035544d93d7ef3a2eaf627abe6) ;;
    tree-sitter) row=(tree-sitter 0.25.1 07aeba8dd71630e7e72b2d4ca3bd2680c3471824100cc5ebff44e78a6ed0b6d3) ;;
    tree-sitter-json) row=(tree-sitter-json 0.24.8 39e96d1e4231d200562ebd69105151cd43f58dda4b18a0e9a62fe2991da35b9c) ;;
    tree-sitter-c) row=(tree-sitter-c 0.24.1 8e9ecd7687665d2fa1b3c07fbd1f4380b7d285850d6954629e2156e1b757451e) ;;
    tree-sitter-javascript) row=(tree-sitter-javascript 0.25.0 6214ce23d03aba525ba8edd6ca7caf365c969f2c2dbfc353e376ca54507ffb92) ;;
    *) echo "library-source.sh: unknown library $name: see the rows in $0" >&2 && exit 2 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"

# Of npm: Debian's tree-sitter is older than grammars as they are published now, and of grammars it has none.
if [ ${#row[@]} = 3 ]; then
    (cd "$work" && npm pack --silent "${row[0]}@${row[1]}" >/dev/null)
    echo "${row[2]}  $work/${row[0]}-${row[1]}.tgz" | sha256sum --check --quiet
    tar xzf "$work/${row[0]}-${row[1]}.tgz" -C "$folder" --strip-components=1
    exit
fi

"$(dirname "$0")/debian-source.sh" "${row[0]}" "${row[1]}" "$work" bookworm

version=${row[1]#*:}
patches=("$work/${row[0]}_$version".{debian.tar,diff}.*)
printf '%s  %s\n' "${row[3]}" "$work/${row[2]}" "${row[4]}" "${patches[0]}" | sha256sum --check --quiet
tar xf "$work/${row[2]}" -C "$folder" --strip-components=1
if [[ ${patches[0]} == *.diff.* ]]; then
    zcat "${patches[0]}" | patch -d "$folder" -p1 --silent
    exit
fi
tar xf "${patches[0]}" -C "$work"
series=$work/debian/patches/series
[ ! -f "$series" ] || (cd "$folder" && sed 's/#.*//' "$series" | while read -r patch _; do
    [ -z "$patch" ] || patch -p1 --silent <"$work/debian/patches/$patch"
done)
