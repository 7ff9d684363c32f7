package org.dylink.spectest.text;

import java.util.List;
import java.util.Map;
import org.dylink.testing.Bytes;

/** Writes types of values and references (WebAssembly Core, Text Format, Types). */
final class TypeWriter {
  private static final int REFERENCE = 0x64;
  private static final int NULLABLE_REFERENCE = 0x63;
  private static final Map<String, Integer> NUMBERS =
      Map.of("i32", 0x7f, "i64", 0x7e, "f32", 0x7d, "f64", 0x7c, "v128", 0x7b);
  private static final Map<String, Integer> PACKED = Map.of("i8", 0x78, "i16", 0x77);
  private static final Map<String, Integer> HEAP_TYPES =
      Map.ofEntries(
          Map.entry("noexn", 0x74),
          Map.entry("nofunc", 0x73),
          Map.entry("noextern", 0x72),
          Map.entry("none", 0x71),
          Map.entry("func", 0x70),
          Map.entry("extern", 0x6f),
          Map.entry("any", 0x6e),
          Map.entry("eq", 0x6d),
          Map.entry("i31", 0x6c),
          Map.entry("struct", 0x6b),
          Map.entry("array", 0x6a),
          Map.entry("exn", 0x69));
  private static final Map<String, String> SHORT =
      Map.of(
          "nullref", "none",
          "nullfuncref", "nofunc",
          "nullexternref", "noextern",
          "nullexnref", "noexn",
          "anyfunc", "func");

  private final Names types;

  TypeWriter(Names types) {
    this.types = types;
  }

  /** Whether it is the type of references. */
  static boolean isReference(Expression type) {
    return type.is("ref") || (type.isWord() && HEAP_TYPES.containsKey(referred(type.text())));
  }

  private static String referred(String shortName) {
    String heapType = SHORT.get(shortName);
    boolean isShort = heapType == null && shortName.endsWith("ref");
    return isShort ? shortName.substring(0, shortName.length() - 3) : String.valueOf(heapType);
  }

  /** What references of a type refer to. */
  static Expression heapType(Expression type) {
    return type.isList()
        ? type.item(type.items().size() - 1)
        : new Expression(type.line(), referred(type.word()), false, null);
  }

  /** Whether null is among the references of a type. */
  static boolean isNullable(Expression type) {
    return !type.isList() || type.items().size() > 2;
  }

  void value(Expression type, Bytes to) {
    if (type.isWord() && NUMBERS.containsKey(type.text())) {
      to.u8(NUMBERS.get(type.text()));
    } else if (type.is("ref")) {
      to.u8(isNullable(type) ? NULLABLE_REFERENCE : REFERENCE);
      heap(heapType(type), to);
    } else if (isReference(type)) {
      heap(heapType(type), to);
    } else {
      throw type.unknown();
    }
  }

  void heap(Expression type, Bytes to) {
    if (Names.isReference(type)) {
      to.s64(types.of(type));
    } else if (HEAP_TYPES.containsKey(type.word())) {
      to.u8(HEAP_TYPES.get(type.text()));
    } else {
      throw type.unknown();
    }
  }

  void values(List<Expression> values, Bytes to) {
    to.u32(values.size());
    values.forEach(each -> value(each, to));
  }

  /** Such as {@code i8} or {@code (mut i32)}. */
  void field(Expression type, Bytes to) {
    boolean mutable = type.is("mut");
    Expression stored = mutable ? type.item(1) : type;
    if (stored.isWord() && PACKED.containsKey(stored.text())) {
      to.u8(PACKED.get(stored.text()));
    } else {
      value(stored, to);
    }
    to.u8(mutable ? 1 : 0);
  }
}
