package org.dylink.format;

/**
 * What a field of a struct or an element of an array is (WebAssembly Core, Structure, Field Types).
 *
 * @param value what is read and written; i32 for a packed one
 * @param packedBytes 1 or 2 for an integer that is kept in so many bytes; else 0
 * @param mutable whether it may change
 */
public record FieldType(ValueType value, int packedBytes, boolean mutable) {
  /** Whether reading it needs to tell how it is extended. */
  public boolean isPacked() {
    return packedBytes != 0;
  }

  /** How many bytes a value takes. */
  public int size() {
    return isPacked() ? packedBytes : value.size();
  }

  /** Whether this may stand where another is declared: what can be written must be the same. */
  boolean isSubtypeOf(FieldType other) {
    if (mutable != other.mutable || packedBytes != other.packedBytes) {
      return false;
    }
    return mutable ? value == other.value : value.isSubtypeOf(other.value);
  }

  @Override
  public String toString() {
    String stored = isPacked() ? "i" + 8 * packedBytes : value.toString();
    return mutable ? "(mut " + stored + ")" : stored;
  }
}
