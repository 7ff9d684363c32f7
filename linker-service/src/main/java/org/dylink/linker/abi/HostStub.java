package org.dylink.linker.abi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.dylink.format.DylinkSection;
import org.dylink.format.FunctionType;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Writes the module that stands for a host library: it imports the host's functions and exports
 * them again. So a library of Java functions is one like all others to the linker; and as the
 * export is the import itself, nothing stands between the caller and Java.
 */
public final class HostStub {
  private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final int CUSTOM = 0;
  private static final int TYPES = 1;
  private static final int IMPORTS = 2;
  private static final int FUNCTIONS = 3;
  private static final int EXPORTS = 7;
  private static final int CODE = 10;
  private static final int[] BODY = {3, 0, 0x00, 0x0b}; // size, no locals, unreachable, end
  private static final int FUNCTION = 0x00;
  private static final int MEMORY = 0x02;
  private static final int FUNCTION_TYPE = 0x60;
  private static final int MEM_INFO = 1;

  private final String name;
  private final Map<String, FunctionType> functions;
  private final List<FunctionType> types;

  private HostStub(String name, Map<String, FunctionType> functions) {
    this.name = name;
    this.functions = functions;
    this.types = new ArrayList<>(new LinkedHashSet<>(functions.values()));
  }

  /**
   * The module for some functions.
   *
   * @param name the library's, and that of the module which it imports from
   * @throws IllegalArgumentException if there is none, or the name is the linker's own
   */
  public static WasmModule of(String name, Map<String, FunctionType> functions) {
    if (AbiNames.isLinkerModule(name)) {
      String detail = ": a library cannot have this name: its imports are the linker's";
      throw new IllegalArgumentException(name + detail);
    } else if (functions.isEmpty()) {
      String detail = ": no library: it does not tell its functions beforehand";
      throw new IllegalArgumentException(name + detail);
    }
    try {
      return WasmModule.read(name, new HostStub(name, functions).forwarding());
    } catch (MalformedModuleException e) {
      throw new IllegalStateException("BUG: " + e.getMessage(), e);
    }
  }

  /**
   * The file that a C program is linked with: the same exports, defined. wasm-ld 22 crashes where a
   * shared library exports what it imports.
   */
  public static byte[] forToolchain(String name, Map<String, FunctionType> functions) {
    return new HostStub(name, functions).trapping();
  }

  private byte[] forwarding() {
    ByteArrayOutputStream module = begin();
    section(module, IMPORTS, imports());
    section(module, EXPORTS, exports());
    return module.toByteArray();
  }

  private byte[] trapping() {
    ByteArrayOutputStream module = begin();
    section(module, IMPORTS, memory());
    ByteArrayOutputStream indexes = new ByteArrayOutputStream();
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    number(indexes, functions.size());
    number(bodies, functions.size());
    for (FunctionType type : functions.values()) {
      number(indexes, types.indexOf(type));
      bodies.writeBytes(bytes(BODY).toByteArray());
    }
    section(module, FUNCTIONS, indexes);
    section(module, EXPORTS, exports());
    section(module, CODE, bodies);
    return module.toByteArray();
  }

  private ByteArrayOutputStream begin() {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(HEADER);
    section(module, CUSTOM, dylink());
    section(module, TYPES, types());
    return module;
  }

  /** No data and no slots. */
  private static ByteArrayOutputStream dylink() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    string(out, DylinkSection.NAME);
    section(out, MEM_INFO, bytes(0, 0, 0, 0));
    return out;
  }

  private ByteArrayOutputStream types() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, types.size());
    for (FunctionType type : types) {
      out.write(FUNCTION_TYPE);
      values(out, type.params());
      values(out, type.results());
    }
    return out;
  }

  /** No memory: Java functions use that of whoever calls, shared with other threads or not. */
  private ByteArrayOutputStream imports() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, functions.size());
    functions.forEach(
        (symbol, type) -> {
          string(out, name);
          string(out, symbol);
          out.write(FUNCTION);
          number(out, types.indexOf(type));
        });
    return out;
  }

  /** What libraries that wasm-ld makes import. */
  private static ByteArrayOutputStream memory() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, 1);
    string(out, AbiNames.ENV);
    string(out, AbiNames.MEMORY);
    out.writeBytes(new byte[] {MEMORY, 0, 0});
    return out;
  }

  private ByteArrayOutputStream exports() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, functions.size());
    int index = 0;
    for (String symbol : functions.keySet()) {
      string(out, symbol);
      out.write(FUNCTION);
      number(out, index++);
    }
    return out;
  }

  private static void section(ByteArrayOutputStream out, int id, ByteArrayOutputStream contents) {
    out.write(id);
    number(out, contents.size());
    out.writeBytes(contents.toByteArray());
  }

  private static ByteArrayOutputStream bytes(int... all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int each : all) {
      out.write(each);
    }
    return out;
  }

  private static void values(ByteArrayOutputStream out, List<ValueType> types) {
    number(out, types.size());
    types.forEach(type -> out.write(type.code()));
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(out, utf8.length);
    out.writeBytes(utf8);
  }

  /** Unsigned LEB128. */
  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    for (; rest > 0x7f; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
  }
}
