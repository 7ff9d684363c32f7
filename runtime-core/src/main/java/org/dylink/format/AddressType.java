package org.dylink.format;

/** What addresses and sizes of a memory are, in code (WebAssembly Core, Types, Address Types). */
public enum AddressType {
  /** Unsigned numbers of 32 bits: at most 65,536 pages. */
  I32(ValueType.I32),
  /** Unsigned numbers of 64 bits. */
  I64(ValueType.I64);

  @SuppressWarnings("ImmutableEnumChecker") // a type, which nobody can change
  private final ValueType valueType;

  AddressType(ValueType valueType) {
    this.valueType = valueType;
  }

  /** The type of an address on the stack of code. */
  public ValueType valueType() {
    return valueType;
  }
}
