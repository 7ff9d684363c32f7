package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** C programs with libc that begin where another one was, in a framework. */
final class SnapshotIT {
  private static final Path EXAMPLES = Path.of("../example-bundles").toAbsolutePath().normalize();

  private static EmbeddedFramework framework;
  private static Linker linker;
  private static Bundle libc;

  @BeforeAll
  static void start() throws Exception {
    framework = EmbeddedFramework.start();
    libc = install("libc/src/main/resources/lib/libc.so");
    install("hello/src/main/resources/bin/hello.wasm");
    BundleContext context = framework.context();
    linker = context.getService(context.getServiceReference(Linker.class));
  }

  @AfterAll
  static void stop() throws Exception {
    framework.close();
  }

  private static Bundle install(String file) throws Exception {
    Bundle bundle = framework.context().installBundle("wasm:" + EXAMPLES.resolve(file).toUri());
    bundle.start();
    return bundle;
  }

  private static LinkRequest.Builder request(ByteArrayOutputStream out) {
    Library hello = linker.library("hello.wasm").orElseThrow();
    return LinkRequest.builder(hello).engine("jvm").environment("GREETING", "hi").stdout(out);
  }

  private static String run(Program program, ByteArrayOutputStream out) {
    try (program) {
      assertEquals(0, program.run());
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void printsItsOwnArgumentsAndIsRefusedWithoutItsLibc() throws Exception {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    Program linked = linker.link(request(first).build());
    Snapshot snapshot = linked.snapshot();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    LinkRequest own = request(second).arguments(List.of("x y")).build();
    assertEquals(
        """
        hello: 1 arguments
        hello: argument 1 is x y
        hello: GREETING is hi
        """,
        run(linker.link(snapshot, own), second));
    assertEquals("hello: 0 arguments\nhello: GREETING is hi\n", run(linked, first));

    libc.stop();
    LinkException refusal = assertThrows(LinkException.class, () -> linker.link(snapshot, own));
    assertEquals(Reason.MISSING_LIBRARY, refusal.reason());
    libc.start();
    assertEquals(List.of(), linker.programs());
  }
}
