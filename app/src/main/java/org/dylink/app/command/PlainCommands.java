package org.dylink.app.command;

import java.util.Map;
import java.util.OptionalInt;
import org.dylink.app.options.Arguments;
import org.dylink.app.search.Installed;

/** The commands that read files and nothing else: a framework would take longer than they do. */
public final class PlainCommands {
  private PlainCommands() {}

  /**
   * Runs a command in this thread, without a framework.
   *
   * @param launch the surroundings, as the launcher's service has them in its properties
   * @param installed what the framework would have
   * @return the exit code; empty if the command needs the framework itself
   */
  public static OptionalInt run(
      Arguments arguments, Map<String, Object> launch, Installed installed) {
    Console console = Console.of(launch);
    return switch (arguments.command()) {
      case INFO -> OptionalInt.of(console.written(new InfoCommand().run(arguments, console)));
      case COMPILE ->
          OptionalInt.of(console.written(CompileCommand.run(arguments, console, installed)));
      case LDD -> OptionalInt.of(console.written(LddCommand.run(arguments, console, installed)));
      default -> OptionalInt.empty();
    };
  }
}
