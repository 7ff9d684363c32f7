# SQLite's tests are in Tcl, and want an SQLite built for tests. There is no Tcl for WASI: it stays outside, and what it asks of SQLite is
# asked of the committed library (sqlite/client.tcl, sqlite/server.c). The same library made by gcc says what is right, of what succeeds
# and of what fails for want of a command: both must print the same.
suite_sqlite() {
    local given=${SQLITE_SRC:-$FOLDER/sqlite-src} tree=${SQLITE_TREE:-$FOLDER/sqlite-tree} here=$suites/sqlite test oks=0
    [ -d "$tree" ] || "$bundles/native/sqlite-source.sh" "$given" "$tree"
    mkdir -p "$FOLDER/sqlite"
    cd "$FOLDER/sqlite"
    program sqlite-server sqlite/src/main/resources/lib/libsqlite3.so "$here/server.c" "-I$given"
    # Names begin in the folder that the test is run in, as the guest's do.
    sed 's|: "/", name|: getenv("DATABASES"), name|; s|#include <stdio.h>|&\n#include <stdlib.h>|' "$bundles/sqlite/src/main/c/vfs.c" >vfs.c
    gcc -w -O1 "-I$given" "${SQLITE_FLAGS[@]}" -o server "$here/server.c" "$given/sqlite3.c" vfs.c -lm
    sed '/#.*include/d' "$tree/src/test_config.c" | gcc -w -E -P "${SQLITE_FLAGS[@]}" -x c - >options
    sqlite_programs
    while read -r test; do check "sqlite-$test" sqlite_same "$test"; done < <(sed '/^#/d' "$here/tests.txt" | tr ' ' '\n' | sed '/^$/d')
    echo "  $oks tests of SQLite's ended as they say"
}

# sqlite_same TEST: whether Tcl prints the same with both servers
sqlite_same() {
    rm -rf "$1" && mkdir -p "$1/native" "$1/guest"
    sqlite_test "$1" native "$FOLDER/sqlite/server"
    local command
    cd "$1/guest"
    command_of sqlite-server
    cd ../..
    sqlite_test "$1" guest "${command[@]/%::./::/}"
    oks=$((oks + $(grep -ac '\.\.\. Ok' "$1/guest.txt" || true)))
    diff "$1/native.txt" "$1/guest.txt"
}

# sqlite_test TEST WHERE COMMAND...: TEST/WHERE.txt, what it prints, without times (some tests ask for the time of day) and the folder's name
sqlite_test() {
    local folder=$FOLDER/sqlite/$1/$2
    (cd "$folder" && DATABASES=$folder/ timeout "${LIMIT:-900}" tclsh "$here/client.tcl" "$tree/test/$1.test" "$FOLDER/sqlite/options" "${@:3}" 2>../$2.err) \
        | sed -E "s|$folder||g; /^Time:/d; /^! (date-2.40|date-8|expr-8)[^ ]* got/d; s/[0-9]+ microseconds/N microseconds/" >"$1/$2.txt"
}

# A workload in C, whose answers have a digest.
sqlite_programs() {
    local part
    program sqlite-speedtest1 sqlite/src/main/resources/lib/libsqlite3.so "$tree/test/speedtest1.c" "-I$given" -DSQLITE_OMIT_DEPRECATED
    gcc -w -O1 "-I$given" "${SQLITE_FLAGS[@]}" -o speedtest1 "$tree/test/speedtest1.c" "$given/sqlite3.c" vfs.c -lm
    for part in main cte fp orm; do check "sqlite-speedtest1-$part" sqlite_digest "$part"; done
}

sqlite_digest() {
    DATABASES=$PWD/ ./speedtest1 --size 5 --verify --testset "$1" ":memory:" | grep -a '^Verification' >"speedtest1-$1.native"
    run sqlite-speedtest1 --size 5 --verify --testset "$1" ":memory:" | grep -a '^Verification' | diff "speedtest1-$1.native" -
}
