package org.dylink.testing;

import static org.dylink.testing.Code.code;

import org.dylink.format.ValueType;

/** A library that opens another one with dlopen. */
public final class OpenerModule {
  private static final String BASE = "env.__memory_base";
  private static final String SIGNATURE = "() -> i32";
  private static final int SYMBOL = 64;
  private static final int RTLD_NOW = 2;

  private OpenerModule() {}

  /**
   * As from C: {@code void *open(void) { return dlopen(file, RTLD_NOW); }}; {@code int use(void
   * *library) { return ((int (*)(void)) dlsym(library, "answer"))(); }}; {@code int shut(void
   * *library) { return dlclose(library); }}.
   *
   * @param section what it needs, libdl.so among it
   */
  public static ModuleBuilder of(String name, DylinkBuilder section, String file) {
    return ModuleBuilder.module(name)
        .dylink(section.memInfo(128, 4, 0, 0))
        .importMemory("env", "memory", 0)
        .importTable("env", "__indirect_function_table", 0)
        .importGlobal("env", "__memory_base", ValueType.I32, false)
        .importFunction("env", "dlopen", "(i32, i32) -> i32")
        .importFunction("env", "dlsym", "(i32, i32) -> i32")
        .importFunction("env", "dlclose", "(i32) -> i32")
        .exportedFunction(
            "open", SIGNATURE, code().globalGet(BASE).i32Const(RTLD_NOW).call("env.dlopen"))
        .exportedFunction(
            "use",
            "(i32) -> i32",
            code()
                .localGet(0)
                .globalGet(BASE)
                .i32Const(SYMBOL)
                .i32Add()
                .call("env.dlsym")
                .callIndirect(SIGNATURE))
        .exportedFunction("shut", "(i32) -> i32", code().localGet(0).call("env.dlclose"))
        .data(code().globalGet(BASE), padded(file) + "answer\0");
  }

  /** Text that ends with zero bytes, in the room before the symbol. */
  private static String padded(String text) {
    return text + "\0".repeat(SYMBOL - text.length());
  }
}
