package org.dylink.machine.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dylink.engine.machine.make.ChildCompiler;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.CompilerLimits;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.machine.MachineCodePolicy;
import org.dylink.machine.objects.Making;
import org.dylink.machine.objects.ObjectMaker;
import org.dylink.machine.objects.Trust;
import org.osgi.framework.BundleContext;

/** What the configuration says, else the framework's properties. */
final class EngineSettings {
  /** The PID of the configuration. */
  static final String PID = "org.dylink.engine.native";

  private static final String FOLDER = "dylink.native";
  private static final String COMPILER = "dylink.native.compiler";
  private static final String COMPILE = "dylink.native.compile";

  private final BundleContext context;
  private final NativeConfiguration configuration;

  EngineSettings(BundleContext context, NativeConfiguration configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  /** The folder of machine code; empty where nobody has allowed any. */
  Optional<ObjectFolder> folder() {
    return text(configuration.folder(), FOLDER).map(Path::of).map(ObjectFolder::new);
  }

  /** The first value that is no good, and what would be; empty if all are. */
  Optional<String> problem() {
    try {
      making();
      limits();
      trust();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The compiler; empty where none is installed. */
  Optional<CompilerFolder> compiler() {
    return text(configuration.compiler(), COMPILER)
        .flatMap(jars -> CompilerFolder.of(Path.of(jars)));
  }

  /**
   * What makes code.
   *
   * @throws IllegalArgumentException if a value is no good, as {@link #problem} tells
   */
  ObjectMaker maker(CompilerFolder compiler, ObjectFolder folder) {
    ChildCompiler child = new ChildCompiler(compiler.jars(), Platform.NAME, limits());
    return new ObjectMaker(child, folder, making());
  }

  private CompilerLimits limits() {
    int seconds = number("seconds", configuration.seconds(), 1);
    int memory = number("memory", configuration.memory(), 0);
    return new CompilerLimits(Duration.ofSeconds(seconds), memory);
  }

  private static int number(String name, String found, int least) {
    if (!found.strip().matches("[0-9]{1,9}") || Integer.parseInt(found.strip()) < least) {
      throw new IllegalArgumentException(
          PID + ": " + name + ": expected " + least + " to 999999999, found " + found);
    }
    return Integer.parseInt(found.strip());
  }

  private Making making() {
    String word = text(configuration.compile(), COMPILE).orElse("background");
    try {
      return Making.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String from = configuration.compile().isEmpty() ? COMPILE : PID + ": compile";
      throw new IllegalArgumentException(
          from + ": expected never, background or first, found " + word, e);
    }
  }

  /**
   * The code in bundles that may be run.
   *
   * @throws IllegalArgumentException if an entry is no good
   */
  MachineCodePolicy trust() {
    try {
      return Trust.of(List.of(configuration.trust()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PID + ": " + e.getMessage(), e);
    }
  }

  boolean perf() {
    return configuration.perf();
  }

  private Optional<String> text(String configured, String property) {
    return Optional.of(configured)
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.ofNullable(context.getProperty(property)));
  }
}
