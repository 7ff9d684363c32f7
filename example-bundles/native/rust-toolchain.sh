#!/usr/bin/env bash
# Adds to native/toolchain.sh what the Rust library of the catalogue needs: rustc, Rust's standard library for WASI, and crates, as
# Debian 12 has them.
#
# Usage: native/rust-toolchain.sh FOLDER        the folder that native/toolchain.sh made; FOLDER/rust is made
# Needs apt-get (no root) with the package lists of bookworm for amd64. Nothing is installed: rustc runs where it is unpacked.
set -euo pipefail

folder=${1:?usage: native/rust-toolchain.sh FOLDER}
readonly PACKAGES=(rustc=1.63.0+dfsg1-2 libstd-rust-1.63=1.63.0+dfsg1-2 libstd-rust-dev-wasm32=1.63.0+dfsg1-2 libllvm14
    librust-pulldown-cmark-dev=0.9.2-1+b2 librust-memchr-dev=2.5.0-1 librust-bitflags-dev=1.3.2-3 librust-unicase-dev=2.6.0-1)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(
    cd "$work"
    apt-get -qq -o APT::Sandbox::User= download "${PACKAGES[@]}"
    # What goes into the library; the compiler's own packages are checked by apt-get.
    sha256sum --check --quiet <<'END'
959a7c281b4a7af90e0ad67961aec82594d0eb09442c5e06d8478974d7287fd1  libstd-rust-dev-wasm32_1.63.0+dfsg1-2_all.deb
c6624991a6a3d91cd6f4d12c0de251ac7cb4fdc94c02ba12caf9178711af157f  librust-bitflags-dev_1.3.2-3_amd64.deb
9b0f9497acbf8d8e706181a248a31624c6215ce86353a972d19d0cf0252f4183  librust-memchr-dev_2.5.0-1_amd64.deb
cd770afd6bac42fd77ff962e45ab96e8c42672382248bd1c8c991d8f31560344  librust-pulldown-cmark-dev_0.9.2-1+b2_amd64.deb
dbdab186a76a9ad6e8641a556390cacca6f126a614d9df417ce88ef0c02c0f08  librust-unicase-dev_2.6.0-1_amd64.deb
END
)
mkdir -p "$folder/rust"
for package in "$work"/*.deb; do dpkg-deb -x "$package" "$folder/rust"; done
