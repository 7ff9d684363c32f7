package org.dylink.binding;

import java.util.List;

/** An interface that does not fit its library. */
public final class BindingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param library the library's name
   * @param type the interface's name
   * @param problems all that is wrong
   */
  public BindingException(String library, String type, List<String> problems) {
    super(library + ": cannot bind " + type + ": " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one sentence a method. */
  public List<String> problems() {
    return problems;
  }
}
