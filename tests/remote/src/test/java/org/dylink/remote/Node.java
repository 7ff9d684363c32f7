package org.dylink.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** A framework in a process of its own. The test reads each line that it prints. */
final class Node implements AutoCloseable {
  private static final long LIMIT_SECONDS = 30;
  private static final String LOAD = "load";

  private final String name;
  private final Path folder;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread lastResort;

  private Node(Path folder, Process process) {
    this.name = folder.getFileName().toString();
    this.folder = folder;
    this.process = process;
    this.lastResort = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(lastResort);
    Thread reader = new Thread(this::read, name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts one.
   *
   * @param folder an empty folder
   * @param configurations the files in the folder that File Install watches, by their names
   */
  static Node start(
      Framework framework, Path folder, List<Path> bundles, Map<String, String> configurations)
      throws IOException {
    Path load = Files.createDirectory(folder.resolve(LOAD));
    for (Map.Entry<String, String> configuration : configurations.entrySet()) {
      Files.writeString(load.resolve(configuration.getKey()), configuration.getValue());
    }
    framework.configure(
        folder,
        bundles,
        Map.of(
            "felix.fileinstall.dir",
            LOAD,
            "felix.fileinstall.noInitialDelay",
            "true",
            // It writes files back when it has read them, and may read them again halfway.
            "felix.fileinstall.enableConfigSave",
            "false"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Daries.rsa.hostname=127.0.0.1");
    command.add("-Dorg.slf4j.simpleLogger.log.org.apache.zookeeper=warn");
    command.addAll(framework.command(Bundles.FOLDER));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(folder.resolve("log").toFile());
    return new Node(folder, builder.start());
  }

  /** Asks for something and waits for the answer. */
  String ask(String line) throws IOException, InterruptedException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
    return await("> ").substring(2);
  }

  /** Waits for a line that begins so; those before it are forgotten. */
  String await(String begin) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    List<String> others = new ArrayList<>();
    while (true) {
      String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new AssertionError(name + ": no line " + begin + ": " + others + "\n" + logs());
      } else if (line.startsWith(begin)) {
        return line;
      }
      others.add(line);
    }
  }

  /** Waits until a bundle of the node is started. */
  void awaitStart(String symbolicName) throws IOException, InterruptedException {
    String active = String.valueOf(Bundle.ACTIVE);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!ask("state " + symbolicName).equals(active)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(name + ": " + symbolicName + " is not started\n" + logs());
      }
    }
  }

  /** Puts a bundle into the folder that File Install watches: it is installed and started. */
  void put(Path bundle) throws IOException {
    // Whole at once: it may look in between.
    Path copy = Files.copy(bundle, folder.resolve(bundle.getFileName()), REPLACE_EXISTING);
    Files.move(copy, watched(bundle), ATOMIC_MOVE);
  }

  /** Takes it out again: it is uninstalled. */
  void take(Path bundle) throws IOException {
    Files.delete(watched(bundle));
  }

  private Path watched(Path bundle) {
    return folder.resolve(LOAD).resolve(bundle.getFileName());
  }

  long pid() {
    return process.pid();
  }

  // The cause may be in the other one's.
  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> nodes = Files.list(folder.getParent())) {
      for (Path log : nodes.map(node -> node.resolve("log")).filter(Files::exists).toList()) {
        all.append(log).append(":\n").append(Files.readString(log));
      }
    }
    return all.toString();
  }

  /** Ends it without a word to anybody. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add(name + ": " + e);
    }
  }
}
