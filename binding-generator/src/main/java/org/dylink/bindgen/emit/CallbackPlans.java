package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.bindgen.c.CType;

/** The functional interfaces of an interface, each made once. For one thread. */
final class CallbackPlans {
  private final CallTypes values;
  private final JavaNames names;
  private final Map<String, CallbackPlan> plans = new LinkedHashMap<>(); // by what C names it by

  CallbackPlans(CallTypes values, JavaNames names) {
    this.values = values;
    this.names = names;
  }

  List<CallbackPlan> all() {
    return new ArrayList<>(plans.values());
  }

  /**
   * The interface of a function pointer.
   *
   * @param pointer its type, perhaps with a name
   * @param hint what it is named after if it has none
   * @return empty if Java cannot be called so
   */
  Optional<CallbackPlan> of(CType pointer, CType.FunctionOf function, String hint) {
    String text = name(pointer).orElse(hint);
    if (plans.containsKey(text)) {
      return Optional.of(plans.get(text));
    }
    try {
      CallbackPlan plan = make(text, function);
      plans.put(text, plan);
      return Optional.of(plan);
    } catch (LeftOutException e) {
      return Optional.empty();
    }
  }

  private CallbackPlan make(String text, CType.FunctionOf function) throws LeftOutException {
    if (function.variadic()) {
      throw new LeftOutException("Java is not called with variable arguments");
    }
    List<JavaValue> parameters = new ArrayList<>();
    for (CType type : function.parameters()) {
      if (CallTypes.isArgumentList(type)) {
        throw new LeftOutException("Java is not called with variable arguments");
      }
      JavaValue value = values.plain(type);
      parameters.add(values.isIrregular(type) ? value.with(CallTypes.BY_ADDRESS) : value);
    }
    if (values.isIrregular(function.result())) {
      throw new LeftOutException("Java cannot write such a struct where C wants it");
    }
    boolean isVoid = function.result().bare() instanceof CType.Nothing;
    JavaValue result = isVoid ? JavaValue.of("void") : values.plain(function.result());
    return new CallbackPlan(names.type(text), text, result, parameters);
  }

  /** The name of the pointer's type, or of the type that it points to. */
  private static Optional<String> name(CType type) {
    if (type instanceof CType.Alias alias) {
      return Optional.of(alias.name());
    } else if (type instanceof CType.Const constant) {
      return name(constant.target());
    }
    return type instanceof CType.PointerTo pointer ? name(pointer.target()) : Optional.empty();
  }
}
