package org.dylink.app.options;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a release has beside the program, made of what the program knows of itself: completions for
 * shells and a manual page.
 */
public final class ReleaseTexts {
  private ReleaseTexts() {}

  /**
   * Writes them where a system looks for them.
   *
   * @param arguments the folder that is to be {@code share}, and the version
   */
  public static void main(String[] arguments) throws IOException {
    Path share = Path.of(arguments[0]);
    write(share.resolve("bash-completion/completions/dylink"), bash());
    write(share.resolve("zsh/site-functions/_dylink"), zsh());
    write(share.resolve("man/man1/dylink.1"), manual(arguments[1]));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** For bash: commands, options of the command that stands there, then files. */
  static String bash() {
    StringBuilder text = new StringBuilder();
    text.append("# Completions of dylink for bash.\n");
    text.append("_dylink() {\n  local word=${COMP_WORDS[COMP_CWORD]} words=\n");
    text.append("  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words='");
    text.append(words()).append("'\n  else\n    case ${COMP_WORDS[1]} in\n");
    for (CommandName command : CommandName.values()) {
      text.append("      ").append(command.word()).append(") words='");
      text.append(command == CommandName.HELP ? words() : String.join(" ", flags(command)));
      text.append("' ;;\n");
    }
    text.append("    esac\n    [ \"${COMP_WORDS[1]}\" = help ] || [[ $word == -* ]] || words=\n");
    text.append("  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n");
    return text.append("complete -o default -F _dylink dylink\n").toString();
  }

  /** For zsh: the same, with what each is for. */
  static String zsh() {
    StringBuilder text = new StringBuilder("#compdef dylink\n");
    text.append("# Completions of dylink for zsh.\n");
    text.append("if (( CURRENT == 2 )); then\n  local -a commands=(\n");
    for (CommandName command : CommandName.values()) {
      text.append("    ").append(quoted(command.word() + ":" + command.purpose())).append('\n');
    }
    text.append("  )\n  _describe command commands\n  return\nfi\n");
    text.append("local command=$words[2]\nshift words\n(( CURRENT-- ))\ncase $command in\n");
    for (CommandName command : CommandName.values()) {
      text.append("  ").append(command.word()).append(") _arguments");
      command.options().forEach(option -> text.append(zsh(option)));
      text.append(" '*:file:_files' ;;\n");
    }
    return text.append("esac\n").toString();
  }

  private static String zsh(Option option) {
    String purpose = "[" + option.purpose() + "]";
    String value = option.takesValue() ? ":value:_files" : "";
    String many = option.isRepeatable() ? "*" : "";
    return forms(option)
        .map(form -> " \\\n    " + quoted(many + form + purpose + value))
        .collect(joining());
  }

  /** The manual page, section 1, in troff's macros. */
  static String manual(String version) {
    StringBuilder text = new StringBuilder(".TH DYLINK 1 \"\" \"dylink " + version + "\"\n");
    text.append(".SH NAME\ndylink \\- WebAssembly shared libraries\n");
    text.append(".SH SYNOPSIS\n.B dylink\n.I COMMAND\n[OPTION...] [ARGUMENT...]\n.SH COMMANDS\n");
    for (CommandName command : CommandName.values()) {
      text.append(".SS \"").append(troff(command.word()));
      text.append(command.operands().isEmpty() ? "" : " " + troff(command.operands()));
      text.append("\"\n").append(troff(command.purpose())).append('\n');
      for (Option option : command.options()) {
        text.append(".TP\n.B ").append(troff(option.forms())).append('\n');
        text.append(troff(option.purpose())).append('\n');
      }
    }
    text.append(".SH ENVIRONMENT\n.TP\n.B JAVA_OPTS, DYLINK_OPTS\noptions of the JVM\n");
    text.append(".TP\n.B DYLINK_CACHE\nfolder for compiled classes and headers, or none\n");
    text.append(".SH EXIT STATUS\nThe program's own; 2 usage, 124 timeout, 127 not linked, ");
    return text.append("134 trap, 70 dylink itself failed.\n").toString();
  }

  private static String words() {
    return Stream.of(CommandName.values()).map(CommandName::word).collect(joining(" "));
  }

  private static List<String> flags(CommandName command) {
    List<String> flags = new ArrayList<>();
    command.options().forEach(option -> forms(option).forEach(flags::add));
    forms(Option.HELP).forEach(flags::add);
    return flags;
  }

  private static Stream<String> forms(Option option) {
    return Stream.of(option.letter(), option.flag()).filter(form -> !form.isEmpty()).distinct();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  // A line must not begin with a macro's sign, and a hyphen is to be what can be copied.
  private static String troff(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
