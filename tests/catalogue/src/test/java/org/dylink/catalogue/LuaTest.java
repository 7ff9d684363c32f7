package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.lua.Lua;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What liblua5.4.so does; the answers are those of the command lua5.4 of Debian. */
class LuaTest {
  private static Dylink linker;
  private static Lua lua;

  @BeforeAll
  static void open() throws Exception {
    linker = Libraries.open();
    lua = WasmBinder.bind(Lua.class, linker);
  }

  @AfterAll
  static void close() {
    lua.close();
    linker.close();
  }

  @Test
  void computes() {
    assertEquals("3  3.14", run("return 7 // 2 .. ' ' .. string.format('%5.2f', math.pi)"));
    assertEquals("0x1.5555555555555p-2", run("return string.format('%q', 1/3)"));
    assertEquals("9.007199254741e+15 6", run("return 2^53 .. ' ' .. utf8.len('größer')"));
  }

  /** Errors of Lua are longjmp, also through Lua's own coroutines. */
  @Test
  void errorsAreCaughtWhereLuaCatchesThem() {
    assertEquals("oops", run("return select(2, pcall(error, 'oops'))"));
    assertEquals(
        "[string \"local t = nil; return t.x\"]:1: attempt to index a nil value (local 't')",
        run("local t = nil; return t.x"));
    assertEquals("[string \"return 1 +\"]:1: unexpected symbol near <eof>", run("return 1 +"));
    assertEquals(
        "2 [string \"local co = coroutine.wrap(function(a) local b...\"]:1: in it",
        run(
            "local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1);"
                + " error('in ' .. b) end) return co(1) .. ' ' .. select(2, pcall(co, 'it'))"));
  }

  @Test
  void callsJava() {
    Lua.LuaCFunction twice =
        state -> {
          lua.lua_pushinteger(state, 2 * lua.lua_tointegerx(state, 1, null));
          return 1;
        };
    try (Callback<Lua.LuaCFunction> callback =
        lua.binding().callback(Lua.LuaCFunction.class, twice)) {
      Pointer state = lua.luaL_newstate();
      lua.lua_pushcclosure(state, callback, 0);
      lua.lua_setglobal(state, "twice");
      assertEquals("42", run(state, "return twice(21)"));
      lua.lua_close(state);
    }
  }

  /** What package.loadlib opens is a library like all others. */
  @Test
  void opensLibraries() {
    assertEquals("true", run("return tostring(package.loadlib('libbz2.so', '*'))"));
    assertTrue(
        run("return tostring(package.loadlib('libbz2.so', 'BZ2_bzlibVersion'))")
            .startsWith("function: "));
    assertEquals(
        "libnone.so: cannot open: searched",
        run(
            "return (select(2, package.loadlib('libnone.so', '*')):match('^[^ ]* cannot open:"
                + " [a-z]*'))"));
  }

  @Test
  void whatWasiLacksFailsAsInLua() {
    assertEquals(
        "false nil", run("return tostring(os.execute()) .. ' ' .. tostring(os.execute('ls'))"));
    assertEquals(
        "unable to generate a unique filename", run("return select(2, pcall(os.tmpname))"));
    assertEquals("No such file or directory", run("return select(2, io.tmpfile())"));
  }

  @Test
  void hasTemporaryFilesInAFolderThatItIsGranted(@TempDir Path folder) throws Exception {
    LinkRequest request =
        LinkRequest.builder(linker.library("liblua5.4.so").orElseThrow())
            .folder("/tmp", folder)
            .build();
    try (Lua granted = WasmBinder.bind(Lua.class, linker, request)) {
      String program =
          "local f = io.tmpfile() f:write('kept') f:seek('set') local text = f:read('a') f:close()"
              + " local name = os.tmpname() io.open(name, 'w'):write('named'):close()"
              + " return text .. ' ' .. name:match('^/tmp/lua_')";
      assertEquals("kept /tmp/lua_", run(granted, granted.luaL_newstate(), program));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of("named"), files.map(LuaTest::read).toList());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String program) {
    Pointer state = lua.luaL_newstate();
    String result = run(state, program);
    lua.lua_close(state);
    return result;
  }

  private static String run(Pointer state, String program) {
    return run(lua, state, program);
  }

  /** The program's result, or its error, as text. */
  private static String run(Lua interpreter, Pointer state, String program) {
    interpreter.luaL_openlibs(state);
    if (interpreter.luaL_loadstring(state, program) == Lua.LUA_OK) {
      interpreter.lua_pcallk(state, 0, 1, 0, 0, null);
    }
    return interpreter.lua_tolstring(state, -1, null);
  }
}
