package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.I32;

import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.FieldType;
import org.dylink.format.HeapType;

/** Arrays (WebAssembly Core, Validation, Aggregate Reference Instructions). */
final class ArrayRules {
  private ArrayRules() {}

  private static FieldType element(Typing to, Instruction each) {
    return to.spaces().element(each.index);
  }

  private static void pushArray(Typing to, Instruction each) {
    to.push(to.spaces().definition(each.index).notNull());
  }

  private static void popArray(Typing to, int type) {
    to.pop(to.spaces().definition(type).nullable());
  }

  private static void requireMutable(Typing to, Instruction each) {
    StructRules.requireMutable(to, element(to, each), "immutable array");
  }

  static void make(Typing to, Instruction each) {
    to.pop(I32);
    to.pop(element(to, each).value());
    pushArray(to, each);
  }

  static void makeDefault(Typing to, Instruction each) {
    StructRules.requireDefault(to, element(to, each));
    to.pop(I32);
    pushArray(to, each);
  }

  static void makeFixed(Typing to, Instruction each) {
    for (long left = Integer.toUnsignedLong(each.second); left > 0; left--) {
      to.pop(element(to, each).value());
      if (to.isAny()) {
        break; // what is missing may be of any type
      }
    }
    pushArray(to, each);
  }

  static void makeOfData(Typing to, Instruction each) {
    requireNumber(to, each);
    makeOfSegment(to, each);
  }

  private static void makeOfSegment(Typing to, Instruction each) {
    to.pop(I32);
    to.pop(I32);
    pushArray(to, each);
  }

  private static void requireNumber(Typing to, Instruction each) {
    if (element(to, each).value().isReference()) {
      throw to.error("type mismatch: array type is not numeric or vector");
    }
  }

  static void makeOfElements(Typing to, Instruction each) {
    requireElements(to, each);
    makeOfSegment(to, each);
  }

  private static void requireElements(Typing to, Instruction each) {
    to.requireSubtype(element(to, each).value(), to.spaces().elementType(each.second));
  }

  static void get(Typing to, Instruction each) {
    StructRules.requireExtension(to, element(to, each), each.opcode == Opcode.ARRAY_GET);
    to.pop(I32);
    popArray(to, each.index);
    to.push(element(to, each).value());
  }

  static void set(Typing to, Instruction each) {
    requireMutable(to, each);
    to.pop(element(to, each).value());
    to.pop(I32);
    popArray(to, each.index);
  }

  static void length(Typing to, Instruction each) {
    to.pop(HeapType.Abstract.ARRAY.nullable());
    to.push(I32);
  }

  static void fill(Typing to, Instruction each) {
    requireMutable(to, each);
    to.pop(I32);
    to.pop(element(to, each).value());
    to.pop(I32);
    popArray(to, each.index);
  }

  static void copy(Typing to, Instruction each) {
    requireMutable(to, each);
    FieldType target = element(to, each);
    FieldType source = to.spaces().element(each.second);
    if (target.packedBytes() != source.packedBytes()
        || !source.value().isSubtypeOf(target.value())) {
      throw to.error("array types do not match: expected " + target + ", found " + source);
    }
    to.pop(I32);
    to.pop(I32);
    popArray(to, each.second);
    to.pop(I32);
    popArray(to, each.index);
  }

  static void initOfData(Typing to, Instruction each) {
    requireMutable(to, each);
    requireNumber(to, each);
    popRanges(to, each);
  }

  static void initOfElements(Typing to, Instruction each) {
    requireMutable(to, each);
    requireElements(to, each);
    popRanges(to, each);
  }

  private static void popRanges(Typing to, Instruction each) {
    to.pop(I32);
    to.pop(I32);
    to.pop(I32);
    popArray(to, each.index);
  }
}
