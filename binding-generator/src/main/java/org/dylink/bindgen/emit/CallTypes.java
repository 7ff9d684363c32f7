package org.dylink.bindgen.emit;

import java.util.Set;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.NumberKind;

/** Chooses the type in Java of what functions of C take and return. */
final class CallTypes {
  private static final Set<String> ARGUMENT_LISTS =
      Set.of("va_list", "__builtin_va_list", "__gnuc_va_list");
  static final String BY_ADDRESS = "@ByAddress";
  private static final JavaValue POINTER = JavaValue.of("Pointer");

  private final RecordPlans records;

  CallTypes(RecordPlans records) {
    this.records = records;
  }

  /** Whether it is a list of variable arguments, however it is named. */
  static boolean isArgumentList(CType type) {
    if (type instanceof CType.Alias alias) {
      return ARGUMENT_LISTS.contains(alias.name()) || isArgumentList(alias.target());
    }
    return type instanceof CType.Const constant && isArgumentList(constant.target());
  }

  /** Whether a struct is among what C passes by an address, for no reason that a record shows. */
  boolean isIrregular(CType type) throws LeftOutException {
    return type.bare() instanceof CType.RecordOf struct && records.of(struct, "").irregular();
  }

  /**
   * What is passed as it is, by functions as by callbacks: numbers, structs, addresses.
   *
   * @throws LeftOutException for what Java has no type for
   */
  JavaValue plain(CType type) throws LeftOutException {
    CType bare = type.bare();
    if (bare instanceof CType.Arithmetic number) {
      return number(number.kind());
    } else if (bare instanceof CType.EnumOf) {
      return JavaValue.of("int");
    } else if (bare instanceof CType.RecordOf struct) {
      return JavaValue.of(records.of(struct, "").name());
    } else if (bare instanceof CType.Unknown unknown) {
      throw new LeftOutException(unknown.text() + " has no type in Java");
    }
    return POINTER;
  }

  /** The elements of an array that is passed; null for what Java copies no arrays of. */
  static String element(CType type) {
    CType bare = type.bare();
    if (bare instanceof CType.EnumOf) {
      return "int";
    } else if (bare instanceof CType.Arithmetic number) {
      return element(number.kind());
    }
    return null;
  }

  private static String element(NumberKind kind) {
    return switch (kind) {
      case BOOL, CHAR, UNSIGNED_CHAR -> "byte";
      case SHORT, UNSIGNED_SHORT -> "short";
      case INT, UNSIGNED_INT -> "int";
      case LONG_LONG, UNSIGNED_LONG_LONG -> "long";
      case FLOAT -> "float";
      case DOUBLE -> "double";
    };
  }

  private static JavaValue number(NumberKind kind) {
    return switch (kind) {
      case BOOL -> JavaValue.of("boolean");
      case CHAR -> JavaValue.of("byte");
      case UNSIGNED_CHAR -> JavaValue.of("int").with("@Unsigned(8)");
      case SHORT -> JavaValue.of("short");
      case UNSIGNED_SHORT -> JavaValue.of("int").with("@Unsigned(16)");
      case INT -> JavaValue.of("int");
      case UNSIGNED_INT -> JavaValue.of("int").with("@Unsigned");
      case LONG_LONG -> JavaValue.of("long");
      case UNSIGNED_LONG_LONG -> JavaValue.of("long").with("@Unsigned");
      case FLOAT -> JavaValue.of("float");
      case DOUBLE -> JavaValue.of("double");
    };
  }
}
