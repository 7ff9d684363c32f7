package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.itest.bound.Packer;
import org.dylink.itest.bound.Zlib;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** {@link Packer}, a component with a reference to zlib, is there while zlib is. */
@FrameworkTest
class BoundComponentIT {
  private static final byte[] TEXT = "to and fro, ".repeat(1000).getBytes(StandardCharsets.UTF_8);

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void aComponentUsesTheLibrary() throws Exception {
    assertNull(reference());
    BoundJar.of(Zlib.class, "libz.so").start(context);
    Packer packer = context.getService(reference());
    byte[] packed = packer.pack(TEXT);
    assertTrue(packed.length < TEXT.length / 20, () -> packed.length + " bytes");
    assertArrayEquals(TEXT, packer.unpack(packed, TEXT.length));
    assertEquals(1, linker.programs().size());
  }

  @Test
  void theComponentComesAndGoesWithTheLibrary() throws Exception {
    BoundJar.of(Zlib.class, "libz.so").start(context);
    Bundle zlib = zlib();
    try {
      for (int i = 0; i < 3; i++) {
        assertEquals(TEXT.length, unpacked(context.getService(reference())));
        zlib.stop();
        assertNull(reference());
        assertEquals(0, linker.programs().size());
        zlib.start();
      }
    } finally {
      zlib.start();
    }
    assertEquals(TEXT.length, unpacked(context.getService(reference())));
  }

  /** Each bundle that comes or goes makes the linker look, in a thread of its own. */
  @Test
  void theComponentComesAndGoesWhileOtherBundlesDo() throws Exception {
    BoundJar.of(Zlib.class, "libz.so").start(context);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> others = CompletableFuture.runAsync(() -> comeAndGo(done));
    try {
      for (int i = 0; i < 200; i++) {
        assertNotNull(reference(), "round " + i);
        zlib().stop();
        assertNull(reference(), "round " + i);
        zlib().start();
      }
    } finally {
      done.set(true);
      zlib().start();
    }
    others.get(10, TimeUnit.SECONDS);
  }

  private void comeAndGo(AtomicBoolean done) {
    try {
      while (!done.get()) {
        BoundJar.library("1.0.0").start(context).uninstall();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theComponentGoesWithTheBundleThatOffersTheInterface() throws Exception {
    Bundle offering = BoundJar.of(Zlib.class, "libz.so").start(context);
    context.getService(reference());
    assertEquals(1, linker.programs().size());
    offering.uninstall();
    assertNull(reference());
    assertEquals(0, linker.programs().size());
  }

  private static int unpacked(Packer packer) {
    return packer.unpack(packer.pack(TEXT), TEXT.length).length;
  }

  private ServiceReference<Packer> reference() {
    return context.getServiceReference(Packer.class);
  }

  private Bundle zlib() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> "org.dylink.example.zlib".equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }
}
