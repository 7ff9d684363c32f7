package org.dylink.app.command;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.dylink.format.PrintableText;
import org.dylink.format.Suggestion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What Gogo calls instead of a command that it does not have, with the line's words. */
@Component(
    service = UnknownCommand.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=gogo",
      CommandProcessor.COMMAND_FUNCTION + "=default"
    })
public final class UnknownCommand implements Function {
  // What a shell gives for a command that it does not find.
  private static final int NOT_FOUND = 127;

  private static final String COMMANDS = ".commands";

  /**
   * Comes with Gogo.
   *
   * @param processor calls it
   */
  @Activate
  public UnknownCommand(@Reference CommandProcessor processor) {}

  @Override
  public Object execute(CommandSession session, List<Object> words) {
    Process process = Process.Utils.current();
    process.err().println(message(String.valueOf(words.get(0)), session.get(COMMANDS)));
    process.error(NOT_FOUND);
    return null;
  }

  /**
   * @param commands all that there are, as {@code scope:name}
   */
  static String message(String word, Object commands) {
    Stream<String> known =
        ((Collection<?>) commands).stream().map(String::valueOf).map(each -> as(word, each));
    return PrintableText.of(word) + ": no such command" + Suggestion.of(word, known);
  }

  /** With its scope if the word has one. */
  private static String as(String word, String command) {
    return word.indexOf(':') < 0 ? command.substring(command.indexOf(':') + 1) : command;
  }
}
