package org.dylink.format;

/**
 * A table's type (WebAssembly Core, Types, Table Types).
 *
 * @param addressType what its indexes are
 * @param element what its elements are
 * @param limits its size in elements
 */
public record TableType(AddressType addressType, ValueType element, Limits limits)
    implements ExternType {
  /** A table with indexes of 32 bits. */
  public TableType(ValueType element, Limits limits) {
    this(AddressType.I32, element, limits);
  }

  /** The same but for its size. */
  public TableType withLimits(Limits other) {
    return new TableType(addressType, element, other);
  }

  @Override
  public String kind() {
    return "table";
  }

  @Override
  public String toString() {
    return (addressType == AddressType.I64 ? "i64 " : "") + limits + " " + element;
  }
}
