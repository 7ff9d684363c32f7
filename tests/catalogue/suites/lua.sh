# WASI's libc fails in these: docs/catalogue.md tells how.
known lua-attrib lua-literals

suite_lua() {
    sources lua
    [ -d "${LUA_TESTS:-}" ] || { echo "  no LUA_TESTS: not run" && return; }
    local extra=$bundles/catalogue/lua/src/main/c
    program lua catalogue/lua/src/main/resources/lib/liblua5.4.so "$src/src/lua.c" "-I$extra" "-I$src/src" -include "$extra/absent.h" -DLUA_COMPAT_5_3
    rm -rf "$FOLDER/lua" && cp -r "$LUA_TESTS" "$FOLDER/lua"
    cd "$FOLDER/lua"
    local each
    for each in *.lua; do
        case $each in
            # all: runs the others; main: starts processes; heavy: takes all memory; the rest are read by others
            all.lua | main.lua | heavy.lua | bwcoercion.lua | tracegc.lua) ;;
            *) check "lua-${each%.lua}" run lua -e "_soft=true _port=true _nomsg=true" "$each" ;;
        esac
    done
}
