package org.dylink.format;

/**
 * A global's type.
 *
 * @param value the type of what it holds
 * @param mutable whether it may change after instantiation
 */
public record GlobalType(ValueType value, boolean mutable) implements ExternType {
  @Override
  public String kind() {
    return "global";
  }

  @Override
  public String toString() {
    return mutable ? "(mut " + value + ")" : value.toString();
  }
}
