package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Reads the locals of a body (WebAssembly Core, Binary Format, Code Section). */
public final class LocalsReader {
  /** What other engines allow too. */
  private static final int MAXIMUM = 50_000;

  private LocalsReader() {}

  /** The types of parameters and locals; the reader then stands at the first instruction. */
  public static ValueType[] read(CodeCursor body, FunctionType type, IndexSpaces spaces) {
    List<ValueType> locals = new ArrayList<>(type.params());
    int groups = body.count("groups of locals");
    for (int i = 0; i < groups; i++) {
      int start = body.offset();
      long count = body.u32("locals");
      ValueType local = TypeReading.value(body, spaces);
      if (locals.size() + count > 0xffff_ffffL) {
        throw new InvalidCodeException(start, "too many locals");
      }
      if (locals.size() + count > MAXIMUM) {
        throw InvalidCodeException.limit(start, "locals", MAXIMUM);
      }
      locals.addAll(Collections.nCopies((int) count, local));
    }
    return locals.toArray(new ValueType[0]);
  }
}
