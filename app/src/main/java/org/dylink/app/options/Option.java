package org.dylink.app.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.host.HostNames;

/** The options of all commands. */
public enum Option {
  LIBRARY_FOLDER("-L", "", "DIR", true, "folder to search for what is needed, first hit wins"),
  ENVIRONMENT("-e", "--env", "NAME=VALUE", true, "environment variable that the program sees"),
  FOLDER(
      "-d", "--dir", "HOST[::GUEST]", true, "folder that the program may use, and its name there"),
  STACK_SIZE("", "--stack-size", "BYTES", false, "stack, with K, M or G; 1M unless given"),
  MAX_MEMORY("", "--max-memory", "BYTES", false, "what the memory may grow to; 2G unless given"),
  MAX_THREADS(
      "", "--max-threads", "NUMBER", false, "threads that it may have at once; 1000 unless given"),
  TIMEOUT("", "--timeout", "SECONDS", false, "how long the program may run, such as 1.5"),
  ENGINE("", "--engine", "NAME", false, "engine that runs it; the highest-ranked unless given"),
  BIND_NOW("", "--bind-now", "", false, "an undefined function is an error even if never called"),
  PRELOAD(
      "", "--preload", "LIBRARY", true, "library that comes right after MAIN in the search order"),
  MODULE("", "--module", "NAME=FILE", true, "plain module that serves the import module NAME"),
  IMAGE("", "--image", "FILE", false, "image to begin in, if it fits; MAIN.image unless given"),
  IMAGE_FILE("-o", "", "FILE", false, "file for the image; MAIN.image unless given"),
  TRACE("", "--trace", "", false, "print each step of the link on standard error"),
  PATTERN("-p", "--pattern", "PATTERN", false, "only names with this in them, or like str*"),
  INCLUDE_FOLDER("-I", "", "DIR", true, "folder to search for headers"),
  DEFINITION("-D", "", "NAME[=VALUE]", true, "macro that the header finds"),
  PACKAGE("-p", "--package", "NAME", false, "package of what is written"),
  INTERFACE("-n", "--name", "NAME", false, "the interface's name; that of the header unless given"),
  LIBRARY("-l", "--library", "LIBRARY", false, "its .so: a file, which is asked, or only a name"),
  OUTPUT_FOLDER("-o", "", "DIR", false, "folder for the source; standard output unless given"),
  OUTPUT("-o", "", "FILE", false, "file for the code; the cache folder unless given"),
  TARGET(
      "",
      "--target",
      "PLATFORM",
      false,
      "what the code is for, such as linux-x86_64; this machine unless given"),
  DOT("", "--dot", "", false, "print the same for Graphviz: ... | dot -Tsvg"),
  STORAGE(
      "", "--storage", "DIR", false, "folder that keeps the bundles; a temporary one unless given"),
  HELP("-h", "--help", "", false, "print how the command is used, and end");

  private final String letter; // empty if it has none
  private final String flag; // empty if it has a letter only
  private final String placeholder;
  private final boolean repeatable;
  private final String purpose;

  Option(String letter, String flag, String placeholder, boolean repeatable, String purpose) {
    this.letter = letter;
    this.flag = flag;
    this.placeholder = placeholder;
    this.repeatable = repeatable;
    this.purpose = purpose;
  }

  /** How it is written: {@code --env}, or {@code -L} if it has no longer name. */
  public String flag() {
    return flag.isEmpty() ? letter : flag;
  }

  /** How else it is written: {@code -e}; empty if there is no other way. */
  String letter() {
    return letter;
  }

  /** Whether an argument follows. */
  boolean takesValue() {
    return !placeholder.isEmpty();
  }

  /** Whether it may be given more than once. */
  boolean isRepeatable() {
    return repeatable;
  }

  String purpose() {
    return purpose;
  }

  /** With its value's placeholder: {@code --env NAME=VALUE}. */
  String form() {
    return takesValue() ? flag() + " " + placeholder : flag();
  }

  /** All ways to write it: {@code -e, --env NAME=VALUE}. */
  String forms() {
    return letter.isEmpty() || flag.isEmpty() ? form() : letter + ", " + form();
  }

  /** Whether an argument, without {@code =VALUE}, is this option. */
  boolean isWritten(String argument) {
    return !argument.isEmpty() && (flag.equals(argument) || letter.equals(argument));
  }

  /**
   * Checks a value, so that mistakes are told before anything is started.
   *
   * @param base the folder that relative paths start from
   */
  void check(String value, Path base) throws UsageException {
    switch (this) {
      case ENVIRONMENT, MODULE -> Pair.of(this, value);
      case FOLDER -> FolderGrant.of(value, base);
      case STACK_SIZE, MAX_MEMORY -> Amounts.bytes(this, value);
      case MAX_THREADS -> Amounts.threads(this, value);
      case TIMEOUT -> Amounts.seconds(this, value);
      case IMAGE -> {
        if (!Files.isRegularFile(HostNames.resolve(base, value))) {
          throw new UsageException(flag() + ": expected a file, found " + value);
        }
      }
      default -> {
        if (takesValue() && value.isEmpty()) {
          throw new UsageException(flag() + ": expected " + placeholder + ", found nothing");
        }
      }
    }
  }
}
