package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * All kinds of libraries call each other in one program: compiled when they are called, compiled
 * when their bundle was built (libc.so), of Java functions, built in (WASI, libdl.so), and plain
 * modules and import modules by name.
 */
@FrameworkTest
class MatrixIT {
  private static final String MAIN = "matrix.wasm";
  private static final String LAZY = "liblazy.so";
  private static final String HOST = "libmatrix.so";
  private static final String LIBC = "libc.so";
  private static final int FOUND = 4096; // an address: what is there is not read

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  /** Java functions; {@code compare} has the type of what C's bsearch takes. */
  static final class Functions {
    private int compared;

    @HostSymbol
    int compare(int key, int element) {
      compared++;
      return Integer.compare(key, element);
    }

    @HostSymbol
    int compared() {
      return compared;
    }

    @HostSymbol("java_calls")
    int javaCalls(Guest guest, int lazy) throws Throwable {
      int negative = (int) guest.function(lazy).handle().invokeExact(-20);
      return (int) guest.function("abs").orElseThrow().handle().invokeExact(negative);
    }
  }

  @Test
  void allPairsWorkInOneProgram() throws Exception {
    start();
    Library plain =
        Library.read(
            "math.wasm",
            ModuleBuilder.module("math.wasm")
                .exportedFunction("thirteen", "() -> i32", code().i32Const(13))
                .toArray());
    LinkRequest request = Programs.request(linker, MAIN).module("math", plain).build();
    try (Program program = linker.link(request)) {
      assertEquals(
          List.of(MAIN, LAZY, LIBC, HOST, "libdl.so"),
          program.linkMap().libraries().stream()
              .map(LoadedLibrary::library)
              .map(Library::name)
              .toList());
      assertEquals(42, program.call("lazy_to_lazy", 21));
      assertEquals(7, program.call("lazy_to_ahead", -7));
      assertEquals(FOUND, program.call("ahead_to_lazy"));
      assertEquals(0, program.call("lazy_to_host"));
      assertEquals(FOUND, program.call("ahead_to_host"));
      assertEquals(2, program.call("comparisons"));
      assertEquals(40, program.call("host_to_lazy_and_ahead"));
      assertEquals(0, program.call("lazy_to_wasi"));
      assertEquals(0, program.call("ahead_to_wasi"));
      assertEquals(0, program.call("lazy_to_libdl"));
      assertEquals(13, program.call("plain_module"));
      assertEquals(7, program.call("import_module"));
    }
  }

  private void start() throws Exception {
    Bundle libc =
        context
            .getServiceReferences(Library.class, "(wasm.library=libc.so)")
            .iterator()
            .next()
            .getBundle();
    assertNotNull(libc.getEntry("lib/libc.so.jvm"));
    Bundle java =
        LibraryJar.named("java")
            .header("Provide-Capability", "wasm.library;wasm.library=" + HOST + ";abi=host")
            .start(context);
    java.getBundleContext()
        .registerService(HostLibrary.class, HostLibrary.of(HOST, new Functions()), null);
    Bundle lazy =
        LibraryJar.named("lazy").library(twice(), "1.0.0").library(main(), "1.0.0").start(context);
    assertNull(lazy.getEntry("lib/liblazy.so.jvm"));
    new NumberHost(7).register(context, 0);
  }

  private static WasmModule twice() {
    return Modules.library(LAZY)
        .exportedFunction("twice", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
        .build();
  }

  private static WasmModule main() {
    ModuleBuilder main = Modules.library(MAIN, LAZY, LIBC, HOST, "libdl.so");
    main.importFunction("env", "twice", "(i32) -> i32");
    main.importFunction("env", "abs", "(i32) -> i32");
    main.importFunction("env", "bsearch", "(i32, i32, i32, i32, i32) -> i32");
    main.importFunction("env", "sched_yield", "() -> i32");
    main.importFunction("env", "compare", "(i32, i32) -> i32");
    main.importFunction("env", "compared", "() -> i32");
    main.importFunction("env", "java_calls", "(i32) -> i32");
    main.importFunction("env", "dlerror", "() -> i32");
    main.importFunction("wasi_snapshot_preview1", "sched_yield", "() -> i32");
    main.importFunction("math", "thirteen", "() -> i32");
    main.importFunction(NumberHost.NAME, "number", "() -> i32");
    for (String pointed : List.of("twice", "compare", "same")) {
      main.importGlobal("GOT.func", pointed, ValueType.I32, true);
    }
    main.exportedFunction("same", "(i32, i32) -> i32", code().i32Const(0));
    main.exportedFunction("lazy_to_lazy", "(i32) -> i32", code().localGet(0).call("env.twice"));
    main.exportedFunction("lazy_to_ahead", "(i32) -> i32", code().localGet(0).call("env.abs"));
    main.exportedFunction("ahead_to_lazy", "() -> i32", search("GOT.func.same"));
    main.exportedFunction(
        "lazy_to_host", "() -> i32", code().i32Const(5).i32Const(5).call("env.compare"));
    main.exportedFunction("ahead_to_host", "() -> i32", search("GOT.func.compare"));
    main.exportedFunction("comparisons", "() -> i32", code().call("env.compared"));
    main.exportedFunction(
        "host_to_lazy_and_ahead",
        "() -> i32",
        code().globalGet("GOT.func.twice").call("env.java_calls"));
    main.exportedFunction(
        "lazy_to_wasi", "() -> i32", code().call("wasi_snapshot_preview1.sched_yield"));
    main.exportedFunction("ahead_to_wasi", "() -> i32", code().call("env.sched_yield"));
    main.exportedFunction("lazy_to_libdl", "() -> i32", code().call("env.dlerror"));
    main.exportedFunction("plain_module", "() -> i32", code().call("math.thirteen"));
    main.exportedFunction("import_module", "() -> i32", code().call(NumberHost.NAME + ".number"));
    return main.build();
  }

  /** One element at FOUND, and what bsearch compares the key with is its address. */
  private static Code search(String comparator) {
    return code()
        .i32Const(FOUND)
        .i32Const(FOUND)
        .i32Const(1)
        .i32Const(4)
        .globalGet(comparator)
        .call("env.bsearch");
  }
}
