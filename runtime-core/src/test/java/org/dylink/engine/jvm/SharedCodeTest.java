package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.function;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.format.Limits;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Classes belong to a library: programs share them, and they go when it goes. */
class SharedCodeTest {
  private static final String INT = "() -> i32";
  private static final int OFTEN = 5_000; // a call site learns what it calls, and is linked anew

  private final JvmEngine engine = new JvmEngine();

  @Test
  void loadsNoClassesForTheThousandthProgram() {
    CompiledModule library = compile(engine, calling());
    CompiledModule main =
        compile(
            engine,
            module("main.wasm")
                .importTable("env", "table", 1)
                .exportedFunction("f", INT, code().i32Const(7))
                .elements(code().i32Const(0), "f"));
    Class<?> first = run(library, main);
    for (int i = 0; i < 9; i++) {
      run(library, main);
    }
    long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    for (int i = 0; i < 990; i++) {
      assertSame(first, run(library, main));
    }
    long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;

    // Java loads one now and then, also in other threads.
    assertTrue(loaded < 100, loaded + " classes");
  }

  /** Runs a program; the class of its function's entry. */
  private Class<?> run(CompiledModule library, CompiledModule main) {
    Table table = table();
    Instance program = start(main, table);
    assertEquals(7, call(start(library, table), "call", 1));
    return ((JvmFunction) function(program, "f")).entry.getClass();
  }

  @Test
  void letsTheClassesOfALibraryGoWhileItsCallersStay() {
    CompiledModule caller = compile(engine, calling());
    WeakReference<ClassLoader> gone = useForAWhile(caller);
    System.gc();
    assertNotNull(gone.get(), "known by a call site of the caller, which stays");

    awaitCollection(gone);
    assertNull(gone.get(), "classes of a library that nobody has");
    assertNull(useForAWhileAndForget(caller).get(), "the caller works as before");
  }

  private WeakReference<ClassLoader> useForAWhileAndForget(CompiledModule caller) {
    WeakReference<ClassLoader> loader = useForAWhile(caller);
    awaitCollection(loader);
    return loader;
  }

  /** Has a library's functions called through a table by another one, until the site knows them. */
  private WeakReference<ClassLoader> useForAWhile(CompiledModule caller) {
    CompiledModule library =
        compile(engine, module("libgone.so").exportedFunction("f", INT, code().i32Const(1)));
    Table table = table();
    Function called = function(start(library), "f");
    table.set(0, called);
    Instance calling = start(caller, table);
    assertEquals(OFTEN, call(calling, "call", OFTEN));
    assertEquals(OFTEN, call(calling, "call", OFTEN));
    return new WeakReference<>(((JvmFunction) called).entry.getClass().getClassLoader());
  }

  /** Modules that are gone are looked for when another one is loaded. */
  private void awaitCollection(WeakReference<?> reference) {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      compile(engine, module("next.so"));
    }
  }

  /** Calls element 0 of a table so many times, and adds up the results. */
  private static ModuleBuilder calling() {
    return module("libcaller.so")
        .importTable("env", "table", 1)
        .exportedFunction(
            "call",
            "(i32) -> i32",
            code()
                .locals(ValueType.I32)
                .loop()
                .localGet(1)
                .i32Const(0)
                .callIndirect(INT)
                .i32Add()
                .localSet(1)
                .localGet(0)
                .i32Const(1)
                .i32Sub()
                .localTee(0)
                .brIf(0)
                .end()
                .localGet(1));
  }

  private Table table() {
    return engine.newTable(new TableType(ValueType.FUNCREF, new Limits(1, Limits.UNBOUNDED)));
  }
}
