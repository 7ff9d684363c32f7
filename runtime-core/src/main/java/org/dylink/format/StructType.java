package org.dylink.format;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A struct's type; prints as {@code struct (i32, (mut i64))}.
 *
 * @param fields in their order
 */
public record StructType(List<FieldType> fields) implements CompositeType {
  /** A type of its own copy of the fields. */
  public StructType {
    fields = List.copyOf(fields);
  }

  @Override
  public HeapType.Abstract abstractType() {
    return HeapType.Abstract.STRUCT;
  }

  @Override
  public String toString() {
    return fields.stream().map(FieldType::toString).collect(joining(", ", "struct (", ")"));
  }
}
