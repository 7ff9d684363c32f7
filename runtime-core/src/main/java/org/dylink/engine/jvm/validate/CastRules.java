package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.I32;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.format.HeapType;
import org.dylink.format.ValueType;

/** Casts, and small integers (WebAssembly Core, Validation, Reference Instructions). */
final class CastRules {
  private static final ValueType EQREF = HeapType.Abstract.EQ.nullable();

  private CastRules() {}

  static void equal(Typing to, Instruction each) {
    to.pop(EQREF);
    to.pop(EQREF);
    to.push(I32);
  }

  static void test(Typing to, Instruction each) {
    to.pop(each.type.heapType().top().nullable());
    to.push(I32);
  }

  static void cast(Typing to, Instruction each) {
    to.pop(each.type.heapType().top().nullable());
    to.push(each.type);
  }

  static void branch(Typing to, Instruction each) {
    requireDown(to, each);
    passBy(to, each, each.type, without(each));
  }

  static void branchOnFailure(Typing to, Instruction each) {
    requireDown(to, each);
    passBy(to, each, without(each), each.type);
  }

  private static void requireDown(Typing to, Instruction each) {
    to.requireSubtype(each.source, each.type);
  }

  /** What is left of the source where the cast fails. */
  private static ValueType without(Instruction each) {
    return each.type.isNullable() ? each.source.withoutNull() : each.source;
  }

  private static void passBy(Typing to, Instruction each, ValueType taken, ValueType left) {
    Block target = to.name(to.label(each.index).block());
    to.requireSubtype(BranchRules.lastReference(to, target), taken);
    to.pop(each.source);
    BranchRules.passBy(to, target);
    to.push(left);
  }

  static void internalize(Typing to, Instruction each) {
    convert(to, ValueType.EXTERNREF, HeapType.Abstract.ANY);
  }

  static void externalize(Typing to, Instruction each) {
    convert(to, HeapType.Abstract.ANY.nullable(), HeapType.Abstract.EXTERN);
  }

  private static void convert(Typing to, ValueType from, HeapType result) {
    ValueType found = to.popAny(from);
    boolean isNullable = found != null && found.isNullable();
    to.push(isNullable ? result.nullable() : result.notNull());
  }

  static void makeInteger(Typing to, Instruction each) {
    to.pop(I32);
    to.push(HeapType.Abstract.I31.notNull());
  }

  static void getInteger(Typing to, Instruction each) {
    to.pop(HeapType.Abstract.I31.nullable());
    to.push(I32);
  }
}
