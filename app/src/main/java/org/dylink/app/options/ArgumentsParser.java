package org.dylink.app.options;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.format.Suggestion;

/** Reads a command line. Options end at the first operand: what follows it is the program's. */
public final class ArgumentsParser {
  private static final String END_OF_OPTIONS = "--";
  private static final int LETTER = 2; // with its dash

  private final Deque<String> left;
  private final Path base;
  private final Map<Option, List<String>> values = new EnumMap<>(Option.class);

  private ArgumentsParser(List<String> arguments, Path base) {
    this.left = new ArrayDeque<>(arguments);
    this.base = base;
  }

  /**
   * Reads and checks a command line.
   *
   * @param arguments the command, its options, its operands
   * @param base the folder that relative paths start from
   * @throws UsageException with the first thing that is wrong
   */
  public static Arguments parse(List<String> arguments, Path base) throws UsageException {
    return new ArgumentsParser(arguments, base).parse();
  }

  private Arguments parse() throws UsageException {
    if (left.isEmpty()) {
      throw new UsageException("expected a command");
    }
    CommandName command = command(left.removeFirst());
    while (startsWithOption(command)) {
      String argument = left.removeFirst();
      if (argument.equals(END_OF_OPTIONS)) {
        break;
      }
      read(command, argument);
    }
    Arguments arguments = new Arguments(command, values, new ArrayList<>(left));
    if (!arguments.has(Option.HELP)) {
      command.checkOperands(arguments.operands());
    }
    return arguments;
  }

  private boolean startsWithOption(CommandName command) {
    if (left.isEmpty() || !left.peekFirst().startsWith("-") || left.peekFirst().length() == 1) {
      return false;
    }
    return !command.passesOptions()
        || (left.size() == 1 && Option.HELP.isWritten(left.peekFirst()));
  }

  private static CommandName command(String word) throws UsageException {
    return Option.HELP.isWritten(word) ? CommandName.HELP : CommandName.named(word);
  }

  private void read(CommandName command, String argument) throws UsageException {
    String flag = flagOf(argument);
    Option option = option(command, flag, withoutValue(argument));
    String attached = argument.substring(flag.length());
    String value = "";
    if (option.takesValue()) {
      value = attached.isEmpty() ? next(command, option) : withoutEquals(attached);
    } else if (!attached.isEmpty()) {
      throw new UsageException(command.word() + ": " + flag + " takes no value: " + argument);
    }
    add(command, option, value);
  }

  /** The option's part of {@code --env=A=B}, of {@code --env} and of {@code -Lfolder}. */
  private static String flagOf(String argument) {
    if (!argument.startsWith("--")) {
      return argument.substring(0, Math.min(LETTER, argument.length()));
    }
    return withoutValue(argument);
  }

  private static String withoutValue(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private static String withoutEquals(String attached) {
    return attached.startsWith("=") ? attached.substring(1) : attached;
  }

  private static Option option(CommandName command, String flag, String argument)
      throws UsageException {
    for (Option option : Option.values()) {
      if (option.isWritten(flag) && command.accepts(option)) {
        return option;
      }
    }
    Stream<String> known = Stream.of(Option.values()).filter(command::accepts).map(Option::flag);
    throw new UsageException(
        command.word() + ": unknown option " + argument + Suggestion.of(argument, known));
  }

  private String next(CommandName command, Option option) throws UsageException {
    if (left.isEmpty()) {
      throw new UsageException(command.word() + ": expected a value: " + option.form());
    }
    return left.removeFirst();
  }

  private void add(CommandName command, Option option, String value) throws UsageException {
    if (values.containsKey(option) && option.takesValue() && !option.isRepeatable()) {
      throw new UsageException(command.word() + ": " + option.flag() + " is given twice");
    }
    option.check(value, base);
    values.computeIfAbsent(option, o -> new ArrayList<>()).add(value);
  }
}
