package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.host.Granted;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Programs that begin where others were, asked for or not, while bundles come and go. */
@FrameworkTest
class SnapshotsIT {
  /** Counts how often constructors ask it. */
  static final class Asked implements HostLibrary {
    final AtomicInteger times = new AtomicInteger();

    @Override
    public String moduleName() {
      return "asked";
    }

    @HostSymbol
    int ask() {
      return times.incrementAndGet();
    }

    @Override
    public boolean isStateless() {
      return true;
    }

    @Override
    public Optional<Set<Granted>> looksAt(String function) {
      return Optional.of(Set.of());
    }
  }

  private static final WasmModule KEEPER =
      Modules.library("keeper.wasm")
          .importFunction("asked", "ask", "() -> i32")
          .global("kept", ValueType.I32, true, code().i32Const(0))
          .exportedFunction(
              "__wasm_call_ctors", "() -> ()", code().call("asked.ask").globalSet("kept"))
          .exportedFunction(
              "next",
              "() -> i32",
              code().globalGet("kept").i32Const(100).i32Add().globalSet("kept").globalGet("kept"))
          .build();

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  private final Asked host = new Asked();

  @BeforeEach
  void register() {
    register(host);
  }

  private ServiceRegistration<HostLibrary> register(Asked library) {
    return context.registerService(
        HostLibrary.class,
        library,
        FrameworkUtil.asDictionary(Map.of(HostLibrary.MODULE, library.moduleName())));
  }

  private Program linked() throws LinkException {
    return linker.link(Programs.request(linker, "keeper.wasm").engine("jvm").build());
  }

  private void linkSome() throws LinkException {
    for (int i = 0; i < 5; i++) {
      try (Program program = linked()) {
        program.call("next");
      }
    }
  }

  @Test
  void theThirdProgramBeginsWhereTheSecondWas() throws Exception {
    LibraryJar.named("keeper").library(KEEPER, "1.0.0").start(context);
    linkSome();
    assertEquals(2, host.times.get());
    try (Program program = linked()) {
      assertEquals(102, program.call("next"));
      assertEquals(202, program.call("next"));
    }
  }

  @Test
  void aLibraryThatComesBackIsLinkedAnew() throws Exception {
    Bundle bundle = LibraryJar.named("keeper").library(KEEPER, "1.0.0").start(context);
    linkSome();
    bundle.stop();
    bundle.start();
    linkSome();
    assertEquals(4, host.times.get());
  }

  @Test
  void anotherHostIsAskedForItself() throws Exception {
    LibraryJar.named("keeper").library(KEEPER, "1.0.0").start(context);
    Asked best = new Asked();
    ServiceRegistration<HostLibrary> registration =
        context.registerService(
            HostLibrary.class,
            best,
            FrameworkUtil.asDictionary(
                Map.of(HostLibrary.MODULE, best.moduleName(), "service.ranking", 10)));
    linkSome();
    registration.unregister();
    linkSome();
    assertEquals(2, best.times.get());
    assertEquals(2, host.times.get());
  }

  @Test
  void oneThatIsAskedForIsRefusedWithoutItsLibrary() throws Exception {
    Bundle bundle = LibraryJar.named("keeper").library(KEEPER, "1.0.0").start(context);
    Program first = linked();
    assertEquals(101, first.call("next"));
    Snapshot snapshot = first.snapshot();
    first.close();
    try (Program second = linker.link(snapshot)) {
      assertEquals(201, second.call("next"));
    }
    assertEquals(1, host.times.get());
    bundle.stop();
    LinkException refusal = assertThrows(LinkException.class, () -> linker.link(snapshot));
    assertEquals(Reason.MISSING_LIBRARY, refusal.reason());
  }

  @Test
  void nothingIsLeftOfAKindWhoseLibraryIsGone() throws Exception {
    Bundle bundle = LibraryJar.named("keeper").library(KEEPER, "1.0.0").start(context);
    linkSome();
    WeakReference<Library> library =
        new WeakReference<>(linker.library("keeper.wasm").orElseThrow());
    bundle.uninstall();
    Refresh.removalPending(context);
    Collected.await("libraries", () -> library.get() == null ? 0 : 1);
    assertEquals(2, host.times.get());
  }
}
