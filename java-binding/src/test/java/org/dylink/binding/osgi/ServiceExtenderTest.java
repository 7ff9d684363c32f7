package org.dylink.binding.osgi;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.DependencyTree;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.testing.Fake;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** What a bound service needs goes, and another thread is just taking the service back. */
@Timeout(60)
class ServiceExtenderTest {
  private final AtomicInteger registered = new AtomicInteger();
  private final CountDownLatch leaving = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Library library = library();
  private final ServiceReference<Library> reference = reference();
  private final Bundle bundle = Fake.of(Bundle.class, this::ofBundle);
  private final BundleContext context = Fake.of(BundleContext.class, this::ofContext);
  private final ServiceExtender extender = new ServiceExtender(context, linker());
  private List<BoundService> services;
  private Thread other;

  @BeforeEach
  void register() {
    extender.activate();
    extender.addLibrary(reference, library);
    services = extender.addingBundle(bundle, null);
    assertEquals(1, registered.get());
  }

  @AfterEach
  void end() throws InterruptedException {
    goOn.countDown();
    other.join();
  }

  @Test
  void itIsGoneWhenTheBundlesStopReturns() throws InterruptedException {
    assertGoneAfter(() -> extender.removedBundle(bundle, null, services));
  }

  @Test
  void itIsGoneWhenTheLibrarysServiceIs() throws InterruptedException {
    assertGoneAfter(() -> extender.removeLibrary(reference, library));
  }

  @Test
  void itIsGoneWhenTheEngineIs() throws InterruptedException {
    assertGoneAfter(() -> extender.removeEngine(null));
  }

  /** Has another thread be at it for the same reason, until this one waits or is through. */
  private void assertGoneAfter(Runnable taking) throws InterruptedException {
    other = new Thread(() -> extender.removeLibrary(reference, library));
    other.start();
    leaving.await();
    AtomicInteger left = new AtomicInteger(-1);
    Thread taker =
        new Thread(
            () -> {
              taking.run();
              left.set(registered.get());
            });
    taker.start();
    while (taker.getState() != Thread.State.TIMED_WAITING && taker.isAlive()) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    taker.join();
    assertEquals(0, left.get());
  }

  private Object ofContext(String method, Object... arguments) {
    return switch (method) {
      case "getBundles" -> new Bundle[0];
      case "registerService" -> registration();
      default -> null;
    };
  }

  private ServiceRegistration<?> registration() {
    registered.incrementAndGet();
    return Fake.of(
        ServiceRegistration.class,
        (method, arguments) -> {
          assertEquals("unregister", method);
          leaving.countDown();
          goOn.await();
          registered.decrementAndGet();
          return null;
        });
  }

  private Object ofBundle(String method, Object... arguments) {
    Map<String, String> headers =
        Map.of(ServiceHeader.NAME, "java.lang.Runnable;library=libempty.so");
    return switch (method) {
      case "getHeaders" -> FrameworkUtil.asDictionary(headers);
      case "getState" -> Bundle.ACTIVE;
      case "loadClass" -> Runnable.class;
      case "getBundleContext" -> context;
      default -> null;
    };
  }

  private ServiceReference<Library> reference() {
    @SuppressWarnings("unchecked")
    ServiceReference<Library> made =
        Fake.of(
            ServiceReference.class,
            (method, arguments) -> method.equals("getBundle") ? bundle : null);
    return made;
  }

  private Linker linker() {
    DependencyTree tree = new DependencyTree("libempty.so", Optional.of(library), "", List.of());
    return Fake.of(Linker.class, (method, arguments) -> tree);
  }

  private static Library library() {
    ModuleBuilder module = ModuleBuilder.module("libempty.so");
    try {
      return Library.read(
          "libempty.so", module.exportedFunction("run", "() -> ()", code()).toArray());
    } catch (MalformedModuleException e) {
      throw new IllegalStateException(e);
    }
  }
}
