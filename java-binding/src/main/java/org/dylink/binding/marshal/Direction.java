package org.dylink.binding.marshal;

import java.lang.reflect.AnnotatedElement;
import org.dylink.binding.In;
import org.dylink.binding.Out;

/** Which way an array's elements are copied. */
enum Direction {
  IN,
  OUT,
  IN_OUT;

  static Direction of(AnnotatedElement parameter) {
    if (parameter.isAnnotationPresent(In.class)) {
      return IN;
    }
    return parameter.isAnnotationPresent(Out.class) ? OUT : IN_OUT;
  }

  boolean isIn() {
    return this != OUT;
  }

  boolean isOut() {
    return this != IN;
  }
}
