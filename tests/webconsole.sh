#!/usr/bin/env bash
# Starts the Web Console with Dylink's page in `dylink shell`, with libraries, a program that runs and one that waits, and makes a picture of
# the page by a headless Chromium. docs/webconsole.png is this.
#
# Usage: tests/webconsole.sh FILE.png       after mvn -P quick package; needs Chromium and ImageMagick; the console and Jetty come from
#                                           Maven Central
#   SIZE=1000,830                           of the window, of which the console's own head is cut off
#   DARK=1                                  as for who has asked for dark colours
#   MORE=FILE                               with more lines for the shell
#   KEEP=1                                  goes on until Enter, for a look at http://localhost:8181/system/console/dylink (admin, admin)
set -euo pipefail

picture=$(realpath -m "$1")
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
port=8181
bundles=$work/bundles
trap 'rm -rf "$work"' EXIT

dependency() {
    echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"
}
cat >"$work/pom.xml" <<END
<project>
  <modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId><artifactId>console</artifactId><version>1</version>
  <dependencies>
    $(dependency org.slf4j slf4j-api 1.7.36)
    $(dependency org.slf4j slf4j-nop 1.7.36)
    $(dependency org.osgi org.osgi.service.log 1.5.0)
    $(dependency org.apache.felix org.apache.felix.http.servlet-api 2.1.0)
    $(dependency org.apache.felix org.apache.felix.http.jetty 5.1.26)
    $(dependency org.apache.felix org.apache.felix.inventory 2.0.0)
    $(dependency org.owasp.encoder encoder 1.3.1)
    $(dependency org.apache.felix org.apache.felix.webconsole 5.0.8)
  </dependencies>
</project>
END
mvn -q -B dependency:copy-dependencies -DexcludeTransitive=true -DoutputDirectory="$bundles" -f "$work/pom.xml" >&2
cp "$home"/{monitor,webconsole}/target/org.dylink.*-SNAPSHOT.jar "$bundles"

# The lines of the shell, until somebody has looked.
lines() {
    local each libraries=$home/example-bundles guide=$home/linker-service/src/test/native/replace/guide
    for each in "$bundles"/*.jar; do echo "install file:$each"; done
    for each in "$bundles"/*.jar; do
        case $each in *slf4j*) ;; *) echo "start file:$each" ;; esac
    done
    echo "wasm:load $libraries/libc/src/main/resources/lib/libc.so $libraries/zlib/src/main/resources/lib/libz.so \
        $libraries/zlib-demo/src/main/resources/bin/zdemo.wasm $guide/libcounter.so.1.0.0 $guide/ticker.wasm"
    echo "wasm:run zdemo.wasm"
    echo "wasm:run ticker.wasm &"
    echo "wasm:load $guide/libcounter.so.1.1.0"
    cat "${MORE:-/dev/null}"
    echo "echo ready"
    while [ -d "$work" ] && [ ! -e "$work/looked" ]; do sleep 0.2; done
    echo "wasm:kill ticker.wasm"
}

lines | DYLINK_CACHE=$work/cache "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dorg.osgi.service.http.port=$port -Dorg.osgi.service.http.host=localhost \
    -jar "$home/app/target/dylink.jar" shell >"$work/out" 2>&1 &
shell=$!
until grep -qx ready "$work/out"; do
    kill -0 $shell || { cat "$work/out" && exit 1; }
    sleep 0.2
done
[ -z "${KEEP:-}" ] || { cat "$work/out" && read -r; }

chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --hide-scrollbars ${DARK:+--blink-settings=preferredColorScheme=0} --user-data-dir="$work/chromium" --window-size="${SIZE:-1000,830}" \
    --screenshot="$work/page.png" "http://admin:admin@localhost:$port/system/console/dylink" >"$work/chromium.out" 2>&1
touch "$work/looked"
wait $shell || true # with the exit code of the program that was stopped
convert "$work/page.png" -crop +0+118 +repage -fuzz 2% -trim -bordercolor white -border 12 +dither -colors 64 -strip "PNG8:$picture"
