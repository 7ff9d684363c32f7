#!/usr/bin/env bash
# Downloads a source package of Debian, as it is, into a folder.
#
# Usage: native/debian-source.sh PACKAGE VERSION FOLDER [RELEASE [OPTION...]]
# Needs apt-get (no root) with the package lists of a Debian release that has this version; or RELEASE, the name of one
# that has it, which the same mirrors are asked for. OPTIONs of apt-get source: --tar-only for the sources alone.
set -euo pipefail

package=${1:?usage: native/debian-source.sh PACKAGE VERSION FOLDER [RELEASE [OPTION...]]}
version=${2:?usage: native/debian-source.sh PACKAGE VERSION FOLDER [RELEASE [OPTION...]]}
folder=${3:?usage: native/debian-source.sh PACKAGE VERSION FOLDER [RELEASE [OPTION...]]}
release="${4:-\\1}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$folder"

# Most machines have no deb-src lines. Ask the same mirrors for sources, with lists of our own, so that
# nothing of the machine's configuration changes and no mirror is named here. The release alone, not -updates
# and -security: the version asked for is the release's, and apt-get looked for it on the security mirror (404).
apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' \
    | sed -n "/-updates\|-security/d; s/\([^ ]*\) \([^ ]*\)|Debian$/$release \2/p" | sort -u >"$work/sources.list"
if [ ! -s "$work/sources.list" ]; then
    echo "debian-source.sh: no Debian package lists: run apt-get update first" >&2
    exit 1
fi
apt_get() {
    apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User= "$@"
}
apt_get update
(cd "$folder" && apt_get source --download-only "${@:5}" "$package=$version")
