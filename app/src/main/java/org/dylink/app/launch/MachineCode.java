package org.dylink.app.launch;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.app.launch.BundleIndex.Group;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.CommandName;
import org.dylink.app.options.Option;

/**
 * Whether programs may run machine code: where the command line asks for it, and where {@code
 * dylink compile} has kept some. Then the engine that runs it is started, too.
 */
final class MachineCode {
  /** Names the folder with the compiler's jars. */
  static final String COMPILER = "DYLINK_COMPILER";

  private static final String ENGINE = "native";
  private static final int OLDEST_JAVA = 22;

  private static final Set<CommandName> ENTERS =
      Set.of(CommandName.RUN, CommandName.SHELL, CommandName.WHY);

  private final Arguments arguments;
  private final Optional<Path> folder;
  private final Path compiler;
  private final Runtime.Version java;

  /**
   * @param classes the cache folder, or {@link ClassFolder#NONE}
   * @param compiler the folder of the compiler's jars, which need not be there
   */
  MachineCode(Arguments arguments, String classes, Path compiler, Runtime.Version java) {
    this.arguments = arguments;
    this.folder =
        classes.equals(ClassFolder.NONE)
            ? Optional.empty()
            : Optional.of(Path.of(classes).resolve("native"));
    this.compiler = compiler;
    this.java = java;
  }

  /** The folder that the environment names, else the one beside the jar. */
  static Path compiler(Map<String, String> environment) {
    try {
      String named = environment.getOrDefault(COMPILER, "");
      return named.isEmpty() ? besideJar() : Path.of(named).toAbsolutePath();
    } catch (InvalidPathException | URISyntaxException e) {
      return Path.of("compiler").toAbsolutePath();
    }
  }

  private static Path besideJar() throws URISyntaxException {
    URL jar = MachineCode.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(jar.toURI()).resolveSibling("compiler");
  }

  /** Whether the engine is to be started. */
  boolean isWanted() {
    return folder.isPresent()
        && java.feature() >= OLDEST_JAVA
        && (isAsked() || (!isAnotherAsked() && runs() && Files.isDirectory(folder.get())));
  }

  private boolean runs() {
    return ENTERS.contains(arguments.command());
  }

  private boolean isAsked() {
    return arguments.value(Option.ENGINE).filter(ENGINE::equals).isPresent();
  }

  private boolean isAnotherAsked() {
    return arguments.value(Option.ENGINE).isPresent() && !isAsked();
  }

  /** Why the engine is not there that the command line asks for, or asks about; empty if it is. */
  Optional<String> refusal() {
    if (!isAsked() && arguments.command() != CommandName.WHY) {
      return Optional.empty();
    } else if (java.feature() < OLDEST_JAVA) {
      return Optional.of("engine native needs Java " + OLDEST_JAVA + " or later: this is " + java);
    } else if (folder.isEmpty()) {
      return Optional.of(
          "engine native has no folder for its code: " + ClassFolder.VARIABLE + " says none");
    } else if (!BundleIndex.has(Group.NATIVE)) {
      return Optional.of(
          "engine native is not in this dylink.jar: JDK " + OLDEST_JAVA + " or later puts it in");
    } else if (!isWanted() && !isAnotherAsked()) {
      return Optional.of(
          "engine native is off, as no machine code is kept: dylink compile makes some");
    }
    return Optional.empty();
  }

  /** What the framework's properties say of it. */
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    folder.ifPresent(path -> properties.put("dylink.native", path.toString()));
    properties.put("dylink.native.compiler", compiler.toString());
    properties.put("dylink.native.compile", compile());
    return properties;
  }

  // Who has asked for the engine waits for its code; a program that runs once would be gone before
  // its code is there.
  private String compile() {
    if (isAsked()) {
      return "first";
    }
    return arguments.command() == CommandName.SHELL ? "background" : "never";
  }
}
