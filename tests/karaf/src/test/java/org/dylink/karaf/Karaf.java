package org.dylink.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.dylink.karaf.subject.SubjectAgent;

/**
 * Karaf's own distribution as a process, with a folder of its own for all that it writes. Commands
 * go through its client.
 */
final class Karaf {
  private static final String FEATURES =
      "mvn:org.dylink/org.dylink.karaf/" + System.getProperty("dylink.version") + "/xml/features";
  private static final long LIMIT_SECONDS = 120;

  // Java 24 has no security manager, which the scripts allow unless they are told all options, and
  // no getSubject, which Karaf calls.
  private static final boolean IS_HELPED = Runtime.version().feature() >= 24;

  // What Felix and JLine do: the JVM's warnings would stand in what commands print.
  private static final String QUIET =
      " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

  private final Path home;
  private final Path base;
  private final int sshPort;
  private final int registryPort;
  private final Process process;
  private final Thread lastResort = new Thread(this::kill);

  private Karaf(Path home, Path base) throws IOException {
    this.home = home;
    this.base = base;
    List<Integer> ports = freePorts(3);
    sshPort = ports.get(0);
    registryPort = ports.get(1);
    configure(ports);
    if (IS_HELPED) {
      SubjectAgent.writeTo(agent());
      // All bundles find what the agent has put into their classes.
      replace(
          etc().resolve("config.properties"),
          "    org.apache.karaf.jaas.boot, \\",
          "    org.dylink.karaf.subject, org.apache.karaf.jaas.boot, \\");
    }
    process = start("karaf", "daemon").redirectOutput(output()).start();
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /**
   * Starts the distribution that the build has unpacked, which is only read, and has it know our
   * features.
   *
   * @param base an empty folder
   */
  static Karaf start(Path base) throws IOException, InterruptedException {
    Path home = folder("karaf.folder");
    copy(home.resolve("etc"), base.resolve("etc"));
    // With all bundles that the distribution does not have.
    copy(folder("features.repository"), base.resolve("system"));
    copy(folder("scr.repository"), base.resolve("system"));
    Files.createDirectory(base.resolve("deploy"));
    Karaf karaf = new Karaf(home, base);
    karaf.await("Adding feature url " + FEATURES + "\n", "feature:repo-add " + FEATURES);
    return karaf;
  }

  private static Path folder(String property) {
    return Path.of(System.getProperty(property));
  }

  /** The folder of its configurations. */
  Path etc() {
    return base.resolve("etc");
  }

  /** Its management beans, until the connection is closed. */
  @SuppressWarnings("BanJNDI") // what answers is the process that was started here
  JMXConnector connect() throws IOException {
    return JMXConnectorFactory.connect(
        new JMXServiceURL(
            "service:jmx:rmi:///jndi/rmi://localhost:" + registryPort + "/karaf-root"),
        Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "karaf"}));
  }

  /** The folder whose files Karaf deploys. */
  Path deploy() {
    return base.resolve("deploy");
  }

  /** What commands print, both streams. */
  String execute(String commands) throws IOException, InterruptedException {
    Process client =
        start("client", "-a", String.valueOf(sshPort), "-u", "karaf", "-p", "karaf", commands)
            .start();
    // Its standard input stays open: at its end the client waits for ever.
    try {
      String printed = new String(client.getInputStream().readAllBytes(), UTF_8);
      client.waitFor();
      return printed;
    } finally {
      client.destroyForcibly();
    }
  }

  /** Executes commands again until they print this. */
  void await(String expected, String commands) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    String printed = execute(commands);
    while (!printed.equals(expected)) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError(commands + ": " + printed + Files.readString(output().toPath()));
      }
      printed = execute(commands);
    }
  }

  /** Stops it as its user would, and kills it if that fails. */
  void stop() throws IOException, InterruptedException {
    try {
      start("stop").start().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } finally {
      kill();
      Runtime.getRuntime().removeShutdownHook(lastResort);
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private ProcessBuilder start(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_"));
    builder.environment().remove("JAVA_OPTS");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KARAF_BASE", base.toString());
    // Both JVMs end before the better compiler would pay.
    String options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    if (IS_HELPED) {
      builder.environment().put("JAVA_OPTS", options + QUIET + " -javaagent:" + agent());
    } else {
      builder.environment().put("EXTRA_JAVA_OPTS", options);
    }
    return builder;
  }

  private Path agent() {
    return base.resolve("agent.jar");
  }

  private File output() {
    return base.resolve("output").toFile();
  }

  private void configure(List<Integer> ports) throws IOException {
    Path etc = base.resolve("etc");
    // The user of the distribution, who is commented out there.
    replace(etc.resolve("users.properties"), "#karaf = ", "karaf = ");
    replace(etc.resolve("users.properties"), "#_g_", "_g_");
    replace(etc.resolve("org.apache.karaf.shell.cfg"), "sshPort = 8101", "sshPort = " + sshPort);
    Path management = etc.resolve("org.apache.karaf.management.cfg");
    replace(management, "rmiRegistryPort = 1099", "rmiRegistryPort = " + ports.get(1));
    replace(management, "rmiServerPort = 44444", "rmiServerPort = " + ports.get(2));
    // Only Karaf's folder "system" and ours: no network, and nobody's ~/.m2.
    Files.writeString(
        etc.resolve("org.ops4j.pax.url.mvn.cfg"),
        """
        org.ops4j.pax.url.mvn.useFallbackRepositories = false
        org.ops4j.pax.url.mvn.settings = ${karaf.etc}/none.xml
        org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/local
        org.ops4j.pax.url.mvn.defaultRepositories = \
        ${karaf.home.uri}${karaf.default.repository}@id=system@snapshots, \
        ${karaf.base.uri}${karaf.default.repository}@id=ours@snapshots
        org.ops4j.pax.url.mvn.repositories =
        """);
  }

  private static void replace(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new IOException(file + " has no " + old);
    }
    Files.writeString(file, text.replace(old, replacement));
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
