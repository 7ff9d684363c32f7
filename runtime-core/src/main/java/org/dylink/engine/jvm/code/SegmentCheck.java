package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.ConstantExpression;
import org.dylink.format.DataSegment;
import org.dylink.format.ElementSegment;
import org.dylink.format.ElementSegment.Mode;
import org.dylink.format.ModuleBytes;
import org.dylink.format.ValueType;

/** Checks element and data segments (WebAssembly Core, Validation, Modules). */
final class SegmentCheck {
  private final ModuleBytes bytes;
  private final IndexSpaces spaces;

  SegmentCheck(IndexSpaces spaces) {
    this.bytes = spaces.module().bytes();
    this.spaces = spaces;
  }

  List<Elements> elements() {
    List<Elements> segments = new ArrayList<>();
    for (ElementSegment each : spaces.module().elements()) {
      segments.add(check(each));
    }
    return segments;
  }

  private Elements check(ElementSegment segment) {
    ValueType type = segment.type();
    InitialValue offset = null;
    if (segment.mode() == Mode.ACTIVE) {
      checkTable(segment.start(), segment.table(), type);
      AddressType indexes = spaces.table((int) segment.table()).addressType();
      offset = offset(segment.offset(), indexes);
    }
    boolean hasExpressions = segment.expressions() != null;
    return new Elements(
        segment.mode(),
        type,
        (int) segment.table(),
        offset,
        hasExpressions ? null : functions(segment),
        hasExpressions ? values(segment.expressions(), type) : null);
  }

  private void checkTable(int start, long table, ValueType type) {
    if (table >= spaces.tableCount()) {
      throw new InvalidCodeException(start, "unknown table " + table);
    }
    ValueType expected = spaces.table((int) table).element();
    if (!type.isSubtypeOf(expected)) {
      throw new InvalidCodeException(
          start, "type mismatch: expected " + expected + ", found " + type);
    }
  }

  private List<Integer> functions(ElementSegment segment) {
    CodeCursor items = new CodeCursor(bytes, segment.itemsAt(), bytes.size());
    List<Integer> functions = new ArrayList<>(segment.size());
    for (int i = 0; i < segment.size(); i++) {
      int function = items.index("function", spaces.functionCount());
      spaces.noteReferable(function);
      functions.add(function);
    }
    return functions;
  }

  private List<InitialValue> values(List<ConstantExpression> expressions, ValueType type) {
    List<InitialValue> values = new ArrayList<>(expressions.size());
    for (ConstantExpression each : expressions) {
      values.add(InitialValue.check(each, spaces, type, spaces.globalCount()));
    }
    return values;
  }

  List<DataRange> data() {
    List<DataRange> segments = new ArrayList<>();
    for (DataSegment each : spaces.module().data()) {
      segments.add(check(each));
    }
    return segments;
  }

  private DataRange check(DataSegment segment) {
    if (segment.isActive() && segment.memory() >= spaces.memoryCount()) {
      throw unknownMemory(segment);
    }
    int memory = (int) segment.memory();
    InitialValue offset =
        segment.isActive() ? offset(segment.offset(), spaces.memory(memory).addressType()) : null;
    return new DataRange(memory, segment.from(), segment.size(), offset);
  }

  // A kind and, where it is another memory than the first, that memory's number come first.
  private InvalidCodeException unknownMemory(DataSegment segment) {
    CodeCursor head = new CodeCursor(bytes, segment.start(), bytes.size());
    if (head.u32("segment kind") == 0) {
      return head.error("unknown memory 0");
    }
    int count = spaces.memoryCount();
    return InvalidCodeException.unknown(head.offset(), "memory", (int) segment.memory(), count);
  }

  private InitialValue offset(ConstantExpression expression, AddressType addresses) {
    return InitialValue.check(expression, spaces, addresses.valueType(), spaces.globalCount());
  }
}
