package org.dylink.engine;

import java.util.Optional;

/**
 * What there is of a module in the form that an engine runs, made before the program is linked.
 *
 * @param kind what it was compiled for: {@code native-linux-x86_64}, or {@code jvm}
 * @param place where it is: {@code its bundle}, or a folder
 * @param facts what is known of it, such as its size and whose word it is run on
 * @param problem why the engine does not use it; empty if it does
 */
public record CompiledForm(String kind, String place, String facts, Optional<String> problem) {
  /** What a place is called that holds the module's own file, too. */
  public static final String IN_BUNDLE = "its bundle";

  /** What is known of it, or why it is not used. */
  public String remark() {
    return problem.map(why -> "not used: " + why).orElse(facts);
  }

  /** One that the engine uses. */
  public static CompiledForm used(String kind, String place, String facts) {
    return new CompiledForm(kind, place, facts, Optional.empty());
  }

  /**
   * One that the engine leaves alone.
   *
   * @param problem why
   */
  public static CompiledForm unused(String kind, String place, String problem) {
    return new CompiledForm(kind, place, "", Optional.of(problem));
  }
}
