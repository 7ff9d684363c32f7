package org.dylink.format;

/**
 * A memory's type (WebAssembly Core, Types, Memory Types).
 *
 * @param addressType what its addresses are
 * @param limits its size in pages of {@link #PAGE_SIZE} bytes
 * @param shared whether threads may share it
 */
public record MemoryType(AddressType addressType, Limits limits, boolean shared)
    implements ExternType {
  /** Bytes in a page of linear memory. */
  public static final int PAGE_SIZE = 65_536;

  /** A memory with addresses of 32 bits. */
  public MemoryType(Limits limits, boolean shared) {
    this(AddressType.I32, limits, shared);
  }

  /** The same but for its size. */
  public MemoryType withLimits(Limits other) {
    return new MemoryType(addressType, other, shared);
  }

  @Override
  public String kind() {
    return "memory";
  }

  @Override
  public String toString() {
    return (addressType == AddressType.I64 ? "i64 " : "") + limits + (shared ? " shared" : "");
  }
}
