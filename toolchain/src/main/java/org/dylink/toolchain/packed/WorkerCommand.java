package org.dylink.toolchain.packed;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.embed.Dylink;

/** The command line of a {@link ClangWorker}: this JVM's java, and the jars that are here. */
final class WorkerCommand {
  // A compiler is a hundred thousand functions, most of which run for a moment: see RATIONALE.md.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=240m",
          // Else the JVM collects all of the heap for each doubling of what classes take.
          "-XX:MetaspaceSize=512m",
          // The classes are the build's, and those compiled here are the engine's.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-XX:-UsePerfData",
          // Its standard output is for answers: a full code cache is told there otherwise.
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Dsun.misc.unsafe.memory.access=allow");

  private WorkerCommand() {}

  static List<String> of(Path module, Duration idle) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", classPath(), ClangWorker.class.getName()));
    command.addAll(List.of(module.toString(), idle.toString()));
    return command;
  }

  private static String classPath() {
    Set<Path> places = new LinkedHashSet<>();
    places.add(place(ClangWorker.class));
    places.add(place(Dylink.class));
    places.add(place(Engine.class));
    // Engines and host libraries are looked for by name alone.
    ClassLoader loader = Dylink.class.getClassLoader();
    ServiceLoader.load(Engine.class, loader).stream().forEach(e -> places.add(place(e.type())));
    ServiceLoader.load(HostLibrary.class, loader).stream()
        .forEach(host -> places.add(place(host.type())));
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("BUG: class path has " + source.getLocation(), e);
    }
  }
}
