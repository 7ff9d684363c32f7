package org.dylink.app.options;

import java.util.ArrayList;
import java.util.List;
import org.dylink.app.Columns;

/** What {@code dylink help} prints. */
public final class HelpText {
  private static final int WIDTH = 78;
  private static final String INDENT = "  ";

  private HelpText() {}

  /** All commands, a line each; ends with a newline. */
  static String overview() {
    StringBuilder text = new StringBuilder("usage: dylink COMMAND [OPTION...] [ARGUMENT...]\n\n");
    Columns commands = new Columns();
    for (CommandName command : CommandName.values()) {
      commands.row(INDENT + command.word(), command.purpose());
    }
    text.append(commands);
    text.append("\n'dylink help COMMAND' prints a command's options.\n");
    text.append("DYLINK_CACHE: folder for compiled classes, or none; else ~/.cache/dylink\n");
    text.append("exit codes: the program's own; 2 usage, 124 timeout, 127 not linked, 134 trap\n");
    return text.toString();
  }

  /**
   * What {@code dylink help} is asked for: all commands, or one.
   *
   * @throws UsageException if there is no such command
   */
  public static String of(Arguments help) throws UsageException {
    return help.operands().isEmpty() ? overview() : of(CommandName.named(help.operands().get(0)));
  }

  /** One command with its options; ends with a newline. */
  public static String of(CommandName command) {
    StringBuilder text = new StringBuilder();
    text.append(usage(command)).append('\n').append(command.purpose()).append("\n");
    Columns options = new Columns();
    for (Option option : command.options()) {
      options.row(INDENT + option.forms(), option.purpose());
    }
    return command.options().isEmpty() ? text.toString() : text + "\n" + options;
  }

  private static String usage(CommandName command) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder("usage: dylink " + command.word());
    String indent = " ".repeat(line.length());
    for (String part : parts(command)) {
      if (line.length() + 1 + part.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(' ').append(part);
    }
    return text.append(line).append('\n').toString();
  }

  private static List<String> parts(CommandName command) {
    List<String> parts = new ArrayList<>();
    for (Option option : command.options()) {
      parts.add("[" + option.form() + "]" + (option.isRepeatable() ? "..." : ""));
    }
    if (!command.operands().isEmpty()) {
      parts.add(command.operands());
    }
    return parts;
  }
}
