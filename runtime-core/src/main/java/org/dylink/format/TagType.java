package org.dylink.format;

/**
 * An exception tag's type (exception handling proposal).
 *
 * @param payload its parameters are what an exception of this tag carries; it has no results
 */
public record TagType(FunctionType payload) implements ExternType {
  @Override
  public String kind() {
    return "tag";
  }

  @Override
  public String toString() {
    return payload.toString();
  }
}
