package org.dylink.app.options;

import static org.dylink.app.options.Option.BIND_NOW;
import static org.dylink.app.options.Option.DEFINITION;
import static org.dylink.app.options.Option.DOT;
import static org.dylink.app.options.Option.ENGINE;
import static org.dylink.app.options.Option.ENVIRONMENT;
import static org.dylink.app.options.Option.FOLDER;
import static org.dylink.app.options.Option.IMAGE;
import static org.dylink.app.options.Option.IMAGE_FILE;
import static org.dylink.app.options.Option.INCLUDE_FOLDER;
import static org.dylink.app.options.Option.INTERFACE;
import static org.dylink.app.options.Option.LIBRARY;
import static org.dylink.app.options.Option.LIBRARY_FOLDER;
import static org.dylink.app.options.Option.MAX_MEMORY;
import static org.dylink.app.options.Option.MAX_THREADS;
import static org.dylink.app.options.Option.MODULE;
import static org.dylink.app.options.Option.OUTPUT;
import static org.dylink.app.options.Option.OUTPUT_FOLDER;
import static org.dylink.app.options.Option.PACKAGE;
import static org.dylink.app.options.Option.PATTERN;
import static org.dylink.app.options.Option.PRELOAD;
import static org.dylink.app.options.Option.STACK_SIZE;
import static org.dylink.app.options.Option.STORAGE;
import static org.dylink.app.options.Option.TARGET;
import static org.dylink.app.options.Option.TIMEOUT;
import static org.dylink.app.options.Option.TRACE;

import java.util.List;
import java.util.stream.Stream;
import org.dylink.format.Suggestion;

/** What dylink can be told to do, and with which options. */
public enum CommandName {
  RUN(
      "run",
      "MAIN [ARG...]",
      "link a program with the libraries that it needs, and run it",
      1,
      Integer.MAX_VALUE,
      LIBRARY_FOLDER,
      ENVIRONMENT,
      FOLDER,
      STACK_SIZE,
      MAX_MEMORY,
      MAX_THREADS,
      TIMEOUT,
      ENGINE,
      BIND_NOW,
      PRELOAD,
      MODULE,
      IMAGE,
      TRACE),
  PRELINK(
      "prelink",
      "MAIN",
      "link a program into an image, in which runs of it begin",
      1,
      1,
      LIBRARY_FOLDER,
      ENVIRONMENT,
      FOLDER,
      STACK_SIZE,
      MAX_MEMORY,
      ENGINE,
      PRELOAD,
      IMAGE_FILE),
  LDD(
      "ldd",
      "FILE",
      "print what a module needs, and where that is found",
      1,
      1,
      LIBRARY_FOLDER,
      DOT),
  SYMBOLS(
      "symbols",
      "FILE",
      "print the symbols that a module defines and uses, and who else does",
      1,
      1,
      LIBRARY_FOLDER,
      PATTERN),
  INFO("info", "FILE", "print what is known of a module", 1, 1, LIBRARY_FOLDER),
  WHY(
      "why",
      "MAIN",
      "print which engine would run a program, and what keeps it off better ones",
      1,
      1,
      LIBRARY_FOLDER,
      ENGINE,
      PRELOAD,
      MODULE),
  CC(
      "cc",
      "[FLAG...] FILE...",
      "compile C (C++ too) to a library or a program, with a clang that is there",
      1,
      Integer.MAX_VALUE),
  CXX("c++", "[FLAG...] FILE...", "the same with libc++, also for objects", 1, Integer.MAX_VALUE),
  BINDINGS(
      "bindings",
      "HEADER",
      "write a Java interface of a C header, with a clang that is there",
      1,
      1,
      INCLUDE_FOLDER,
      DEFINITION,
      PACKAGE,
      INTERFACE,
      LIBRARY,
      OUTPUT_FOLDER),
  COMPILE(
      "compile",
      "FILE",
      "make machine code of a module and what it needs, for engine native",
      1,
      1,
      LIBRARY_FOLDER,
      OUTPUT,
      TARGET),
  SHELL("shell", "", "start a shell; its commands are in scope wasm", 0, 0, STORAGE),
  HELP("help", "[COMMAND]", "print how a command is used", 0, 1),
  VERSION("--version", "", "print the version", 0, 0);

  private final String word;
  private final String operands;
  private final String purpose;
  private final int fewest;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Option> options;

  CommandName(
      String word, String operands, String purpose, int fewest, int most, Option... options) {
    this.word = word;
    this.operands = operands;
    this.purpose = purpose;
    this.fewest = fewest;
    this.most = most;
    this.options = List.of(options);
  }

  /** As it is written: {@code run}. */
  public String word() {
    return word;
  }

  /**
   * The command that a word stands for.
   *
   * @throws UsageException if there is none
   */
  static CommandName named(String word) throws UsageException {
    for (CommandName command : values()) {
      if (command.word.equals(word)) {
        return command;
      }
    }
    Stream<String> known = Stream.of(values()).map(command -> command.word);
    throw new UsageException("unknown command " + word + Suggestion.of(word, known));
  }

  /** Whether all that follows is another program's business, but for a single call for help. */
  boolean passesOptions() {
    return this == CC || this == CXX;
  }

  String operands() {
    return operands;
  }

  String purpose() {
    return purpose;
  }

  /** Its options, without {@link Option#HELP}, which each command has. */
  List<Option> options() {
    return options;
  }

  boolean accepts(Option option) {
    return option == Option.HELP || options.contains(option);
  }

  void checkOperands(List<String> found) throws UsageException {
    if (found.size() < fewest) {
      throw new UsageException(word + ": expected " + operands);
    } else if (found.size() > most) {
      throw new UsageException(word + ": one argument too many: " + found.get(most));
    }
  }
}
