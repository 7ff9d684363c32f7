/* Lua 5.4, an interpreter as programs embed it: scripts that call, sort, build text and compute, SIZE parts of each. */
#include "measure.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <string.h>

static const struct {
    const char *name, *script;
} SCRIPTS[] = {
    {"lua-calls",
     "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end\n"
     "local sum = 0 for i = 1, SIZE do sum = sum + fib(26) end return sum"},
    {"lua-tables",
     "local seed, sum = 1, 0\n"
     "for round = 1, SIZE do\n"
     "  local t = {}\n"
     "  for i = 1, 20000 do seed = (seed * 1103515245 + 12345) % 2147483648 t[i] = seed end\n"
     "  table.sort(t) local by = {} for i, v in ipairs(t) do by[v] = i end\n"
     "  sum = (sum + by[t[777]] + t[1]) % 4294967296\n"
     "end return sum"},
    {"lua-strings",
     "local sum = 0\n"
     "for round = 1, SIZE do\n"
     "  local parts = {}\n"
     "  for i = 1, 5000 do parts[#parts + 1] = string.format('%d:%s', i * round, ('x'):rep(i % 7)) end\n"
     "  local text = table.concat(parts, ',')\n"
     "  for a, b in text:gmatch('(%d+):(x*)') do sum = (sum + #b + tonumber(a)) % 4294967296 end\n"
     "  sum = (sum + #text:gsub('x', 'yz')) % 4294967296\n"
     "end return sum"},
    {"lua-floats",
     "local n, steps = 0, 0\n"
     "for y = 0, 60 * SIZE do for x = 0, 150 do\n"
     "  local cr, ci, zr, zi, i = x / 75 - 1.5, y / (30 * SIZE) - 1, 0, 0, 0\n"
     "  while i < 50 and zr * zr + zi * zi < 4 do zr, zi, i = zr * zr - zi * zi + cr, 2 * zr * zi + ci, i + 1 end\n"
     "  steps = steps + i\n"
     "end end return steps"},
#ifdef WITH_ERRORS
    {"lua-errors",
     "local caught = 0\n"
     "for i = 1, 20000 * SIZE do if not pcall(error, i) then caught = caught + 1 end end\n"
     "local next = coroutine.wrap(function() local i = 0 while true do i = i + 1 coroutine.yield(i) end end)\n"
     "for i = 1, 20000 * SIZE do caught = caught + next() % 2 end return caught"},
#endif
};

static lua_State *open(void) {
    static const luaL_Reg LIBRARIES[] = {
        {LUA_GNAME, luaopen_base},          {LUA_TABLIBNAME, luaopen_table}, {LUA_STRLIBNAME, luaopen_string},
        {LUA_COLIBNAME, luaopen_coroutine}, {LUA_MATHLIBNAME, luaopen_math},
    };
    lua_State *lua = luaL_newstate();
    for (size_t i = 0; i < sizeof LIBRARIES / sizeof *LIBRARIES; i++) {
        luaL_requiref(lua, LIBRARIES[i].name, LIBRARIES[i].func, 1);
        lua_pop(lua, 1);
    }
    return lua;
}

static unsigned run(const char *script, int size) {
    lua_State *lua = open();
    lua_pushinteger(lua, size);
    lua_setglobal(lua, "SIZE");
    if (luaL_loadstring(lua, script) != LUA_OK) {
        fprintf(stderr, "lua: %s\n", lua_tostring(lua, -1));
        exit(1);
    }
    lua_call(lua, 0, 1);
    unsigned result = (unsigned)(long long)lua_tonumber(lua, -1);
    lua_close(lua);
    return result;
}

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 10);
    while (measure_again()) {
        for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
            measure_start();
            unsigned check = run(SCRIPTS[i].script, size);
            measure_stop(SCRIPTS[i].name, check);
        }
    }
    return 0;
}
