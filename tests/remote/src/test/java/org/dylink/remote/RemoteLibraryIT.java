package org.dylink.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A library of one framework is a service in another one, in another process, by Aries Remote
 * Service Admin: docs/osgi.md, "Libraries on many nodes".
 */
final class RemoteLibraryIT {
  private static final String ZLIB = "org.dylink.example.zlib";
  private static final String DISCOVERY = "org.apache.aries.rsa.discovery.zookeeper.cfg";
  private static final String SERVER = "org.apache.aries.rsa.discovery.zookeeper.server.cfg";

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
    String port = freePort();
    String zookeeper = "zookeeper.host=127.0.0.1\nzookeeper.port=" + port + "\n";
    String server = "clientPort=" + port + "\nclientPortAddress=127.0.0.1\n";
    try (Node consumer =
            Node.start(
                here,
                Files.createDirectory(folder.resolve("consumer")),
                consumerBundles(),
                Map.of(DISCOVERY, zookeeper, SERVER, server));
        Node provider =
            Node.start(
                there,
                Files.createDirectory(folder.resolve("provider")),
                providerBundles(),
                Map.of(DISCOVERY, zookeeper))) {
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

  private List<Path> consumerBundles() throws Exception {
    List<Path> bundles = common("for-consumer");
    bundles.add(
        Bundles.build(
            folder.resolve("for-consumer"),
            "checksums.consumer",
            Map.of("Private-Package", "org.dylink.remote.consumer")));
    return bundles;
  }

  private List<Path> providerBundles() throws Exception {
    List<Path> bundles = common("for-provider");
    bundles.addAll(Bundles.dylink());
    bundles.add(
        Bundles.build(
            folder.resolve("for-provider"),
            "checksums.provider",
            Map.of(
                "Import-Package",
                "org.dylink.remote.checksums,org.dylink.binding",
                "Wasm-Service",
                "org.dylink.remote.checksums.Checksums;library=libz.so;service.exported.interfaces=\"*\";generation:Integer=2",
                "Require-Capability",
                "wasm.library;filter:=\"(wasm.library=libz.so)\"")));
    return bundles;
  }

  private List<Path> common(String name) throws Exception {
    Path built = Files.createDirectory(folder.resolve(name));
    List<Path> bundles = new ArrayList<>(Bundles.remote());
    bundles.add(
        Bundles.build(
            built,
            "node.console",
            Map.of(
                "Bundle-Activator", "org.dylink.remote.console.Console",
                "Export-Package", "org.dylink.remote.console")));
    bundles.add(
        Bundles.build(
            built,
            "checksums.api",
            Map.of(
                "Export-Package",
                "org.dylink.remote.checksums",
                // The annotations are for who binds it.
                "Import-Package",
                "org.dylink.binding;resolution:=optional,*")));
    return bundles;
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
