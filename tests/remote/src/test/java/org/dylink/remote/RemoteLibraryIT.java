package org.dylink.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A library of one framework is a service in another one, in another process, by Aries Remote
 * Service Admin: docs/osgi.md, "Libraries on many nodes".
 */
final class RemoteLibraryIT {
  private static final String ZLIB = "org.dylink.example.zlib";

  @TempDir Path folder;

  @Test
  void felixProvidesAndEquinoxCalls() throws Exception {
    providesAndCalls(Framework.FELIX, Framework.EQUINOX);
  }

  @Test
  void equinoxProvidesAndFelixCalls() throws Exception {
    providesAndCalls(Framework.EQUINOX, Framework.FELIX);
  }

  private void providesAndCalls(Framework there, Framework here) throws Exception {
    Cluster cluster = new Cluster(folder);
    try (Node consumer = cluster.consumer(here, "org.dylink.remote.consumer");
        Node provider = cluster.provider(there, "provider", cluster.library())) {
      consumer.await("checksums: bound");
      assertAnswers(consumer);
      assertEquals("1.2.13", consumer.ask("checksums property wasm.library.version.text"));
      assertEquals("2", consumer.ask("checksums property generation"));
      // No type that an endpoint description has.
      assertEquals("null", consumer.ask("checksums property wasm.library.version"));
      assertEquals("3610a686 in " + provider.pid(), consumer.ask("checksums place hello"));

      assertEquals("stop " + ZLIB, provider.ask("stop " + ZLIB));
      consumer.await("checksums: gone");
      assertEquals("no command checksums", consumer.ask("checksums version"));

      assertEquals("start " + ZLIB, provider.ask("start " + ZLIB));
      consumer.await("checksums: bound");
      assertAnswers(consumer);

      provider.kill();
      consumer.await("checksums: gone");
    }
  }

  private static void assertAnswers(Node consumer) throws Exception {
    assertEquals("3610a686", consumer.ask("checksums crc32 hello"));
    assertEquals("62c0215", consumer.ask("checksums adler32 hello"));
    assertEquals(consumer.ask("checksums crc32 abcd"), consumer.ask("checksums combine ab cd"));
    assertEquals("1.2.13", consumer.ask("checksums version"));
    assertEquals("7", consumer.ask("checksums length grüße"));
    assertEquals("Quotient[quotient=3, remainder=2]", consumer.ask("checksums divide"));
    assertEquals(
        "java.lang.IllegalArgumentException: libz.so: adler32: parameter 1 (byte[]) has 5 elements,"
            + " C is told 6",
        consumer.ask("checksums refused hello"));
    // Aries ends the connection: it looks for a method by the classes of the arguments.
    String nothing = consumer.ask("checksums nothing");
    assertTrue(nothing.endsWith("method: length, by java.io.EOFException"), nothing);
    // It is not this caller's to close, and a trap does not end it.
    assertEquals("closed", consumer.ask("checksums close"));
    assertEquals(
        "java.lang.IllegalStateException: org.dylink.engine.TrapException: out of bounds memory"
            + " access: 4 bytes at address 0x140000, memory has 0x140000 bytes",
        consumer.ask("checksums beyond hello"));
    assertEquals("3610a686", consumer.ask("checksums crc32 hello"));
  }
}
