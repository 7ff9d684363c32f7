package org.dylink.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

/**
 * A command of scope {@code wasm}. A {@link Function}, because Gogo gives it the words as they were
 * typed: a method found by reflection may get {@code 7} for {@code 007}, and words that do not fit
 * end in an exception that speaks of Java's types.
 */
abstract class WasmCommand implements Function {
  /** How a command is asked what it takes. */
  static final List<String> HELP = List.of("-h", "--help");

  static final String END_OF_OPTIONS = "--";

  private final String usage;
  private final CommandMethod method;

  /**
   * @param usage what to type, without the scope: {@code info NAME|ID}
   */
  WasmCommand(String usage) {
    this.usage = "wasm:" + usage;
    this.method = CommandMethod.of(getClass());
  }

  /**
   * Calls the command's method with what the words mean, or prints the help that they ask for.
   * Returned, it would not be seen: Karaf's {@code help} executes {@code --help} and shows what
   * that prints.
   *
   * @return what the method returns; null for help
   * @throws CommandException if they mean nothing
   */
  @Override
  public final Object execute(CommandSession session, List<Object> arguments) {
    List<String> words = words(session, arguments);
    if (isHelp(words)) {
      Process.Utils.current().out().println(help());
      return null;
    }
    return execute(session, words.toArray(String[]::new));
  }

  /** As {@link #execute(CommandSession, List)}, of words that do not ask for help. */
  Object execute(CommandSession session, String... words) {
    return method.call(this, session, List.of(words));
  }

  /** Whether words ask what the command takes; behind {@code --} they do not. */
  boolean isHelp(List<String> words) {
    int end = words.indexOf(END_OF_OPTIONS);
    return words.subList(0, end < 0 ? words.size() : end).stream().anyMatch(HELP::contains);
  }

  /** What is printed if that is asked for. */
  String help() {
    return "usage: " + usage + "\n" + method.help(operands());
  }

  private String operands() {
    return usage.replaceFirst("\\S+( \\[-[^]]*])* ?", "");
  }

  private List<String> words(CommandSession session, Collection<?> arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Collection<?> several) {
        words.addAll(words(session, several));
      } else if (argument instanceof Map) {
        throw usage("expected words, found a map");
      } else if (argument != null) { // a variable that is not set is no word, as in other shells
        words.add(word(session, argument));
      }
    }
    return words;
  }

  private static String word(CommandSession session, Object argument) {
    Object word =
        argument instanceof CharSequence ? argument : session.convert(String.class, argument);
    return String.valueOf(word == null ? argument : word);
  }

  /**
   * The only word of a command that takes one.
   *
   * @throws CommandException if there are none or several
   */
  final String one(String... words) {
    if (words.length != 1) {
      throw usage();
    }
    return words[0];
  }

  /** What is thrown if words are missing, or if there are too many. */
  final CommandException usage() {
    return new CommandException("usage: " + usage);
  }

  /** What is thrown if a word is no good. */
  final CommandException usage(String problem) {
    String end = problem.endsWith("?") ? " " : "; ";
    return new CommandException(problem + end + "usage: " + usage);
  }
}
