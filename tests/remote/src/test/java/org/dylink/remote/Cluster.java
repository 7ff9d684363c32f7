package org.dylink.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Nodes that find each other: the consumer's has the ZooKeeper. */
final class Cluster {
  private static final String DISCOVERY = "org.apache.aries.rsa.discovery.zookeeper.cfg";
  private static final String SERVER = "org.apache.aries.rsa.discovery.zookeeper.server.cfg";

  private static final Map<String, String> OFFER =
      Map.of(
          "Import-Package",
          "org.dylink.remote.checksums,org.dylink.binding",
          "Wasm-Service",
          "org.dylink.remote.checksums.Checksums;library=libz.so;service.exported.interfaces=\"*\";generation:Integer=2");
  private static final String ZLIB = "org.dylink.example.zlib.jar";

  private final Path folder;
  private final String port = freePort();

  /**
   * @param folder an empty one
   */
  Cluster(Path folder) throws IOException {
    this.folder = folder;
  }

  /**
   * Starts the node that calls.
   *
   * @param code the package of what calls
   */
  Node consumer(Framework framework, String code) throws Exception {
    String server = "clientPort=" + port + "\nclientPortAddress=127.0.0.1\n";
    List<Path> bundles = common("consumer");
    bundles.add(
        Bundles.build(built("consumer"), "checksums.consumer", Map.of("Private-Package", code)));
    return start(framework, "consumer", bundles, Map.of(SERVER, server));
  }

  /**
   * Starts a node where the library can be.
   *
   * @param placed the bundles of the library, if it is there from the beginning
   */
  Node provider(Framework framework, String name, List<Path> placed) throws Exception {
    List<Path> bundles = common(name);
    bundles.addAll(Bundles.dylink());
    bundles.removeIf(each -> each.getFileName().toString().equals(ZLIB));
    bundles.addAll(placed);
    return start(framework, name, bundles, Map.of());
  }

  /** The bundles that place the library: its own, and the one that offers its interface. */
  List<Path> library() throws Exception {
    Map<String, String> headers = new HashMap<>(OFFER);
    headers.put("Require-Capability", "wasm.library;filter:=\"(wasm.library=libz.so)\"");
    Path provider =
        Bundles.build(Files.createDirectory(built("library")), "checksums.provider", headers);
    return List.of(Bundles.FOLDER.resolve(ZLIB), provider);
  }

  /** The same in one bundle, which comes and goes at once. */
  Path libraryInOne() throws Exception {
    Path zlib = Bundles.FOLDER.resolve(ZLIB);
    Map<String, String> headers = new HashMap<>(OFFER);
    headers.put("-includeresource", "@" + zlib + "!/lib/*");
    try (JarFile jar = new JarFile(zlib.toFile())) {
      Attributes own = jar.getManifest().getMainAttributes();
      for (String header : List.of("Provide-Capability", "Require-Capability")) {
        headers.put(header, own.getValue(header));
      }
    }
    return Bundles.build(Files.createDirectory(built("library")), "checksums.library", headers);
  }

  private Node start(
      Framework framework, String name, List<Path> bundles, Map<String, String> configurations)
      throws IOException {
    Map<String, String> all = new HashMap<>(configurations);
    all.put(DISCOVERY, "zookeeper.host=127.0.0.1\nzookeeper.port=" + port + "\n");
    return Node.start(framework, Files.createDirectory(folder.resolve(name)), bundles, all);
  }

  private List<Path> common(String name) throws Exception {
    Path built = Files.createDirectory(built(name));
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

  private Path built(String name) {
    return folder.resolve("for-" + name);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
