package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** C programs run, the bundles of their libraries stop and start, and the programs run again. */
@FrameworkTest
class StoppedProviderIT {
  private static final String ZLIB = "org.dylink.example.zlib";
  private static final String LIBC = "org.dylink.example.libc";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  private LibraryStates states;

  @BeforeEach
  void listen() {
    states = LibraryStates.of(context);
  }

  @AfterEach
  void stopListening() throws Exception {
    states.close();
    bundle(LIBC).start();
    bundle(ZLIB).start();
  }

  @Test
  void zdemoFollowsZlib() throws Exception {
    assertEquals(expected("zdemo"), Programs.run(linker, "zdemo.wasm"));
    bundle(ZLIB).stop();
    states.await("zdemo.wasm 0.1.0.SNAPSHOT WAITING libz.so: " + notStarted(ZLIB));
    assertEquals(
        "zdemo.wasm: needed library libz.so not found: its "
            + notStarted(ZLIB)
            + " (zdemo.wasm -> libz.so)",
        failure("zdemo.wasm"));
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
    bundle(ZLIB).start();
    states.await("zdemo.wasm 0.1.0.SNAPSHOT AVAILABLE");
    assertEquals(expected("zdemo"), Programs.run(linker, "zdemo.wasm"));
  }

  @Test
  void allFollowLibc() throws Exception {
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
    bundle(LIBC).stop();
    states.await("hello.wasm 0.1.0.SNAPSHOT WAITING libc.so: " + notStarted(LIBC));
    assertEquals(
        "hello.wasm: needed library libc.so not found: its "
            + notStarted(LIBC)
            + " (hello.wasm -> libc.so)",
        failure("hello.wasm"));
    bundle(LIBC).start();
    states.await("hello.wasm 0.1.0.SNAPSHOT AVAILABLE");
    states.await("zdemo.wasm 0.1.0.SNAPSHOT AVAILABLE");
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
    assertEquals(expected("zdemo"), Programs.run(linker, "zdemo.wasm"));
  }

  private String failure(String main) {
    return assertThrows(LinkException.class, () -> Programs.link(linker, main)).getMessage();
  }

  private static String notStarted(String symbolicName) {
    return "bundle " + symbolicName + " 0.1.0.SNAPSHOT is not started";
  }

  private Bundle bundle(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }
}
