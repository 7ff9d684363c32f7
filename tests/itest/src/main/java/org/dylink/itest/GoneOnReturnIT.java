package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dylink.itest.bound.Tour;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * What is gone when the stop of a bundle returns: the linker's own thread is held up by a listener,
 * so that nothing of it is done there.
 */
@FrameworkTest
class GoneOnReturnIT {
  private static final String LIB = "libanswer.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private ServiceRegistration<LibraryListener> listener;

  @BeforeEach
  void hold() throws InterruptedException {
    listener = context.registerService(LibraryListener.class, this::holdUp, null);
    held.await();
  }

  private void holdUp(LibraryDTO library) {
    held.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void letGo() {
    goOn.countDown();
    listener.unregister();
  }

  @Test
  void theLibraryAndWhatNeedsIt() throws Exception {
    Bundle provider = answer().start(context);
    LibraryJar.named("middle")
        .library(Modules.calling("libmiddle.so", "middle", "answer", LIB), "1.0.0")
        .start(context);
    LibraryJar.named("top")
        .library(Modules.calling("top.wasm", "top", "middle", "libmiddle.so"), "1.0.0")
        .start(context);
    for (int i = 0; i < 2; i++) {
      assertEquals(3, services());
      provider.stop();
      assertEquals(0, services());
      provider.start();
    }
  }

  @Test
  void aServiceWhoseLibraryNeedsAnother() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    assertNotNull(context.getServiceReference(Tour.class));
    Bundle libc = bundle("org.dylink.example.libc");
    libc.stop();
    try {
      assertNull(context.getServiceReference(Tour.class));
    } finally {
      libc.start();
    }
    assertNotNull(context.getServiceReference(Tour.class));
  }

  @Test
  void aProgramsRightToGoOn() throws Exception {
    Bundle provider = answer().start(context);
    LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0").start(context);
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(7, program.call("ask"));
      provider.stop();
      assertEquals(
          Optional.of("library libanswer.so of bundle answer 1.0.0 was withdrawn"),
          program.failure());
    }
  }

  private static LibraryJar answer() {
    return LibraryJar.named("answer").library(Modules.answering(LIB, 7), "1.0.0");
  }

  private long services() throws Exception {
    Collection<ServiceReference<Library>> all = context.getServiceReferences(Library.class, null);
    return all.stream()
        .map(each -> String.valueOf(each.getProperty(Library.NAMESPACE)))
        .filter(name -> name.equals(LIB) || name.equals("libmiddle.so") || name.equals("top.wasm"))
        .count();
  }

  private Bundle bundle(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }
}
