package org.dylink.engine.jvm.validate;

import java.util.List;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.FieldType;
import org.dylink.format.ValueType;

/** Structs (WebAssembly Core, Validation, Aggregate Reference Instructions). */
final class StructRules {
  private StructRules() {}

  static void make(Typing to, Instruction each) {
    List<FieldType> fields = to.spaces().struct(each.index).fields();
    for (int i = fields.size() - 1; i >= 0; i--) {
      to.pop(fields.get(i).value());
    }
    to.push(to.spaces().definition(each.index).notNull());
  }

  static void makeDefault(Typing to, Instruction each) {
    for (FieldType field : to.spaces().struct(each.index).fields()) {
      requireDefault(to, field);
    }
    to.push(to.spaces().definition(each.index).notNull());
  }

  static void requireDefault(Typing to, FieldType field) {
    if (!field.value().isDefaultable()) {
      throw to.error("type mismatch: " + field + " has no default");
    }
  }

  static void get(Typing to, Instruction each) {
    FieldType field = field(to, each);
    boolean isPlain = each.opcode == Opcode.STRUCT_GET;
    requireExtension(to, field, isPlain);
    popStruct(to, each);
    to.push(field.value());
  }

  static void requireExtension(Typing to, FieldType field, boolean isPlain) {
    if (field.isPacked() == isPlain) {
      throw to.error(
          isPlain
              ? "type mismatch: " + field + " is packed, and needs an extension"
              : "type mismatch: " + field + " is not packed");
    }
  }

  static void set(Typing to, Instruction each) {
    FieldType field = field(to, each);
    requireMutable(to, field, "immutable field " + each.second);
    to.pop(field.value());
    popStruct(to, each);
  }

  static void requireMutable(Typing to, FieldType field, String rule) {
    if (!field.mutable()) {
      throw to.error(rule);
    }
  }

  private static FieldType field(Typing to, Instruction each) {
    return to.spaces().struct(each.index).fields().get(each.second);
  }

  private static void popStruct(Typing to, Instruction each) {
    ValueType struct = to.spaces().definition(each.index).nullable();
    to.pop(struct);
  }
}
