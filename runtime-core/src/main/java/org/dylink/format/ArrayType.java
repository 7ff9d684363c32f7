package org.dylink.format;

/**
 * An array's type; prints as {@code array (mut i8)}.
 *
 * @param element what its elements are
 */
public record ArrayType(FieldType element) implements CompositeType {
  @Override
  public HeapType.Abstract abstractType() {
    return HeapType.Abstract.ARRAY;
  }

  @Override
  public String toString() {
    return "array " + element;
  }
}
