#!/bin/sh
# Runs tests of the engine as code of 64-bit Arm: a JDK for arm64 under qemu's user mode, and LLVM for arm64.
#
#   engine-native/src/test/aarch64/test.sh FOLDER [TEST...]
#
# FOLDER keeps what is fetched: Debian's packages (some 60 MB, once). Needs qemu-aarch64 (Debian: qemu-user), apt-get,
# and the modules' classes: mvn -P quick -pl engine-native -am test-compile, on JDK 22 or later.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- org.dylink.machine.run.NativeEngineTest org.dylink.machine.run.NativeVectorsTest \
  org.dylink.machine.run.UnwindingTest org.dylink.machine.run.HeldReferencesTest org.dylink.machine.run.NothingLeftTest
llvm=20.1.7-1.5.12
javacpp=1.5.12
junit=1.14.4

fetch_jdk() {
  apt=$folder/apt
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/none" "$folder/sysroot"
  : > "$apt/status"
  key=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [signed-by=$key] http://deb.debian.org/debian trixie main" > "$apt/sources.list"
  cat > "$apt/apt.conf" <<CONF
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "$apt/none";
Dir::Etc::preferencesparts "$apt/none";
Dir::State::Lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
CONF
  export APT_CONFIG="$apt/apt.conf"
  apt-get -q update
  (cd "$apt" && apt-get -q download openjdk-25-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g)
  for package in "$apt"/*.deb; do
    dpkg-deb -x "$package" "$folder/sysroot"
  done
  ln -sfn usr/lib "$folder/sysroot/lib"
  # Configuration that is linked to /etc is found there by the emulator, but not by Java's own path.
  java=$folder/sysroot/usr/lib/jvm/java-25-openjdk-arm64
  rm -rf "$java/conf" && cp -r "$folder/sysroot/etc/java-25-openjdk" "$java/conf"
}

jar() {
  file=$HOME/.m2/repository/$(echo "$1" | tr . /)/$2/$3/$2-$3${4:+-$4}.jar
  [ -f "$file" ] || mvn -q dependency:get -Dtransitive=false -Dartifact="$1:$2:$3:jar${4:+:$4}"
  printf %s "$file:"
}

[ -d "$folder/sysroot/usr/lib/jvm" ] || fetch_jdk
path=$(jar org.bytedeco llvm $llvm; jar org.bytedeco llvm $llvm linux-arm64; jar org.bytedeco javacpp $javacpp
  jar org.bytedeco javacpp $javacpp linux-arm64; jar org.junit.platform junit-platform-console-standalone $junit)
for module in engine-native native-compiler runtime-core; do
  path=$path$root/$module/target/test-classes:$root/$module/target/classes:
done
for test in "$@"; do
  set -- "$@" -c "$test"
  shift
done
export QEMU_LD_PREFIX="$folder/sysroot"
exec qemu-aarch64 "$folder/sysroot/usr/lib/jvm/java-25-openjdk-arm64/bin/java" -Xmx1g -XX:+UseSerialGC \
  -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -jar \
  "$(jar org.junit.platform junit-platform-console-standalone $junit | tr -d :)" \
  execute --disable-banner --details=summary -cp "$path" "$@"
