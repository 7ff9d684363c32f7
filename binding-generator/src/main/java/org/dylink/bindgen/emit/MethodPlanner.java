package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dylink.bindgen.c.CFunction;
import org.dylink.bindgen.c.CParameter;
import org.dylink.bindgen.c.CType;

/** Makes methods of functions. */
final class MethodPlanner {
  // What a method can have, each long and double counted twice (JVMS, 4.11).
  private static final int MOST_PARAMETERS = 254;
  private final CallTypes values;
  private final CallbackPlans callbacks;
  private final JavaNames names;

  MethodPlanner(CallTypes values, CallbackPlans callbacks, JavaNames names) {
    this.values = values;
    this.callbacks = callbacks;
    this.names = names;
  }

  /**
   * The methods of a function: a second one takes bytes, where a text or a pointer may be that.
   *
   * @throws LeftOutException if there can be none
   */
  List<MethodPlan> plan(CFunction function) throws LeftOutException {
    if (function.inline()) {
      throw new LeftOutException("its code is in the header, and not in the library");
    }
    boolean hasBytes =
        IntStream.range(0, function.parameters().size())
            .anyMatch(i -> ByteCounts.mayBeBytes(function, i));
    MethodPlan usual = plan(function, false, "");
    String name = names.method(function.name());
    List<MethodPlan> plans = new ArrayList<>(List.of(usual.named(name)));
    if (hasBytes) {
      plans.add(plan(function, true, name));
    }
    return plans;
  }

  private MethodPlan plan(CFunction function, boolean asBytes, String javaName)
      throws LeftOutException {
    Set<String> used = new HashSet<>();
    List<String> parameters = new ArrayList<>();
    JavaValue result = result(function.result());
    if (values.isIrregular(function.result())) {
      parameters.add(new JavaValue("@Out ", result.type() + "[]").text(unique("result", used)));
      result = JavaValue.of("void");
    }
    int before = parameters.size();
    List<String> own = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      String name = function.parameters().get(i).name();
      own.add(unique(name.isEmpty() ? "arg" + i : name, used));
      JavaValue value =
          parameter(function, i, before, asBytes && ByteCounts.mayBeBytes(function, i));
      parameters.add(value.text(own.get(i)));
    }
    if (function.variadic()) {
      parameters.add("Object... " + unique("rest", used));
    }
    check(parameters);
    return new MethodPlan(function, javaName, result, parameters, own);
  }

  private static String unique(String name, Set<String> used) {
    return JavaNames.unique(name, used);
  }

  private static void check(List<String> parameters) throws LeftOutException {
    long wide =
        parameters.stream().filter(each -> each.matches("(.* )?(long|double) \\w+")).count();
    if (parameters.size() + wide > MOST_PARAMETERS) {
      throw new LeftOutException("a method of Java has fewer parameters");
    }
  }

  private JavaValue result(CType type) throws LeftOutException {
    CType bare = type.bare();
    if (bare instanceof CType.Nothing) {
      return JavaValue.of("void");
    }
    boolean isText = bare instanceof CType.PointerTo pointer && ByteCounts.isText(pointer.target());
    return isText ? JavaValue.of("String") : values.plain(type);
  }

  private JavaValue parameter(CFunction function, int index, int before, boolean asBytes)
      throws LeftOutException {
    CParameter parameter = function.parameters().get(index);
    CType type = parameter.type();
    try {
      if (CallTypes.isArgumentList(type)) {
        return argumentList(function, index);
      }
      CType bare = type.bare();
      if (bare instanceof CType.PointerTo pointer) {
        String hint = function.name() + "_" + parameter.name();
        JavaValue value =
            asBytes
                ? JavaValue.of("byte[]").with(pointer.target().isConst() ? "@In" : "@InOut")
                : pointer(type, pointer.target(), hint);
        JavaValue sized =
            ByteCounts.isSized(function, index, value) ? sized(value, index, before) : value;
        return pointer.nonNull()
            ? sized
            : new JavaValue("@OrNull " + sized.annotations(), sized.type());
      }
      JavaValue value = values.plain(type);
      return values.isIrregular(type) ? value.with(CallTypes.BY_ADDRESS) : value;
    } catch (LeftOutException e) {
      throw new LeftOutException("parameter " + index + ": " + e.getMessage());
    }
  }

  private static JavaValue argumentList(CFunction function, int index) throws LeftOutException {
    if (function.variadic() || index + 1 < function.parameters().size()) {
      throw new LeftOutException("a va_list that is not the last one");
    }
    return JavaValue.of("Object...");
  }

  private JavaValue pointer(CType type, CType target, String hint) {
    CType bare = target.bare();
    String in = target.isConst() ? "@In" : "@InOut";
    if (bare instanceof CType.FunctionOf function) {
      Optional<CallbackPlan> plan = callbacks.of(type, function, hint);
      return JavaValue.of(plan.map(each -> "Callback<" + each.name() + ">").orElse("Pointer"));
    } else if (ByteCounts.isText(target)) {
      return JavaValue.of("String");
    } else if (bare instanceof CType.PointerTo inner) {
      // What C writes to a char ** is often the caller's to free, who needs its address then.
      boolean isText =
          ByteCounts.isCharacter(inner.target()) && (target.isConst() || inner.target().isConst());
      return JavaValue.of(isText ? "String[]" : "Pointer[]").with(in);
    }
    String element = CallTypes.element(target);
    return element == null ? JavaValue.of("Pointer") : JavaValue.of(element + "[]").with(in);
  }

  private static JavaValue sized(JavaValue value, int index, int before) {
    return value.with("@SizedBy(" + (before + index + 1) + ")");
  }
}
