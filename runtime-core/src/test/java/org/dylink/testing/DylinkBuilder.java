package org.dylink.testing;

/** Builds the contents of a {@code dylink.0} section, sub-section by sub-section as it is told. */
public final class DylinkBuilder {
  public static final int WEAK = 0x1;
  public static final int HIDDEN = 0x4;
  public static final int UNDEFINED = 0x10;
  public static final int TLS = 0x100;
  public static final int ABSOLUTE = 0x200;

  private static final int MEM_INFO = 1;
  private static final int NEEDED = 2;
  private static final int EXPORT_INFO = 3;
  private static final int IMPORT_INFO = 4;
  private static final int RUNTIME_PATH = 5;

  private final Bytes out = new Bytes();

  /** A section without any sub-section. */
  public static DylinkBuilder dylink() {
    return new DylinkBuilder();
  }

  /** Data and slots; both alignments are exponents of two. */
  public DylinkBuilder memInfo(
      long memorySize, long memoryAlignment, long tableSize, long tableAlignment) {
    return subsection(
        MEM_INFO,
        new Bytes().u32(memorySize).u32(memoryAlignment).u32(tableSize).u32(tableAlignment));
  }

  /** The libraries that must be loaded first, in one sub-section. */
  public DylinkBuilder needed(String... libraries) {
    return subsection(NEEDED, names(libraries));
  }

  /** One sub-section with the flags of one export. */
  public DylinkBuilder exportInfo(String name, int flags) {
    return subsection(
        EXPORT_INFO, new Bytes().u32(1).name(name).u32(Integer.toUnsignedLong(flags)));
  }

  /** One sub-section with the flags of one import. */
  public DylinkBuilder importInfo(String module, String name, int flags) {
    return subsection(
        IMPORT_INFO, new Bytes().u32(1).name(module).name(name).u32(Integer.toUnsignedLong(flags)));
  }

  /** Folders to search, in one sub-section. */
  public DylinkBuilder runtimePath(String... folders) {
    return subsection(RUNTIME_PATH, names(folders));
  }

  /** Any sub-section. */
  public DylinkBuilder subsection(int type, Bytes contents) {
    out.section(type, contents);
    return this;
  }

  /** Bytes that are no sub-section. */
  public DylinkBuilder raw(int... bytes) {
    out.u8(bytes);
    return this;
  }

  public byte[] toArray() {
    return out.toArray();
  }

  private static Bytes names(String... names) {
    Bytes bytes = new Bytes().u32(names.length);
    for (String name : names) {
      bytes.name(name);
    }
    return bytes;
  }
}
