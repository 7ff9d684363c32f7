package org.dylink.machine.ir;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.AddressType;
import org.dylink.machine.ir.FunctionText.Value;

/** Instructions on memories and tables as a whole. */
final class BulkText {
  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final Accesses accesses;
  private final CallText calls;

  BulkText(FunctionText text, Values values, Body body, Accesses accesses, CallText calls) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.accesses = accesses;
    this.calls = calls;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    int index = body.index(at);
    int second = body.second(at);
    switch (body.opcode(at)) {
      case MEMORY_SIZE -> memorySize(at);
      case MEMORY_GROW -> give(at, calls.service(Service.MEMORY_GROW, second, values.pop()));
      case MEMORY_COPY -> memoryCopy(index, second);
      case MEMORY_FILL -> memoryFill(second);
      case MEMORY_INIT -> ask(Service.MEMORY_INIT, second, index);
      case DATA_DROP -> calls.service(Service.DATA_DROP, index);
      case TABLE_SIZE -> tableSize(at);
      case TABLE_GROW -> tableGrow(at);
      case TABLE_FILL -> tableFill(index);
      case TABLE_COPY -> ask(Service.TABLE_COPY, index, second);
      case TABLE_INIT -> ask(Service.TABLE_INIT, second, index);
      case ELEM_DROP -> calls.service(Service.ELEM_DROP, index);
      default -> {
        return false;
      }
    }
    return true;
  }

  // A size, of the type that addresses have there.
  private void give(int at, Value answer) {
    boolean isWide = body.addressType(at) == AddressType.I64;
    values.push(isWide ? answer : text.give("i32", "trunc " + answer + " to i32"));
  }

  private void ask(Service service, int first, int second) {
    Value size = values.pop();
    Value source = values.pop();
    Value target = values.pop();
    calls.service(service, first, second, target, source, size);
  }

  private void memorySize(int at) {
    Value size = accesses.size(body.second(at));
    give(at, text.give("i64", "lshr " + size + ", 16"));
  }

  private void memoryCopy(int target, int source) {
    Value size = accesses.wide(values.pop());
    Value from = accesses.wide(values.pop());
    Value to = accesses.wide(values.pop());
    Value sourceAt = accesses.range(source, from, size);
    Value targetAt = accesses.range(target, to, size);
    Value copy = text.word("%t", ThreadLayout.MEMMOVE, "ptr");
    text.line(text.callOfC("ptr", copy.name(), targetAt + ", " + sourceAt + ", " + size));
  }

  private void memoryFill(int memory) {
    Value size = accesses.wide(values.pop());
    Value value = values.pop();
    Value to = accesses.wide(values.pop());
    Value at = accesses.range(memory, to, size);
    Value fill = text.word("%t", ThreadLayout.MEMSET, "ptr");
    text.line(text.callOfC("ptr", fill.name(), at + ", " + value + ", " + size));
  }

  private void tableSize(int at) {
    give(at, calls.size(body.index(at)));
  }

  private void tableGrow(int at) {
    Value more = values.pop();
    Value reference = values.pop();
    give(at, calls.service(Service.TABLE_GROW, body.index(at), reference, more));
  }

  private void tableFill(int table) {
    Value size = values.pop();
    Value reference = values.pop();
    Value index = values.pop();
    calls.service(Service.TABLE_FILL, table, index, reference, size);
  }
}
