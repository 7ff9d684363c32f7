package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.ElementSegment.Mode;
import org.dylink.format.ValueType;

/**
 * An element segment that is valid (WebAssembly Core, Structure, Element Segments). Its functions
 * are given by index, or by expressions.
 *
 * @param mode active segments are copied when the instance starts, declared ones hold nothing
 * @param table the table of an active segment
 * @param offset where an active segment goes; else null
 * @param functions indexes of functions, or null where there are expressions
 */
public record Elements(
    Mode mode,
    ValueType type,
    int table,
    InitialValue offset,
    List<Integer> functions,
    List<InitialValue> expressions) {
  /** How many elements it has. */
  public int size() {
    return functions != null ? functions.size() : expressions.size();
  }
}
