package org.dylink.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/** Makes small modules. Every number in them is under 128, and so is its own LEB128 form. */
final class ModuleBytes {
  private static final int I32 = 0x7f;
  private static final int CUSTOM = 0;
  private static final int TYPES = 1;
  private static final int IMPORTS = 2;
  private static final int FUNCTIONS = 3;
  private static final int GLOBALS = 6;
  private static final int EXPORTS = 7;
  private static final int CODE = 10;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ModuleBytes() {}

  /**
   * A module with 32 bytes of data and two slots that imports {@code env.puts} and {@code
   * GOT.mem.errno} and exports a function each, of type {@code (i32) -> i32}, and a data symbol.
   *
   * @param data the data symbol
   */
  static WasmModule library(String name, List<String> needed, String data, String... functions) {
    ModuleBytes module = new ModuleBytes().header();
    module.section(CUSTOM, new ModuleBytes().dylink(needed));
    module.section(TYPES, new ModuleBytes().put(1, 0x60, 1, I32, 1, I32));
    module.section(IMPORTS, new ModuleBytes().imports());
    module.section(FUNCTIONS, new ModuleBytes().put(functions.length).times(functions.length, 0));
    module.section(GLOBALS, new ModuleBytes().put(1, I32, 0, 0x41, 8, 0x0b));
    module.section(EXPORTS, new ModuleBytes().exports(data, functions));
    module.section(CODE, new ModuleBytes().bodies(functions.length));
    return module.read(name);
  }

  private ModuleBytes header() {
    return put(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  private ModuleBytes dylink(List<String> needed) {
    ModuleBytes names = new ModuleBytes().put(needed.size());
    needed.forEach(names::name);
    // MEM_INFO: 32 bytes aligned to 2^4, 2 slots aligned to 2^0; NEEDED.
    return name("dylink.0").put(1, 4, 32, 4, 2, 0).section(2, names);
  }

  private ModuleBytes imports() {
    put(2).name("env").name("puts").put(0, 0);
    return name("GOT.mem").name("errno").put(3, I32, 1);
  }

  private ModuleBytes exports(String data, String... functions) {
    put(functions.length + 1);
    for (int i = 0; i < functions.length; i++) {
      name(functions[i]).put(0, i + 1);
    }
    return name(data).put(3, 1);
  }

  private ModuleBytes bodies(int count) {
    put(count);
    for (int i = 0; i < count; i++) {
      // No locals; local.get 0; end.
      put(4, 0, 0x20, 0, 0x0b);
    }
    return this;
  }

  private ModuleBytes section(int id, ModuleBytes content) {
    put(id, content.bytes.size());
    bytes.writeBytes(content.bytes.toByteArray());
    return this;
  }

  private ModuleBytes name(String name) {
    put(name.length());
    bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private ModuleBytes times(int count, int value) {
    for (int i = 0; i < count; i++) {
      put(value);
    }
    return this;
  }

  private ModuleBytes put(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  private WasmModule read(String name) {
    try {
      return WasmModule.read(name, bytes.toByteArray());
    } catch (MalformedModuleException e) {
      throw new IllegalStateException("BUG: " + e.getMessage(), e);
    }
  }
}
