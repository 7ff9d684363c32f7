package org.dylink.machine.ir;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.machine.ir.Place.Kind;

/**
 * Whether what is called is a function, of the type that is meant where it comes from a table, and
 * gets the context that belongs to it.
 */
final class CalledFunctions {
  private static final Pattern CALL =
      Pattern.compile(".*call tailcc .*? (@f\\d+|%\\w+)\\(ptr (%\\w+)[,)].*");
  private static final Pattern LOAD = Pattern.compile("load (ptr|i32), ptr ([^,]+).*");
  private static final Pattern DIFFERS = Pattern.compile("icmp ne i32 (\\S+), (\\S+)");

  private final IrFunction function;
  private final ContextLayout layout;

  CalledFunctions(IrFunction function, ContextLayout layout) {
    this.function = function;
    this.layout = layout;
  }

  boolean hold(String line, Set<String> refuted) {
    Matcher call = CALL.matcher(line);
    if (!call.matches()) {
      return false;
    }
    String code = call.group(1);
    String context = call.group(2);
    // The module's own, and on the way in what Java calls.
    if (code.startsWith("@f") || code.equals("%k")) {
      return context.equals("%i");
    }
    Place from = loadedFrom(code);
    if (function.name().startsWith("@own")) {
      return from.equals(field("%i", ContextLayout.OWN_CODE))
          && function.definition(context).startsWith("phi ptr ");
    }
    return from.kind() == Kind.FUNCTION
        && from.offset() == ContextLayout.FUNCTION_CODE
        && loadedFrom(context).equals(field(from.key(), ContextLayout.FUNCTION_CONTEXT))
        && isFunction(from.key(), refuted);
  }

  private static Place field(String called, int offset) {
    return new Place(Kind.FUNCTION, called, null, offset);
  }

  // Nothing that is loaded has an offset that no field has.
  private Place loadedFrom(String name) {
    Matcher load = LOAD.matcher(function.definition(name));
    return load.matches()
        ? Place.of(load.group(2), function, layout)
        : new Place(Kind.LOCAL, name, null, -1);
  }

  private boolean isFunction(String called, Set<String> refuted) {
    Place from = loadedFrom(called);
    if (from.offset() == ContextLayout.FUNCTION_TARGET) {
      Place imported = loadedFrom(from.key());
      return imported.kind() == Kind.CONTEXT
          && imported.offset() >= layout.function(0)
          && imported.offset() < layout.type(0);
    }
    boolean isThere = refuted.contains("icmp eq ptr " + called + ", null");
    return isThere && (from.kind() != Kind.ELEMENTS || isOfType(called, refuted));
  }

  private boolean isOfType(String called, Set<String> refuted) {
    return refuted.stream()
        .map(DIFFERS::matcher)
        .filter(Matcher::matches)
        .filter(
            each -> loadedFrom(each.group(1)).equals(field(called, ContextLayout.FUNCTION_TYPE)))
        .map(each -> loadedFrom(each.group(2)))
        .anyMatch(
            each ->
                each.kind() == Kind.CONTEXT
                    && each.offset() >= layout.type(0)
                    && each.offset() < layout.tag(0));
  }
}
