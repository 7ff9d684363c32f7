#!/usr/bin/env bash
# From words.c to a component with @Reference Words, by JNA, by the JDK's own java.lang.foreign and by Dylink: builds a bundle of each with
# bnd, starts it in Felix beside the same component, and prints a table of what somebody has to write and to install.
# The table of docs/java.md is this.
#
# Usage: tests/compared-osgi.sh       after mvn -P quick package; needs gcc, clang, JDK 22 or later, x86-64 Linux; JNA and bnd come from Maven Central
#   DYLINK_JAR=FILE                   another one than app/target/dylink.jar
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dylink=${DYLINK_JAR:-$home/app/target/dylink.jar}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
jars=$work/jars
mkdir "$jars"

bnd_version=$(sed -n 's|.*<bnd.version>\(.*\)</bnd.version>.*|\1|p' "$home/pom.xml")
dependency() {
    echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"
}
cat >"$work/pom.xml" <<END
<project>
  <modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>compared</artifactId><version>1</version>
  <dependencies>
    $(dependency net.java.dev.jna jna 5.17.0)
    $(dependency biz.aQute.bnd biz.aQute.bndlib "$bnd_version")
    $(dependency org.osgi org.osgi.service.component.annotations 1.5.1)
    $(dependency org.osgi osgi.core 8.0.0)
  </dependencies>
</project>
END
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$jars" -f "$work/pom.xml" >&2
for part in runtime-core linker-service java-binding bnd-plugin; do
    cp "$home/$part"/target/org.dylink.*-SNAPSHOT.jar "$jars"
done
path=$(echo "$jars"/*.jar | tr ' ' ':')

# bundle NAME COMPILER...
bundle() {
    local folder=$work/$1
    cp -r "$home/tests/compared/osgi/$1" "$folder"
    cp "$home"/tests/compared/words.c "$home"/tests/compared/osgi/*.java "$folder"
    (
        cd "$folder"
        "${@:2}" -shared -o libwords.so words.c
        "${bin}javac" -proc:none --release 22 -d classes -cp "$path" $(ls *.java | grep -v Bundles)
        "${bin}java" -cp "$path" Bundles.java . "$path"
    )
}

# run NAME BUNDLE...: with those that it needs started before it
run() {
    local folder=$work/$1 said
    said=$(for each in "${@:2}" "$folder/bundle.jar"; do echo "start file:$each"; done \
        | "${bin}java" --enable-native-access=ALL-UNNAMED -jar "$dylink" shell)
    echo "$said" | grep -qxF "words: 4" || { echo "FAILED: $1: $said" >&2 && exit 1; }
}

bundle jna gcc -fPIC
run jna "$jars/jna-5.17.0.jar"
bundle ffm gcc -fPIC
run ffm
bundle dylinked "${bin}java" -jar "$dylink" cc
run dylinked "$home"/example-bundles/libc/target/org.dylink.example.libc-*-SNAPSHOT.jar

# Lines that are no import, no package, no comment and not empty.
lines() {
    cat "$home/tests/compared/osgi/$1"/*."$2" | grep -cvE '^(import .*|package .*|/[/*].*| *)$'
}
row() {
    printf '| %s | %s | %s | %s |\n' "$1" "$3" "$(lines "$2" java)" "$(lines "$2" bnd)"
}
printf '| | compiler lines | lines of Java | lines for bnd |\n|---|--:|--:|--:|\n'
row "JNA" jna "1 a platform"
row "java.lang.foreign, by hand" ffm "1 a platform"
row "Dylink" dylinked 1
