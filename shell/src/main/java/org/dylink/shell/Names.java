package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;

/** Finds what the words of a command line mean. */
final class Names {
  private static final String VERSION_MARK = "@";

  private Names() {}

  /** How a library is called so that no other version of it is meant. */
  static String of(Library library) {
    return library.name() + VERSION_MARK + library.version();
  }

  /**
   * The only word of a command that takes one.
   *
   * @param usage what to type, such as {@code wasm:info NAME}
   * @throws CommandException if there are none or several
   */
  static String one(String usage, String... words) {
    if (words.length != 1) {
      throw new CommandException("usage: " + usage);
    }
    return words[0];
  }

  /**
   * The library that a word means.
   *
   * @param word a name, for its highest version, or {@code name@version}
   * @throws CommandException if there is none
   */
  static Library library(Linker linker, String word) {
    return linker
        .library(word)
        .or(() -> versioned(linker, word))
        .orElseThrow(() -> noLibrary(word));
  }

  private static Optional<Library> versioned(Linker linker, String word) {
    return linker.libraries().stream().filter(library -> of(library).equals(word)).findFirst();
  }

  private static CommandException noLibrary(String word) {
    return new CommandException("no library is named " + word + "; wasm:list shows all");
  }

  /**
   * The program that a word means.
   *
   * @param word an id, or the name of the only program of that name
   * @throws CommandException if there is none, or if several have the name
   */
  static Program program(Linker linker, String word) {
    List<Program> meant = linker.programs().stream().filter(p -> isMeant(p, word)).toList();
    if (meant.isEmpty()) {
      throw new CommandException("no program has the id or name " + word + "; wasm:ps shows all");
    } else if (meant.size() > 1) {
      throw new CommandException(
          meant.size() + " programs are named " + word + ": give one of the ids " + ids(meant));
    }
    return meant.get(0);
  }

  private static boolean isMeant(Program program, String word) {
    return program.name().equals(word) || Long.toString(program.id()).equals(word);
  }

  private static String ids(List<Program> programs) {
    return programs.stream().map(p -> Long.toString(p.id())).collect(joining(", "));
  }
}
