package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.I32;

import org.dylink.engine.jvm.code.Instruction;
import org.dylink.format.DefinedType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/** Variables, references, tables, and choosing between values. */
final class ValueRules {
  private ValueRules() {}

  static void select(Typing to, Instruction each) {
    to.pop(I32);
    ValueType first = to.pop();
    ValueType second = to.pop(first);
    ValueType type = first == null ? second : first;
    if (type != null && type.isReference()) {
      throw to.error("type mismatch: expected a number, found " + type);
    }
    to.push(type);
  }

  static void selectTyped(Typing to, Instruction each) {
    to.pop(I32);
    to.pop(each.type);
    to.pop(each.type);
    to.push(each.type);
  }

  static void getLocal(Typing to, Instruction each) {
    ValueType type = to.local(each.index);
    to.initialized().require(to, each.index);
    to.push(type);
  }

  static void setLocal(Typing to, Instruction each) {
    to.pop(to.local(each.index));
    to.initialized().note(each.index);
  }

  static void setAndGet(Typing to, Instruction each) {
    ValueType type = to.local(each.index);
    to.pop(type);
    to.initialized().note(each.index);
    to.push(type);
  }

  static void setGlobal(Typing to, Instruction each) {
    GlobalType global = to.spaces().global(each.index);
    if (!global.mutable()) {
      throw to.error("immutable global " + each.index);
    }
    to.pop(global.value());
  }

  static void isNull(Typing to, Instruction each) {
    to.popReference();
    to.push(I32);
  }

  static void referFunction(Typing to, Instruction each) {
    if (!to.spaces().isReferable(each.index)) {
      throw to.error("undeclared function reference " + each.index);
    }
    to.push(DefinedType.of(to.spaces().function(each.index)).notNull());
  }

  static void requireReference(Typing to, Instruction each) {
    ValueType type = to.popReference();
    to.push(type == null ? null : type.withoutNull());
  }

  static void getElement(Typing to, Instruction each) {
    to.pop(to.indexes(each.index));
    to.push(to.table(each.index));
  }

  static void setElement(Typing to, Instruction each) {
    to.pop(to.table(each.index));
    to.pop(to.indexes(each.index));
  }

  static void growTable(Typing to, Instruction each) {
    to.pop(to.indexes(each.index));
    to.pop(to.table(each.index));
    to.push(to.indexes(each.index));
  }

  static void fillTable(Typing to, Instruction each) {
    to.pop(to.indexes(each.index));
    to.pop(to.table(each.index));
    to.pop(to.indexes(each.index));
  }

  static void initTable(Typing to, Instruction each) {
    to.requireSubtype(to.table(each.second), to.spaces().elementType(each.index));
  }

  static void copyTable(Typing to, Instruction each) {
    to.requireSubtype(to.table(each.index), to.table(each.second));
    popCopied(to, to.indexes(each.index), to.indexes(each.second));
  }

  static void copyMemory(Typing to, Instruction each) {
    ValueType target = to.spaces().memory(each.index).addressType().valueType();
    ValueType source = to.spaces().memory(each.second).addressType().valueType();
    popCopied(to, target, source);
  }

  // No more is copied than either of them can name.
  private static void popCopied(Typing to, ValueType target, ValueType source) {
    to.pop(target == I32 ? target : source);
    to.pop(source);
    to.pop(target);
  }
}
