package org.dylink.engine.machine;

import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;

/**
 * Where what generated code needs of an instance lies in memory. All of it is written before the
 * first function runs, and never changes: what changes lies behind the pointers. In a program with
 * threads, each has a context of its own of an instance: as one is what code runs in, so it finds
 * its thread's globals.
 *
 * @param memories how many memories the module has, and so on
 */
public record ContextLayout(
    int memories, int tables, int globals, int imports, int types, int tags) {
  /** A number by which Java finds the instance. */
  public static final int INSTANCE = 0;

  /**
   * In a program with threads, where the contexts of the instance are: how many, then one for each
   * number that a thread may have. In place of one that is not there stands that of the thread that
   * has made the instance; only there is this told.
   */
  public static final int CONTEXTS = 8;

  /** The thread whose context it is, as {@link ThreadLayout#GUEST} tells; 0 if any may run it. */
  public static final int GUEST = 16;

  /** Before a memory's first byte lies its size, in bytes. */
  public static final int MEMORY_SIZE = -8;

  /**
   * Of a table: the address of its elements, which are addresses of functions or 0. A table that
   * grows has others.
   */
  public static final int TABLE_ELEMENTS = 0;

  /** Before the elements lies how many there are: whoever has the one has the other. */
  public static final int TABLE_SIZE = -8;

  /** Of a function: the address of its code. */
  public static final int FUNCTION_CODE = 0;

  /** Of a function: the context that its code gets. */
  public static final int FUNCTION_CONTEXT = 8;

  /** Of a function: the number of its type, an i32. */
  public static final int FUNCTION_TYPE = 16;

  /** Of a function: a number by which Java finds it, an i32. */
  public static final int FUNCTION_ID = 20;

  /**
   * Of a function: the one that is called where it is imported. Most are it themselves; a slot is
   * bound by this one word.
   */
  public static final int FUNCTION_TARGET = 24;

  /** The size of a function. */
  public static final int FUNCTION_SIZE = 32;

  /**
   * Of what code between Java and functions gets as a context: what it asks Java for, if {@link
   * #OUT_TARGET} is 0.
   */
  public static final int OUT_NUMBER = 0;

  /** Of the same: the function that is called in its place. */
  public static final int OUT_TARGET = 8;

  /** The size of that. */
  public static final int OUT_SIZE = 16;

  /** Of what code that looks for the caller's thread gets as a context: a context of the callee. */
  public static final int OWN_CONTEXT = 0;

  /** Of the same: the callee's code. */
  public static final int OWN_CODE = 8;

  /** The size of that. */
  public static final int OWN_SIZE = 16;

  private static final int FIRST = 24;
  private static final int WORD = 8;

  /** The layout of a module's instances. */
  public static ContextLayout of(WasmModule module) {
    long imports =
        module.imports().stream().filter(each -> each.type() instanceof FunctionType).count();
    return new ContextLayout(
        module.memories().size(),
        module.tables().size(),
        module.globals().size(),
        (int) imports,
        module.types().size(),
        module.tags().size());
  }

  /** Where the address of a memory's first byte is. */
  public int memory(int index) {
    return FIRST + WORD * index;
  }

  /** Where the address of a table is. */
  public int table(int index) {
    return memory(memories) + WORD * index;
  }

  /** Where the address of a global's cell is. */
  public int global(int index) {
    return table(tables) + WORD * index;
  }

  /** Where the address of an imported function is. */
  public int function(int index) {
    return global(globals) + WORD * index;
  }

  /** Where the number of a type is, an i32. */
  public int type(int index) {
    return function(imports) + WORD * index;
  }

  /** Where the number of a tag is. */
  public int tag(int index) {
    return type(types) + WORD * index;
  }

  /** The size of all of it. */
  public int size() {
    return tag(tags);
  }
}
