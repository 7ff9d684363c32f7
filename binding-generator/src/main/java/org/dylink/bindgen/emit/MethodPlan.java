package org.dylink.bindgen.emit;

import java.util.List;
import org.dylink.bindgen.c.CFunction;

/**
 * A method that stands for a function.
 *
 * @param parameters each as it is declared
 * @param names of the parameters that C has, as Java has them
 */
record MethodPlan(
    CFunction function,
    String name,
    JavaValue result,
    List<String> parameters,
    List<String> names) {
  MethodPlan named(String other) {
    return new MethodPlan(function, other, result, parameters, names);
  }
}
