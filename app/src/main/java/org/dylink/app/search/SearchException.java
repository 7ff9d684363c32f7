package org.dylink.app.search;

import java.util.List;
import org.dylink.format.PrintableText;

/** A program that lacks files, or has files that are no modules. */
public final class SearchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SearchException(List<String> problems) {
    super(PrintableText.ofLines(String.join("\n", problems)));
    this.problems = problems.stream().map(PrintableText::ofLines).toList();
  }

  /** All that is wrong, a message each, in the order in which it was found. */
  public List<String> problems() {
    return problems;
  }
}
