package org.dylink.bindgen.emit;

import org.dylink.bindgen.c.CField;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.Extent;
import org.dylink.bindgen.c.NumberKind;

/** Chooses the type that a record's component has in Java. */
final class ComponentTypes {
  private final RecordPlans plans;

  ComponentTypes(RecordPlans plans) {
    this.plans = plans;
  }

  /**
   * The component of a member that is no bit-field.
   *
   * @param owner names what has no name in it
   */
  Component of(String name, CField field, String owner) throws LeftOutException {
    CType type = field.type().bare();
    Extent extent = plans.layouts().of(type).orElseThrow();
    String note = type instanceof CType.PointerTo ? field.text() : "";
    if (type instanceof CType.Arithmetic number) {
      return new Component(name, java(number.kind()), 0, extent, note);
    } else if (type instanceof CType.EnumOf) {
      return new Component(name, "int", 0, extent, field.text());
    } else if (type instanceof CType.PointerTo) {
      return new Component(name, "Pointer", 0, extent, note);
    } else if (type instanceof CType.RecordOf struct) {
      RecordPlan plan = plans.of(struct, owner + "_" + name);
      return new Component(name, plan.name(), 0, extent, note);
    }
    return array(name, type, extent, field.text());
  }

  /** A number of some bytes. */
  static Component number(String name, int size) {
    return new Component(name, primitive(size), 0, new Extent(size, size), "");
  }

  /** Bytes that a record has no better type for. */
  Component storage(String name, Extent extent, String note) throws LeftOutException {
    if (extent.size() == 0) {
      throw new LeftOutException("there is nothing in it");
    }
    int element = extent.alignment();
    return new Component(name, primitive(element) + "[]", extent.size() / element, extent, note);
  }

  /** Whether C passes a type, or a struct that has it, by an address for more than its size. */
  boolean isIrregular(CType type) throws LeftOutException {
    CType bare = type.bare();
    if (bare instanceof CType.ArrayOf array) {
      return isIrregular(array.element());
    }
    return bare instanceof CType.RecordOf struct && plans.of(struct, "").irregular();
  }

  private Component array(String name, CType type, Extent extent, String text)
      throws LeftOutException {
    CType element = type;
    while (element instanceof CType.ArrayOf array) {
      element = array.element().bare();
    }
    if (extent.size() == 0) {
      return new Component(name, "byte[]", 0, extent, text);
    } else if (element instanceof CType.Arithmetic number) {
      boolean isText =
          number.kind() == NumberKind.CHAR
              && !(((CType.ArrayOf) type).element().bare() instanceof CType.ArrayOf);
      String java = number.kind() == NumberKind.BOOL ? "byte" : java(number.kind());
      long count = extent.size() / number.kind().size();
      return new Component(name, isText ? "String" : java + "[]", count, extent, "");
    }
    return storage(name, extent, text);
  }

  private static String java(NumberKind kind) {
    return switch (kind) {
      case BOOL -> "boolean";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      default -> primitive(kind.size());
    };
  }

  private static String primitive(int size) {
    return switch (size) {
      case 1 -> "byte";
      case 2 -> "short";
      case 4 -> "int";
      default -> "long";
    };
  }
}
