package org.dylink.bindgen.emit;

import java.util.List;
import java.util.regex.Pattern;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CParameter;
import org.dylink.bindgen.c.CType;
import org.dylink.bindgen.c.NumberKind;

/** What the names of parameters tell of those before them: that they are bytes, and how many. */
final class ByteCounts {
  private static final Pattern COUNT =
      Pattern.compile("(?i).*(len|length|size|count|bytes|capacity|sz)|n");

  private static final Pattern SIZE = Pattern.compile("(?i).*(len|length|size|bytes|capacity|sz)");

  private ByteCounts() {}

  /**
   * Whether text may be bytes, as one of the numbers behind it is named as a count of them; or what
   * a {@code void *} points to, as the next one is.
   */
  static boolean mayBeBytes(CFunction function, int index) {
    List<CParameter> all = function.parameters();
    if (!(all.get(index).type().bare() instanceof CType.PointerTo pointer)) {
      return false;
    }
    List<CParameter> behind = all.subList(index + 1, all.size());
    boolean isAny = pointer.target().bare() instanceof CType.Nothing;
    return isAny
        ? behind.stream().limit(1).anyMatch(ByteCounts::isSize)
        : isText(pointer.target()) && behind.stream().anyMatch(ByteCounts::isCount);
  }

  /** Whether bytes are followed by their count: a number without a sign that is named so. */
  static boolean isSized(CFunction function, int index, JavaValue value) {
    if (!value.type().equals("byte[]") || index + 1 == function.parameters().size()) {
      return false;
    }
    CParameter next = function.parameters().get(index + 1);
    CType type = next.type().bare();
    CType number = type instanceof CType.PointerTo pointer ? pointer.target().bare() : type;
    return COUNT.matcher(next.name()).matches()
        && number instanceof CType.Arithmetic count
        && count.kind() == NumberKind.UNSIGNED_INT;
  }

  static boolean isText(CType target) {
    return target.isConst() && isCharacter(target);
  }

  static boolean isCharacter(CType type) {
    return type.bare() instanceof CType.Arithmetic number && number.kind() == NumberKind.CHAR;
  }

  // Not a count: that may be one of calls with what a void * is handed on to.
  private static boolean isSize(CParameter parameter) {
    return SIZE.matcher(parameter.name()).matches() && isInt(parameter.type());
  }

  private static boolean isCount(CParameter parameter) {
    return COUNT.matcher(parameter.name()).matches() && isInt(parameter.type());
  }

  private static boolean isInt(CType type) {
    return type.bare() instanceof CType.Arithmetic number
        && (number.kind() == NumberKind.INT || number.kind() == NumberKind.UNSIGNED_INT);
  }
}
