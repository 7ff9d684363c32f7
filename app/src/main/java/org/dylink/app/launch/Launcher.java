package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dylink.app.TextStream;
import org.dylink.app.Timing;
import org.dylink.app.WriteFailure;
import org.dylink.app.command.PlainCommands;
import org.dylink.app.launch.BundleIndex.Group;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.ArgumentsParser;
import org.dylink.app.options.CommandName;
import org.dylink.app.options.HelpText;
import org.dylink.app.options.Option;
import org.dylink.app.options.UsageException;
import org.dylink.format.PrintableText;

/**
 * The program {@code dylink}: answers mistakes and calls for help itself, and starts a framework
 * for everything else.
 */
public final class Launcher {
  private static final int OK = 0;
  private static final int USAGE = 2;
  // EX_SOFTWARE of sysexits.h: not the guest's fault, and not the user's.
  private static final int BROKEN = 70;

  private final Launch launch;
  private final TextStream out;
  private final TextStream err;
  private final Timing timing;

  private Launcher(Launch launch) {
    this.launch = launch;
    this.out = new TextStream(launch.out());
    this.err = new TextStream(launch.err());
    this.timing = new Timing(err::println);
  }

  /** Runs one command and ends the process with its exit code, if nothing else ends it. */
  public static void main(String[] arguments) {
    Launch launch =
        new Launch(
            HostProcess.arguments(arguments),
            HostProcess.folder(),
            HostProcess.in(),
            HostProcess.out(),
            HostProcess.err(),
            Terminal.isThere());
    ProcessEnd.exit(run(launch), System::exit);
  }

  /**
   * Runs one command in the current folder, without a terminal.
   *
   * @return the exit code
   */
  public static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err) {
    return run(new Launch(List.of(arguments), Path.of(""), in, out, err, false));
  }

  /**
   * Runs one command. The streams stay open.
   *
   * @return the exit code
   */
  public static int run(Launch launch) {
    Launcher launcher = new Launcher(launch);
    launcher.timing.sinceProcessStart();
    try {
      return launcher.run();
    } catch (UsageException e) {
      launcher.say(e.getMessage());
      launcher.err.println("'dylink help' tells more");
      return USAGE;
    } catch (LaunchException | IOException e) {
      launcher.say(e.getMessage());
      return BROKEN;
    }
  }

  private int run() throws UsageException, LaunchException, IOException {
    Arguments arguments = ArgumentsParser.parse(launch.arguments(), launch.folder());
    Optional<String> answer = answer(arguments);
    if (answer.isPresent()) {
      out.print(answer.get());
      return written();
    }
    return switch (arguments.command()) {
      case CC, CXX -> CompilerProcess.of(arguments).run(launch);
      case BINDINGS -> bindings(arguments);
      default -> runPlainOrInside(arguments);
    };
  }

  private int runPlainOrInside(Arguments arguments) throws LaunchException, IOException {
    String classes = ClassFolder.of(System.getenv(), System.getProperty("user.home"));
    MachineCode machine =
        new MachineCode(
            arguments, classes, MachineCode.compiler(System.getenv()), Runtime.version());
    Map<String, Object> properties = new HashMap<>(launch.properties(new CompletableFuture<>()));
    properties.putAll(machine.properties());
    OptionalInt plain = PlainCommands.run(arguments, properties, new OwnLibraries());
    return plain.isPresent() ? plain.getAsInt() : runInside(arguments, machine, classes);
  }

  private int bindings(Arguments arguments) throws LaunchException, IOException {
    HeaderInterface made = HeaderInterface.of(arguments, launch.folder());
    out.print(made.printed());
    made.notes().forEach(err::println);
    return written();
  }

  private int written() {
    Optional<WriteFailure> failure = out.failure().map(WriteFailure::new);
    failure.flatMap(WriteFailure::message).ifPresent(this::say);
    return failure.map(WriteFailure::code).orElse(OK);
  }

  /** What can be said without a framework. */
  private static Optional<String> answer(Arguments arguments) throws UsageException, IOException {
    if (arguments.command() == CommandName.VERSION) {
      return Optional.of("dylink " + version() + "\n");
    } else if (arguments.command() == CommandName.HELP) {
      return Optional.of(HelpText.of(arguments));
    } else if (arguments.has(Option.HELP)) {
      return Optional.of(HelpText.of(arguments.command()));
    }
    return Optional.empty();
  }

  static String version() throws IOException {
    try (InputStream text = Launcher.class.getResourceAsStream("version.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private int runInside(Arguments arguments, MachineCode machine, String classes)
      throws LaunchException, IOException {
    Optional<String> folder = arguments.value(Option.STORAGE);
    Storage storage =
        folder.isEmpty() ? Storage.temporary() : Storage.at(launch.folder(), folder.get());
    machine.refusal().ifPresent(this::say);
    Map<String, String> properties = new HashMap<>(machine.properties());
    properties.put(EmbeddedFramework.CACHE, classes);
    try (EmbeddedFramework framework =
        EmbeddedFramework.start(storage, groups(arguments, machine), properties)) {
      timing.phase("framework start");
      int code = call(framework);
      timing.phase("command");
      return code;
    }
  }

  private int call(EmbeddedFramework framework) throws LaunchException {
    try {
      return framework.call(launch);
    } catch (LaunchException e) {
      if (framework.isEnding()) {
        // Told to end, by Ctrl-C for one: the JVM's exit code says so.
        return BROKEN;
      }
      throw e;
    }
  }

  private Set<Group> groups(Arguments arguments, MachineCode machine) {
    Set<Group> groups = EnumSet.of(Group.ALWAYS);
    if (machine.isWanted()) {
      groups.add(Group.NATIVE);
    }
    if (arguments.command() == CommandName.SHELL) {
      groups.add(Group.SHELL);
      if (launch.terminal()) {
        groups.add(Group.TERMINAL);
      }
    }
    return groups;
  }

  private void say(String message) {
    err.println("dylink: " + PrintableText.ofLines(message));
  }
}
