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
import org.dylink.machine.objects.Making;
import org.dylink.machine.objects.ObjectMaker;
import org.osgi.framework.BundleContext;

/** What the configuration says, else the framework's properties. */
final class EngineSettings {
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

  /**
   * What makes code.
   *
   * @throws IllegalArgumentException if {@code compile} says something else
   */
  Optional<ObjectMaker> maker(ObjectFolder folder) {
    Making making = making();
    return text(configuration.compiler(), COMPILER)
        .flatMap(jars -> CompilerFolder.classPath(Path.of(jars)))
        .map(jars -> new ChildCompiler(jars, Platform.NAME, limits()))
        .map(compiler -> new ObjectMaker(compiler, folder, making));
  }

  private CompilerLimits limits() {
    return new CompilerLimits(Duration.ofSeconds(configuration.seconds()), configuration.memory());
  }

  private Making making() {
    String word = text(configuration.compile(), COMPILE).orElse("background");
    try {
      return Making.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "compile: expected never, background or first, found " + word, e);
    }
  }

  /** The code in bundles that may be run. */
  List<String> trust() {
    return List.of(configuration.trust());
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
