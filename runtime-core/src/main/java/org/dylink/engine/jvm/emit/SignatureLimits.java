package org.dylink.engine.jvm.emit;

import java.util.Optional;
import org.dylink.format.FunctionType;

/** Which function types become methods of the JVM. Types of blocks and tags may be larger. */
public final class SignatureLimits {
  /** The JVM has 255; an entry, a state and a handle go along with the parameters. */
  private static final int MOST_PARAMETER_SLOTS = 250;

  /** What other engines allow too. */
  private static final int MOST_RESULTS = 1_000;

  private SignatureLimits() {}

  /** The limit that a type is past. */
  public static Optional<String> passedBy(FunctionType type) {
    if (JvmTypes.paramSize(type) > MOST_PARAMETER_SLOTS) {
      return Optional.of(
          "too many parameters: this engine has at most "
              + MOST_PARAMETER_SLOTS
              + ", where an i64 or f64 counts twice, a v128 four times");
    }
    if (type.results().size() > MOST_RESULTS) {
      return Optional.of("too many results: this engine has at most " + MOST_RESULTS);
    }
    return Optional.empty();
  }
}
