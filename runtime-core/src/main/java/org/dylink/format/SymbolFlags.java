package org.dylink.format;

/**
 * The flags of a symbol in {@code dylink.0} (tool-conventions, Linking.md, symbol table flags).
 *
 * @param bits the flags as the file has them; unknown bits are kept
 */
public record SymbolFlags(int bits) {
  /** No flag at all: what a symbol has that the section does not mention. */
  public static final SymbolFlags NONE = new SymbolFlags(0);

  private static final int BINDING_WEAK = 0x1;
  private static final int BINDING_LOCAL = 0x2;
  private static final int VISIBILITY_HIDDEN = 0x4;
  private static final int UNDEFINED = 0x10;
  private static final int TLS = 0x100;
  private static final int ABSOLUTE = 0x200;

  /** A definition that others may replace, or an import that may stay undefined. */
  public boolean isWeak() {
    return has(BINDING_WEAK);
  }

  /** A symbol that only its own object file sees. */
  public boolean isLocal() {
    return has(BINDING_LOCAL);
  }

  /** A symbol that other libraries must not be bound to. */
  public boolean isHidden() {
    return has(VISIBILITY_HIDDEN);
  }

  /** A symbol that this module does not define. */
  public boolean isUndefined() {
    return has(UNDEFINED);
  }

  /** A symbol whose value is an offset from {@code __tls_base}. */
  public boolean isThreadLocal() {
    return has(TLS);
  }

  /** A symbol whose value is an address, not an offset from {@code __memory_base}. */
  public boolean isAbsolute() {
    return has(ABSOLUTE);
  }

  SymbolFlags and(SymbolFlags more) {
    return new SymbolFlags(bits | more.bits);
  }

  private boolean has(int flag) {
    return (bits & flag) != 0;
  }
}
