package org.dylink.bindgen.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Makes names of Java from those of C. For one thread. */
final class JavaNames {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{Alnum}]+");

  // What the generated file names; and what a reader takes for a class of java.lang.
  private static final Set<String> TAKEN_TYPES =
      Set.of(
          "Appendable",
          "AutoCloseable",
          "Binding",
          "Boolean",
          "ByAddress",
          "Byte",
          "Callback",
          "Character",
          "Class",
          "Cloneable",
          "Comparable",
          "Compiler",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "In",
          "InOut",
          "Integer",
          "Iterable",
          "Length",
          "Long",
          "Math",
          "Module",
          "Number",
          "Object",
          "OrNull",
          "Out",
          "Override",
          "Package",
          "Pointer",
          "Process",
          "Readable",
          "Record",
          "Runnable",
          "Runtime",
          "Short",
          "SizedBy",
          "String",
          "SuppressWarnings",
          "SymbolName",
          "System",
          "Thread",
          "Throwable",
          "Unsigned",
          "Void",
          "WasmLibrary");
  private static final Set<String> TAKEN_METHODS =
      Set.of(
          "binding",
          "clone",
          "close",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final Set<String> types = new HashSet<>(TAKEN_TYPES);
  private final Set<String> methods = new HashSet<>(TAKEN_METHODS);
  private final Set<String> constants = new HashSet<>();

  /**
   * @param own the interface's name, which no type in it can have
   */
  JavaNames(String own) {
    types.add(own);
  }

  /** Names that components of records and methods without parameters cannot have. */
  static Set<String> taken() {
    return new HashSet<>(TAKEN_METHODS);
  }

  /** A type's name: {@code ZStream} of z_stream. */
  String type(String name) {
    return unique(camel(name), types);
  }

  String method(String name) {
    return unique(name, methods);
  }

  String constant(String name) {
    return unique(name, constants);
  }

  /** A name that no other in a set has, which it is added to. */
  static String unique(String name, Set<String> others) {
    String found = name;
    while (!SourceVersion.isName(found) || found.indexOf('.') >= 0 || !others.add(found)) {
      found += "_";
    }
    return found;
  }

  /** The words of a name, each with a capital, without what stands between them. */
  static String camel(String name) {
    String text =
        NO_WORD
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    boolean isName = !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
    return isName ? text : "_" + text;
  }
}
