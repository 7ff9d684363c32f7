package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.engine.jvm.run.call.EntryPoint;
import org.dylink.engine.jvm.run.call.GuestFrames;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.format.DefinedType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * Names of generated classes and methods, as stack traces and profilers show them: {@code
 * wasm.libz.so$17.inflate}. All follow from the module's own names, so that classes can be kept.
 */
public final class ClassNames {
  static final String STATE = of(InstanceState.class);
  static final String FUNCTION = of(JvmFunction.class);
  static final String ENTRY_POINT = of(EntryPoint.class);

  /** The typed method of an entry point: a name that no function's method has. */
  static final String CALL = "(call)";

  /** The typed method of an entry point for callers that end in the call. */
  static final String TAIL = "(tail)";

  /** As a static method, the entry point comes behind the arguments. */
  static final String DISPATCH_TAIL = "dispatchTail";

  /** Where the classes of signatures are. */
  static final String TYPES = "wasm.type.";

  private static final String SIGNATURES = "wasm/type/";
  private static final String LETTERS = "IJFDVnrxaRXAQTSYE"; // of the types that have a code
  private static final int LONGEST = 1_000;

  private ClassNames() {}

  /** The internal name of a class that generated code calls. */
  static String of(Class<?> called) {
    return called.getName().replace('.', '/');
  }

  /** A text that is short enough for a class. */
  public static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The start of the internal names of a module's classes. */
  public static String prefix(String moduleName) {
    StringBuilder name = new StringBuilder("wasm/");
    for (int i = 0; i < Math.min(moduleName.length(), LONGEST); i++) {
      char c = moduleName.charAt(i);
      // A dot parts packages, so that libz.so is the class so in wasm.libz.
      boolean parts = c == '.' && i > 0 && i < moduleName.length() - 1;
      boolean plain = Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+';
      name.append(plain ? c : parts && name.charAt(name.length() - 1) != '/' ? '/' : '_');
    }
    return name.append(GuestFrames.SEPARATOR).toString();
  }

  /** A method's name: the function's, less what the JVM does not allow, and what is taken. */
  public static String method(String functionName) {
    if (functionName.isEmpty()) {
      return "_";
    }
    StringBuilder name = new StringBuilder();
    for (char c : cut(functionName).toCharArray()) {
      name.append(
          switch (c) {
            case '.', ';', '/' -> '_';
            case '<', '[' -> '(';
            case '>', ']' -> ')';
            default -> c;
          });
    }
    String made = name.toString();
    return made.equals(CALL) || made.equals(TAIL) ? name.append('_').toString() : name.toString();
  }

  /**
   * The class of a signature: types by letter, so that the name alone tells the type, or, where
   * these do not tell it, by a digest.
   */
  static String signature(FunctionType type) {
    if (!isPlain(type)) {
      return SIGNATURES + DefinedType.of(type).digest();
    }
    StringBuilder name = new StringBuilder(SIGNATURES);
    type.params().forEach(param -> name.append(letter(param)));
    name.append('_');
    type.results().forEach(result -> name.append(letter(result)));
    return name.toString();
  }

  /** Whether the name of a type's class tells the type. */
  static boolean isPlain(FunctionType type) {
    return type.definition() == null && areCoded(type.params()) && areCoded(type.results());
  }

  private static boolean areCoded(List<ValueType> types) {
    for (ValueType type : types) {
      if (type.code() < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a class is that of a signature. */
  public static boolean isSignature(String className) {
    return className.startsWith(TYPES);
  }

  private static char letter(ValueType type) {
    return LETTERS.charAt(ValueType.coded().indexOf(type));
  }

  /** The type whose letter it is. */
  static ValueType typeOf(char letter) {
    return ValueType.coded().get(LETTERS.indexOf(letter));
  }
}
