package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dylink.format.Suggestion;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;

/** Finds what the words of a command line mean. */
final class Names {
  private static final String VERSION_MARK = "@";

  // What can be linked comes before what might be, and what is there before what is gone. The sort
  // is stable: the runtime has the highest version first.
  private static final Comparator<LibraryDTO> MOST_USABLE =
      Comparator.<LibraryDTO>comparingInt(Names::distance).thenComparing(each -> !each.current);

  private Names() {}

  /** How a library is called so that no other version of it is meant. */
  static String of(LibraryDTO library) {
    return library.name + VERSION_MARK + library.version;
  }

  /**
   * The library that a word means, whatever its state.
   *
   * @param word a name, for the highest version that can be linked, else for one that waits, else
   *     for any; {@code name@version}; or the id of a bundle with one library
   * @throws CommandException if there is none, or if the bundle has several
   */
  static LibraryDTO library(LinkerRuntime runtime, String word) {
    List<LibraryDTO> meant = meant(runtime, word).sorted(MOST_USABLE).toList();
    if (meant.isEmpty()) {
      throw noLibrary(runtime, word);
    } else if (isId(word) && meant.size() > 1) {
      throw new CommandException(
          "bundle " + word + " has " + meant.size() + " libraries: give a name, " + names(meant));
    }
    return meant.get(0);
  }

  /**
   * The library that a word means, for a link.
   *
   * @param word as for {@link #library}
   * @throws CommandException if there is none, or if its bundle has not been started
   */
  static Library linkable(Linker linker, LinkerRuntime runtime, String word) {
    LibraryDTO library = library(runtime, word);
    return LibraryFacts.module(library, linker)
        .orElseThrow(
            () ->
                new CommandException(
                    "%s is %s: wasm:why %s tells more"
                        .formatted(of(library), Words.lowerCase(library.state), of(library))));
  }

  /**
   * The bundle that a word means.
   *
   * @param word an id, or the name, or {@code name@version}, of a library that only one bundle has
   * @throws CommandException if there is none with a library, or if several have it
   */
  static long bundle(LinkerRuntime runtime, String word) {
    List<Long> bundles =
        meant(runtime, word)
            .filter(each -> each.current)
            .map(each -> each.bundle)
            .distinct()
            .toList();
    if (bundles.isEmpty()) {
      throw noLibrary(runtime, word);
    } else if (bundles.size() > 1) {
      throw new CommandException(
          "%d bundles have %s: give one of the ids %s"
              .formatted(bundles.size(), word, joined(bundles, String::valueOf)));
    }
    return bundles.get(0);
  }

  private static Stream<LibraryDTO> meant(LinkerRuntime runtime, String word) {
    return runtime.libraries().stream().filter(library -> isMeant(library, word));
  }

  private static boolean isMeant(LibraryDTO library, String word) {
    return library.name.equals(word)
        || of(library).equals(word)
        || (library.current && Long.toString(library.bundle).equals(word));
  }

  private static int distance(LibraryDTO library) {
    return switch (library.state) {
      case AVAILABLE -> 0;
      case WAITING -> 1;
      default -> 2;
    };
  }

  private static CommandException noLibrary(LinkerRuntime runtime, String word) {
    boolean versioned = word.contains(VERSION_MARK);
    Stream<String> known =
        runtime.libraries().stream().map(each -> versioned ? of(each) : each.name);
    return new CommandException(
        isId(word)
            ? "no bundle " + word + " has a library; wasm:list shows all"
            : "no library is named " + word + orElse(Suggestion.of(word, known), "wasm:list"));
  }

  /** What was meant, or which command shows what could be. */
  private static String orElse(String suggestion, String command) {
    return suggestion.isEmpty() ? "; " + command + " shows all" : suggestion;
  }

  /** Whether a word is a number, and so no library's name. */
  static boolean isId(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
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
      Stream<String> known = linker.programs().stream().map(Program::name);
      throw new CommandException(
          "no program has the id or name " + word + orElse(Suggestion.of(word, known), "wasm:ps"));
    } else if (meant.size() > 1) {
      throw new CommandException(
          "%d programs are named %s: give one of the ids %s"
              .formatted(meant.size(), word, joined(meant, p -> Long.toString(p.id()))));
    }
    return meant.get(0);
  }

  private static boolean isMeant(Program program, String word) {
    return program.name().equals(word) || Long.toString(program.id()).equals(word);
  }

  private static String names(List<LibraryDTO> libraries) {
    return joined(libraries, library -> library.name);
  }

  private static <T> String joined(List<T> items, Function<T, String> word) {
    return items.stream().map(word).collect(joining(", "));
  }
}
