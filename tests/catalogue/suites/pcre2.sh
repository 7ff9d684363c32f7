# RunTest's lists for 8 bits, without those for other widths, the just-in-time compiler, French, and libraries built without Unicode or \C.
suite_pcre2() {
    sources pcre2
    local number
    mkdir -p "$FOLDER/pcre2" && cp -r "$src/testdata" "$FOLDER/pcre2/"
    cp "$src/testdata/testbtables" "$src/src/config.h.generic" "$FOLDER/pcre2/"
    mv "$FOLDER/pcre2/config.h.generic" "$FOLDER/pcre2/config.h"
    cp "$src/src/pcre2.h.generic" "$FOLDER/pcre2/pcre2.h"
    # It has an option for the stack's size, which WASI has no calls for.
    printf '%s\n' 'struct rlimit { unsigned long rlim_cur, rlim_max; };' '#define RLIMIT_STACK 3' '#define getrlimit(what, limit) (-1)' \
        '#define setrlimit(what, limit) (-1)' >"$FOLDER/pcre2/rlimit.h"
    cd "$FOLDER/pcre2"
    program pcre2test catalogue/pcre2/src/main/resources/lib/libpcre2-8.so "$src/src/pcre2test.c" "$src/src/pcre2posix.c" "-I$FOLDER/pcre2" "-I$src/src" \
        -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 -DSUPPORT_PCRE2_8 -include "$FOLDER/pcre2/rlimit.h" -DSUPPORT_UNICODE -DHAVE_MEMMOVE -DHAVE_STRERROR -DHAVE_UNISTD_H
    for number in 1 2 4 5 6 7 8-8-2 9 10 14-8 15 18 19 20 21 22-8 24 25 26; do
        check "pcre2-$number" pcre2_list "$number"
    done
}

pcre2_list() {
    run pcre2test -q "testdata/testinput${1%%-*}" "out$1" || return
    [ "$1" != 2 ] || run pcre2test -q -error -70,-62,-2,-1,0,100,101,191,200 >>out2
    diff "testdata/testoutput$1" "out$1"
}
