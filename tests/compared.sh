#!/usr/bin/env bash
# From words.c to its function called in Java, by JNA, by the JDK's own java.lang.foreign and by Dylink: runs each and prints a table
# of what somebody has to write and to install. The table of docs/java.md is this.
#
# Usage: tests/compared.sh       after mvn -P quick package; needs gcc, clang, JDK 22 or later; JNA comes from Maven Central
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jna=net.java.dev.jna:jna:5.17.0
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
own=$work/own native=$work/native
mkdir "$own" "$native"
cp "$home"/tests/compared/* "$own"
cp "$home"/tests/compared/* "$native"

# Lines that are no import, no comment and not empty, of a Java source.
lines() {
    grep -cvE '^(import .*|//.*| *)$' "$home/tests/compared/$1.java"
}

expect_four() {
    local said
    said=$("$@")
    [ "$said" = 4 ] || { echo "FAILED: $*: $said" >&2 && exit 1; }
}

mvn -q dependency:copy -Dartifact=$jna -DoutputDirectory="$work/jna" -f "$home/bom/pom.xml" >&2
mkdir "$work/jars"
for part in runtime-core linker-service wasi-bundle java-binding; do
    cp "$home/$part"/target/org.dylink.*-SNAPSHOT.jar "$work/jars"
done

cd "$native"
gcc -shared -fPIC -o libwords.so words.c
expect_four "$java" -cp "$work/jna/*" Jna.java
expect_four "$java" --enable-native-access=ALL-UNNAMED Ffm.java
cd "$own"
"$java" -jar "$home/app/target/dylink.jar" cc -shared -o libwords.so words.c
expect_four "$java" -cp "$work/jars/*" Dylinked.java "$home/example-bundles/libc/src/main/resources/lib"

jars() {
    find "$1" -name '*.jar' | wc -l
}
printf '| | compiler lines | jars | lines of Java |\n|---|--:|--:|--:|\n'
printf '| JNA | 1 | %s | %s |\n' "$(jars "$work/jna")" "$(lines Jna)"
printf '| java.lang.foreign, by hand | 1 | 0 | %s |\n' "$(lines Ffm)"
printf '| Dylink | 1 | %s | %s |\n' "$(jars "$work/jars")" "$(lines Dylinked)"
