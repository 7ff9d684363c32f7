package org.dylink.linker.testing;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;

import org.dylink.testing.Code;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;

/** The shapes of module that wasm-ld makes. */
public final class Shapes {
  /** The id of the memory base in code. */
  public static final String MEMORY_BASE = "env.__memory_base";

  /** The id of the table base in code. */
  public static final String TABLE_BASE = "env.__table_base";

  /** The id of the stack pointer in a module that imports it. */
  public static final String STACK_POINTER = "env.__stack_pointer";

  private Shapes() {}

  /** A PIE main or a shared library without data and slots. */
  public static ModuleBuilder shared(String name, String... needed) {
    return shared(name, dylink().memInfo(0, 0, 0, 0).needed(needed));
  }

  /** A PIE main or a shared library: imports memory, table, stack pointer and both bases. */
  public static ModuleBuilder shared(String name, DylinkBuilder section) {
    return module(name)
        .dylink(section)
        .importMemory("env", "memory", 1)
        .importTable("env", "__indirect_function_table", 0)
        .importGlobal("env", "__stack_pointer", I32, true)
        .importGlobal("env", "__memory_base", I32, false)
        .importGlobal("env", "__table_base", I32, false);
  }

  /** The same for programs with threads. */
  public static ModuleBuilder threaded(String name, String... needed) {
    return threaded(name, dylink().memInfo(0, 0, 0, 0).needed(needed), 1, 100);
  }

  /** The same with what it says of its memory, in pages. */
  public static ModuleBuilder threaded(
      String name, DylinkBuilder section, long minimum, long maximum) {
    return module(name)
        .dylink(section)
        .importSharedMemory("env", "memory", minimum, maximum)
        .importTable("env", "__indirect_function_table", 0)
        .importGlobal("env", "__stack_pointer", I32, true)
        .importGlobal("env", "__memory_base", I32, false)
        .importGlobal("env", "__table_base", I32, false);
  }

  /** A non-PIE main, to which imports are added; {@link #ownSpace} finishes it. */
  public static ModuleBuilder nonPie(String name, String... needed) {
    return module(name).dylink(dylink().memInfo(0, 0, 0, 0).needed(needed));
  }

  /** Adds memory, table and stack pointer, exported, behind a non-PIE main's imports. */
  public static ModuleBuilder ownSpace(ModuleBuilder nonPie) {
    return nonPie
        .memory(1)
        .exportMemory("memory")
        .table(4)
        .exportTable("__indirect_function_table")
        .global("__stack_pointer", I32, true, code().i32Const(65_536))
        .exportGlobal("__stack_pointer", "__stack_pointer");
  }

  /** An import of a data symbol's address; its id in code is {@code GOT.mem.NAME}. */
  public static ModuleBuilder importData(ModuleBuilder module, String... symbols) {
    for (String symbol : symbols) {
      module.importGlobal("GOT.mem", symbol, I32, true);
    }
    return module;
  }

  /** An import of a function's address; its id in code is {@code GOT.func.NAME}. */
  public static ModuleBuilder importAddress(ModuleBuilder module, String... symbols) {
    for (String symbol : symbols) {
      module.importGlobal("GOT.func", symbol, I32, true);
    }
    return module;
  }

  /** A data symbol at an offset in the library's data. */
  public static ModuleBuilder data(ModuleBuilder module, String symbol, int offset) {
    return module.global(symbol, I32, false, code().i32Const(offset)).exportGlobal(symbol, symbol);
  }

  /** A function without parameters that gives a global's value. */
  public static ModuleBuilder getter(ModuleBuilder module, String name, String global) {
    return module.exportedFunction(name, "() -> i32", code().globalGet(global));
  }

  /** A function without parameters that gives a number. */
  public static ModuleBuilder constant(ModuleBuilder module, String name, int value) {
    return module.exportedFunction(name, "() -> i32", code().i32Const(value));
  }

  /** An offset in a library's data. */
  public static Code atBase(int offset) {
    return code().globalGet(MEMORY_BASE).i32Const(offset).i32Add();
  }
}
