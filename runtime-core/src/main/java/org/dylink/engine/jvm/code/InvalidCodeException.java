package org.dylink.engine.jvm.code;

/** Bytes that are no valid module; says where in the file and which rule is broken. */
public final class InvalidCodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean unsupported;

  /**
   * @param offset in the file, in bytes
   * @param rule what was expected and what was found
   */
  public InvalidCodeException(int offset, String rule) {
    this(offset, rule, false);
  }

  private InvalidCodeException(int offset, String rule, boolean unsupported) {
    super(rule + " at offset 0x" + Integer.toHexString(offset));
    this.unsupported = unsupported;
  }

  /** Code that may well be valid, but is past what this engine does. */
  public static InvalidCodeException unsupported(int offset, String what) {
    return new InvalidCodeException(offset, what, true);
  }

  /** An index that is past the end of its space. */
  public static InvalidCodeException unknown(int offset, String what, int index, int count) {
    String number = Integer.toUnsignedString(index);
    return new InvalidCodeException(
        offset, "unknown " + what + " " + number + ", there are " + count);
  }

  /**
   * Code that is past a limit of this engine.
   *
   * @param what what there is too much of, in the plural
   */
  public static InvalidCodeException limit(int offset, String what, int most) {
    return unsupported(offset, "too many " + what + ": this engine has at most " + most);
  }

  /** Whether another engine might run it. */
  public boolean isUnsupported() {
    return unsupported;
  }
}
