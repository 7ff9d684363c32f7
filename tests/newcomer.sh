#!/usr/bin/env bash
# Does what a new user does, as the docs have it, with a fresh copy of the project's files, an empty home and a Maven that knows nothing
# of this project but what is deployed: README's first command, which builds; a bundle and a Java program from the archetypes; Karaf; the
# archive of a release. Prints a line a step: what the user types, in commands, and the processor time that it took. The table of
# docs/install.md is this.
#
# Usage: tests/newcomer.sh       some minutes; fetches from Maven Central; needs JDK 17, Maven, clang
#   CENTRAL=URL                  another mirror of it
set -euo pipefail

own=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/dylink
mkdir "$home"
(cd "$own" && git ls-files -z | tar c --null -T -) | tar x -C "$home"
repository=$work/repository user=$work/home
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml" | head -n 1)
mkdir -p "$user/.m2"

# In the place of Maven Central, where no release is yet.
cat >"$user/.m2/settings.xml" <<END
<settings>
  <profiles>
    <profile>
      <id>dylink</id>
      <repositories>
        <repository><id>dylink</id><url>file:$repository</url></repository>
        <repository><id>central</id><url>${CENTRAL:-https://repo.maven.apache.org/maven2}</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>dylink</id><url>file:$repository</url></pluginRepository>
        <pluginRepository><id>central</id><url>${CENTRAL:-https://repo.maven.apache.org/maven2}</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>dylink</activeProfile></activeProfiles>
</settings>
END

maven() {
    HOME=$user mvn -B -q -ntp -Dstyle.color=never -Duser.home="$user" "$@"
}

# Of all children so far, in seconds.
processor_time() {
    times >"$work/times" # here, as a subshell has none yet
    awk 'END { for (i = 1; i <= 2; i++) { split($i, t, "m"); sum += 60 * t[1] + t[2] } printf "%.0f", sum }' "$work/times" >"$work/sum"
    sum=$(cat "$work/sum")
}

# step COMMANDS TEXT COMMAND...: what it prints is kept in $work/out. COMMANDS are those that a user types; 0 is what others do.
step() {
    local count=$1 text=$2 before
    shift 2
    processor_time
    before=$sum
    if ! "$@" >"$work/out" 2>&1; then
        cat "$work/out"
        echo "FAILED: $text" >&2
        exit 1
    fi
    processor_time
    case $count in 0) count= ;; 1) count=" 1 command," ;; *) count=" $count commands," ;; esac
    echo "$text:$count $((sum - before)) s of processor time"
}

# Whole lines; Debian's Maven resets colours that it has not set.
expect() {
    sed 's/\x1b\[[0-9;]*m//g' "$work/out" | grep -qxF "$1" && return
    cat "$work/out"
    echo "FAILED: no line '$1'" >&2
    exit 1
}

# Java asks the system where the home is.
first() {
    HOME=$user JAVA_TOOL_OPTIONS=-Duser.home=$user "$home/example-bundles/run.sh"
}

deploy() {
    cd "$home"
    mvn -B -q -ntp -Dstyle.color=never -P quick deploy -DaltDeploymentRepository="dylink::default::file:$repository" -am -pl \
        bom,archetypes/osgi,archetypes/plain,maven-plugin,java-binding,bnd-check,wasi-bundle,deployer,shell,example-bundles/libc,app,karaf
}

generate() {
    maven archetype:generate -DarchetypeGroupId=org.dylink -DarchetypeArtifactId="$1" -DarchetypeVersion="$version" \
        -DgroupId=com.acme -DartifactId="$2"
}

in_shell() {
    local libc=("$user/.m2/repository/org/dylink/org.dylink.example.libc/$version"/*.jar)
    printf '%s\n' "start file:${libc[0]}" "start file:target/words-1.0.0-SNAPSHOT.jar" 'words:count "to be or not"' \
        | java -jar "$home/app/target/dylink.jar" shell
}

# What docs/osgi.md tells of Karaf, whose own bundles come from Maven Central.
in_karaf() {
    local karaf=apache-karaf-4.4.10
    maven dependency:copy -Dartifact=org.apache.karaf:apache-karaf:${karaf##*-}:tar.gz -DoutputDirectory=.
    tar xzf "$karaf.tar.gz"
    cp -r "$home/karaf/target/repository/." "$karaf/system/"
    printf '%s\n' "feature:repo-add mvn:org.dylink/org.dylink.karaf/$version/xml/features" \
        "feature:install dylink dylink-shell dylink-deployer dylink-examples" "wasm:run hello.wasm" "shutdown -f" \
        | EXTRA_JAVA_OPTS="-Duser.home=$user" "$karaf/bin/karaf"
}

plain() {
    maven compile exec:java -Dexec.mainClass=com.acme.Main -Dexec.args="'to be' 'or not'"
}

step 1 "README: the first command, which builds" first
expect "libbar: constructed, libfoo sells in Taler"
expect "main: sum 45"
step 1 "README: the same once more" first
expect "main: sum 45"

step 0 "the project is deployed to a folder" deploy

cd "$work"
step 1 "archetype of a bundle" generate org.dylink.archetype words
cd words
step 1 "bundle: compiled and tested" maven package
step 4 "bundle: in a framework" in_shell
expect "4 of 4"

cd "$work"
step 1 "archetype of a Java program" generate org.dylink.archetype.plain plain
cd plain
step 1 "program: compiled and tested" maven package
step 1 "program: run" plain
expect "2 of 2"
expect "2 of 4"

mkdir "$work/karaf"
cd "$work/karaf"
step 5 "Karaf: with the features, a program run" in_karaf
expect "hello: 0 arguments"

# Signed by a key that is made for it.
release() {
    mkdir -m 700 "$work/keys"
    export GNUPGHOME=$work/keys
    gpg --batch --quiet --passphrase '' --quick-gen-key newcomer@example.org ed25519 sign never
    cd "$home"
    mvn -B -q -ntp -Dstyle.color=never -P release,quick -Dsign.key=newcomer@example.org verify -am -pl release
    cd release/target
    sha256sum -c dylink-"$version"*.sha256
    for signature in dylink-"$version"*.asc; do
        gpg --batch --quiet --verify "$signature" "${signature%.asc}"
    done
}

from_release() {
    unzip -q "$home/release/target/dylink-$version.zip" -d "$work/zip"
    tar xzf "$home/release/target/dylink-$version.tar.gz"
    diff -r "dylink-$version" "$work/zip/dylink-$version"
    cd "dylink-$version"
    printf '#include <stdio.h>\nint main(void) { puts("compiled"); }\n' >main.c
    HOME=$user bin/dylink cc -o main.wasm main.c
    HOME=$user bin/dylink run -L lib/wasm32-wasip1 main.wasm
    # One jar that runs alone.
    cp "$home/release/target/dylink-$version.jar" alone.jar
    java -jar alone.jar --version
    man -l share/man/man1/dylink.1 | grep 'dylink - WebAssembly shared libraries'
    bash -c 'source share/bash-completion/completions/dylink
        COMP_WORDS=(dylink prel) COMP_CWORD=1
        _dylink
        echo "completed: ${COMPREPLY[*]}"'
}

# jbang's own script fetches its jar from GitHub; Maven Central has the same one. It prints what its script then executes.
by_jbang() {
    cd "$work"
    cat >pom.xml <<END
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>jbang</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>dev.jbang</groupId><artifactId>jbang-cli</artifactId><version>0.132.1</version></dependency>
  </dependencies>
</project>
END
    maven dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=jbang
    cd "dylink-$version"
    command=$(JBANG_DIR=$work/jbang-home java -Duser.home="$user" -cp "$(cat ../jbang)" dev.jbang.Main alone.jar run -L lib/wasm32-wasip1 main.wasm) || [ $? = 255 ]
    eval "$command"
}

step 0 "release: archives, checksums, list of materials, javadoc" release
cd "$work"
step 4 "release: unpacked, compiled and run" from_release
expect "compiled"
expect "dylink $version"
expect "completed: prelink"
step 1 "release: its jar by jbang" by_jbang
expect "compiled"
echo "all right"
