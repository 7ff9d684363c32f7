#!/usr/bin/env bash
# dylink.bat in Wine's cmd.exe, with a java.exe that prints its arguments: paths with spaces and brackets, what cmd.exe takes for its
# own in arguments, options of the JVM, exit codes, what is missing. Wine's cmd.exe is not Windows': it takes a percent sign out of %*.
#
# Usage: tests/windows.sh      needs wine and x86_64-w64-mingw32-gcc (Debian: wine, gcc-mingw-w64-x86-64); half a minute
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
trap 'wineserver -k || true; rm -rf "$work"' EXIT
release=$work/'dylink (x86) 1' jdk=$work/'jdk 17' failed=0
mkdir -p "$release/bin" "$release/lib" "$jdk/bin" "$work/clone/app/target" "$work/empty"
cp "$home/dylink.bat" "$release/bin"
cp "$home/dylink.bat" "$work/clone"
cp "$home/dylink.bat" "$work/empty"
touch "$release/lib/dylink.jar" "$work/clone/app/target/dylink.jar"
x86_64-w64-mingw32-gcc -o "$jdk/bin/java.exe" "$home/tests/windows/java.c"
wineboot -i

windows() {
  printf 'Z:%s' "${1//\//\\}"
}

# Lines of a batch file are run; what they print, and the exit code, is to be the rest of the arguments, a line each.
# 'cmd /c' tells a batch file's exit code; Wine's 'call' tells only whether it is 0.
expect() {
  local name=$1 lines=$2 said wanted
  shift 2
  printf '@echo off\r\nset "JAVA_HOME=%s"\r\n%s\r\n' "$(windows "$jdk")" "${lines//$'\n'/$'\r\n'}" >"$work/case.bat"
  # Its standard error comes first, as the lines of two streams have no order.
  said=$(wine cmd /c "$(windows "$work/case.bat")" 2>"$work/errors" && echo "exit 0" || echo "exit $?")
  said=$(cat "$work/errors"; printf '%s' "$said")
  said=${said//$'\r'/}
  wanted=$(printf '%s\n' "$@")
  [ "$said" = "$wanted" ] && echo "ok: $name" && return
  failed=1
  printf 'FAILED: %s\n-- expected\n%s\n-- was\n%s\n' "$name" "$wanted" "$said"
}

options=('<-XX:+UseSerialGC>' '<-Dsun.misc.unsafe.memory.access=allow>')
started=("${options[@]}" '<-jar>' "<$(windows "$release/bin")\\..\\lib\\dylink.jar>")
bat="\"$(windows "$release/bin/dylink.bat")\""
cloned="\"$(windows "$work/clone/dylink.bat")\""

expect 'a release in a folder with spaces and brackets' "$bat run main.wasm" "${started[@]}" '<run>' '<main.wasm>' 'exit 0'
expect 'a clone' "$cloned help" "${options[@]}" '<-jar>' "<$(windows "$work/clone")\\app\\target\\dylink.jar>" '<help>' 'exit 0'
expect 'arguments as they are' "$bat run -L \"C:\\x y\" --env K=V a;b a,b \"a=b;c\" \"\" \"q&r|s<t>u^v(w)\" a!b!" \
  "${started[@]}" '<run>' '<-L>' '<C:\x y>' '<--env>' '<K=V>' '<a;b>' '<a,b>' '<a=b;c>' '<>' '<q&r|s<t>u^v(w)>' '<a!b!>' 'exit 0'
expect 'a quote' "$bat run \"say \\\"so\\\"\"" "${started[@]}" '<run>' '<say "so">' 'exit 0'
expect 'more than nine arguments' "$bat 1 2 3 4 5 6 7 8 9 10 11" "${started[@]}" '<1>' '<2>' '<3>' '<4>' '<5>' '<6>' '<7>' '<8>' '<9>' '<10>' '<11>' 'exit 0'
expect 'exclamation marks where they mean variables' "set \"JAVA_OPTS=-Da=b!c!d\"
setlocal EnableDelayedExpansion
$bat help" "${options[@]}" '<-Da=b!c!d>' "${started[@]:2}" '<help>' 'exit 0'
expect 'options of the JVM' "set \"JAVA_OPTS=-Xmx1g -Da=b\"
set DYLINK_OPTS=-Dc=\"d e\"
$bat help" "${options[@]}" '<-Xmx1g>' '<-Da=b>' '<-Dc=d e>' "${started[@]:2}" '<help>' 'exit 0'
for code in 2 124 134; do
  expect "exit code $code" "set STANDIN_CODE=$code
cmd /c \"$bat x\"
exit /b %ERRORLEVEL%" "${started[@]}" '<x>' "exit $code"
done
expect 'java on the path' "set JAVA_HOME=
set \"PATH=$(windows "$jdk/bin");%PATH%\"
$bat help" "${started[@]}" '<help>' 'exit 0'
expect 'no jar' "cmd /c \"$(windows "$work/empty/dylink.bat") help\"
exit /b %ERRORLEVEL%" \
  "dylink: app\\target\\dylink.jar is not there; 'mvn -P quick -pl app -am package' builds it " 'exit 70'
exit $failed
