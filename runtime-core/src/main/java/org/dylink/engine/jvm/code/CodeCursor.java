package org.dylink.engine.jvm.code;

import org.dylink.format.ByteCursor;
import org.dylink.format.ModuleBytes;

/** Reads what {@link org.dylink.format.WasmModule} steps over: bodies and constant expressions. */
public final class CodeCursor extends ByteCursor<InvalidCodeException> {
  /**
   * @param bytes the whole file
   * @param from where to begin
   * @param end where to stop, exclusive
   */
  public CodeCursor(ModuleBytes bytes, int from, int end) {
    super(bytes, from, end);
  }

  InvalidCodeException error(String rule) {
    return new InvalidCodeException(offset(), rule);
  }

  @Override
  protected InvalidCodeException endsEarly(String what, long size) {
    return error("unexpected end");
  }

  @Override
  protected InvalidCodeException badNumber(String what, int start, int bits, boolean isTooLong) {
    return error(isTooLong ? "integer representation too long" : "integer too large");
  }

  @Override
  protected InvalidCodeException tooMany(String what, int start, long count) {
    return new InvalidCodeException(start, "vector of " + count + " runs past the end");
  }

  @Override
  protected InvalidCodeException unknown(String what, int start, long index, int size) {
    return InvalidCodeException.unknown(start, what, (int) index, size);
  }
}
