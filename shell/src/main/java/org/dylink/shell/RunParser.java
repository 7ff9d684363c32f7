package org.dylink.shell;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.format.Suggestion;

/**
 * Takes the words after {@code wasm:run} apart. Gogo's own {@code @Parameter} would take an option
 * once only, and also from behind the name, where options are the program's.
 */
final class RunParser {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-e",
          "--env",
          "-d",
          "--dir",
          "--timeout",
          "--engine",
          "--stack-size",
          "--max-memory",
          "--max-threads",
          "--preload",
          "--module");
  private static final Set<String> WITHOUT_VALUE =
      Set.of(RunArguments.BIND_NOW, RunArguments.TRACE, RunArguments.RAW);
  private static final String END_OF_OPTIONS = WasmCommand.END_OF_OPTIONS;

  private final Iterator<String> words;
  private final List<RunArguments.Option> options = new ArrayList<>();

  private RunParser(List<String> words) {
    this.words = words.iterator();
  }

  /**
   * @throws CommandException if an option is unknown or has no value, or if there is no name
   */
  static RunArguments parse(List<String> words) {
    return new RunParser(words).parse();
  }

  /** Whether the words ask what the command takes, before they name a program. */
  static boolean asksForHelp(List<String> words) {
    Iterator<String> left = words.iterator();
    while (left.hasNext()) {
      String word = left.next();
      if (WasmCommand.HELP.contains(word)) {
        return true;
      } else if (!word.startsWith("-") || word.equals(END_OF_OPTIONS)) {
        return false;
      } else if (WITH_VALUE.contains(word) && left.hasNext()) {
        left.next();
      }
    }
    return false;
  }

  private RunArguments parse() {
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals(END_OF_OPTIONS)) {
        break;
      } else if (!word.startsWith("-")) {
        return program(word);
      }
      options.add(option(word));
    }
    if (!words.hasNext()) {
      throw new CommandException(
          "usage: wasm:run [OPTION]... NAME|ID [ARG]...; help wasm:run shows the options");
    }
    return program(words.next());
  }

  private RunArguments program(String name) {
    List<String> arguments = new ArrayList<>();
    words.forEachRemaining(arguments::add);
    return new RunArguments(name, options, arguments);
  }

  private RunArguments.Option option(String word) {
    int mark = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = mark < 0 ? word : word.substring(0, mark);
    if (WITH_VALUE.contains(name)) {
      return new RunArguments.Option(name, mark < 0 ? value(name) : word.substring(mark + 1));
    } else if (WITHOUT_VALUE.contains(word)) {
      return new RunArguments.Option(word, "");
    }
    Stream<String> known = Stream.concat(WITH_VALUE.stream(), WITHOUT_VALUE.stream()).sorted();
    String meant = Suggestion.of(name, known);
    throw new CommandException(
        "no option " + word + (meant.isEmpty() ? "; help wasm:run shows the options" : meant));
  }

  private String value(String name) {
    if (!words.hasNext()) {
      throw new CommandException(name + ": expected a value behind it");
    }
    return words.next();
  }
}
