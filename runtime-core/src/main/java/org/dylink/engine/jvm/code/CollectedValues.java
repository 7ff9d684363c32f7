package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;
import org.dylink.format.HeapType;
import org.dylink.format.ValueType;

/** Structs, arrays and small integers in constant expressions. */
final class CollectedValues {
  private static final ValueType ANYREF = HeapType.Abstract.ANY.nullable();

  private CollectedValues() {}

  static void check(Instruction each, Deque<ValueType> stack) {
    switch (each.opcode) {
      case REF_I31 -> {
        pop(each, stack, ValueType.I32);
        stack.push(HeapType.Abstract.I31.notNull());
      }
      case ANY_CONVERT_EXTERN -> convert(each, stack, ValueType.EXTERNREF, HeapType.Abstract.ANY);
      default -> convert(each, stack, ANYREF, HeapType.Abstract.EXTERN);
    }
  }

  private static void convert(
      Instruction each, Deque<ValueType> stack, ValueType from, HeapType result) {
    ValueType found = pop(each, stack, from);
    stack.push(found.isNullable() ? result.nullable() : result.notNull());
  }

  static void check(Instruction each, Deque<ValueType> stack, IndexSpaces spaces) {
    List<FieldType> fields = operands(each, spaces);
    switch (each.opcode) {
      case STRUCT_NEW_DEFAULT -> requireDefaults(each, spaces.struct(each.index).fields());
      case ARRAY_NEW_DEFAULT -> {
        requireDefaults(each, List.of(spaces.element(each.index)));
        pop(each, stack, ValueType.I32);
      }
      case ARRAY_NEW -> pop(each, stack, ValueType.I32);
      default -> {}
    }
    for (int i = fields.size() - 1; i >= 0; i--) {
      pop(each, stack, fields.get(i).value());
    }
    stack.push(spaces.definition(each.index).notNull());
  }

  /** What is taken beside a size. */
  private static List<FieldType> operands(Instruction each, IndexSpaces spaces) {
    return switch (each.opcode) {
      case STRUCT_NEW -> spaces.struct(each.index).fields();
      case ARRAY_NEW -> List.of(spaces.element(each.index));
      case ARRAY_NEW_FIXED -> {
        // Each is an instruction, and so at least a byte of the file.
        if (each.second < 0 || each.second > spaces.module().bytes().size()) {
          throw new InvalidCodeException(each.offset, "type mismatch: too few elements");
        }
        yield Collections.nCopies(each.second, spaces.element(each.index));
      }
      default -> List.of();
    };
  }

  private static void requireDefaults(Instruction each, List<FieldType> fields) {
    for (FieldType field : fields) {
      if (!field.value().isDefaultable()) {
        throw new InvalidCodeException(each.offset, "type mismatch: " + field + " has no default");
      }
    }
  }

  private static ValueType pop(Instruction each, Deque<ValueType> stack, ValueType expected) {
    ValueType found = stack.poll();
    if (found == null || !found.isSubtypeOf(expected)) {
      throw new InvalidCodeException(
          each.offset, "type mismatch: expected " + expected + ", found " + found);
    }
    return found;
  }

  /** Takes what an instruction needs off the values, and makes what it makes. */
  static Object make(
      Instruction each,
      List<Object> values,
      InitialValue.Environment environment,
      IndexSpaces spaces) {
    DefinedType type = spaces.definition(each.index);
    return switch (each.opcode) {
      case STRUCT_NEW_DEFAULT -> environment.struct(type, null);
      case STRUCT_NEW -> environment.struct(type, take(values, operands(each, spaces).size()));
      case ARRAY_NEW_FIXED -> environment.array(type, take(values, each.second));
      case ARRAY_NEW_DEFAULT -> environment.array(type, (Integer) take(values, 1).get(0), null);
      default -> {
        List<Object> taken = take(values, 2);
        yield environment.array(type, (Integer) taken.get(1), taken.get(0));
      }
    };
  }

  private static List<Object> take(List<Object> values, int count) {
    List<Object> top = values.subList(values.size() - count, values.size());
    List<Object> taken = new ArrayList<>(top);
    top.clear();
    return taken;
  }
}
