package org.dylink.linker;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.dylink.format.PrintableText;

/** A program that cannot be linked, with everything that is wrong at once. */
public final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a library cannot be linked. */
  public enum Reason {
    /** Nobody offers a library of that name. */
    MISSING_LIBRARY,

    /** Nothing that the program has defines a symbol that is needed. */
    MISSING_SYMBOL,

    /** A symbol is defined with another type than its user imports. */
    TYPE_MISMATCH,

    /** The program's memory or table cannot take the library. */
    NO_SPACE,

    /** The file is no valid module or no valid library. */
    MALFORMED,

    /** The library is valid, but needs what the engine or the linker does not have. */
    UNSUPPORTED,

    /** Everything was bound, but code that runs at the start has failed. */
    INIT_FAILED,

    /** A policy does not allow it. */
    FORBIDDEN,

    /** A library cannot take the place of another one: what others use of that is not the same. */
    INCOMPATIBLE,

    /** A thread has not left a library in time. */
    BUSY
  }

  /**
   * One thing that is wrong.
   *
   * @param reason its kind
   * @param library the library that is missing, or that lacks something
   * @param symbol the symbol, or empty
   * @param neededBy the library that asked for it, or empty
   * @param message the whole message: {@code library: what failed: detail (chain)}
   */
  public record Problem(
      Reason reason, String library, String symbol, String neededBy, String message) {
    /** The message is made fit to be printed; the names stay what they are. */
    public Problem {
      message = PrintableText.ofLines(message);
    }
  }

  private static final int MOST_LINES = 100;

  private final transient List<Problem> problems;

  /**
   * @param problems what is wrong, at least one thing; each is a line of the message
   * @param cause what brought it about, or null
   */
  public LinkException(List<Problem> problems, Throwable cause) {
    super(lines(problems), cause);
    this.problems = List.copyOf(problems);
  }

  // A file can lack as many libraries as it likes.
  private static String lines(List<Problem> problems) {
    String shown = problems.stream().limit(MOST_LINES).map(Problem::message).collect(joining("\n"));
    int more = problems.size() - MOST_LINES;
    return more <= 0 ? shown : shown + "\nand " + more + " more";
  }

  /** One problem of a library that concerns no symbol. */
  public static LinkException of(Reason reason, String library, String detail, Throwable cause) {
    String message = library + ": " + detail;
    return new LinkException(List.of(new Problem(reason, library, "", "", message)), cause);
  }

  /** Everything that is wrong, in the order in which it was found. */
  public List<Problem> problems() {
    return problems;
  }

  /** The first problem's reason. */
  public Reason reason() {
    return problems.get(0).reason();
  }

  /** The first problem's library. */
  public String library() {
    return problems.get(0).library();
  }

  /** The first problem's symbol, or empty. */
  public String symbol() {
    return problems.get(0).symbol();
  }

  /** Who asked for what the first problem lacks, or empty. */
  public String neededBy() {
    return problems.get(0).neededBy();
  }
}
