package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.host.HostLibrary;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A host library is a service; programs linked while it is there can call it. */
@FrameworkTest
class HostLibraryIT {
  private static final WasmModule CALLER =
      Modules.library("caller.wasm")
          .importFunction(NumberHost.NAME, "number", "() -> i32")
          .exportedFunction("ask", "() -> i32", code().call(NumberHost.NAME + ".number"))
          .build();

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void wasiIsAHostLibrary() throws Exception {
    String name = "(" + HostLibrary.MODULE + "=wasi_snapshot_preview1)";
    ServiceReference<HostLibrary> wasi =
        context.getServiceReferences(HostLibrary.class, name).iterator().next();
    assertEquals("wasi_snapshot_preview1", context.getService(wasi).moduleName());
    assertEquals("org.dylink.wasi", wasi.getBundle().getSymbolicName());
  }

  @Test
  void aProgramHasAnInstanceOfItsOwnUntilItIsClosed() throws Exception {
    LibraryJar.named("caller").library(CALLER, "1.0.0").start(context);
    NumberHost host = new NumberHost(7);
    host.register(context, 0);
    try (Program first = Programs.link(linker, "caller.wasm");
        Program second = Programs.link(linker, "caller.wasm")) {
      assertEquals(7, first.call("ask"));
      assertEquals(7, second.call("ask"));
      assertEquals(2, host.open());
    }
    assertEquals(0, host.open());
  }

  @Test
  void theHighestRankedOfSeveralCounts() throws Exception {
    LibraryJar.named("caller").library(CALLER, "1.0.0").start(context);
    new NumberHost(1).register(context, 0);
    ServiceRegistration<HostLibrary> best = new NumberHost(3).register(context, 10);
    ServiceRegistration<HostLibrary> better = new NumberHost(2).register(context, 5);
    assertEquals(3, ask());
    best.unregister();
    assertEquals(2, ask());
    better.unregister();
    assertEquals(1, ask());
  }

  @Test
  void aModuleThatNobodyProvidesIsMissing() throws Exception {
    LibraryJar.named("caller").library(CALLER, "1.0.0").start(context);
    LinkException failure = assertThrows(LinkException.class, this::ask);
    assertEquals(
        "caller.wasm: import numbers.number: no host library and no module provides numbers",
        failure.getMessage());
    assertEquals(Reason.MISSING_LIBRARY, failure.reason());
  }

  private Object ask() throws LinkException {
    try (Program program = Programs.link(linker, "caller.wasm")) {
      return program.call("ask");
    }
  }
}
