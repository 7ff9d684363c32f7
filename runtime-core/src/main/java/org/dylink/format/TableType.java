package org.dylink.format;

/**
 * A table's type.
 *
 * @param element what its elements are
 * @param limits its size in elements
 */
public record TableType(ValueType element, Limits limits) implements ExternType {
  @Override
  public String kind() {
    return "table";
  }

  @Override
  public String toString() {
    return limits + " " + element;
  }
}
