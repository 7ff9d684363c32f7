package org.dylink.format;

/**
 * What a library needs of the program's memory and table (sub-section WASM_DYLINK_MEM_INFO).
 *
 * @param memorySize bytes of data, unsigned 32 bit
 * @param memoryAlignment alignment of the data in bytes, a power of two
 * @param tableSize slots in the function table, unsigned 32 bit
 * @param tableAlignment alignment of the slots in slots, a power of two
 */
public record MemoryInfo(long memorySize, int memoryAlignment, long tableSize, int tableAlignment) {
  /** Neither data nor slots. */
  public static final MemoryInfo NONE = new MemoryInfo(0, 1, 0, 1);
}
